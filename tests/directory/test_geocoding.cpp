// What the national geocoder is asked about places, how its answers are judged, and what they change; a server of ours answers.
#include "directory/atelier_fields.h"
#include "directory/geocoding.h"
#include "directory/support/fixture.h"
#include "support/geocoder_answers.h"

#include <QTest>

using namespace repere;
using namespace repere::directory;
using namespace repere::test;
using namespace Qt::StringLiterals;
using repere::testing::HttpAnswer;
using repere::testing::HttpRequest;
using repere::testing::HttpServerThread;

namespace {

const QByteArray kPort =
    "45.7801,3.0902,2 Rue du Port 63000 Clermont-Ferrand,0.96,housenumber,63000,Clermont-Ferrand,63113";

const QByteArray kList = R"([{"id": 7, "name": "Le Port", "slug": "le-port", "address_1": "2 rue du Port",
 "city": "Clermont-Ferrand", "postal_code": "63000", "country_code": "FR", "kind_name": "fab_lab",
 "url": "https://www.fablabs.io/labs/le-port"}])";

Atelier lab(const QString &address, const QString &postcode = u"63000"_s, const QString &city = u"Clermont-Ferrand"_s)
{
    Atelier atelier;
    atelier.name = u"Lab"_s;
    atelier.address = address;
    atelier.postcode = postcode;
    atelier.city = city;
    return atelier;
}

/// While it lives, this server stands in for the service.
class Service
{
public:
    explicit Service(repere::testing::HttpServer::Answer answer) : server(std::move(answer))
    {
        qputenv("REPERE_GEOCODER", server.url("/geocodage").toEncoded());
    }
    ~Service() { qunsetenv("REPERE_GEOCODER"); }

    HttpServerThread server;
};

} // namespace

class TestGeocoding : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Directory> m_directory;

    /// Puts it into the directory and asks; the service answers `found`.
    std::optional<AddressAnswer> answerFor(const Atelier &atelier, const QByteArray &found)
    {
        const auto id = orDie(m_directory->add(atelier));
        JobContext job;
        const auto questions = orDie(m_directory->addressQuestions({id}, true, job));
        const Service service(
            [&found](const HttpRequest &request) { return geocoderAnswer(request, [&](auto &) { return found; }); });
        const auto answers = orDie(askAddresses(questions, knowledge(), job));
        return answers.stopped || answers.answers.size() != 1 ? std::nullopt : answers.answers.front();
    }

private slots:
    void init()
    {
        static int number = 0;
        m_directory = newFile(m_folder.filePath(u"%1.gpkg"_s.arg(++number)));
    }

    void whatIsAsked_data()
    {
        QTest::addColumn<Atelier>("atelier");
        QTest::addColumn<QString>("words"); // empty: nothing
        QTest::addColumn<QString>("insee");
        QTest::newRow("street and town") << lab(u"2  rue du\nPort"_s) << u"2 rue du Port 63000 Clermont-Ferrand"_s
                                         << u"63113"_s;
        QTest::newRow("the address says its town") << lab(u"2 rue du Port, 63000 CLERMONT FERRAND"_s)
                                                   << u"2 rue du Port, 63000 CLERMONT FERRAND"_s << u"63113"_s;
        QTest::newRow("the service codes Paris by arrondissements")
            << lab(u"12 rue Oberkampf"_s, {}, u"Paris"_s) << u"12 rue Oberkampf Paris"_s << QString();
        QTest::newRow("an arrondissement")
            << lab(u"12 rue Oberkampf"_s, u"75011"_s, u"Paris"_s) << u"12 rue Oberkampf 75011 Paris"_s << QString();
        QTest::newRow("no street, and the centre of the commune is there already") << lab({}) << QString() << QString();
        QTest::newRow("an unknown town") << lab({}, {}, u"Xyzzyville"_s) << u"Xyzzyville"_s << QString();
        QTest::newRow("nothing is said") << lab({}, {}, {}) << QString() << QString();
        Atelier placed = lab(u"2 rue du Port"_s);
        placed.point = GeoPoint{45.78, 3.09};
        placed.precision = PositionPrecision::Approximate;
        QTest::newRow("it has a position of its own") << placed << QString() << QString();
    }
    void whatIsAsked()
    {
        QFETCH(Atelier, atelier);
        QFETCH(QString, words);
        QFETCH(QString, insee);
        const auto id = orDie(m_directory->add(atelier));
        JobContext job;
        const auto questions = orDie(m_directory->addressQuestions({id, id + 1000}, false, job));
        QCOMPARE(questions.size(), words.isEmpty() ? 0U : 1U);
        if (words.isEmpty())
            return;
        QCOMPARE(questions.front().asked.words, words);
        QCOMPARE(questions.front().asked.insee, insee);
        QCOMPARE(questions.front().id, id);
    }

    void onlyTheQuestionsAreSent()
    {
        Atelier secret = lab(u"2 rue du Port"_s);
        secret.name = u"Secret name"_s;
        secret.phone = u"0600000000"_s;
        secret.notes = u"Secret notes"_s;
        const auto id = orDie(m_directory->add(secret));
        const Service service(
            [](const HttpRequest &request) { return geocoderAnswer(request, [](auto &) { return kPort; }); });
        JobContext job;
        orDie(askAddresses(orDie(m_directory->addressQuestions({id}, false, job)), knowledge(), job));
        QCOMPARE(service.server.requests().size(), 1);
        const HttpRequest request = service.server.requests().first();
        QCOMPARE(repere::testing::geocoderLines(request),
                 QByteArrayList{"0,2 rue du Port 63000 Clermont-Ferrand,63113,"});
        for (const char *kept : {"ecret", "0600000000"})
            QVERIFY(!request.head.contains(kept) && !request.body.contains(kept));
    }

    void answersAreJudged_data()
    {
        QTest::addColumn<Atelier>("atelier");
        QTest::addColumn<QByteArray>("found");
        QTest::addColumn<AddressDoubt>("doubt");
        QTest::addColumn<PositionPrecision>("precision");
        const Atelier clermont = lab(u"2 rue du Port"_s);
        using enum AddressDoubt;
        using Precision = PositionPrecision;
        QTest::newRow("the house") << clermont << kPort << None << Precision::Exact;
        QTest::newRow("the street") << clermont << QByteArray(kPort).replace("housenumber", "street") << None
                                    << Precision::Approximate;
        QTest::newRow("the town") << clermont << QByteArray(kPort).replace("housenumber", "municipality") << TownOnly
                                  << Precision::Commune;
        QTest::newRow("just good enough")
            << clermont << QByteArray(kPort).replace("0.96", "0.7") << None << Precision::Exact;
        QTest::newRow("fits badly") << clermont << QByteArray(kPort).replace("0.96", "0.69") << LowScore
                                    << Precision::Exact;
        QTest::newRow("no score") << clermont << QByteArray(kPort).replace("0.96", "much") << LowScore
                                  << Precision::Exact;
        QTest::newRow("NaN") << clermont << QByteArray(kPort).replace("0.96", "nan") << LowScore << Precision::Exact;
        QTest::newRow("another commune")
            << clermont << QByteArray("45.77,3.11,2 Rue du Port 63170 Aubière,0.9,housenumber,63170,Aubière,63014")
            << OtherCommune << Precision::Exact;
        QTest::newRow("the code says the commune, the point does not")
            << clermont << QByteArray(kPort).replace("45.7801,3.0902", "48.85,2.35") << OtherCommune
            << Precision::Exact;
        QTest::newRow("an arrondissement of the same city")
            << lab(u"12 rue Oberkampf"_s, {}, u"Paris"_s)
            << QByteArray("48.864,2.368,12 Rue Oberkampf 75011 Paris,0.95,housenumber,75011,Paris,75111") << None
            << Precision::Exact;
        QTest::newRow("no code, another postcode")
            << lab(u"2 rue du Port"_s, u"63999"_s, {})
            << QByteArray("45.7801,3.0902,2 Rue du Port,0.96,housenumber,63000,,") << OtherCommune << Precision::Exact;
    }
    void answersAreJudged()
    {
        QFETCH(Atelier, atelier);
        QFETCH(QByteArray, found);
        QFETCH(AddressDoubt, doubt);
        QFETCH(PositionPrecision, precision);
        const auto answer = answerFor(atelier, found);
        QVERIFY(answer);
        QCOMPARE(answer->doubt, doubt);
        QCOMPARE(answer->precision, precision);
    }

    void whatIsTakenIsOneChangeWithItsSource()
    {
        const auto first = orDie(m_directory->add(lab(u"2 rue du Port"_s)));
        const auto second = orDie(m_directory->add(lab(u"4 rue du Port"_s)));
        const Atelier before = orDie(m_directory->read(first));
        QCOMPARE(before.precision, PositionPrecision::Commune);
        std::vector<AddressAnswer> answers;
        for (const AtelierId id : {first, second, second + 50}) { // the last one is gone since
            answers.push_back({.id = id, .place = {}, .precision = PositionPrecision::Exact, .doubt = {}});
            answers.back().place.point = {45.7801, 3.0902};
            answers.back().place.type = u"housenumber"_s;
        }
        JobContext job;
        QCOMPARE(orDie(m_directory->takeAddresses(answers, job)), 2);
        const Atelier after = orDie(m_directory->read(first));
        QCOMPARE(after.point, (GeoPoint{45.7801, 3.0902}));
        QCOMPARE(after.precision, PositionPrecision::Exact);
        QCOMPARE(after.insee, before.insee);
        QCOMPARE(after.provenance.size(), 1U);
        QCOMPARE(after.provenance[0].source, geocoderSource());
        QCOMPARE(after.provenance[0].licence, u"Licence Ouverte 2.0"_s);
        QVERIFY(!after.provenance[0].asOf.isEmpty());
        const auto said = valuesOf(after, u"position"_s);
        QCOMPARE(said.size(), 1U);
        QVERIFY(said[0].present && !said[0].byHand);

        QCOMPARE(orDie(m_directory->takeAddresses(answers, job)), 0); // the same again is no change
        const auto change = orDie(m_directory->undo());
        QCOMPARE(change.updated, 2);
        QCOMPARE(orDie(m_directory->read(first)), before);
    }

    void aSourceThatComesAgainDoesNotTakeThePositionAway()
    {
        const QString path = m_folder.filePath(u"liste.json"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(kList);
        file.close();
        JobContext job;
        QCOMPARE(orDie(m_directory->import({.files = {path}}, job)).added, 1);
        const AtelierId id = orDie(m_directory->search({}))->idAt(0);
        AddressAnswer answer{.id = id, .place = {}, .precision = PositionPrecision::Exact, .doubt = {}};
        answer.place.point = {45.7801, 3.0902};
        QCOMPARE(orDie(m_directory->takeAddresses({answer}, job)), 1);
        const ImportReport again = orDie(m_directory->import({.files = {path}}, job));
        QCOMPARE(again.unchanged, 1);
        QCOMPARE(orDie(m_directory->read(id)).precision, PositionPrecision::Exact);
    }

    void aPersonsYesOutranksWhatWasThere_data()
    {
        QTest::addColumn<bool>("typed");
        QTest::newRow("a source's own position") << false;
        QTest::newRow("a position typed by hand") << true;
    }
    void aPersonsYesOutranksWhatWasThere()
    {
        QFETCH(bool, typed);
        Atelier atelier = lab(u"2 rue du Port"_s);
        atelier.point = GeoPoint{45.70, 3.0};
        atelier.precision = PositionPrecision::Exact;
        if (!typed) {
            atelier.provenance = {{.source = u"Liste"_s,
                                   .recordKey = u"1"_s,
                                   .url = {},
                                   .licence = {},
                                   .asOf = u"2099"_s,
                                   .values = valuesToJson(atelier)}};
        }
        const auto id = orDie(m_directory->add(atelier));
        if (typed) {
            Atelier moved = orDie(m_directory->read(id));
            moved.point = GeoPoint{45.71, 3.0};
            orDie(m_directory->update(moved));
        }
        const Atelier before = orDie(m_directory->read(id));
        AddressAnswer answer{.id = id, .place = {}, .precision = PositionPrecision::Exact, .doubt = {}};
        answer.place.point = {45.7801, 3.0902};
        JobContext job;
        QCOMPARE(orDie(m_directory->takeAddresses({answer}, job)), 1);
        const Atelier after = orDie(m_directory->read(id));
        QCOMPARE(after.point, answer.place.point);
        Atelier rest = after;
        rest.provenance = before.provenance;
        copyField(rest, before, u"position"_s);
        QCOMPARE(rest, before); // nothing else has changed
        orDie(m_directory->undo());
        QCOMPARE(orDie(m_directory->read(id)), before);
    }

    void whatCameBeforeTheTroubleIsKept()
    {
        std::vector<AddressQuestion> questions(exchange::Geocoder::kMostLines + 3);
        for (std::size_t i = 0; i < questions.size(); ++i) {
            questions[i].id = static_cast<AtelierId>(i) + 1;
            questions[i].asked.words = u"2 rue du Port"_s;
        }
        std::atomic<int> number = 0;
        const Service service([&number](const HttpRequest &request) {
            return number++ == 0 ? geocoderAnswer(request, [](auto &) { return kPort; })
                                 : HttpAnswer::ok("<html>", {}, "text/html");
        });
        JobContext job;
        const auto answers = orDie(askAddresses(questions, knowledge(), job));
        QCOMPARE(answers.answers.size(), exchange::Geocoder::kMostLines);
        QCOMPARE(answers.answers.back()->id, static_cast<AtelierId>(exchange::Geocoder::kMostLines));
        QVERIFY(answers.stopped);
        QCOMPARE(answers.stopped->code, ErrorCode::Unreadable);
        job.cancel();
        QCOMPARE(askAddresses(questions, knowledge(), job).error().code, ErrorCode::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestGeocoding)
#include "test_geocoding.moc"
