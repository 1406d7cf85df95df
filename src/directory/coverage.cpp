#include "directory/coverage.h"

#include "core/point_index.h"
#include "geography/gazetteer.h"

#include <algorithm>

namespace repere::directory {

Coverage coverage(const geography::Gazetteer &gazetteer, const SearchResult &result, double radiusMetres,
                  const std::function<bool(const Commune &)> &among)
{
    std::vector<GeoPoint> points;
    std::vector<int> positions; // in the result, by index of the point
    for (int position = 0; position < result.count(); ++position) {
        if (const auto point = result.at(position).point) {
            points.push_back(*point);
            positions.push_back(position);
        }
    }
    const PointIndex index(points);

    Coverage answer;
    answer.ateliers = static_cast<int>(points.size());
    answer.withoutPosition = result.count() - answer.ateliers;
    for (const Commune &commune : gazetteer.communes()) {
        const bool placed = commune.centre != GeoPoint{} && commune.centre.isValid();
        if (commune.isArrondissement || !placed || (among && !among(commune)))
            continue;
        ++answer.communes;
        answer.population += commune.population;
        const auto nearest = index.nearest(commune.centre);
        if (nearest && nearest->distanceMetres <= radiusMetres)
            continue;
        UncoveredCommune uncovered;
        uncovered.insee = commune.code;
        uncovered.name = commune.name;
        uncovered.departement = commune.departement;
        uncovered.region = commune.region;
        uncovered.population = commune.population;
        if (nearest) {
            const AtelierSummary atelier = result.at(positions[nearest->index]);
            uncovered.nearest = atelier.id;
            uncovered.nearestName = atelier.name;
            uncovered.distanceMetres = nearest->distanceMetres;
        }
        answer.uncoveredPopulation += commune.population;
        answer.uncovered.push_back(std::move(uncovered));
    }
    std::ranges::stable_sort(answer.uncovered, std::ranges::greater(), &UncoveredCommune::population);
    return answer;
}

} // namespace repere::directory
