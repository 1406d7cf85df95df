#pragma once

#include "core/geo.h"

#include <QMarginsF>
#include <QPointF>
#include <QSizeF>

namespace repere::models {

/// Where the map looks: north up, Web Mercator (EPSG:3857), zoom of 256-pixel tiles, logical pixels.
struct MapCamera {
    GeoPoint centre{46.6, 2.5};
    double zoom = 5;
    QSizeF size;

    bool operator==(const MapCamera &) const = default;

    /// What is visible, grown by `marginPixels` on each side.
    GeoBox box(double marginPixels = 0) const;
    /// Pixels from the top left corner.
    QPointF pixel(GeoPoint point) const;
    GeoPoint pointAt(QPointF pixel) const;
    /// On the ground at the centre.
    double metresPerPixel() const;

    /// The view that shows `box` inside `margins`, at a zoom within the limits, at most half a step over a whole one:
    /// between whole zooms tiles are stretched, and their names with them.
    static MapCamera fitting(GeoBox box, QSizeF size, QMarginsF margins, double minimumZoom, double maximumZoom);
};

/// Width and height of a box in pixels at a zoom.
QSizeF pixelSpan(GeoBox box, double zoom);

/// A round length (1, 2 or 5 times a power of ten metres) and its width at most `maximumPixels`.
struct MapScale {
    double metres = 0;
    double pixels = 0;
};
MapScale scaleOf(const MapCamera &camera, double maximumPixels);

} // namespace repere::models
