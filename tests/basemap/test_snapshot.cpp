#include "basemap/snapshot.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QLocale>
#include <QPainter>
#include <QRegularExpression>
#include <QSet>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace repere;
using namespace repere::basemap;

namespace {

Cluster place(GeoPoint at, const QString &type, bool approximate = false)
{
    Cluster cluster;
    cluster.centre = at;
    cluster.bounds = GeoBox::around(at);
    cluster.count = 1;
    cluster.types = {{type, 1}};
    cluster.approximate = approximate;
    return cluster;
}

const QStringList &types()
{
    static const QStringList all = {QStringLiteral("fablab"),          QStringLiteral("makerspace"),
                                    QStringLiteral("hackerspace"),     QStringLiteral("techshop"),
                                    QStringLiteral("shared-workshop"), QStringLiteral("coworking"),
                                    QStringLiteral("tiers-lieu"),      QStringLiteral("digital-public-space"),
                                    QStringLiteral("media-library"),   QStringLiteral("incubator")};
    return all;
}

} // namespace

class TestSnapshot : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::French, QLocale::France));
        auto loaded = MapPainter::load(QStringLiteral(REPERE_SOURCE_DATA));
        QVERIFY(loaded);
        m_painter = *loaded;
        m_request.view = MapView::fitting({-5.2, 47.2, -1.0, 48.9}, {900, 700});
        m_request.title = QStringLiteral("9 lieux sur 379 · Bretagne · Découpe laser");
        m_request.legend = {{QStringLiteral("fablab"), QStringLiteral("Fablab")},
                            {QStringLiteral("tiers-lieu"), QStringLiteral("Tiers-lieu")}};
        Cluster group = place({48.11, -1.68}, QStringLiteral("fablab"));
        group.count = 7;
        group.types = {{QStringLiteral("fablab"), 4}, {QStringLiteral("tiers-lieu"), 3}};
        m_request.clusters = {place({48.39, -4.49}, QStringLiteral("fablab")), group,
                              place({47.75, -3.37}, QStringLiteral("tiers-lieu"), true)};
    }

    void png()
    {
        const QString path = m_folder.filePath(QStringLiteral("carte.png"));
        const auto written = writeSnapshot(path, *m_painter, m_request);
        QVERIFY2(written, written ? "" : qPrintable(written.error().message));
        const QImage image(path);
        QCOMPARE(image.size(), QSize(900, 700));
        QVERIFY(image.text(QStringLiteral("Copyright")).contains(QStringLiteral("OpenStreetMap")));
        // The lone place is where the view says, in its colour; beside its letter.
        const QPointF at = m_request.view.pixel({48.39, -4.49});
        QCOMPARE(image.pixelColor((at + QPointF(-7.5, 0)).toPoint()),
                 typeColour(QStringLiteral("fablab"), Theme::Light));

        SnapshotRequest sharp = m_request;
        sharp.devicePixelRatio = 2;
        sharp.theme = Theme::Dark;
        const QString second = m_folder.filePath(QStringLiteral("nette.PNG"));
        QVERIFY(writeSnapshot(second, *m_painter, sharp));
        QCOMPARE(QImage(second).size(), QSize(1800, 1400));
    }

    void svgIsReadableText()
    {
        const QString path = m_folder.filePath(QStringLiteral("carte.svg"));
        QVERIFY(writeSnapshot(path, *m_painter, m_request));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString svg = QString::fromUtf8(file.readAll());
        QVERIFY(svg.contains(m_painter->attribution()));
        QVERIFY(svg.contains(m_request.title));
        QVERIFY(svg.contains(QStringLiteral(">Tiers-lieu<")));
        QSvgRenderer renderer(path);
        QVERIFY(renderer.isValid());
        QCOMPARE(renderer.viewBox().size(), QSize(900, 700));
        // Painted again from the file, it is the same map.
        QImage image(900, 700, QImage::Format_RGB32);
        image.fill(Qt::magenta);
        QPainter painter(&image);
        renderer.render(&painter);
        painter.end();
        const QPoint inland = m_request.view.pixel({48.2, -2.6}).toPoint();
        QVERIFY(image.pixelColor(inland).red() > 235);
        const QPoint sea = m_request.view.pixel({47.35, -4.6}).toPoint();
        QVERIFY(image.pixelColor(sea).blue() > image.pixelColor(sea).red() + 10);
    }

    /// Whoever opens it may lack our fonts: no letter that is seen is text, and every word can be searched all the same.
    void svgLooksTheSameWithoutOurFonts()
    {
        const QString path = m_folder.filePath(QStringLiteral("lettres.svg"));
        QVERIFY(writeSnapshot(path, *m_painter, m_request));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray svg = file.readAll();
        for (const char *word : {">7<", ">Fablab<", ">Approximate position<", ">Rennes<"}) // sign, legend, ground
            QVERIFY2(svg.contains(word), word);
        const auto painted = [](const QByteArray &content) {
            QImage image(900, 700, QImage::Format_RGB32);
            image.fill(Qt::magenta);
            QPainter painter(&image);
            QSvgRenderer(content).render(&painter);
            return image;
        };
        static const QRegularExpression font(QStringLiteral("font-size=\"[0-9.]+\""));
        const QByteArray elsewhere = QString::fromUtf8(svg).replace(font, QStringLiteral("font-size=\"70\"")).toUtf8();
        QVERIFY(elsewhere != svg);
        const QImage image = painted(svg);
        QCOMPARE(painted(elsewhere), image);
        // The letters of the title are there, as on the picture in pixels.
        const QString pixels = m_folder.filePath(QStringLiteral("lettres.png"));
        QVERIFY(writeSnapshot(pixels, *m_painter, m_request));
        const auto ink = [](const QImage &of) {
            double dark = 0;
            for (int y = 16; y < 38; ++y) {
                for (int x = 20; x < 360; ++x)
                    dark += of.pixelColor(x, y).lightnessF() < 0.5;
            }
            return dark;
        };
        const double wanted = ink(QImage(pixels));
        QVERIFY(wanted > 300);
        QVERIFY2(std::abs(ink(image) / wanted - 1) < 0.25, qPrintable(QString::number(ink(image) / wanted)));
    }

    void pdf()
    {
        const QString path = m_folder.filePath(QStringLiteral("carte.pdf"));
        QVERIFY(writeSnapshot(path, *m_painter, m_request));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(bytes.startsWith("%PDF-"));
        QVERIFY(bytes.contains("/MediaBox [0 0 675.000000 525.000000]")); // points: 3/4 of a pixel
        QVERIFY(bytes.size() > 20000);
    }

    void smallAndLargePictures()
    {
        for (QSize size : {QSize(1, 1), QSize(60, 40), QSize(200, 150), QSize(3000, 400)}) {
            SnapshotRequest request = m_request;
            request.view.size = size;
            const QString path = m_folder.filePath(QStringLiteral("taille.png"));
            QVERIFY(writeSnapshot(path, *m_painter, request));
            QCOMPARE(QImage(path).size(), size);
        }
    }

    void failuresAreSaidAndLeaveNothing()
    {
        const auto format = writeSnapshot(m_folder.filePath(QStringLiteral("carte.gif")), *m_painter, m_request);
        QVERIFY(!format);
        QCOMPARE(format.error().code, ErrorCode::Usage);
        QVERIFY(format.error().message.contains(QStringLiteral("carte.gif")));
        QVERIFY(!QFile::exists(m_folder.filePath(QStringLiteral("carte.gif"))));

        const QString nowhere = m_folder.filePath(QStringLiteral("absent/carte.png"));
        const auto unwritable = writeSnapshot(nowhere, *m_painter, m_request);
        QVERIFY(!unwritable);
        QCOMPARE(unwritable.error().code, ErrorCode::Unwritable);

        SnapshotRequest huge = m_request;
        huge.view.size = {200000, 10};
        const auto size = writeSnapshot(m_folder.filePath(QStringLiteral("grande.png")), *m_painter, huge);
        QVERIFY(!size);
        QCOMPARE(size.error().code, ErrorCode::Usage);
        QVERIFY(!QFile::exists(m_folder.filePath(QStringLiteral("grande.png"))));
    }

    void typesHaveTheirOwnColourAndLetter()
    {
        for (Theme theme : {Theme::Light, Theme::Dark}) {
            QSet<QRgb> colours = {typeColour(QStringLiteral("unknown"), theme).rgb()};
            QSet<QString> letters = {typeLetter(QStringLiteral("unknown"))};
            for (const QString &type : types()) {
                colours += typeColour(type, theme).rgb();
                letters += typeLetter(type);
            }
            QCOMPARE(colours.size(), types().size() + 1);
            QCOMPARE(letters.size(), types().size() + 1);
        }
    }

    void clustersGrowButStayApart()
    {
        double last = clusterDiameter(1);
        for (int count : {2, 3, 10, 100, 1000, 1000000}) {
            QVERIFY(clusterDiameter(count) >= last);
            last = clusterDiameter(count);
        }
        QVERIFY(last <= 56);
    }

private:
    std::shared_ptr<const MapPainter> m_painter;
    SnapshotRequest m_request;
    QTemporaryDir m_folder;
};

QTEST_MAIN(TestSnapshot)
#include "test_snapshot.moc"
