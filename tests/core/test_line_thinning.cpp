#include "core/line_thinning.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <random>

using namespace repere;

/// Against the distance from the line that remains, measured side by side.
class TestLineThinning : public QObject
{
    Q_OBJECT

    static double distance(QPointF point, QPointF a, QPointF b)
    {
        double nearest = std::hypot(point.x() - a.x(), point.y() - a.y());
        constexpr int kSteps = 2000;
        for (int i = 1; i <= kSteps; ++i) {
            const QPointF at = a + (b - a) * (double(i) / kSteps);
            nearest = std::min(nearest, std::hypot(point.x() - at.x(), point.y() - at.y()));
        }
        return nearest;
    }

private slots:
    void shortLinesStay_data()
    {
        QTest::addColumn<int>("points");
        for (int i = 0; i <= 2; ++i)
            QTest::addRow("%d points", i) << i;
    }
    void shortLinesStay()
    {
        QFETCH(int, points);
        std::vector<QPointF> line;
        for (int i = 0; i < points; ++i)
            line.emplace_back(i, i);
        QCOMPARE(keptPoints(line, 100), std::vector<bool>(line.size(), true));
    }

    void nothingThatIsLeftOutLiesFar()
    {
        std::mt19937_64 random(11);
        std::normal_distribution<double> step(0, 1);
        for (const double tolerance : {0.5, 3.0, 12.0}) {
            std::vector<QPointF> line{{0, 0}};
            for (int i = 0; i < 300; ++i)
                line.push_back(line.back() + QPointF(step(random), step(random)));
            const std::vector<bool> kept = keptPoints(line, tolerance);
            QVERIFY(kept.front() && kept.back());
            QVERIFY(std::ranges::count(kept, true) < 250);
            std::size_t from = 0;
            for (std::size_t to = 1; to < line.size(); ++to) {
                if (!kept[to])
                    continue;
                for (std::size_t i = from + 1; i < to; ++i)
                    QVERIFY(distance(line[i], line[from], line[to]) <= tolerance * 1.01);
                from = to;
            }
        }
    }

    void aStraightLineIsItsEnds()
    {
        std::vector<QPointF> line;
        for (int i = 0; i < 50'000; ++i)
            line.emplace_back(i, 2 * i);
        QCOMPARE(std::ranges::count(keptPoints(line, 1e-6), true), 2);
        line[20'000] += QPointF(3, 0);
        QCOMPARE(std::ranges::count(keptPoints(line, 1), true), 5); // and the neighbours of the peak
    }
};

QTEST_APPLESS_MAIN(TestLineThinning)
#include "test_line_thinning.moc"
