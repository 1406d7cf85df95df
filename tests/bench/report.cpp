#include "bench/report.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <ctime>

namespace repere::bench {

using namespace Qt::StringLiterals;

namespace {

double quantile(std::vector<double> values, double part)
{
    std::ranges::sort(values);
    return values[static_cast<std::size_t>(part * static_cast<double>(values.size() - 1) + 0.5)];
}

} // namespace

double Stopwatch::processorMilliseconds()
{
    return static_cast<double>(std::clock()) * 1000 / CLOCKS_PER_SEC;
}

double Stopwatch::ownMilliseconds()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

double Stopwatch::threadMilliseconds() const
{
    return ownMilliseconds() - m_own;
}

Sample Stopwatch::read() const
{
    const std::chrono::duration<double, std::milli> wall = std::chrono::steady_clock::now() - m_start;
    return {.value = wall.count(), .cpu = processorMilliseconds() - m_processor};
}

Measure summarise(const QString &name, int size, const std::vector<Sample> &samples, std::optional<Limit> limit,
                  const QString &unit)
{
    std::vector<double> values;
    std::vector<double> processor;
    for (const Sample &sample : samples) {
        values.push_back(sample.value);
        processor.push_back(sample.cpu);
    }
    return {.name = name,
            .size = size,
            .unit = unit,
            .samples = static_cast<int>(samples.size()),
            .median = quantile(values, 0.5),
            .p95 = quantile(values, 0.95),
            .cpu = quantile(processor, 0.5),
            .limit = limit,
            .peer = {}};
}

Measure::Peer summarisePeer(const QString &name, const std::vector<Sample> &samples, double factor)
{
    const Measure measure = summarise(name, 0, samples, std::nullopt);
    return {.name = name,
            .factor = factor,
            .median = measure.median,
            .p95 = measure.p95,
            .cpu = measure.cpu,
            .samples = measure.samples};
}

QByteArray toJson(const std::vector<Measure> &measures)
{
    QJsonArray list;
    for (const Measure &measure : measures) {
        QJsonObject object{
            {u"name"_s, measure.name},     {u"size"_s, measure.size ? QJsonValue(measure.size) : QJsonValue()},
            {u"unit"_s, measure.unit},     {u"repetitions"_s, measure.samples},
            {u"median"_s, measure.median}, {u"p95"_s, measure.p95},
            {u"processor"_s, measure.cpu}};
        if (measure.limit) {
            object[u"limit"_s] = QJsonObject{{u"value"_s, measure.limit->value},
                                             {u"of"_s, measure.limit->isForMedian ? u"median"_s : u"p95"_s},
                                             {u"own"_s, measure.limit->isOwnMark}};
        }
        if (measure.peer) {
            object[u"peer"_s] =
                QJsonObject{{u"name"_s, measure.peer->name},     {u"factor"_s, measure.peer->factor},
                            {u"median"_s, measure.peer->median}, {u"p95"_s, measure.peer->p95},
                            {u"processor"_s, measure.peer->cpu}, {u"repetitions"_s, measure.peer->samples}};
        }
        list.append(object);
    }
    return QJsonDocument(QJsonObject{{u"version"_s, QStringLiteral(REPERE_VERSION)}, {u"measures"_s, list}}).toJson();
}

} // namespace repere::bench
