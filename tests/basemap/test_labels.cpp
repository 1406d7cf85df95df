// The names of the ground: which are there, that none lies on another, that every tile that shows a piece of one knows it.
#include "basemap/view_labels.h"
#include "geography/gazetteer.h"

#include <QRandomGenerator>
#include <QTest>

#include <cmath>
#include <set>

using namespace repere;
using namespace repere::basemap;

namespace {

const MapData &data()
{
    static const MapData read = *readMapData(QStringLiteral(REPERE_SOURCE_DATA), false);
    return read;
}

TownWidths &widths()
{
    static TownWidths measured(data().towns.size());
    return measured;
}

double worldPixels(int zoom)
{
    return 256 * std::exp2(zoom);
}

/// "name at place": many communes share a name.
std::set<std::pair<QString, std::pair<double, double>>> namesOf(const LabelLayout &layout)
{
    std::set<std::pair<QString, std::pair<double, double>>> names;
    for (const Label &label : layout.labels())
        names.insert({label.text, {label.at.x(), label.at.y()}});
    return names;
}

int labelled(const LabelLayout &layout, const GeoBox &box)
{
    int count = 0;
    for (const Label &label : layout.labels()) {
        if (label.style == LabelStyle::Town || label.style == LabelStyle::Village
            || label.style == LabelStyle::Metropolis)
            count += box.contains(fromMercator({label.at.x(), label.at.y()}));
    }
    return count;
}

} // namespace

class TestLabels : public QObject
{
    Q_OBJECT

private slots:
    void everyCommuneHasItsTurn()
    {
        const auto gazetteer = geography::Gazetteer::load(QStringLiteral(REPERE_SOURCE_DATA));
        QVERIFY(gazetteer);
        std::multiset<QString> known;
        for (const Town &town : data().towns) {
            if (town.french && !town.quarter)
                known.insert(town.name);
        }
        int drawn = 0;
        for (const Commune &commune : (*gazetteer)->communes()) {
            const bool island = commune.departement.startsWith(u"98") || commune.departement == u"975"
                                || commune.departement == u"977" || commune.departement == u"978";
            if (commune.isArrondissement || !commune.centre.isValid() || island)
                continue;
            ++drawn;
            QVERIFY2(known.contains(commune.name), qPrintable(commune.name));
        }
        QCOMPARE(static_cast<int>(known.size()), drawn);
    }

    void theMapFillsAsOneComesCloser()
    {
        const GeoBox cantal{2.1, 44.65, 3.35, 45.4}; // thinly peopled
        int before = 0;
        for (int zoom : {6, 7, 8, 9, 10, 11, 12}) {
            const LabelLayout layout(data(), zoom, widths());
            const int here = labelled(layout, cantal);
            QVERIFY2(here >= before,
                     qPrintable(QStringLiteral("zoom %1: %2 after %3").arg(zoom).arg(here).arg(before)));
            before = here;
            if (zoom == 9)
                QVERIFY(here >= 25);
        }
        int communes = 0;
        for (const Town &town : data().towns)
            communes += town.french && cantal.contains(fromMercator({town.at.x(), town.at.y()}));
        QVERIFY2(before > communes * 0.9, qPrintable(QStringLiteral("%1 of %2").arg(before).arg(communes)));
    }

    void overseasAreNotForgotten_data()
    {
        QTest::addColumn<GeoBox>("box");
        QTest::addColumn<int>("zoom");
        QTest::addColumn<int>("least");
        QTest::newRow("Guadeloupe") << GeoBox{-61.9, 15.8, -60.9, 16.6} << 9 << 12;
        QTest::newRow("Martinique") << GeoBox{-61.3, 14.3, -60.7, 15.0} << 9 << 12;
        QTest::newRow("Guyane") << GeoBox{-54.7, 2.0, -51.5, 5.9} << 8 << 12;
        QTest::newRow("La Réunion") << GeoBox{55.1, -21.5, 55.9, -20.8} << 9 << 14;
        QTest::newRow("Mayotte") << GeoBox{45.0, -13.1, 45.4, -12.6} << 10 << 12;
    }
    void overseasAreNotForgotten()
    {
        QFETCH(GeoBox, box);
        QFETCH(int, zoom);
        QFETCH(int, least);
        const int count = labelled(LabelLayout(data(), zoom, widths()), box);
        QVERIFY2(count >= least, qPrintable(QString::number(count)));
    }

    void noNameLiesOnAnother_data()
    {
        QTest::addColumn<int>("zoom");
        for (int zoom = 4; zoom <= 12; ++zoom)
            QTest::addRow("zoom %d", zoom) << zoom;
    }
    void noNameLiesOnAnother()
    {
        QFETCH(int, zoom);
        const LabelLayout layout(data(), zoom, widths());
        struct Placed {
            QRectF letters;
            QString text;
        };
        std::vector<Placed> placed;
        for (const Label &label : layout.labels())
            placed.push_back({lettersOf(label).translated(label.at * worldPixels(zoom)), label.text});
        std::ranges::sort(placed, {}, [](const Placed &p) { return p.letters.left(); });
        for (std::size_t i = 0; i < placed.size(); ++i) {
            for (std::size_t j = i + 1; j < placed.size() && placed[j].letters.left() < placed[i].letters.right(); ++j)
                QVERIFY2(!placed[i].letters.intersects(placed[j].letters),
                         qPrintable(placed[i].text + QStringLiteral(" / ") + placed[j].text));
        }
        QCOMPARE(namesOf(layout).size(), layout.labels().size()); // none twice
    }

    void everyTileKnowsWhatItShows()
    {
        const int zoom = 10;
        const LabelLayout layout(data(), zoom, widths());
        const double world = worldPixels(zoom);
        for (std::size_t i = 0; i < layout.labels().size(); i += 7) {
            const Label &label = layout.labels()[i];
            const QRectF box = label.box.translated(label.at * world);
            for (QPointF corner : {box.topLeft(), box.topRight(), box.bottomLeft(), box.bottomRight(), box.center()}) {
                const auto known = layout.touchingTile(static_cast<int>(std::floor(corner.x() / 256)),
                                                       static_cast<int>(std::floor(corner.y() / 256)));
                QVERIFY(std::ranges::find(known, static_cast<int>(i)) != known.end());
            }
        }
    }

    void theOrderOfAskingChangesNothing()
    {
        TownWidths fresh(data().towns.size());
        const LabelLayout far(data(), 8, fresh);
        const LabelLayout near(data(), 11, fresh);
        TownWidths other(data().towns.size());
        const LabelLayout nearFirst(data(), 11, other);
        QCOMPARE(namesOf(near), namesOf(nearFirst));
        QVERIFY(namesOf(far) != namesOf(near));
    }

    /// Under signs that move names about: no name on the dot of another town, none on a name.
    void movedNamesSpareTheDots_data()
    {
        QTest::addColumn<double>("zoom");
        for (const double zoom : {5.0, 5.4, 6.0, 7.0, 8.0})
            QTest::addRow("z%.1f", zoom) << zoom;
    }
    void movedNamesSpareTheDots()
    {
        QFETCH(double, zoom);
        const LabelLayout layout(data(), static_cast<int>(zoom), widths());
        int moved = 0;
        for (int trial = 0; trial < 40; ++trial) {
            QRandomGenerator random(static_cast<quint32>(trial));
            Frame frame{.scale = 256 * std::exp2(zoom), .size = {760, 1000}, .zoom = zoom};
            const MercatorPoint middle = toMercator({44 + 5 * random.generateDouble(), 6 * random.generateDouble()});
            frame.left = middle.x * frame.scale - frame.size.width() / 2;
            frame.top = middle.y * frame.scale - frame.size.height() / 2;
            std::vector<QRectF> signs;
            for (const Label &label : layout.labels()) {
                const QPointF at = frame.map(label.at);
                if (QRectF(QPointF(), frame.size).contains(at) && random.bounded(3) == 0)
                    signs.emplace_back(at + QPointF(random.bounded(40) - 45.0, random.bounded(40) - 45.0),
                                       QSizeF(50, 50));
            }
            const std::vector<Label> shown = labelsOfView(layout, frame, signs);
            for (const Label &one : shown) {
                const QRectF letters = lettersOf(one).translated(frame.map(one.at));
                const auto original = std::ranges::find(layout.labels(), one.at, &Label::at);
                moved += original->baseline != one.baseline;
                for (const Label &other : shown) {
                    if (other.at == one.at)
                        continue;
                    const QPointF at = frame.map(other.at);
                    const QString both = one.text + u'/' + other.text;
                    QVERIFY2(!letters.intersects(lettersOf(other).translated(at)), qPrintable(both));
                    const bool hidden =
                        std::ranges::any_of(signs, [at](const QRectF &sign) { return sign.contains(at); });
                    QVERIFY2(hidden || !letters.intersects(dotOf(other).translated(at)), qPrintable(both));
                }
            }
        }
        QVERIFY(moved > 20);
    }

    void quartersOnlyNear()
    {
        const auto has = [](int zoom, const QString &text) {
            const LabelLayout layout(data(), zoom, widths());
            return std::ranges::find(layout.labels(), text, &Label::text) != layout.labels().end();
        };
        QVERIFY(has(12, QStringLiteral("15e arr.")));
        QVERIFY(!has(11, QStringLiteral("15e arr.")));
    }
};

QTEST_MAIN(TestLabels)
#include "test_labels.moc"
