#include "core/geo_ring.h"

#include "core/line_thinning.h"

#include <algorithm>

namespace repere {

namespace {

constexpr std::size_t kMostBands = 256;

/// Positive when `point` lies left of the way from `a` to `b` (y grows south: on the screen it lies right).
double side(MercatorPoint a, MercatorPoint b, MercatorPoint point)
{
    return (b.x - a.x) * (point.y - a.y) - (point.x - a.x) * (b.y - a.y);
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
    std::vector<QPointF> line;
    line.reserve(count + 1);
    for (const GeoPoint point : ring.points) {
        const MercatorPoint at = toMercator(point);
        line.emplace_back(at.x, at.y);
    }
    line.push_back(line.front());

    // The ring is cut at its start and at the point farthest from it.
    std::size_t opposite = 1;
    const auto fromStart = [&line](std::size_t i) {
        const QPointF gap = line[i] - line.front();
        return QPointF::dotProduct(gap, gap);
    };
    for (std::size_t i = 2; i < count; ++i) {
        if (fromStart(i) > fromStart(opposite))
            opposite = i;
    }
    const std::span<const QPointF> whole(line);
    const std::vector<bool> there = keptPoints(whole.first(opposite + 1), tolerance);
    const std::vector<bool> back = keptPoints(whole.subspan(opposite), tolerance);
    GeoRing result;
    for (std::size_t i = 0; i < count; ++i) {
        if (i < opposite ? there[i] : back[i - opposite])
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
