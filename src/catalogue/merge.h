#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

namespace repere::catalogue {

/// Rows that become one sign on the map; coordinates are mercator units of the columns. Private to the layer.
struct Group {
    std::uint64_t sumX = 0;
    std::uint64_t sumY = 0;
    std::uint32_t count = 0;
    std::uint32_t firstRow = 0xFFFFFFFF; ///< the smallest
    std::uint32_t west = 0xFFFFFFFF;
    std::uint32_t north = 0xFFFFFFFF;
    std::uint32_t east = 0;
    std::uint32_t south = 0;
    std::int32_t mergedInto = -1; ///< the group that took this one, which stands before it
    bool seen = false;            ///< holds a cell that touches the view

    double x() const { return static_cast<double>(sumX) / count; }
    double y() const { return static_cast<double>(sumY) / count; }
    /// Inline: it is called for every row.
    void add(std::uint32_t rowX, std::uint32_t rowY, std::uint32_t row)
    {
        sumX += rowX;
        sumY += rowY;
        ++count;
        firstRow = std::min(firstRow, row);
        west = std::min(west, rowX);
        east = std::max(east, rowX);
        north = std::min(north, rowY);
        south = std::max(south, rowY);
    }
    void take(const Group &other);
};

/// In one round every two groups that are each other's nearest and closer than `distance` become one, until no two are
/// that close. What comes out depends on the groups alone, not on their order; ties go to the smaller row.
/// Returns the number of rounds that changed something.
int mergeNear(std::vector<Group> &groups, double distance);

/// How far, in distances, one round carries an influence on the sign of a given row: whether its group merges depends on
/// whom the neighbours within one distance prefer, hence on groups within two, and merging moves it by less than one.
inline constexpr int kReachPerRound = 3;

} // namespace repere::catalogue
