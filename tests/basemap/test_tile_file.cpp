// A file of pictures as the ground, through the service, and files that are none.
#include "basemap/support/ground_service.h"
#include "basemap/support/provider_server.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <QBuffer>
#include <QDir>

using namespace repere;
using namespace repere::basemap;
using namespace repere::testing;

namespace {

QByteArray encoded(const QImage &image, const char *format)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format);
    return bytes;
}

/// Four quarters of different greens: a part that is enlarged says where it was.
QImage quarters()
{
    QImage image(256, 256, QImage::Format_RGB32);
    for (int y = 0; y < 256; ++y) {
        for (int x = 0; x < 256; ++x)
            image.setPixel(x, y, qRgb(0, 50 + 50 * (x / 128 + 2 * (y / 128)), 0));
    }
    return image;
}

/// A file by the specification, with pictures at zooms 6 and 7 around Paris.
class MbTiles
{
public:
    explicit MbTiles(const QString &path)
        : m_path(path), m_database(path.toStdString(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
    {
        m_database.exec("CREATE TABLE metadata (name text, value text)");
        m_database.exec(
            "CREATE TABLE tiles (zoom_level integer, tile_column integer, tile_row integer, tile_data blob)");
        m_database.exec("CREATE UNIQUE INDEX tile_index ON tiles (zoom_level, tile_column, tile_row)");
    }
    MbTiles &say(const char *name, const char *value)
    {
        SQLite::Statement insert(m_database, "INSERT INTO metadata VALUES (?, ?)");
        insert.bind(1, name);
        insert.bind(2, value);
        insert.exec();
        return *this;
    }
    MbTiles &put(int z, int x, int y, const QByteArray &bytes)
    {
        SQLite::Statement insert(m_database, "INSERT INTO tiles VALUES (?, ?, ?, ?)");
        insert.bind(1, z);
        insert.bind(2, x);
        insert.bind(3, (1 << z) - 1 - y);
        insert.bind(4, bytes.constData(), static_cast<int>(bytes.size()));
        insert.exec();
        return *this;
    }
    MbTiles &exec(const char *sql)
    {
        m_database.exec(sql);
        return *this;
    }

private:
    QString m_path;
    SQLite::Database m_database;
};

} // namespace

class TestTileFile : public QObject
{
    Q_OBJECT

    GroundService m_service;

private slots:
    void init() { m_service.begin(); }

    void aFileShowsItsPictures()
    {
        const QString path = m_service.path("carte.mbtiles");
        MbTiles(path)
            .say("name", "Essai")
            .say("format", "png")
            .say("attribution", "<a href=\"https://example.org\">© Nous &amp; vous</a>")
            .put(6, 32, 22, ProviderServer::picture(kRed))
            .put(7, 64, 44, encoded(quarters(), "PNG"))
            .put(7, 65, 44, "no picture");
        const auto file = TileFile::open(path);
        QVERIFY2(file, file ? "" : qPrintable(file.error().message));
        QCOMPARE((*file)->minZoom(), 6);
        QCOMPARE((*file)->maxZoom(), 7);
        QCOMPARE((*file)->attribution(), QStringLiteral("© Nous & vous"));

        const QUrl before = m_service->customHost(Theme::Light, 2);
        const QByteArray painted = m_service.body(before, "5/16/11");
        QSignalSpy changed(m_service.service(), &TileService::groundChanged);
        m_service->showFile(*file);
        QCOMPARE(changed.count(), 1);
        const QUrl host = m_service->customHost(Theme::Light, 2);
        QVERIFY(host != before); // Qt Location keeps tiles by their address
        QVERIFY(m_service->attribution().startsWith(QStringLiteral("© Nous & vous · ")));
        QVERIFY(m_service->attribution().contains(m_service.painter().attribution()));

        QCOMPARE(m_service.status(before, "5/16/11"), 410);
        QVERIFY(isPlain(m_service.image(host, "6/32/22"), kRed));
        QCOMPARE(m_service.body(host, "6/32/22"), ProviderServer::picture(kRed)); // as stored
        QCOMPARE(m_service.body(host, "5/16/11"), painted);                       // below its zooms
        QCOMPARE(m_service.image(host, "6/40/22").size(), QSize(512, 512));       // beside it: painted
        // Above its zooms: the fitting part of the nearest picture, also where that is one further up.
        const int shades[] = {50, 100, 150, 200};
        for (int i = 0; i < 4; ++i) {
            const QByteArray tile =
                QByteArray::number(8) + '/' + QByteArray::number(128 + i % 2) + '/' + QByteArray::number(88 + i / 2);
            QCOMPARE(m_service.image(host, tile).pixelColor(256, 256), QColor(0, shades[i], 0));
        }
        QVERIFY(isPlain(m_service.image(host, "7/65/44"), kRed)); // the picture itself is damaged: that of zoom 6
        QCOMPARE(m_service.image(host, "10/512/356").pixelColor(256, 256), QColor(0, 150, 0));
        QVERIFY(!isPlain(m_service.image(host, "12/2048/1410"), qRgb(0, 50, 0))); // too far up

        m_service->showPainted();
        QCOMPARE(m_service.body(m_service->customHost(Theme::Light, 2), "5/16/11"), painted);
        QCOMPARE(m_service->attribution(), m_service.painter().attribution());
    }

    void whatAFileLetsThroughIsPainted()
    {
        QImage overlay(256, 256, QImage::Format_ARGB32);
        overlay.fill(Qt::transparent);
        for (int y = 0; y < 128; ++y) {
            for (int x = 0; x < 256; ++x)
                overlay.setPixel(x, y, kBlue);
        }
        const QString path = m_service.path("dessus.mbtiles");
        MbTiles(path).put(6, 32, 22, encoded(overlay, "PNG"));
        const auto file = TileFile::open(path);
        QVERIFY(file);
        QCOMPARE((*file)->attribution(), QStringLiteral("dessus.mbtiles")); // it says nothing of itself
        m_service->showFile(*file);
        const QImage shown = m_service.image(m_service->customHost(Theme::Light, 2), "6/32/22");
        const QImage ground = m_service.painter().tile(6, 32, 22, 2, Theme::Light);
        QCOMPARE(shown.size(), QSize(512, 512));
        QCOMPARE(shown.pixel(300, 50), kBlue);
        for (int x = 0; x < 512; x += 7)
            QCOMPARE(shown.pixel(x, 400), ground.pixel(x, 400));
    }

    void otherFilesAreRefusedByName_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("reason");
        for (const auto &[kind, reason] : {std::pair("empty", "it is empty"),
                                           {"gzip", "packed"},
                                           {"zip", "packed"},
                                           {"text", "no MBTiles file"},
                                           {"png", "no MBTiles file"},
                                           {"cut head", "cut off"},
                                           {"cut", "cut off"},
                                           {"vector by its word", "drawn tiles (pbf)"},
                                           {"vector by its tiles", "drawn tiles (pbf)"},
                                           {"no tables", "tiles"},
                                           {"no metadata", "metadata"},
                                           {"no tile", "no tile in it"},
                                           {"no pictures", "no pictures"},
                                           {"a huge picture", "no pictures"},
                                           {"zooms of no map", "zooms"},
                                           {"damaged", "damaged"}})
            QTest::newRow(kind) << QString::fromLatin1(kind) << QString::fromLatin1(reason);
    }
    void otherFilesAreRefusedByName()
    {
        QFETCH(QString, kind);
        QFETCH(QString, reason);
        const QString path = m_service.path("x.mbtiles");
        const QByteArray picture = ProviderServer::picture(kRed);
        if (kind == u"empty") {
            writeBytes(path, {});
        } else if (kind == u"gzip") {
            writeBytes(path, QByteArray("\x1f\x8b\x08\0\0\0\0\0", 8) + QByteArray(500, 'x'));
        } else if (kind == u"zip") {
            writeBytes(path, QByteArray("PK\x03\x04", 4) + QByteArray(500, 'x'));
        } else if (kind == u"text") {
            writeBytes(path, "zoom;x;y\n");
        } else if (kind == u"png") {
            writeBytes(path, picture);
        } else if (kind == u"no tables") {
            SQLite::Database(path.toStdString(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
                .exec("CREATE TABLE a (b)");
        } else if (kind == u"a huge picture") {
            MbTiles(path).put(6, 32, 22, encoded(QImage(3000, 3000, QImage::Format_Mono), "PNG"));
        } else if (kind == u"no metadata") {
            MbTiles(path).put(6, 32, 22, picture).exec("DROP TABLE metadata");
        } else if (kind == u"zooms of no map") {
            MbTiles(path).exec("INSERT INTO tiles VALUES (99, 0, 0, x'00')");
        } else {
            MbTiles file(path);
            if (kind == u"vector by its word")
                file.say("format", "pbf");
            if (kind == u"vector by its tiles")
                file.put(6, 32, 22, QByteArray("\x1f\x8b\x08 vector", 10));
            if (kind == u"no pictures")
                file.put(6, 32, 22, "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>");
            if (kind == u"damaged" || kind.startsWith(u"cut")) {
                for (int i = 0; i < 40; ++i)
                    file.put(6, 20 + i, 22, picture);
            }
        }
        if (kind == u"cut")
            QVERIFY(QFile::resize(path, QFileInfo(path).size() - 5000));
        if (kind == u"cut head")
            QVERIFY(QFile::resize(path, 50));
        if (kind == u"damaged") {
            QByteArray bytes = bytesOf(path);
            for (qsizetype i = 100; i < 4096; ++i)
                bytes[i] = static_cast<char>(i * 31);
            writeBytes(path, bytes);
        }
        const auto opened = TileFile::open(path);
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::Unreadable);
        QVERIFY2(opened.error().message.contains(QDir::toNativeSeparators(path)), qPrintable(opened.error().message));
        QVERIFY2(opened.error().message.contains(reason), qPrintable(opened.error().message));
    }

    void aMissingFileIsMissing()
    {
        const auto opened = TileFile::open(m_service.path("nowhere.mbtiles"));
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::Missing);
    }
};

QTEST_MAIN(TestTileFile)
#include "test_tile_file.moc"
