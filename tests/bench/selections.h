#pragma once

#include "core/result.h"
#include "core/vocabulary.h"
#include "geography/gazetteer.h"

#include <memory>

namespace repere::bench {

/// Writes what another program needs to cluster the same places: `points.bin`, longitude and latitude of every place that
/// has a position (64-bit little endian), one byte a place for each of the usual filters (`filter-N.bin`: does it pass),
/// and `views.json` ([{"west", "south", "east", "north", "zoom"}]).
Result<void> writeSelections(const std::shared_ptr<const geography::Gazetteer> &gazetteer,
                             const std::shared_ptr<const Vocabularies> &vocabularies, int size, const QString &folder);

} // namespace repere::bench
