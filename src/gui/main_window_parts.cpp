// The fixed parts of the window: search bar, docks, menus.
#include "gui/about_dialog.h"
#include "gui/dialogs.h"
#include "gui/edit_actions.h"
#include "gui/facet_panel.h"
#include "gui/fiche.h"
#include "gui/file_actions.h"
#include "gui/ground_actions.h"
#include "gui/layer_panel.h"
#include "gui/main_window.h"
#include "gui/map_pane.h"
#include "gui/place_field.h"
#include "gui/recovery_actions.h"
#include "gui/result_list.h"
#include "gui/result_pane.h"
#include "gui/shortcuts_dialog.h"

#include <QActionGroup>
#include <QComboBox>
#include <QDockWidget>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QPushButton>
#include <QSplitter>
#include <QToolBar>
#include <QToolButton>

namespace repere::gui {

namespace {

constexpr double kZoomStep = 1;

/// A slim title: what the dock is, and a cross. The dock itself handles dragging.
QWidget *dockTitle(QDockWidget *dock, const QString &text)
{
    auto *title = new QWidget(dock);
    title->setObjectName(QStringLiteral("paper"));
    auto *label = new QLabel(text, title);
    label->setFont(scaled(dock->font(), 0.9));
    label->setProperty("muted", true);
    auto *close = new QToolButton(title);
    close->setText(QStringLiteral("×"));
    close->setFont(scaled(dock->font(), 1.15));
    close->setAccessibleName(MainWindow::tr("Hide %1").arg(text));
    close->setToolTip(close->accessibleName());
    close->setFocusPolicy(Qt::NoFocus);
    QObject::connect(close, &QToolButton::clicked, dock, &QDockWidget::close);
    auto *row = new QHBoxLayout(title);
    row->setContentsMargins(12, 4, 6, 2);
    row->addWidget(label, 1);
    row->addWidget(close);
    return title;
}

} // namespace

void MainWindow::makeSearchBar()
{
    auto *bar = new QToolBar(tr("Search bar"), this);
    bar->setObjectName(QStringLiteral("searchBar"));
    bar->setMovable(false);
    auto *content = new QWidget(bar);
    m_search = new QLineEdit(content);
    m_search->setObjectName(QStringLiteral("search"));
    m_search->setPlaceholderText(tr("Name, town, machine, service…"));
    m_search->setAccessibleName(tr("Search"));
    m_search->setClearButtonEnabled(true);
    m_search->setMinimumWidth(fontMetrics().averageCharWidth() * 30);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (text.isEmpty()) // the cross of the field is no key
            takeText();
    });
    m_place = new PlaceField(m_workspace, m_words, content);
    m_export = new QPushButton(content);
    m_export->setObjectName(QStringLiteral("export"));
    setPrimary(*m_export);
    m_export->setEnabled(false);
    auto *row = new QHBoxLayout(content);
    row->setContentsMargins(12, 9, 12, 9);
    row->setSpacing(10);
    row->addWidget(m_search, 3);
    row->addWidget(m_place, 2);
    row->addStretch(1);
    row->addWidget(m_export);
    bar->addWidget(content);
    addToolBar(Qt::TopToolBarArea, bar);
    bar->toggleViewAction()->setVisible(false);
    setTabOrder(m_search, m_place->edit());
    setTabOrder(m_place->edit(), m_place->radius());
}

void MainWindow::makeDocks()
{
    const auto dock = [this](const QString &name, const QString &title, QWidget *content, Qt::DockWidgetArea area) {
        auto *made = new QDockWidget(title, this);
        made->setObjectName(name);
        made->setWidget(content);
        made->setTitleBarWidget(dockTitle(made, title));
        made->setAllowedAreas(Qt::LeftDockWidgetArea | Qt::RightDockWidgetArea);
        addDockWidget(area, made);
        return made;
    };
    m_facets = new FacetPanel(m_workspace, m_words, this);
    m_fiche = new Fiche(m_workspace, m_words, this);
    m_facetDock = dock(QStringLiteral("facets"), tr("Filters"), m_facets, Qt::LeftDockWidgetArea);
    m_ficheDock = dock(QStringLiteral("fiche"), tr("Place"), m_fiche, Qt::RightDockWidgetArea);
    m_layerPanel = new LayerPanel(m_layers, m_workspace, m_words, this);
    m_layerDock = dock(QStringLiteral("layers"), tr("Territories"), m_layerPanel, Qt::RightDockWidgetArea);
    tabifyDockWidget(m_ficheDock, m_layerDock);
    setTabPosition(Qt::RightDockWidgetArea, QTabWidget::North);
    setTabPosition(Qt::LeftDockWidgetArea, QTabWidget::North);
    m_layerDock->hide();
    resizeDocks({m_facetDock, m_ficheDock}, {m_facets->sizeHint().width(), m_fiche->sizeHint().width()},
                Qt::Horizontal);
}

void MainWindow::makeMenus()
{
    m_files = new FileActions(m_workspace, m_words, this);
    m_recovery = new RecoveryActions(m_workspace, m_words, *m_files, this);
    m_edits = new EditActions(m_workspace, m_words, *m_results->list(), this);
    const auto add = [this](QMenu *menu, const QString &text, const QKeySequence &keys, auto &&slot) {
        QAction *action = menu->addAction(text);
        action->setShortcut(keys);
        connect(action, &QAction::triggered, this, slot);
        return action;
    };

    QMenu *file = menuBar()->addMenu(tr("&File"));
    file->addActions({m_files->create, m_files->open});
    file->addMenu(m_files->recent);
    file->addActions({m_files->saveCopy, m_recovery->restore});
    file->addSeparator();
    file->addAction(m_files->import);
    m_exportAction = add(file, tr("&Export…"), QKeySequence(Qt::CTRL | Qt::Key_E), [this] { exportPlaces(); });
    file->addSeparator();
    add(file, tr("&Quit"), QKeySequence(Qt::CTRL | Qt::Key_Q), [this] { close(); });

    QMenu *edit = menuBar()->addMenu(tr("&Edit"));
    edit->addActions({m_edits->undo, m_edits->redo, m_edits->history});
    edit->addSeparator();
    edit->addActions({m_edits->copy, m_edits->add, m_edits->edit, m_edits->remove});
    edit->addSeparator();
    edit->addActions({m_edits->duplicates, m_edits->sources, m_edits->addresses});
    edit->addSeparator();
    add(edit, tr("&Search"), QKeySequence::Find, [this] {
        m_search->setFocus();
        m_search->selectAll();
    });
    add(edit, tr("&Distance from…"), QKeySequence(Qt::CTRL | Qt::Key_L), [this] {
        m_place->edit()->setFocus();
        m_place->edit()->selectAll();
    });
    add(edit, tr("&Take the last choice away"), QKeySequence(Qt::Key_Escape), [this] { dropLastChip(); });
    add(edit, tr("Take e&very choice away"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R),
        [this] { m_workspace.setFilter({}); });
    m_results->list()->addActions({m_edits->copy, m_edits->edit, m_edits->remove});

    QMenu *view = menuBar()->addMenu(tr("&View"));
    QAction *facets = m_facetDock->toggleViewAction();
    facets->setText(tr("&Filters"));
    facets->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_1));
    QAction *fiche = m_ficheDock->toggleViewAction();
    fiche->setText(tr("&Place"));
    fiche->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_2));
    QAction *layers = m_layerDock->toggleViewAction();
    layers->setText(tr("T&erritories"));
    layers->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_3));
    view->addActions({facets, fiche, layers});
    for (QDockWidget *dock : {m_facetDock, m_ficheDock, m_layerDock})
        connect(dock->toggleViewAction(), &QAction::triggered, dock, [dock](bool shown) {
            if (shown)
                dock->raise(); // it may lie behind another one
        });
    view->addSeparator();
    m_tableAction =
        add(view, tr("List as a &table"), QKeySequence(Qt::CTRL | Qt::Key_T), [this](bool on) { setTable(on); });
    m_tableAction->setCheckable(true);
    view->addSeparator();
    QMenu *themes = view->addMenu(tr("&Colours"));
    m_themes = new QActionGroup(this);
    const std::pair<ThemeChoice, QString> choices[] = {{ThemeChoice::System, tr("As the &desktop")},
                                                       {ThemeChoice::Light, tr("&Light")},
                                                       {ThemeChoice::Dark, tr("Dar&k")}};
    for (const auto &[choice, text] : choices) {
        QAction *action = add(themes, text, {}, [this, choice] { setTheme(choice); });
        action->setCheckable(true);
        action->setActionGroup(m_themes);
        action->setChecked(choice == m_state.theme);
    }
    add(view, tr("&Full screen"), QKeySequence(Qt::Key_F11),
        [this] { setWindowState(windowState() ^ Qt::WindowFullScreen); });

    QMenu *map = menuBar()->addMenu(tr("&Map"));
    add(map, tr("&Show all the places of the list"), QKeySequence(Qt::CTRL | Qt::Key_0), [this] {
        if (m_map)
            m_map->fitToResult();
    });
    add(map, tr("Show the chosen place on the &map"), QKeySequence(Qt::CTRL | Qt::Key_M), [this] {
        const auto result = m_workspace.result();
        const auto chosen = result ? result->find(m_workspace.selected()) : std::nullopt;
        if (chosen && chosen->point)
            showOnMap(*chosen->point);
        else
            say(chosen ? tr("This place is not on the map: its position is unknown.") : tr("No place is chosen."));
    });
    add(map, tr("Show the chosen place in the &list"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L), [this] {
        m_results->list()->setFocus();
        m_results->list()->scrollTo(m_results->list()->currentIndex());
    });
    const auto zoom = [this](double step) {
        if (m_map)
            m_map->setView(m_map->centre(), m_map->zoom() + step);
    };
    add(map, tr("Zoom &in"), QKeySequence::ZoomIn, [zoom] { zoom(kZoomStep); });
    add(map, tr("Zoom &out"), QKeySequence::ZoomOut, [zoom] { zoom(-kZoomStep); });
    m_onlyInView =
        add(map, tr("&Only what is in view"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_V), [this](bool on) {
            if (m_map)
                m_map->setOnlyInView(on);
        });
    m_onlyInView->setCheckable(true);
    QMenu *draw = map->addMenu(tr("&Choose by drawing"));
    using Tool = models::MapSelection::Tool;
    const std::pair<Tool, QString> tools[] = {{Tool::Rectangle, tr("A &rectangle")},
                                              {Tool::Lasso, tr("A &line around them")},
                                              {Tool::Circle, tr("A &distance around a point")}};
    for (const auto &[tool, text] : tools)
        add(draw, text, {}, [this, tool] {
            if (m_map)
                m_map->draw(tool);
        });
    m_ground = new GroundActions(m_workspace.knowledge().dataFolder(), m_words.french(), m_state.ground, this);
    map->addMenu(m_ground->menu);
    map->addSeparator();
    add(map, tr("Save a &picture…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P), [this] { exportPicture(); });
    add(map, tr("P&oster…"), QKeySequence(Qt::CTRL | Qt::Key_P), [this] { makePoster(); });

    QMenu *help = menuBar()->addMenu(tr("&Help"));
    add(help, tr("&Keyboard shortcuts"), QKeySequence(Qt::Key_F1), [this] {
        auto *dialog = new ShortcutsDialog(*menuBar(), this);
        openDialog(dialog);
    });
    add(help, tr("&About Repère"), {}, [this] {
        auto *dialog = new AboutDialog(m_workspace.knowledge().dataFolder(), m_versions, m_words.french(), this);
        connect(dialog, &AboutDialog::linkRequested, this, &MainWindow::openLink);
        openDialog(dialog);
    });
}

} // namespace repere::gui
