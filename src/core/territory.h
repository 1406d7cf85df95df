#pragma once

#include <QString>

#include <cstdint>
#include <optional>

namespace repere {

enum class TerritoryLevel { Region, Departement };

/// What a territory is compared by.
enum class TerritoryMeasure {
    Count,   ///< ateliers
    Per100k, ///< ateliers per 100 000 inhabitants
    Share    ///< ateliers that say they have a machine, among all
};

/// What is known of one région or département, of a set of ateliers.
struct TerritoryFigure {
    QString code; ///< INSEE
    int ateliers = 0;
    int having = 0; ///< say that they have the machine asked for
    int silent = 0; ///< say nothing about their machines
    std::int64_t population = 0;

    bool operator==(const TerritoryFigure &) const = default;
    /// nullopt where there is nothing to divide by: no inhabitants known, no atelier.
    std::optional<double> value(TerritoryMeasure measure) const;
};

} // namespace repere
