#pragma once

#include "basemap/snapshot.h"

class QPainter;

namespace repere::basemap {

/// Paints title, legend, scale bar and attribution over the map of a picture; returns the rectangles that they take.
std::vector<QRectF> paintFurniture(QPainter &painter, const MapPainter &map, const SnapshotRequest &request);

} // namespace repere::basemap
