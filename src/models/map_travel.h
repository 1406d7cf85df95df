#pragma once

#include <QPointF>

#include <span>

namespace repere::models {

/// The point to which an arrow key leads: the nearest of those that lie that way, rather straight ahead than aside.
struct MapStep {
    int index = -1; ///< -1 when there is none that way
    /// Nothing farther away than this, in either axis, could have been the answer. Pixels.
    double reach = 0;
};

/// `dx`, `dy`: (1, 0) to the right, (0, 1) down. Points less than a pixel ahead, or more aside than one and a half times
/// as far ahead, do not lie that way.
MapStep stepTowards(std::span<const QPointF> points, QPointF from, int dx, int dy);

} // namespace repere::models
