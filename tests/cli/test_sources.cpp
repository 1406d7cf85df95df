// `sources` and `geocode --online` as people run them, against a server of ours.
#include "support/http_server.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

using namespace repere::testing;

namespace {

struct Run {
    int status = -1;
    QByteArray out;
    QByteArray err;
};

Run run(const QStringList &arguments, const QString &geocoder = {})
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("en_GB.UTF-8"));
    environment.insert(QStringLiteral("REPERE_GEOCODER"), geocoder);
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(REPERE_BIN "/repere-cli"), arguments);
    if (!process.waitForFinished(60'000))
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

} // namespace

class TestSources : public QObject
{
    Q_OBJECT

private slots:
    void formatsAndOpenData()
    {
        const Run json = run({QStringLiteral("sources"), QStringLiteral("--format"), QStringLiteral("json")});
        QCOMPARE(json.status, 0);
        const QJsonObject document = QJsonDocument::fromJson(json.out).object();
        QStringList formats;
        for (const QJsonValue &format : document[u"formats"].toArray())
            formats << format[u"id"].toString();
        QVERIFY(formats.contains(QStringLiteral("repere-csv")));
        bool unstated = false;
        for (const QJsonValue &source : document[u"sources"].toArray()) {
            unstated |= source[u"licence"].isNull();
            QVERIFY(!source[u"name"].toString().isEmpty() && !source[u"notes"].toString().isEmpty());
        }
        QVERIFY(unstated);
        const Run table = run({QStringLiteral("sources")});
        QCOMPARE(table.status, 0);
        QVERIFY(table.out.contains("https://api.fablabs.io/0/labs.json") && table.out.contains("not stated"));
    }

    void anAddressIsFoundOnline()
    {
        const HttpServerThread server([](const HttpRequest &) {
            return HttpAnswer::ok(R"({"type": "FeatureCollection", "features": [{"type": "Feature",
                "geometry": {"type": "Point", "coordinates": [2.5, 45.25]}, "properties": {"label": "1 Rue Haute 15300 Murat",
                "score": 0.97, "type": "housenumber", "postcode": "15300", "citycode": "15138", "city": "Murat"}}]})",
                                  {}, "application/json");
        });
        const QStringList asked{QStringLiteral("geocode"), QStringLiteral("1 rue haute, Murat"),
                                QStringLiteral("--online")};
        const Run text = run(asked, server.url("").toString());
        QVERIFY2(text.status == 0, text.err.constData());
        QVERIFY2(text.out.startsWith("45.25000,2.50000  1 Rue Haute 15300 Murat"), text.out.constData());
        QVERIFY(text.err.contains("127.0.0.1")); // who was asked
        const Run json =
            run(asked + QStringList{QStringLiteral("--format"), QStringLiteral("json")}, server.url("").toString());
        const QJsonObject place = QJsonDocument::fromJson(json.out).object();
        QCOMPARE(place[u"insee"].toString(), QStringLiteral("15138"));
        QCOMPARE(place[u"lon"].toDouble(), 2.5);
        QCOMPARE(place[u"candidates"].toArray().size(), 1);
        QCOMPARE(server.requests().size(), 2);
    }

    void withoutOnlineNobodyIsAsked()
    {
        const HttpServerThread server([](const HttpRequest &) { return HttpAnswer::status(500); });
        const Run offline = run({QStringLiteral("geocode"), QStringLiteral("Murat (15)")}, server.url("").toString());
        QCOMPARE(offline.status, 0);
        QVERIFY(server.requests().isEmpty());
    }

    void nothingFoundAndNothingReached()
    {
        const QStringList asked{QStringLiteral("geocode"), QStringLiteral("xyzzy"), QStringLiteral("--online")};
        const HttpServerThread none(
            [](const HttpRequest &) { return HttpAnswer::ok("{\"features\": []}", {}, "application/json"); });
        QCOMPARE(run(asked, none.url("").toString()).status, 1);
        const HttpServerThread closed([](const HttpRequest &) { return HttpAnswer::status(403); });
        QCOMPARE(run(asked, closed.url("").toString()).status, 3);
    }
};

QTEST_GUILESS_MAIN(TestSources)
#include "test_sources.moc"
