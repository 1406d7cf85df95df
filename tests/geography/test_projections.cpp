// The official plane systems, against the formulas of Snyder, "Map Projections – A Working Manual", USGS Professional Paper
// 1395 (1987): Lambert conformal conic 14-1 to 15-9, transverse Mercator 8-9 to 8-15 with 3-21. Ellipsoid GRS 80; constants of
// the projections from the EPSG registry (projections 18085, 16020, 16022, 16138, 16140).
#include "geography/projections.h"

#include <QRandomGenerator>
#include <QTest>

#include <cmath>
#include <numbers>

using namespace repere;

namespace {

constexpr double kA = 6378137;
constexpr double kF = 1 / 298.257222101;
constexpr double kE2 = kF * (2 - kF);
constexpr double kRadians = std::numbers::pi / 180;

struct Plane {
    double east;
    double north;
};

Plane lambert93(GeoPoint point)
{
    const double e = std::sqrt(kE2);
    const auto m = [](double phi) { return std::cos(phi) / std::sqrt(1 - kE2 * std::sin(phi) * std::sin(phi)); };
    const auto t = [e](double phi) {
        return std::tan(std::numbers::pi / 4 - phi / 2)
               / std::pow((1 - e * std::sin(phi)) / (1 + e * std::sin(phi)), e / 2);
    };
    const double phi1 = 44 * kRadians;
    const double phi2 = 49 * kRadians;
    const double n = (std::log(m(phi1)) - std::log(m(phi2))) / (std::log(t(phi1)) - std::log(t(phi2)));
    const double f = m(phi1) / (n * std::pow(t(phi1), n));
    const double rho0 = kA * f * std::pow(t(46.5 * kRadians), n);
    const double rho = kA * f * std::pow(t(point.latitude * kRadians), n);
    const double theta = n * (point.longitude - 3) * kRadians;
    return {700'000 + rho * std::sin(theta), 6'600'000 + rho0 - rho * std::cos(theta)};
}

Plane utm(GeoPoint point, double meridian, double falseNorthing)
{
    const double phi = point.latitude * kRadians;
    const double s = std::sin(phi);
    const double c = std::cos(phi);
    const double ep2 = kE2 / (1 - kE2);
    const double n = kA / std::sqrt(1 - kE2 * s * s);
    const double t = std::pow(s / c, 2);
    const double k = ep2 * c * c;
    const double a = (point.longitude - meridian) * kRadians * c;
    const double e4 = kE2 * kE2;
    const double e6 = e4 * kE2;
    const double m = kA
                     * ((1 - kE2 / 4 - 3 * e4 / 64 - 5 * e6 / 256) * phi
                        - (3 * kE2 / 8 + 3 * e4 / 32 + 45 * e6 / 1024) * std::sin(2 * phi)
                        + (15 * e4 / 256 + 45 * e6 / 1024) * std::sin(4 * phi) - 35 * e6 / 3072 * std::sin(6 * phi));
    const double east =
        0.9996 * n
        * (a + (1 - t + k) * std::pow(a, 3) / 6 + (5 - 18 * t + t * t + 72 * k - 58 * ep2) * std::pow(a, 5) / 120);
    const double north = 0.9996
                         * (m
                            + n * s / c
                                  * (a * a / 2 + (5 - t + 9 * k + 4 * k * k) * std::pow(a, 4) / 24
                                     + (61 - 58 * t + t * t + 600 * k - 330 * ep2) * std::pow(a, 6) / 720));
    return {500'000 + east, falseNorthing + north};
}

} // namespace

class TestProjections : public QObject
{
    Q_OBJECT

private slots:
    void eachPartOfFranceHasItsSystem_data()
    {
        QTest::addColumn<GeoPoint>("point");
        QTest::addColumn<QString>("code");
        QTest::addColumn<double>("east");
        QTest::addColumn<double>("north");
        QTest::addColumn<double>("tolerance"); // metres
        // By definition of the projection (decree 2000-1276): the origin has these coordinates.
        QTest::newRow("origin of Lambert-93")
            << GeoPoint{46.5, 3} << QStringLiteral("EPSG:2154") << 700'000.0 << 6'600'000.0 << 0.001;
        // By the formulas above, worked out at these points.
        const auto row = [](const char *name, GeoPoint point, const QString &code, Plane plane) {
            QTest::newRow(name) << point << code << plane.east << plane.north << 0.01;
        };
        const auto mainland = [&row](const char *name, GeoPoint point) {
            row(name, point, QStringLiteral("EPSG:2154"), lambert93(point));
        };
        mainland("Dunkerque", {51.03, 2.37});
        mainland("Ouessant", {48.46, -5.10});
        mainland("Strasbourg", {48.58, 7.75});
        mainland("Bonifacio", {41.39, 9.16});
        const GeoPoint guadeloupe{16.24, -61.53};
        const GeoPoint martinique{14.60, -61.07};
        const GeoPoint cayenne{4.92, -52.31};
        const GeoPoint reunion{-21.11, 55.53};
        const GeoPoint mayotte{-12.78, 45.23};
        row("Guadeloupe", guadeloupe, QStringLiteral("EPSG:5490"), utm(guadeloupe, -63, 0));
        row("Martinique", martinique, QStringLiteral("EPSG:5490"), utm(martinique, -63, 0));
        row("Guyane", cayenne, QStringLiteral("EPSG:2972"), utm(cayenne, -51, 0));
        row("La Réunion", reunion, QStringLiteral("EPSG:2975"), utm(reunion, 57, 10'000'000));
        row("Mayotte", mayotte, QStringLiteral("EPSG:4471"), utm(mayotte, 45, 10'000'000));
    }

    void eachPartOfFranceHasItsSystem()
    {
        QFETCH(GeoPoint, point);
        QFETCH(QString, code);
        QFETCH(double, east);
        QFETCH(double, north);
        QFETCH(double, tolerance);
        const auto position = geography::officialPosition(point);
        QVERIFY(position);
        QCOMPARE(position->code, code);
        QVERIFY2(std::abs(position->easting - east) < tolerance,
                 qPrintable(QString::number(position->easting - east, 'f', 4)));
        QVERIFY2(std::abs(position->northing - north) < tolerance,
                 qPrintable(QString::number(position->northing - north, 'f', 4)));
    }

    void theWholeMainlandAgrees()
    {
        QRandomGenerator random(93);
        for (int i = 0; i < 300; ++i) {
            const GeoPoint point{41.3 + random.generateDouble() * 10, -5 + random.generateDouble() * 14.5};
            const auto position = geography::officialPosition(point);
            QVERIFY(position);
            QVERIFY(std::abs(position->easting - lambert93(point).east) < 0.01);
            QVERIFY(std::abs(position->northing - lambert93(point).north) < 0.01);
        }
    }

    void elsewhereThereIsNone()
    {
        QVERIFY(!geography::officialPosition({0, 0}));
        QVERIFY(!geography::officialPosition({40.4, -3.7})); // Madrid
        QVERIFY(!geography::officialPosition({-89, 45}));
    }

    /// PROJ_NETWORK asks for grids from a server: it must not be heard. (tests/app/test_network watches the program.)
    void theNetworkStaysOff()
    {
        qputenv("PROJ_NETWORK", "ON");
        const auto position = geography::officialPosition({46.5, 3});
        QVERIFY(position && std::abs(position->easting - 700'000) < 0.001);
        qunsetenv("PROJ_NETWORK");
    }
};

QTEST_GUILESS_MAIN(TestProjections)
#include "test_projections.moc"
