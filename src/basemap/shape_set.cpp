#include "basemap/shape_set.h"

#include "core/line_thinning.h"

#include <algorithm>

namespace repere::basemap {

namespace {

constexpr std::size_t kRun = 32; // segments per box
constexpr int kRunsPerPath = 2;

/// One side of a rectangle, for cutting polygons (Sutherland and Hodgman).
struct Side {
    bool vertical;
    double at;
    bool keepGreater;

    bool inside(QPointF point) const
    {
        const double value = vertical ? point.x() : point.y();
        return keepGreater ? value >= at : value <= at;
    }
    QPointF cut(QPointF a, QPointF b) const
    {
        if (vertical)
            return {at, a.y() + (b.y() - a.y()) * (at - a.x()) / (b.x() - a.x())};
        return {a.x() + (b.x() - a.x()) * (at - a.y()) / (b.y() - a.y()), at};
    }
    bool allOutside(const ShapeSet::Box &box) const
    {
        if (vertical)
            return keepGreater ? box.right < at : box.left > at;
        return keepGreater ? box.bottom < at : box.top > at;
    }
};

void cutRing(std::vector<QPointF> &ring, std::vector<QPointF> &scratch, const Side &side)
{
    scratch.clear();
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const QPointF &previous = ring[i == 0 ? ring.size() - 1 : i - 1];
        const QPointF &point = ring[i];
        const bool wasInside = side.inside(previous);
        if (side.inside(point)) {
            if (!wasInside)
                scratch.push_back(side.cut(previous, point));
            scratch.push_back(point);
        } else if (wasInside) {
            scratch.push_back(side.cut(previous, point));
        }
    }
    ring.swap(scratch);
}

} // namespace

void ShapeSet::Box::add(QPointF point)
{
    left = std::min(left, point.x());
    right = std::max(right, point.x());
    top = std::min(top, point.y());
    bottom = std::max(bottom, point.y());
}

void ShapeSet::add(std::span<const QPointF> points, double rank)
{
    if (points.size() < 2)
        return;
    Part part{m_points.size(), points.size(), m_runs.size(), rank, {}};
    for (std::size_t i = 0; i + 1 < points.size(); ++i) {
        if (i % kRun == 0)
            m_runs.emplace_back();
        m_runs.back().add(points[i]);
        m_runs.back().add(points[i + 1]);
    }
    for (QPointF point : points)
        part.box.add(point);
    m_points.insert(m_points.end(), points.begin(), points.end());
    m_parts.push_back(part);
}

ShapeSet ShapeSet::simplified(double tolerance) const
{
    ShapeSet result;
    std::vector<QPointF> fewer;
    for (const Part &part : m_parts) {
        if (part.box.extent() < tolerance)
            continue;
        const auto line = points(part);
        const std::vector<bool> kept = keptPoints(line, tolerance);
        fewer.clear();
        for (std::size_t i = 0; i < line.size(); ++i) {
            if (kept[i])
                fewer.push_back(line[i]);
        }
        result.add(fewer, part.rank);
    }
    return result;
}

ShapeSet ShapeSet::smoothed(int rounds) const
{
    ShapeSet result;
    for (const Part &part : m_parts) {
        std::vector<QPointF> line(points(part).begin(), points(part).end());
        for (int round = 0; round < rounds && line.size() > 2; ++round) {
            std::vector<QPointF> next;
            next.reserve(2 * line.size());
            next.push_back(line.front()); // ends stay, so that lines still meet
            for (std::size_t i = 1; i + 1 < line.size(); ++i) {
                next.push_back(line[i] + 0.25 * (line[i - 1] - line[i]));
                next.push_back(line[i] + 0.25 * (line[i + 1] - line[i]));
            }
            next.push_back(line.back());
            line.swap(next);
        }
        result.add(line, part.rank);
    }
    return result;
}

std::vector<QPainterPath> ShapeSet::lines(const Frame &frame, double margin, const Wanted &wanted) const
{
    const QRectF area = frame.units(margin);
    std::vector<QPainterPath> paths;
    for (const Part &part : m_parts) {
        if (!part.box.touches(area) || (wanted && !wanted(part.rank)))
            continue;
        const auto line = points(part);
        int room = 0; // runs that the open path may still take
        for (std::size_t start = 0; start + 1 < line.size(); start += kRun) {
            if (!m_runs[part.firstRun + start / kRun].touches(area)) {
                room = 0;
                continue;
            }
            if (room == 0) {
                paths.emplace_back(frame.map(line[start]));
                room = kRunsPerPath;
            }
            --room;
            const std::size_t end = std::min(start + kRun, line.size() - 1);
            for (std::size_t i = start + 1; i <= end; ++i)
                paths.back().lineTo(frame.map(line[i]));
        }
    }
    return paths;
}

QPainterPath ShapeSet::rings(const Frame &frame, double margin, const Wanted &wanted) const
{
    const QRectF area = frame.units(margin);
    const Side sides[] = {{true, area.left(), true},
                          {true, area.right(), false},
                          {false, area.top(), true},
                          {false, area.bottom(), false}};
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    std::vector<QPointF> ring;
    std::vector<QPointF> scratch;
    for (const Part &part : m_parts) {
        if (!part.box.touches(area) || (wanted && !wanted(part.rank)))
            continue;
        const auto all = points(part);
        ring.clear();
        for (std::size_t start = 0; start + 1 < all.size(); start += kRun) {
            const Box &run = m_runs[part.firstRun + start / kRun];
            const std::size_t end = std::min(start + kRun, all.size() - 1);
            ring.push_back(all[start]);
            // A run beyond one side winds around no point of the picture: its two ends say as much.
            if (std::ranges::none_of(sides, [&run](const Side &side) { return side.allOutside(run); }))
                ring.insert(ring.end(), all.begin() + static_cast<std::ptrdiff_t>(start) + 1,
                            all.begin() + static_cast<std::ptrdiff_t>(end));
        }
        for (const Side &side : sides) {
            if (std::ranges::any_of(ring, [&side](QPointF point) { return !side.inside(point); }))
                cutRing(ring, scratch, side);
        }
        if (ring.size() < 3)
            continue;
        path.moveTo(frame.map(ring.front()));
        for (std::size_t i = 1; i < ring.size(); ++i)
            path.lineTo(frame.map(ring[i]));
        path.closeSubpath();
    }
    return path;
}

} // namespace repere::basemap
