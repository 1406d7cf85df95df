#include "core/class_breaks.h"

#include <algorithm>

namespace repere {

std::vector<double> quantileBreaks(std::vector<double> values, int classes)
{
    std::ranges::sort(values);
    std::vector<double> breaks;
    for (int i = 1; i < classes && !values.empty(); ++i) {
        const double wanted = values[values.size() * static_cast<std::size_t>(i) / static_cast<std::size_t>(classes)];
        const double below = breaks.empty() ? values.front() : breaks.back();
        const auto bound =
            wanted > below ? std::ranges::lower_bound(values, wanted) : std::ranges::upper_bound(values, below);
        if (bound == values.end())
            break;
        breaks.push_back(*bound);
    }
    return breaks;
}

std::vector<double> equalBreaks(std::span<const double> values, int classes)
{
    std::vector<double> breaks;
    if (values.empty())
        return breaks;
    const auto [lowest, highest] = std::ranges::minmax(values);
    if (lowest == highest)
        return breaks;
    for (int i = 1; i < classes; ++i)
        breaks.push_back(lowest + (highest - lowest) * i / classes);
    return breaks;
}

int classOf(double value, std::span<const double> breaks)
{
    return static_cast<int>(std::ranges::upper_bound(breaks, value) - breaks.begin());
}

} // namespace repere
