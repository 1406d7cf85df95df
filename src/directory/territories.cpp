#include "directory/territories.h"

#include "core/atelier.h"
#include "geography/gazetteer.h"

#include <QHash>
#include <QSet>

namespace repere::directory {

namespace {

/// The territories of the level that the filter's choice of the other level leaves in. Empty: no such choice.
QSet<QString> leftIn(const geography::Gazetteer &gazetteer, const Filter &filter, TerritoryLevel level)
{
    QSet<QString> codes;
    if (level == TerritoryLevel::Departement) {
        const QStringList &chosen = filter[Facet::Region].values;
        for (const Departement &departement : gazetteer.departements()) {
            if (chosen.contains(departement.region))
                codes += departement.code;
        }
    } else {
        for (const QString &chosen : filter[Facet::Departement].values) {
            if (const Departement *departement = gazetteer.departement(chosen))
                codes += departement->region;
        }
    }
    return codes;
}

} // namespace

std::vector<TerritoryFigure> territoryFigures(const geography::Gazetteer &gazetteer, const SearchResult &result,
                                              TerritoryLevel level, const QString &equipment)
{
    const bool regions = level == TerritoryLevel::Region;
    const Facet facet = regions ? Facet::Region : Facet::Departement;
    const auto counted = [](const std::vector<FacetCount> &counts) {
        QHash<QString, int> byCode;
        for (const FacetCount &count : counts)
            byCode.insert(count.id, count.count);
        return byCode;
    };
    const QHash<QString, int> ateliers = counted(result.countBy(facet));
    QHash<QString, int> having;
    QHash<QString, int> silent;
    if (!equipment.isEmpty()) {
        having = counted(result.countBy(facet, std::pair{Facet::Equipment, equipment}));
        silent = counted(result.countBy(facet, std::pair{Facet::Equipment, QString(kUnknown)}));
    }

    std::vector<TerritoryFigure> figures;
    const QSet<QString> inside = leftIn(gazetteer, result.filter(), level);
    const auto add = [&](const QString &code, std::int64_t population) {
        if (!inside.isEmpty() && !inside.contains(code) && ateliers.value(code) == 0)
            return;
        figures.push_back({code, ateliers.value(code), having.value(code), silent.value(code), population});
    };
    if (regions) {
        for (const Region &region : gazetteer.regions())
            add(region.code, region.population);
    } else {
        for (const Departement &departement : gazetteer.departements())
            add(departement.code, departement.population);
    }
    return figures;
}

} // namespace repere::directory
