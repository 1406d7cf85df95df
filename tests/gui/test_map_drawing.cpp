// Choosing places by drawing on the map, with the mouse and the keyboard.
#include "gui/support/shown_map.h"

using namespace repere;
using namespace repere::testing;

class TestMapDrawing : public QObject
{
    Q_OBJECT

    static void drag(const Shown &map, const QList<QPoint> &way)
    {
        QWidget *quick = map.quick();
        QTest::mousePress(quick, Qt::LeftButton, {}, way.first());
        for (qsizetype i = 1; i < way.size(); ++i) {
            for (int step = 1; step <= 4; ++step) // as a hand does: not in jumps
                QTest::mouseMove(quick, way[i - 1] + (way[i] - way[i - 1]) * step / 4, 5);
        }
        QTest::mouseRelease(quick, Qt::LeftButton, {}, way.last());
    }

    /// A line around these places, at this many pixels.
    static QList<QPoint> around(const Shown &map, const QStringList &names, int pixels)
    {
        QRect box;
        for (const QString &name : names) {
            const QPoint at = map.pixel(map.place(name));
            box = box.united(QRect(at - QPoint(1, 1), at + QPoint(1, 1)));
        }
        box.adjust(-pixels, -pixels, pixels, pixels);
        return {box.topLeft(), box.topRight(), box.bottomRight(), box.bottomLeft(), box.topLeft() + QPoint(2, 2)};
    }

    static QPoint middleOf(const QQuickItem *item)
    {
        return item->mapToScene(QPointF(item->width() / 2, item->height() / 2)).toPoint();
    }

    static void askWithin(Shown &map, const QString &name, double metres)
    {
        Filter filter;
        filter.near = Near{map.place(name), metres, name};
        QVERIFY(map.sample.filter(filter));
        QTRY_VERIFY(map.item(QStringLiteral("circleMiddle")));
        QTest::qWait(100);
    }

    static QStringList names(const Shown &map)
    {
        QStringList list;
        const auto result = map.sample.workspace.result();
        for (int i = 0; i < result->count(); ++i)
            list << result->at(i).name;
        return list;
    }

private slots:
    void init() { complaints().clear(); }
    void cleanup() { QCOMPARE(complaints(), QStringList()); }

    void aLassoFiltersWithTheFacets()
    {
        Shown map;
        const GeoPoint centre = map.pane->centre();
        map.pane->draw(models::MapSelection::Tool::Lasso);
        drag(map, around(map, {QStringLiteral("SIGMAke"), QStringLiteral("LOL")}, 25));
        QTRY_COMPARE(names(map).size(), 3);
        QVERIFY(map.sample.workspace.filter().area);
        QCOMPARE(map.pane->centre(), centre); // what was drawn stays where it was drawn

        Filter filter = map.sample.workspace.filter();
        filter[Facet::Equipment].values = {QStringLiteral("laser-cutter")};
        map.sample.workspace.setFilter(filter);
        QTRY_COMPARE(names(map), QStringList{QStringLiteral("SIGMAke")});
    }

    void aRectangleFromTheKeyboardsTool()
    {
        Shown map;
        map.quick()->setFocus();
        QTest::keyClick(map.quick(), Qt::Key_R);
        const QList<QPoint> corners = around(map,
                                             {QStringLiteral("Zeste"), QStringLiteral("École du faire"),
                                              QStringLiteral("Atelier 10"), QStringLiteral("Atelier 2")},
                                             20);
        drag(map, {corners[0], corners[2]});
        QTRY_COMPARE(names(map).size(), 4);
        QCOMPARE(map.sample.workspace.filter().area->points.size(), 4U);
        const auto result = map.sample.workspace.result();
        for (int i = 0; i < result->count(); ++i)
            QCOMPARE(result->at(i).region, QStringLiteral("53"));
    }

    void escapeLeavesWithoutAnArea()
    {
        Shown map;
        map.quick()->setFocus();
        QTest::keyClick(map.quick(), Qt::Key_L);
        QTest::keyClick(map.quick(), Qt::Key_Escape);
        const QPoint middle = map.pane->rect().center();
        const GeoPoint before = map.pane->centre();
        drag(map, {middle, middle + QPoint(0, 60), middle + QPoint(60, 60)});
        QTest::qWait(100);
        QVERIFY(!map.sample.workspace.filter().area);
        QVERIFY(map.pane->centre() != before); // the hand moves the map again
    }

    /// A quick hand: the last that is seen of it is where it lets go.
    void aCircleEndsWhereTheHandLetsGo()
    {
        Shown map;
        const GeoPoint clermont = map.place(QStringLiteral("Hall32"));
        map.pane->draw(models::MapSelection::Tool::Circle);
        const QPoint from = map.pixel(clermont);
        const QPoint to = map.pixel(destination(clermont, 90, 120'000));
        QTest::mousePress(map.quick(), Qt::LeftButton, {}, from);
        QTest::mouseMove(map.quick(), from + QPoint(8, 0), 5);
        QTest::mouseRelease(map.quick(), Qt::LeftButton, {}, to);
        QTRY_VERIFY(map.sample.workspace.filter().near);
        QVERIFY(std::abs(map.sample.workspace.filter().near->radiusMetres - 120'000) < 8'000);
    }

    void aCircleIsDrawnMovedAndResized()
    {
        Shown map;
        models::Workspace &workspace = map.sample.workspace;
        const GeoPoint clermont = map.place(QStringLiteral("Hall32"));
        map.pane->draw(models::MapSelection::Tool::Circle);
        drag(map, {map.pixel(clermont), map.pixel(destination(clermont, 90, 60'000))});
        QTRY_VERIFY(workspace.filter().near);
        QTRY_COMPARE(names(map).size(), 2);
        QVERIFY(std::abs(workspace.filter().near->radiusMetres - 60'000) < 8'000); // a pixel is more than a kilometre
        QVERIFY2(workspace.filter().near->label.contains(QStringLiteral("(")),
                 qPrintable(workspace.filter().near->label)); // the commune is named

        const auto edge = [&] {
            return map.pixel(destination(workspace.filter().near->centre, 90, workspace.filter().near->radiusMetres));
        };
        QTest::qWait(50);
        drag(map, {edge(), map.pixel(destination(clermont, 90, 160'000))});
        QTRY_COMPARE(names(map).size(), 3); // Lyon, too
        QTest::qWait(50);
        const GeoPoint rennes = map.place(QStringLiteral("LOL"));
        // By its middle, which stands aside: there is a sign.
        const QPoint middle = middleOf(map.item(QStringLiteral("circleMiddle")));
        const QPoint aside = middle - map.pixel(workspace.filter().near->centre);
        QVERIFY(aside.y() > 10);
        drag(map, {middle, map.pixel(destination(rennes, 90, 100'000)) + aside});
        QTRY_COMPARE(names(map), QStringList{QStringLiteral("LOL")});
        QVERIFY(distanceMetres(workspace.filter().near->centre, destination(rennes, 90, 100'000)) < 4'000);
    }

    void aSignInTheMiddleOfTheCircleIsStillPressed()
    {
        Shown map;
        askWithin(map, QStringLiteral("LOL"), 60'000);
        map.click(map.place(QStringLiteral("LOL")));
        QTRY_COMPARE(map.sample.workspace.selected(), map.sample.idOf(QStringLiteral("LOL")));
    }

    /// A banner that appears above makes the map smaller: what is drawn stays on its ground.
    void whatIsDrawnFollowsTheSizeOfTheMap()
    {
        Shown map;
        askWithin(map, QStringLiteral("Zeste"), 20'000);
        const QQuickItem *middle = map.item(QStringLiteral("circleMiddle"));
        const auto away = [&] { return middleOf(middle) - map.pixel(map.sample.workspace.filter().near->centre); };
        const QPoint before = away();
        map.pane->resize(520, 600);
        QTest::qWait(300);
        QVERIFY2((away() - before).manhattanLength() <= 2, qPrintable(QString::number(away().y())));
    }

    /// The point that distances are measured from is seen and moved, without a radius, too.
    void aPointWithoutRadiusIsMoved()
    {
        Shown map;
        map.pane->measureFrom({46.4, 1.2});
        QTRY_VERIFY(map.item(QStringLiteral("circleMiddle")));
        QVERIFY(!map.item(QStringLiteral("circleRadius")));
        const QPoint from = middleOf(map.item(QStringLiteral("circleMiddle")));
        drag(map, {from, from + QPoint(60, 30)});
        const GeoPoint to{map.sample.workspace.filter().near->centre};
        QVERIFY((map.pixel(to) - from - QPoint(60, 30)).manhattanLength() <= 3);
        QCOMPARE(map.sample.workspace.filter().near->radiusMetres, 0.0);
    }

    /// The frame around the map is for the keyboard; a hand knows where it is.
    void aHandSeesNoFrame()
    {
        Shown map;
        const QQuickItem *root = map.quick()->rootObject();
        map.quick()->setFocus(Qt::TabFocusReason);
        QVERIFY(root->property("byKeyboard").toBool());
        askWithin(map, QStringLiteral("Zeste"), 40'000);
        const QPoint from = middleOf(map.item(QStringLiteral("circleMiddle")));
        drag(map, {from, from + QPoint(20, 20)});
        QVERIFY(!root->property("byKeyboard").toBool());
        QTest::keyClick(map.quick(), Qt::Key_Right);
        QVERIFY(root->property("byKeyboard").toBool());
    }
};

int main(int argc, char **argv)
{
    return runOnTheMap<TestMapDrawing>(argc, argv);
}
#include "test_map_drawing.moc"
