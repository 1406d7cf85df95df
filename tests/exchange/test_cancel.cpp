// Fetching and geocoding, cancelled at random moments: no half file is taken for a whole one, nothing stays open, and the next
// time everything comes.
#include "exchange/fetch.h"
#include "exchange/geocoder.h"
#include "support/http_server.h"
#include "support/random_cancel.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace repere;
using namespace repere::exchange;
using testing::HttpAnswer;
using testing::HttpRequest;
using testing::HttpServerThread;
using testing::RandomCancel;

namespace {

constexpr HttpPatience kPatience{.silence = std::chrono::milliseconds(5'000),
                                 .tries = 3,
                                 .firstPause = std::chrono::milliseconds(5),
                                 .longestPause = std::chrono::milliseconds(100)};

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestCancel : public QObject
{
    Q_OBJECT

private slots:
    void fetching()
    {
        // The end comes slowly, so that there is a middle to cancel in.
        const QByteArray data = "id;nom\n" + QByteArray(60'000, 'x');
        const HttpServerThread server([&data](const HttpRequest &) {
            HttpAnswer answer = HttpAnswer::ok(data, "ETag: \"1\"\r\n");
            answer.dripMilliseconds = 25; // slower than the client looks whether it is cancelled
            answer.dripFrom = answer.bytes.size() - 20;
            return answer;
        });
        RandomCancel random(7);
        int descriptors = 0;
        for (int round = 0; round <= testing::cancelRounds(6); ++round) {
            const QTemporaryDir folder;
            const FetchRequest request{.url = server.url("/liste.csv"),
                                       .cacheFolder = folder.filePath(QStringLiteral("cache")),
                                       .mostBytes = 1'000'000,
                                       .patience = kPatience};
            const auto result = random.run<Fetched>([&](JobContext &job) { return fetch(request, job); });
            QVERIFY(result || (round > 0 && result.error().code == ErrorCode::Cancelled));
            if (result)
                QCOMPARE(bytesOf(result->path), data);
            JobContext job;
            const auto again = fetch(request, job);
            QVERIFY2(again, again ? "" : qPrintable(again.error().message));
            QCOMPARE(bytesOf(again->path), data);
            if (round == 2)
                descriptors = testing::openFiles();
            else if (round > 2)
                QVERIFY2(testing::openFiles() <= descriptors + 4, "sockets stay open"); // the server's end goes later
        }
        QVERIFY(random.cancelled() > 0);
        qInfo("%d cancelled", random.cancelled());
    }

    void geocoding()
    {
        const HttpServerThread server([](const HttpRequest &) {
            HttpAnswer answer = HttpAnswer::ok(R"({"type":"FeatureCollection","features":[{"type":"Feature","geometry":
                {"type":"Point","coordinates":[2.5,44.25]},"properties":{"label":"4 Quai","score":0.9,"type":"street",
                "postcode":"12300","citycode":"12089","city":"Decazeville"}}]})",
                                               {}, "application/json");
            answer.dripMilliseconds = 25; // slower than the client looks whether it is cancelled
            answer.dripFrom = answer.bytes.size() - 15;
            return answer;
        });
        RandomCancel random(8);
        Geocoder geocoder(server.url("/geocodage"), kPatience);
        using Places = std::vector<GeocodedPlace>;
        for (int round = 0; round <= testing::cancelRounds(6); ++round) {
            const auto result = random.run<Places>(
                [&](JobContext &job) { return geocoder.search({QStringLiteral("4 quai"), {}, {}}, 1, job); });
            QVERIFY(result || (round > 0 && result.error().code == ErrorCode::Cancelled));
            if (result)
                QCOMPARE(result->size(), 1U);
        }
        JobContext job;
        QVERIFY(geocoder.search({QStringLiteral("4 quai"), {}, {}}, 1, job)); // as good as new
        QVERIFY(random.cancelled() > 0);
    }
};

QTEST_GUILESS_MAIN(TestCancel)
#include "test_cancel.moc"
