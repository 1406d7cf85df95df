#pragma once

#include "basemap/map_painter.h"

#include <functional>

namespace repere::basemap {

/// A picture of the map with its places, legend, scale and attribution. Format by extension: png, svg, pdf. Written
/// beside and renamed into place.
struct SnapshotRequest {
    MapView view;
    std::vector<Cluster> clusters; ///< as computed for this view and zoom
    QString title;                 ///< "9 of 379", the filter in words
    Theme theme = Theme::Light;
    struct LegendEntry {
        QString type;
        QString label;
    };
    std::vector<LegendEntry> legend;
    /// What a colour of the overlay means; an invalid colour is the heading of those that follow.
    struct Shade {
        QColor colour;
        QString label;
        bool hatched = false; ///< the overlay is, there
    };
    std::vector<Shade> shades;
    /// Closed lines that chose the places: a lasso, the circle of a distance. Over the overlay, beneath the names.
    std::vector<std::vector<GeoPoint>> drawn;
    /// The name of a lone place on its strip of paper.
    struct Name {
        QString text;
        QRectF strip; ///< logical pixels of the view
    };
    std::vector<Name> names;
    /// What lies between the ground and its names, painted in logical pixels of the view (its top left corner is the
    /// origin, MapView::pixel() tells where a point falls); clipped to the view. May be called more than once, from the
    /// thread that paints.
    std::function<void(QPainter &, const MapView &)> overlay;
    qreal devicePixelRatio = 1;
};
Result<void> writeSnapshot(const QString &path, const MapPainter &painter, const SnapshotRequest &request);

/// The colour of a type on map, list and legend; colour-blind safe, the same everywhere. Unknown type: grey.
QColor typeColour(const QString &type, Theme theme);
/// The letter that goes with the colour, so that colour is never the only sign.
QString typeLetter(const QString &type);
/// Black or white: what reads on a disc of this colour.
QColor inkOn(QColor disc);
/// The icon of a type in a square of `size` around `centre`; the letter where there is no icon.
void paintTypeMark(QPainter &painter, QPointF centre, double size, const QString &type, QColor ink);
/// Diameter in logical pixels of a sign of `count` places.
double clusterDiameter(int count);
/// One sign at the origin: ring of types and count, or a disc with the icon of its type.
void paintCluster(QPainter &painter, const Cluster &cluster, Theme theme, bool selected);

} // namespace repere::basemap
