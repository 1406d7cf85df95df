#include "models/map_camera.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace repere::models {

namespace {

constexpr double kTilePixels = 256;
constexpr double kMostBetween = 0.5;                 // see fitting()
constexpr double kEquatorMetres = 40075016.68557849; // WGS 84 equator: the width of EPSG:3857

double worldPixels(double zoom)
{
    return kTilePixels * std::exp2(zoom);
}

} // namespace

GeoBox MapCamera::box(double marginPixels) const
{
    const GeoPoint northWest = pointAt({-marginPixels, -marginPixels});
    const GeoPoint southEast = pointAt({size.width() + marginPixels, size.height() + marginPixels});
    return {std::max(-180.0, northWest.longitude), southEast.latitude, std::min(180.0, southEast.longitude),
            northWest.latitude};
}

QPointF MapCamera::pixel(GeoPoint point) const
{
    const MercatorPoint middle = toMercator(centre);
    const MercatorPoint at = toMercator(point);
    const double world = worldPixels(zoom);
    return {(at.x - middle.x) * world + size.width() / 2, (at.y - middle.y) * world + size.height() / 2};
}

GeoPoint MapCamera::pointAt(QPointF pixel) const
{
    const MercatorPoint middle = toMercator(centre);
    const double world = worldPixels(zoom);
    return fromMercator({middle.x + (pixel.x() - size.width() / 2) / world,
                         std::clamp(middle.y + (pixel.y() - size.height() / 2) / world, 0.0, 1.0)});
}

double MapCamera::metresPerPixel() const
{
    return kEquatorMetres * std::cos(centre.latitude * std::numbers::pi / 180) / worldPixels(zoom);
}

MapCamera MapCamera::fitting(GeoBox box, QSizeF size, QMarginsF margins, double minimumZoom, double maximumZoom)
{
    const QSizeF room(std::max(64.0, size.width() - margins.left() - margins.right()),
                      std::max(64.0, size.height() - margins.top() - margins.bottom()));
    const QSizeF span = pixelSpan(box, 0);
    // A single point has no span: the limit decides.
    const double scale =
        std::min(room.width() / std::max(span.width(), 1e-9), room.height() / std::max(span.height(), 1e-9));
    double zoom = std::floor(std::log2(scale) * 4) / 4;
    zoom = std::clamp(std::min(zoom, std::floor(zoom) + kMostBetween), minimumZoom, maximumZoom);

    const MercatorPoint northWest = toMercator({box.north, box.west});
    const MercatorPoint southEast = toMercator({box.south, box.east});
    const double world = worldPixels(zoom);
    return {.centre = fromMercator({(northWest.x + southEast.x) / 2 + (margins.right() - margins.left()) / 2 / world,
                                    (northWest.y + southEast.y) / 2 + (margins.bottom() - margins.top()) / 2 / world}),
            .zoom = zoom,
            .size = size};
}

QSizeF pixelSpan(GeoBox box, double zoom)
{
    const MercatorPoint northWest = toMercator({box.north, box.west});
    const MercatorPoint southEast = toMercator({box.south, box.east});
    return QSizeF(southEast.x - northWest.x, southEast.y - northWest.y) * worldPixels(zoom);
}

MapScale scaleOf(const MapCamera &camera, double maximumPixels)
{
    const double most = camera.metresPerPixel() * maximumPixels;
    const double power = std::pow(10.0, std::floor(std::log10(most)));
    double metres = power;
    for (const double step : {5.0, 2.0}) {
        if (step * power <= most) {
            metres = step * power;
            break;
        }
    }
    return {metres, metres / camera.metresPerPixel()};
}

} // namespace repere::models
