#pragma once

#include <QByteArray>
#include <QString>

#include <chrono>
#include <optional>
#include <vector>

namespace repere::bench {

/// One thing measured, against what the design allows.
struct Measure {
    QString name;
    int size = 0; ///< ateliers; 0 where it does not matter
    QString unit; ///< "ms", "µs", "bytes"
    int samples = 1;
    double median = 0;
    double p95 = 0;
    double cpu = 0;               ///< processor time of all threads, 95th percentile: a busy machine blurs it less
    std::optional<double> budget; ///< for the 95th percentile, or the median
    bool budgetIsForMedian = false;
    /// Value over budget: 1 and less is good.
    std::optional<double> ratio() const
    {
        return budget ? std::optional((budgetIsForMedian ? median : p95) / *budget) : std::nullopt;
    }
};

/// What one run took, or any other quantity (then `cpu` is the same).
struct Sample {
    double value = 0;
    double cpu = 0;
};

Measure summarise(const QString &name, int size, const std::vector<Sample> &samples, std::optional<double> budget,
                  const QString &unit = QStringLiteral("ms"));

QByteArray toJson(const std::vector<Measure> &measures);
QString toTable(const std::vector<Measure> &measures);

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

} // namespace repere::bench
