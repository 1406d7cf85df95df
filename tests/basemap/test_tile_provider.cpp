// An online provider that we play as the ground, through the service, and the list of those that are offered.
#include "basemap/support/ground_service.h"
#include "basemap/support/provider_server.h"

using namespace repere;
using namespace repere::basemap;
using namespace repere::testing;

namespace {

constexpr qint64 kDay = 24 * 3600;

} // namespace

class TestTileProvider : public QObject
{
    Q_OBJECT

    GroundService m_service;

private slots:
    void init() { m_service.begin(); }

    void nobodyIsAskedBeforeAProviderIsChosen()
    {
        ProviderServer server([](const QByteArray &) { return ProviderServer::ok(ProviderServer::picture(kRed)); });
        QCOMPARE(m_service.status(m_service->customHost(Theme::Light, 2), "6/32/22"), 200);
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
        QVERIFY(isPlain(m_service.image(m_service.host(), "6/32/22"), kRed));
        QCOMPARE(server.paths(), QByteArrayList{QByteArray("/6/32/22.png")}); // that tile, and no other
        const QByteArray request = server.requests().first().toLower();
        QVERIFY2(request.contains("user-agent: repere/"), request.constData());
        QVERIFY(!request.contains("referer") && !request.contains("cookie"));
        QVERIFY(isPlain(m_service.image(m_service.host(), "6/32/22"), kRed)); // from memory
        QCOMPARE(server.requests().size(), 1);

        colour = kBlue;
        QTRY_VERIFY(QFile::exists(m_service.path("tiles/online-ours/6/32-22")));
        m_service.restart(); // another start
        m_service.now += 7 * kDay - 1;
        m_service->showOnline(server.provider());
        QVERIFY(isPlain(m_service.image(m_service.host(), "6/32/22"), kRed)); // from the folder
        QCOMPARE(server.requests().size(), 1);

        m_service.restart();
        m_service.now += 1;
        m_service->showOnline(server.provider());
        QVERIFY(isPlain(m_service.image(m_service.host(), "6/32/22"), kBlue)); // a week is over
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
        QVERIFY(isPlain(m_service.image(m_service.host(), "6/32/22"), kRed));
        QTRY_VERIFY(QFile::exists(m_service.path("tiles/online-ours/6/32-22")));
        for (int i = 1; i <= 2; ++i) {
            m_service.restart();
            m_service.now += 15 * kDay - 1;
            m_service->showOnline(server.provider());
            QVERIFY(isPlain(m_service.image(m_service.host(), "6/32/22"), kRed));
            QCOMPARE(server.requests().size(), 1);
        }
        m_service.restart();
        m_service.now += 2;
        m_service->showOnline(server.provider());
        QVERIFY(isPlain(m_service.image(m_service.host(), "6/32/22"), kRed));
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
        QVERIFY(isPlain(m_service.image(m_service.host(), "6/32/22"), kRed));
        QTRY_VERIFY(QFile::exists(m_service.path("tiles/online-ours/6/32-22")));
        broken = true;
        m_service.restart();
        m_service.now += 100 * kDay;
        m_service->showOnline(server.provider());
        QVERIFY(isPlain(m_service.image(m_service.host(), "6/32/22"), kRed));
        QCOMPARE(server.requests().size(), 2);
        broken = false;
        QVERIFY(isPlain(m_service.image(m_service.host(), "6/32/22"), kRed));
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
        const QByteArray painted = m_service.body(m_service->customHost(Theme::Light, 2), "6/32/22");
        ProviderServer server([&](const QByteArray &) { return answer; });
        QSignalSpy said(m_service.service(), &TileService::providerFailed);
        m_service->showOnline(server.provider());
        QCOMPARE(m_service.body(m_service.host(), "6/32/22"), painted);
        QCOMPARE(m_service.body(m_service.host(), "6/32/22"), painted);
        QCOMPARE(said.count(), 1);
        const QString sentence = said.first().first().toString();
        QVERIFY2(sentence.startsWith(QStringLiteral("Our map")) && sentence.contains(reason), qPrintable(sentence));
        QVERIFY(server.requests().size() <= 8);
        QVERIFY(!QFile::exists(m_service.path("tiles/online-ours/6/32-22")));
    }

    void aDeadProviderIsLeftAlone()
    {
        ProviderServer server(
            [](const QByteArray &) { return QByteArray("HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n"); });
        QSignalSpy said(m_service.service(), &TileService::providerFailed);
        m_service->showOnline(server.provider());
        for (int i = 0; i < 12; ++i)
            QCOMPARE(m_service.status(m_service.host(), "8/" + QByteArray::number(120 + i) + "/90"), 200);
        QCOMPARE(server.requests().size(), 3);
        QCOMPARE(said.count(), 1);
        ProviderServer gone([](const QByteArray &) { return QByteArray(); });
        const TileProvider nobody = gone.provider();
        gone.close();
        m_service->showOnline(nobody); // another choice: it is said again
        QCOMPARE(m_service.status(m_service.host(), "8/120/90"), 200);
        QCOMPARE(said.count(), 2);
    }

    void whoKeepsPeopleWaitingIsNamed()
    {
        ProviderServer server([](const QByteArray &path) {
            return path.startsWith("/6/") ? QByteArray() : ProviderServer::ok(ProviderServer::picture(kRed));
        });
        m_service->showOnline(server.provider());
        QVERIFY(isPlain(m_service.image(m_service.host(), "7/64/44"), kRed));
        QCOMPARE(m_service->awaited(), QString()); // it answers
        QSignalSpy changed(m_service.service(), &TileService::awaitedChanged);
        QNetworkReply *reply =
            m_service.network().get(QNetworkRequest(QUrl(m_service.host().toString() + QStringLiteral("6/32/22.png"))));
        QVERIFY(changed.wait(20'000));
        QCOMPARE(m_service->awaited(), QStringLiteral("Our map"));
        QVERIFY(!reply->isFinished());
        QVERIFY(changed.wait(20'000)); // given up: the painted ground is there
        QCOMPARE(m_service->awaited(), QString());
        QTRY_VERIFY(reply->isFinished());
        reply->deleteLater();
        // Nor is anybody waited for on another ground.
        reply =
            m_service.network().get(QNetworkRequest(QUrl(m_service.host().toString() + QStringLiteral("6/33/22.png"))));
        QTRY_COMPARE(m_service->awaited(), QStringLiteral("Our map"));
        m_service->showPainted();
        QCOMPARE(m_service->awaited(), QString());
        reply->deleteLater();
    }

    void aRedirectionWithinTheHouseIsFollowed()
    {
        ProviderServer server([](const QByteArray &path) {
            return path.startsWith("/new") ? ProviderServer::ok(ProviderServer::picture(kBlue))
                                           : ProviderServer::redirect("/new" + path);
        });
        QSignalSpy said(m_service.service(), &TileService::providerFailed);
        m_service->showOnline(server.provider());
        QVERIFY(isPlain(m_service.image(m_service.host(), "6/32/22"), kBlue));
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
            replies += m_service.network().get(QNetworkRequest(
                QUrl(m_service.host().toString() + QStringLiteral("8/%1/%2.png").arg(120 + i % 8).arg(86 + i / 8))));
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
            replies += m_service.network().get(
                QNetworkRequest(QUrl(m_service.host().toString() + QStringLiteral("8/%1/90.png").arg(120 + i))));
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
        QVERIFY(isPlain(m_service.image(m_service.host(), "6/32/22"), kRed));
        m_service->showPainted();
        QVERIFY(!isPlain(m_service.image(m_service.host(), "6/32/22"), kRed));
        QCOMPARE(m_service.status(m_service.host(), "6/33/22"), 200);
        QCOMPARE(server.requests().size(), 1);
    }

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
        writeBytes(m_service.path("map_sources.json"), bytes);
        const auto providers = readTileProviders(m_service.folder(), true);
        QVERIFY(!providers);
        QVERIFY2(providers.error().message.contains(named), qPrintable(providers.error().message));
    }
};

QTEST_MAIN(TestTileProvider)
#include "test_tile_provider.moc"
