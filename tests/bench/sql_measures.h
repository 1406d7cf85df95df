#pragma once

#include "bench/measures.h"

namespace repere::bench {

/// The counts of every facet for the usual filters, and the places in the usual views, beside SQLite: a database in memory
/// with an index for each facet, asked with GROUP BY, and its R*Tree. Both must give the same numbers, else an error.
Result<std::vector<Measure>> measureBesideSql(std::shared_ptr<const geography::Gazetteer> gazetteer,
                                              std::shared_ptr<const Vocabularies> vocabularies, int size,
                                              int repetitions);

} // namespace repere::bench
