#pragma once

#include "basemap/shape_set.h"

#include <QString>

namespace repere::basemap {

/// A ring of land and the country that it belongs to.
struct LandRing {
    std::vector<QPointF> points; ///< Mercator units, closed
    QString country;
    bool french = false;
};

struct Outlines {
    ShapeSet coast;
    ShapeSet frontiers; ///< rank 1: of France; 0: between others; each once
};

/// Sorts the edges of land into shores and frontiers. The data has countries, not coasts: an edge is a frontier when
/// another country's edge lies within about 200 m. Edges along `cuts` (where the data was cut) are neither.
Outlines sortOutlines(const std::vector<LandRing> &rings, const std::vector<QRectF> &cuts);

} // namespace repere::basemap
