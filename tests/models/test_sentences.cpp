// Chips, sentences, file names, typography and the filter's JSON: pure functions.
#include "models/chips.h"
#include "models/filter_json.h"
#include "models/sentences.h"
#include "models/support/sample_directory.h"

#include <QJsonArray>

using namespace repere;
using namespace repere::models;

namespace {

const QString kLaser = QStringLiteral("laser-cutter");

Words french()
{
    return Words(testing::shippedKnowledge(), true);
}
Words english()
{
    return Words(testing::shippedKnowledge(), false);
}

Filter everything()
{
    Filter filter;
    filter.text = QStringLiteral("trotec");
    filter[Facet::Region].values = {QStringLiteral("53"), QString(kUnknown)};
    filter[Facet::Equipment].values = {kLaser};
    filter[Facet::Equipment].excluded = {QStringLiteral("3d-printer")};
    filter.anyEquipment = true;
    filter.communes = {QStringLiteral("35238")};
    filter.near = Near{{48.1, -1.7}, 30'000, QStringLiteral("Rennes (35)")};
    filter.box = GeoBox{-5, 47, -1, 49};
    filter.area = GeoRing{{{47.5, -4}, {48.75, -1.25}, {47.125, -1}}};
    filter.asOfAfter = 2020;
    return filter;
}

} // namespace

class TestSentences : public QObject
{
    Q_OBJECT

private slots:
    void choicesAreSaidWholeOrCounted()
    {
        const Words words = french();
        QCOMPARE(choicesSentence({}, words, 60), QString());
        Filter filter;
        filter[Facet::Region].values = {QStringLiteral("53")};
        QCOMPARE(choicesSentence(filter, words, 1), QStringLiteral("Bretagne")); // the first one always
        filter[Facet::Equipment].values = {QStringLiteral("laser-cutter")};
        filter[Facet::Type].excluded = {QStringLiteral("coworking")};
        QCOMPARE(choicesSentence(filter, words, 60), QStringLiteral("Bretagne · without Coworking · Découpe laser"));
        QVERIFY(choicesSentence(filter, words, 29).startsWith(QStringLiteral("Bretagne · without Coworking · 1 ")));
        QVERIFY(choicesSentence(filter, words, 10).startsWith(QStringLiteral("Bretagne · 2 ")));
    }

    void aTownIsSaidOnce()
    {
        QCOMPARE(french().place(QStringLiteral("Lyon"), QStringLiteral("69")), QStringLiteral("Lyon · Rhône"));
        QCOMPARE(french().place(QStringLiteral("Paris"), QStringLiteral("75")), QStringLiteral("Paris"));
        QCOMPARE(french().place({}, QStringLiteral("75")), QStringLiteral("Paris"));
    }

    void coordinatesInThreeForms()
    {
        const GeoPoint lapalisse{46.25, 3.636};
        const auto plain = [](QString text) { return text.replace(QChar(0xa0), u' ').replace(QChar(0x202f), u' '); };
        QCOMPARE(plain(french().coordinates(lapalisse)), QStringLiteral("46,2500° N · 3,6360° E"));
        QCOMPARE(plain(french().coordinates(lapalisse, CoordinateForm::Sexagesimal)),
                 QStringLiteral("46° 15′ 00″ N · 3° 38′ 10″ E"));
        QCOMPARE(plain(french().coordinates({46.5, 3}, CoordinateForm::Plane)),
                 QStringLiteral("X 700 000 · Y 6 600 000 (Lambert-93)"));
        // Never sixty seconds; west is "ouest".
        QCOMPARE(plain(french().coordinates({47.99999, -0.99999}, CoordinateForm::Sexagesimal)),
                 QStringLiteral("48° 00′ 00″ N · 1° 00′ 00″ O"));
        QVERIFY(french().coordinates({-21.1, 55.5}, CoordinateForm::Plane).endsWith(QStringLiteral("(RGR92 UTM 40S)")));
        QCOMPARE(english().coordinates({0, -20}, CoordinateForm::Plane), QStringLiteral("0.0000° N · 20.0000° W"));
        QCOMPARE(french().plainCoordinates(lapalisse, CoordinateForm::Decimal), QStringLiteral("46.250000, 3.636000"));
        QCOMPARE(french().plainCoordinates({46.5, 3}, CoordinateForm::Plane), QStringLiteral("700000.0, 6600000.0"));
    }

    void typography_data()
    {
        QTest::addColumn<QString>("made");
        QTest::addColumn<QString>("expected");
        const Words fr = french();
        QTest::newRow("thousands") << fr.number(1234567) << QStringLiteral("1\u202f234\u202f567");
        QTest::newRow("thousands with a decimal") << fr.decimal(10332.16, 1) << QStringLiteral("10\u202f332,2");
        QTest::newRow("below nothing") << fr.decimal(-1234.5, 1) << QStringLiteral("-1\u202f234,5");
        QTest::newRow("english decimals") << english().decimal(999.5, 2) << QStringLiteral("999.50");
        QTest::newRow("three digits") << fr.number(379) << QStringLiteral("379");
        QTest::newRow("english thousands") << english().number(12345) << QStringLiteral("12,345");
        QTest::newRow("quotes") << fr.quoted(QStringLiteral("laser")) << QStringLiteral("«\u00a0laser\u00a0»");
        QTest::newRow("metres") << fr.distance(840) << QStringLiteral("850\u00a0m");
        QTest::newRow("near") << fr.distance(6430) << QStringLiteral("6,4\u00a0km");
        QTest::newRow("a chosen radius") << fr.distance(5000) << QStringLiteral("5\u00a0km");
        QTest::newRow("far") << fr.distance(63'400) << QStringLiteral("63\u00a0km");
        QTest::newRow("day") << fr.date(QStringLiteral("2024-05-31")) << QStringLiteral("31/05/2024");
        QTest::newRow("month") << fr.date(QStringLiteral("2024-05")) << QStringLiteral("05/2024");
        QTest::newRow("year") << fr.date(QStringLiteral("2024")) << QStringLiteral("2024");
        QTest::newRow("no place is singular")
            << fr.plural(0, QStringLiteral("%1 lieu"), QStringLiteral("%1 lieux")) << QStringLiteral("0 lieu");
        QTest::newRow("no place is plural in English")
            << english().plural(0, QStringLiteral("%1 place"), QStringLiteral("%1 places"))
            << QStringLiteral("0 places");
        QTest::newRow("coordinates") << fr.coordinates({45.11074, -2.86861})
                                     << QStringLiteral("45,1107° N · 2,8686° O");
        QTest::newRow("in a région") << fr.in(Facet::Region, QStringLiteral("53")) << QStringLiteral("en Bretagne");
        QTest::newRow("in a masculine one")
            << fr.in(Facet::Region, QStringLiteral("44")) << QStringLiteral("dans le Grand Est");
        QTest::newRow("in an island") << fr.in(Facet::Region, QStringLiteral("04")) << QStringLiteral("à La Réunion");
        QTest::newRow("in Le Havre") << fr.inCommune(QStringLiteral("76351")) << QStringLiteral("au Havre");
        QTest::newRow("département") << fr.label(Facet::Departement, QStringLiteral("2A"))
                                     << QStringLiteral("Corse-du-Sud (2A)");
    }

    void typography()
    {
        QFETCH(QString, made);
        QFETCH(QString, expected);
        QCOMPARE(made, expected);
    }

    void honestAboutWhatIsNotStated()
    {
        Filter filter;
        filter[Facet::Region].values = {QStringLiteral("53")};
        filter[Facet::Equipment].values = {kLaser};
        FilterCounts counts;
        counts.total = 379;
        counts.count = 9;
        counts.withoutEquipmentChoice = 60;
        counts.unknownEquipmentAmong = 47;
        const HonestSentence sentence = honestSentence(filter, counts, english());
        QCOMPARE(sentence.have, QStringLiteral("9 of 60 in Bretagne have one"));
        QCOMPARE(sentence.unknown, QStringLiteral("47 say nothing about their machines"));
        filter[Facet::Equipment] = {};
        QCOMPARE(honestSentence(filter, counts, english()), HonestSentence());
        filter[Facet::Equipment].values = {QString(kUnknown)}; // nothing to be honest about
        QCOMPARE(honestSentence(filter, counts, english()), HonestSentence());
    }

    void chipsKeepTheOrderOfTheirChoice()
    {
        Filter filter;
        filter[Facet::Equipment].values = {kLaser};
        std::vector<Chip> chips = chipsOf(filter, french());
        QCOMPARE(chips.size(), 1U);
        QCOMPARE(chips[0].text, QStringLiteral("Découpe laser"));
        filter[Facet::Region].values = {
            QStringLiteral("53")}; // comes before equipment in the facets, but was chosen later
        chips = chipsOf(filter, french(), chips);
        QCOMPARE(chips.size(), 2U);
        QCOMPARE(chips.back().text, QStringLiteral("Bretagne"));
        QVERIFY(chips.back().without[Facet::Region].values.isEmpty());
        QCOMPARE(chips.back().without[Facet::Equipment].values, QStringList{kLaser});
    }

    void everyChoiceHasAChip()
    {
        Filter filter = everything();
        std::vector<Chip> chips = chipsOf(filter, french());
        QCOMPARE(chips.size(), 10U);
        while (!chips.empty()) { // taking all of them away leaves nothing
            filter = chips.back().without;
            chips = chipsOf(filter, french(), chips);
        }
        QVERIFY(filter.isEmpty());
    }

    void fileNames_data()
    {
        QTest::addColumn<Filter>("filter");
        QTest::addColumn<QString>("name");
        Filter filter;
        QTest::newRow("all") << filter << QStringLiteral("ateliers_2026-11-22");
        filter[Facet::Region].values = {QStringLiteral("53")};
        filter[Facet::Equipment].values = {kLaser};
        QTest::newRow("région and machine") << filter << QStringLiteral("ateliers_bretagne_decoupe-laser_2026-11-22");
        filter = {};
        filter.text = QStringLiteral("  L'Œuvre / ../etc ");
        QTest::newRow("words cannot leave the folder") << filter << QStringLiteral("ateliers_l-oeuvre-etc_2026-11-22");
        filter = {};
        filter[Facet::Departement].values = {QStringLiteral("2A")};
        QTest::newRow("département") << filter << QStringLiteral("ateliers_corse-du-sud_2026-11-22");
    }

    void fileNames()
    {
        QFETCH(Filter, filter);
        QTEST(proposedFileName(filter, QDate(2026, 11, 22), french()), "name");
    }

    void filterComesBackFromJson()
    {
        QCOMPARE(filterFromJson(filterToJson(everything())), everything());
        QCOMPARE(filterFromJson(filterToJson({})), Filter());
        // A damaged state opens a window without filter.
        QCOMPARE(filterFromJson({{QStringLiteral("near"), 7},
                                 {QStringLiteral("region"), QStringLiteral("x")},
                                 {QStringLiteral("area"), QJsonArray{1, QStringLiteral("no")}},
                                 {QStringLiteral("box"), QStringLiteral("nothing")}}),
                 Filter());
    }

    void droppingAChoice()
    {
        const Filter filter = everything();
        QVERIFY(dropped(filter, directory::Suggestion::Drop::Equipment)[Facet::Equipment].isEmpty());
        QCOMPARE(dropped(filter, directory::Suggestion::Drop::Near).near->radiusMetres, 0.0);
        const Filter anywhere = withoutPlace(filter);
        QVERIFY(anywhere[Facet::Region].isEmpty() && anywhere.communes.isEmpty() && !anywhere.box && !anywhere.area);
        QCOMPARE(anywhere.text, filter.text);
    }
};

QTEST_GUILESS_MAIN(TestSentences)
#include "test_sentences.moc"
