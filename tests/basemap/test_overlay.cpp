// The layer over the ground: colours where they belong, circles cut out, one frame around several départements.
#include "basemap/overlay_painter.h"

#include <QTest>

#include <set>

using namespace repere;
using namespace repere::basemap;

namespace {

const GeoPoint kRennes{48.1173, -1.6778};
const GeoPoint kLandivisiau{48.5, -4.1};
const GeoPoint kNantes{47.2184, -1.5536};
const GeoPoint kSea{47.0, -4.5};

std::shared_ptr<const OverlayPainter> painter()
{
    static const auto loaded = *OverlayPainter::load(QStringLiteral(REPERE_SOURCE_DATA));
    return loaded;
}

QColor at(const QImage &image, const MapView &view, GeoPoint point, double scale = 1)
{
    return image.pixelColor((view.pixel(point) * scale).toPoint());
}

/// As far as 8 bits under an opacity tell.
bool alike(QColor a, QColor b)
{
    return std::abs(a.red() - b.red()) < 6 && std::abs(a.green() - b.green()) < 6 && std::abs(a.blue() - b.blue()) < 6;
}

} // namespace

class TestOverlay : public QObject
{
    Q_OBJECT

    const MapView m_view{{47.9, -2.9}, 8, {900, 700}};

    static MapOverlay shaded(std::vector<MapOverlay::Shade> shades, QStringList outlined = {})
    {
        auto territories = std::make_shared<MapOverlay::Territories>();
        territories->steps = 5;
        territories->shades = std::move(shades);
        territories->outlined = std::move(outlined);
        return {territories, nullptr};
    }

    static MapOverlay uncovered(std::vector<GeoPoint> ateliers, double metres)
    {
        auto layer = std::make_shared<MapOverlay::Uncovered>();
        layer->ateliers = std::move(ateliers);
        layer->radiusMetres = metres;
        return {nullptr, layer};
    }

private slots:
    void coloursADepartement_data()
    {
        QTest::addColumn<double>("scale");
        QTest::addColumn<int>("theme");
        QTest::newRow("screen") << 1.0 << 0;
        QTest::newRow("dense") << 2.0 << 0;
        QTest::newRow("dark") << 1.0 << 1;
    }
    void coloursADepartement()
    {
        QFETCH(double, scale);
        QFETCH(int, theme);
        const auto colours = static_cast<Theme>(theme);
        const MapOverlay overlay = shaded({{QStringLiteral("35"), 4}, {QStringLiteral("29"), 0}});
        const QImage image = painter()->image(m_view, overlay, colours, scale);
        QCOMPARE(image.size(), (QSizeF(m_view.size) * scale).toSize());
        QVERIFY(alike(at(image, m_view, kRennes, scale), shadeColour(4, 5, colours)));
        QVERIFY(alike(at(image, m_view, kLandivisiau, scale), shadeColour(0, 5, colours)));
        const int alpha = at(image, m_view, kRennes, scale).alpha();
        QVERIFY(alpha > 150 && alpha < 240); // the names below are seen
        QCOMPARE(at(image, m_view, kNantes, scale).alpha(), 0);
        QCOMPARE(at(image, m_view, kSea, scale).alpha(), 0);
    }

    void whatCannotBeSaidIsHatched()
    {
        const QImage said = painter()->image(m_view, shaded({{QStringLiteral("35"), 0}}), Theme::Light, 1);
        const QImage unsaid =
            painter()->image(m_view, shaded({{QStringLiteral("35"), MapOverlay::kNoData}}), Theme::Light, 1);
        const auto coloursIn = [this](const QImage &image) {
            std::set<QRgb> colours;
            const QPoint middle = m_view.pixel(kRennes).toPoint();
            for (int y = -10; y <= 10; ++y) {
                for (int x = -10; x <= 10; ++x)
                    colours.insert(image.pixel(middle + QPoint(x, y)));
            }
            return colours.size();
        };
        QCOMPARE(coloursIn(said), 1U);
        QVERIFY(coloursIn(unsaid) >= 2);
    }

    void classesGoFromLightToDark()
    {
        for (int steps = 2; steps <= 7; ++steps) {
            for (int step = 1; step < steps; ++step) {
                // So that also who sees no hue sees the order.
                QVERIFY(qGray(shadeColour(step, steps, Theme::Light).rgb())
                        <= qGray(shadeColour(step - 1, steps, Theme::Light).rgb()) - 15);
                QVERIFY(qGray(shadeColour(step, steps, Theme::Dark).rgb())
                        >= qGray(shadeColour(step - 1, steps, Theme::Dark).rgb()) + 15);
            }
        }
    }

    void oneFrameGoesAroundARegion()
    {
        // Borders between territories are light.
        const auto isFrame = [](QColor colour) { return colour.alpha() > 60 && colour.lightness() < 100; };
        const QStringList bretagne{QStringLiteral("22"), QStringLiteral("29"), QStringLiteral("35"),
                                   QStringLiteral("56")};
        const QImage framed = painter()->image(m_view, shaded({}, bretagne), Theme::Light, 1);
        int dark = 0;
        for (int y = 0; y < framed.height(); ++y) {
            for (int x = 0; x < framed.width(); ++x)
                dark += isFrame(framed.pixelColor(x, y));
        }
        QVERIFY(dark > 1000);
        // Where Finistère meets Morbihan and Côtes-d'Armor, inland: no line.
        const QPoint meeting = m_view.pixel({48.15, -3.53}).toPoint();
        for (int y = -25; y <= 25; ++y) {
            for (int x = -25; x <= 25; ++x)
                QVERIFY(!isFrame(framed.pixelColor(meeting + QPoint(x, y))));
        }
    }

    void circlesAreCutOutOfTheLand()
    {
        const QImage image = painter()->image(m_view, uncovered({kRennes}, 30'000), Theme::Light, 1);
        QCOMPARE(at(image, m_view, kRennes).alpha(), 0);
        QVERIFY(at(image, m_view, kNantes).alpha() > 50);
        QVERIFY(at(image, m_view, kLandivisiau).alpha() > 50);
        QCOMPARE(at(image, m_view, kSea).alpha(), 0);
        // The edge is where the ground says it is, in every direction.
        for (int bearing = 0; bearing < 360; bearing += 30) {
            QCOMPARE(at(image, m_view, destination(kRennes, bearing, 29'000)).alpha(), 0);
            QVERIFY(at(image, m_view, destination(kRennes, bearing, 31'000)).alpha() > 50);
        }
    }

    void nothingIsCoveredWithoutAteliers()
    {
        const QImage image = painter()->image(m_view, uncovered({}, 30'000), Theme::Light, 1);
        QVERIFY(at(image, m_view, kRennes).alpha() > 50);
    }

    void manyAteliersCoverAsFewDo()
    {
        // A hundred thousand at one spot: what is drawn is the same, and it does not take a hundred thousand circles.
        std::vector<GeoPoint> many(100'000, kRennes);
        QCOMPARE(painter()->image(m_view, uncovered(many, 20'000), Theme::Light, 1),
                 painter()->image(m_view, uncovered({kRennes}, 20'000), Theme::Light, 1));
    }

    void missingOutlinesAreAnError()
    {
        const auto none = OverlayPainter::load(QStringLiteral("/nowhere"));
        QVERIFY(!none);
        QVERIFY(none.error().message.contains(QStringLiteral("/nowhere")));
    }
};

QTEST_MAIN(TestOverlay)
#include "test_overlay.moc"
