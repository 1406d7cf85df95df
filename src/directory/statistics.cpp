#include "directory/statistics.h"

#include "directory/territories.h"

#include <algorithm>
#include <map>

namespace repere::directory {

namespace {

/// The years in which the ateliers of a result were founded; `unknown` counts those that do not say.
Result<std::map<QString, int>> countYears(const Directory &directory, const SearchResult &result, int &unknown)
{
    std::map<QString, int> counts;
    for (int position = 0; position < result.count(); ++position) {
        const auto atelier = directory.read(result.idAt(position));
        if (!atelier)
            return std::unexpected(atelier.error());
        if (atelier->founded)
            ++counts[QString::number(*atelier->founded)];
        else
            ++unknown;
    }
    return counts;
}

std::optional<Facet> facetOf(StatisticKey key)
{
    switch (key) {
    case StatisticKey::Region: return Facet::Region;
    case StatisticKey::Departement: return Facet::Departement;
    case StatisticKey::Type: return Facet::Type;
    case StatisticKey::Equipment: return Facet::Equipment;
    case StatisticKey::Year: break;
    }
    return std::nullopt;
}

} // namespace

std::optional<StatisticKey> statisticKeyNamed(const QString &name)
{
    static const std::map<QString, StatisticKey> names = {
        {QStringLiteral("region"), StatisticKey::Region}, {QStringLiteral("departement"), StatisticKey::Departement},
        {QStringLiteral("type"), StatisticKey::Type},     {QStringLiteral("equipment"), StatisticKey::Equipment},
        {QStringLiteral("year"), StatisticKey::Year},
    };
    const auto found = names.find(name);
    return found == names.end() ? std::nullopt : std::optional(found->second);
}

Result<std::vector<StatisticRow>> statistics(const Directory &directory, const SearchResult &result, StatisticKey key)
{
    std::map<QString, int> counts;
    int unknown = 0;
    if (const auto facet = facetOf(key)) {
        for (const FacetCount &value : result.countBy(*facet)) {
            if (value.id == kUnknown)
                unknown = value.count;
            else if (value.count > 0)
                counts[value.id] = value.count;
        }
    } else {
        auto years = countYears(directory, result, unknown);
        if (!years)
            return std::unexpected(years.error());
        counts = std::move(*years);
    }

    std::vector<StatisticRow> rows;
    if (key == StatisticKey::Region || key == StatisticKey::Departement) {
        const auto level = key == StatisticKey::Region ? TerritoryLevel::Region : TerritoryLevel::Departement;
        for (const TerritoryFigure &figure : territoryFigures(directory.knowledge().gazetteer(), result, level))
            rows.push_back({figure.code, figure.ateliers, figure.population, figure.value(TerritoryMeasure::Per100k)});
    } else {
        for (const auto &[id, count] : counts)
            rows.push_back({id, count, std::nullopt, std::nullopt});
        if (key != StatisticKey::Year)
            std::stable_sort(rows.begin(), rows.end(), [](const auto &a, const auto &b) { return a.count > b.count; });
    }
    if (unknown > 0)
        rows.push_back({QString::fromUtf16(kUnknown), unknown, std::nullopt, std::nullopt});
    return rows;
}

} // namespace repere::directory
