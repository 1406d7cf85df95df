#pragma once

#include <QByteArray>
#include <QString>

#include <chrono>
#include <optional>
#include <vector>

namespace repere::bench {

/// What a measure is held against: a budget of the design, or a mark of our own where the design has none.
struct Limit {
    double value = 0;
    bool isForMedian = false; ///< else for the 95th percentile
    bool isOwnMark = false;
};

/// One thing measured, against what is allowed, or the same done by another program.
struct Measure {
    QString name;
    int size = 0; ///< ateliers; 0 where it does not matter
    QString unit; ///< "ms", "µs", "bytes"
    int samples = 1;
    double median = 0;
    double p95 = 0;
    double cpu = 0; ///< processor time of all threads, median: a busy machine blurs it less
    std::optional<Limit> limit;
    /// The same work on the same data, in the same run. Its median times `factor` is allowed.
    struct Peer {
        QString name;
        double factor = 1;
        double median = 0;
        double p95 = 0;
        double cpu = 0;
        int samples = 0;
    };
    std::optional<Peer> peer;
};

/// What one run took, or any other quantity (then `cpu` is the same).
struct Sample {
    double value = 0;
    double cpu = 0;
};

Measure summarise(const QString &name, int size, const std::vector<Sample> &samples, std::optional<Limit> limit,
                  const QString &unit = QStringLiteral("ms"));
Measure::Peer summarisePeer(const QString &name, const std::vector<Sample> &samples, double factor = 1);

/// {"measures": […]}: scripts/bench makes the tables from it.
QByteArray toJson(const std::vector<Measure> &measures);

/// Milliseconds since it was made.
class Stopwatch
{
public:
    Sample read() const;
    /// The processor time of this thread alone.
    double threadMilliseconds() const;

private:
    static double processorMilliseconds();
    static double ownMilliseconds();

    std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
    double m_processor = processorMilliseconds();
    double m_own = ownMilliseconds();
};

/// How often something is measured: so many times, but no longer than patience lasts, and three times at least.
class Effort
{
public:
    explicit Effort(int repetitions, double patienceMilliseconds = 20'000)
        : m_repetitions(repetitions), m_patience(patienceMilliseconds)
    {
    }
    int repetitions() const { return m_repetitions; }
    /// Whether one more is due after `done` of them, the first of which began with `watch`.
    bool wantsMore(int done, const Stopwatch &watch) const
    {
        return done < m_repetitions && (done < 3 || watch.read().value < m_patience);
    }
    template <typename Work> std::vector<Sample> repeat(Work &&work) const
    {
        std::vector<Sample> samples;
        for (const Stopwatch all; wantsMore(static_cast<int>(samples.size()), all);) {
            const Stopwatch watch;
            work();
            samples.push_back(watch.read());
        }
        return samples;
    }

private:
    int m_repetitions;
    double m_patience;
};

} // namespace repere::bench
