#pragma once

#include <optional>

namespace repere {

/// A position in WGS 84, degrees. Never a bare pair of doubles: the order is written in the names.
struct GeoPoint {
    double latitude = 0;
    double longitude = 0;

    bool operator==(const GeoPoint &) const = default;
    /// Finite, |latitude| ≤ 90 and |longitude| ≤ 180.
    bool isValid() const;
};

/// A box in degrees; west ≤ east (France and its overseas never cross the antimeridian).
struct GeoBox {
    double west = 0;
    double south = 0;
    double east = 0;
    double north = 0;

    bool operator==(const GeoBox &) const = default;
    bool contains(GeoPoint point) const;
    GeoPoint centre() const;
    /// The smallest box that also holds `point`.
    GeoBox united(GeoPoint point) const;
    static GeoBox around(GeoPoint point);
};

/// Great-circle distance in metres on the sphere of radius 6 371 008.8 m (IUGG mean radius), haversine formula.
double distanceMetres(GeoPoint a, GeoPoint b);

/// Where one comes from `from` by going `metres` along the great circle that leaves it at `bearing` (degrees, 0 = north,
/// 90 = east), on the same sphere.
GeoPoint destination(GeoPoint from, double bearing, double metres);

/// The direction in which a great circle leaves `from` towards `to`: degrees clockwise from the north, 0 ≤ b < 360; 0 when
/// the points are one.
double bearingDegrees(GeoPoint from, GeoPoint to);

/// The box that holds every point within `radiusMetres` of `centre`.
GeoBox boxAround(GeoPoint centre, double radiusMetres);

/// Spherical Web Mercator (EPSG:3857) scaled to the unit square: x 0 at 180° W, y 0 at 85.0511° N growing south.
struct MercatorPoint {
    double x = 0;
    double y = 0;
};
MercatorPoint toMercator(GeoPoint point);
GeoPoint fromMercator(MercatorPoint point);

} // namespace repere
