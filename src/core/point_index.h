#pragma once

#include "core/geo.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace repere {

/// The nearest of many points on the sphere: a k-d tree over unit vectors, so that neither the poles nor the date line are
/// special. n log n to build, log n to ask. Immutable; any thread.
class PointIndex
{
public:
    explicit PointIndex(std::span<const GeoPoint> points);

    struct Nearest {
        std::size_t index = 0;     ///< into the points given
        double distanceMetres = 0; ///< see repere::distanceMetres
    };
    /// Of points at the same spot the first one; nullopt when there are no points.
    std::optional<Nearest> nearest(GeoPoint point) const;

private:
    using Vector = std::array<double, 3>;
    struct Node {
        Vector at;
        std::uint32_t index;
    };
    struct Best {
        double squared = 5; // more than the sphere is wide
        std::uint32_t index = 0;
    };
    static Vector unitVector(GeoPoint point);
    void build(std::size_t begin, std::size_t end, std::size_t axis);
    void search(std::size_t begin, std::size_t end, std::size_t axis, const Vector &from, Best &best) const;

    std::vector<GeoPoint> m_points;
    std::vector<Node> m_nodes; ///< the root of a range is its middle
};

} // namespace repere
