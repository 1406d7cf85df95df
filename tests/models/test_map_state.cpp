// The map's state over real answers: counts, names, framing, clicks, keyboard, frames.
#include "models/map_fan.h"
#include "models/map_state.h"
#include "models/support/sample_directory.h"

#include <QAbstractItemModelTester>

#include <algorithm>

using namespace repere;
using models::MapState;
using testing::SampleWorkspace;

namespace {

const QSizeF kSize(600, 700);

models::MapMeasures measures()
{
    return {.signDiameter = [](int count) { return count == 1 ? 20.0 : 40.0; },
            .textWidth = [](const QString &text) { return 7.0 * static_cast<double>(text.size()); },
            .textHeight = 16};
}

/// A map of 600 × 700 pixels over the sample.
struct Map {
    SampleWorkspace sample;
    MapState state{sample.words,
                   models::territoriesOf(testing::shippedKnowledge().gazetteer().regions(), QStringLiteral("France")),
                   measures(), QStringLiteral("credits")};

    Map()
    {
        state.setSize(kSize);
        state.setResult(sample.workspace.result());
    }
    int shown() const
    {
        int sum = 0;
        for (int row = 0; row < rows(); ++row)
            sum += sign(row).cluster.count;
        return sum;
    }
    int rows() const { return const_cast<MapState &>(state).clusters()->rowCount(); }
    const models::MapSign &sign(int row) const { return const_cast<MapState &>(state).clusters()->at(row); }
    int rowOf(const QString &name) const
    {
        for (int row = 0; row < rows(); ++row)
            if (sign(row).name == name)
                return row;
        return -1;
    }
    void lookAt(const QString &name, double zoom)
    {
        state.setView(*sample.workspace.result()->find(sample.idOf(name))->point, zoom);
    }
};

} // namespace

class TestMapState : public QObject
{
    Q_OBJECT

private slots:
    void countsSumToTheResults()
    {
        Map map;
        map.state.fit();
        QCOMPARE(map.shown(), map.sample.workspace.result()->count());
        // Whatever the zoom: the signs in the view hold exactly the results in it, and those around it.
        const auto result = map.sample.workspace.result();
        for (double zoom = 4; zoom <= 12; zoom += 1) {
            map.lookAt(QStringLiteral("Zeste"), zoom);
            int inView = 0;
            for (int i = 0; i < result->count(); ++i)
                inView += map.state.camera().box().contains(*result->at(i).point);
            QVERIFY(map.shown() >= inView);
        }
    }

    void lonePlacesHaveNames()
    {
        Map map;
        map.lookAt(QStringLiteral("Zeste"), 11);
        const int row = map.rowOf(QStringLiteral("Zeste"));
        QVERIFY(row >= 0);
        QCOMPARE(map.sign(row).label, models::MapLabel::Right);
        QVERIFY(map.sign(row).description.contains(QStringLiteral("Rennes")));
        QVERIFY(map.sign(row).cluster.approximate); // only its commune is known
    }

    void legendNamesTheTypesMostFrequentFirst()
    {
        Map map;
        const QList<models::MapLegendEntry> legend = map.state.legend();
        QCOMPARE(legend.size(), 6);
        QCOMPARE(legend.first().type, QStringLiteral("fablab"));
        QCOMPARE(legend[3].type, QString(kUnknown));
        // And the kinds of signs that occur.
        QCOMPARE(legend[4].label, QStringLiteral("several places: how many, of which types"));
        QVERIFY(legend[4].figure.cluster.count > 1);
        QCOMPARE(legend[5].label, QStringLiteral("approximate position"));
        QVERIFY(legend[5].figure.cluster.approximate);
    }

    void fittingShowsAll()
    {
        Map map;
        QSignalSpy asked(&map.state, &MapState::viewRequested);
        map.state.fit();
        QCOMPARE(asked.count(), 1);
        const auto result = map.sample.workspace.result();
        for (int i = 0; i < result->count(); ++i)
            QVERIFY(map.state.camera().box().contains(*result->at(i).point));
        // Before there is a size the wish is kept.
        MapState early(map.sample.words, {}, measures(), {});
        early.setResult(result);
        early.fit();
        QVERIFY(early.camera().size.isEmpty());
        QSignalSpy later(&early, &MapState::viewRequested);
        early.setSize(kSize);
        QCOMPARE(later.count(), 1);
    }

    /// Whoever asks "within 60 km" sees the circle, and whoever comes back to an area sees where it was drawn.
    void fittingShowsWhatWasDrawn()
    {
        Map map;
        const GeoPoint clermont{45.78, 3.09};
        Filter filter;
        filter.near = Near{clermont, 60'000, QStringLiteral("Clermont")};
        QVERIFY(map.sample.filter(filter));
        map.state.setResult(map.sample.workspace.result());
        map.state.fit();
        for (const int bearing : {0, 90, 180, 270})
            QVERIFY(map.state.camera().box().contains(destination(clermont, bearing, 60'000)));
        const double across = kSize.width() * map.state.camera().metresPerPixel();
        QVERIFY2(across < 4 * 60'000, qPrintable(QString::number(across))); // and not much else

        filter = {};
        filter.area = GeoRing{{{48.5, -2.5}, {48.5, -1}, {47.5, -1}, {47.5, -2.5}}};
        QVERIFY(map.sample.filter(filter));
        map.state.setResult(map.sample.workspace.result());
        map.state.fit();
        for (const GeoPoint corner : filter.area->points)
            QVERIFY(map.state.camera().box().contains(corner));
    }

    /// What is taken by hand stands below the sign that is there already.
    void somethingToTakeStaysClearOfSigns()
    {
        Map map;
        map.lookAt(QStringLiteral("Hall32"), 12);
        const GeoPoint place = *map.sample.workspace.result()->find(map.sample.idOf(QStringLiteral("Hall32")))->point;
        const models::MapCamera &camera = map.state.camera();
        const auto clearance = [&](QPointF aside) {
            const GeoPoint at = camera.pointAt(camera.pixel(place) + aside);
            return map.state.clearanceBelow({at.latitude, at.longitude});
        };
        QVERIFY(clearance({}) >= 10 + 7); // the sign and half of the grip
        QVERIFY(clearance({0, -12}) > clearance({}));
        QVERIFY(clearance({0, 12}) < clearance({}));
        QCOMPARE(clearance({60, 0}), 0.0);
        QCOMPARE(map.state.clearanceBelow({}), 0.0);
    }

    void aLonePlaceIsOpenedByAClick()
    {
        Map map;
        map.lookAt(QStringLiteral("Hall32"), 12);
        QSignalSpy opened(&map.state, &MapState::placeActivated);
        map.state.activate(map.rowOf(QStringLiteral("Hall32")));
        QCOMPARE(opened.count(), 1);
        QCOMPARE(opened[0][0].toLongLong(), map.sample.idOf(QStringLiteral("Hall32")));
        map.state.activate(-1);
        map.state.activate(999);
        QCOMPARE(opened.count(), 1);
    }

    void aClusterOpensUntilItsPlacesStandApart()
    {
        Map map;
        map.lookAt(QStringLiteral("Hall32"), 4);
        const AtelierId wanted = map.sample.idOf(QStringLiteral("Hall32"));
        QSignalSpy listed(&map.state, &MapState::membersWanted);
        QSignalSpy asked(&map.state, &MapState::viewRequested);
        for (int clicks = 0; clicks < 10 && map.rowOf(QStringLiteral("Hall32")) < 0; ++clicks) {
            const GeoPoint place = *map.sample.workspace.result()->find(wanted)->point;
            int holder = -1;
            for (int row = 0; row < map.rows(); ++row)
                if (map.sign(row).cluster.bounds.contains(place))
                    holder = row;
            QVERIFY(holder >= 0);
            const double before = map.state.zoom();
            asked.clear();
            map.state.activate(holder);
            QCOMPARE(asked.count(), 1);
            QVERIFY(asked[0][1].toDouble() >= before + 1);
            const auto centre = asked[0][0].value<QGeoCoordinate>();
            map.state.setView({centre.latitude(), centre.longitude()}, asked[0][1].toDouble()); // as QML would
        }
        QVERIFY(map.rowOf(QStringLiteral("Hall32")) >= 0);
        QCOMPARE(listed.count(), 0);
    }

    void aFewPlacesAtOneSpotFanOut()
    {
        Map map;
        map.lookAt(QStringLiteral("Zeste"), 12);
        const GeoPoint spot = map.state.camera().centre;
        const auto choices = [](int count) {
            QList<models::MapChoice> list;
            for (int i = 0; i < count; ++i)
                list << models::MapChoice{.id = 100 + i, .name = QStringLiteral("Lieu %1").arg(i + 1)};
            return list;
        };
        map.state.offer(choices(models::kMostFanned + 1), spot);
        QVERIFY(!map.state.isFanned()); // listed
        map.state.offer(choices(5), spot);
        QVERIFY(map.state.isFanned());
        QCOMPARE(map.state.choices().size(), 5);

        // The keyboard goes round; Enter opens and leaves the fan open; Escape closes.
        QSignalSpy opened(&map.state, &MapState::placeActivated);
        QSignalSpy hovered(&map.state, &MapState::placeHovered);
        QSignalSpy asked(&map.state, &MapState::viewRequested);
        QVERIFY(map.state.moveFocus(0, -1));
        QCOMPARE(map.state.fanFocus(), 0); // at the top
        QCOMPARE(map.state.focusedText(), QStringLiteral("Lieu 1, 1 of 5"));
        QVERIFY(map.state.moveFocus(1, 0));
        QCOMPARE(map.state.fanFocus(), 1);
        QCOMPARE(hovered.last()[0].toLongLong(), 101);
        for (const int expected : {2, 3, 4, 0}) { // round, and the map stays
            QVERIFY(map.state.moveFocus(0, 1));
            QCOMPARE(map.state.fanFocus(), expected);
        }
        QVERIFY(map.state.moveFocus(-1, 0));
        QCOMPARE(map.state.fanFocus(), 4);
        for (int i = 0; i < 2; ++i)
            QVERIFY(map.state.moveFocus(1, 0));
        QCOMPARE(map.state.fanFocus(), 1);
        QCOMPARE(asked.count(), 0);
        map.state.activateFocus();
        QCOMPARE(opened.count(), 1);
        QCOMPARE(opened[0][0].toLongLong(), 101);
        QVERIFY(map.state.isFanned());
        map.state.choose(-1);
        QVERIFY(map.state.choices().isEmpty());
        QCOMPARE(map.state.fanFocus(), -1);
        QCOMPARE(opened.count(), 1);

        // It stays while the map is moved under it, and goes with another zoom or out of the view.
        const auto move = [&map](GeoPoint to, double zoom) {
            map.state.reportView({to.latitude, to.longitude}, zoom, kSize.width(), kSize.height(), true);
        };
        map.state.offer(choices(3), spot);
        move({spot.latitude + 0.01, spot.longitude}, 12);
        QVERIFY(map.state.isFanned());
        move({spot.latitude + 3, spot.longitude}, 12);
        QVERIFY(!map.state.isFanned());
        move(spot, 12);
        map.state.offer(choices(3), spot);
        move(spot, 11);
        QVERIFY(!map.state.isFanned());
    }

    void placesAtOneSpotAreListed()
    {
        Map map;
        std::vector<models::MapSign> signs{{.cluster = {.centre = {48, 2},
                                                        .bounds = {2, 48, 2.00001, 48.00001},
                                                        .count = 3,
                                                        .id = 5,
                                                        .types = {{QStringLiteral("fablab"), 3}}}}};
        map.state.clusters()->setSigns(signs);
        QSignalSpy listed(&map.state, &MapState::membersWanted);
        map.state.activate(0);
        QCOMPARE(listed.count(), 1);

        QSignalSpy opened(&map.state, &MapState::placeActivated);
        QList<models::MapChoice> many;
        for (int i = 0; i < 20; ++i)
            many << models::MapChoice{.id = 5 + i, .name = QString::number(i)};
        map.state.offer(many, {48, 2});
        QCOMPARE(map.state.choices().size(), 20);
        map.state.choose(1);
        QCOMPARE(opened.count(), 1);
        QCOMPARE(opened[0][0].toLongLong(), 6);
        QVERIFY(map.state.choices().isEmpty());
        map.state.offer({{.id = 5, .name = QStringLiteral("a")}}, {48, 2});
        map.state.choose(-1);
        QCOMPARE(opened.count(), 1);
        QVERIFY(map.state.choices().isEmpty());
    }

    void aSelectedPlaceIsBroughtIntoView()
    {
        Map map;
        const AtelierId lyon = map.sample.idOf(QStringLiteral("LOL"));
        map.lookAt(QStringLiteral("Zeste"), 10);
        QSignalSpy asked(&map.state, &MapState::viewRequested);
        map.state.setSelected(lyon);
        QCOMPARE(asked.count(), 1);
        map.lookAt(QStringLiteral("LOL"), 10);
        asked.clear();
        map.state.setSelected(0);
        map.state.setSelected(lyon);
        QCOMPARE(asked.count(), 0); // already there
        int gold = 0;
        for (int row = 0; row < map.rows(); ++row)
            gold += map.state.clusters()->index(row).data(models::MapClusterModel::SelectedRole).toBool();
        QCOMPARE(gold, 1);
    }

    void keyboardGoesToTheNearestSign()
    {
        Map map;
        map.lookAt(QStringLiteral("Zeste"), 7); // Brest, Saint-Brieuc and Lorient lie to the west
        QVERIFY(map.state.moveFocus(-1, 0));
        const int first = map.state.focusedRow();
        QVERIFY(map.sign(first).cluster.centre.longitude < map.state.camera().centre.longitude);
        QSignalSpy hovered(&map.state, &MapState::placeHovered);
        while (map.state.moveFocus(-1, 0)) {
        }
        QVERIFY(hovered.count() > 0);
        QCOMPARE(map.sign(map.state.focusedRow()).name, QStringLiteral("École du faire"));
        map.state.clearFocus();
        QCOMPARE(map.state.focusedRow(), -1);
    }

    void keyboardGoesBeyondTheView()
    {
        Map map;
        map.lookAt(QStringLiteral("LOL"), 9); // Lyon alone; everything else lies to the west
        QCOMPARE(map.rows(), 1);
        QVERIFY(!map.state.moveFocus(1, 0));
        QSignalSpy asked(&map.state, &MapState::viewRequested);
        QVERIFY(map.state.moveFocus(-1, 0));
        if (asked.isEmpty()) // Lyon itself was in the middle: on from there
            QVERIFY(map.state.moveFocus(-1, 0));
        QCOMPARE(asked.count(), 1);
        QVERIFY(asked[0][2].toBool()); // flies
        const auto centre = asked[0][0].value<QGeoCoordinate>();
        QCOMPARE(asked[0][1].toDouble(), 9.0);
        QVERIFY(centre.longitude() < 4 && centre.longitude() > 2); // Aubière and Clermont-Ferrand come before Rennes
        // Before the map is there the keyboard is on its way; then on the sign.
        QCOMPARE(map.state.focusedRow(), -1);
        QVERIFY(map.state.focusedText().endsWith(QStringLiteral("à l’ouest")));
        map.state.setView({centre.latitude(), centre.longitude()}, 9);
        QVERIFY(map.state.focusedRow() >= 0);
        // To the last one in the west, wherever the view is.
        for (int steps = 0; map.state.moveFocus(-1, 0); ++steps) {
            QVERIFY(steps < 10);
            const auto there = asked.last()[0].value<QGeoCoordinate>();
            map.state.setView({there.latitude(), there.longitude()}, 9);
        }
        QVERIFY(map.state.focusedText().startsWith(QStringLiteral("École du faire, ")));
        QSignalSpy opened(&map.state, &MapState::placeActivated);
        map.state.activateFocus();
        QCOMPARE(opened.count(), 1);
        QCOMPARE(opened[0][0].toLongLong(), map.sample.idOf(QStringLiteral("École du faire")));
    }

    void signsSayWhereTheyAre()
    {
        Map map;
        map.lookAt(QStringLiteral("Zeste"), 7);
        const auto spoken = [&map](const QString &name) {
            return map.state.clusters()->index(map.rowOf(name)).data(models::MapClusterModel::SpokenRole).toString();
        };
        QTRY_VERIFY(spoken(QStringLiteral("Zeste")).contains(u','));
        // Nearest to the middle of the map first; only places that are put at their commune are there.
        QCOMPARE(spoken(QStringLiteral("Zeste")), QStringLiteral("Zeste, approximate position, 1 of 4, ici"));
        const auto expected = [&map](const QString &name, int rank) {
            const GeoPoint at = *map.sample.workspace.result()->find(map.sample.idOf(name))->point;
            const GeoPoint from = map.state.camera().centre;
            return QStringLiteral("%1, approximate position, %2 of 4, %3")
                .arg(name)
                .arg(rank)
                .arg(map.sample.words.way(from, at));
        };
        QCOMPARE(spoken(QStringLiteral("Atelier 2")), expected(QStringLiteral("Atelier 2"), 2));
        QVERIFY(spoken(QStringLiteral("Atelier 2")).endsWith(QStringLiteral("km au nord-ouest"))); // Saint-Brieuc
        QCOMPARE(spoken(QStringLiteral("École du faire")), expected(QStringLiteral("École du faire"), 4));

        // From the place that distances are measured from, when there is one.
        Filter filter;
        filter.near = Near{{47.2184, -1.5536}, 0, QStringLiteral("Nantes (44)")};
        QVERIFY(map.sample.filter(filter));
        map.state.setResult(map.sample.workspace.result());
        QTRY_VERIFY(spoken(QStringLiteral("Zeste")).endsWith(QStringLiteral("au nord")));
        QVERIFY(spoken(QStringLiteral("Atelier 10")).endsWith(QStringLiteral("au nord-ouest"))); // Lorient
    }

    void theKeyboardStaysWithItsPlaceThroughZooms()
    {
        Map map;
        map.lookAt(QStringLiteral("Hall32"), 12);
        QVERIFY(map.state.moveFocus(0, 1) || map.state.moveFocus(1, 0) || map.state.moveFocus(0, -1));
        const AtelierId id = map.sign(map.state.focusedRow()).cluster.id;
        map.lookAt(QStringLiteral("Hall32"), 6);
        const Cluster holder = map.sign(map.state.focusedRow()).cluster;
        QVERIFY(holder.count >= 2);
        QVERIFY(holder.bounds.contains(*map.sample.workspace.result()->find(id)->point));
        QVERIFY(map.state.focusedText().startsWith(QStringLiteral("2 places, 1 of ")));
        // A filter that leaves nothing here takes it away.
        Filter filter;
        filter.text = QStringLiteral("zeste");
        QVERIFY(map.sample.filter(filter));
        map.state.setResult(map.sample.workspace.result());
        QCOMPARE(map.state.focusedRow(), -1);
        QCOMPARE(map.state.focusedText(), QString());
    }

    void framesAreCountedNotMoves()
    {
        Map map;
        QTest::qWait(50);
        QSignalSpy frames(&map.state, &MapState::viewChanged);
        for (int i = 1; i <= 100; ++i)
            map.state.reportView({46 + i * 0.001, 2}, 6, 600, 700, true);
        QVERIFY(frames.wait(1000));
        QTest::qWait(60);
        QCOMPARE(frames.count(), 1);
        QVERIFY(std::abs(map.state.camera().centre.latitude - 46.1) < 1e-9);
    }

    void signsWaitForTheEndOfAnAnimation()
    {
        Map map;
        map.lookAt(QStringLiteral("Zeste"), 5);
        QTest::qWait(50);
        const GeoPoint centre = map.state.camera().centre;
        const auto counts = [&map] {
            QList<int> list;
            for (int row = 0; row < map.rows(); ++row)
                list << map.sign(row).cluster.count;
            return list;
        };
        const QList<int> before = counts();
        QSignalSpy frames(&map.state, &MapState::viewChanged);
        map.state.reportView({centre.latitude, centre.longitude}, 9.5, 600, 700, false);
        QVERIFY(frames.wait());
        QCOMPARE(counts(), before);
        map.state.reportView({centre.latitude, centre.longitude}, 10, 600, 700, true);
        QTRY_VERIFY(counts() != before);
    }

    void signsPartWhileTheMapZooms()
    {
        for (const bool motion : {true, false}) {
            Map map;
            map.state.setMotion(motion);
            map.lookAt(QStringLiteral("Hall32"), 7);
            QVERIFY(map.rowOf(QStringLiteral("Hall32")) < 0);
            const GeoPoint place =
                *map.sample.workspace.result()->find(map.sample.idOf(QStringLiteral("Hall32")))->point;
            const GeoPoint from = map.state.camera().centre;
            QList<bool> glides;
            QObject::connect(&map.state, &MapState::glidingChanged, &map.state,
                             [&] { glides << map.state.isGliding(); });
            map.state.foresee({place.latitude, place.longitude}, 200, 300, 11);
            QCOMPARE(map.rowOf(QStringLiteral("Hall32")) >= 0, motion); // before the camera has moved
            QCOMPARE(glides, motion ? QList<bool>({true, false}) : QList<bool>());
            QCOMPARE(map.state.camera().centre, from);
            // At the end the view is where it was foreseen, with the same signs.
            models::MapCamera end{.centre = place, .zoom = 11, .size = kSize};
            end.centre = end.pointAt({2 * 300 - 200, 2 * 350 - 300});
            map.state.reportView({end.centre.latitude, end.centre.longitude}, 11, kSize.width(), kSize.height(), true);
            QTRY_VERIFY(map.rowOf(QStringLiteral("Hall32")) >= 0);
            QVERIFY(std::abs(end.pixel(place).x() - 200) < 0.01);
        }
    }

    void panningNeverResets()
    {
        Map map;
        QAbstractItemModelTester tester(map.state.clusters(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy resets(map.state.clusters(), &QAbstractItemModel::modelReset);
        for (int i = 0; i < 60; ++i) {
            map.state.reportView({47.5 - i * 0.05, -2 + i * 0.1}, 7, 600, 700, true);
            QTest::qWait(20);
        }
        QCOMPARE(resets.count(), 0);
        Filter filter;
        filter.text = QStringLiteral("zeste");
        QVERIFY(map.sample.filter(filter));
        map.state.setResult(map.sample.workspace.result());
        map.lookAt(QStringLiteral("Zeste"), 7);
        QTRY_COMPARE(map.rows(), 1);
        QCOMPARE(resets.count(), 0);
    }

    void territoriesAreOffered()
    {
        Map map;
        const QList<models::MapTerritory> territories = map.state.territories();
        QCOMPARE(territories.size(), 6); // the mainland and the five régions overseas
        QCOMPARE(territories.first().count, 7);
        const auto reunion = std::ranges::find(territories, QStringLiteral("La Réunion"), &models::MapTerritory::name);
        QVERIFY(reunion != territories.end());
        map.state.goTo(static_cast<int>(reunion - territories.begin()));
        QCOMPARE(map.state.territoryName(), QStringLiteral("La Réunion"));
        for (const GeoPoint corner : {GeoPoint{reunion->bounds.south, reunion->bounds.west},
                                      GeoPoint{reunion->bounds.north, reunion->bounds.east}})
            QVERIFY(map.state.camera().box().contains(corner));
    }
};

QTEST_MAIN(TestMapState)
#include "test_map_state.moc"
