#include "core/geo.h"

#include <QRandomGenerator>
#include <QTest>

#include <cmath>
#include <limits>
#include <numbers>

using namespace repere;

class TestGeo : public QObject
{
    Q_OBJECT

private:
    static GeoPoint randomPoint(QRandomGenerator &random)
    {
        return {random.generateDouble() * 180 - 90, random.generateDouble() * 360 - 180};
    }

private slots:
    void knowsValidPoints_data()
    {
        QTest::addColumn<double>("latitude");
        QTest::addColumn<double>("longitude");
        QTest::addColumn<bool>("valid");
        QTest::newRow("Paris") << 48.8566 << 2.3522 << true;
        QTest::newRow("corners") << -90.0 << 180.0 << true;
        QTest::newRow("latitude 95") << 95.0 << 2.0 << false;
        QTest::newRow("longitude -181") << 45.0 << -181.0 << false;
        QTest::newRow("NaN") << std::nan("") << 2.0 << false;
        QTest::newRow("infinite") << 1.0 << std::numeric_limits<double>::infinity() << false;
    }
    void knowsValidPoints()
    {
        QFETCH(double, latitude);
        QFETCH(double, longitude);
        QTEST(GeoPoint({latitude, longitude}).isValid(), "valid");
    }

    void measuresDistances()
    {
        // Paris – Lyon, and half the turn of the Earth: π · 6 371 008.8 m.
        QVERIFY(std::abs(distanceMetres({48.8566, 2.3522}, {45.7640, 4.8357}) - 391'500) < 500);
        QVERIFY(std::abs(distanceMetres({0, 0}, {0, 180}) - 20'015'114.4) < 1);
        QCOMPARE(distanceMetres({45, 3}, {45, 3}), 0.0);
    }

    /// A short walk that way must end in the straight line: seen as two small legs, north and east.
    void knowsDirections()
    {
        const GeoPoint lyon{45.76, 4.84};
        for (int degrees = 0; degrees < 360; degrees += 15) {
            const double turn = degrees * std::numbers::pi / 180;
            const double step = 0.001;
            const GeoPoint near{lyon.latitude + step * std::cos(turn),
                                lyon.longitude
                                    + step * std::sin(turn) / std::cos(lyon.latitude * std::numbers::pi / 180)};
            const double off = std::abs(bearingDegrees(lyon, near) - degrees);
            QVERIFY2(std::min(off, 360 - off) < 0.01, qPrintable(QString::number(degrees)));
        }
        QCOMPARE(bearingDegrees({0, 0}, {0, 90}), 90.0);
        QCOMPARE(bearingDegrees({10, 20}, {-5, 20}), 180.0);
        QCOMPARE(bearingDegrees(lyon, lyon), 0.0);
    }

    void theBoxHoldsTheCircle()
    {
        QRandomGenerator random(1);
        for (int i = 0; i < 20000; ++i) {
            const GeoPoint centre = randomPoint(random);
            const GeoPoint point = randomPoint(random);
            // Radii of every size, up to exactly the distance.
            const double distance = distanceMetres(centre, point);
            const GeoBox box = boxAround(centre, distance);
            QVERIFY(box.contains(point));
            QVERIFY(box.west <= box.east && box.south <= box.north);
        }
        const GeoBox small = boxAround({45, 3}, 10'000);
        QVERIFY(std::abs((small.north - small.south) / 2 - 0.08993) < 0.0001);
        QVERIFY(std::abs((small.east - small.west) / 2 - 0.12718) < 0.0001);
    }

    void goesAsFarAsItMeasures()
    {
        for (const GeoPoint from : {GeoPoint{46.6, 2.5}, GeoPoint{-21.1, 55.5}, GeoPoint{4, -53}, GeoPoint{0, 179.9}}) {
            for (int bearing = 0; bearing < 360; bearing += 15) {
                for (const double metres : {1.0, 30'000.0, 900'000.0})
                    QVERIFY(std::abs(distanceMetres(from, destination(from, bearing, metres)) - metres) < 1e-3);
            }
        }
        QVERIFY(destination({46, 2}, 0, 10'000).latitude > 46);
        QVERIFY(std::abs(destination({46, 2}, 0, 10'000).longitude - 2) < 1e-12);
        QVERIFY(destination({46, 2}, 90, 10'000).longitude > 2);
        QVERIFY(destination({0, 179.9}, 90, 30'000).longitude < -179); // over the date line
    }

    void boxesGrow()
    {
        const GeoBox box = GeoBox::around({45, 3}).united({46, 2}).united({44, 5});
        QCOMPARE(box, (GeoBox{2, 44, 5, 46}));
        QCOMPARE(box.centre(), (GeoPoint{45, 3.5}));
        QVERIFY(box.contains({44, 2}) && !box.contains({43.9, 2}) && !box.contains({45, 5.1}));
    }

    void projectsToMercatorAndBack()
    {
        const MercatorPoint origin = toMercator({0, 0});
        QCOMPARE(origin.x, 0.5);
        QVERIFY(std::abs(origin.y - 0.5) < 1e-12);
        QVERIFY(std::abs(toMercator({85.05112877980659, -180}).y) < 1e-12);
        QVERIFY(toMercator({90, 0}).y >= -1e-12);
        // EPSG:3857 of 45° N, 3° E: 333 958.47 m, 5 621 521.49 m over a half turn of 20 037 508.34 m.
        const MercatorPoint point = toMercator({45, 3});
        QVERIFY(std::abs((point.x - 0.5) * 2 * 20037508.342789 - 333958.47) < 0.01);
        QVERIFY(std::abs((0.5 - point.y) * 2 * 20037508.342789 - 5621521.49) < 0.01);
        QRandomGenerator random(2);
        for (int i = 0; i < 1000; ++i) {
            const GeoPoint at{random.generateDouble() * 170 - 85, random.generateDouble() * 360 - 180};
            const GeoPoint back = fromMercator(toMercator(at));
            QVERIFY(std::abs(back.latitude - at.latitude) < 1e-9 && std::abs(back.longitude - at.longitude) < 1e-9);
        }
    }
};

QTEST_GUILESS_MAIN(TestGeo)
#include "test_geo.moc"
