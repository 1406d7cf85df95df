#pragma once

#include "core/job.h"
#include "core/result.h"

#include <QDir>
#include <QRandomGenerator>
#include <QString>

#include <chrono>
#include <functional>
#include <thread>

namespace repere::testing {

/// How often a long job is cancelled: `few` times in CI; REPERE_CANCEL_ROUNDS overrules (100 are wanted now and then).
inline int cancelRounds(int few)
{
    const int wanted = qEnvironmentVariableIntValue("REPERE_CANCEL_ROUNDS");
    return wanted > 0 ? wanted : few;
}

/// What this process holds of the system. Equal before and after, nothing has leaked that a sanitizer does not see.
inline int openFiles()
{
    return static_cast<int>(QDir(QStringLiteral("/proc/self/fd")).entryList(QDir::AllEntries | QDir::System).size());
}

/// Cancels jobs from another thread, each time at another moment of the time that one takes uncancelled; the first time
/// before it begins, so that one at least is cancelled.
class RandomCancel
{
public:
    explicit RandomCancel(quint32 seed) : m_random(seed) {}

    /// Runs `work` once and cancels it meanwhile. True when it ended as cancelled.
    template <typename T> Result<T> run(const std::function<Result<T>(JobContext &)> &work)
    {
        JobContext job;
        const bool first = m_longest == Duration::zero();
        const auto wait = Duration(
            static_cast<Duration::rep>(m_random.generateDouble() * 1.1 * static_cast<double>(m_longest.count())));
        const auto begin = Clock::now();
        std::jthread canceller;
        if (m_rounds++ == 1)
            job.cancel();
        else if (!first)
            canceller = std::jthread([&job, wait] {
                std::this_thread::sleep_for(wait);
                job.cancel();
            });
        Result<T> result = work(job);
        if (first)
            m_longest = Clock::now() - begin;
        if (!result && result.error().code == ErrorCode::Cancelled)
            ++m_cancelled;
        return result;
    }
    /// The first run measures and is not cancelled.
    int cancelled() const { return m_cancelled; }

private:
    using Clock = std::chrono::steady_clock;
    using Duration = Clock::duration;

    QRandomGenerator m_random;
    Duration m_longest = Duration::zero();
    int m_rounds = 0;
    int m_cancelled = 0;
};

} // namespace repere::testing
