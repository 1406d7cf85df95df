#pragma once

#include "bench/report.h"
#include "core/result.h"
#include "core/vocabulary.h"
#include "geography/gazetteer.h"

#include <memory>

namespace repere::bench {

/// Loading of gazetteer and boundaries, finding places and points.
std::vector<Measure> measureGeography(const QString &dataFolder, int repetitions);

/// All communes against the places of an invented directory: the nearest of each.
std::vector<Measure> measureNearest(std::shared_ptr<const geography::Gazetteer> gazetteer,
                                    std::shared_ptr<const Vocabularies> vocabularies, int size, int repetitions);

/// `size` places of an invented list against `size` others of which one in ten is a twin: entering them, finding the twins
/// of each, and all pairs of the whole.
std::vector<Measure> measureMatching(std::shared_ptr<const geography::Gazetteer> gazetteer,
                                     std::shared_ptr<const Vocabularies> vocabularies, int size);

/// The catalogue at one size: building, filter changes with clusters, sorting, memory.
std::vector<Measure> measureCatalogue(std::shared_ptr<const geography::Gazetteer> gazetteer,
                                      std::shared_ptr<const Vocabularies> vocabularies, int size, int repetitions);

} // namespace repere::bench
