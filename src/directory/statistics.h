#pragma once

#include "directory/directory.h"

namespace repere::directory {

/// What a table of figures groups by. Year is the founding year.
enum class StatisticKey { Region, Departement, Type, Equipment, Year };
std::optional<StatisticKey> statisticKeyNamed(const QString &name);

/// One line of a table of figures. An atelier with several types or machines counts once in each of its lines.
struct StatisticRow {
    QString id; ///< code, id, year, or kUnknown
    int count = 0;
    std::optional<std::int64_t> population; ///< régions and départements
    std::optional<double> per100k; ///< ateliers per 100 000 inhabitants; none where the population is 0 or unknown
};

/// Every région or département, zeros included; only what occurs for the rest; unknown last, when it occurs.
Result<std::vector<StatisticRow>> statistics(const Directory &directory, const SearchResult &result, StatisticKey key);

} // namespace repere::directory
