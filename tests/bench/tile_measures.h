#pragma once

#include "bench/report.h"
#include "core/result.h"

namespace repere::bench {

/// Tiles painted one by one in one thread: of a window over the country, a région and a town; the first one of a zoom,
/// that waits for its outlines and names; and what the loopback service takes to hand out one that it has.
Result<std::vector<Measure>> measureTiles(const QString &dataFolder, int repetitions);

} // namespace repere::bench
