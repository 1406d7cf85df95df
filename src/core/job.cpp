#include "core/job.h"

namespace repere {

void JobContext::report(double fraction)
{
    if (!m_progress)
        return;
    const auto now = std::chrono::steady_clock::now();
    const bool first = m_lastReport == std::chrono::steady_clock::time_point{};
    // The end is always told, so that no bar stays at 98 %.
    if (!first && fraction < 1 && now - m_lastReport < std::chrono::milliseconds(100))
        return;
    m_lastReport = now;
    m_progress(fraction);
}

} // namespace repere
