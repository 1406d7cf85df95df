// The index of points against a loop over all of them.
#include "core/point_index.h"

#include <QTest>

#include <random>

using namespace repere;

class TestPointIndex : public QObject
{
    Q_OBJECT

private slots:
    void nothingIsNearWithoutPoints() { QVERIFY(!PointIndex({}).nearest({45, 2})); }

    void agreesWithALoop_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<double>("spread");
        for (const int count : {1, 2, 3, 50, 3000})
            for (const double spread : {0.01, 6.0, 180.0})
                QTest::addRow("%d over %g degrees", count, spread) << count << spread;
    }

    void agreesWithALoop()
    {
        QFETCH(int, count);
        QFETCH(double, spread);
        std::mt19937_64 random(static_cast<std::uint64_t>(count));
        std::uniform_real_distribution<double> unit(-1, 1);
        const auto anywhere = [&] {
            return GeoPoint{std::clamp(46 + unit(random) * spread, -90.0, 90.0),
                            std::clamp(unit(random) * spread, -180.0, 180.0)};
        };
        std::vector<GeoPoint> points;
        for (int i = 0; i < count; ++i)
            points.push_back(i % 7 == 3 ? points[static_cast<std::size_t>(i) / 2]
                                        : anywhere()); // some spots are shared
        const PointIndex index(points);
        for (int question = 0; question < 300; ++question) {
            const GeoPoint from =
                question % 5 ? anywhere() : points[static_cast<std::size_t>(question) % points.size()];
            double shortest = 1e9;
            std::size_t first = 0;
            for (std::size_t i = 0; i < points.size(); ++i) {
                if (const double distance = distanceMetres(from, points[i]); distance < shortest) {
                    shortest = distance;
                    first = i;
                }
            }
            const auto nearest = index.nearest(from);
            QVERIFY(nearest);
            QVERIFY(std::abs(nearest->distanceMetres - shortest) < 0.01);
            QCOMPARE(nearest->distanceMetres, distanceMetres(from, points[nearest->index]));
            if (shortest == 0)
                QCOMPARE(nearest->index, first); // of one spot the first
        }
    }

    void theDateLineIsNoBorder()
    {
        const std::vector<GeoPoint> points{{0, 170}, {0, -179}};
        QCOMPARE(PointIndex(points).nearest({0, 179})->index, 1U);
    }
};

QTEST_GUILESS_MAIN(TestPointIndex)
#include "test_point_index.moc"
