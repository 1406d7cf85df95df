#include "basemap/map_painter.h"

#include <QDir>
#include <QFile>
#include <QLocale>
#include <QPainter>
#include <QTemporaryDir>
#include <QTest>
#include <QtConcurrent>

#include <cmath>

using namespace repere;
using namespace repere::basemap;

namespace {

struct TileIndex {
    int x = 0;
    int y = 0;
};

TileIndex tileAt(GeoPoint point, int z)
{
    const MercatorPoint at = toMercator(point);
    return {static_cast<int>(at.x * (1 << z)), static_cast<int>(at.y * (1 << z))};
}

/// The colour of the map at a point, from the tile that holds it.
QColor colourAt(const MapPainter &painter, GeoPoint point, int z, Theme theme = Theme::Light)
{
    const MercatorPoint at = toMercator(point);
    const TileIndex tile = tileAt(point, z);
    const QImage image = painter.tile(z, tile.x, tile.y, 1, theme);
    const double world = 256.0 * (1 << z);
    return image.pixelColor(static_cast<int>(at.x * world) - 256 * tile.x,
                            static_cast<int>(at.y * world) - 256 * tile.y);
}

bool isWater(QColor colour)
{
    return colour.blue() > colour.red() + 5; // land is warm, water is blue even where it is shallow
}

int difference(QRgb a, QRgb b)
{
    return std::max({std::abs(qRed(a) - qRed(b)), std::abs(qGreen(a) - qGreen(b)), std::abs(qBlue(a) - qBlue(b))});
}

/// The share of pixels of `a` and `b` that differ by more than `tolerance` in any channel.
double shareThatDiffers(const QImage &a, const QImage &b, int tolerance)
{
    int count = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x)
            count += difference(a.pixel(x, y), b.pixel(x, y)) > tolerance;
    }
    return static_cast<double>(count) / (a.width() * a.height());
}

int pixelsNear(const QImage &image, QColor colour, int tolerance)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            count += difference(image.pixel(x, y), colour.rgb()) <= tolerance;
    }
    return count;
}

} // namespace

class TestPainter : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::French, QLocale::France));
        auto loaded = MapPainter::load(QStringLiteral(REPERE_SOURCE_DATA));
        QVERIFY2(loaded, loaded ? "" : qPrintable(loaded.error().message));
        m_painter = *loaded;
    }

    void missingDataIsSaid()
    {
        const QTemporaryDir folder;
        const auto nothing = MapPainter::load(folder.path());
        QVERIFY(!nothing);
        QCOMPARE(nothing.error().code, ErrorCode::Missing);
        QVERIFY(nothing.error().message.contains(QStringLiteral("osm.gpkg")));

        QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("basemap")));
        QFile broken(folder.filePath(QStringLiteral("basemap/osm.gpkg")));
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write("no map at all");
        broken.close();
        const auto unreadable = MapPainter::load(folder.path());
        QVERIFY(!unreadable);
        QCOMPARE(unreadable.error().code, ErrorCode::Unreadable);
    }

    void attributionNamesTheOrigins()
    {
        for (const char *origin : {"© OpenStreetMap", "IGN", "INSEE", "GeoNames", "GSHHG"})
            QVERIFY2(m_painter->attribution().contains(QString::fromUtf8(origin)), origin);
    }

    void landAndSea_data()
    {
        QTest::addColumn<double>("latitude");
        QTest::addColumn<double>("longitude");
        QTest::addColumn<bool>("water");
        QTest::newRow("rade de Brest") << 48.325 << -4.45 << true;
        QTest::newRow("presqu'île de Crozon") << 48.25 << -4.45 << false;
        QTest::newRow("Paris") << 48.875 << 2.395 << false;
        QTest::newRow("Belle-Île") << 47.325 << -3.17 << false;
        QTest::newRow("between Belle-Île and Quiberon") << 47.42 << -3.12 << true;
        QTest::newRow("bassin d'Arcachon") << 44.672 << -1.12 << true;
        QTest::newRow("off Marseille") << 43.22 << 5.2 << true;
        QTest::newRow("middle of Corsica") << 42.25 << 9.12 << false;
        QTest::newRow("lake of Geneva") << 46.44 << 6.5 << true;
        QTest::newRow("La Réunion") << -21.13 << 55.52 << false;
        QTest::newRow("off La Réunion") << -21.0 << 55.9 << true;
        QTest::newRow("Guyane") << 4.3 << -53.1 << false;
        QTest::newRow("Switzerland") << 46.95 << 7.9 << false;
    }
    void landAndSea()
    {
        QFETCH(double, latitude);
        QFETCH(double, longitude);
        QFETCH(bool, water);
        for (int z : {9, 11, 12})
            QCOMPARE(isWater(colourAt(*m_painter, {latitude, longitude}, z)), water);
    }

    void neighboursAreMuted()
    {
        const Palette &colours = palette(Theme::Light);
        const auto commonest = [&](GeoPoint point) {
            const TileIndex tile = tileAt(point, 10);
            const QImage image = m_painter->tile(10, tile.x, tile.y, 1, Theme::Light);
            return std::pair(pixelsNear(image, colours.landFrance, 1), pixelsNear(image, colours.landForeign, 1));
        };
        const auto [french, foreignInFrance] = commonest({46.8, 2.6});
        QVERIFY2(french > 30 * foreignInFrance && french > 32768,
                 qPrintable(QStringLiteral("%1 %2").arg(french).arg(foreignInFrance)));
        const auto [frenchInSpain, spanish] = commonest({41.6, -1.8});
        QVERIFY(spanish > 30 * frenchInSpain && spanish > 32768);
    }

    /// Two tiles cut out of one picture: names and lines cross their edge as if it were not there.
    /// Where the data ends foreign land has sunk into the sea, little by little; French land never does.
    void foreignLandEndsSoftly()
    {
        MapView view;
        view.centre = {3.2, -55};
        view.zoom = 7.5;
        view.size = {800, 700};
        QImage image(view.size, QImage::Format_RGB32);
        QPainter painter(&image);
        m_painter->paint(painter, view, Theme::Light);
        painter.end();
        const auto warmth = [&](double longitude) { // of the land: red over blue
            std::vector<int> values;
            for (double latitude = 2.9; latitude < 3.3; latitude += 0.01) {
                const QColor colour = image.pixelColor(view.pixel({latitude, longitude}).toPoint());
                values.push_back(colour.red() - colour.blue());
            }
            std::ranges::nth_element(values, values.begin() + std::ssize(values) / 2); // not the rivers
            return values[values.size() / 2];
        };
        const Palette &colours = palette(Theme::Light);
        QVERIFY(warmth(-55.98) < -15);
        QCOMPARE(warmth(-54.75), colours.landForeign.red() - colours.landForeign.blue());
        int last = warmth(-55.98);
        for (const double longitude : {-55.7, -55.45, -55.2, -54.95}) {
            QVERIFY2(warmth(longitude) > last, qPrintable(QString::number(longitude)));
            last = warmth(longitude);
        }
        const QPoint inini = view.pixel({2.6, -53.3}).toPoint(); // the south of Guyane
        QVERIFY(pixelsNear(image.copy(QRect(inini - QPoint(20, 10), QSize(40, 20))), colours.landFrance, 0) > 400);
    }

    void tilesJoin_data()
    {
        QTest::addColumn<int>("zoom");
        QTest::addColumn<int>("scale");
        QTest::addColumn<double>("latitude");
        QTest::addColumn<double>("longitude");
        for (int z = 5; z <= 11; ++z) {
            const int scale = 1 + z % 2;
            QTest::addRow("z%d scale %d Brittany", z, scale) << z << scale << 48.0 << -2.8;
            QTest::addRow("z%d scale %d Lyon", z, 3 - scale) << z << 3 - scale << 45.76 << 4.85;
        }
    }
    void tilesJoin()
    {
        QFETCH(int, zoom);
        QFETCH(int, scale);
        QFETCH(double, latitude);
        QFETCH(double, longitude);
        const TileIndex first = tileAt({latitude, longitude}, zoom);
        QImage mosaic(512 * scale, 512 * scale, QImage::Format_RGB32);
        {
            QPainter painter(&mosaic);
            for (int column : {0, 1}) {
                for (int row : {0, 1}) {
                    QImage tile = m_painter->tile(zoom, first.x + column, first.y + row, scale, Theme::Light);
                    QCOMPARE(tile.size(), QSize(256, 256) * scale);
                    tile.setDevicePixelRatio(1);
                    painter.drawImage(QPoint(column, row) * 256 * scale, tile);
                }
            }
        }
        MapView view;
        view.centre = fromMercator({(first.x + 1.0) / (1 << zoom), (first.y + 1.0) / (1 << zoom)});
        view.zoom = zoom;
        // Names near its edge move or stay away, and make others do so; those of the tiles do not.
        view.size = {1536, 1536};
        QImage whole(view.size * scale, QImage::Format_RGB32);
        whole.setDevicePixelRatio(scale);
        {
            QPainter painter(&whole);
            m_painter->paint(painter, view, Theme::Light);
        }
        whole.setDevicePixelRatio(1);
        const QImage middle = whole.copy(512 * scale, 512 * scale, 512 * scale, 512 * scale);
        const double share = shareThatDiffers(mosaic, middle, 24);
        QVERIFY2(share < 0.002, qPrintable(QString::number(share)));
    }

    /// A name that lies over a seam is there in both tiles, and its letters are as many as in the whole picture.
    void namesAreNeitherCutNorDoubled()
    {
        const int z = 9;
        const QColor ink = palette(Theme::Light).town;
        const TileIndex first = tileAt({48.6, -4.2}, z);
        int inTiles = 0;
        for (int column = 0; column < 5; ++column) {
            for (int row = 0; row < 4; ++row)
                inTiles += pixelsNear(m_painter->tile(z, first.x + column, first.y + row, 1, Theme::Light), ink, 30);
        }
        MapView view;
        view.centre = fromMercator({(first.x + 2.5) / (1 << z), (first.y + 2.0) / (1 << z)});
        view.zoom = z;
        view.size = {1280 + 512, 1024 + 512}; // wide enough that no name of the tiles is left out
        QImage whole(view.size, QImage::Format_RGB32);
        QPainter painter(&whole);
        m_painter->paint(painter, view, Theme::Light);
        painter.end();
        const int inWhole = pixelsNear(whole.copy(256, 256, 1280, 1024), ink, 30);
        QVERIFY(inWhole > 3000);
        QVERIFY2(std::abs(inTiles - inWhole) <= inWhole / 100,
                 qPrintable(QStringLiteral("%1 and %2").arg(inTiles).arg(inWhole)));
    }

    /// Bare tiles and the names over them are the named tiles.
    void bareTilesAndTheirNames()
    {
        const int z = 8;
        const TileIndex at = tileAt({47.2, 0.6}, z);
        const QImage named = m_painter->tile(z, at.x, at.y, 1, Theme::Light);
        QImage bare = m_painter->tile(z, at.x, at.y, 1, Theme::Light, false);
        const QColor ink = palette(Theme::Light).town;
        QVERIFY(pixelsNear(named, ink, 30) > 100);
        QCOMPARE(pixelsNear(bare, ink, 30), 0);
        const MapView view{fromMercator({(at.x + 0.5) / (1 << z), (at.y + 0.5) / (1 << z)}), z, {1536, 1536}};
        QPainter over(&bare);
        over.translate(-640, -640);
        m_painter->paintNames(over, view, Theme::Light, {});
        over.end();
        const double share = shareThatDiffers(named, bare, 24);
        QVERIFY2(share < 0.002, qPrintable(QString::number(share)));
    }

    /// Signs on every large town: no ink beneath one, and the towns are named beside them.
    void namesKeepClearOfSigns_data()
    {
        QTest::addColumn<double>("zoom");
        for (const double zoom : {5.0, 5.5, 6.0, 7.3})
            QTest::addRow("z%.1f", zoom) << zoom;
    }
    void namesKeepClearOfSigns()
    {
        QFETCH(double, zoom);
        const MapView view{{46.5, 2.5}, zoom, {1400, 1400}};
        std::vector<QRectF> signs;
        for (const GeoPoint town : {GeoPoint{48.857, 2.352}, GeoPoint{45.758, 4.832}, GeoPoint{43.604, 1.444},
                                    GeoPoint{47.218, -1.554}, GeoPoint{44.841, -0.58}})
            signs.emplace_back(view.pixel(town) - QPointF(27, 27), QSizeF(54, 54));
        QImage names(view.size, QImage::Format_ARGB32_Premultiplied);
        names.fill(Qt::transparent);
        QPainter painter(&names);
        m_painter->paintNames(painter, view, Theme::Light, signs);
        painter.end();
        const QColor ink = palette(Theme::Light).town;
        for (const QRectF &sign : signs) {
            const QRect inside = sign.toAlignedRect();
            int beneath = 0; // but for the dot of the town itself in the middle, and halos at the rim
            for (int y = inside.top() + 3; y <= inside.bottom() - 3; ++y) {
                for (int x = inside.left() + 3; x <= inside.right() - 3; ++x) {
                    const bool dot = QLineF(QPointF(x, y), sign.center()).length() < 8;
                    beneath += !dot && qAlpha(names.pixel(x, y)) > 200 && difference(names.pixel(x, y), ink.rgb()) < 30;
                }
            }
            QVERIFY2(beneath < 40, qPrintable(QString::number(beneath))); // dots of towns near by
            const QRect around = sign.adjusted(-70, -22, 70, 22).toAlignedRect();
            QVERIFY(pixelsNear(names.copy(around), ink, 30) > 60);
        }
    }

    void threadsPaintTheSame()
    {
        const auto fresh = MapPainter::load(QStringLiteral(REPERE_SOURCE_DATA));
        QVERIFY(fresh);
        QList<int> numbers;
        for (int i = 0; i < 24; ++i)
            numbers += i;
        const TileIndex first = tileAt({48.6, 1.0}, 8);
        const auto paint = [&](int i) {
            return (*fresh)->tile(8, first.x + i % 3, first.y + i / 3 % 2, 1 + i / 12, Theme::Dark);
        };
        const QList<QImage> together = QtConcurrent::blockingMapped<QList<QImage>>(numbers, paint);
        for (int i : numbers)
            QVERIFY(together[i] == m_painter->tile(8, first.x + i % 3, first.y + i / 3 % 2, 1 + i / 12, Theme::Dark));
    }

    void darkIsDark()
    {
        QVERIFY(colourAt(*m_painter, {46.8, 2.6}, 9, Theme::Dark).lightness() < 90);
        QVERIFY(colourAt(*m_painter, {46.8, 2.6}, 9, Theme::Light).lightness() > 200);
    }

    void viewsFitAndInvert()
    {
        const GeoBox brittany{-5.2, 47.2, -1.0, 48.9};
        const MapView view = MapView::fitting(brittany, {800, 600});
        const QRectF picture(0, 0, 800, 600);
        QVERIFY(picture.adjusted(10, 10, -10, -10).contains(view.pixel({brittany.north, brittany.west})));
        QVERIFY(picture.adjusted(10, 10, -10, -10).contains(view.pixel({brittany.south, brittany.east})));
        const GeoBox seen = view.bounds();
        QVERIFY(seen.west < brittany.west && seen.east > brittany.east && seen.north > brittany.north);
        const QPointF corner = view.pixel({seen.north, seen.west});
        QVERIFY(std::abs(corner.x()) < 1e-6 && std::abs(corner.y()) < 1e-6);
        QCOMPARE(MapView::fitting(GeoBox::around({48.85, 2.35}), {800, 600}).zoom, 11.0);
        QVERIFY(std::isfinite(MapView::fitting(brittany, {1, 1}).zoom));
    }

private:
    std::shared_ptr<const MapPainter> m_painter;
};

QTEST_MAIN(TestPainter)
#include "test_painter.moc"
