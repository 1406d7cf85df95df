// Work on the map in the built program: choosing by drawing, territories, uncovered areas. Mouse and keys go through the
// X server; what comes of it is compared with repere-cli.
#include "core/geo.h"
#include "support/session.h"

#include <QRegularExpression>

using repere::GeoPoint;
using repere::MercatorPoint;
using repere::testing::Desk;
using repere::testing::french;
using repere::testing::kPatience;
using repere::testing::namesOf;
using repere::testing::Screen;
using repere::testing::Session;
using repere::testing::Thing;

namespace {

constexpr GeoPoint kMiddle{46.2, 3.4};
constexpr int kZoom = 7;

QString number(double value)
{
    return QString::number(value, 'f', 5);
}

} // namespace

class TestMapWork : public QObject
{
    Q_OBJECT

    std::unique_ptr<Session> m_session;
    QRect m_map; ///< pixels of the screen

    /// The window, looking at kMiddle; its map has come to rest.
    bool open(const QStringList &filter = {})
    {
        const QString view = QStringLiteral("%1,%2,%3").arg(kMiddle.latitude).arg(kMiddle.longitude).arg(kZoom);
        return m_session->openWindow(QStringList{french("--view"), view} + filter) && rest();
    }
    /// Finds the map, when it has come to rest.
    bool rest()
    {
        const Session &s = *m_session;
        QTest::qWait(1500);
        return QTest::qWaitFor(
            [&] {
                for (const Thing &thing : s.screen.things()) {
                    if (thing.name == french("Carte") && thing.rect.height() > 300)
                        m_map = thing.rect;
                }
                return m_map.isValid() && s.screen.find(french("Choisir par un rectangle")).has_value();
            },
            kPatience);
    }
    QPoint pixel(GeoPoint point) const
    {
        const double world = 256.0 * (1 << kZoom);
        const MercatorPoint middle = toMercator(kMiddle);
        const MercatorPoint at = toMercator(point);
        return (QRectF(m_map).center() + QPointF(at.x - middle.x, at.y - middle.y) * world).toPoint();
    }
    bool take(const char *button) const { return m_session->press(french(button)); }
    /// Waits until the window counts what repere-cli finds.
    void counts(const QStringList &words) const
    {
        const auto found = namesOf(m_session->search(words)).size();
        QVERIFY(found > 1 && found < 200);
        const QString count = QStringLiteral("%1 lieux sur 379").arg(found);
        QVERIFY2(m_session->shows(count), qPrintable(count));
    }
    /// The same, and the list shows no others.
    void compareWith(const QStringList &words) const
    {
        Session &s = *m_session;
        counts(words);
        const QStringList names = namesOf(s.search(words));
        const QStringList listed = s.listed();
        QVERIFY(!listed.isEmpty());
        for (const QString &line : listed) {
            const bool known = std::ranges::any_of(names, [&](const QString &name) { return line.startsWith(name); });
            QVERIFY2(known, qPrintable(line));
        }
    }
    bool chooseLayer(const char *name) const
    {
        Session &s = *m_session;
        const auto menu = s.beginningWith(french("Couche de la carte"));
        if (!menu)
            return false;
        Desk::click(menu->rect.center());
        return s.press(french(name));
    }

private slots:
    void init() { m_session = std::make_unique<Session>(); }
    void cleanup()
    {
        if (QTest::currentTestFailed())
            m_session->tell(QString::fromUtf8(QTest::currentTestFunction()));
        m_session.reset();
    }

    void aRectangleIsABox()
    {
        QVERIFY(open());
        QVERIFY(take("Choisir par un rectangle"));
        // No place of the starter directory is within a pixel of its sides.
        const GeoPoint northWest{47.9, 2.0};
        const GeoPoint southEast{45.0, 5.4};
        Desk::drag(pixel(northWest), pixel(southEast));
        QVERIFY(m_session->showsBeginning(french("Retirer : dans la zone dessinée")));
        compareWith({french("--bbox"), QStringLiteral("%1,%2,%3,%4")
                                           .arg(number(northWest.longitude), number(southEast.latitude),
                                                number(southEast.longitude), number(northWest.latitude))});
        Desk::key(french("Escape"));
        QVERIFY(m_session->shows(french("379 lieux sur 379")));
    }

    void aLassoAroundTheSame()
    {
        QVERIFY(open());
        QVERIFY(take("Choisir par un tracé à main levée"));
        const GeoPoint northWest{47.9, 2.0};
        const GeoPoint southEast{45.0, 5.4};
        const QRect box(pixel(northWest), pixel(southEast));
        Desk::drag({box.topLeft(), box.topRight(), box.bottomRight(), box.bottomLeft(), box.topLeft() + QPoint(0, 3)});
        QVERIFY(m_session->showsBeginning(french("Retirer : dans la zone dessinée")));
        const QString drawn = QStringLiteral("%1,%2,%3,%4")
                                  .arg(number(northWest.longitude), number(southEast.latitude),
                                       number(southEast.longitude), number(northWest.latitude));
        compareWith({french("--bbox"), drawn});
        // With a facet on top of it.
        QVERIFY(m_session->clickFacet(french("Fablab")));
        compareWith({french("--bbox"), drawn, french("--type"), french("fablab")});
    }

    void aCircleIsADistance()
    {
        // With a choice from the beginning: the circle is live, and a first choice makes the list push the map aside.
        QVERIFY(open({french("--type"), french("fablab")}));
        QVERIFY(take("Choisir dans un rayon"));
        const GeoPoint centre{45.77, 3.09};
        Desk::drag(pixel(centre), pixel(destination(centre, 90, 121'000)));
        const QRegularExpression said(french("^Retirer : à moins de (\\d+)[ \u00a0\u202f]km "));
        std::optional<Thing> chip;
        QVERIFY(QTest::qWaitFor(
            [&] {
                chip = m_session->screen.find([&](const Thing &thing) { return said.match(thing.name).hasMatch(); });
                return chip.has_value();
            },
            kPatience));
        QTest::qWait(1500); // the circle is live: the hand may still be on its way
        chip = m_session->screen.find([&](const Thing &thing) { return said.match(thing.name).hasMatch(); });
        QVERIFY(chip);
        const QString kilometres = said.match(chip->name).captured(1);
        QVERIFY2(std::abs(kilometres.toInt() - 121) <= 5, qPrintable(kilometres)); // a pixel is 850 m
        // A pixel is 850 m: as many places as a circle that much smaller, or larger, has.
        const auto within = [&](int radius) {
            return namesOf(m_session->search(
                               {french("--near"), number(centre.latitude) + u',' + number(centre.longitude),
                                french("--within"), QString::number(radius), french("--type"), french("fablab")}))
                .size();
        };
        const QRegularExpression counted(french("^(\\d+) lieux sur 379"));
        const auto count = m_session->screen.find(
            [&](const Thing &thing) { return thing.role == french("label") && counted.match(thing.name).hasMatch(); });
        QVERIFY(count);
        const int shown = counted.match(count->name).captured(1).toInt();
        QVERIFY(shown >= within(kilometres.toInt() - 4) && shown <= within(kilometres.toInt() + 4));
        QVERIFY(shown > 10);
    }

    void territoriesAreTheFiguresOfTheCommandLine()
    {
        Session &s = *m_session;
        QVERIFY(open());
        QVERIFY(chooseLayer("Territoires"));
        QVERIFY(s.shows(french("Exporter le tableau…")));
        // The table begins with the densest: "Jura (39)".
        const QStringList lines =
            QString::fromUtf8(s.desk.cli({french("stats"), french("--by"), french("departement"), french("--per-100k"),
                                          french("--format"), french("csv")}))
                .split(u'\n', Qt::SkipEmptyParts);
        QVERIFY(lines.size() > 90);
        double most = 0;
        QString densest;
        for (const QString &line : lines.sliced(1)) {
            const QStringList cells = line.split(u','); // id, label, count, per_100k
            if (cells.value(3).toDouble() > most) {
                most = cells[3].toDouble();
                densest = QStringLiteral("%1 (%2)").arg(cells[1], cells[0]);
            }
        }
        QVERIFY2(s.showsBeginning(densest + french(", ")), qPrintable(densest));
        QVERIFY2(s.shows(QLocale(QLocale::French, QLocale::France).toString(most, 'f', 2)), qPrintable(densest));
        // A click on the map chooses the territory.
        Desk::click(pixel({46.45, 3.2}));
        counts({french("--departement"), french("03")});
    }

    void uncoveredAreasAreThoseOfTheCommandLine()
    {
        Session &s = *m_session;
        QVERIFY(open());
        QVERIFY(s.clickFacet(french("Découpe laser")));
        QVERIFY(chooseLayer("Zones non couvertes"));
        const QJsonObject answer =
            QJsonDocument::fromJson(
                s.desk.cli({french("coverage"), french("--radius"), french("30"), french("--equipment"),
                            french("laser-cutter"), french("--format"), french("json")}))
                .object();
        const QLocale locale(QLocale::French, QLocale::France);
        const QString communes = locale.toString(answer[u"uncovered_communes"].toInt());
        QVERIFY(answer[u"uncovered_communes"].toInt() > 1000);
        QVERIFY2(s.showsBeginning(communes + french(" communes sur ")), qPrintable(communes));
    }
};

int main(int argc, char **argv)
{
    repere::testing::needDesktop(argv);
    QCoreApplication application(argc, argv);
    TestMapWork test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_map_work.moc"
