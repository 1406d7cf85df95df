// The names of the ground in the window's map: over the layer, clear of the signs, at their own size.
#include "gui/support/shown_map.h"

#include "basemap/snapshot.h"
#include "gui/map_overlay_item.h"
#include "models/map_state.h"

#include <QQuickItem>
#include <QSignalSpy>

using namespace repere;
using namespace repere::testing;

class TestMapNames : public QObject
{
    Q_OBJECT

    static gui::MapOverlayItem *overlayOf(const Shown &map)
    {
        std::function<gui::MapOverlayItem *(QQuickItem *)> find = [&](QQuickItem *item) -> gui::MapOverlayItem * {
            if (auto *found = qobject_cast<gui::MapOverlayItem *>(item))
                return found;
            for (QQuickItem *child : item->childItems())
                if (auto *found = find(child))
                    return found;
            return nullptr;
        };
        return find(map.quick()->rootObject());
    }
    static models::MapState &stateOf(const Shown &map)
    {
        return *map.quick()->rootObject()->property("mapState").value<models::MapState *>();
    }
    /// Until the names are those of the view where the map rests.
    static bool rested(const Shown &map)
    {
        const gui::MapOverlayItem *item = overlayOf(map);
        return QTest::qWaitFor([&] {
            return !item->image().isNull() && item->imageView().centre == map.pane->centre()
                   && item->imageView().zoom == map.pane->zoom();
        });
    }
    /// Pixels with the ink of names in a rectangle of the picture.
    static int inked(const QImage &image, const QRectF &rect)
    {
        const QRect part = rect.toAlignedRect() & image.rect();
        int count = 0;
        for (int y = part.top(); y <= part.bottom(); ++y)
            for (int x = part.left(); x <= part.right(); ++x)
                count += qAlpha(image.pixel(x, y)) > 200;
        return count;
    }
    /// The most ink of names that is hidden beneath one sign.
    static int hidden(const Shown &map)
    {
        const gui::MapOverlayItem *item = overlayOf(map);
        const models::MapClusterModel &signs = *stateOf(map).clusters();
        int most = 0;
        for (int row = 0; row < signs.rowCount(); ++row) {
            const Cluster &cluster = signs.at(row).cluster;
            const double radius = basemap::clusterDiameter(cluster.count) / 2;
            const QPointF at = item->imageView().pixel(cluster.centre);
            const double inner = radius / std::sqrt(2.0) - 2; // of the disc, not of its corners
            most = std::max(most, inked(item->image(), {at - QPointF(inner, inner), QSizeF(2 * inner, 2 * inner)}));
        }
        return most;
    }

private slots:
    void init() { complaints().clear(); }
    void cleanup() { QCOMPARE(complaints(), QStringList()); }

    void noneLiesUnderASign_data()
    {
        QTest::addColumn<double>("zoom");
        QTest::newRow("z5") << 5.0;
        QTest::newRow("between") << 5.5;
        QTest::newRow("z6") << 6.0;
        QTest::newRow("z7") << 7.0;
    }
    void noneLiesUnderASign()
    {
        QFETCH(double, zoom);
        Shown map;
        map.pane->setView({46.8, 1.8}, zoom);
        QVERIFY(rested(map));
        QVERIFY(stateOf(map).clusters()->rowCount() > 1);
        const QImage image = overlayOf(map)->image();
        QVERIFY(inked(image, image.rect()) > 2000);
        constexpr int kDots = 60; // a town's dot may lie there: it is where the town is
        QVERIFY2(hidden(map) <= kDots, qPrintable(QString::number(hidden(map))));

        // Other places, other signs: the names make room for them.
        Filter filter;
        filter[Facet::Equipment].values = {QStringLiteral("laser-cutter")};
        QSignalSpy painted(overlayOf(map), &gui::MapOverlayItem::painted);
        map.sample.workspace.setFilter(filter);
        QTRY_COMPARE(map.sample.workspace.result()->filter(), filter);
        map.pane->setView({46.8, 1.8}, zoom);
        QTRY_VERIFY(!painted.isEmpty());
        QTest::qWait(200);
        QVERIFY(rested(map));
        QVERIFY2(hidden(map) <= kDots, qPrintable(QString::number(hidden(map))));
    }

    /// Whoever drags the map on and on sees names all the way.
    void theyComeWhileTheHandGoesOn()
    {
        Shown map;
        map.pane->setView({46.8, 1.8}, 8);
        QVERIFY(rested(map));
        const GeoPoint before = overlayOf(map)->imageView().centre;
        QPoint at(480, 350);
        QTest::mousePress(map.quick(), Qt::LeftButton, {}, at);
        bool came = false;
        for (int step = 0; step < 60 && !came; ++step) {
            at.rx() -= 7;
            QTest::mouseMove(map.quick(), at, 5);
            QTest::qWait(15); // never at rest
            came = overlayOf(map)->imageView().centre != before;
        }
        QTest::mouseRelease(map.quick(), Qt::LeftButton, {}, at);
        QVERIFY(came);
    }

    /// The layer does not wash over them.
    void theyLieOverTheLayer()
    {
        Shown map;
        map.pane->setView({48.1, -2.8}, 7);
        QVERIFY(rested(map));
        models::LayerSettings settings;
        settings.kind = models::LayerSettings::Kind::Territories;
        settings.level = TerritoryLevel::Region;
        settings.measure = TerritoryMeasure::Count;
        QSignalSpy painted(overlayOf(map), &gui::MapOverlayItem::painted);
        map.layers.setSettings(settings);
        QVERIFY(!painted.isEmpty() || painted.wait());
        QTest::qWait(300);
        const QImage image = overlayOf(map)->image();
        const QColor ink = basemap::palette(basemap::Theme::Light).town;
        int letters = 0;
        const QRect bretagne(overlayOf(map)->imageView().pixel({48.7, -4.5}).toPoint(),
                             overlayOf(map)->imageView().pixel({47.6, -1.5}).toPoint());
        for (int y = bretagne.top(); y < bretagne.bottom(); ++y)
            for (int x = bretagne.left(); x < bretagne.right(); ++x)
                letters += std::abs(qRed(image.pixel(x, y)) - ink.red()) < 16
                           && std::abs(qGreen(image.pixel(x, y)) - ink.green()) < 16
                           && std::abs(qBlue(image.pixel(x, y)) - ink.blue()) < 16;
        QVERIFY2(letters > 300, qPrintable(QString::number(letters)));
    }

    /// Letters of the wrong size are gone until those of the right one come; colours of a layer stay.
    void stretchedNamesFade()
    {
        Shown map;
        map.pane->setView({48.1, -2.8}, 7);
        QVERIFY(rested(map));
        gui::MapOverlayItem *item = overlayOf(map);
        QCOMPARE(item->shownOpacity(), 1.0);
        double last = 1;
        for (const double zoom : {7.25, 7.4, 7.5, 7.6, 8.0}) {
            item->setZoom(zoom); // as in an animation, before the map rests
            QVERIFY(item->shownOpacity() <= last);
            last = item->shownOpacity();
            QCOMPARE(last == 1, zoom < 7.3);
            QCOMPARE(last == 0, zoom > 7.9);
        }
        item->setZoom(6);
        QCOMPARE(item->shownOpacity(), 0.0);
        QTRY_COMPARE(item->imageView().zoom, 6.0);
        QCOMPARE(item->shownOpacity(), 1.0);

        models::LayerSettings settings;
        settings.kind = models::LayerSettings::Kind::Territories;
        QSignalSpy painted(item, &gui::MapOverlayItem::painted);
        map.layers.setSettings(settings);
        QTRY_VERIFY(!map.layers.overlay().isEmpty());
        painted.clear();
        item->setZoom(6.1);
        QVERIFY(painted.wait(10'000));
        item->setZoom(8);
        QCOMPARE(item->shownOpacity(), 1.0);
    }
};

int main(int argc, char **argv)
{
    return runOnTheMap<TestMapNames>(argc, argv);
}
#include "test_map_names.moc"
