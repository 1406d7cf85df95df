#include "soak/growth.h"

#include <algorithm>
#include <cmath>

namespace repere::soak {

namespace {
constexpr double kWarmUp = 0.4; // of all values
}

Growth growthOf(const std::vector<double> &values)
{
    const auto n = static_cast<double>(values.size());
    if (values.size() < 3)
        return {};
    std::vector<double> slopes;
    int balance = 0; // pairs that rise less pairs that fall
    for (std::size_t first = 0; first < values.size(); ++first) {
        for (std::size_t second = first + 1; second < values.size(); ++second) {
            const double rise = values[second] - values[first];
            slopes.push_back(rise / static_cast<double>(second - first));
            balance += (rise > 0) - (rise < 0);
        }
    }
    const auto middle = slopes.begin() + static_cast<std::ptrdiff_t>(slopes.size() / 2);
    std::ranges::nth_element(slopes, middle);
    const double deviation = std::sqrt(n * (n - 1) * (2 * n + 5) / 18);
    const int towardsZero = (balance < 0) - (balance > 0); // the correction for counting
    return {
        .perStep = *middle, .score = (balance + towardsZero) / deviation, .steps = static_cast<int>(values.size()) - 1};
}

std::vector<double> afterWarmUp(const std::vector<double> &values)
{
    const auto part = static_cast<std::size_t>(std::ceil(static_cast<double>(values.size()) * kWarmUp));
    const std::size_t begin = std::min(values.size(), std::max<std::size_t>(kWarmUpSteps, part));
    return {values.begin() + static_cast<std::ptrdiff_t>(begin), values.end()};
}

} // namespace repere::soak
