#pragma once

#include "basemap/snapshot.h"

class QFontMetricsF;
class QPainter;

namespace repere::basemap {

/// One line of a legend: a sign or a shade and what it means.
struct LegendLine {
    Cluster sign; ///< of no places: none
    QString label;
    QColor shade = {};      ///< invalid: none
    bool hatched = false;   ///< the shade is, as on the map
    bool beginsRow = false; ///< of another kind than those before
};
/// The shades of the overlay, the types of the request, then what the kinds of signs mean that occur in it.
std::vector<LegendLine> legendLines(const SnapshotRequest &request);
/// Writes the lines in rows from left to right, at most `width` wide. Returns the size taken; paints nothing without a
/// painter.
QSizeF paintLegendLines(QPainter *painter, const std::vector<LegendLine> &lines, QPointF topLeft, double width,
                        Theme theme);

/// The bar and its length, on a card that stands on `bottomLeft`. Returns the card.
QRectF paintScale(QPainter &painter, const MapView &view, QPointF bottomLeft, const Palette &colours);
/// What the bar shows: a round length at the middle of the view, and its width.
struct ScaleBar {
    double metres = 0;
    double pixels = 0;
};
ScaleBar scaleBarOf(const MapView &view);

/// Ground, overlay, signs and names. Names of the ground stay clear of `keepFree` and of the signs.
void paintMap(QPainter &painter, const MapPainter &map, const SnapshotRequest &request, std::vector<QRectF> keepFree);

/// Breaks a text into lines of at most `width` pixels, at spaces.
QStringList wrapped(const QString &text, const QFontMetricsF &metrics, double width);

/// Paints title, legend, scale bar and attribution over the map of a picture; returns the rectangles that they take.
std::vector<QRectF> paintFurniture(QPainter &painter, const MapPainter &map, const SnapshotRequest &request);

} // namespace repere::basemap
