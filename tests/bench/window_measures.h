#pragma once

#include "bench/generator.h"
#include "bench/report.h"
#include "core/result.h"
#include "directory/knowledge.h"

#include <vector>

namespace repere::bench {

/// The window over invented ateliers: opening the file until it can be filtered, and a filter change until list, facets
/// and map are painted again. Needs a QApplication with a display and OpenGL.
Result<std::vector<Measure>> measureWindow(const directory::Knowledge &knowledge, const Generator &generator, int size,
                                           int repetitions);

} // namespace repere::bench
