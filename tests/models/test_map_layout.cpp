// Where the map looks, and where names stand.
#include "models/map_camera.h"
#include "models/map_fan.h"
#include "models/map_labels.h"
#include "models/map_territories.h"
#include "models/map_travel.h"

#include <QRandomGenerator>
#include <QRectF>
#include <QTest>

#include <cmath>

using namespace repere;
using namespace repere::models;

namespace {

constexpr double kHeight = 16;
const QRectF kView(0, 0, 800, 800);

QRectF labelRect(const LabelledSign &sign, MapLabel::Side side)
{
    const double away = sign.radius + kLabelGap;
    switch (side) {
    case MapLabel::Right: return {sign.centre.x() + away, sign.centre.y() - kHeight / 2, sign.textWidth, kHeight};
    case MapLabel::Left:
        return {sign.centre.x() - away - sign.textWidth, sign.centre.y() - kHeight / 2, sign.textWidth, kHeight};
    case MapLabel::Below:
        return {sign.centre.x() - sign.textWidth / 2, sign.centre.y() + sign.radius + 1, sign.textWidth, kHeight};
    case MapLabel::Above:
        return {sign.centre.x() - sign.textWidth / 2, sign.centre.y() - sign.radius - 1 - kHeight, sign.textWidth,
                kHeight};
    case MapLabel::None: break;
    }
    return {};
}

Region region(const QString &code, GeoBox bounds)
{
    Region value;
    value.code = code;
    value.name = code;
    value.bounds = bounds;
    return value;
}

Cluster cluster(GeoPoint at, int count)
{
    return {.centre = at, .bounds = GeoBox::around(at), .count = count, .id = 1, .types = {}};
}

} // namespace

class TestMapLayout : public QObject
{
    Q_OBJECT

private slots:
    void fannedSignsKeepApart()
    {
        for (int count = 1; count <= kMostFanned; ++count) {
            const std::vector<QPointF> offsets = fanOffsets(count, 25, 13);
            QCOMPARE(offsets.size(), static_cast<std::size_t>(count));
            for (std::size_t i = 0; i < offsets.size(); ++i) {
                QVERIFY(std::hypot(offsets[i].x(), offsets[i].y()) >= 25 + 13);
                QVERIFY(std::hypot(offsets[i].x(), offsets[i].y()) < 90); // still a fan, not a map of its own
                for (std::size_t j = 0; j < i; ++j) {
                    const QPointF way = offsets[i] - offsets[j];
                    QVERIFY(std::hypot(way.x(), way.y()) >= 26 + kFanGap - 1e-6);
                }
            }
        }
        QVERIFY(fanOffsets(0, 25, 13).empty());
    }

    /// Against a plain reading of the rule, on random points.
    void arrowsLeadToTheNearestAhead()
    {
        QRandomGenerator random(12);
        int none = 0;
        for (int round = 0; round < 500; ++round) {
            std::vector<QPointF> points;
            for (int i = random.bounded(12); i > 0; --i)
                points.emplace_back(random.bounded(800), random.bounded(800));
            const QPointF from(random.bounded(800), random.bounded(800));
            const std::pair<int, int> ways[] = {{1, 0}, {-1, 0}, {0, 1}, {0, -1}};
            const auto [dx, dy] = ways[random.bounded(4)];
            const auto cost = [&](QPointF point) {
                const double along = dx ? (point.x() - from.x()) * dx : (point.y() - from.y()) * dy;
                const double aside = dx ? std::abs(point.y() - from.y()) : std::abs(point.x() - from.x());
                return along < 1 || aside > 1.5 * along ? 1e9 : along + 2 * aside;
            };
            double least = 1e9;
            for (const QPointF &point : points)
                least = std::min(least, cost(point));
            const MapStep step = stepTowards(points, from, dx, dy);
            if (step.index < 0) {
                QCOMPARE(least, 1e9);
                ++none;
                continue;
            }
            QCOMPARE(cost(points[static_cast<std::size_t>(step.index)]), least);
            QCOMPARE(step.reach, least);
        }
        QVERIFY(none > 20 && none < 400);
    }

    void pixelsAndPointsAgree()
    {
        const MapCamera camera{.centre = {45.11, 2.87}, .zoom = 8, .size = {640, 480}};
        QCOMPARE(camera.pixel(camera.centre), QPointF(320, 240));
        const GeoPoint point = camera.pointAt({100, 50});
        const QPointF back = camera.pixel(point);
        QVERIFY(std::abs(back.x() - 100) < 1e-6 && std::abs(back.y() - 50) < 1e-6);
        QVERIFY(camera.box().contains(point));
        QVERIFY(!camera.box(-60).contains(point));
        // One tile is 256 pixels: at zoom 0 the whole world is one.
        const MapCamera world{.centre = {0, 0}, .zoom = 0, .size = {256, 256}};
        QVERIFY(std::abs(world.box().west + 180) < 1e-9 && std::abs(world.box().east - 180) < 1e-9);
    }

    void fittingShowsTheBox_data()
    {
        QTest::addColumn<double>("west");
        QTest::addColumn<double>("south");
        QTest::addColumn<double>("east");
        QTest::addColumn<double>("north");
        QTest::addColumn<QSizeF>("size");
        QTest::newRow("mainland, tall pane") << -5.1 << 41.3 << 9.6 << 51.1 << QSizeF(520, 790);
        QTest::newRow("mainland, wide pane") << -5.1 << 41.3 << 9.6 << 51.1 << QSizeF(1600, 900);
        QTest::newRow("Bretagne") << -5.14 << 47.28 << -1.02 << 48.88 << QSizeF(520, 790);
        QTest::newRow("La Réunion") << 55.22 << -21.39 << 55.84 << -20.87 << QSizeF(520, 790);
        QTest::newRow("a point") << 2.87 << 45.11 << 2.87 << 45.11 << QSizeF(520, 790);
    }
    void fittingShowsTheBox()
    {
        QFETCH(double, west);
        QFETCH(double, south);
        QFETCH(double, east);
        QFETCH(double, north);
        QFETCH(QSizeF, size);
        const QMarginsF margins(30, 50, 30, 60);
        const MapCamera camera = MapCamera::fitting({west, south, east, north}, size, margins, 4, 11);
        QVERIFY(camera.zoom - std::floor(camera.zoom) <= 0.5);
        const QRectF room = QRectF(QPointF(), size).marginsRemoved(margins).adjusted(-0.01, -0.01, 0.01, 0.01);
        QVERIFY(room.contains(camera.pixel({south, west})));
        QVERIFY(room.contains(camera.pixel({north, east})));
        // Half a zoom closer it would not fit, unless that is not allowed.
        const QSizeF closer = pixelSpan({west, south, east, north}, camera.zoom + 0.5);
        QVERIFY(camera.zoom == 11 || closer.width() > room.width() || closer.height() > room.height());
    }

    void scaleIsRoundAndShort()
    {
        for (int zoom = 4; zoom <= 12; ++zoom) {
            const MapCamera camera{.centre = {46.6, 2.5}, .zoom = static_cast<double>(zoom), .size = {500, 500}};
            const MapScale scale = scaleOf(camera, 90);
            QVERIFY(scale.pixels <= 90 && scale.pixels > 90 / 2.5);
            const double digit = scale.metres / std::pow(10, std::floor(std::log10(scale.metres)));
            QVERIFY(digit == 1 || digit == 2 || digit == 5);
            // Against the great circle through the middle of the map.
            const GeoPoint a = camera.pointAt({250 - scale.pixels / 2, 250});
            const GeoPoint b = camera.pointAt({250 + scale.pixels / 2, 250});
            QVERIFY(std::abs(distanceMetres(a, b) / scale.metres - 1) < 0.005);
        }
    }

    void namesGoWhereThereIsRoom()
    {
        const LabelledSign sign{.centre = {100, 100}, .radius = 10, .textWidth = 60};
        QCOMPARE(placeLabels({sign}, kHeight, kView), std::vector{MapLabel::Right});
        const LabelledSign atItsRight{.centre = {150, 100}, .radius = 12};
        QCOMPARE(placeLabels({sign, atItsRight}, kHeight, kView), (std::vector{MapLabel::Left, MapLabel::None}));
        const LabelledSign atItsLeft{.centre = {50, 100}, .radius = 12};
        QCOMPARE(placeLabels({sign, atItsRight, atItsLeft}, kHeight, kView)[0], MapLabel::Below);
        const LabelledSign below{.centre = {100, 125}, .radius = 10};
        QCOMPARE(placeLabels({sign, atItsRight, atItsLeft, below}, kHeight, kView)[0], MapLabel::Above);
        const LabelledSign above{.centre = {100, 75}, .radius = 10};
        QCOMPARE(placeLabels({sign, atItsRight, atItsLeft, below, above}, kHeight, kView)[0], MapLabel::None);
    }

    void namesStayInTheView()
    {
        const LabelledSign atTheEdge{.centre = {770, 100}, .radius = 10, .textWidth = 60};
        QCOMPARE(placeLabels({atTheEdge}, kHeight, kView)[0], MapLabel::Left);
        const LabelledSign outside{.centre = {860, 100}, .radius = 10, .textWidth = 60};
        QCOMPARE(placeLabels({outside}, kHeight, kView)[0], MapLabel::None);
        const LabelledSign tooLong{.centre = {400, 100}, .radius = 10, .textWidth = 900};
        QCOMPARE(placeLabels({tooLong}, kHeight, kView)[0], MapLabel::None);
    }

    void namesCoverNothing()
    {
        QRandomGenerator random(7);
        for (int round = 0; round < 30; ++round) {
            std::vector<LabelledSign> signs;
            for (int i = 0; i < 80; ++i)
                signs.push_back({.centre = {random.bounded(800.0), random.bounded(800.0)},
                                 .radius = 8 + random.bounded(12.0),
                                 .textWidth = i % 3 ? 20 + random.bounded(120.0) : 0});
            const std::vector<MapLabel::Side> sides = placeLabels(signs, kHeight, kView);
            for (std::size_t i = 0; i < signs.size(); ++i) {
                if (sides[i] == MapLabel::None)
                    continue;
                const QRectF name = labelRect(signs[i], sides[i]);
                QVERIFY(kView.contains(name));
                for (std::size_t j = 0; j < signs.size(); ++j) {
                    const double r = signs[j].radius;
                    const QRectF disc(signs[j].centre - QPointF(r, r), QSizeF(2 * r, 2 * r));
                    QVERIFY(i == j || !disc.intersects(name));
                    QVERIFY(i == j || sides[j] == MapLabel::None || !labelRect(signs[j], sides[j]).intersects(name));
                }
            }
        }
    }

    void resultsFrameTheMainlandFirst()
    {
        const std::vector<Region> regions{region(QStringLiteral("53"), {-5.1, 47.3, -1, 48.9}),
                                          region(QStringLiteral("94"), {8.5, 41.3, 9.6, 43}),
                                          region(QStringLiteral("04"), {55.2, -21.4, 55.8, -20.9}),
                                          region(QStringLiteral("01"), {-61.8, 15.8, -61, 16.5}),
                                          region(QStringLiteral("975"), {-56.4, 46.8, -56.2, 47.1}),
                                          region(QStringLiteral("984"), {})};
        std::vector<MapTerritory> territories = territoriesOf(regions, QStringLiteral("Mainland"));
        QCOMPARE(territories.size(), 4U);
        QCOMPARE(territories[0].bounds, (GeoBox{-5.1, 41.3, 9.6, 48.9}));
        QVERIFY(!territories[3].isRegion);
        QCOMPARE(frameOf(territories), territories[0].bounds);

        countPlaces(territories, {cluster({-21, 55.5}, 3), cluster({16, -61.5}, 2), cluster({16.2, -61.6}, 2)});
        QCOMPARE(territories[1].shortName, QStringLiteral("971")); // by their codes
        QCOMPARE(territories[1].count, 4);
        QCOMPARE(territories[2].count, 3);
        QCOMPARE(frameOf(territories), (GeoBox{-61.6, 16, -61.5, 16.2}));

        countPlaces(territories, {cluster({-21, 55.5}, 30), cluster({48, -2}, 1)});
        QCOMPARE(frameOf(territories), GeoBox::around({48, -2}));
        QCOMPARE(territoryNear(territories, {-22, 57}), 2);
        QCOMPARE(territoryNear({}, {48, 2}), -1);
    }
};

QTEST_GUILESS_MAIN(TestMapLayout)
#include "test_map_layout.moc"
