// Posters: paper in millimetres, text that can be read and searched, a true scale, bounded memory.
#include "basemap/map_furniture.h"
#include "basemap/poster.h"

#include <QFile>
#include <QImage>
#include <QLocale>
#include <QPainter>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace repere;
using namespace repere::basemap;

namespace {

constexpr GeoBox kBretagne{-5.2, 47.2, -1.0, 48.9};
constexpr GeoPoint kBrest{48.39, -4.49};

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestPoster : public QObject
{
    Q_OBJECT

    std::shared_ptr<const MapPainter> m_painter;
    QTemporaryDir m_folder;

    static PosterRequest request(QPageSize::PageSizeId paper, bool landscape)
    {
        PosterRequest poster;
        poster.sheet = {.paper = paper, .landscape = landscape};
        poster.picture.view = MapView::fitting(kBretagne, poster.sheet.mapRect().size());
        poster.picture.title = QStringLiteral("9 lieux sur 379 · Bretagne");
        poster.picture.legend = {{QStringLiteral("fablab"), QStringLiteral("Fablab")},
                                 {QStringLiteral("tiers-lieu"), QStringLiteral("Tiers-lieu")}};
        Cluster brest;
        brest.centre = kBrest;
        brest.bounds = GeoBox::around(kBrest);
        brest.count = 1;
        brest.types = {{QStringLiteral("fablab"), 1}};
        poster.picture.clusters = {brest};
        poster.heading = QStringLiteral("Les ateliers de Bretagne");
        poster.date = QStringLiteral("24/11/2026");
        return poster;
    }
    QString path(const char *name) const { return m_folder.filePath(QString::fromUtf8(name)); }
    Result<void> write(const QString &to, const PosterRequest &poster) const
    {
        JobContext job;
        return writePoster(to, *m_painter, poster, job);
    }

private slots:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::French, QLocale::France));
        auto loaded = MapPainter::load(QStringLiteral(REPERE_SOURCE_DATA));
        QVERIFY(loaded);
        m_painter = *loaded;
    }

    void paperHasItsSize_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("landscape");
        QTest::addColumn<QSize>("millimetres"); // ISO 216
        QTest::newRow("A4") << QStringLiteral("A4") << false << QSize(210, 297);
        QTest::newRow("A4 landscape") << QStringLiteral("a4") << true << QSize(297, 210);
        QTest::newRow("A3") << QStringLiteral("A3") << false << QSize(297, 420);
        QTest::newRow("A2 landscape") << QStringLiteral("A2") << true << QSize(594, 420);
        QTest::newRow("A1") << QStringLiteral("A1") << false << QSize(594, 841);
        QTest::newRow("A0") << QStringLiteral("A0") << false << QSize(841, 1189);
    }

    void paperHasItsSize()
    {
        QFETCH(QString, name);
        QFETCH(bool, landscape);
        QFETCH(QSize, millimetres);
        const auto paper = paperNamed(name);
        QVERIFY(paper);
        PosterRequest poster = request(*paper, landscape);

        QVERIFY(write(path("p.pdf"), poster));
        const QByteArray pdf = contentOf(path("p.pdf"));
        static const QRegularExpression box(QStringLiteral("/MediaBox \\[0 0 ([0-9.]+) ([0-9.]+)\\]"));
        const auto found = box.match(QString::fromLatin1(pdf));
        QVERIFY(found.hasMatch());
        const auto points = [](int mm) { return mm / 25.4 * 72; };
        QVERIFY(std::abs(found.captured(1).toDouble() - points(millimetres.width())) < 1.1); // whole points
        QVERIFY(std::abs(found.captured(2).toDouble() - points(millimetres.height())) < 1.1);

        QVERIFY(write(path("p.svg"), poster));
        const QByteArray svg = contentOf(path("p.svg"));
        static const QRegularExpression size(QStringLiteral("<svg width=\"([0-9.]+)mm\" height=\"([0-9.]+)mm\""));
        const auto svgSize = size.match(QString::fromUtf8(svg.left(1000)));
        QVERIFY2(svgSize.hasMatch(), svg.left(300));
        QVERIFY(std::abs(svgSize.captured(1).toDouble() - millimetres.width()) < 0.2);
        QVERIFY(std::abs(svgSize.captured(2).toDouble() - millimetres.height()) < 0.2);

        poster.dpi = 40;
        QVERIFY(write(path("p.png"), poster));
        const QImage png(path("p.png"));
        QVERIFY(std::abs(png.width() - millimetres.width() / 25.4 * 40) < 1);
        QVERIFY(std::abs(png.height() - millimetres.height() / 25.4 * 40) < 1);
        QVERIFY(std::abs(png.dotsPerMeterX() - 40 / 0.0254) < 1);
        // The margins are paper, to the last pixel.
        for (const QPoint corner : {QPoint(0, 0), QPoint(png.width() - 1, 0), QPoint(0, png.height() - 1),
                                    QPoint(png.width() - 1, png.height() - 1), QPoint(2, png.height() / 2)})
            QCOMPARE(png.pixelColor(corner), palette(Theme::Light).paper);
    }

    void wordsAreText()
    {
        const PosterRequest poster = request(QPageSize::A3, false);
        QVERIFY(write(path("t.svg"), poster));
        const QString svg = QString::fromUtf8(contentOf(path("t.svg")));
        for (const QString &words :
             {poster.heading, poster.picture.title, m_painter->attribution(), poster.date, QStringLiteral("Tiers-lieu"),
              QLocale().toString(scaleBarOf(poster.picture.view).metres / 1000) + QStringLiteral("\u00a0km")})
            QVERIFY2(svg.contains(words), qPrintable(words));
        QVERIFY(write(path("t.pdf"), poster));
        const QByteArray pdf = contentOf(path("t.pdf"));
        QVERIFY(pdf.contains("/FontFile2"));                    // the fonts are inside…
        QVERIFY(pdf.contains("/ToUnicode"));                    // …and the words can be searched
        QVERIFY(!pdf.contains("/Subtype /Image\n/Width 2000")); // no picture of the whole
    }

    /// The bar, against the sphere: two points at the middle of the map, so many pixels apart.
    void theScaleIsTrue()
    {
        for (const auto paper : {QPageSize::A4, QPageSize::A0}) {
            for (const GeoBox &area : {kBretagne, GeoBox{-61.9, 15.8, -61.0, 16.6}, GeoBox{2.2, 48.8, 2.5, 48.9}}) {
                PosterRequest poster = request(paper, true);
                const MapView view = MapView::fitting(area, poster.sheet.mapRect().size());
                const ScaleBar bar = scaleBarOf(view);
                const double world = 256 * std::exp2(view.zoom);
                const MercatorPoint middle = toMercator(view.centre);
                const GeoPoint a = fromMercator({middle.x - bar.pixels / 2 / world, middle.y});
                const GeoPoint b = fromMercator({middle.x + bar.pixels / 2 / world, middle.y});
                // The map is drawn on a sphere of 6378 km, distances are measured on one of 6371.
                QVERIFY(std::abs(distanceMetres(a, b) / bar.metres - 6371.0 / 6378.137) < 0.001);
                QVERIFY(bar.pixels > 40 && bar.pixels <= 120);
            }
        }
    }

    void signsGrowWithThePaper()
    {
        const auto millimetres = [](QPageSize::PageSizeId paper) {
            return PosterSheet{paper, false}.millimetresPerPixel();
        };
        QVERIFY(std::abs(millimetres(QPageSize::A4) - 25.4 / 96) < 1e-9);
        QVERIFY(std::abs(millimetres(QPageSize::A0) / millimetres(QPageSize::A4) - 2) < 0.01);
        // In the picture: a sign is where the view says, at the same share of its own size.
        for (const auto paper : {QPageSize::A4, QPageSize::A1}) {
            PosterRequest poster = request(paper, false);
            poster.dpi = 60;
            QVERIFY(write(path("s.png"), poster));
            const QImage image(path("s.png"));
            const double dots = poster.dpi * poster.sheet.millimetresPerPixel() / 25.4;
            const QPointF at = poster.sheet.mapRect().topLeft() + poster.picture.view.pixel(kBrest);
            const QColor colour = typeColour(QStringLiteral("fablab"), Theme::Light);
            QCOMPARE(image.pixelColor(((at + QPointF(-10.5, 0)) * dots).toPoint()), colour);
            QVERIFY(image.pixelColor(((at + QPointF(-16, 0)) * dots).toPoint()) != colour);
        }
    }

    void theOverlayLiesBetweenGroundAndSigns()
    {
        PosterRequest poster = request(QPageSize::A4, false);
        poster.dpi = 60;
        poster.picture.overlay = [](QPainter &painter, const MapView &view) {
            painter.fillRect(QRectF(view.pixel(kBrest) - QPointF(2000, 30), QSizeF(4000, 60)), Qt::magenta);
        };
        QVERIFY(write(path("o.png"), poster));
        const QImage image(path("o.png"));
        const double dots = poster.dpi * poster.sheet.millimetresPerPixel() / 25.4;
        const QPointF at = poster.sheet.mapRect().topLeft() + poster.picture.view.pixel(kBrest);
        int covered = 0; // the names of the ground lie over it
        for (int x = 20; x < 120; ++x)
            covered += image.pixelColor(((at + QPointF(-x, 26)) * dots).toPoint()) == QColor(Qt::magenta);
        QVERIFY2(covered > 60, qPrintable(QString::number(covered)));
        QCOMPARE(image.pixelColor(((at + QPointF(-10.5, 0)) * dots).toPoint()),
                 typeColour(QStringLiteral("fablab"), Theme::Light));
        QCOMPARE(image.pixelColor(QPoint(3, qRound(at.y() * dots))), palette(Theme::Light).paper); // clipped
    }

    void whatCannotBeIsSaidAndLeavesNothing()
    {
        PosterRequest huge = request(QPageSize::A0, false);
        huge.dpi = 300;
        const auto tooLarge = write(path("huge.png"), huge);
        QVERIFY(!tooLarge);
        QCOMPARE(tooLarge.error().code, ErrorCode::Usage);
        QVERIFY(tooLarge.error().message.contains(QStringLiteral("558"))); // 9933 × 14043 × 4 bytes
        QVERIFY(!QFile::exists(path("huge.png")));
        const auto format = write(path("p.gif"), huge);
        QVERIFY(!format && format.error().code == ErrorCode::Usage);
        JobContext stopped;
        stopped.cancel();
        const auto cancelled = writePoster(path("c.pdf"), *m_painter, request(QPageSize::A4, false), stopped);
        QVERIFY(!cancelled && cancelled.error().code == ErrorCode::Cancelled);
        QVERIFY(!QFile::exists(path("c.pdf")));
        QVERIFY(!paperNamed(QStringLiteral("A5")));
    }
};

QTEST_MAIN(TestPoster)
#include "test_poster.moc"
