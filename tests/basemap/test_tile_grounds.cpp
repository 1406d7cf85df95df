// Other grounds than the painted one, through the service: a file of pictures, and an online provider that we play.
#include "basemap/support/provider_server.h"
#include "basemap/tile_service.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QImage>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace repere;
using namespace repere::basemap;
using testing::ProviderServer;

namespace {

constexpr QRgb kRed = 0xffcc2222;
constexpr QRgb kBlue = 0xff2222cc;
constexpr qint64 kDay = 24 * 3600;

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

void writeBytes(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool isPlain(const QImage &image, QRgb colour)
{
    return !image.isNull() && image.pixel(10, 10) == colour && image.pixel(200, 200) == colour;
}

} // namespace

class TestTileGrounds : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        auto painter = MapPainter::load(QStringLiteral(REPERE_SOURCE_DATA));
        QVERIFY(painter);
        m_painter = *painter;
    }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_now = 1'790'000'000;
        startService();
    }

    // ---- a file

    void aFileShowsItsPictures()
    {
        const QString path = m_folder->filePath(QStringLiteral("carte.mbtiles"));
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
        const QByteArray painted = body(before, "5/16/11");
        QSignalSpy changed(m_service.get(), &TileService::groundChanged);
        m_service->showFile(*file);
        QCOMPARE(changed.count(), 1);
        const QUrl host = m_service->customHost(Theme::Light, 2);
        QVERIFY(host != before); // Qt Location keeps tiles by their address
        QVERIFY(m_service->attribution().startsWith(QStringLiteral("© Nous & vous · ")));
        QVERIFY(m_service->attribution().contains(m_painter->attribution()));

        QCOMPARE(status(before, "5/16/11"), 410);
        QVERIFY(isPlain(image(host, "6/32/22"), kRed));
        QCOMPARE(body(host, "6/32/22"), ProviderServer::picture(kRed)); // as stored
        QCOMPARE(body(host, "5/16/11"), painted);                       // below its zooms
        QCOMPARE(image(host, "6/40/22").size(), QSize(512, 512));       // beside it: painted
        // Above its zooms: the fitting part of the nearest picture, also where that is one further up.
        const int shades[] = {50, 100, 150, 200};
        for (int i = 0; i < 4; ++i) {
            const QByteArray tile =
                QByteArray::number(8) + '/' + QByteArray::number(128 + i % 2) + '/' + QByteArray::number(88 + i / 2);
            QCOMPARE(image(host, tile).pixelColor(256, 256), QColor(0, shades[i], 0));
        }
        QVERIFY(isPlain(image(host, "7/65/44"), kRed)); // the picture itself is damaged: that of zoom 6
        QCOMPARE(image(host, "10/512/356").pixelColor(256, 256), QColor(0, 150, 0));
        QVERIFY(!isPlain(image(host, "12/2048/1410"), qRgb(0, 50, 0))); // too far up

        m_service->showPainted();
        QCOMPARE(body(m_service->customHost(Theme::Light, 2), "5/16/11"), painted);
        QCOMPARE(m_service->attribution(), m_painter->attribution());
    }

    void whatAFileLetsThroughIsPainted()
    {
        QImage overlay(256, 256, QImage::Format_ARGB32);
        overlay.fill(Qt::transparent);
        for (int y = 0; y < 128; ++y) {
            for (int x = 0; x < 256; ++x)
                overlay.setPixel(x, y, kBlue);
        }
        const QString path = m_folder->filePath(QStringLiteral("dessus.mbtiles"));
        MbTiles(path).put(6, 32, 22, encoded(overlay, "PNG"));
        const auto file = TileFile::open(path);
        QVERIFY(file);
        QCOMPARE((*file)->attribution(), QStringLiteral("dessus.mbtiles")); // it says nothing of itself
        m_service->showFile(*file);
        const QImage shown = image(m_service->customHost(Theme::Light, 2), "6/32/22");
        const QImage ground = m_painter->tile(6, 32, 22, 2, Theme::Light);
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
        const QString path = m_folder->filePath(QStringLiteral("x.mbtiles"));
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
        const auto opened = TileFile::open(m_folder->filePath(QStringLiteral("nowhere.mbtiles")));
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::Missing);
    }

    // ---- a provider

    void nobodyIsAskedBeforeAProviderIsChosen()
    {
        ProviderServer server([](const QByteArray &) { return ProviderServer::ok(ProviderServer::picture(kRed)); });
        QCOMPARE(status(m_service->customHost(Theme::Light, 2), "6/32/22"), 200);
        QVERIFY(server.requests().isEmpty());
    }

    void aProviderIsAskedOnceAWeek()
    {
        QRgb colour = kRed;
        ProviderServer server([&](const QByteArray &) {
            return ProviderServer::ok(ProviderServer::picture(colour), "image/png",
                                      "Set-Cookie: a=b\r\nCache-Control: no-cache\r\n");
        });
        m_service->showOnline(server.provider());
        QVERIFY(m_service->attribution().startsWith(QStringLiteral("© Us · ")));
        QVERIFY(isPlain(image(host(), "6/32/22"), kRed));
        QCOMPARE(server.paths(), QByteArrayList{QByteArray("/6/32/22.png")}); // that tile, and no other
        const QByteArray request = server.requests().first().toLower();
        QVERIFY2(request.contains("user-agent: repere/"), request.constData());
        QVERIFY(!request.contains("referer") && !request.contains("cookie"));
        QVERIFY(isPlain(image(host(), "6/32/22"), kRed)); // from memory
        QCOMPARE(server.requests().size(), 1);

        colour = kBlue;
        QTRY_VERIFY(QFile::exists(m_folder->filePath(QStringLiteral("tiles/online-ours/6/32-22"))));
        startService(); // another start
        m_now += 7 * kDay - 1;
        m_service->showOnline(server.provider());
        QVERIFY(isPlain(image(host(), "6/32/22"), kRed)); // from the folder
        QCOMPARE(server.requests().size(), 1);

        startService();
        m_now += 1;
        m_service->showOnline(server.provider());
        QVERIFY(isPlain(image(host(), "6/32/22"), kBlue)); // a week is over
        QCOMPARE(server.requests().size(), 2);
        for (const QByteArray &each : server.requests())
            QVERIFY(!each.toLower().contains("cookie"));
    }

    void aLongerLifeIsRespected()
    {
        ProviderServer server([](const QByteArray &) {
            return ProviderServer::ok(ProviderServer::picture(kRed), "image/png",
                                      "Cache-Control: public, max-age=2592000\r\n");
        });
        m_service->showOnline(server.provider());
        QVERIFY(isPlain(image(host(), "6/32/22"), kRed));
        QTRY_VERIFY(QFile::exists(m_folder->filePath(QStringLiteral("tiles/online-ours/6/32-22"))));
        for (int i = 1; i <= 2; ++i) {
            startService();
            m_now += 15 * kDay - 1;
            m_service->showOnline(server.provider());
            QVERIFY(isPlain(image(host(), "6/32/22"), kRed));
            QCOMPARE(server.requests().size(), 1);
        }
        startService();
        m_now += 2;
        m_service->showOnline(server.provider());
        QVERIFY(isPlain(image(host(), "6/32/22"), kRed));
        QCOMPARE(server.requests().size(), 2);
    }

    void whatIsOldIsBetterThanNothing()
    {
        bool broken = false;
        ProviderServer server([&](const QByteArray &) {
            return broken ? QByteArray("HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n")
                          : ProviderServer::ok(ProviderServer::picture(kRed));
        });
        m_service->showOnline(server.provider());
        QVERIFY(isPlain(image(host(), "6/32/22"), kRed));
        QTRY_VERIFY(QFile::exists(m_folder->filePath(QStringLiteral("tiles/online-ours/6/32-22"))));
        broken = true;
        startService();
        m_now += 100 * kDay;
        m_service->showOnline(server.provider());
        QVERIFY(isPlain(image(host(), "6/32/22"), kRed));
        QCOMPARE(server.requests().size(), 2);
        broken = false;
        QVERIFY(isPlain(image(host(), "6/32/22"), kRed));
        QCOMPARE(server.requests().size(), 3); // asked again, not kept
    }

    void troubleIsPaintedOverAndSaidOnce_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QString>("reason");
        const QByteArray picture = ProviderServer::picture(kRed);
        QTest::newRow("not found") << QByteArray("HTTP/1.1 404 No\r\nContent-Length: 0\r\n\r\n") << "404";
        QTest::newRow("too many") << QByteArray("HTTP/1.1 429 Slow\r\nContent-Length: 0\r\n\r\n") << "429";
        QTest::newRow("no HTTP") << QByteArray("hello\r\n\r\n") << "";
        QTest::newRow("a page") << ProviderServer::ok("<html>log in</html>", "text/html") << "no picture";
        QTest::newRow("a page that says it is a picture") << ProviderServer::ok("<html></html>") << "no picture";
        QTest::newRow("a picture that says it is a page") << ProviderServer::ok(picture, "text/html") << "no picture";
        QTest::newRow("a drawing") << ProviderServer::ok(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>", "image/svg+xml")
                                   << "no picture";
        QTest::newRow("nothing") << ProviderServer::ok({}) << "no picture";
        QTest::newRow("huge") << ProviderServer::ok(picture + QByteArray(5'000'000, 'x')) << "sends too much";
        QTest::newRow("silence") << QByteArray() << "too slow";
        QTest::newRow("a beginning") << ProviderServer::ok(picture).first(400) << "too slow";
        QTest::newRow("elsewhere") << ProviderServer::redirect("http://127.0.0.2:9/6/32/22.png") << "elsewhere";
        QTest::newRow("another scheme") << ProviderServer::redirect("https://127.0.0.1/6/32/22.png") << "elsewhere";
        QTest::newRow("a file") << ProviderServer::redirect("file:///etc/passwd") << "elsewhere";
        QTest::newRow("round and round") << ProviderServer::redirect("/6/32/22.png") << "elsewhere";
    }
    void troubleIsPaintedOverAndSaidOnce()
    {
        QFETCH(QByteArray, answer);
        QFETCH(QString, reason);
        const QByteArray painted = body(m_service->customHost(Theme::Light, 2), "6/32/22");
        ProviderServer server([&](const QByteArray &) { return answer; });
        QSignalSpy said(m_service.get(), &TileService::providerFailed);
        m_service->showOnline(server.provider());
        QCOMPARE(body(host(), "6/32/22"), painted);
        QCOMPARE(body(host(), "6/32/22"), painted);
        QCOMPARE(said.count(), 1);
        const QString sentence = said.first().first().toString();
        QVERIFY2(sentence.startsWith(QStringLiteral("Our map")) && sentence.contains(reason), qPrintable(sentence));
        QVERIFY(server.requests().size() <= 8);
        QVERIFY(!QFile::exists(m_folder->filePath(QStringLiteral("tiles/online-ours/6/32-22"))));
    }

    void aDeadProviderIsLeftAlone()
    {
        ProviderServer server(
            [](const QByteArray &) { return QByteArray("HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n"); });
        QSignalSpy said(m_service.get(), &TileService::providerFailed);
        m_service->showOnline(server.provider());
        for (int i = 0; i < 12; ++i)
            QCOMPARE(status(host(), "8/" + QByteArray::number(120 + i) + "/90"), 200);
        QCOMPARE(server.requests().size(), 3);
        QCOMPARE(said.count(), 1);
        ProviderServer gone([](const QByteArray &) { return QByteArray(); });
        const TileProvider nobody = gone.provider();
        gone.close();
        m_service->showOnline(nobody); // another choice: it is said again
        QCOMPARE(status(host(), "8/120/90"), 200);
        QCOMPARE(said.count(), 2);
    }

    void aRedirectionWithinTheHouseIsFollowed()
    {
        ProviderServer server([](const QByteArray &path) {
            return path.startsWith("/new") ? ProviderServer::ok(ProviderServer::picture(kBlue))
                                           : ProviderServer::redirect("/new" + path);
        });
        QSignalSpy said(m_service.get(), &TileService::providerFailed);
        m_service->showOnline(server.provider());
        QVERIFY(isPlain(image(host(), "6/32/22"), kBlue));
        QCOMPARE(server.paths(), QByteArrayList({"/6/32/22.png", "/new/6/32/22.png"}));
        QCOMPARE(said.count(), 0);
    }

    void onlyAFewAtOnce()
    {
        ProviderServer server([](const QByteArray &) { return ProviderServer::ok(ProviderServer::picture(kRed)); });
        TileProvider provider = server.provider();
        provider.connections = 2;
        m_service->showOnline(provider);
        QList<QNetworkReply *> replies;
        for (int i = 0; i < 40; ++i)
            replies += m_network.get(QNetworkRequest(
                QUrl(host().toString() + QStringLiteral("8/%1/%2.png").arg(120 + i % 8).arg(86 + i / 8))));
        for (QNetworkReply *reply : replies) {
            QTRY_VERIFY_WITH_TIMEOUT(reply->isFinished(), 20000);
            QVERIFY(isPlain(QImage::fromData(reply->readAll()), kRed));
            reply->deleteLater();
        }
        QCOMPARE(server.requests().size(), 40);
        QVERIFY2(server.connectionsAtOnce() <= 2, qPrintable(QString::number(server.connectionsAtOnce())));
    }

    void whoLeavesIsNotAskedFor()
    {
        ProviderServer server([](const QByteArray &) { return QByteArray(); }); // holds the line
        TileProvider provider = server.provider();
        provider.connections = 1;
        m_service->showOnline(provider);
        QList<QNetworkReply *> replies;
        for (int i = 0; i < 6; ++i)
            replies +=
                m_network.get(QNetworkRequest(QUrl(host().toString() + QStringLiteral("8/%1/90.png").arg(120 + i))));
        QTRY_COMPARE(server.requests().size(), 1);
        for (QNetworkReply *reply : replies) {
            reply->abort();
            reply->deleteLater();
        }
        QTest::qWait(900); // longer than the patience with the first
        QCOMPARE(server.requests().size(), 1);
    }

    void backToThePaintedGroundNobodyIsAsked()
    {
        ProviderServer server([](const QByteArray &) { return ProviderServer::ok(ProviderServer::picture(kRed)); });
        m_service->showOnline(server.provider());
        QVERIFY(isPlain(image(host(), "6/32/22"), kRed));
        m_service->showPainted();
        QVERIFY(!isPlain(image(host(), "6/32/22"), kRed));
        QCOMPARE(status(host(), "6/33/22"), 200);
        QCOMPARE(server.requests().size(), 1);
    }

    // ---- the list of providers

    void theListThatShipsIsGood()
    {
        for (const bool french : {true, false}) {
            const auto providers = readTileProviders(QStringLiteral(REPERE_SOURCE_DATA), french);
            QVERIFY2(providers, providers ? "" : qPrintable(providers.error().message));
            QCOMPARE(providers->size(), std::size_t(2));
            const TileProvider &ign = providers->front();
            QCOMPARE(ign.name, french ? QStringLiteral("Plan IGN") : QStringLiteral("IGN map"));
            QCOMPARE(ign.hosts(), QStringList(QStringLiteral("data.geopf.fr")));
            const QString url = ign.tileUrl(6, 32, 22).toString();
            QVERIFY(url.contains(QStringLiteral("TILEMATRIX=6&TILEROW=22&TILECOL=32")));
            const TileProvider &osm = providers->back();
            QCOMPARE(osm.tileUrl(6, 32, 22).toString(),
                     QStringLiteral("https://a.tile.openstreetmap.fr/osmfr/6/32/22.png"));
            QCOMPARE(osm.hosts().size(), 3);
        }
    }

    void aWrongListOffersNothing_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QString>("named");
        QTest::newRow("no JSON") << QByteArray("{") << QByteArray("[") << "map_sources.json";
        QTest::newRow("no encryption") << QByteArray("https://data") << QByteArray("http://data") << "url";
        QTest::newRow("a password") << QByteArray("https://data") << QByteArray("https://a:b@data") << "url";
        QTest::newRow("no column") << QByteArray("{x}") << QByteArray("x") << "url";
        QTest::newRow("no subdomain") << QByteArray("\"a\", \"b\", \"c\"") << QByteArray("") << "url";
        QTest::newRow("an id that leaves the folder") << QByteArray("ign-plan") << QByteArray("../plan") << "id";
        QTest::newRow("an id twice") << QByteArray("osm-france") << QByteArray("ign-plan") << "id";
        QTest::newRow("nobody to credit") << QByteArray("© IGN") << QByteArray("") << "attribution";
        QTest::newRow("zooms") << QByteArray("\"max_zoom\": 19") << QByteArray("\"max_zoom\": 90") << "max_zoom";
        QTest::newRow("a crowd") << QByteArray("\"connections\": 4") << QByteArray("\"connections\": 64")
                                 << "connections";
    }
    void aWrongListOffersNothing()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QString, named);
        QByteArray bytes = bytesOf(QStringLiteral(REPERE_SOURCE_DATA "/map_sources.json"));
        const qsizetype at = bytes.indexOf(from);
        QVERIFY(at >= 0);
        bytes.replace(at, from.size(), to);
        writeBytes(m_folder->filePath(QStringLiteral("map_sources.json")), bytes);
        const auto providers = readTileProviders(m_folder->path(), true);
        QVERIFY(!providers);
        QVERIFY2(providers.error().message.contains(named), qPrintable(providers.error().message));
    }

private:
    void startService()
    {
        m_service.reset();
        m_service = std::make_unique<TileService>(
            m_painter, TileService::Options{.cacheFolder = m_folder->filePath(QStringLiteral("tiles")),
                                            .now = [this] { return m_now; },
                                            .providerPatience = std::chrono::milliseconds(400)});
        QVERIFY(m_service->start());
    }

    QUrl host() const { return m_service->customHost(Theme::Light, 2); }

    std::pair<int, QByteArray> get(const QUrl &base, const QByteArray &tile)
    {
        QNetworkReply *reply =
            m_network.get(QNetworkRequest(QUrl(base.toString() + QString::fromLatin1(tile) + QStringLiteral(".png"))));
        QSignalSpy finished(reply, &QNetworkReply::finished);
        if (!reply->isFinished())
            finished.wait(20000);
        reply->deleteLater();
        return {reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), reply->readAll()};
    }
    int status(const QUrl &base, const QByteArray &tile) { return get(base, tile).first; }
    QByteArray body(const QUrl &base, const QByteArray &tile) { return get(base, tile).second; }
    QImage image(const QUrl &base, const QByteArray &tile) { return QImage::fromData(body(base, tile)); }

    std::shared_ptr<const MapPainter> m_painter;
    std::unique_ptr<QTemporaryDir> m_folder;
    qint64 m_now = 0;
    std::unique_ptr<TileService> m_service;
    QNetworkAccessManager m_network;
};

QTEST_MAIN(TestTileGrounds)
#include "test_tile_grounds.moc"
