#include "core/geo_ring.h"

#include <algorithm>
#include <cmath>

namespace repere {

namespace {

constexpr std::size_t kMostBands = 256;

/// Positive when `point` lies left of the way from `a` to `b` (y grows south: on the screen it lies right).
double side(MercatorPoint a, MercatorPoint b, MercatorPoint point)
{
    return (b.x - a.x) * (point.y - a.y) - (point.x - a.x) * (b.y - a.y);
}

double distanceToSegment(MercatorPoint point, MercatorPoint a, MercatorPoint b)
{
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const double length = dx * dx + dy * dy;
    const double along =
        length > 0 ? std::clamp(((point.x - a.x) * dx + (point.y - a.y) * dy) / length, 0.0, 1.0) : 0.0;
    return std::hypot(point.x - a.x - along * dx, point.y - a.y - along * dy);
}

/// Marks the points that stay between two that do.
void keepFar(std::span<const MercatorPoint> points, std::size_t first, std::size_t last, double tolerance,
             std::vector<char> &kept)
{
    double farthest = tolerance;
    std::size_t at = first;
    for (std::size_t i = first + 1; i < last; ++i) {
        const double distance = distanceToSegment(points[i], points[first], points[last]);
        if (distance > farthest) {
            farthest = distance;
            at = i;
        }
    }
    if (at == first)
        return;
    kept[at] = 1;
    keepFar(points, first, at, tolerance, kept);
    keepFar(points, at, last, tolerance, kept);
}

} // namespace

bool GeoRing::isValid() const
{
    return points.size() >= 3 && std::ranges::all_of(points, &GeoPoint::isValid);
}

GeoBox GeoRing::bounds() const
{
    GeoBox box = GeoBox::around(points.front());
    for (const GeoPoint point : points)
        box = box.united(point);
    return box;
}

GeoRing GeoRing::ofBox(const GeoBox &box)
{
    return {{{box.north, box.west}, {box.north, box.east}, {box.south, box.east}, {box.south, box.west}}};
}

GeoRing simplified(const GeoRing &ring, double tolerance)
{
    const std::size_t count = ring.points.size();
    if (count <= 3)
        return ring;
    std::vector<MercatorPoint> points;
    points.reserve(count + 1);
    for (const GeoPoint point : ring.points)
        points.push_back(toMercator(point));
    points.push_back(points.front());

    // The ring is cut at its start and at the point farthest from it.
    std::size_t opposite = 1;
    for (std::size_t i = 1; i < count; ++i) {
        if (std::hypot(points[i].x - points[0].x, points[i].y - points[0].y)
            > std::hypot(points[opposite].x - points[0].x, points[opposite].y - points[0].y))
            opposite = i;
    }
    std::vector<char> kept(count + 1, 0);
    kept[0] = kept[opposite] = 1;
    keepFar(points, 0, opposite, tolerance, kept);
    keepFar(points, opposite, count, tolerance, kept);

    GeoRing result;
    for (std::size_t i = 0; i < count; ++i) {
        if (kept[i])
            result.points.push_back(ring.points[i]);
    }
    return result.points.size() < 3 ? ring : result;
}

RingTest::RingTest(const GeoRing &ring)
{
    if (!ring.isValid())
        return;
    std::vector<Side> sides;
    MercatorPoint from = toMercator(ring.points.back());
    for (const GeoPoint point : ring.points) {
        const MercatorPoint to = toMercator(point);
        m_west = std::min(m_west, to.x);
        m_east = std::max(m_east, to.x);
        m_north = std::min(m_north, to.y);
        m_south = std::max(m_south, to.y);
        if (from.y != to.y)
            sides.push_back({from, to});
        from = to;
    }
    m_bandEnds.resize(std::clamp<std::size_t>(sides.size() / 2, 1, kMostBands));
    for (std::size_t band = 0; band < m_bandEnds.size(); ++band) {
        for (const Side &each : sides) {
            const auto [top, bottom] = std::minmax(each.from.y, each.to.y);
            if (bandOf(top) <= band && bandOf(bottom) >= band)
                m_sides.push_back(each);
        }
        m_bandEnds[band] = static_cast<std::uint32_t>(m_sides.size());
    }
}

std::size_t RingTest::bandOf(double y) const
{
    const double height = m_south - m_north;
    const double band = height > 0 ? (y - m_north) / height * static_cast<double>(m_bandEnds.size()) : 0;
    return std::min(static_cast<std::size_t>(std::max(band, 0.0)), m_bandEnds.size() - 1);
}

bool RingTest::holds(MercatorPoint point) const
{
    if (point.x < m_west || point.x > m_east || point.y < m_north || point.y > m_south)
        return false;
    const std::size_t band = bandOf(point.y);
    int winding = 0;
    for (std::size_t i = band ? m_bandEnds[band - 1] : 0; i < m_bandEnds[band]; ++i) {
        const auto &[from, to] = m_sides[i];
        if (from.y <= point.y) {
            if (to.y > point.y && side(from, to, point) > 0)
                ++winding;
        } else if (to.y <= point.y && side(from, to, point) < 0) {
            --winding;
        }
    }
    return winding != 0;
}

} // namespace repere
