#pragma once

#include "bench/report.h"
#include "core/result.h"
#include "directory/knowledge.h"

#include <vector>

namespace repere::bench {

/// The window over a directory file: opening it until it can be filtered, a filter change until list, facets and map are
/// painted again, and with 100 000 ateliers the frames of the map while it moves. Needs a QApplication with a display and
/// OpenGL.
Result<std::vector<Measure>> measureWindow(const directory::Knowledge &knowledge, const QString &path, int repetitions);

} // namespace repere::bench
