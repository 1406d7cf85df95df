#pragma once

#include "core/geo.h"

#include <cstdint>
#include <span>
#include <vector>

namespace repere {

/// A closed line as a person draws it on the map: its sides are straight on Web Mercator, the last point joins the
/// first. What the line winds around is inside, also where it crosses itself (nonzero winding rule).
struct GeoRing {
    std::vector<GeoPoint> points;

    bool operator==(const GeoRing &) const = default;
    /// At least three points, each one valid.
    bool isValid() const;
    /// The smallest box around the points; they must not be none.
    GeoBox bounds() const;
    /// The four corners of a box.
    static GeoRing ofBox(const GeoBox &box);
};

/// Fewer points, none of the left out ones farther than `tolerance` (units of Web Mercator) from the line that remains
/// (Douglas and Peucker). Never fewer than three points.
GeoRing simplified(const GeoRing &ring, double tolerance);

/// Answers for many points whether a ring holds them. The sides are sorted into bands from north to south, and a point is
/// compared with those of its own band only. Immutable; any thread.
class RingTest
{
public:
    /// A ring that is not valid holds nothing.
    explicit RingTest(const GeoRing &ring);
    bool holds(MercatorPoint point) const;
    bool holds(GeoPoint point) const { return holds(toMercator(point)); }

private:
    struct Side {
        MercatorPoint from;
        MercatorPoint to;
    };
    std::size_t bandOf(double y) const;

    double m_west = 1;
    double m_north = 1;
    double m_east = 0;
    double m_south = 0;
    std::vector<Side> m_sides;             ///< by band; one that crosses several is in each
    std::vector<std::uint32_t> m_bandEnds; ///< end of each band in m_sides
};

} // namespace repere
