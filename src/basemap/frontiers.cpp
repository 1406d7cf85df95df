#include "basemap/frontiers.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace repere::basemap {

namespace {

constexpr double kDegree = 1.0 / 360;      // of longitude, in Mercator units
constexpr double kNear = 0.0025 * kDegree; // neighbours were simplified to 0.001° each, by themselves
constexpr double kCell = 0.03 * kDegree;
constexpr double kOnCut = 0.00002 * kDegree;

struct Edge {
    QPointF a;
    QPointF b;
    int ring = 0;
};

double distanceToEdge(QPointF point, const Edge &edge)
{
    const QPointF along = edge.b - edge.a;
    const double length = QPointF::dotProduct(along, along);
    const double share = length > 0 ? std::clamp(QPointF::dotProduct(point - edge.a, along) / length, 0.0, 1.0) : 0.0;
    const QPointF gap = point - (edge.a + share * along);
    return std::hypot(gap.x(), gap.y());
}

/// Edges by the cells of a grid that they may be near to.
class EdgeGrid
{
public:
    explicit EdgeGrid(const std::vector<LandRing> &rings)
    {
        for (std::size_t r = 0; r < rings.size(); ++r) {
            const auto &points = rings[r].points;
            for (std::size_t i = 0; i + 1 < points.size(); ++i)
                add({points[i], points[i + 1], static_cast<int>(r)});
        }
        std::ranges::sort(m_cells);
    }

    template <typename Visit> bool anyNear(QPointF point, Visit visit) const
    {
        const std::uint64_t cell = key(index(point.x()), index(point.y()));
        auto it = std::ranges::lower_bound(m_cells, std::pair<std::uint64_t, int>{cell, 0});
        for (; it != m_cells.end() && it->first == cell; ++it) {
            if (visit(m_edges[static_cast<std::size_t>(it->second)]))
                return true;
        }
        return false;
    }

private:
    static std::int32_t index(double value) { return static_cast<std::int32_t>(std::floor(value / kCell)); }
    static std::uint64_t key(std::int32_t x, std::int32_t y)
    {
        return (static_cast<std::uint64_t>(static_cast<std::uint32_t>(x)) << 32) | static_cast<std::uint32_t>(y);
    }
    void add(const Edge &edge)
    {
        const int number = static_cast<int>(m_edges.size());
        m_edges.push_back(edge);
        const QRectF box = QRectF(edge.a, edge.b).normalized().adjusted(-kNear, -kNear, kNear, kNear);
        for (std::int32_t x = index(box.left()); x <= index(box.right()); ++x) {
            for (std::int32_t y = index(box.top()); y <= index(box.bottom()); ++y)
                m_cells.emplace_back(key(x, y), number);
        }
    }

    std::vector<Edge> m_edges;
    std::vector<std::pair<std::uint64_t, int>> m_cells;
};

bool onCut(QPointF a, QPointF b, const std::vector<QRectF> &cuts)
{
    const auto same = [](double p, double q, double line) {
        return std::abs(p - line) < kOnCut && std::abs(q - line) < kOnCut;
    };
    return std::ranges::any_of(cuts, [&](const QRectF &cut) {
        return same(a.x(), b.x(), cut.left()) || same(a.x(), b.x(), cut.right()) || same(a.y(), b.y(), cut.top())
               || same(a.y(), b.y(), cut.bottom());
    });
}

enum class EdgeKind { Coast, FrenchFrontier, ForeignFrontier, None };

} // namespace

Outlines sortOutlines(const std::vector<LandRing> &rings, const std::vector<QRectF> &cuts)
{
    const EdgeGrid grid(rings);
    Outlines result;
    for (std::size_t r = 0; r < rings.size(); ++r) {
        const LandRing &ring = rings[r];
        const auto kindOf = [&](QPointF a, QPointF b) {
            if (onCut(a, b, cuts))
                return EdgeKind::None;
            const QPointF middle = 0.5 * (a + b);
            bool french = ring.french;
            bool ours = true; // whether this country, of the two, draws the line
            const bool frontier = grid.anyNear(middle, [&](const Edge &edge) {
                const LandRing &other = rings[static_cast<std::size_t>(edge.ring)];
                if (other.country == ring.country || distanceToEdge(middle, edge) > kNear)
                    return false;
                ours = ring.french || (!other.french && ring.country < other.country);
                french = ring.french || other.french;
                return true;
            });
            if (!frontier)
                return EdgeKind::Coast;
            if (!ours)
                return EdgeKind::None;
            return french ? EdgeKind::FrenchFrontier : EdgeKind::ForeignFrontier;
        };
        std::vector<QPointF> line;
        EdgeKind current = EdgeKind::None;
        const auto finish = [&] {
            if (current == EdgeKind::Coast)
                result.coast.add(line, ring.french ? 1 : 0);
            else if (current != EdgeKind::None)
                result.frontiers.add(line, current == EdgeKind::FrenchFrontier ? 1 : 0);
        };
        for (std::size_t i = 0; i + 1 < ring.points.size(); ++i) {
            const EdgeKind kind = kindOf(ring.points[i], ring.points[i + 1]);
            if (kind != current || line.empty()) {
                finish();
                current = kind;
                line = {ring.points[i]};
            }
            line.push_back(ring.points[i + 1]);
        }
        finish();
    }
    return result;
}

} // namespace repere::basemap
