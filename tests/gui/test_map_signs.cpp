// Signs in the real window: places at one spot fan out, are hovered, chosen and left by mouse and keys.
#include "gui/map_sign_item.h"
#include "gui/support/shown_map.h"

#include <QAccessible>
#include <QQuickItem>
#include <QQuickWindow>

using namespace repere;
using testing::Shown;

namespace {

constexpr GeoPoint kSpot{46.25, 3.64}; // Lapalisse

/// Three more places, all at one spot.
void addThree(Shown &map)
{
    using Added = bool;
    bool done = false;
    map.sample.workspace.ask<Added>(
        map.pane.get(),
        [](directory::Directory &directory) -> Added {
            for (const char *name : {"Alpha", "Bêta", "Gamma"}) {
                Atelier atelier = testing::place(QString::fromUtf8(name), QStringLiteral("03120"),
                                                 QStringLiteral("Lapalisse"), {QStringLiteral("fablab")}, {});
                auto completed = directory.completed(atelier);
                if (!completed)
                    return false;
                completed->point = kSpot;
                completed->precision = PositionPrecision::Exact;
                if (!directory.add(*completed))
                    return false;
            }
            return true;
        },
        [&done](Added added) { done = added; });
    QTRY_VERIFY(done);
    map.sample.workspace.refresh();
    QTRY_COMPARE(map.sample.workspace.result()->count(), 10);
}

/// The visible signs by what they are called.
QHash<QString, gui::MapSignItem *> signsOf(QQuickItem *item)
{
    QHash<QString, gui::MapSignItem *> signs;
    if (auto *sign = qobject_cast<gui::MapSignItem *>(item); sign && sign->isVisible()) {
        const QAccessibleInterface *told = QAccessible::queryAccessibleInterface(sign);
        signs.insert(told ? told->text(QAccessible::Name) : QString(), sign);
    }
    for (QQuickItem *child : item->childItems())
        signs.insert(signsOf(child));
    return signs;
}

QPoint middleOf(const QQuickItem *sign)
{
    return sign->mapToScene(QPointF(sign->width() / 2, sign->height() / 2)).toPoint();
}

} // namespace

class TestMapSigns : public QObject
{
    Q_OBJECT

private slots:
    void init() { testing::complaints().clear(); }
    void cleanup() { QCOMPARE(testing::complaints(), QStringList()); }

    void placesAtOneSpotFanOut()
    {
        Shown map;
        addThree(map);
        map.pane->setView(kSpot, 12);
        QTest::qWait(300);
        const auto signs = [&map] { return signsOf(map.quick()->rootObject()); };
        const auto alpha = [&] { return signs().value(QStringLiteral("Alpha, 1 of 3")); };
        QVERIFY(!alpha());
        map.click(kSpot);
        QTRY_VERIFY(alpha());
        QTest::qWait(300); // opened
        const QPoint spot = map.pixel(kSpot);
        QList<QPoint> places;
        for (const QString &name :
             {QStringLiteral("Alpha, 1 of 3"), QStringLiteral("Bêta, 2 of 3"), QStringLiteral("Gamma, 3 of 3")}) {
            QVERIFY2(signs().contains(name), qPrintable(name));
            places << middleOf(signs()[name]);
            QVERIFY((places.last() - spot).manhattanLength() > 30);
        }
        QVERIFY(places[0] != places[1] && places[1] != places[2]);
        QVERIFY(places[0].y() < spot.y() && std::abs(places[0].x() - spot.x()) < 2); // the first one on top

        // Hover and choice are those of the whole window.
        QTest::mouseMove(map.quick(), places[1]);
        QTRY_COMPARE(map.sample.workspace.hovered(), map.sample.idOf(QStringLiteral("Bêta")));
        QTest::mouseClick(map.quick(), Qt::LeftButton, {}, places[1]);
        QTRY_COMPARE(map.sample.workspace.selected(), map.sample.idOf(QStringLiteral("Bêta")));
        QTRY_VERIFY(signs()[QStringLiteral("Bêta, 2 of 3")]->isSelected());
        map.sample.workspace.select(map.sample.idOf(QStringLiteral("Gamma"))); // from the list
        QTRY_VERIFY(signs()[QStringLiteral("Gamma, 3 of 3")]->isSelected());

        // It follows the map, and a click elsewhere closes it.
        QTest::mousePress(map.quick(), Qt::LeftButton, {}, spot + QPoint(0, 150));
        for (int x = 0; x <= 60; x += 10)
            QTest::mouseMove(map.quick(), spot + QPoint(x, 150), 5);
        QTest::mouseRelease(map.quick(), Qt::LeftButton, {}, spot + QPoint(60, 150));
        QTRY_VERIFY(alpha() && middleOf(alpha()).x() > places[0].x() + 20);
        QTest::mouseClick(map.quick(), Qt::LeftButton, {}, spot + QPoint(0, 200));
        QTRY_VERIFY(!alpha());
    }

    void theFanIsOpenToTheKeyboard()
    {
        Shown map;
        addThree(map);
        map.pane->setView({kSpot.latitude - 0.02, kSpot.longitude}, 12);
        QTest::qWait(300);
        map.quick()->setFocus();
        const auto read = [&map] {
            return QAccessible::queryAccessibleInterface(
                       map.quick()->rootObject()->findChild<QQuickItem *>(QStringLiteral("mapKeyboard")))
                ->text(QAccessible::Name);
        };
        QTest::keyClick(map.quick(), Qt::Key_Up);
        QTRY_VERIFY2(read().startsWith(QStringLiteral("3 places, ")), qPrintable(read()));
        QTest::keyClick(map.quick(), Qt::Key_Return);
        const auto open = [&map] {
            return signsOf(map.quick()->rootObject()).contains(QStringLiteral("Alpha, 1 of 3"));
        };
        QTRY_VERIFY(open());
        QTest::keyClick(map.quick(), Qt::Key_Up);
        QCOMPARE(read(), QStringLiteral("Alpha, 1 of 3"));
        QTest::keyClick(map.quick(), Qt::Key_Right);
        QCOMPARE(read(), QStringLiteral("Bêta, 2 of 3"));
        QTest::keyClick(map.quick(), Qt::Key_Return);
        QCOMPARE(map.sample.workspace.selected(), map.sample.idOf(QStringLiteral("Bêta")));
        QVERIFY(open());
        QTest::keyClick(map.quick(), Qt::Key_Escape);
        QTRY_VERIFY(!open());
        QVERIFY2(read().startsWith(QStringLiteral("3 places, ")), qPrintable(read()));
    }

    /// A sign that swells stays over its place.
    void aSignUnderThePointerStaysWhereItIs()
    {
        Shown map;
        map.pane->setView(map.place(QStringLiteral("Hall32")), 11);
        QTest::qWait(300);
        gui::MapSignItem *sign = nullptr;
        for (gui::MapSignItem *each : signsOf(map.quick()->rootObject())) {
            if ((middleOf(each) - map.pixel(map.place(QStringLiteral("Hall32")))).manhattanLength() <= 3)
                sign = each;
        }
        QVERIFY(sign);
        const QPoint before = middleOf(sign);
        const auto width = [sign] { return sign->mapRectToScene({0, 0, 10, 10}).width(); };
        const double small = width();
        QTest::mouseMove(map.quick(), before);
        QTRY_VERIFY(width() > small * 1.1);
        QVERIFY((middleOf(sign) - before).manhattanLength() <= 1);
    }
};

int main(int argc, char **argv)
{
    return testing::runOnTheMap<TestMapSigns>(argc, argv);
}
#include "test_map_signs.moc"
