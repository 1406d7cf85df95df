#include "bench/usual.h"

#include <algorithm>
#include <cmath>

namespace repere::bench {

using namespace Qt::StringLiterals;

std::vector<Filter> usualFilters(const Vocabularies &vocabularies)
{
    const auto id = [](const Vocabulary &vocabulary, std::size_t index) {
        return vocabulary.entries()[std::min(index, vocabulary.entries().size() - 1)].id;
    };
    std::vector<Filter> list(1); // nothing chosen
    Filter filter;
    filter[Facet::Region].values = {u"84"_s};
    list.push_back(filter);
    filter[Facet::Equipment].values = {id(vocabularies.equipment, 0)};
    list.push_back(filter);
    filter[Facet::Equipment].values.append(id(vocabularies.equipment, 1));
    list.push_back(filter);
    filter.anyEquipment = true;
    list.push_back(filter);
    filter[Facet::Region].values = {u"84"_s, u"53"_s, u"11"_s};
    filter[Facet::Type].values = {id(vocabularies.types, 0), id(vocabularies.types, 2)};
    list.push_back(filter);
    filter[Facet::Status].excluded = {id(vocabularies.statuses, 4), QString(kUnknown)};
    list.push_back(filter);
    filter[Facet::Public].values = {id(vocabularies.publics, 0), QString(kUnknown)};
    filter[Facet::Service].values = {id(vocabularies.services, 0), QString(kUnknown)};
    list.push_back(filter);
    filter = {};
    filter.near =
        Near{.centre = {.latitude = 45.11011, .longitude = 2.86859}, .radiusMetres = 40'000, .label = u"Murat (15)"_s};
    list.push_back(filter);
    filter[Facet::Equipment].excluded = {id(vocabularies.equipment, 0)};
    list.push_back(filter);
    filter = {};
    filter.box = GeoBox{.west = -5.2, .south = 47.2, .east = -1, .north = 48.9};
    filter.asOfAfter = 2020;
    list.push_back(filter);
    return list;
}

std::vector<View> usualViews()
{
    std::vector<View> list;
    for (const auto &[centre, zoom] : {std::pair(GeoPoint{46.5, 2.5}, 6.0), std::pair(GeoPoint{48.1, -2.9}, 8.0),
                                       std::pair(GeoPoint{45.75, 4.85}, 11.0)}) {
        const MercatorPoint middle = toMercator(centre);
        const double pixel = 1 / (256 * std::exp2(zoom));
        const GeoPoint northWest = fromMercator({.x = middle.x - 720 * pixel, .y = middle.y - 450 * pixel});
        const GeoPoint southEast = fromMercator({.x = middle.x + 720 * pixel, .y = middle.y + 450 * pixel});
        list.push_back({.box = {.west = northWest.longitude,
                                .south = southEast.latitude,
                                .east = southEast.longitude,
                                .north = northWest.latitude},
                        .zoom = zoom});
    }
    return list;
}

catalogue::Dictionaries dictionariesOf(const geography::Gazetteer &gazetteer, const Vocabularies &vocabularies)
{
    catalogue::Dictionaries dictionaries;
    for (const Facet facet : kFacets) {
        QStringList &values = dictionaries.values[static_cast<std::size_t>(facet)];
        if (facet == Facet::Region) {
            for (const Region &region : gazetteer.regions())
                values.append(region.code);
        } else if (facet == Facet::Departement) {
            for (const Departement &departement : gazetteer.departements())
                values.append(departement.code);
        } else {
            for (const VocabularyEntry &entry : vocabularies.of(facet)->entries())
                values.append(entry.id);
        }
    }
    return dictionaries;
}

} // namespace repere::bench
