#include "catalogue/columns.h"

#include <algorithm>

namespace repere::catalogue {

namespace {

/// The rows that one facet's choice leaves.
BitSet allowed(const FacetColumn &facet, const FacetChoice &choice, bool all, std::size_t size)
{
    BitSet rows(size, choice.values.isEmpty() || all);
    for (const QString &value : choice.values) {
        const BitSet *having = facet.find(value);
        if (!all) {
            if (having)
                rows |= *having;
        } else if (having) {
            rows &= *having;
        } else {
            rows = BitSet(size); // nothing has a value that nobody knows
        }
    }
    for (const QString &value : choice.excluded) {
        if (const BitSet *having = facet.find(value))
            rows.subtract(*having);
    }
    return rows;
}

/// How many of `rows` have each value, the unknown last.
std::vector<int> countValues(const FacetColumn &facet, const BitSet &rows)
{
    const std::size_t among = rows.count();
    if (among == rows.size())
        return facet.totals;
    std::vector<int> counts(facet.rows.size(), 0);
    // Where few rows remain, looking each one up costs less than intersecting with every value: about two words of two
    // sets are compared in the time of one row.
    if (facet.singles && among * 2 < rows.words().size() * counts.size()) {
        rows.forEach([&](std::size_t row) {
            const std::uint16_t value = (*facet.singles)[row];
            ++(value == kNoValue ? counts.back() : counts[value]);
        });
        return counts;
    }
    for (std::size_t value = 0; value < counts.size(); ++value) {
        if (facet.totals[value])
            counts[value] = static_cast<int>(BitSet::countBoth(facet.rows[value], rows));
    }
    return counts;
}

std::vector<FacetCount> countFacet(const FacetColumn &facet, const BitSet &rows)
{
    const std::vector<int> counts = countValues(facet, rows);
    std::vector<FacetCount> named;
    named.reserve(counts.size());
    for (qsizetype value = 0; value < facet.ids.size(); ++value)
        named.push_back({.id = facet.ids[value], .count = counts[static_cast<std::size_t>(value)]});
    named.push_back({.id = QString(kUnknown), .count = counts.back()});
    return named;
}

} // namespace

std::vector<FacetCount> Catalogue::countBy(const BitSet &rows, Facet facet) const
{
    return countFacet(d->facet(facet), rows);
}

BitSet Catalogue::having(Facet facet, const QString &value) const
{
    const BitSet *rows = d->facet(facet).find(value);
    return rows ? *rows : BitSet(d->size());
}

Selection Catalogue::select(const Filter &filter, const std::vector<TermMatch> &terms) const
{
    const std::size_t size = d->size();
    BitSet base(size, true);

    for (const TermMatch &term : terms) {
        BitSet rows(size);
        auto from = d->ids.begin();
        for (const AtelierId id : term.ids) {
            if (from == d->ids.end())
                break;
            if (id < *from)
                continue;
            // Ids differ by one at least: this one is no farther ahead than it is greater.
            const std::ptrdiff_t farthest = std::min<std::ptrdiff_t>(id - *from + 1, d->ids.end() - from);
            from = std::lower_bound(from, from + farthest, id);
            if (from != d->ids.end() && *from == id)
                rows.set(static_cast<std::size_t>(from - d->ids.begin()));
        }
        for (const Facet f : kFacets) {
            for (const QString &value : term.values[static_cast<std::size_t>(f)]) {
                if (const BitSet *having = d->facet(f).find(value))
                    rows |= *having;
            }
        }
        base &= rows;
    }
    if (!filter.communes.isEmpty()) {
        std::vector<char> wanted(static_cast<std::size_t>(d->communes.texts.size()), 0);
        for (const QString &code : filter.communes) {
            const QString stored = code == QStringView(kUnknown) ? QString() : code;
            if (const auto found = d->communes.index.constFind(stored); found != d->communes.index.constEnd())
                wanted[*found] = 1;
        }
        base.filter([&](std::size_t row) { return wanted[d->communes.rows[row]]; });
    }
    if (filter.asOfAfter)
        base.filter([&](std::size_t row) { return d->dates[row] && d->dates[row] / 10000 > *filter.asOfAfter; });
    if (filter.box) {
        base &= d->positioned;
        base.filter([&](std::size_t row) { return filter.box->contains(d->pointOf(row)); });
    }
    if (filter.area) {
        base &= d->positioned;
        constexpr double kUnit = 0x1p-32; // of the columns
        const RingTest ring(*filter.area);
        base.filter([&](std::size_t row) {
            return ring.holds(MercatorPoint{.x = d->mercatorX[row] * kUnit, .y = d->mercatorY[row] * kUnit});
        });
    }
    if (filter.near && filter.near->radiusMetres > 0) {
        base &= d->positioned;
        const GeoBox around = boxAround(filter.near->centre, filter.near->radiusMetres);
        base.filter([&](std::size_t row) {
            const GeoPoint point = d->pointOf(row);
            return around.contains(point) && distanceMetres(filter.near->centre, point) <= filter.near->radiusMetres;
        });
    }

    // Each facet is counted among the rows that all *other* choices leave. With the choices before it (prefix) and after
    // it (suffix) these sets cost one intersection each.
    std::vector<Facet> chosen;
    std::vector<BitSet> choices;
    for (const Facet f : kFacets) {
        if (filter[f].isEmpty())
            continue;
        chosen.push_back(f);
        choices.push_back(allowed(d->facet(f), filter[f], f == Facet::Equipment && !filter.anyEquipment, size));
    }
    std::vector<BitSet> suffixes(choices.size() + 1);
    suffixes.back() = BitSet(size, true);
    for (std::size_t i = choices.size(); i-- > 0;) {
        suffixes[i] = suffixes[i + 1];
        suffixes[i] &= choices[i];
    }
    std::array<BitSet, kFacetCount> others; // empty where nothing is chosen: there it is the answer itself
    BitSet prefix = std::move(base);
    for (std::size_t i = 0; i < choices.size(); ++i) {
        BitSet &rest = others[static_cast<std::size_t>(chosen[i])];
        rest = prefix;
        rest &= suffixes[i + 1];
        prefix &= choices[i];
    }

    Selection selection;
    selection.rows = std::move(prefix);
    FilterCounts &counts = selection.counts;
    counts.total = static_cast<int>(size);
    counts.count = static_cast<int>(selection.rows.count());
    for (const Facet f : kFacets) {
        const bool respectsItself = filter[f].isEmpty() || (f == Facet::Equipment && !filter.anyEquipment);
        const BitSet &among = respectsItself ? selection.rows : others[static_cast<std::size_t>(f)];
        counts.facets[static_cast<std::size_t>(f)] = countFacet(d->facet(f), among);
    }
    const BitSet &besidesEquipment =
        filter[Facet::Equipment].isEmpty() ? selection.rows : others[static_cast<std::size_t>(Facet::Equipment)];
    counts.withoutEquipmentChoice = static_cast<int>(besidesEquipment.count());
    counts.unknownEquipmentAmong =
        static_cast<int>(BitSet::countBoth(besidesEquipment, d->facet(Facet::Equipment).rows.back()));
    return selection;
}

} // namespace repere::catalogue
