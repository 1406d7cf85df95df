// The map pane on a screen of its own: QML without a warning, signs where they belong, clicks, theme, no foreign host.
#include "gui/map_picture.h"
#include "gui/map_sign_item.h"
#include "gui/support/drop.h"
#include "gui/support/shown_map.h"

#include <QAccessible>
#include <QApplication>
#include <QLineEdit>
#include <QLineF>
#include <QQuickItem>
#include <QQuickWidget>
#include <QQuickWindow>
#include <QScopeGuard>
#include <QVBoxLayout>

#include <cmath>

using namespace repere;
using namespace repere::testing;

namespace {

/// The signs on the screen: where their middle is, in pixels of the pane.
std::vector<std::pair<QPointF, const gui::MapSignItem *>> signsOnScreen(const QQuickItem *item)
{
    std::vector<std::pair<QPointF, const gui::MapSignItem *>> signs;
    if (const auto *sign = qobject_cast<const gui::MapSignItem *>(item))
        signs.emplace_back(sign->mapToScene(QPointF(sign->width() / 2, sign->height() / 2)), sign);
    for (const QQuickItem *child : item->childItems())
        std::ranges::copy(signsOnScreen(child), std::back_inserter(signs));
    return signs;
}

constexpr int kSame = 18; // of 24: the screen antialiases at other parts of a pixel

/// How many of 24 points on the ring of a sign have the same colour in both pictures.
int sameRing(const QImage &a, const QImage &b, QPointF centre, double diameter)
{
    int same = 0;
    for (int step = 0; step < 24; ++step) {
        const double angle = step * 2 * M_PI / 24;
        const QPoint at = (centre + 0.46 * diameter * QPointF(std::cos(angle), std::sin(angle))).toPoint();
        const QColor one = a.pixelColor(at);
        const QColor other = b.pixelColor(at);
        same += std::abs(one.red() - other.red()) + std::abs(one.green() - other.green())
                    + std::abs(one.blue() - other.blue())
                < 90;
    }
    return same;
}

/// Share of pixels of this colour (within a little) in a square around a point.
double shareOf(const QImage &image, QPoint centre, int radius, QColor colour)
{
    int hits = 0;
    int all = 0;
    for (int y = centre.y() - radius; y <= centre.y() + radius; ++y) {
        for (int x = centre.x() - radius; x <= centre.x() + radius; ++x) {
            if (!image.rect().contains(x, y))
                continue;
            ++all;
            const QColor at = image.pixelColor(x, y);
            hits += std::abs(at.red() - colour.red()) + std::abs(at.green() - colour.green())
                        + std::abs(at.blue() - colour.blue())
                    < 30;
        }
    }
    return all ? static_cast<double>(hits) / all : 0;
}

} // namespace

class TestMapPane : public QObject
{
    Q_OBJECT

private slots:
    void init() { complaints().clear(); }
    void cleanup() { QCOMPARE(complaints(), QStringList()); }

    void fitsTheFirstResultAndEachNewFilter()
    {
        Shown map;
        for (const char *name : {"Zeste", "LOL", "SIGMAke"})
            QVERIFY(map.pane->visibleBox().contains(map.place(QString::fromLatin1(name))));
        Filter filter;
        filter[Facet::Region].values = {QStringLiteral("53")};
        QVERIFY(map.sample.filter(filter));
        QTest::qWait(100);
        QVERIFY(map.pane->visibleBox().contains(map.place(QStringLiteral("Zeste"))));
        QVERIFY(!map.pane->visibleBox().contains({45.76, 4.84})); // Lyon
        QVERIFY(map.pane->zoom() > 6);
    }

    /// Where the words of the legend would cover much of the map there are only its signs, until they are asked for.
    void theLegendOfASmallMapIsSmall()
    {
        Shown map;
        map.pane->resize(1200, 900);
        QTest::qWait(200);
        QVERIFY(map.item(QStringLiteral("legendWords")));
        QVERIFY(!map.item(QStringLiteral("legendOpener")));
        map.pane->resize(420, 400);
        QTest::qWait(200);
        QVERIFY(!map.item(QStringLiteral("legendWords")));
        const QQuickItem *signs = map.item(QStringLiteral("legendSigns"));
        QVERIFY(signs);
        QVERIFY(signs->width() * signs->height() < 0.06 * 420 * 400);
        const QQuickItem *opener = map.item(QStringLiteral("legendOpener"));
        QVERIFY(opener);
        const QPoint spot = opener->mapToScene(QPointF(opener->width() / 2, opener->height() / 2)).toPoint();
        QTest::mouseClick(map.quick(), Qt::LeftButton, {}, spot);
        QTRY_VERIFY(map.item(QStringLiteral("legendWords")));
        const QQuickItem *words = map.item(QStringLiteral("legendWords"));
        QVERIFY(words->mapToScene(QPointF(words->width(), 0)).x() <= 420);
    }

    /// A press beside an open menu closes it and does its work; Escape closes it, too, and takes nothing else away.
    void anOpenMenuOfTheMapCloses()
    {
        Shown map;
        QQuickItem *root = map.quick()->rootObject();
        QQuickItem *menu = nullptr;
        const std::function<void(QQuickItem *)> find = [&](QQuickItem *item) {
            if (QString::fromLatin1(item->metaObject()->className()).startsWith(QStringLiteral("LayerMenu")))
                menu = item;
            for (QQuickItem *child : item->childItems())
                find(child);
        };
        find(root);
        QVERIFY(menu);
        const QPointF before = menu->mapToScene({});
        const auto open = [&] {
            QTest::mouseClick(map.quick(), Qt::LeftButton, {}, menu->mapToScene(QPointF(20, 16)).toPoint());
            QTRY_VERIFY(menu->property("open").toBool());
        };
        open();
        QTest::mouseClick(map.quick(), Qt::LeftButton, {}, QPoint(30, 26)); // the switch "only in view"
        QVERIFY(!menu->property("open").toBool());
        QVERIFY(map.pane->onlyInView());
        open();
        map.pane->draw(models::MapSelection::Tool::Rectangle);
        QTest::mousePress(map.quick(), Qt::LeftButton, {}, QPoint(200, 300));
        QVERIFY(!menu->property("open").toBool());
        QTest::mouseRelease(map.quick(), Qt::LeftButton, {}, QPoint(200, 300));
        open();
        QTest::keyClick(map.quick(), Qt::Key_Escape);
        QVERIFY(!menu->property("open").toBool());
        QCOMPARE(menu->mapToScene({}), before);
    }

    void onlyInViewMovesNothing()
    {
        Shown map;
        map.pane->setView(map.place(QStringLiteral("Zeste")), 9);
        QTest::qWait(100);
        QSignalSpy toggled(map.pane.get(), &gui::MapPane::onlyInViewToggled);
        QTest::mouseClick(map.quick(), Qt::LeftButton, {}, QPoint(30, 26)); // the switch, top left
        QCOMPARE(toggled.count(), 1);
        QVERIFY(map.pane->onlyInView());
        Filter filter;
        filter.box = map.pane->visibleBox();
        QVERIFY(map.sample.filter(filter));
        QTest::qWait(100);
        QCOMPARE(map.pane->zoom(), 9.0);
        map.pane->setOnlyInView(false);
        QVERIFY(map.sample.filter(Filter{}));
        QTest::qWait(100);
        QCOMPARE(map.pane->zoom(), 9.0);
    }

    void filesGoPastTheMap()
    {
        Shown map; // in a window of its own, which does not take them
        QVERIFY(!testing::drop(*map.quick(), {QUrl::fromLocalFile(QStringLiteral("/lieux.csv"))}));
    }

    void aClickOnAPlaceSelectsIt()
    {
        Shown map;
        map.pane->setView(map.place(QStringLiteral("Zeste")), 11);
        QTest::qWait(200);
        map.click(map.place(QStringLiteral("Zeste")));
        QCOMPARE(map.sample.workspace.selected(), map.sample.idOf(QStringLiteral("Zeste")));
        // The gold ring is where the place is.
        const QImage image = map.pane->grab().toImage();
        QVERIFY(shareOf(image, map.pixel(map.place(QStringLiteral("Zeste"))), 20,
                        basemap::palette(basemap::Theme::Light).gold)
                > 0.02);
    }

    void aClickOnAClusterZooms()
    {
        Shown map;
        map.pane->setView({45.78, 3.1}, 7); // Clermont-Ferrand and Aubière are one sign
        QTest::qWait(200);
        const auto clusters = map.sample.workspace.result()->clusters(map.pane->visibleBox(), 7);
        const auto both = std::ranges::find(clusters, 2, &Cluster::count);
        QVERIFY(both != clusters.end());
        map.click(both->centre);
        QVERIFY(map.pane->zoom() >= 8);
        QCOMPARE(map.sample.workspace.selected(), 0);
    }

    void aSnapshotHasTheSameSignsAtTheSamePixels_data()
    {
        QTest::addColumn<GeoPoint>("centre");
        QTest::addColumn<double>("zoom");
        QTest::newRow("the country") << GeoPoint{46.6, 2.5} << 5.0;
        QTest::newRow("a region") << GeoPoint{45.8, 3.1} << 7.0;
        QTest::newRow("between two zooms") << GeoPoint{48.1, -2.9} << 7.6;
        QTest::newRow("a town") << GeoPoint{45.77, 3.11} << 11.0;
    }

    void aSnapshotHasTheSameSignsAtTheSamePixels()
    {
        QFETCH(GeoPoint, centre);
        QFETCH(double, zoom);
        Shown map;
        map.pane->setView(centre, zoom);
        QTest::qWait(600); // the signs have faded in
        const basemap::MapView view{map.pane->centre(), map.pane->zoom(), map.pane->size()};
        const auto request = gui::pictureOf(*map.sample.workspace.result(), view, basemap::Theme::Light,
                                            models::Words(map.sample.workspace.knowledge(), true));
        const QString path = map.sample.folder.filePath(QStringLiteral("map.png"));
        QVERIFY(basemap::writeSnapshot(path, *painter(), request));
        const QImage snapshot(path);
        const QImage screen = map.pane->grab().toImage();
        QCOMPARE(snapshot.size(), screen.size());

        const QRect inner = screen.rect().adjusted(60, 60, -60, -120); // clear of what lies over both pictures
        const auto signs = signsOnScreen(map.quick()->rootObject());
        int compared = 0;
        int mirrored = 0;
        for (const Cluster &cluster : request.clusters) {
            const QPointF expected = view.pixel(cluster.centre);
            if (!inner.contains(expected.toPoint()))
                continue;
            const auto sign = std::ranges::find_if(signs, [&](const auto &drawn) {
                return QLineF(drawn.first, expected).length() < 1 && drawn.second->figure().cluster == cluster;
            });
            QVERIFY(sign != signs.end());
            QVERIFY(sameRing(snapshot, screen, expected, sign->second->diameter()) >= kSame);
            mirrored += sameRing(snapshot, screen.mirrored(), expected, sign->second->diameter()) >= kSame;
            ++compared;
        }
        QVERIFY(compared > 0);
        QVERIFY(mirrored < compared); // the comparison can fail
    }

    void wheelDragAndKeysMoveTheMap()
    {
        Shown map;
        map.pane->setView({46.6, 2.5}, 6);
        QTest::qWait(100);
        const QPointF at(300, 350);
        QWheelEvent wheel(at, map.quick()->mapToGlobal(at), {}, {0, 120}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(map.quick(), &wheel);
        QTRY_COMPARE(map.pane->zoom(), 7.0);
        const GeoPoint before = map.pane->centre();
        QTest::mousePress(map.quick(), Qt::LeftButton, {}, QPoint(300, 420));
        for (int x = 300; x >= 200; x -= 10)
            QTest::mouseMove(map.quick(), QPoint(x, 420), 5);
        QTest::mouseRelease(map.quick(), Qt::LeftButton, {}, QPoint(200, 420));
        QTest::qWait(100);
        QVERIFY(map.pane->centre().longitude > before.longitude + 0.5);
        QVERIFY(std::abs(map.pane->centre().latitude - before.latitude) < 0.1);
        map.quick()->setFocus();
        QTest::keyClick(map.quick(), Qt::Key_Minus);
        QTRY_COMPARE(map.pane->zoom(), 6.0);
    }

    void theGroundComesFromTheTiles()
    {
        Shown map;
        map.pane->setView({47.0, -5.0}, 6); // the Atlantic on the left, land on the right
        for (const basemap::Theme theme : {basemap::Theme::Light, basemap::Theme::Dark}) {
            map.pane->setTheme(theme);
            const QColor land = basemap::palette(theme).landFrance;
            const auto seen = [&] { return shareOf(map.pane->grab().toImage(), QPoint(550, 350), 40, land) > 0.3; };
            QTRY_VERIFY_WITH_TIMEOUT(seen(), 20000);
        }
    }

    void viewChangedAtMostOnceAFrame()
    {
        Shown map;
        QSignalSpy changed(map.pane.get(), &gui::MapPane::viewChanged);
        for (int i = 0; i < 50; ++i)
            map.pane->setView({46 + i * 0.01, 2}, 7);
        QTest::qWait(100);
        QVERIFY(changed.count() >= 1 && changed.count() <= 3);
    }

    void keysAreReadAloud()
    {
        Shown map;
        map.pane->setView(map.place(QStringLiteral("Zeste")), 7);
        map.quick()->setFocus();
        QAccessibleInterface *keyboard = QAccessible::queryAccessibleInterface(
            map.quick()->rootObject()->findChild<QQuickItem *>(QStringLiteral("mapKeyboard")));
        QVERIFY(keyboard);
        QCOMPARE(keyboard->text(QAccessible::Name), QStringLiteral("Map of the results"));
        QVERIFY(keyboard->state().focused);

        // Rennes lies in the middle; Saint-Brieuc, Lorient and Brest to the west of it.
        QTest::keyClick(map.quick(), Qt::Key_Left);
        const QString first = QStringLiteral("Atelier 2, approximate position, 2 of 4, ");
        QTRY_VERIFY2(keyboard->text(QAccessible::Name).startsWith(first),
                     qPrintable(keyboard->text(QAccessible::Name)));
        QVERIFY(keyboard->text(QAccessible::Name).endsWith(QStringLiteral("km north-west")));
        // The sign says the same, and its description where it is.
        const auto signNow = [&map, keyboard]() -> QAccessibleInterface * {
            for (const auto &[at, sign] : signsOnScreen(map.quick()->rootObject())) {
                QAccessibleInterface *told =
                    QAccessible::queryAccessibleInterface(const_cast<gui::MapSignItem *>(sign));
                if (told && told->text(QAccessible::Name) == keyboard->text(QAccessible::Name))
                    return told;
            }
            return nullptr;
        };
        QVERIFY(signNow());
        QVERIFY(signNow()->text(QAccessible::Description).contains(QStringLiteral("Saint-Brieuc")));
        QCOMPARE(signNow()->role(), QAccessible::Button);

        // Enter opens it; the list is in step.
        QCOMPARE(map.sample.workspace.hovered(), map.sample.idOf(QStringLiteral("Atelier 2")));
        QTest::keyClick(map.quick(), Qt::Key_Return);
        QCOMPARE(map.sample.workspace.selected(), map.sample.idOf(QStringLiteral("Atelier 2")));

        // Beyond the view the map follows.
        map.pane->setView(map.place(QStringLiteral("LOL")), 9);
        QTest::keyClick(map.quick(), Qt::Key_Left);
        QTRY_VERIFY(map.pane->centre().longitude < 4);
        QTRY_VERIFY2(keyboard->text(QAccessible::Name).contains(QStringLiteral(", 1 of ")),
                     qPrintable(keyboard->text(QAccessible::Name)));
        QVERIFY(signNow());
        QTest::keyClick(map.quick(), Qt::Key_Plus);
        QTRY_COMPARE(map.pane->zoom(), 10.0);
        // Enter on several places zooms until they stand apart.
        map.pane->setView({45.78, 3.1}, 7);
        QTest::keyClick(map.quick(), Qt::Key_Minus);
        QTRY_COMPARE(map.pane->zoom(), 6.0);
        QTest::qWait(300); // the signs of this zoom
        for (const Qt::Key key : {Qt::Key_Down, Qt::Key_Left, Qt::Key_Up, Qt::Key_Right}) {
            if (!keyboard->text(QAccessible::Name).startsWith(QStringLiteral("2 places, ")))
                QTest::keyClick(map.quick(), key);
        }
        QVERIFY2(keyboard->text(QAccessible::Name).startsWith(QStringLiteral("2 places, ")),
                 qPrintable(keyboard->text(QAccessible::Name)));
        QTest::keyClick(map.quick(), Qt::Key_Enter);
        QTRY_VERIFY(map.pane->zoom() > 8);
    }

    void tabGoesThroughTheMapAndLeavesIt_data()
    {
        QTest::addColumn<double>("zoom");
        QTest::addColumn<QStringList>("stops");
        const QStringList before{QStringLiteral("Map of the results"), QStringLiteral("Only in view")};
        const QString place = QStringLiteral("Go to a territory: Mainland France");
        const QString layer = QStringLiteral("Layer of the map: Places");
        const QString in = QStringLiteral("Zoom in");
        const QString out = QStringLiteral("Zoom out");
        const QString all = QStringLiteral("Show all results");
        const QStringList tools{QStringLiteral("Choose by a rectangle"),
                                QStringLiteral("Choose by a line drawn by hand"),
                                QStringLiteral("Choose within a distance"),
                                QStringLiteral("Go to: Mainland France"),
                                QStringLiteral("Go to: Guadeloupe"),
                                QStringLiteral("Go to: Martinique"),
                                QStringLiteral("Go to: Guyane"),
                                QStringLiteral("Go to: La Réunion"),
                                QStringLiteral("Go to: Mayotte")};
        // A button at its limit does nothing, and Tab passes it over.
        QTest::newRow("farthest") << 4.0 << before + QStringList{place, layer, in, all} + tools;
        QTest::newRow("between") << 7.0 << before + QStringList{place, layer, in, out, all} + tools;
        QTest::newRow("closest") << 12.0 << before + QStringList{place, layer, out, all} + tools;
    }

    void tabGoesThroughTheMapAndLeavesIt()
    {
        QFETCH(double, zoom);
        QFETCH(QStringList, stops);
        Shown map;
        QWidget window;
        QVBoxLayout layout(&window);
        QLineEdit before;
        QLineEdit after;
        layout.addWidget(&before);
        layout.addWidget(map.pane.get());
        const auto release = qScopeGuard([&map] { map.pane->setParent(nullptr); });
        layout.addWidget(&after);
        window.resize(600, 760);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        map.pane->setView({46.6, 2.5}, zoom);
        QTest::qWait(100); // the buttons know it with the next frame
        before.setFocus();
        QList<QQuickItem *> visited;
        for (int i = 0; i < 30 && !after.hasFocus(); ++i) {
            QTest::keyClick(window.focusWidget(), Qt::Key_Tab);
            if (map.quick()->hasFocus())
                visited << map.quick()->quickWindow()->activeFocusItem();
        }
        QVERIFY(after.hasFocus());
        QStringList names;
        for (QQuickItem *item : std::as_const(visited)) {
            const QAccessibleInterface *told = QAccessible::queryAccessibleInterface(item);
            QVERIFY(told);
            names << told->text(QAccessible::Name);
        }
        QVERIFY2(names == stops, qPrintable(names.join(u'|')));
        QList<QQuickItem *> back;
        for (int i = 0; i < 30 && !before.hasFocus(); ++i) {
            QTest::keyClick(window.focusWidget(), Qt::Key_Backtab);
            if (map.quick()->hasFocus())
                back.prepend(map.quick()->quickWindow()->activeFocusItem());
        }
        QVERIFY(before.hasFocus());
        QCOMPARE(back, visited);
    }
};

int main(int argc, char **argv)
{
    return runOnTheMap<TestMapPane>(argc, argv);
}
#include "test_map_pane.moc"
