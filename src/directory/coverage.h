#pragma once

#include "core/places.h"
#include "directory/search_result.h"

#include <functional>
#include <vector>

namespace repere::geography {
class Gazetteer;
}

namespace repere::directory {

/// A commune that is farther than the radius from every atelier of a result.
struct UncoveredCommune {
    QString insee;
    QString name;
    QString departement; ///< INSEE code
    QString region;      ///< INSEE code
    std::int64_t population = 0;
    AtelierId nearest = 0; ///< 0: no atelier of the result has a position
    QString nearestName;
    double distanceMetres = 0; ///< from the centre of the commune to the nearest
};

/// Who has no atelier near. Distances are those of great circles from the centres of communes; the arrondissements of
/// Paris, Lyon and Marseille count with their whole commune.
struct Coverage {
    std::vector<UncoveredCommune> uncovered; ///< most populous first
    std::int64_t uncoveredPopulation = 0;
    int communes = 0; ///< all that have a known centre
    std::int64_t population = 0;
    int ateliers = 0;        ///< results with a position
    int withoutPosition = 0; ///< results that can be near nobody
};

/// The communes (those that `among` says, all without it) that have no atelier of the result within `radiusMetres`.
/// n log m; any thread.
Coverage coverage(const geography::Gazetteer &gazetteer, const SearchResult &result, double radiusMetres,
                  const std::function<bool(const Commune &)> &among = {});

} // namespace repere::directory
