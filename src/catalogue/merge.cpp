#include "catalogue/merge.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace repere::catalogue {

namespace {

/// The groups that stand, sorted by cells of the merging distance, so that neighbours are found in nine cells.
class Neighbourhood
{
public:
    struct Place {
        std::int64_t cellX = 0;
        std::int64_t cellY = 0;
        double x = 0;
        double y = 0;
        std::uint32_t group = 0;
        std::uint32_t firstRow = 0;
    };

    Neighbourhood(const std::vector<Group> &groups, double distance) : m_distance2(distance * distance)
    {
        for (std::uint32_t i = 0; i < groups.size(); ++i) {
            const Group &group = groups[i];
            if (group.mergedInto >= 0)
                continue;
            const double x = group.x();
            const double y = group.y();
            m_places.push_back({.cellX = static_cast<std::int64_t>(x / distance),
                                .cellY = static_cast<std::int64_t>(y / distance),
                                .x = x,
                                .y = y,
                                .group = i,
                                .firstRow = group.firstRow});
        }
        std::ranges::sort(m_places, [](const Place &a, const Place &b) {
            return std::tie(a.cellY, a.cellX) < std::tie(b.cellY, b.cellX);
        });
    }

    const std::vector<Place> &places() const { return m_places; }

    /// For each place, the nearest other one closer than the distance, or -1. Of equally near ones the smaller row.
    std::vector<std::int32_t> nearest() const
    {
        std::vector<std::int32_t> found(m_places.size(), -1);
        // Three cursors run along the rows of cells above, beside and below.
        std::array<std::size_t, 3> cursors{};
        for (std::size_t i = 0; i < m_places.size(); ++i) {
            const Place &place = m_places[i];
            double best = m_distance2;
            std::uint32_t bestRow = 0;
            for (std::size_t band = 0; band < 3; ++band) {
                const std::int64_t y = place.cellY + static_cast<std::int64_t>(band) - 1;
                std::size_t &cursor = cursors[band];
                while (cursor < m_places.size()
                       && std::tie(m_places[cursor].cellY, m_places[cursor].cellX) < std::tuple(y, place.cellX - 1))
                    ++cursor;
                for (std::size_t j = cursor; j < m_places.size(); ++j) {
                    const Place &other = m_places[j];
                    if (other.cellY != y || other.cellX > place.cellX + 1)
                        break;
                    if (j == i)
                        continue;
                    const double dx = other.x - place.x;
                    const double dy = other.y - place.y;
                    const double distance2 = dx * dx + dy * dy;
                    if (distance2 < best || (distance2 == best && found[i] >= 0 && other.firstRow < bestRow)) {
                        best = distance2;
                        bestRow = other.firstRow;
                        found[i] = static_cast<std::int32_t>(j);
                    }
                }
            }
        }
        return found;
    }

private:
    double m_distance2;
    std::vector<Place> m_places;
};

} // namespace

void Group::take(const Group &other)
{
    sumX += other.sumX;
    sumY += other.sumY;
    count += other.count;
    firstRow = std::min(firstRow, other.firstRow);
    west = std::min(west, other.west);
    north = std::min(north, other.north);
    east = std::max(east, other.east);
    south = std::max(south, other.south);
    seen = seen || other.seen;
}

int mergeNear(std::vector<Group> &groups, double distance)
{
    for (int rounds = 0;; ++rounds) {
        const Neighbourhood neighbourhood(groups, distance);
        const auto &places = neighbourhood.places();
        const auto nearest = neighbourhood.nearest();
        bool changed = false;
        for (std::size_t i = 0; i < nearest.size(); ++i) {
            const auto j = static_cast<std::size_t>(nearest[i]);
            if (nearest[i] < 0 || j < i || nearest[j] != static_cast<std::int32_t>(i))
                continue;
            const auto [into, taken] = std::minmax(places[i].group, places[j].group);
            groups[into].take(groups[taken]);
            groups[taken].mergedInto = static_cast<std::int32_t>(into);
            changed = true;
        }
        if (!changed)
            return rounds;
    }
}

} // namespace repere::catalogue
