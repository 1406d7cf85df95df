// The national geocoder, played by a server of ours in the shapes of its answers.
#include "exchange/geocoder.h"
#include "support/http_server.h"

#include <QElapsedTimer>
#include <QTest>
#include <QUrlQuery>

#include <atomic>

using namespace repere;
using namespace repere::exchange;
using testing::HttpAnswer;
using testing::HttpRequest;
using testing::HttpServerThread;

namespace {

constexpr HttpPatience kPatience{.silence = std::chrono::milliseconds(500),
                                 .tries = 3,
                                 .firstPause = std::chrono::milliseconds(10),
                                 .longestPause = std::chrono::milliseconds(100)};

const QByteArray kTwo = R"({
 "type": "FeatureCollection", "version": "draft", "attribution": "BAN", "licence": "ETALAB-2.0", "query": "4 quai du port",
 "features": [
  {"type": "Feature", "geometry": {"type": "Point", "coordinates": [2.5, 44.25]},
   "properties": {"label": "4 Quai du Port 12300 Decazeville", "score": 0.41, "type": "housenumber", "postcode": "12300",
                  "citycode": "12089", "city": "Decazeville", "x": 660000.5, "y": 6350000.1}},
  {"type": "Feature", "geometry": {"type": "Point", "coordinates": [-1.5, 47.25]},
   "properties": {"label": "4 Quai du Port 44000 Nantes", "score": 0.93, "type": "housenumber", "postcode": "44000",
                  "citycode": "44109", "city": "Nantes"}},
  {"type": "Feature", "geometry": null, "properties": {"label": "Nulle part", "score": 0.99}}
 ]})";
const QByteArray kNone = R"({"query": "xyzzy", "version": "draft", "licence": "ODbL 1.0", "features": [],
 "type": "FeatureCollection", "attribution": "BAN"})";

HttpAnswer json(const QByteArray &body)
{
    return HttpAnswer::ok(body, {}, "application/json");
}

/// The table in a form that was posted.
QByteArray tableIn(const HttpRequest &request)
{
    const qsizetype start = request.body.indexOf("n,q,");
    return request.body.sliced(start, request.body.indexOf("\r\n--", start) - start);
}

} // namespace

class TestGeocoder : public QObject
{
    Q_OBJECT

private slots:
    void candidatesComeBestFirst()
    {
        const HttpServerThread server([](const HttpRequest &) { return json(kTwo); });
        Geocoder geocoder(server.url("/geocodage"), kPatience);
        JobContext job;
        const auto places = geocoder.search({QStringLiteral("4  quai du port & d’Éole"), {}, {}}, 5, job);
        QVERIFY2(places, places ? "" : qPrintable(places.error().message));
        QCOMPARE(places->size(), 2U);
        const GeocodedPlace nantes{.label = QStringLiteral("4 Quai du Port 44000 Nantes"),
                                   .point = {47.25, -1.5},
                                   .score = 0.93,
                                   .type = QStringLiteral("housenumber"),
                                   .insee = QStringLiteral("44109"),
                                   .postcode = QStringLiteral("44000"),
                                   .city = QStringLiteral("Nantes")};
        QCOMPARE(places->front(), nantes);
        QCOMPARE(places->back().insee, QStringLiteral("12089"));
        const QUrl asked(QString::fromLatin1(server.paths().first()));
        QCOMPARE(asked.path(), QStringLiteral("/geocodage/search"));
        const QUrlQuery query(asked);
        QCOMPARE(query.queryItemValue(QStringLiteral("q"), QUrl::FullyDecoded),
                 QStringLiteral("4 quai du port & d’Éole"));
        QCOMPARE(query.queryItemValue(QStringLiteral("limit")), QStringLiteral("5"));
        QVERIFY(!query.hasQueryItem(QStringLiteral("citycode")));
        QVERIFY(server.requests().first().header("User-Agent").startsWith("Repere/"));
    }

    void aCommuneNarrowsTheSearch()
    {
        const HttpServerThread server([](const HttpRequest &) { return json(kNone); });
        Geocoder geocoder(server.url(""), kPatience);
        JobContext job;
        const auto places =
            geocoder.search({QStringLiteral("xyzzy"), QStringLiteral("2A004"), QStringLiteral("20000")}, 99, job);
        QVERIFY(places && places->empty());
        const QUrlQuery query(QUrl(QString::fromLatin1(server.paths().first())));
        QCOMPARE(query.queryItemValue(QStringLiteral("citycode")), QStringLiteral("2A004"));
        QCOMPARE(query.queryItemValue(QStringLiteral("postcode")), QStringLiteral("20000"));
        QCOMPARE(query.queryItemValue(QStringLiteral("limit")), QStringLiteral("20"));
    }

    void answersThatAreNone_data()
    {
        QTest::addColumn<QByteArray>("body");
        for (const char *body : {"", "[]", "{}", "{\"features\": {}}", "{\"features\":", "<html>"})
            QTest::newRow(body) << QByteArray(body);
    }
    void answersThatAreNone()
    {
        QFETCH(QByteArray, body);
        const HttpServerThread server([&](const HttpRequest &) { return json(body); });
        Geocoder geocoder(server.url(""), kPatience);
        JobContext job;
        const auto places = geocoder.search({QStringLiteral("Murat"), {}, {}}, 5, job);
        QVERIFY(!places);
        QCOMPARE(places.error().code, ErrorCode::Unreadable);
        QVERIFY(!geocoder.searchSome(std::vector<GeocodeQuestion>{{QStringLiteral("Murat"), {}, {}}}, job));
    }

    void oddFeaturesAreLeftAside()
    {
        const HttpServerThread server([](const HttpRequest &) {
            return json(
                R"({"features": [1, null, {}, {"geometry": {"coordinates": ["a", 2]}, "properties": {"label": "x"}},
                {"geometry": {"coordinates": [2]}, "properties": {"label": "x"}},
                {"geometry": {"coordinates": [2, 400]}, "properties": {"label": "x"}},
                {"geometry": {"coordinates": [2, 45]}, "properties": {"label": 7}},
                {"geometry": {"coordinates": [2, 45]}, "properties": {"label": "Ici", "score": "much", "city": 5}}]})");
        });
        Geocoder geocoder(server.url(""), kPatience);
        JobContext job;
        const auto places = geocoder.search({QStringLiteral("x"), {}, {}}, 5, job);
        QVERIFY(places);
        QCOMPARE(places->size(), 1U);
        QCOMPARE(places->front().label, QStringLiteral("Ici"));
        QCOMPARE(places->front().score, 0.0);
    }

    void tooManyQuestionsAreAskedLater()
    {
        std::atomic<int> number = 0;
        const HttpServerThread server([&](const HttpRequest &) {
            return number++ == 0 ? HttpAnswer::status(429, "Retry-After: 0\r\n") : json(kTwo);
        });
        Geocoder geocoder(server.url(""), kPatience);
        JobContext job;
        const auto places = geocoder.search({QStringLiteral("quai"), {}, {}}, 5, job);
        QVERIFY(places && places->size() == 2);
        QCOMPARE(server.requests().size(), 2);
    }

    void thePaceStaysBelowTheLimit()
    {
        const HttpServerThread server([](const HttpRequest &) { return json(kNone); });
        Geocoder geocoder(server.url(""), kPatience);
        JobContext job;
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < 11; ++i)
            QVERIFY(geocoder.search({QStringLiteral("x"), {}, {}}, 1, job));
        QVERIFY2(timer.elapsed() >= 10 * 24, qPrintable(QString::number(timer.elapsed())));
    }

    void manyQuestionsGoInOneFile()
    {
        const HttpServerThread server([](const HttpRequest &asked) {
            // Columns of the file come first, those of the answer behind them; the rows in another order.
            QByteArray answer = "n,q,insee,postcode,latitude,longitude,result_label,result_score,result_type,"
                                "result_postcode,result_city,result_citycode,result_status\n";
            const QByteArrayList rows = tableIn(asked).split('\n').sliced(1);
            answer += rows[2] + ",45.5,3.25,\"1 Rue Haute, 15300 Murat\",0.97,housenumber,15300,Murat,15138,ok\n";
            answer += rows[0] + ",48.25,-4.5,Quai 29200 Brest,0.62,street,29200,Brest,29019,ok\n";
            answer += rows[1] + ",,,,,,,,,not-found\n";
            return HttpAnswer::ok(answer);
        });
        Geocoder geocoder(server.url("/geocodage"), kPatience);
        JobContext job;
        const std::vector<GeocodeQuestion> questions{
            {QStringLiteral("quai du commerce, \"le hangar\""), QStringLiteral("29019"), {}},
            {QStringLiteral("xyzzy"), {}, {}},
            {QStringLiteral("1 rue haute\nMurat"), {}, QStringLiteral("15300")}};
        const auto places = geocoder.searchSome(questions, job);
        QVERIFY2(places, places ? "" : qPrintable(places.error().message));
        QCOMPARE(places->size(), 3U);
        QCOMPARE((*places)[0]->city, QStringLiteral("Brest"));
        QCOMPARE((*places)[0]->point, (GeoPoint{48.25, -4.5}));
        QVERIFY(!(*places)[1]);
        QCOMPARE((*places)[2]->label, QStringLiteral("1 Rue Haute, 15300 Murat"));
        QCOMPARE((*places)[2]->insee, QStringLiteral("15138"));
        const HttpRequest asked = server.requests().first();
        QCOMPARE(asked.method, QByteArray("POST"));
        QCOMPARE(asked.path, QByteArray("/geocodage/search/csv"));
        QVERIFY(asked.header("Content-Type").startsWith("multipart/form-data; boundary="));
        QCOMPARE(tableIn(asked), QByteArray("n,q,insee,postcode\n0,\"quai du commerce, \"\"le hangar\"\"\",29019,\n"
                                            "1,xyzzy,,\n2,1 rue haute Murat,,15300\n"));
        for (const QByteArray &field :
             {QByteArray("name=\"columns\"\r\n\r\nq\r\n"), QByteArray("name=\"citycode\"\r\n\r\ninsee\r\n"),
              QByteArray("name=\"postcode\"\r\n\r\npostcode\r\n")})
            QVERIFY(asked.body.contains(field));
    }

    void whereItIs()
    {
        qunsetenv("REPERE_GEOCODER");
        const QUrl service(QStringLiteral("https://data.geopf.fr/geocodage"));
        QCOMPARE(Geocoder::address(), service);
        qputenv("REPERE_GEOCODER", "http://127.0.0.1:8080/x");
        QCOMPARE(Geocoder::address(), QUrl(QStringLiteral("http://127.0.0.1:8080/x")));
        qputenv("REPERE_GEOCODER", "https://example.org/x"); // only a server on this computer stands in for it
        QCOMPARE(Geocoder::address(), service);
        qunsetenv("REPERE_GEOCODER");
    }
};

QTEST_GUILESS_MAIN(TestGeocoder)
#include "test_geocoder.moc"
