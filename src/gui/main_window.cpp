#include "gui/main_window.h"

#include "gui/banner.h"
#include "gui/chip_row.h"
#include "gui/coordinate_actions.h"
#include "gui/dropped_files.h"
#include "gui/edit_actions.h"
#include "gui/empty_state.h"
#include "gui/facet_panel.h"
#include "gui/fiche.h"
#include "gui/file_actions.h"
#include "gui/ground_actions.h"
#include "gui/layer_panel.h"
#include "gui/map_pane.h"
#include "gui/place_field.h"
#include "gui/plain_texts.h"
#include "gui/recovery_actions.h"
#include "gui/result_list.h"
#include "gui/result_pane.h"
#include "models/sentences.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDesktopServices>
#include <QDockWidget>
#include <QFileInfo>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScreen>
#include <QSplitter>
#include <QStandardPaths>
#include <QStatusBar>
#include <QStyleHints>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include <cmath>

namespace repere::gui {

namespace {

constexpr double kCloseZoom = 10; // one place with its surroundings
constexpr int kTextDelay = 120;   // ms after a key before the words are asked
constexpr int kViewDelay = 150;   // ms after a move of the map before "only in view" asks
constexpr int kSaveDelay = 1500;  // ms after a change before the state is written

} // namespace

MainWindow::MainWindow(models::Workspace &workspace, const models::Words &words, WindowState state,
                       QStringList versions, QWidget *parent)
    : QMainWindow(parent), m_workspace(workspace), m_words(words), m_state(std::move(state)),
      m_versions(std::move(versions)), m_layers(workspace, words), m_textTimer(new QTimer(this)),
      m_viewTimer(new QTimer(this)), m_saveTimer(new QTimer(this))
{
    new PlainTexts(this);
    setObjectName(QStringLiteral("window"));
    setWindowTitle(QStringLiteral("Repère"));
    setWindowIcon(QIcon(QStringLiteral(":/desktop/repere.svg")));
    setDockOptions(QMainWindow::AnimatedDocks | QMainWindow::AllowTabbedDocks);
    makeSearchBar();
    makeCentre();
    makeDocks();
    makeMenus();
    makeStatusBar();
    follow();

    // The frame of the desktop needs room, too.
    resize(QSize(1440, 900).boundedTo(screen()->availableSize() - QSize(8, 40)));
    m_splitter->setSizes({m_results->sizeHint().width(), 800});
    restoreGeometry(m_state.geometry);
    restoreState(m_state.docks);
    m_splitter->restoreState(m_state.splitter);
    setTable(m_state.table);
    setAcceptDrops(true);
    m_files->setRecentFiles(m_state.recentFiles);
    m_files->setImportFolder(m_state.importFolder);
    m_layers.setSettings(m_state.layer);
    takeFilter();
    takeResult();
    m_restored = true;
}

MainWindow::~MainWindow()
{
    // Parts that hide while they are destroyed must not call a window that is none any more.
    for (QObject *part : findChildren<QObject *>())
        part->disconnect(this);
    // Before the tiles and the layers that they show.
    delete m_map;
    delete m_layerDock;
}

void MainWindow::makeCentre()
{
    auto *centre = new QWidget(this);
    auto *column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_banner = new Banner(centre);
    m_splitter = new QSplitter(Qt::Horizontal, centre);
    m_splitter->setObjectName(QStringLiteral("listAndMap"));
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(true);
    m_results = new ResultPane(m_workspace, m_words, m_splitter);
    m_mapPlace = new QLabel(tr("The map is being drawn…"), m_splitter);
    m_mapPlace->setAlignment(Qt::AlignCenter);
    m_mapPlace->setWordWrap(true);
    m_mapPlace->setProperty("muted", true);
    m_splitter->addWidget(m_results);
    m_splitter->addWidget(m_mapPlace);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    column->addWidget(m_banner);
    column->addWidget(m_splitter, 1);
    setCentralWidget(centre);
}

void MainWindow::makeStatusBar()
{
    m_fileLabel = new QLabel(this);
    m_countLabel = new QLabel(this);
    m_countLabel->setObjectName(QStringLiteral("statusCount"));
    m_coordinates = new CoordinateActions(m_workspace, m_words, this);
    m_coordinates->setForm(m_state.coordinates);
    m_networkLabel = new QLabel(this);
    m_networkLabel->setObjectName(QStringLiteral("network"));
    statusBar()->addWidget(m_fileLabel);
    statusBar()->addWidget(m_countLabel);
    m_waiting = new QToolButton(this);
    m_waiting->setObjectName(QStringLiteral("statusWaiting"));
    m_waiting->setProperty("link", true);
    m_waiting->setToolTip(tr("Records of an import that may be places you have already"));
    m_waiting->hide();
    connect(m_waiting, &QToolButton::clicked, m_edits->duplicates, &QAction::trigger);
    statusBar()->addWidget(m_waiting);
    statusBar()->addPermanentWidget(m_networkLabel);
    statusBar()->addPermanentWidget(m_coordinates->button());
    statusBar()->setSizeGripEnabled(false);
    takeGround();
}

void MainWindow::follow()
{
    for (const auto &[timer, delay, slot] : {std::tuple{m_textTimer, kTextDelay, &MainWindow::takeText},
                                             std::tuple{m_viewTimer, kViewDelay, &MainWindow::takeView},
                                             std::tuple{m_saveTimer, kSaveDelay, &MainWindow::saveState}}) {
        timer->setSingleShot(true);
        timer->setInterval(delay);
        connect(timer, &QTimer::timeout, this, slot);
    }
    m_search->installEventFilter(this);
    m_place->edit()->installEventFilter(this);
    letFilesPass(*m_search);
    letFilesPass(*m_place->edit());
    connect(m_search, &QLineEdit::textEdited, m_textTimer, qOverload<>(&QTimer::start));
    connect(m_search, &QLineEdit::returnPressed, this, &MainWindow::takeText);
    connect(m_place, &PlaceField::said, this, [this](const QString &text) {
        if (!text.isEmpty() || m_placeSpoke)
            say(text);
        m_placeSpoke = !text.isEmpty();
    });
    connect(m_export, &QPushButton::clicked, this, &MainWindow::exportPlaces);

    using models::Workspace;
    connect(&m_workspace, &Workspace::filterChanged, this, &MainWindow::takeFilter);
    connect(&m_workspace, &Workspace::resultChanged, this, &MainWindow::takeResult);
    connect(&m_workspace, &Workspace::selectedChanged, this, [this](qint64 id) {
        if (id != 0 && m_ficheDock->isVisible())
            m_ficheDock->raise(); // over the figures of the layer
        saveSoon();
    });
    connect(&m_workspace, &Workspace::failed, this, [this](const Error &error) {
        if (!m_recovery->takes(error))
            say(error.message);
    });
    connect(m_recovery, &RecoveryActions::said, this, &MainWindow::say);
    connect(&m_workspace, &Workspace::changedByOthers, this,
            [this] { say(tr("Another program changed this file; what you see is up to date.")); });
    connect(&m_workspace, &Workspace::readOnlyChanged, this, &MainWindow::nameWindow);
    connect(&m_workspace, &Workspace::opened, this, [this] {
        const QString name = QFileInfo(m_workspace.path()).fileName();
        nameWindow();
        m_fileLabel->setText(name);
        m_fileLabel->setToolTip(m_workspace.path());
        if (m_state.selected != 0 && m_state.lastFile == m_workspace.path())
            m_workspace.select(m_state.selected);
        m_state.lastFile = m_workspace.path();
        saveSoon();
    });
    connect(&m_layers, &models::MapLayers::settingsChanged, this, &MainWindow::takeLayer);
    connect(m_layerPanel, &LayerPanel::said, this, [this](const QString &text) { say(text); });
    connect(m_layerPanel, &LayerPanel::placeWanted, this, &MainWindow::showOnMap);
    connect(m_files, &FileActions::said, this, &MainWindow::say);
    connect(m_edits, &EditActions::said, this, &MainWindow::say);
    connect(m_ground, &GroundActions::said, this, [this](const QString &text) { say(text); });
    connect(m_ground, &GroundActions::linkRequested, this, &MainWindow::openLink);
    connect(m_ground, &GroundActions::changed, this, &MainWindow::takeGround);
    connect(m_fiche, &Fiche::editRequested, m_edits, &EditActions::editAtelier);
    connect(m_fiche, &Fiche::originsRequested, m_edits, &EditActions::showOrigins);
    connect(m_fiche, &Fiche::addressRequested, m_edits, &EditActions::findAddresses);
    connect(m_edits, &EditActions::waitingChanged, this, [this](int count) {
        m_waiting->setText(m_words.plural(count, tr("%1 record to decide"), tr("%1 records to decide")));
        m_waiting->setVisible(count > 0);
    });
    connect(m_fiche, &Fiche::linkRequested, this, &MainWindow::openLink);
    connect(m_fiche, &Fiche::mapRequested, this, &MainWindow::showOnMap);
    connect(m_coordinates, &CoordinateActions::linkRequested, this, &MainWindow::openLink);
    connect(m_coordinates, &CoordinateActions::formChanged, this, &MainWindow::saveSoon);
    connect(m_results->emptyState(), &EmptyState::addRequested, m_edits->add, &QAction::trigger);
    connect(m_results->emptyState(), &EmptyState::importRequested, m_files->import, &QAction::trigger);
    connect(m_splitter, &QSplitter::splitterMoved, this, &MainWindow::saveSoon);
    for (QDockWidget *dock : {m_facetDock, m_ficheDock, m_layerDock}) {
        connect(dock, &QDockWidget::visibilityChanged, this, &MainWindow::saveSoon);
        connect(dock, &QDockWidget::dockLocationChanged, this, &MainWindow::saveSoon);
    }
    connect(qApp->styleHints(), &QStyleHints::colorSchemeChanged, this, [this] {
        if (m_state.theme == ThemeChoice::System)
            setTheme(ThemeChoice::System);
    });
}

void MainWindow::nameWindow()
{
    const QString name = QFileInfo(m_workspace.path()).fileName();
    const bool readOnly = !m_workspace.readOnlyReason().isEmpty();
    setWindowTitle(readOnly ? tr("%1 (read only) — Repère").arg(name) : tr("%1 — Repère").arg(name));
}

void MainWindow::setMap(std::shared_ptr<const basemap::MapPainter> painter)
{
    m_painter = std::move(painter);
    m_tiles = std::make_unique<basemap::TileService>(
        m_painter,
        basemap::TileService::Options{.cacheFolder = QStandardPaths::writableLocation(QStandardPaths::CacheLocation)
                                                     + QStringLiteral("/tiles"),
                                      .now = {}});
    if (const auto started = m_tiles->start(); !started) {
        setNoMap(started.error().message);
        return;
    }
    const QList<int> sizes = m_splitter->sizes();
    m_map = new MapPane(m_workspace, m_layers, *m_tiles, m_painter->attribution());
    m_map->setTheme(Theme::current().kind);
    delete m_splitter->replaceWidget(1, m_map);
    m_mapPlace = nullptr;
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes(sizes);
    m_map->show();
    m_ground->setTiles(*m_tiles);
    if (m_state.mapCentre && m_workspace.filter() == m_state.filter)
        m_map->setView(*m_state.mapCentre, m_state.mapZoom);
    m_coordinates->setMap(m_map);
    connect(m_map, &MapPane::ownGroundWanted, m_ground, &GroundActions::showPainted);
    connect(m_map, &MapPane::viewChanged, this, [this] {
        saveSoon();
        if (m_map->onlyInView())
            m_viewTimer->start();
    });
    connect(m_map, &MapPane::onlyInViewToggled, this, [this](bool on) {
        m_onlyInView->setChecked(on);
        takeView();
    });
}

void MainWindow::setNoMap(const QString &reason)
{
    if (m_mapPlace)
        m_mapPlace->setText(reason);
}

void MainWindow::say(const QString &text, const QString &actionText, std::function<void()> action)
{
    m_banner->say(text, actionText, std::move(action));
}

void MainWindow::takeText()
{
    m_textTimer->stop();
    Filter filter = m_workspace.filter();
    filter.text = m_search->text();
    m_workspace.setFilter(filter);
}

void MainWindow::takeFilter()
{
    const Filter &filter = m_workspace.filter();
    if (!m_textTimer->isActive() && m_search->text() != filter.text)
        m_search->setText(filter.text);
    if (m_map && m_map->onlyInView() && !filter.box) // its chip was taken away
        m_map->setOnlyInView(false);
    saveSoon();
}

void MainWindow::takeResult()
{
    const auto result = m_workspace.result();
    const int count = result ? result->count() : 0;
    m_export->setEnabled(count > 0);
    m_exportAction->setEnabled(count > 0);
    m_export->setText(m_words.plural(count, tr("Export %1 place…"), tr("Export %1 places…")));
    if (!result)
        return;
    QStringList parts{models::countSentence(result->counts(), m_words)};
    if (const int rough = result->atCommuneOnly(); rough > 0)
        parts << m_words.plural(rough, tr("%1 without an exact position"), tr("%1 without an exact position"));
    if (const int none = result->withoutPosition(); none > 0)
        parts << m_words.plural(none, tr("%1 not on the map"), tr("%1 not on the map"));
    m_countLabel->setText(parts.join(QStringLiteral(" · ")));
    saveSoon();
}

void MainWindow::takeView()
{
    Filter filter = m_workspace.filter();
    if (m_map->onlyInView())
        filter.box = m_map->visibleBox();
    else
        filter.box.reset();
    m_workspace.setFilter(filter);
}

void MainWindow::takeGround()
{
    const QString hosts = m_ground->onlineHosts();
    m_networkLabel->setText(hosts.isEmpty() ? tr("Offline: no connection open") : tr("Online: %1").arg(hosts));
    m_networkLabel->setToolTip(hosts.isEmpty() ? tr("Everything comes from this computer.")
                                               : tr("The map comes from there, as you chose in Map, Ground."));
    saveSoon();
}

void MainWindow::showOnMap(const GeoPoint &point)
{
    if (m_map)
        m_map->setView(point, std::max(m_map->zoom(), kCloseZoom));
}

void MainWindow::takeLayer()
{
    const auto kind = m_layers.settings().kind;
    if (kind != m_layerShown && kind != models::LayerSettings::Kind::None && m_restored) {
        m_layerDock->show();
        m_layerDock->raise();
    }
    m_layerShown = kind;
    saveSoon();
}

void MainWindow::setTheme(ThemeChoice choice)
{
    m_state.theme = choice;
    applyTheme(*qApp, choice);
    if (m_map)
        m_map->setTheme(Theme::current().kind);
    saveSoon();
}

void MainWindow::setTable(bool table)
{
    m_state.table = table;
    m_tableAction->setChecked(table);
    m_results->list()->setTable(table);
    // A table needs more room than cards; it is taken from the map once, and the person may give it back.
    const QList<int> sizes = m_splitter->sizes();
    const int wanted = m_results->list()->tableWidth() + 12;
    if (table && m_restored && sizes.size() == 2 && sizes[0] < wanted)
        m_splitter->setSizes({wanted, std::max(0, sizes[0] + sizes[1] - wanted)});
    else if (!table && m_restored && sizes.size() == 2)
        m_splitter->setSizes({m_results->sizeHint().width(), sizes[0] + sizes[1] - m_results->sizeHint().width()});
    saveSoon();
}

void MainWindow::openLink(const QUrl &url)
{
    // geo: is for an application of this desktop; nothing else is opened, whatever a directory says.
    if (url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http")
        || url.scheme() == QLatin1String("geo"))
        QDesktopServices::openUrl(url);
}

void MainWindow::openExportFolder()
{
    QDesktopServices::openUrl(QUrl::fromLocalFile(m_state.exportFolder));
}

void MainWindow::dropLastChip()
{
    if (m_textTimer->isActive())
        takeText();
    m_results->chips()->removeLast();
}

void MainWindow::saveSoon()
{
    if (m_restored)
        m_saveTimer->start();
}

void MainWindow::saveState()
{
    m_saveTimer->stop();
    m_state.geometry = saveGeometry();
    m_state.docks = QMainWindow::saveState();
    m_state.splitter = m_splitter->saveState();
    m_state.recentFiles = m_files->recentFiles();
    m_state.importFolder = m_files->importFolder();
    m_state.ground = m_ground->choice();
    m_state.filter = m_workspace.filter();
    if (m_map && m_map->onlyInView())
        m_state.filter.box.reset(); // a switch of the moment, not a filter to come back to
    m_state.layer = m_layers.settings();
    m_state.sortKey = m_workspace.sortKey();
    m_state.sortOrder = m_workspace.sortOrder();
    m_state.selected = m_workspace.selected();
    m_state.coordinates = m_coordinates->form();
    if (m_map) {
        m_state.mapCentre = m_map->centre();
        m_state.mapZoom = m_map->zoom();
    }
    m_state.save();
}

bool MainWindow::eventFilter(QObject *watched, QEvent *event)
{
    // A field that has nothing to undo leaves the keys to the directory: the cursor stands there from the start. And
    // Ctrl+E, to the end of a line for some desktops, exports: the key End is there as well.
    const auto *field = qobject_cast<QLineEdit *>(watched);
    if (field && event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (m_exportAction->shortcut().matches(key->keyCombination()) == QKeySequence::ExactMatch
            || (key->matches(QKeySequence::Undo) && !field->isUndoAvailable())
            || (m_edits->redo->shortcut().matches(key->keyCombination()) == QKeySequence::ExactMatch
                && !field->isRedoAvailable())) {
            event->ignore();
            return true;
        }
    }
    return QMainWindow::eventFilter(watched, event);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    saveState();
    event->accept();
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::WindowStateChange)
        saveSoon();
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    saveSoon();
}

void MainWindow::moveEvent(QMoveEvent *event)
{
    QMainWindow::moveEvent(event);
    saveSoon();
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (m_files->import->isEnabled() && !droppedFiles(*event).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    m_files->importFiles(droppedFiles(*event));
    event->acceptProposedAction();
}

} // namespace repere::gui
