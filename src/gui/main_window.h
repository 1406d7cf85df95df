#pragma once

#include "basemap/tile_service.h"
#include "gui/window_state.h"
#include "models/map_layers.h"
#include "models/words.h"
#include "models/workspace.h"

#include <QMainWindow>

#include <memory>

class QActionGroup;
class QDockWidget;
class QLabel;
class QLineEdit;
class QPushButton;
class QSplitter;
class QTimer;
class QToolButton;

namespace repere::gui {

class Banner;
class CoordinateActions;
class EditActions;
class FacetPanel;
class Fiche;
class FileActions;
class GroundActions;
class LayerPanel;
class MapPane;
class PlaceField;
class RecoveryActions;
class ResultPane;

/// The window: search bar, facets, list and map, fiche, status bar. It holds no knowledge of its own: everything meets in
/// the Workspace.
class MainWindow final : public QMainWindow
{
    Q_OBJECT
public:
    /// `versions`: what About says of the libraries.
    MainWindow(models::Workspace &workspace, const models::Words &words, WindowState state, QStringList versions,
               QWidget *parent = nullptr);
    ~MainWindow() override;

    /// The map comes when its painter has been loaded; until then its place says so.
    void setMap(std::shared_ptr<const basemap::MapPainter> painter);
    /// Why there is no map.
    void setNoMap(const QString &reason);
    void say(const QString &text, const QString &actionText = {}, std::function<void()> action = {});

    // What the demonstration and the tests drive.
    FacetPanel *facets() const { return m_facets; }
    ResultPane *results() const { return m_results; }
    MapPane *map() const { return m_map; }
    models::MapLayers &layers() { return m_layers; }
    Fiche *fiche() const { return m_fiche; }
    QLineEdit *search() const { return m_search; }
    PlaceField *place() const { return m_place; }
    QPushButton *exportButton() const { return m_export; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void moveEvent(QMoveEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override; ///< files are imported

private:
    void makeSearchBar();
    void makeCentre();
    void makeDocks();
    void makeMenus();
    void makeStatusBar();
    void follow();
    void nameWindow();
    void takeText();
    void takeFilter();
    void takeResult();
    void takeView();
    void takeGround();
    void takeLayer();
    void showOnMap(const GeoPoint &point);
    void setTheme(ThemeChoice choice);
    void setTable(bool table);
    void exportPlaces();
    void exportPicture();
    void makePoster();
    void openLink(const QUrl &url);
    void openExportFolder();
    void saveState();
    void saveSoon();
    void dropLastChip();

    models::Workspace &m_workspace;
    models::Words m_words;
    WindowState m_state;
    QStringList m_versions;
    models::MapLayers m_layers;
    std::shared_ptr<const basemap::MapPainter> m_painter;
    std::unique_ptr<basemap::TileService> m_tiles;
    bool m_placeSpoke = false; // the message above the work is about a place that could not be found
    models::LayerSettings::Kind m_layerShown = models::LayerSettings::Kind::None;
    bool m_restored = false; // from here on the state follows the window

    QLineEdit *m_search = nullptr;
    PlaceField *m_place = nullptr;
    QPushButton *m_export = nullptr;
    Banner *m_banner = nullptr;
    QSplitter *m_splitter = nullptr;
    ResultPane *m_results = nullptr;
    QLabel *m_mapPlace = nullptr; // until the map is there
    MapPane *m_map = nullptr;
    QDockWidget *m_facetDock = nullptr;
    QDockWidget *m_ficheDock = nullptr;
    QDockWidget *m_layerDock = nullptr;
    FacetPanel *m_facets = nullptr;
    Fiche *m_fiche = nullptr;
    LayerPanel *m_layerPanel = nullptr;
    FileActions *m_files = nullptr;
    RecoveryActions *m_recovery = nullptr;
    EditActions *m_edits = nullptr;
    GroundActions *m_ground = nullptr;
    QAction *m_exportAction = nullptr;
    QAction *m_tableAction = nullptr;
    QAction *m_onlyInView = nullptr;
    QActionGroup *m_themes = nullptr;
    QLabel *m_fileLabel = nullptr;
    QLabel *m_countLabel = nullptr;
    QToolButton *m_waiting = nullptr; // opens the questions of imports
    QLabel *m_networkLabel = nullptr;
    CoordinateActions *m_coordinates = nullptr;
    QTimer *m_textTimer = nullptr;
    QTimer *m_viewTimer = nullptr;
    QTimer *m_saveTimer = nullptr;
};

} // namespace repere::gui
