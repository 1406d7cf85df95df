#pragma once

#include "catalogue/bit_set.h"
#include "catalogue/catalogue.h"

#include <QHash>

#include <array>
#include <mutex>
#include <span>
#include <string>
#include <utility>

namespace repere::catalogue {

/// The values of one facet: which rows have each of them. Private to the layer.
struct FacetColumn {
    QStringList ids;           ///< in the order of counting
    QHash<QString, int> index; ///< id → position in `ids` and `rows`
    std::vector<BitSet> rows;  ///< one per id; the last one holds the rows where the facet is unknown
    std::vector<int> totals;   ///< how many rows each holds
    /// The one value of each row, where a row has at most one; nullptr for lists.
    const std::vector<std::uint16_t> *singles = nullptr;
    /// Ids met lately, by the place of their text in memory: readers share the text of ids that come again and again, and
    /// then nothing is hashed or compared.
    std::array<std::pair<QString, int>, 128> recent;

    int intern(const QString &id);
    /// The rows that have this value (or kUnknown); nullptr when no dictionary knows it.
    const BitSet *find(const QString &id) const;
};

/// Short lists of value numbers, one list per row, end to end.
struct ListColumn {
    std::vector<std::uint32_t> ends;
    std::vector<std::uint16_t> values;

    void add(std::span<const std::uint16_t> list);
    std::span<const std::uint16_t> at(std::size_t row) const;
};

/// Texts, one per row, end to end in UTF-8.
struct TextColumn {
    std::vector<std::uint32_t> ends;
    std::string bytes;

    void add(const QString &text);
    QString at(std::size_t row) const;
};

/// Texts that repeat: the number of a text per row.
struct RepeatedColumn {
    QStringList texts;
    QHash<QString, std::uint32_t> index;
    std::vector<std::uint32_t> rows;

    void add(const QString &text);
    const QString &at(std::size_t row) const { return texts[rows[row]]; }
};

/// A place in French collation for every name and city, made when something is first sorted: collating costs more than
/// all the rest of opening a directory.
struct SortRanks {
    std::vector<std::uint32_t> names;     ///< by row; equal names share a rank
    std::vector<std::uint32_t> nameOrder; ///< rows by name, then by row
    std::vector<std::uint32_t> namePlace; ///< inverse of nameOrder
    std::vector<std::uint32_t> cities;    ///< by number of the text in `city`; kNoRank for the empty one
};
inline constexpr std::uint32_t kNoRank = 0xFFFFFFFF;

inline constexpr std::uint16_t kNoValue = 0xFFFF;

struct Catalogue::Private {
    std::vector<AtelierId> ids;    // ascending
    std::vector<double> latitudes; // 0 where the row is not in `positioned`
    std::vector<double> longitudes;
    std::vector<std::uint32_t> mercatorX; // unit square × 2³²: 9 mm at the equator
    std::vector<std::uint32_t> mercatorY;
    std::vector<std::uint8_t> precisions;
    std::vector<std::int32_t> dates;    // as-of as yyyymmdd, zeros where less is known; 0 = unknown
    std::vector<std::uint16_t> regions; // positions in the facet's ids, kNoValue = unknown
    std::vector<std::uint16_t> departements;
    std::vector<std::uint16_t> statuses;
    ListColumn types;
    ListColumn equipment;
    ListColumn publics; // only until build(): afterwards the bit sets say it
    ListColumn services;
    TextColumn names;
    RepeatedColumn cities;
    RepeatedColumn communes; // INSEE codes
    BitSet positioned;
    std::vector<std::uint16_t> firstTypes; ///< kNoValue = unknown
    /// The box of all positions in mercator units; west > east when there is none.
    std::uint32_t west = 0xFFFFFFFF;
    std::uint32_t north = 0xFFFFFFFF;
    std::uint32_t east = 0;
    std::uint32_t south = 0;
    std::array<FacetColumn, kFacetCount> facets;
    QStringList departementsByName;              ///< codes
    std::vector<std::uint32_t> departementRanks; ///< by position in the facet's ids

    mutable std::once_flag ranksOnce;
    mutable SortRanks ranksMade;

    FacetColumn &facet(Facet f) { return facets[static_cast<std::size_t>(f)]; }
    const FacetColumn &facet(Facet f) const { return facets[static_cast<std::size_t>(f)]; }
    std::size_t size() const { return ids.size(); }
    GeoPoint pointOf(std::size_t row) const { return {.latitude = latitudes[row], .longitude = longitudes[row]}; }
    const SortRanks &ranks() const;
};

} // namespace repere::catalogue
