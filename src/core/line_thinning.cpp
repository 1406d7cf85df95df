#include "core/line_thinning.h"

#include <algorithm>
#include <utility>

namespace repere {

namespace {

double squaredGap(QPointF point, QPointF a, QPointF b)
{
    const QPointF along = b - a;
    const double length = QPointF::dotProduct(along, along);
    const double share = length > 0 ? std::clamp(QPointF::dotProduct(point - a, along) / length, 0.0, 1.0) : 0.0;
    const QPointF gap = point - a - share * along;
    return QPointF::dotProduct(gap, gap);
}

} // namespace

std::vector<bool> keptPoints(std::span<const QPointF> line, double tolerance)
{
    std::vector<bool> kept(line.size(), false);
    if (line.empty())
        return kept;
    kept.front() = kept.back() = true;
    // A list of what is still to be cut rather than recursion: a coast may be as deep as it has points.
    std::vector<std::pair<std::size_t, std::size_t>> open{{0, line.size() - 1}};
    while (!open.empty()) {
        const auto [first, last] = open.back();
        open.pop_back();
        double farthest = tolerance * tolerance;
        std::size_t middle = first;
        for (std::size_t i = first + 1; i < last; ++i) {
            const double gap = squaredGap(line[i], line[first], line[last]);
            if (gap > farthest) {
                farthest = gap;
                middle = i;
            }
        }
        if (middle == first)
            continue;
        kept[middle] = true;
        open.emplace_back(first, middle);
        open.emplace_back(middle, last);
    }
    return kept;
}

} // namespace repere
