#include "directory/suggestion.h"

#include "directory/knowledge.h"

#include <algorithm>

namespace repere::directory {

namespace {

using Drop = Suggestion::Drop;

constexpr std::array<std::pair<Facet, Drop>, kFacetCount> kFacetDrops = {{
    {Facet::Region, Drop::Region},
    {Facet::Departement, Drop::Departement},
    {Facet::Type, Drop::Type},
    {Facet::Equipment, Drop::Equipment},
    {Facet::Status, Drop::Status},
    {Facet::Public, Drop::Public},
    {Facet::Service, Drop::Service},
}};

std::vector<std::pair<Drop, Filter>> withoutOne(const Filter &filter)
{
    std::vector<std::pair<Drop, Filter>> variants;
    const auto add = [&](Drop drop, auto &&change) {
        Filter variant = filter;
        change(variant);
        variants.emplace_back(drop, std::move(variant));
    };
    if (!filter.text.trimmed().isEmpty())
        add(Drop::Text, [](Filter &f) { f.text.clear(); });
    for (const auto &[facet, drop] : kFacetDrops) {
        if (!filter[facet].isEmpty())
            add(drop, [facet](Filter &f) { f[facet] = {}; });
    }
    if (!filter.communes.isEmpty())
        add(Drop::Commune, [](Filter &f) { f.communes.clear(); });
    if (filter.near && filter.near->radiusMetres > 0)
        add(Drop::Near, [](Filter &f) { f.near->radiusMetres = 0; });
    if (filter.box)
        add(Drop::Box, [](Filter &f) { f.box.reset(); });
    if (filter.area)
        add(Drop::Area, [](Filter &f) { f.area.reset(); });
    if (filter.asOfAfter)
        add(Drop::AsOf, [](Filter &f) { f.asOfAfter.reset(); });
    return variants;
}

/// The middle of the place that the filter asks for.
std::optional<GeoPoint> placeAsked(const Filter &filter, const geography::Gazetteer &gazetteer)
{
    if (filter.near)
        return filter.near->centre;
    for (const QString &code : filter.communes) {
        if (const Commune *commune = gazetteer.commune(code))
            return commune->centre;
    }
    for (const QString &code : filter[Facet::Departement].values) {
        if (const Departement *departement = gazetteer.departement(code))
            return departement->bounds.centre();
    }
    if (filter.area)
        return filter.area->bounds().centre();
    if (filter.box)
        return filter.box->centre();
    for (const QString &code : filter[Facet::Region].values) {
        if (const Region *region = gazetteer.region(code))
            return region->bounds.centre();
    }
    return std::nullopt;
}

} // namespace

Result<Suggestion>
makeSuggestion(const Filter &filter, const Knowledge &knowledge,
               const std::function<Result<std::shared_ptr<const SearchResult>>(const Filter &)> &evaluate)
{
    Suggestion suggestion;
    for (const auto &[drop, variant] : withoutOne(filter)) {
        const auto result = evaluate(variant);
        if (!result)
            return std::unexpected(result.error());
        if ((*result)->count() > 0)
            suggestion.options.push_back({drop, (*result)->count()});
    }
    std::stable_sort(suggestion.options.begin(), suggestion.options.end(),
                     [](const auto &a, const auto &b) { return a.count < b.count; });

    if (const auto asked = placeAsked(filter, knowledge.gazetteer())) {
        Filter anywhere = filter;
        anywhere[Facet::Region] = {};
        anywhere[Facet::Departement] = {};
        anywhere.communes.clear();
        anywhere.box.reset();
        anywhere.area.reset();
        anywhere.near = Near{*asked, 0, {}};
        const auto result = evaluate(anywhere);
        if (!result)
            return std::unexpected(result.error());
        const auto nearestFirst = (*result)->sorted(SortKey::Distance, SortOrder::Ascending);
        if (nearestFirst->count() > 0) {
            const AtelierSummary nearest = nearestFirst->at(0);
            if (nearest.distanceMetres) {
                suggestion.nearest = nearest;
                suggestion.distanceMetres = nearest.distanceMetres;
            }
        }
    }
    return suggestion;
}

} // namespace repere::directory
