// Coordinates at a spot of the real map: the menu of a right click and of the Menu key, copying, links, distances.
#include "gui/coordinate_actions.h"
#include "gui/support/shown_map.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QMainWindow>
#include <QMenu>
#include <QToolButton>
#include <QUrlQuery>

using namespace repere;
using testing::Shown;

namespace {

/// The action of a menu, or of its menus, whose text begins so.
QAction *actionIn(const QMenu *menu, const QString &beginning)
{
    for (QAction *action : menu->actions()) {
        if (action->text().remove(u'&').startsWith(beginning))
            return action;
        if (action->menu()) {
            if (QAction *inside = actionIn(action->menu(), beginning))
                return inside;
        }
    }
    return nullptr;
}

} // namespace

class TestCoordinates : public QObject
{
    Q_OBJECT

private slots:
    void init() { testing::complaints().clear(); }
    void cleanup() { QCOMPARE(testing::complaints(), QStringList()); }

    void theMenuOfASpot()
    {
        Shown map;
        QMainWindow window;
        gui::CoordinateActions actions(map.sample.workspace, map.sample.words, &window);
        actions.setMap(map.pane.get());
        const GeoPoint spot{46.5, 3};
        map.pane->setView({46.6, 2.9}, 9);
        QTest::qWait(200);
        QSignalSpy links(&actions, &gui::CoordinateActions::linkRequested);
        const QPoint at = map.pixel(spot);
        QContextMenuEvent right(QContextMenuEvent::Mouse, at, map.quick()->mapToGlobal(at));
        QApplication::sendEvent(map.quick(), &right);
        QTRY_VERIFY(window.findChild<QMenu *>(QStringLiteral("spotMenu")));
        QMenu *menu = window.findChild<QMenu *>(QStringLiteral("spotMenu"));

        // A pixel at this zoom is 205 m: the spot within a pixel.
        QAction *decimal = actionIn(menu, QStringLiteral("46,"));
        QVERIFY(decimal);
        decimal->trigger();
        const QStringList copied = QGuiApplication::clipboard()->text().split(QStringLiteral(", "));
        QCOMPARE(copied.size(), 2);
        QVERIFY(std::abs(copied[0].toDouble() - 46.5) < 0.002 && std::abs(copied[1].toDouble() - 3) < 0.003);
        QAction *plane = actionIn(menu, QStringLiteral("X"));
        QVERIFY(plane && plane->text().endsWith(QStringLiteral("(Lambert-93)")));
        plane->trigger();
        QVERIFY(std::abs(QGuiApplication::clipboard()->text().section(u',', 0, 0).toDouble() - 700'000) < 250);
        QCOMPARE(links.count(), 0); // nothing was opened

        for (const auto &[text, host] :
             {std::pair{"OpenStreetMap", "www.openstreetmap.org"}, std::pair{"Géoportail", "www.geoportail.gouv.fr"},
              std::pair{"the maps", ""}}) {
            links.clear();
            actionIn(menu, QString::fromUtf8(text))->trigger();
            QCOMPARE(links.count(), 1);
            QCOMPARE(links[0][0].toUrl().host(), QString::fromUtf8(host));
        }
        QCOMPARE(links[0][0].toUrl().scheme(), QStringLiteral("geo"));

        const GeoPoint before = map.pane->centre();
        actionIn(menu, QStringLiteral("Distance from here"))->trigger();
        QVERIFY(map.sample.answered());
        const Filter &filter = map.sample.workspace.filter();
        QVERIFY(filter.near && distanceMetres(filter.near->centre, spot) < 250);
        QCOMPARE(filter.near->radiusMetres, 0.0);
        QVERIFY(filter.near->label.startsWith(QStringLiteral("this point (")));
        QCOMPARE(map.sample.workspace.sortKey(), SortKey::Distance);
        QTest::qWait(100);
        QCOMPARE(map.pane->centre(), before); // the view stays
        menu->close();
    }

    void theMenuKeyIsForTheSignOfTheKeyboard()
    {
        Shown map;
        QSignalSpy asked(map.pane.get(), &gui::MapPane::menuRequested);
        map.pane->setView(map.place(QStringLiteral("Zeste")), 7);
        QTest::qWait(200);
        map.quick()->setFocus();
        const auto menuKey = [&map] {
            QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(5, 5), map.quick()->mapToGlobal(QPoint(5, 5)));
            QApplication::sendEvent(map.quick(), &event);
        };
        menuKey();
        QCOMPARE(asked.count(), 1);
        QVERIFY(distanceMetres(asked[0][0].value<GeoPoint>(), map.pane->centre()) < 1);
        QTest::keyClick(map.quick(), Qt::Key_Left);
        menuKey();
        QCOMPARE(asked.count(), 2);
        QVERIFY(distanceMetres(asked[1][0].value<GeoPoint>(), map.place(QStringLiteral("Atelier 2"))) < 1);
    }

    void theStatusBarWritesThemAsChosen()
    {
        Shown map;
        QMainWindow window;
        gui::CoordinateActions actions(map.sample.workspace, map.sample.words, &window);
        actions.setMap(map.pane.get());
        QSignalSpy chosen(&actions, &gui::CoordinateActions::formChanged);
        map.pane->setView({46.5, 3}, 9);
        QTRY_VERIFY(actions.button()->text().startsWith(QStringLiteral("46,5000°"))); // no pointer: the middle
        actions.setForm(models::CoordinateForm::Plane);
        QCOMPARE(chosen.count(), 1);
        QVERIFY(actions.button()->text().contains(QStringLiteral("Lambert-93")));
        QVERIFY(actions.button()->accessibleName().contains(actions.button()->text()));
        map.pane->setView({-21.1, 55.5}, 9);
        QTRY_VERIFY(actions.button()->text().contains(QStringLiteral("RGR92")));
        actions.setForm(models::CoordinateForm::Sexagesimal);
        QVERIFY(actions.button()->text().contains(u'″'));
    }

    void addressesHaveThePointInTheirOrder()
    {
        const GeoPoint point{46.25, 3.64};
        QCOMPARE(gui::CoordinateActions::geoUrl(point), QUrl(QStringLiteral("geo:46.250000,3.640000")));
        const QUrl osm = gui::CoordinateActions::openStreetMapUrl(point, 11.6);
        QCOMPARE(QUrlQuery(osm).queryItemValue(QStringLiteral("mlat")).toDouble(), 46.25);
        QCOMPARE(osm.fragment(), QStringLiteral("map=12/46.250000/3.640000"));
        const QUrlQuery ign(gui::CoordinateActions::geoportailUrl(point, 11.6));
        QCOMPARE(ign.queryItemValue(QStringLiteral("c")), QStringLiteral("3.640000,46.250000"));
    }
};

int main(int argc, char **argv)
{
    return testing::runOnTheMap<TestCoordinates>(argc, argv);
}
#include "test_coordinates.moc"
