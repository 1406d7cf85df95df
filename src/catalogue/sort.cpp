#include "catalogue/columns.h"
#include "catalogue/pieces.h"
#include "core/collation.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

namespace repere::catalogue {

namespace {

constexpr std::size_t kSmall = 4096;

/// Dense ranks in French collation, equal texts sharing one. `textOf` is called from several threads.
template <typename TextOf> std::vector<std::uint32_t> collate(std::size_t count, const TextOf &textOf)
{
    std::vector<std::optional<QCollatorSortKey>> keys(count);
    std::vector<std::uint32_t> order(count);
    std::iota(order.begin(), order.end(), 0U);
    const auto less = [&](std::uint32_t a, std::uint32_t b) { return keys[a]->compare(*keys[b]) < 0; };
    const auto ends = inPieces(count, kSmall, [&](std::size_t, std::size_t begin, std::size_t end) {
        const FrenchCollation collation; // one per thread
        for (std::size_t i = begin; i < end; ++i)
            keys[i] = collation.key(textOf(i));
        std::sort(order.begin() + static_cast<std::ptrdiff_t>(begin), order.begin() + static_cast<std::ptrdiff_t>(end),
                  less);
    });
    for (std::size_t piece = 1; piece < ends.size(); ++piece) {
        std::inplace_merge(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(ends[piece - 1]),
                           order.begin() + static_cast<std::ptrdiff_t>(ends[piece]), less);
    }
    std::vector<std::uint32_t> ranks(count);
    std::uint32_t rank = 0;
    for (std::size_t i = 0; i < count; ++i) {
        if (i && less(order[i - 1], order[i]))
            ++rank;
        ranks[order[i]] = rank;
    }
    return ranks;
}

/// Sorts by least significant digit, 16 bits at a time; digits that are the same everywhere cost one look.
void radixSort(std::vector<std::uint64_t> &keys)
{
    if (keys.size() < kSmall) {
        std::ranges::sort(keys);
        return;
    }
    std::vector<std::uint64_t> other(keys.size());
    std::vector<std::uint32_t> begins(1 << 16);
    for (int shift = 0; shift < 64; shift += 16) {
        std::ranges::fill(begins, 0U);
        for (const std::uint64_t key : keys)
            ++begins[(key >> shift) & 0xFFFF];
        if (begins[(keys.front() >> shift) & 0xFFFF] == keys.size())
            continue;
        std::exclusive_scan(begins.begin(), begins.end(), begins.begin(), 0U);
        for (const std::uint64_t key : keys)
            other[begins[(key >> shift) & 0xFFFF]++] = key;
        keys.swap(other);
    }
}

} // namespace

const SortRanks &Catalogue::Private::ranks() const
{
    std::call_once(ranksOnce, [this] {
        SortRanks &made = ranksMade;
        made.names = collate(size(), [this](std::size_t row) { return names.at(row); });
        made.nameOrder.resize(size());
        std::vector<std::uint64_t> keys(size());
        for (std::size_t row = 0; row < keys.size(); ++row)
            keys[row] = std::uint64_t{made.names[row]} << 32 | row;
        radixSort(keys);
        std::ranges::transform(keys, made.nameOrder.begin(), [](auto key) { return static_cast<std::uint32_t>(key); });
        made.namePlace.resize(size());
        for (std::uint32_t place = 0; place < made.nameOrder.size(); ++place)
            made.namePlace[made.nameOrder[place]] = place;
        made.cities = collate(static_cast<std::size_t>(cities.texts.size()),
                              [this](std::size_t text) { return cities.texts[static_cast<qsizetype>(text)]; });
        for (std::size_t text = 0; text < made.cities.size(); ++text) {
            if (cities.texts[static_cast<qsizetype>(text)].isEmpty())
                made.cities[text] = kNoRank;
        }
    });
    return ranksMade;
}

std::vector<std::uint32_t> Catalogue::sorted(const BitSet &rows, SortKey key, SortOrder order,
                                             std::optional<GeoPoint> from) const
{
    const SortRanks &ranks = d->ranks();
    const auto primary = [&](std::size_t row) -> std::uint32_t {
        switch (key) {
        case SortKey::Name: return ranks.names[row];
        case SortKey::City: return ranks.cities[d->cities.rows[row]];
        case SortKey::Departement:
            return d->departements[row] == kNoValue ? kNoRank : d->departementRanks[d->departements[row]];
        case SortKey::Updated: return d->dates[row] ? static_cast<std::uint32_t>(d->dates[row]) : kNoRank;
        case SortKey::Distance:
            if (!from || !d->positioned.test(row))
                return kNoRank;
            return static_cast<std::uint32_t>(std::lround(distanceMetres(*from, d->pointOf(row)) * 100)); // ≤ 2·10⁹ cm
        }
        return kNoRank;
    };
    // The key above, the place by name below: equal cities, dates and distances come by name, in either order.
    std::vector<std::uint64_t> keys;
    keys.reserve(rows.count());
    rows.forEach([&](std::size_t row) {
        std::uint32_t rank = primary(row);
        if (order == SortOrder::Descending && rank != kNoRank)
            rank = kNoRank - 1 - rank;
        keys.push_back(std::uint64_t{rank} << 32 | ranks.namePlace[row]);
    });
    radixSort(keys);
    std::vector<std::uint32_t> sortedRows;
    sortedRows.reserve(keys.size());
    for (const std::uint64_t sortedKey : keys)
        sortedRows.push_back(ranks.nameOrder[sortedKey & 0xFFFFFFFF]);
    return sortedRows;
}

} // namespace repere::catalogue
