#include "catalogue/columns.h"
#include "catalogue/merge.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace repere::catalogue {

namespace {

constexpr double kWorld = 0x1p32; // mercator units of the columns

/// Cells of the grid at one zoom, counted from the north-west corner of the world; both ends included.
struct CellRange {
    std::int64_t west = 0;
    std::int64_t north = 0;
    std::int64_t east = -1;
    std::int64_t south = -1;

    bool isEmpty() const { return east < west || south < north; }
    std::int64_t columns() const { return east - west + 1; }
    bool holds(std::int64_t x, std::int64_t y) const { return x >= west && x <= east && y >= north && y <= south; }
    CellRange grown(std::int64_t by) const { return {west - by, north - by, east + by, south + by}; }
    CellRange within(const CellRange &o) const
    {
        return {std::max(west, o.west), std::max(north, o.north), std::min(east, o.east), std::min(south, o.south)};
    }
    bool operator==(const CellRange &) const = default;
};

/// Finds the group of a cell: a plain table where the window is small, as windows are, else a hash.
class CellTable
{
public:
    explicit CellTable(const CellRange &range) : m_range(range)
    {
        const auto rows = range.south - range.north + 1;
        if (range.columns() <= kMaxDense / rows)
            m_dense.assign(static_cast<std::size_t>(range.columns() * rows), -1);
    }
    /// -1 when new: the caller sets it.
    std::int32_t &operator()(std::int64_t x, std::int64_t y)
    {
        const auto cell = static_cast<std::size_t>((y - m_range.north) * m_range.columns() + (x - m_range.west));
        return m_dense.empty() ? m_sparse.try_emplace(cell, -1).first->second : m_dense[cell];
    }

private:
    static constexpr std::int64_t kMaxDense = 1 << 20;
    CellRange m_range;
    std::vector<std::int32_t> m_dense;
    std::unordered_map<std::size_t, std::int32_t> m_sparse;
};

/// What the rows of one cell add up to.
struct Gathered {
    std::vector<Group> groups;
    std::vector<std::uint32_t> typeCounts; ///< groups × kinds
};

Gathered gather(const Catalogue::Private &d, const BitSet &rows, double unitsPerCell, const CellRange &window,
                const CellRange &seen)
{
    const std::size_t kinds = d.facet(Facet::Type).rows.size(); // the last one: unknown
    const double cellsPerUnit = 1 / unitsPerCell;
    Gathered found;
    CellTable table(window);
    rows.forEach([&](std::size_t row) {
        const auto x = static_cast<std::int64_t>(d.mercatorX[row] * cellsPerUnit);
        const auto y = static_cast<std::int64_t>(d.mercatorY[row] * cellsPerUnit);
        if (!window.holds(x, y))
            return;
        std::int32_t &index = table(x, y);
        if (index < 0) {
            index = static_cast<std::int32_t>(found.groups.size());
            found.groups.emplace_back();
            found.groups.back().seen = seen.holds(x, y);
            found.typeCounts.resize(found.typeCounts.size() + kinds);
        }
        found.groups[static_cast<std::size_t>(index)].add(d.mercatorX[row], d.mercatorY[row],
                                                          static_cast<std::uint32_t>(row));
        const std::size_t kind = d.firstTypes[row] == kNoValue ? kinds - 1 : d.firstTypes[row];
        ++found.typeCounts[static_cast<std::size_t>(index) * kinds + kind];
    });
    return found;
}

GeoPoint toPoint(double x, double y)
{
    return fromMercator({.x = x / kWorld, .y = y / kWorld});
}

Cluster toCluster(const Catalogue::Private &d, const Group &group, const std::uint32_t *typeCounts)
{
    Cluster cluster;
    cluster.count = static_cast<int>(group.count);
    cluster.id = d.ids[group.firstRow];
    if (group.count == 1) {
        cluster.centre = d.pointOf(group.firstRow);
        cluster.bounds = GeoBox::around(cluster.centre);
        const auto precision = static_cast<PositionPrecision>(d.precisions[group.firstRow]);
        cluster.approximate = precision == PositionPrecision::Commune || precision == PositionPrecision::Approximate;
    } else {
        cluster.centre = toPoint(group.x(), group.y());
        // One unit (9 mm) more on each side: positions were rounded, and the box must hold its members.
        const GeoPoint northWest = toPoint(group.west - 1.0, group.north - 1.0);
        const GeoPoint southEast = toPoint(group.east + 1.0, group.south + 1.0);
        cluster.bounds = {.west = northWest.longitude,
                          .south = southEast.latitude,
                          .east = southEast.longitude,
                          .north = northWest.latitude};
    }
    const FacetColumn &types = d.facet(Facet::Type);
    for (std::size_t kind = 0; kind < types.rows.size(); ++kind) {
        if (typeCounts[kind]) {
            const auto id = static_cast<qsizetype>(kind);
            cluster.types.push_back({.type = id < types.ids.size() ? types.ids[id] : QString(kUnknown),
                                     .count = static_cast<int>(typeCounts[kind])});
        }
    }
    std::ranges::stable_sort(cluster.types, std::ranges::greater{}, &Cluster::TypeCount::count);
    return cluster;
}

} // namespace

std::vector<Cluster> Catalogue::clusters(const BitSet &rows, GeoBox view, double zoom, double distancePixels) const
{
    BitSet placed = rows;
    placed &= d->positioned;
    // Points nearer than a unit are one place at any zoom: cells never get smaller than that.
    const double unitsPerCell = std::max(1.0, kWorld * distancePixels / (256 * std::exp2(zoom)));
    const auto cell = [&](double unit) { return static_cast<std::int64_t>(unit / unitsPerCell); };
    const auto cellOf = [&](double unitSquare) { return cell(std::clamp(unitSquare, 0.0, 1.0) * (kWorld - 1)); };
    if (d->west > d->east)
        return {};
    const CellRange all{cell(d->west) - 1, cell(d->north) - 1, cell(d->east) + 1, cell(d->south) + 1};
    const MercatorPoint northWest = toMercator({.latitude = view.north, .longitude = view.west});
    const MercatorPoint southEast = toMercator({.latitude = view.south, .longitude = view.east});
    const CellRange seen =
        CellRange{cellOf(northWest.x), cellOf(northWest.y), cellOf(southEast.x), cellOf(southEast.y)}.within(all);
    if (seen.isEmpty())
        return {};

    // A group after n rounds of merging depends on cells at most kReachPerRound × n away. So the view is merged together
    // with the cells around it: everything that could matter, or once more with a wider ring.
    for (int rounds = 6;; rounds *= 2) {
        const CellRange window = seen.grown(static_cast<std::int64_t>(rounds) * kReachPerRound).within(all);
        Gathered found = gather(*d, placed, unitsPerCell, window, seen);
        const std::size_t kinds = d->facet(Facet::Type).rows.size();
        const int needed = mergeNear(found.groups, unitsPerCell);
        if (needed > rounds && window != all)
            continue;
        for (std::size_t i = found.groups.size(); i-- > 0;) { // parts always come after what took them: see mergeNear
            const auto into = found.groups[i].mergedInto;
            if (into < 0)
                continue;
            for (std::size_t kind = 0; kind < kinds; ++kind)
                found.typeCounts[static_cast<std::size_t>(into) * kinds + kind] += found.typeCounts[i * kinds + kind];
        }
        std::vector<Cluster> clusters;
        for (std::size_t i = 0; i < found.groups.size(); ++i) {
            if (found.groups[i].mergedInto < 0 && found.groups[i].seen)
                clusters.push_back(toCluster(*d, found.groups[i], &found.typeCounts[i * kinds]));
        }
        std::ranges::sort(clusters, {}, &Cluster::id);
        return clusters;
    }
}

} // namespace repere::catalogue
