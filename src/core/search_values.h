#pragma once

#include "core/atelier.h"
#include "core/filter.h"

#include <array>
#include <optional>
#include <vector>

namespace repere {

/// One value of a facet and how many ateliers would remain with it. `id` is kUnknown for "not known".
struct FacetCount {
    QString id;
    int count = 0;

    bool operator==(const FacetCount &) const = default;
};

/// The answer to a Filter, counts only. A facet's counts ignore that facet's own choice (values and exclusions),
/// except equipment under AND (anyEquipment false), where they respect everything.
struct FilterCounts {
    int total = 0; ///< ateliers in the directory
    int count = 0; ///< ateliers that satisfy the filter
    std::array<std::vector<FacetCount>, kFacetCount>
        facets;                     ///< every known value in dictionary order, unknown last, zeros included
    int withoutEquipmentChoice = 0; ///< satisfy all but the choice of equipment: "9 of 60 have one"
    int unknownEquipmentAmong = 0;  ///< of those, how many say nothing about their machines

    const std::vector<FacetCount> &operator[](Facet facet) const { return facets[static_cast<std::size_t>(facet)]; }
};

/// One line of a result list: what a list, a marker or a table needs without reading the file.
struct AtelierSummary {
    AtelierId id = 0;
    QString name;
    QString city;
    QString departement; ///< INSEE code
    QString region;      ///< INSEE code
    QString status;
    QStringList types;
    QStringList equipment; ///< thesaurus ids
    std::optional<GeoPoint> point;
    PositionPrecision precision = PositionPrecision::None;
    int asOfYear = 0;                     ///< 0 = unknown
    std::optional<double> distanceMetres; ///< from Filter::near
};

/// Places drawn as one sign on the map.
struct Cluster {
    GeoPoint centre; ///< mean position of its members
    GeoBox bounds;
    int count = 0;
    AtelierId id = 0; ///< the only member, or the member with the smallest id
    struct TypeCount {
        QString type; ///< id, or kUnknown
        int count = 0;
        bool operator==(const TypeCount &) const = default;
    };
    std::vector<TypeCount> types; ///< by first type of each member, most frequent first; sums to count
    bool approximate = false;     ///< a lone place that is only put at its commune or about here

    bool operator==(const Cluster &) const = default;
};

} // namespace repere
