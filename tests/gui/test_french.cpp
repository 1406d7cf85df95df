// Every text that a person meets in the French window, its map and its dialogs is French and written as the conventions say:
// spaces, quotes, dates, thousands, "0 lieu". The rules themselves: test_french_rules.cpp.
#include "directory/import_sources.h"
#include "directory/language.h"
#include "gui/atelier_dialog.h"
#include "gui/duplicates_dialog.h"
#include "gui/export_dialog.h"
#include "gui/fiche.h"
#include "gui/geocode_dialog.h"
#include "gui/ground_consent.h"
#include "gui/history_dialog.h"
#include "gui/import_dialog.h"
#include "gui/layer_panel.h"
#include "gui/map_pane.h"
#include "gui/place_field.h"
#include "gui/poster_dialog.h"
#include "gui/result_list.h"
#include "gui/result_pane.h"
#include "gui/support/french_window.h"
#include "gui/support/own_display.h"
#include "models/map_fan.h"
#include "models/map_selection.h"
#include "support/geocoder_answers.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QCompleter>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMenuBar>
#include <QMouseEvent>
#include <QPushButton>
#include <QQuickItem>
#include <QQuickWidget>
#include <QSpinBox>
#include <QTabWidget>
#include <QToolButton>
#include <QTreeView>

using namespace repere;
using repere::testing::FrenchWindow;
using repere::testing::kPatience;

namespace {

const QString kFiche = QStringLiteral("repere::gui::Fiche");
const QString kChips = QStringLiteral("repere::gui::ChipRow");
const QString kBanner = QStringLiteral("repere::gui::Banner");

/// What the fiche shows of an atelier as it is in the data.
QStringList dataOf(const Atelier &atelier)
{
    QStringList data{atelier.name,         atelier.address, atelier.postcode, atelier.city,         atelier.website,
                     atelier.openingHours, atelier.email,   atelier.phone,    atelier.organisation, atelier.notes};
    for (const EquipmentItem &item : atelier.equipment)
        data << item.raw << item.model << item.conditions;
    for (const Provenance &record : atelier.provenance)
        data << record.source << record.licence << record.url;
    return data;
}

/// The letters that two things in a window answer to with Alt.
QStringList clashingMnemonics(const QWidget &window)
{
    QMap<QString, QStringList> texts;
    const auto add = [&texts](const QString &text) {
        if (const QKeySequence keys = QKeySequence::mnemonic(text); !keys.isEmpty())
            texts[keys.toString()] << text;
    };
    if (const auto *bar = window.findChild<QMenuBar *>()) {
        for (const QAction *menu : bar->actions())
            add(menu->text());
    }
    for (const QLabel *label : window.findChildren<QLabel *>())
        if (label->buddy() && label->isVisible())
            add(label->text());
    for (const QAbstractButton *button : window.findChildren<QAbstractButton *>())
        if (button->isVisible())
            add(button->text());
    QStringList clashing;
    for (auto it = texts.begin(); it != texts.end(); ++it)
        if (it->size() > 1)
            clashing << it.key() + QStringLiteral(": ") + it->join(QStringLiteral(", "));
    return clashing;
}

void hidePopups()
{
    for (QWidget *popup : QApplication::topLevelWidgets())
        if (popup->windowType() == Qt::Popup)
            popup->close();
}

Filter choice(Facet facet, const char *id)
{
    Filter filter;
    filter[facet].values = {QString::fromLatin1(id)};
    return filter;
}

} // namespace

class TestFrench : public QObject
{
    Q_OBJECT

    FrenchWindow m_french;

    void look(const char *state) { m_french.look(QString::fromUtf8(state)); }
    bool saw(const char *part) { return m_french.walk().saw(QString::fromUtf8(part)); }
    QAction *action(const QKeySequence &keys) { return m_french.action(keys); }

    /// The tip of each of the parts of an item, which lie one under the other.
    void lookAtTips(const char *type, int parts)
    {
        QQuickItem *item = m_french.mapItem(type);
        QVERIFY(item && item->isVisible());
        QQuickItem *tip = m_french.mapItem("Tip");
        for (int part = 0; part < parts; ++part) {
            const QPointF at = item->mapToScene({item->width() / 2, item->height() * (part + 0.5) / parts});
            QMouseEvent move(QEvent::MouseMove, at, m_french.map()->mapToGlobal(at), Qt::NoButton, {}, {});
            QApplication::sendEvent(m_french.map(), &move);
            QTRY_VERIFY_WITH_TIMEOUT(tip->isVisible(), kPatience);
            look("a tip of the map");
        }
    }

private slots:
    void initTestCase()
    {
        directory::installLanguage(*qApp, QStringLiteral("fr"));
        QVERIFY(m_french.open());
    }
    void cleanup()
    {
        const QString faults = m_french.takeFaults();
        QVERIFY2(faults.isEmpty(), qPrintable(u'\n' + faults));
    }

    void everything()
    {
        look("everything");
        QVERIFY(m_french.walk().count() > 400);
        QVERIFY(saw("lieux sur "));
        QVERIFY(saw("Fichier"));               // menus
        QVERIFY(saw("Découpe laser"));         // facets
        QVERIFY(saw("Seulement dans la vue")); // the map
        QVERIFY(saw("Échelle\u00a0: "));       // what a screen reader says
    }

    void aFilter()
    {
        Filter filter = choice(Facet::Region, "53");
        filter[Facet::Equipment].values = {QStringLiteral("laser-cutter")};
        QVERIFY(m_french.setFilter(filter));
        QTRY_VERIFY_WITH_TIMEOUT(
            m_french.window().findChild<QToolButton *>(QStringLiteral("honestUnknown"))->isVisible(), kPatience);
        look("Bretagne and laser cutters");
        QVERIFY(saw(" en Bretagne en ont une"));
        QVERIFY(saw("ne disent rien de leurs machines"));

        filter.anyEquipment = true;
        filter.text = QStringLiteral("fabrique");
        filter[Facet::Equipment].values << QStringLiteral("3d-printer");
        filter[Facet::Status].excluded = {QStringLiteral("closed")};
        filter[Facet::Public].values = {QString(kUnknown)};
        filter.asOfAfter = 2010;
        QVERIFY(m_french.setFilter(filter));
        m_french.walk().setData(kChips, {filter.text});
        look("every sort of choice");

        filter = {};
        filter.text = FrenchWindow::kFull;
        QVERIFY(m_french.setFilter(filter));
        look("one place");
        QVERIFY(saw("1 lieu sur "));
    }

    void nothingMatches()
    {
        Filter words = choice(Facet::Region, "53");
        words.text = QStringLiteral("hydromel");
        words[Facet::Type].excluded = {QStringLiteral("fablab")};
        Filter choices = choice(Facet::Departement, "22");
        choices[Facet::Equipment].values = {QStringLiteral("laser-cutter"), QStringLiteral("bookbinding")};
        choices[Facet::Public].values = {QStringLiteral("seniors")};
        for (const Filter &filter : {words, choices}) {
            using Answer = Result<directory::Suggestion>;
            const auto suggestion = m_french.ask<Answer>(
                [filter](directory::Directory &directory) -> Answer { return directory.suggest(filter); });
            QVERIFY(suggestion.has_value());
            QStringList data{filter.text};
            if (suggestion->nearest)
                data << suggestion->nearest->name << suggestion->nearest->city;
            m_french.walk().setData(QStringLiteral("repere::gui::EmptyState"), data);
            m_french.walk().setData(kChips, data);
            QVERIFY(m_french.setFilter(filter));
            QCOMPARE(m_french.workspace().result()->count(), 0);
            QTRY_VERIFY_WITH_TIMEOUT(m_french.window().findChild<QPushButton *>(QStringLiteral("dropAll")), kPatience);
            look("nothing matches");
        }
        QVERIFY(saw("0 lieu sur "));
        QVERIFY(saw("Aucun lieu ne correspond"));
    }

    void nearAPlace()
    {
        QVERIFY(m_french.setFilter({}));
        QLineEdit *edit = m_french.window().place()->edit();
        QCompleter *candidates = m_french.window().place()->findChild<QCompleter *>();
        for (const char *words : {"Xyzzy", "Bussy", "Saint-Denis"}) {
            const QString text = QString::fromUtf8(words);
            edit->setText(text);
            QTest::keyClick(edit, Qt::Key_Return);
            m_french.walk().setData(kBanner, {text});
            QTRY_VERIFY_WITH_TIMEOUT(m_french.label(QStringLiteral("bannerText"))->text().contains(text), kPatience);
            look("words for a place");
        }
        QTRY_VERIFY_WITH_TIMEOUT(candidates->popup()->isVisible(), kPatience); // which of them?
        look("candidates");
        QVERIFY(saw("habitants"));
        hidePopups();
        for (const char *label : {"Murat (15)", "Le Havre (76)", "Aubière (63)"}) {
            Filter filter = choice(Facet::Equipment, "laser-cutter");
            filter.near = Near{{45.11, 2.87}, 100'000, QString::fromUtf8(label)};
            QVERIFY(m_french.setFilter(filter));
            look("near a place");
        }
        QVERIFY(saw("à moins de 100\u00a0km d’Aubière (63)"));
    }

    void theTable()
    {
        gui::ResultList *list = m_french.window().results()->list();
        list->setTable(true);
        look("the table, with distances");
        QVERIFY(saw("Vu en"));
        list->setTable(false);
    }

    void fiches()
    {
        Filter words;
        words.text = QStringLiteral("laser quai");
        std::vector<AtelierId> ids;
        QVERIFY(m_french.setFilter({}));
        for (int i = 0; i < m_french.workspace().result()->count(); i += 25)
            ids.push_back(m_french.workspace().result()->idAt(i));
        ids.push_back(m_french.idOf(FrenchWindow::kBare));
        ids.push_back(m_french.idOf(FrenchWindow::kFull));
        for (const Filter &filter : {Filter{}, choice(Facet::Equipment, "laser-cutter"), words}) {
            QVERIFY(m_french.setFilter(filter));
            m_french.walk().setData(kChips, {filter.text});
            for (const AtelierId id : ids) {
                m_french.workspace().select(id);
                const gui::Fiche *fiche = m_french.window().fiche();
                QTRY_COMPARE_WITH_TIMEOUT(fiche->atelier().id, id, kPatience);
                m_french.walk().setData(kFiche, dataOf(fiche->atelier()) + filter.text.split(u' '));
                look("a fiche");
                QCOMPARE(clashingMnemonics(m_french.window()).join(u'\n'), QString());
            }
        }
        QVERIFY(saw("vu le 31/05/2024"));
        QVERIFY(saw("environ 1\u202f250\u00a0m²"));
        QVERIFY(saw("position inconnue\u00a0: pas sur la carte"));
        QVERIFY(saw("Pourquoi ce lieu"));
    }

    void tipsAndMenusOfTheMap()
    {
        QVERIFY(m_french.setFilter({}));
        models::MapState *state = m_french.mapState();
        QQuickItem *territories = m_french.mapItem("TerritoryMenu");
        territories->setProperty("open", true);
        look("territories");
        QVERIFY(saw("Guadeloupe, "));
        territories->setProperty("open", false);

        lookAtTips("MapButtons", 3);
        QVERIFY(saw("Montrer tous les résultats (0)"));
        lookAtTips("SelectionTools", 3);
        QVERIFY(saw("à main levée (L)"));
        lookAtTips("JumpBar", 6);

        // Several places at one spot, which no zoom parts.
        const auto clusters = m_french.workspace().result()->clusters({-180, -85, 180, 85}, state->maximumZoom());
        const auto several = std::ranges::find_if(clusters, [](const Cluster &cluster) { return cluster.count > 1; });
        QVERIFY(several != clusters.end());
        m_french.window().map()->setView(several->centre, state->maximumZoom());
        const auto row = [state] {
            for (int i = 0; i < state->clusters()->rowCount(); ++i)
                if (state->clusters()->at(i).cluster.count > 1)
                    return i;
            return -1;
        };
        QTRY_VERIFY_WITH_TIMEOUT(row() >= 0, kPatience);
        look("signs close by");
        state->activate(row());
        QTRY_VERIFY_WITH_TIMEOUT(!state->choices().isEmpty(), kPatience);
        look("places fanned out");
        QVERIFY(saw(", 1 sur "));
        state->offer(QList<models::MapChoice>(models::kMostFanned + 1, state->choices().first()), several->centre);
        look("places at one spot");
        QVERIFY(saw("Lieux à cet endroit"));
        state->choose(-1);

        emit m_french.window().map()->menuRequested({46.5, 3}, {});
        look("the menu of a spot");
        QVERIFY(saw("Distance depuis ici") || saw("&Distance depuis ici"));
        hidePopups();

        m_french.window().map()->setOnlyInView(true);
        QTRY_VERIFY_WITH_TIMEOUT(m_french.workspace().result()->filter().box.has_value(), kPatience);
        look("only in view");
        m_french.window().map()->setOnlyInView(false);
        QTRY_VERIFY_WITH_TIMEOUT(!m_french.workspace().result()->filter().box.has_value(), kPatience);
    }

    void drawingOnTheMap()
    {
        auto *selection = m_french.map()->rootObject()->property("selection").value<models::MapSelection *>();
        using Tool = models::MapSelection::Tool;
        for (const auto &[tool, hint] :
             {std::pair(Tool::Rectangle, "rectangle"), {Tool::Lasso, "ligne"}, {Tool::Circle, "centre"}}) {
            selection->setTool(tool);
            look("drawing");
            QVERIFY2(saw(hint), hint);
        }
        QVERIFY(saw("Échap pour"));
        selection->setTool(Tool::None);
        selection->drawCircle({46.5, 3}, {46.5, 4.5});
        QTRY_VERIFY_WITH_TIMEOUT(m_french.workspace().filter().near.has_value(), kPatience);
        look("a circle");
        QVERIFY(m_french.setFilter({}));
    }

    void theLayers()
    {
        action(QKeySequence(Qt::CTRL | Qt::Key_3))->trigger();
        auto *panel = m_french.window().findChild<gui::LayerPanel *>();
        QTRY_VERIFY_WITH_TIMEOUT(panel->isVisible(), kPatience);
        const auto box = [panel](const char *name) { return panel->findChild<QComboBox *>(QString::fromLatin1(name)); };
        const auto take = [](QComboBox *combo, int line) {
            combo->setCurrentIndex(line);
            emit combo->activated(line);
        };
        QQuickItem *menu = m_french.mapItem("LayerMenu");
        menu->setProperty("open", true);
        look("no layer, and the menu of the layers");
        QVERIFY(saw("Zones non couvertes"));
        menu->setProperty("open", false);

        Filter filter;
        filter[Facet::Equipment].values = {QStringLiteral("laser-cutter")};
        QQuickItem *legend = m_french.mapItem("LayerLegend");
        auto *table = panel->findChild<QTreeView *>();
        take(box("kind"), 1);
        for (int level = 0; level < box("level")->count(); ++level) {
            take(box("level"), level);
            for (int measure = 0; measure < box("measure")->count(); ++measure) {
                take(box("measure"), measure);
                QTRY_VERIFY_WITH_TIMEOUT(table->model()->rowCount() > 0, kPatience);
                QVERIFY(legend->isVisible());
                look("territories");
            }
        }
        QVERIFY(m_french.setFilter(filter));
        look("territories of a filter");
        QVERIFY(saw("Lieux par région"));
        QVERIFY(saw(", par département · Découpe laser"));
        QVERIFY(saw(". Les choisir"));
        for (int method = 0; method < box("method")->count(); ++method) {
            take(box("method"), method);
            look("classes");
        }
        m_french.window().activateWindow(); // no window manager does it here
        table->setFocus();
        QTRY_VERIFY_WITH_TIMEOUT(table->hasFocus(), kPatience);
        QTest::keyClick(table, Qt::Key_Home);
        look("a line of the table");
        QCOMPARE(clashingMnemonics(m_french.window()).join(u'\n'), QString());
        QVERIFY(saw(" pour 100\u202f000 habitants · "));
        m_french.map()->rootObject()->property("layers").value<models::MapLayers *>()->hover({48.1, -2.8});
        look("the pointer over a territory");
        take(box("method"), 0);

        take(box("kind"), 2);
        auto *radius = panel->findChild<QSpinBox *>(QStringLiteral("radius"));
        radius->setValue(60);
        QTRY_VERIFY_WITH_TIMEOUT(table->model()->rowCount() > 0, kPatience);
        look("uncovered areas");
        QVERIFY(saw("À plus de 60\u00a0km de tout lieu · Découpe laser"));
        QVERIFY(m_french.setFilter({}));
        take(box("kind"), 0);
        panel->parentWidget()->hide();
    }

    void onlineGrounds()
    {
        auto *ground = m_french.window().findChild<QMenu *>(QStringLiteral("ground"));
        QAction *online = nullptr;
        const auto offered = [&] {
            for (QAction *each : ground->actions())
                if (each->text().contains(QStringLiteral("IGN")))
                    online = each;
            return online != nullptr;
        };
        QVERIFY(QTest::qWaitFor(offered, kPatience));
        online->trigger();
        auto *consent = m_french.shown<gui::GroundConsent>();
        QVERIFY(consent);
        look("before the first connection");
        QVERIFY(saw("Se connecter à"));
        QVERIFY(FrenchWindow::close(consent));
    }

    void menusOfPlaces()
    {
        QMenu *sort = m_french.window().findChild<QToolButton *>(QStringLiteral("sort"))->menu();
        sort->popup({});
        look("order of the list");
        QVERIFY(saw("Ordre inverse") || saw("Ordre &inverse"));
        hidePopups();
        for (QListView *list : m_french.window().findChildren<QListView *>(QStringLiteral("facet"))) {
            emit list->customContextMenuRequested(list->visualRect(list->model()->index(0, 0)).center());
            look("menu of a facet");
            hidePopups();
        }
        QVERIFY(saw("(Alt+clic)"));
        const std::unique_ptr<QMenu> menu(m_french.window().search()->createStandardContextMenu());
        menu->popup({});
        look("menu of a field");
    }

    void posters()
    {
        action(QKeySequence(Qt::CTRL | Qt::Key_P))->trigger();
        auto *dialog = m_french.shown<gui::PosterDialog>();
        QVERIFY(dialog);
        look("a poster");
        auto *path = dialog->findChild<QLineEdit *>(QStringLiteral("path"));
        path->setText(m_french.folder().filePath(QStringLiteral("none/carte.pdf")));
        look("a poster to nowhere");
        QVERIFY(saw("Ce dossier n’existe pas."));
        path->setText(QString());
        look("a poster without a file");
        dialog->reject();
    }

    void exporting()
    {
        action(QKeySequence(Qt::CTRL | Qt::Key_E))->trigger();
        auto *dialog = m_french.shown<gui::ExportDialog>();
        QVERIFY(dialog);
        auto *format = dialog->findChild<QComboBox *>(QStringLiteral("format"));
        for (int i = format->count() - 1; i >= 0; --i) {
            format->setCurrentIndex(i);
            look("exporting");
        }
        dialog->findChild<QComboBox *>(QStringLiteral("profile"))->setCurrentIndex(1);
        dialog->findChild<QToolButton *>(QStringLiteral("essential"))->click();
        look("exporting open data");
        auto *path = dialog->findChild<QLineEdit *>(QStringLiteral("path"));
        path->setText(m_french.folder().filePath(QStringLiteral("none/lieux.csv")));
        dialog->start();
        auto *hint = dialog->findChild<QLabel *>(QStringLiteral("hint"));
        QTRY_VERIFY_WITH_TIMEOUT(hint->text().contains(QStringLiteral("none")), kPatience);
        m_french.walk().setData(QStringLiteral("repere::gui::ExportDialog"), {path->text()});
        look("exporting to nowhere");
        path->setText(m_french.folder().filePath(QStringLiteral("lieux.csv")));
        m_french.walk().setData(kBanner, {path->text()});
        dialog->start();
        QVERIFY(m_french.bannerSays(path->text()));
        look("exported");
    }

    void editing()
    {
        action(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N))->trigger();
        auto *adding = m_french.shown<gui::AtelierDialog>();
        QVERIFY(adding);
        look("adding a place");
        adding->findChild<QPushButton *>(QStringLiteral("save"))->click(); // without a name
        look("adding a place without a name");
        QVERIFY(FrenchWindow::close(adding));

        m_french.workspace().select(m_french.idOf(FrenchWindow::kFull));
        QTRY_COMPARE_WITH_TIMEOUT(m_french.window().fiche()->atelier().name, FrenchWindow::kFull, kPatience);
        m_french.walk().setData(kFiche, dataOf(m_french.window().fiche()->atelier()));
        action(QKeySequence(Qt::Key_F2))->trigger();
        auto *dialog = m_french.shown<gui::AtelierDialog>();
        QVERIFY(dialog);
        auto *tabs = dialog->findChild<QTabWidget *>();
        for (int i = 0; i < tabs->count(); ++i) {
            tabs->setCurrentIndex(i);
            look("editing a place");
        }
        const auto field = [&](const char *name) { return dialog->findChild<QLineEdit *>(QString::fromLatin1(name)); };
        QCOMPARE(field("asOf")->text(), QStringLiteral("31/05/2024"));
        QCOMPARE(field("position")->text(), QStringLiteral("48,38000 -4,48000"));
        auto *save = dialog->findChild<QPushButton *>(QStringLiteral("save"));
        field("asOf")->setText(QStringLiteral("31/06/2024")); // no such day
        save->click();
        m_french.walk().setData(QStringLiteral("repere::gui::AtelierDialog"), {field("asOf")->text()});
        look("editing with a wrong value");
        QVERIFY(saw("n’est pas compris"));
        field("asOf")->setText(QStringLiteral("01/06/2024"));
        field("surface")->setText(QStringLiteral("1300,5"));
        save->click();
        QTRY_COMPARE_WITH_TIMEOUT(m_french.window().fiche()->atelier().asOf, QStringLiteral("2024-06-01"), kPatience);
        QCOMPARE(m_french.window().fiche()->atelier().surface, std::optional(1300.5));
        QVERIFY(m_french.bannerSays(QStringLiteral("enregistré")));
        QAction *undo = action(QKeySequence::Undo);
        QTRY_VERIFY_WITH_TIMEOUT(undo->text().contains(FrenchWindow::kFull), kPatience);
        look("after an edit");
        undo->trigger();
        QVERIFY(m_french.bannerSays(QStringLiteral("Annulé")));
        QTRY_VERIFY_WITH_TIMEOUT(action(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z))->isEnabled(), kPatience);
        look("after an undo");
    }

    void history()
    {
        action(QKeySequence(Qt::CTRL | Qt::Key_H))->trigger();
        auto *history = m_french.shown<gui::HistoryDialog>();
        QVERIFY(history);
        m_french.walk().setData(QStringLiteral("repere::gui::HistoryDialog"), {testing::stillClock().author});
        const auto *changes = history->findChild<QAbstractItemView *>(QStringLiteral("changes"));
        QTRY_VERIFY_WITH_TIMEOUT(changes->model()->rowCount() >= 3, kPatience);
        look("the history");
        QVERIFY(saw("(annulé)"));
        QVERIFY(saw("22/11/2026 "));
        QVERIFY(FrenchWindow::close(history));
    }

    void duplicates()
    {
        action(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D))->trigger();
        auto *dialog = m_french.shown<gui::DuplicatesDialog>();
        QVERIFY(dialog);
        QTRY_VERIFY_WITH_TIMEOUT(dialog->findChild<QPushButton *>(QStringLiteral("again"))->isEnabled(), kPatience);
        QStringList data; // what the places say, in the list and in the columns of the two sides
        for (int row = 0; row < dialog->questions().rowCount(); ++row)
            data << dialog->questions().at(row).first.name << dialog->questions().at(row).second.name;
        const auto *sides = dialog->findChild<QAbstractItemView *>(QStringLiteral("comparison"))->model();
        for (int row = 0; row < sides->rowCount(); ++row)
            data << sides->index(row, 1).data().toString() << sides->index(row, 2).data().toString();
        data.removeAll(QStringLiteral("non indiqué")); // our own word
        m_french.walk().setData(QStringLiteral("repere::gui::DuplicatesDialog"), data);
        look("the questions about duplicates");
        QVERIFY(FrenchWindow::close(dialog));
    }

    void addresses()
    {
        const testing::HttpServerThread server([](const testing::HttpRequest &request) {
            return testing::geocoderAnswer(request, [](const QByteArray &line) -> QByteArray {
                static constexpr const char *const kinds[] = {"housenumber", "street", "locality", "municipality"};
                const int number = line.first(line.indexOf(',')).toInt();
                const QByteArray kind(kinds[number % 4]);
                return number % 5 == 0 ? QByteArray()
                                       : "45.5,3.5,1 Rue Haute 15300 Murat,0." + QByteArray::number(45 + number % 50)
                                             + ',' + kind + ",15300,Murat,15138";
            });
        });
        qputenv("REPERE_GEOCODER", server.url("/geocodage").toEncoded());
        action(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_G))->trigger();
        auto *dialog = m_french.shown<gui::GeocodeDialog>();
        QVERIFY(dialog);
        const models::AddressModel *model = dialog->model();
        QTRY_VERIFY_WITH_TIMEOUT(model->rowCount() > 10, kPatience);
        QStringList data{QStringLiteral("1 Rue Haute 15300 Murat")};
        for (const directory::AddressQuestion &question : model->questions())
            data << question.name << question.asked.words;
        m_french.walk().setData(QStringLiteral("repere::gui::GeocodeDialog"), data);
        look("the addresses to be asked");
        dialog->findChild<QPushButton *>(QStringLiteral("go"))->click();
        QTRY_COMPARE_WITH_TIMEOUT(model->counts().unasked, 0, kPatience);
        look("the answers about addresses");
        QVERIFY(saw("du centre de la commune"));
        QVERIFY(FrenchWindow::close(dialog));
        qunsetenv("REPERE_GEOCODER");
    }

    void manyPlaces()
    {
        m_french.window().results()->list()->setFocus();
        action(QKeySequence::Copy)->trigger();
        QVERIFY(m_french.bannerSays(QStringLiteral("copié")));
        look("after a copy");
        m_french.window().results()->list()->selectAll();
        action(QKeySequence(Qt::CTRL | Qt::Key_Delete))->trigger();
        QVERIFY(m_french.bannerSays(QStringLiteral("supprimés")));
        QAction *undo = action(QKeySequence::Undo);
        QTRY_VERIFY_WITH_TIMEOUT(undo->text().contains(QStringLiteral("Suppression de 381 lieux")), kPatience);
        look("after a removal");
        undo->trigger();
        QVERIFY(m_french.bannerSays(QStringLiteral("Annulé")));
        QTRY_COMPARE_WITH_TIMEOUT(m_french.workspace().result()->count(), 381, kPatience);
    }

    void helpDialogs()
    {
        action(QKeySequence(Qt::Key_F1))->trigger();
        auto *shortcuts = m_french.shown<QDialog>();
        QVERIFY(shortcuts);
        look("keyboard shortcuts");
        QVERIFY(saw("Maj"));
        QVERIFY(FrenchWindow::close(shortcuts));
        m_french.window().menuBar()->actions().last()->menu()->actions().last()->trigger();
        auto *about = m_french.shown<QDialog>();
        QVERIFY(about);
        look("about");
        QVERIFY(saw("contributeurs d’OpenStreetMap"));
        QVERIFY(FrenchWindow::close(about));
    }

    void fileDialogs()
    {
        // What Qt writes in them is Qt's; title and kinds of files are ours.
        for (const QKeySequence &keys :
             {QKeySequence(QKeySequence::New), QKeySequence(QKeySequence::Open),
              QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P)}) {
            action(keys)->trigger();
            auto *dialog = m_french.shown<QFileDialog>();
            QVERIFY(dialog);
            m_french.walk().add(dialog->windowTitle(), QStringLiteral("title of a file dialog"));
            for (const QString &kind : dialog->nameFilters())
                m_french.walk().add(kind, QStringLiteral("kind of file"));
            QVERIFY(FrenchWindow::close(dialog));
        }
        look("after the file dialogs");
    }

    void anImport()
    {
        const QString path = m_french.folder().filePath(QStringLiteral("liste.csv"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("nom;ville;code postal;mel\nChantier commun;Brest;29200;a@chantier.example\n;Lyon;69001;\n");
        file.close();
        QStringList data{QStringLiteral("liste.csv"),
                         QStringLiteral("liste"),
                         path,
                         QStringLiteral("Chantier commun"),
                         QStringLiteral("Brest"),
                         QStringLiteral("Brest · Lyon"),
                         QStringLiteral("29200"),
                         QStringLiteral("Lyon"),
                         QStringLiteral("29200 · 69001"),
                         QStringLiteral("nom"),
                         QStringLiteral("ville"),
                         QStringLiteral("code postal"),
                         QStringLiteral("mel"),
                         QStringLiteral("a@chantier.example"),
                         QStringLiteral("29019"),
                         QStringLiteral("Open Know-Where")};
        const auto sources = directory::openSources(QStringLiteral(REPERE_SOURCE_DATA));
        QVERIFY(sources.has_value());
        for (const exchange::OpenSource &source : *sources)
            data << source.name.french << source.licence << source.address.host() << source.address.toString();
        m_french.walk().setData(QStringLiteral("repere::gui::ImportDialog"), data);
        action(QKeySequence(Qt::CTRL | Qt::Key_I))->trigger();
        auto *dialog = m_french.shown<gui::ImportDialog>();
        QVERIFY(dialog);
        look("where an import comes from");
        QVERIFY(saw("D’où viennent les lieux"));
        QCOMPARE(clashingMnemonics(*dialog).join(u'\n'), QString());
        dialog->addFiles({path});
        auto *go = dialog->findChild<QPushButton *>(QStringLiteral("go"));
        QTRY_VERIFY_WITH_TIMEOUT(go->isEnabled(), kPatience);
        look("a table to import");
        go->click();
        QTRY_VERIFY_WITH_TIMEOUT(go->isEnabled(), kPatience);
        look("the columns of a table");
        QVERIFY(saw("Ce que contiennent les colonnes"));
        QCOMPARE(clashingMnemonics(*dialog).join(u'\n'), QString());
        go->click();
        QTRY_VERIFY_WITH_TIMEOUT(go->text().contains(QStringLiteral("1 lieu")), kPatience);
        look("what an import would do");
        QVERIFY(saw("1 rejeté"));
        QCOMPARE(clashingMnemonics(*dialog).join(u'\n'), QString());
        dialog->findChild<QToolButton *>(QStringLiteral("rejected"))->click();
        QTest::qWait(300);
        look("what an import rejects");
        QVERIFY(FrenchWindow::close(dialog));
    }

    void anEmptyDirectory()
    {
        QVERIFY(QDir(m_french.folder().path()).mkdir(QStringLiteral("vide")));
        m_french.workspace().open({.path = m_french.folder().filePath(QStringLiteral("vide/annuaire.gpkg")),
                                   .mode = store::OpenMode::Create,
                                   .seed = false});
        QTRY_VERIFY_WITH_TIMEOUT(m_french.window().findChild<QPushButton *>(QStringLiteral("emptyAdd")), kPatience);
        look("an empty directory");
        QVERIFY(saw("Cet annuaire est vide"));
        const QString none = m_french.folder().filePath(QStringLiteral("lieux.csv"));
        m_french.walk().setData(kBanner, {none});
        m_french.workspace().open({.path = none, .mode = store::OpenMode::ReadWrite, .seed = false});
        QVERIFY(m_french.bannerSays(none));
        look("no directory");
    }
};

int main(int argc, char **argv)
{
    testing::takeOwnDisplay(argc, argv);
    const QTemporaryDir home; // nothing of the person's
    for (const char *name : {"XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"})
        qputenv(name, home.path().toUtf8());
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("repere"));
    TestFrench test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_french.moc"
