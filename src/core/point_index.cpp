#include "core/point_index.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace repere {

PointIndex::Vector PointIndex::unitVector(GeoPoint point)
{
    constexpr double kRadian = std::numbers::pi / 180;
    const double latitude = point.latitude * kRadian;
    const double longitude = point.longitude * kRadian;
    return {std::cos(latitude) * std::cos(longitude), std::cos(latitude) * std::sin(longitude), std::sin(latitude)};
}

PointIndex::PointIndex(std::span<const GeoPoint> points) : m_points(points.begin(), points.end())
{
    m_nodes.reserve(m_points.size());
    for (std::size_t i = 0; i < m_points.size(); ++i)
        m_nodes.push_back({unitVector(m_points[i]), static_cast<std::uint32_t>(i)});
    build(0, m_nodes.size(), 0);
}

void PointIndex::build(std::size_t begin, std::size_t end, std::size_t axis)
{
    if (end - begin < 2)
        return;
    const std::size_t middle = begin + (end - begin) / 2;
    const auto at = [this](std::size_t i) { return m_nodes.begin() + static_cast<std::ptrdiff_t>(i); };
    std::nth_element(at(begin), at(middle), at(end),
                     [axis](const Node &a, const Node &b) { return a.at[axis] < b.at[axis]; });
    build(begin, middle, (axis + 1) % 3);
    build(middle + 1, end, (axis + 1) % 3);
}

void PointIndex::search(std::size_t begin, std::size_t end, std::size_t axis, const Vector &from, Best &best) const
{
    if (begin == end)
        return;
    const std::size_t middle = begin + (end - begin) / 2;
    const Node &node = m_nodes[middle];
    double squared = 0;
    for (std::size_t i = 0; i < 3; ++i)
        squared += (node.at[i] - from[i]) * (node.at[i] - from[i]);
    if (squared < best.squared || (squared == best.squared && node.index < best.index))
        best = {squared, node.index};
    const double away = from[axis] - node.at[axis];
    const std::size_t next = (axis + 1) % 3;
    // First the side that holds the point; the other one only when something nearer may be there.
    if (away < 0)
        search(begin, middle, next, from, best);
    else
        search(middle + 1, end, next, from, best);
    if (away * away > best.squared)
        return;
    if (away < 0)
        search(middle + 1, end, next, from, best);
    else
        search(begin, middle, next, from, best);
}

std::optional<PointIndex::Nearest> PointIndex::nearest(GeoPoint point) const
{
    if (m_nodes.empty())
        return std::nullopt;
    Best best;
    search(0, m_nodes.size(), 0, unitVector(point), best);
    return Nearest{best.index, distanceMetres(point, m_points[best.index])};
}

} // namespace repere
