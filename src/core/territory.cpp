#include "core/territory.h"

namespace repere {

std::optional<double> TerritoryFigure::value(TerritoryMeasure measure) const
{
    switch (measure) {
    case TerritoryMeasure::Count: return ateliers;
    case TerritoryMeasure::Per100k:
        return population > 0 ? std::optional(100'000.0 * ateliers / static_cast<double>(population)) : std::nullopt;
    case TerritoryMeasure::Share:
        return ateliers > 0 ? std::optional(static_cast<double>(having) / ateliers) : std::nullopt;
    }
    return std::nullopt;
}

} // namespace repere
