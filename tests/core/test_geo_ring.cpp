#include "core/geo_ring.h"

#include <QTest>

#include <random>

using namespace repere;

/// Rings against plain shapes whose inside is known.
class TestGeoRing : public QObject
{
    Q_OBJECT

    std::mt19937_64 m_random{7};
    double between(double low, double high)
    {
        return low + (high - low) * static_cast<double>(m_random() >> 11) * 0x1p-53;
    }
    GeoPoint anywhere() { return {between(41, 52), between(-5, 10)}; }

private slots:
    void aBoxHoldsWhatTheBoxHolds()
    {
        const GeoBox box{-1.5, 44.25, 3.75, 48.5};
        const RingTest ring(GeoRing::ofBox(box));
        for (int i = 0; i < 20'000; ++i) {
            const GeoPoint point = anywhere();
            QCOMPARE(ring.holds(point), box.contains(point));
        }
    }

    void aRoundLassoHoldsWhatIsNearItsMiddle()
    {
        // A circle on Mercator with many sides: every band is used.
        const MercatorPoint middle = toMercator({46.5, 2.5});
        constexpr double kRadius = 0.01;
        GeoRing circle;
        for (int i = 0; i < 720; ++i) {
            const double angle = i * 3.14159265358979 / 360;
            circle.points.push_back(
                fromMercator({middle.x + kRadius * std::cos(angle), middle.y + kRadius * std::sin(angle)}));
        }
        const RingTest ring(circle);
        int inside = 0;
        for (int i = 0; i < 20'000; ++i) {
            const GeoPoint point = anywhere();
            const MercatorPoint at = toMercator(point);
            const double distance = std::hypot(at.x - middle.x, at.y - middle.y);
            if (std::abs(distance - kRadius) < kRadius * 1e-4)
                continue; // between the circle and its sides
            QCOMPARE(ring.holds(point), distance < kRadius);
            inside += distance < kRadius;
        }
        QVERIFY(inside > 2000);
    }

    void whatIsWoundTwiceIsInside()
    {
        // A five-pointed star: its middle is wound around twice.
        GeoRing star;
        for (int i = 0; i < 5; ++i) {
            const double angle = i * 4 * 3.14159265358979 / 5;
            star.points.push_back({46 + 2 * std::cos(angle), 2 + 3 * std::sin(angle)});
        }
        QVERIFY(RingTest(star).holds(GeoPoint{46, 2}));
        QVERIFY(!RingTest(star).holds(GeoPoint{44.6, 2}));
    }

    void nothingIsInsideWhatIsNoRing_data()
    {
        QTest::addColumn<int>("points");
        QTest::newRow("none") << 0;
        QTest::newRow("one") << 1;
        QTest::newRow("a line") << 2;
    }
    void nothingIsInsideWhatIsNoRing()
    {
        QFETCH(int, points);
        GeoRing ring;
        for (int i = 0; i < points; ++i)
            ring.points.push_back({46.0 + i, 2.0});
        QVERIFY(!ring.isValid());
        QVERIFY(!RingTest(ring).holds(GeoPoint{46, 2}));
        ring.points = {{46, 2}, {47, 2}, {std::nan(""), 3}};
        QVERIFY(!ring.isValid());
        QVERIFY(!RingTest(ring).holds(GeoPoint{46.2, 2.1}));
    }

    void simplifyingKeepsTheShape()
    {
        GeoRing ring;
        for (int i = 0; i < 1000; ++i) {
            const double angle = i * 3.14159265358979 / 500;
            ring.points.push_back({46 + std::cos(angle), 2 + 1.4 * std::sin(angle)});
        }
        constexpr double kTolerance = 1e-5;
        const GeoRing fewer = simplified(ring, kTolerance);
        QVERIFY2(fewer.points.size() < 120, qPrintable(QString::number(fewer.points.size())));
        QVERIFY(fewer.points.size() > 20);
        const RingTest before(ring);
        const RingTest after(fewer);
        int different = 0;
        for (int i = 0; i < 20'000; ++i) {
            const GeoPoint point = anywhere();
            if (before.holds(point) == after.holds(point))
                continue;
            ++different; // only where the line passes
            const MercatorPoint at = toMercator(point);
            double nearest = 1;
            for (const GeoPoint corner : ring.points) {
                const MercatorPoint there = toMercator(corner);
                nearest = std::min(nearest, std::hypot(there.x - at.x, there.y - at.y));
            }
            QVERIFY(nearest < 3 * kTolerance);
        }
        QVERIFY(different < 100);
        QCOMPARE(simplified(GeoRing::ofBox({0, 0, 1, 1}), 0.5).points.size(), 4U);
    }
};

QTEST_APPLESS_MAIN(TestGeoRing)
#include "test_geo_ring.moc"
