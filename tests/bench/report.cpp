#include "bench/report.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSysInfo>
#include <QTextStream>

#include <algorithm>
#include <ctime>
#include <thread>

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

Measure summarise(const QString &name, int size, const std::vector<Sample> &samples, std::optional<double> budget,
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
            .cpu = quantile(processor, 0.95),
            .budget = budget};
}

QByteArray toJson(const std::vector<Measure> &measures)
{
    QJsonArray list;
    for (const Measure &measure : measures) {
        QJsonObject object{{u"name"_s, measure.name},
                           {u"unit"_s, measure.unit},
                           {u"samples"_s, measure.samples},
                           {u"median"_s, measure.median},
                           {u"p95"_s, measure.p95},
                           {u"cpu"_s, measure.cpu},
                           {u"size"_s, measure.size ? QJsonValue(measure.size) : QJsonValue()},
                           {u"budget"_s, measure.budget ? QJsonValue(*measure.budget) : QJsonValue()},
                           {u"ratio"_s, measure.ratio() ? QJsonValue(*measure.ratio()) : QJsonValue()}};
        list.append(object);
    }
    const QJsonObject document{{u"version"_s, QStringLiteral(REPERE_VERSION)},
                               {u"processor"_s, QSysInfo::currentCpuArchitecture()},
                               {u"threads"_s, static_cast<int>(std::thread::hardware_concurrency())},
                               {u"measures"_s, list}};
    return QJsonDocument(document).toJson();
}

QString toTable(const std::vector<Measure> &measures)
{
    QString text;
    QTextStream out(&text);
    out.setRealNumberNotation(QTextStream::FixedNotation);
    const auto number = [](double value) { return QString::number(value, 'f', value < 10 ? 3 : value < 1000 ? 1 : 0); };
    const auto row = [&](const QString &name, const QString &size, const QString &median, const QString &p95,
                         const QString &cpu, const QString &unit, const QString &budget, const QString &ratio) {
        out << name.leftJustified(46) << size.rightJustified(9) << median.rightJustified(11) << p95.rightJustified(11)
            << cpu.rightJustified(11) << u' ' << unit.leftJustified(6) << budget.rightJustified(8)
            << ratio.rightJustified(8) << u'\n';
    };
    row(u"measure"_s, u"ateliers"_s, u"median"_s, u"95th pct"_s, u"processor"_s, u"unit"_s, u"budget"_s, u"ratio"_s);
    for (const Measure &measure : measures) {
        row(measure.name, measure.size ? QString::number(measure.size) : u"–"_s, number(measure.median),
            number(measure.p95), number(measure.cpu), measure.unit, measure.budget ? number(*measure.budget) : u"–"_s,
            measure.ratio() ? QString::number(*measure.ratio(), 'f', 2) : u"–"_s);
    }
    return text;
}

} // namespace repere::bench
