#pragma once

#include "basemap/style.h"
#include "basemap/tile_service.h"
#include "core/geo.h"
#include "models/map_layers.h"
#include "models/map_selection.h"
#include "models/workspace.h"

#include <QWidget>

#include <memory>

namespace repere::gui {

/// The map of the window: Qt Location in a QQuickWidget over the loopback tiles, clusters of the workspace's result,
/// buttons, scale bar, legend, attribution. A click on a cluster zooms, on a marker selects. It fits the results of each
/// new filter by itself, unless setView() said where to look first.
class MapPane : public QWidget
{
    Q_OBJECT
public:
    MapPane(models::Workspace &workspace, models::MapLayers &layers, basemap::TileService &tiles, QString attribution,
            QWidget *parent = nullptr);
    ~MapPane() override;

    void setTheme(basemap::Theme theme);
    /// Shows all places of the result, with a margin; metropolitan France when there are none.
    void fitToResult();
    void setView(GeoPoint centre, double zoom);
    GeoPoint centre() const;
    double zoom() const;
    GeoBox visibleBox() const;

    /// Takes up a tool to choose places by drawing.
    void draw(models::MapSelection::Tool tool);

    /// The switch "only in view". Setting it from here announces it too.
    bool onlyInView() const;
    void setOnlyInView(bool on);

    /// "Distance depuis" this point: the list is sorted by it, the view stays.
    void measureFrom(GeoPoint point);

signals:
    /// A right click at a spot; by the Menu key, the sign where the keyboard is, or the middle.
    void menuRequested(const repere::GeoPoint &point, const QPoint &globalPosition);
    void viewChanged(); ///< centre, zoom or size, at most once per frame
    void onlyInViewToggled(bool on);
    void resultPainted();   ///< a picture of the map was made that shows the signs of the result
    void ownGroundWanted(); ///< the map drawn by Repère, instead of one that keeps it waiting
    void pointerAt(double latitude, double longitude); ///< NaN when the pointer left

protected:
    void resizeEvent(QResizeEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace repere::gui
