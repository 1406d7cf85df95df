#include "basemap/map_painter.h"

#include <algorithm>
#include <cmath>

namespace repere::basemap {

namespace {

constexpr double kTile = 256;
constexpr double kClosest = 11;
constexpr double kFarthest = 3;

} // namespace

MapView MapView::fitting(GeoBox box, QSize size)
{
    const MercatorPoint topLeft = toMercator({box.north, box.west});
    const MercatorPoint bottomRight = toMercator({box.south, box.east});
    MapView view;
    view.size = size;
    view.centre = fromMercator({(topLeft.x + bottomRight.x) / 2, (topLeft.y + bottomRight.y) / 2});
    // The margin leaves room for a sign on the edge, but never eats more than a fifth of a small picture.
    const auto room = [](int pixels) { return std::max(16.0, pixels - 2 * std::min(48.0, pixels * 0.1)); };
    const double across = std::max(bottomRight.x - topLeft.x, 1e-9) * kTile / room(size.width());
    const double down = std::max(bottomRight.y - topLeft.y, 1e-9) * kTile / room(size.height());
    view.zoom = std::clamp(-std::log2(std::max(across, down)), kFarthest, kClosest);
    return view;
}

GeoBox MapView::bounds() const
{
    const double scale = kTile * std::exp2(zoom);
    const MercatorPoint middle = toMercator(centre);
    const double halfWidth = size.width() / 2.0 / scale;
    const double halfHeight = size.height() / 2.0 / scale;
    const GeoPoint northWest =
        fromMercator({std::max(0.0, middle.x - halfWidth), std::max(0.0, middle.y - halfHeight)});
    const GeoPoint southEast =
        fromMercator({std::min(1.0, middle.x + halfWidth), std::min(1.0, middle.y + halfHeight)});
    return {northWest.longitude, southEast.latitude, southEast.longitude, northWest.latitude};
}

QPointF MapView::pixel(GeoPoint point) const
{
    const double scale = kTile * std::exp2(zoom);
    const MercatorPoint middle = toMercator(centre);
    const MercatorPoint at = toMercator(point);
    return {(at.x - middle.x) * scale + size.width() / 2.0, (at.y - middle.y) * scale + size.height() / 2.0};
}

} // namespace repere::basemap
