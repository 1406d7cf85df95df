#pragma once

#include "core/territory.h"
#include "directory/search_result.h"

#include <vector>

namespace repere::geography {
class Gazetteer;
}

namespace repere::directory {

/// The figures of every région or département of a result, zeros included, in the order of the gazetteer; those that the
/// filter leaves out by a choice of the other level are not there: that they have none says nothing. `equipment`:
/// the machine that TerritoryFigure::having counts; empty: none. Ateliers whose territory is unknown are in none.
/// A few bit sets per territory; any thread.
std::vector<TerritoryFigure> territoryFigures(const geography::Gazetteer &gazetteer, const SearchResult &result,
                                              TerritoryLevel level, const QString &equipment = {});

} // namespace repere::directory
