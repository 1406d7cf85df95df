#include "catalogue/columns.h"
#include "catalogue/merge.h"
#include "catalogue/pieces.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
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

/// The same range in units, a little wider: most rows are outside of a near view, and two comparisons say so.
class UnitRange
{
public:
    UnitRange(const CellRange &range, double unitsPerCell)
        : m_west(unit(static_cast<double>(range.west) * unitsPerCell - 2)),
          m_north(unit(static_cast<double>(range.north) * unitsPerCell - 2)),
          m_width(unit(static_cast<double>(range.east + 1) * unitsPerCell + 2) - m_west),
          m_height(unit(static_cast<double>(range.south + 1) * unitsPerCell + 2) - m_north)
    {
    }
    bool mayHold(std::uint32_t x, std::uint32_t y) const { return x - m_west <= m_width && y - m_north <= m_height; }

private:
    static std::uint32_t unit(double value) { return static_cast<std::uint32_t>(std::clamp(value, 0.0, kWorld - 1)); }

    std::uint32_t m_west;
    std::uint32_t m_north;
    std::uint32_t m_width;
    std::uint32_t m_height;
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

/// What the rows of each cell add up to.
class Gathering
{
public:
    Gathering(const Catalogue::Private &d, double unitsPerCell, const CellRange &window, const CellRange &seen)
        : m_d(d), m_cellsPerUnit(1 / unitsPerCell), m_window(window), m_seen(seen), m_near(window, unitsPerCell),
          m_kinds(d.facet(Facet::Type).rows.size()), m_table(window)
    {
    }

    /// Adds those of the rows of some words that are in the window.
    void add(const BitSet &rows, std::size_t firstWord, std::size_t lastWord)
    {
        const std::uint32_t *const mercatorX = m_d.mercatorX.data();
        const std::uint32_t *const mercatorY = m_d.mercatorY.data();
        const std::uint16_t *const firstTypes = m_d.firstTypes.data();
        rows.forEachOfWords(firstWord, lastWord, [&](std::size_t row) {
            const std::uint32_t x = mercatorX[row];
            const std::uint32_t y = mercatorY[row];
            if (!m_near.mayHold(x, y))
                return;
            const std::size_t index = indexAt(x, y);
            if (index == kOutside)
                return;
            groups[index].add(x, y, static_cast<std::uint32_t>(row));
            const std::size_t kind = firstTypes[row] == kNoValue ? m_kinds - 1 : firstTypes[row];
            ++typeCounts[index * m_kinds + kind];
        });
    }

    /// Adds what other rows add up to.
    void add(const Gathering &other)
    {
        for (std::size_t i = 0; i < other.groups.size(); ++i) {
            const Group &group = other.groups[i];
            const std::size_t index = indexAt(m_d.mercatorX[group.firstRow], m_d.mercatorY[group.firstRow]);
            groups[index].take(group);
            for (std::size_t kind = 0; kind < m_kinds; ++kind)
                typeCounts[index * m_kinds + kind] += other.typeCounts[i * m_kinds + kind];
        }
    }

    std::vector<Group> groups;
    std::vector<std::uint32_t> typeCounts; ///< groups × kinds; the last kind: unknown

private:
    static constexpr std::size_t kOutside = static_cast<std::size_t>(-1);

    /// Where the group of a cell stands; it may be new.
    std::size_t indexAt(std::uint32_t unitX, std::uint32_t unitY)
    {
        const auto x = static_cast<std::int64_t>(unitX * m_cellsPerUnit);
        const auto y = static_cast<std::int64_t>(unitY * m_cellsPerUnit);
        if (!m_window.holds(x, y))
            return kOutside;
        std::int32_t &index = m_table(x, y);
        if (index < 0) {
            index = static_cast<std::int32_t>(groups.size());
            groups.emplace_back();
            groups.back().seen = m_seen.holds(x, y);
            typeCounts.resize(typeCounts.size() + m_kinds);
        }
        return static_cast<std::size_t>(index);
    }

    const Catalogue::Private &m_d;
    const double m_cellsPerUnit;
    const CellRange m_window;
    const CellRange m_seen;
    const UnitRange m_near;
    const std::size_t m_kinds;
    CellTable m_table;
};

/// In several threads where there are many rows.
Gathering gather(const Catalogue::Private &d, const BitSet &rows, double unitsPerCell, const CellRange &window,
                 const CellRange &seen)
{
    constexpr std::size_t kFewWords = 200'000 / 64;
    std::array<std::optional<Gathering>, kMostPieces> parts;
    const auto ends =
        inPieces(rows.words().size(), kFewWords, [&](std::size_t piece, std::size_t begin, std::size_t end) {
            parts[piece].emplace(d, unitsPerCell, window, seen).add(rows, begin, end);
        });
    for (std::size_t piece = 1; piece < ends.size(); ++piece)
        parts.front()->add(*parts[piece]);
    return std::move(*parts.front());
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
        Gathering found = gather(*d, placed, unitsPerCell, window, seen);
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
