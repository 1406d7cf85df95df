#pragma once

#include <vector>

namespace repere::soak {

/// Whether a series of equally spaced values grows: the median of the slopes of all pairs (Theil and Sen), and whether the
/// order of the values can be chance (Mann and Kendall). Neither minds a few values that are far off.
struct Growth {
    double perStep = 0;
    double score = 0; ///< standard deviations from an order by chance; positive: growing
    int steps = 0;    ///< from the first value to the last

    double total() const { return perStep * steps; }
    /// Grows by more than `allowed` from the first value to the last, and not by chance.
    bool isMoreThan(double allowed) const { return total() > allowed && score > kSure; }

    static constexpr double kSure = 2.5; // one in 160 series without growth
};

Growth growthOf(const std::vector<double> &values);

/// What is left of a series when its warm-up is taken away: two fifths of it, kWarmUpSteps at least.
inline constexpr int kWarmUpSteps = 12;
std::vector<double> afterWarmUp(const std::vector<double> &values);

} // namespace repere::soak
