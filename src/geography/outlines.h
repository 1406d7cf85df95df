#pragma once

#include "core/geo.h"
#include "core/result.h"

#include <QStringList>

#include <cmath>
#include <cstdint>
#include <optional>
#include <vector>

namespace repere::geography {

/// Distances around one point, as on a plane: within 0.1 % up to 50 km. For comparing, where haversine is too dear.
class FlatFrame
{
public:
    explicit FlatFrame(GeoPoint origin);
    double x(double longitude) const { return (longitude - m_origin.longitude) * m_metresPerLongitude; }
    double y(double latitude) const { return (latitude - m_origin.latitude) * kMetresPerDegree; }
    double squaredMetres(GeoPoint point) const
    {
        const double dx = x(point.longitude);
        const double dy = y(point.latitude);
        return dx * dx + dy * dy;
    }
    static constexpr double kMetresPerDegree = 111'195.08; ///< of latitude, on the sphere of distanceMetres

private:
    GeoPoint m_origin;
    double m_metresPerLongitude;
};

/// Polygons, each belonging to an area with a code. Areas do not overlap. Private to the layer; immutable; any thread.
/// Edges are sorted into bands of latitude: a point is compared with the edges of its own band only.
class Outlines
{
public:
    /// Reads a GeoJSON file of polygons; `codeField` is the property that holds the code. Errors: Missing, Unreadable.
    static Result<Outlines> read(const QString &path, const QString &codeField);

    const QStringList &codes() const { return m_codes; }
    /// The area (a position in codes()) that holds the point.
    std::optional<std::size_t> holding(GeoPoint point) const;
    /// The area whose outline passes nearest to the point, within `metres`; of `only` that area when it is given.
    std::optional<std::size_t> nearest(GeoPoint point, double metres,
                                       std::optional<std::size_t> only = std::nullopt) const;

private:
    struct Edge {
        GeoPoint from;
        GeoPoint to;
        std::uint32_t area = 0;
    };

    void addRing(const std::vector<GeoPoint> &ring, std::uint32_t area);
    void sortIntoBands();
    std::ptrdiff_t bandOf(double latitude) const;

    QStringList m_codes;
    std::vector<Edge> m_edges;             ///< by band; an edge that crosses several is in each
    std::vector<std::uint32_t> m_bandEnds; ///< end of each band in m_edges
    double m_south = 0;
};

} // namespace repere::geography
