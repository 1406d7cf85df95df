#pragma once

#include <QPointF>

#include <vector>

namespace repere::models {

/// More places than this at one spot are listed instead: a wider fan would cover the map.
inline constexpr int kMostFanned = 12;

/// Where places of one spot stand around it, clockwise: pixels from the spot, on a circle on which signs of `signRadius`
/// keep `kFanGap` from each other and from the sign of `centreRadius` in the middle. Two stand to its right and left.
std::vector<QPointF> fanOffsets(int count, double centreRadius, double signRadius);
inline constexpr double kFanGap = 10;

} // namespace repere::models
