#pragma once

#include "bench/report.h"
#include "core/result.h"
#include "directory/knowledge.h"

namespace repere::bench {

/// A directory file: opening it until it can be filtered, and full text for every key that is typed.
Result<std::vector<Measure>> measureFile(const directory::Knowledge &knowledge, const QString &path, int repetitions);

} // namespace repere::bench
