#pragma once

#include <atomic>
#include <chrono>
#include <functional>

namespace repere {

/// What long work takes along: a cancel flag and progress, told at most ten times a second.
/// The flag may be set from any thread; progress is called in the thread of the work.
class JobContext
{
public:
    using Progress = std::function<void(double fraction)>;

    JobContext() = default;
    explicit JobContext(Progress progress) : m_progress(std::move(progress)) {}

    void cancel() { m_cancelled = true; }
    bool isCancelled() const { return m_cancelled; }
    /// `fraction` in 0…1; negative when the whole is not known.
    void report(double fraction);

private:
    std::atomic<bool> m_cancelled = false;
    Progress m_progress;
    std::chrono::steady_clock::time_point m_lastReport{};
};

} // namespace repere
