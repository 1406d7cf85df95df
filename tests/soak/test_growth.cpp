// Does the soak test ring when memory grows, and only then?
#include "soak/growth.h"

#include <QRandomGenerator>
#include <QTest>

#include <cmath>

using namespace repere::soak;

namespace {

constexpr double kMegabyte = 1'000'000;

/// A heap at rest of 90 MB: noise, a warm-up that fades, now and then a cache that is full for a while, and a leak.
std::vector<double> heap(int laps, double leakPerLap, quint32 seed)
{
    QRandomGenerator random(seed);
    std::vector<double> values;
    for (int lap = 0; lap < laps; ++lap) {
        double bytes = 90 * kMegabyte + 4 * kMegabyte * (1 - std::exp(-lap / 4.0)) + leakPerLap * lap;
        bytes += (random.generateDouble() - 0.5) * 0.3 * kMegabyte;
        if (random.bounded(10) == 0)
            bytes += 2 * kMegabyte;
        values.push_back(bytes);
    }
    return values;
}

} // namespace

class TestGrowth : public QObject
{
    Q_OBJECT

private slots:
    void slopeIsTheOneOfALine()
    {
        const Growth growth = growthOf({1, 3, 5, 7, 9, 11});
        QCOMPARE(growth.perStep, 2.0);
        QCOMPARE(growth.total(), 10.0);
        QVERIFY(growth.score > Growth::kSure);
        QVERIFY(growthOf({11, 9, 7, 5, 3, 1}).score < -Growth::kSure);
        QCOMPARE(growthOf({5, 5, 5, 5}).score, 0.0);
        QCOMPARE(growthOf({}).steps, 0);
        QCOMPARE(growthOf({1, 3, 5, 700, 9, 11}).perStep, 2.0); // one that is far off
    }

    void leaksAreFound_data()
    {
        QTest::addColumn<int>("laps");
        QTest::addColumn<double>("leak");
        QTest::addColumn<bool>("found");
        QTest::newRow("a minute, none") << 22 << 0.0 << false;
        QTest::newRow("a minute, 1 MB a lap") << 22 << 1.0 * kMegabyte << true;
        QTest::newRow("an hour, none") << 500 << 0.0 << false;
        QTest::newRow("an hour, 20 kB a lap") << 500 << 20'000.0 << true;
    }
    void leaksAreFound()
    {
        QFETCH(const int, laps);
        QFETCH(const double, leak);
        QFETCH(const bool, found);
        int rang = 0;
        for (quint32 seed = 0; seed < 40; ++seed)
            rang += growthOf(afterWarmUp(heap(laps, leak, seed))).isMoreThan(2 * kMegabyte) ? 1 : 0;
        QVERIFY2(found ? rang >= 38 : rang <= 1, qPrintable(QString::number(rang)));
    }
};

QTEST_GUILESS_MAIN(TestGrowth)
#include "test_growth.moc"
