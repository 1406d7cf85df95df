#include "models/map_selection.h"
#include "models/support/sample_directory.h"

#include <QSignalSpy>
#include <QTest>

using namespace repere;
using models::MapSelection;

/// What is drawn on the map becomes an area or a circle, and what the filter holds is shown.
class TestMapSelection : public QObject
{
    Q_OBJECT

    testing::SampleWorkspace m_sample;
    models::Words m_words{m_sample.workspace.knowledge(), true};

private slots:
    void aLassoBecomesAnAreaWithFewCorners()
    {
        MapSelection selection(m_words);
        selection.setTool(MapSelection::Tool::Lasso);
        QSignalSpy drawn(&selection, &MapSelection::areaDrawn);
        QList<QGeoCoordinate> line;
        for (int i = 0; i < 400; ++i)
            line << QGeoCoordinate(46 + std::cos(i * M_PI / 200), 2 + std::sin(i * M_PI / 200));
        selection.closeArea(line, 500);
        QCOMPARE(selection.tool(), MapSelection::Tool::None);
        QCOMPARE(drawn.size(), 1);
        const auto ring = drawn[0][0].value<GeoRing>();
        QVERIFY(ring.points.size() > 10 && ring.points.size() < 100);
        QVERIFY(RingTest(ring).holds(GeoPoint{46.9, 2}) && !RingTest(ring).holds(GeoPoint{47.1, 2}));
    }

    void aLineThatEnclosesNothingIsNoArea()
    {
        MapSelection selection(m_words);
        QSignalSpy drawn(&selection, &MapSelection::areaDrawn);
        selection.closeArea({{46, 2}, {47, 3}}, 100);
        selection.closeArea({{46, 2}, {47, 3}, {}}, 100);
        QVERIFY(drawn.isEmpty());
    }

    void radiiAreWholeKilometres_data()
    {
        QTest::addColumn<double>("metres");
        QTest::addColumn<double>("radius");
        QTest::newRow("rounded") << 30'400.0 << 30'000.0;
        QTest::newRow("rounded up") << 30'600.0 << 31'000.0;
        QTest::newRow("never nothing") << 3.0 << 1'000.0;
        QTest::newRow("never the world") << 3'000'000.0 << 1'000'000.0;
    }
    void radiiAreWholeKilometres()
    {
        QFETCH(double, metres);
        QFETCH(double, radius);
        MapSelection selection(m_words);
        QSignalSpy drawn(&selection, &MapSelection::circleDrawn);
        const QGeoCoordinate centre(46, 2);
        const GeoPoint edge = destination({46, 2}, 90, metres);
        selection.drawCircle(centre, {edge.latitude, edge.longitude});
        QCOMPARE(drawn.size(), 1);
        QCOMPARE(drawn[0][0].value<GeoPoint>(), (GeoPoint{46, 2}));
        QCOMPARE(drawn[0][1].toDouble(), radius);
        selection.drawCircle(centre, {});
        QCOMPARE(drawn.size(), 1);
    }

    void showsTheFilter()
    {
        MapSelection selection(m_words);
        Filter filter;
        filter.area = GeoRing::ofBox({-1, 44, 3, 48});
        filter.near = Near{{46, 2}, 30'000, QStringLiteral("ici")};
        selection.setFilter(filter);
        QCOMPARE(selection.area().size(), 4);
        QCOMPARE(selection.centre(), QGeoCoordinate(46, 2));
        QCOMPARE(selection.radiusText(), QStringLiteral("30\u00a0km"));
        for (const QGeoCoordinate &point : selection.circle())
            QVERIFY(std::abs(distanceMetres({46, 2}, {point.latitude(), point.longitude()}) - 30'000) < 0.01);
        QVERIFY(selection.edge().longitude() > 2 && std::abs(selection.edge().latitude() - 46) < 0.01);

        filter.near->radiusMetres = 0; // only measures
        selection.setFilter(filter);
        QVERIFY(selection.circle().isEmpty() && !selection.edge().isValid());
        QCOMPARE(selection.centre(), QGeoCoordinate(46, 2));
        QSignalSpy moved(&selection, &MapSelection::circleDrawn);
        selection.moveCentre({47, 3});
        QCOMPARE(moved.size(), 1);
        QCOMPARE(moved[0][0].value<GeoPoint>(), (GeoPoint{47, 3}));
        QCOMPARE(moved[0][1].toDouble(), 0.0);
        selection.setFilter({});
        QVERIFY(!selection.centre().isValid());
        QVERIFY(selection.area().isEmpty());
    }
};

QTEST_MAIN(TestMapSelection)
#include "test_map_selection.moc"
