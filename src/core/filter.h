#pragma once

#include "core/geo_ring.h"

#include <QString>
#include <QStringList>

#include <array>
#include <cstddef>
#include <optional>

namespace repere {

/// The facets of the directory, in the order in which people see them.
enum class Facet { Region, Departement, Type, Equipment, Status, Public, Service };
inline constexpr std::size_t kFacetCount = 7;
inline constexpr std::array<Facet, kFacetCount> kFacets = {
    Facet::Region, Facet::Departement, Facet::Type, Facet::Equipment, Facet::Status, Facet::Public, Facet::Service};

/// "region" "departement" "type" "equipment" "status" "public" "service": JSON keys and option names.
QString facetKey(Facet facet);
std::optional<Facet> facetFromKey(const QString &key);

/// What is chosen within one facet: ids, or kUnknown.
struct FacetChoice {
    QStringList values;   ///< any of them (all of them for equipment unless Filter::anyEquipment)
    QStringList excluded; ///< none of them

    bool operator==(const FacetChoice &) const = default;
    bool isEmpty() const { return values.isEmpty() && excluded.isEmpty(); }
};

/// "within radiusMetres of centre"; a radius of 0 only sorts by distance and excludes nothing.
struct Near {
    GeoPoint centre;
    double radiusMetres = 0;
    QString label; ///< as people say it: "Murat (15)"

    bool operator==(const Near &) const = default;
};

/// What a person asks of the directory: AND between facets, OR within one (equipment: AND unless anyEquipment).
/// Ateliers without position never satisfy near (with a radius), box or area.
struct Filter {
    QString text; ///< words over names, towns, equipment, services; all of them, the last one as a prefix
    std::array<FacetChoice, kFacetCount> facets;
    bool anyEquipment = false;
    QStringList communes; ///< INSEE codes, any of them, or kUnknown
    std::optional<Near> near;
    std::optional<GeoBox> box;
    std::optional<GeoRing> area;  ///< drawn on the map: a rectangle or a lasso
    std::optional<int> asOfAfter; ///< year of as-of strictly greater; unknown years do not satisfy it

    bool operator==(const Filter &) const = default;
    FacetChoice &operator[](Facet facet) { return facets[static_cast<std::size_t>(facet)]; }
    const FacetChoice &operator[](Facet facet) const { return facets[static_cast<std::size_t>(facet)]; }
    bool isEmpty() const { return *this == Filter{}; }
};

enum class SortKey { Name, City, Distance, Updated, Departement };
enum class SortOrder { Ascending, Descending };

} // namespace repere
