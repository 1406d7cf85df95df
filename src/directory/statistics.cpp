#include "directory/statistics.h"

#include <algorithm>
#include <map>

namespace repere::directory {

namespace {

StatisticRow rowOf(const QString &id, int count, std::int64_t population)
{
    StatisticRow row{id, count, population, std::nullopt};
    if (population > 0)
        row.per100k = 100000.0 * count / static_cast<double>(population);
    return row;
}

QStringList valuesOf(const AtelierSummary &summary, StatisticKey key)
{
    switch (key) {
    case StatisticKey::Region: return {summary.region};
    case StatisticKey::Departement: return {summary.departement};
    case StatisticKey::Type: return summary.types;
    case StatisticKey::Equipment: return summary.equipment;
    case StatisticKey::Year: break;
    }
    return {};
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
    for (int position = 0; position < result.count(); ++position) {
        QStringList values;
        if (key == StatisticKey::Year) {
            const auto atelier = directory.read(result.idAt(position));
            if (!atelier)
                return std::unexpected(atelier.error());
            if (atelier->founded)
                values.append(QString::number(*atelier->founded));
        } else {
            values = valuesOf(result.at(position), key);
        }
        values.removeAll(QString());
        values.removeDuplicates();
        for (const QString &value : values)
            ++counts[value];
        if (values.isEmpty())
            ++unknown;
    }

    std::vector<StatisticRow> rows;
    const auto take = [&counts](const QString &id) {
        const auto found = counts.find(id);
        return found == counts.end() ? 0 : found->second;
    };
    if (key == StatisticKey::Region) {
        for (const Region &region : directory.knowledge().gazetteer().regions())
            rows.push_back(rowOf(region.code, take(region.code), region.population));
    } else if (key == StatisticKey::Departement) {
        for (const Departement &departement : directory.knowledge().gazetteer().departements())
            rows.push_back(rowOf(departement.code, take(departement.code), departement.population));
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
