#include "core/geo.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace repere {

namespace {

constexpr double kEarthRadiusMetres = 6371008.8;
constexpr double kRadians = std::numbers::pi / 180.0;

} // namespace

bool GeoPoint::isValid() const
{
    // Written so that NaN fails.
    return std::abs(latitude) <= 90.0 && std::abs(longitude) <= 180.0;
}

bool GeoBox::contains(GeoPoint point) const
{
    return point.longitude >= west && point.longitude <= east && point.latitude >= south && point.latitude <= north;
}

GeoPoint GeoBox::centre() const
{
    return {(south + north) / 2, (west + east) / 2};
}

GeoBox GeoBox::united(GeoPoint point) const
{
    return {std::min(west, point.longitude), std::min(south, point.latitude), std::max(east, point.longitude),
            std::max(north, point.latitude)};
}

GeoBox GeoBox::around(GeoPoint point)
{
    return {point.longitude, point.latitude, point.longitude, point.latitude};
}

double distanceMetres(GeoPoint a, GeoPoint b)
{
    const double sinLatitude = std::sin((b.latitude - a.latitude) * kRadians / 2);
    const double sinLongitude = std::sin((b.longitude - a.longitude) * kRadians / 2);
    const double haversine =
        sinLatitude * sinLatitude
        + std::cos(a.latitude * kRadians) * std::cos(b.latitude * kRadians) * sinLongitude * sinLongitude;
    return 2 * kEarthRadiusMetres * std::asin(std::sqrt(std::clamp(haversine, 0.0, 1.0)));
}

GeoPoint destination(GeoPoint from, double bearing, double metres)
{
    const double angle = metres / kEarthRadiusMetres;
    const double course = bearing * kRadians;
    const double latitude = from.latitude * kRadians;
    const double reached = std::asin(std::clamp(
        std::sin(latitude) * std::cos(angle) + std::cos(latitude) * std::sin(angle) * std::cos(course), -1.0, 1.0));
    const double turned = std::atan2(std::sin(course) * std::sin(angle) * std::cos(latitude),
                                     std::cos(angle) - std::sin(latitude) * std::sin(reached));
    return {reached / kRadians, std::remainder(from.longitude + turned / kRadians, 360.0)};
}

double bearingDegrees(GeoPoint from, GeoPoint to)
{
    const double turn = (to.longitude - from.longitude) * kRadians;
    const double fromLatitude = from.latitude * kRadians;
    const double toLatitude = to.latitude * kRadians;
    const double east = std::sin(turn) * std::cos(toLatitude);
    const double north =
        std::cos(fromLatitude) * std::sin(toLatitude) - std::sin(fromLatitude) * std::cos(toLatitude) * std::cos(turn);
    const double degrees = std::atan2(east, north) / kRadians;
    return degrees < 0 ? degrees + 360 : degrees;
}

GeoBox boxAround(GeoPoint centre, double radiusMetres)
{
    const double angle = std::max(0.0, radiusMetres) / kEarthRadiusMetres;
    // A hair wider than the circle, so that rounding never excludes a point exactly at the radius.
    const double halfHeight = angle / kRadians + 1e-9;
    GeoBox box{-180, std::max(-90.0, centre.latitude - halfHeight), 180, std::min(90.0, centre.latitude + halfHeight)};
    if (box.south <= -90.0 || box.north >= 90.0)
        return box; // a pole lies inside: every longitude does
    const double ratio = std::sin(angle) / std::cos(centre.latitude * kRadians);
    if (ratio >= 1)
        return box;
    const double halfWidth = std::asin(ratio) / kRadians + 1e-9;
    if (centre.longitude - halfWidth < -180 || centre.longitude + halfWidth > 180)
        return box; // west ≤ east: a box over the antimeridian becomes the whole turn
    box.west = centre.longitude - halfWidth;
    box.east = centre.longitude + halfWidth;
    return box;
}

MercatorPoint toMercator(GeoPoint point)
{
    constexpr double kLimit = 85.05112877980659; // the latitude where the map is square
    const double latitude = std::clamp(point.latitude, -kLimit, kLimit) * kRadians;
    return {point.longitude / 360.0 + 0.5,
            0.5 - std::log(std::tan(std::numbers::pi / 4 + latitude / 2)) / (2 * std::numbers::pi)};
}

GeoPoint fromMercator(MercatorPoint point)
{
    return {std::atan(std::sinh((1 - 2 * point.y) * std::numbers::pi)) / kRadians, (point.x - 0.5) * 360.0};
}

} // namespace repere
