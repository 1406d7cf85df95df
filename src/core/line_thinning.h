#pragma once

#include <QPointF>

#include <span>
#include <vector>

namespace repere {

/// Which points of a line stay when it is drawn with fewer: none of those left out lies farther than `tolerance` from the
/// line that remains, and the two ends stay (Douglas and Peucker, 1973). Any plane unit; one answer for each point.
std::vector<bool> keptPoints(std::span<const QPointF> line, double tolerance);

} // namespace repere
