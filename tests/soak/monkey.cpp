#include "soak/monkey.h"

#include "gui/export_dialog.h"
#include "gui/facet_panel.h"
#include "gui/facet_section.h"
#include "gui/fiche.h"
#include "gui/import_dialog.h"
#include "gui/layer_panel.h"
#include "gui/map_pane.h"
#include "gui/place_field.h"
#include "gui/result_list.h"
#include "gui/result_pane.h"
#include "support/filter_sql.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QQuickWidget>
#include <QTest>
#include <QTextEdit>
#include <QTextStream>
#include <QWheelEvent>

#include <algorithm>
#include <array>
#include <cstring>
#include <numeric>

namespace repere::soak {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPatience = 20'000; // ms

/// Buttons that ask the network or the desktop; the monkey has neither.
const QStringList kForbidden = {u"fetch"_s, u"fetchSource"_s, u"connect"_s, u"browse"_s};

std::array<char, 4096> g_lastWords{}; // ends with 0

void addLastWords(const QString &text)
{
    const QByteArray words = text.toUtf8();
    const std::size_t used = std::strlen(g_lastWords.data());
    if (used + static_cast<std::size_t>(words.size()) < g_lastWords.size())
        std::memcpy(g_lastWords.data() + used, words.constData(), static_cast<std::size_t>(words.size()) + 1);
}

const QStringList kPlaces = {u"Murat (15)"_s, u"75011"_s,      u"Brest"_s,
                             u"45,1; 2,87"_s, u"nulle part"_s, u"Saint-Denis"_s};

} // namespace

Monkey::Monkey(gui::MainWindow &window, models::Workspace &workspace, QString folder, quint32 seed)
    : m_window(window), m_workspace(workspace), m_folder(std::move(folder)), m_random(seed)
{
    listActs();
    QObject::connect(&m_popups, &QTimer::timeout, &m_popups, [this] { answerPopup(); });
    m_popups.start(150);
}

QStringList Monkey::takeStory()
{
    g_lastWords.front() = 0;
    return std::exchange(m_story, {});
}

const char *Monkey::lastWords()
{
    return g_lastWords.data();
}

void Monkey::note(const QString &act)
{
    m_story << act;
    addLastWords(u"; "_s + act);
}

void Monkey::noteMore(const QString &details)
{
    m_story.last() += u' ' + details;
    addLastWords(u' ' + details);
}

void Monkey::answerPopup()
{
    QWidget *popup = QApplication::activePopupWidget();
    if (!popup)
        return;
    if (qobject_cast<QMenu *>(popup) && chance(60)) {
        for (int down = 1 + below(6); down > 0; --down)
            QTest::keyClick(popup, Qt::Key_Down);
        QTest::keyClick(popup, Qt::Key_Return);
    } else {
        popup->close();
    }
}

void Monkey::listActs()
{
    m_acts = {
        {"type", 12, [this] { type(); }},
        {"place", 4, [this] { typePlace(); }},
        {"facet", 16, [this] { clickFacet(); }},
        {"map", 16, [this] { moveMap(); }},
        {"draw", 5, [this] { draw(); }},
        {"layer", 6, [this] { changeLayer(); }},
        {"list", 12, [this] { clickList(); }},
        {"fiche", 8, [this] { clickFiche(); }},
        {"import", 2, [this] { importSome(); }},
        {"export", 3, [this] { exportSome(); }},
        {"action", 12, [this] { triggerAction(); }},
        {"undo", 6, [this] { key(Qt::Key_Z, Qt::ControlModifier); }},
        {"redo", 3, [this] { key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier); }},
        {"remove", 2, [this] { key(Qt::Key_Delete, Qt::ControlModifier); }},
        {"edit", 4, [this] { key(Qt::Key_F2); }},
        {"add", 2, [this] { key(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier); }},
        {"escape", 8, [this] { key(Qt::Key_Escape); }},
        {"resize", 2, [this] { resize(); }},
    };
}

bool Monkey::only(const QStringList &names)
{
    std::erase_if(m_acts, [&names](const Act &act) { return !names.contains(QString::fromLatin1(act.name)); });
    return !m_acts.empty();
}

void Monkey::act()
{
    if (dialog() && chance(85)) {
        note(u"dialog"_s);
        pokeDialog();
    } else {
        const int all =
            std::accumulate(m_acts.begin(), m_acts.end(), 0, [](int sum, const Act &act) { return sum + act.weight; });
        int at = below(all);
        const auto chosen = std::ranges::find_if(m_acts, [&at](const Act &act) { return (at -= act.weight) < 0; });
        note(QString::fromLatin1(chosen->name));
        chosen->run();
    }
    QTest::qWait(chance(60) ? below(20) : below(150)); // people wait, or they do not
}

void Monkey::closeAll()
{
    for (int tries = 0; tries < 20; ++tries) {
        if (QWidget *popup = QApplication::activePopupWidget())
            popup->close();
        const auto windows = QApplication::topLevelWidgets();
        for (QWidget *window : windows)
            if (auto *open = qobject_cast<QDialog *>(window); open && open->isVisible())
                open->reject(); // a job is cancelled first, and the dialog goes the next time
        QTest::qWait(20);
        if (!dialog())
            return;
    }
}

template <typename T> T *Monkey::oneOf(const QList<T *> &items)
{
    return items.isEmpty() ? nullptr : items[below(static_cast<int>(items.size()))];
}

template <typename T> T *Monkey::shownChild(QWidget &parent, const std::function<bool(T &)> &fits)
{
    QList<T *> shown;
    for (T *child : parent.findChildren<T *>())
        if (child->isVisible() && child->isEnabled() && (!fits || fits(*child)))
            shown << child;
    return oneOf(shown);
}

QDialog *Monkey::dialog() const
{
    const auto windows = QApplication::topLevelWidgets();
    for (QWidget *window : windows)
        if (auto *open = qobject_cast<QDialog *>(window); open && open->isVisible())
            return open;
    return nullptr;
}

QPoint Monkey::pointIn(const QWidget &widget)
{
    return {below(std::max(1, widget.width())), below(std::max(1, widget.height()))};
}

void Monkey::clickRow(QAbstractItemView &view, Qt::KeyboardModifiers modifiers)
{
    const int rows = view.model() ? view.model()->rowCount() : 0;
    if (rows == 0)
        return;
    const QModelIndex index = view.model()->index(below(rows), below(view.model()->columnCount()));
    if (chance(30))
        view.scrollTo(index);
    QTest::mouseClick(view.viewport(), Qt::LeftButton, modifiers, view.visualRect(index).center());
}

void Monkey::key(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QTest::keyClick(&m_window, key, modifiers);
}

void Monkey::type()
{
    QLineEdit *search = m_window.search();
    search->setFocus();
    search->selectAll();
    if (chance(20)) {
        QTest::keyClick(search, Qt::Key_Delete);
    } else {
        const auto &words = testing::searchWords();
        const QString &word = words[static_cast<std::size_t>(below(static_cast<int>(words.size())))].typed;
        for (const QChar c : word) {
            QTest::keyClick(search, c.toLatin1());
            if (chance(20))
                QTest::qWait(below(60));
        }
    }
}

void Monkey::typePlace()
{
    QLineEdit *edit = m_window.place()->edit();
    edit->setFocus();
    edit->selectAll();
    if (chance(25))
        QTest::keyClick(edit, Qt::Key_Delete);
    else
        QTest::keyClicks(edit, kPlaces[below(static_cast<int>(kPlaces.size()))]);
    QTest::keyClick(edit, Qt::Key_Return);
    if (chance(40))
        QTest::keyClick(m_window.place()->radius(), chance(50) ? Qt::Key_Down : Qt::Key_Up);
}

void Monkey::clickFacet()
{
    gui::FacetSection *section =
        m_window.facets()->section(kFacets[static_cast<std::size_t>(below(static_cast<int>(kFacetCount)))]);
    m_window.facets()->ensureWidgetVisible(section);
    if (chance(15)) {
        if (auto *button = shownChild<QAbstractButton>(*section))
            QTest::mouseClick(button, Qt::LeftButton);
        return;
    }
    clickRow(*section->list(), chance(15) ? Qt::AltModifier : Qt::NoModifier);
}

void Monkey::moveMap()
{
    auto *map = m_window.map() ? m_window.map()->findChild<QQuickWidget *>() : nullptr;
    if (!map || !map->isVisible())
        return;
    const QPoint at = pointIn(*map);
    switch (below(5)) {
    case 0:
    case 1: {
        QWheelEvent wheel(at, map->mapToGlobal(at), {}, {0, chance(50) ? 120 : -120}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(map, &wheel);
        break;
    }
    case 2: {
        const QPoint to = pointIn(*map);
        QTest::mousePress(map, Qt::LeftButton, {}, at);
        for (int step = 1; step <= 5; ++step)
            QTest::mouseMove(map, at + (to - at) * step / 5, 3);
        QTest::mouseRelease(map, Qt::LeftButton, {}, to);
        break;
    }
    case 3: QTest::mouseClick(map, Qt::LeftButton, {}, at); break;
    default: {
        constexpr Qt::Key keys[] = {Qt::Key_Left,  Qt::Key_Right, Qt::Key_Up,     Qt::Key_Down, Qt::Key_Plus,
                                    Qt::Key_Minus, Qt::Key_Tab,   Qt::Key_Return, Qt::Key_0};
        map->setFocus();
        QTest::keyClick(map, keys[below(std::size(keys))]);
    }
    }
}

void Monkey::draw()
{
    auto *map = m_window.map() ? m_window.map()->findChild<QQuickWidget *>() : nullptr;
    if (!map || !map->isVisible())
        return;
    using Tool = models::MapSelection::Tool;
    constexpr Tool tools[] = {Tool::Rectangle, Tool::Lasso, Tool::Circle};
    m_window.map()->draw(tools[below(3)]);
    QTest::qWait(30);
    const QPoint from = pointIn(*map);
    QTest::mousePress(map, Qt::LeftButton, {}, from);
    for (int step = 0, steps = 2 + below(6); step < steps; ++step)
        QTest::mouseMove(map, pointIn(*map), 3);
    QTest::mouseRelease(map, Qt::LeftButton, {}, pointIn(*map));
    if (chance(20))
        m_window.map()->draw(Tool::None);
}

void Monkey::changeLayer()
{
    auto *panel = m_window.findChild<gui::LayerPanel *>();
    if (!panel->isVisible() || chance(20)) {
        models::LayerSettings settings = m_window.layers().settings();
        settings.kind = static_cast<models::LayerSettings::Kind>(below(3));
        m_window.layers().setSettings(settings);
    } else if (auto *box = shownChild<QComboBox>(*panel); box && chance(70)) {
        QTest::keyClick(box, chance(50) ? Qt::Key_Down : Qt::Key_Up);
    } else if (auto *view = shownChild<QAbstractItemView>(*panel)) {
        clickRow(*view);
    }
}

void Monkey::clickList()
{
    gui::ResultList *list = m_window.results()->list();
    if (auto *link = shownChild<QAbstractButton>(*m_window.results()); link && chance(12)) {
        QTest::mouseClick(link, Qt::LeftButton);
    } else if (chance(30)) {
        constexpr Qt::Key keys[] = {Qt::Key_PageDown, Qt::Key_PageUp, Qt::Key_Down, Qt::Key_Home, Qt::Key_End};
        QTest::keyClick(list, keys[below(std::size(keys))]);
    } else {
        clickRow(*list, chance(10) ? Qt::ControlModifier : Qt::NoModifier);
    }
}

void Monkey::clickFiche()
{
    if (auto *button = shownChild<QAbstractButton>(*m_window.fiche()))
        QTest::mouseClick(button, Qt::LeftButton);
}

QString Monkey::writtenTable()
{
    const QString path = m_folder + u"/list%1.csv"_s.arg(m_files++ % 5);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return {};
    QTextStream out(&file);
    out << "name,city,postcode,equipment,website,phone\n";
    for (int line = 0, lines = 1 + below(40); line < lines; ++line)
        out << "Atelier " << below(200) << (chance(5) ? " <b>gras</b> \u202E" : "") << ','
            << (chance(50) ? "Murat,15300" : "Brest,29200") << ',' << (chance(50) ? "laser|fraiseuse" : "brodeuse")
            << ",www.example.org," << (chance(10) ? "=1+1" : "0471000000") << '\n';
    return path;
}

void Monkey::importSome()
{
    if (dialog())
        return;
    key(Qt::Key_I, Qt::ControlModifier);
    auto *open = qobject_cast<gui::ImportDialog *>(dialog());
    if (!open)
        return;
    open->addFiles({writtenTable()});
    auto *go = open->findChild<QPushButton *>(u"go"_s);
    const QPointer<QDialog> still(open);
    for (int page = 0; page < 3 && still; ++page) {
        if (!QTest::qWaitFor([&] { return !still || go->isEnabled(); }, kPatience) || !still)
            return;
        go->click();
        QTest::qWait(below(120));
        if (chance(15))
            return closeAll(); // in the middle of it
    }
    for (int waits = 0; waits < 20 && still; ++waits)
        QTest::qWait(100);
}

void Monkey::exportSome()
{
    if (dialog())
        return;
    QTest::mouseClick(m_window.exportButton(), Qt::LeftButton);
    auto *open = qobject_cast<gui::ExportDialog *>(dialog());
    if (!open)
        return;
    if (auto *format = open->findChild<QComboBox *>(u"format"_s))
        format->setCurrentIndex(below(format->count()));
    auto *path = open->findChild<QLineEdit *>(u"path"_s);
    path->setText(m_folder + u'/' + QFileInfo(path->text()).fileName());
    auto *go = open->findChild<QPushButton *>(u"go"_s);
    go->click();
    if (chance(25)) {
        QTest::qWait(below(20));
        closeAll();
    }
}

void Monkey::triggerAction()
{
    QList<QAction *> actions;
    const std::function<void(const QMenu &)> collect = [&](const QMenu &menu) {
        for (QAction *action : menu.actions()) {
            if (action->menu())
                collect(*action->menu());
            else if (action->isEnabled() && action->isVisible() && !action->isSeparator()
                     && action->shortcut() != QKeySequence(Qt::CTRL | Qt::Key_Q))
                actions << action;
        }
    };
    for (const QAction *menu : m_window.menuBar()->actions())
        collect(*menu->menu());
    if (QAction *action = oneOf(actions)) {
        noteMore(action->text());
        action->trigger();
    }
}

void Monkey::pokeDialog()
{
    QDialog *open = dialog();
    if (qobject_cast<QFileDialog *>(open) || chance(15))
        return open->reject();
    const auto mayPress = [](QAbstractButton &button) { return !kForbidden.contains(button.objectName()); };
    switch (below(4)) {
    case 0:
        if (auto *edit = shownChild<QLineEdit>(
                *open, [](QLineEdit &e) { return !e.isReadOnly() && e.objectName() != u"path"; })) {
            edit->selectAll();
            QTest::keyClicks(edit, chance(50) ? u"Atelier <b>x</b> & cie"_s : u"2019"_s);
        }
        break;
    case 1:
        if (auto *view = shownChild<QAbstractItemView>(*open))
            clickRow(*view);
        break;
    case 2:
        if (auto *box = shownChild<QComboBox>(*open))
            QTest::keyClick(box, chance(50) ? Qt::Key_Down : Qt::Key_Up);
        break;
    default:
        if (auto *button = shownChild<QAbstractButton>(*open, mayPress)) {
            noteMore(button->text());
            button->click();
        }
    }
}

void Monkey::resize()
{
    m_window.resize(700 + below(740), 500 + below(400));
}

} // namespace repere::soak
