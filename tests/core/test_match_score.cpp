#include "core/match_score.h"

#include <QTest>

using namespace repere;
using namespace Qt::StringLiterals;

/// The cases that shaped the weights, in invented places; the labelled pairs of real ones are tested in directory.
class TestMatchScore : public QObject
{
    Q_OBJECT

private:
    static constexpr GeoPoint kHere{.latitude = 45.764, .longitude = 4.8357};

    struct Place {
        QString name = {};
        QString address = {};
        QString insee = u"69383"_s;
        QString postcode = u"69003"_s;
        double metresEast = 0; ///< negative: no position
        PositionPrecision precision = PositionPrecision::Exact;
        QString website = {};
        QString type = {};
        QString phone = {};
    };
    static MatchRecord record(const Place &place)
    {
        Atelier atelier;
        atelier.id = 1;
        atelier.name = place.name;
        atelier.address = place.address;
        atelier.insee = place.insee;
        atelier.postcode = place.postcode;
        atelier.city = u"Lyon"_s;
        if (place.metresEast >= 0) {
            atelier.point = destination(kHere, 90, place.metresEast);
            atelier.precision = place.precision;
        }
        atelier.website = place.website;
        atelier.phone = place.phone;
        if (!place.type.isEmpty())
            atelier.types = {place.type};
        return matchRecord(atelier, Compounds({{u"fab"_s, u"lab"_s}, {u"co"_s, u"working"_s}}));
    }
    enum Verdict { Merged, Asked, Apart };
    static Verdict verdict(double total)
    {
        return total >= kSurelyTwins ? Merged : total >= kPerhapsTwins ? Asked : Apart;
    }

private slots:
    void judges_data()
    {
        QTest::addColumn<MatchRecord>("a");
        QTest::addColumn<MatchRecord>("b");
        QTest::addColumn<int>("expected");
        const auto row = [](const char *name, const Place &a, const Place &b, Verdict expected) {
            QTest::newRow(name) << record(a) << record(b) << int(expected);
        };
        row("the same, written otherwise", {.name = u"FabLab Zébulon"_s, .address = u"4 rue Haute"_s},
            {.name = u"ZEBULON fab lab"_s, .address = u"4, Rue HAUTE"_s, .metresEast = 90}, Merged);
        row("one word or two", {.name = u"Gold Or Hack"_s}, {.name = u"GoldOrHack"_s, .metresEast = 60}, Merged);
        row("a slip", {.name = u"Platforme Zinzolin"_s}, {.name = u"Plateforme Zinzolin"_s, .metresEast = 60}, Merged);
        row("the longer form of the name", {.name = u"Le Zinzolin"_s, .address = u"4 rue Haute"_s},
            {.name = u"Le Zinzolin, agriculture urbaine et coworking"_s, .metresEast = 10}, Merged);
        row("the town's fablab without a position", {.name = u"Fablab Lyon"_s, .metresEast = -1},
            {.name = u"FabLab de Lyon"_s, .metresEast = -1}, Merged);
        row("a common name says less", {.name = u"Espace coworking"_s, .metresEast = -1},
            {.name = u"Espace de coworking"_s, .metresEast = -1}, Asked);
        row("moved within the town, one website",
            {.name = u"Zinzolin"_s, .address = u"4 rue Haute"_s, .website = u"zinzolin.example"_s},
            {.name = u"Zinzolin"_s, .address = u"9 quai Bas"_s, .metresEast = 1200, .website = u"zinzolin.example"_s},
            Merged);
        row("the same name in another street", {.name = u"Zinzolin"_s, .address = u"4 rue Haute"_s},
            {.name = u"Zinzolin"_s, .address = u"9 quai Bas"_s, .metresEast = 500}, Asked);
        row("a workshop has no second site in a town",
            {.name = u"Zinzolin"_s, .address = u"4 rue Haute"_s, .type = u"fablab"_s},
            {.name = u"FabLab Zinzolin"_s, .address = u"9 quai Bas"_s, .metresEast = 2900, .type = u"fablab"_s},
            Merged);
        row("but a coworking space may", {.name = u"Zinzolin"_s, .address = u"4 rue Haute"_s, .type = u"coworking"_s},
            {.name = u"Zinzolin"_s, .address = u"9 quai Bas"_s, .metresEast = 2900, .type = u"coworking"_s}, Apart);
        row("nor is a workshop of one word more the same",
            {.name = u"Zinzolin"_s, .address = u"4 rue Haute"_s, .type = u"fablab"_s},
            {.name = u"Zinzolin Gerland"_s, .address = u"9 quai Bas"_s, .metresEast = 2900, .type = u"fablab"_s},
            Apart);
        row("the door at the corner", {.name = u"Zinzolin"_s, .address = u"4 rue Haute"_s, .type = u"coworking"_s},
            {.name = u"Zinzolin"_s, .address = u"9 quai Bas"_s, .metresEast = 80, .type = u"coworking"_s}, Merged);
        row("the same house, but a geocoder went wrong",
            {.name = u"Le Zinzolin Coworking"_s, .address = u"4 rue Haute"_s},
            {.name = u"Zinzolin"_s, .address = u"4 rue Haute"_s, .metresEast = 3400}, Merged);
        row("another town of like name: asked",
            {.name = u"Zinzolin"_s,
             .address = u"usine Lacroix"_s,
             .website = u"zinzolin.example"_s,
             .type = u"fablab"_s},
            {.name = u"Zinzolin"_s,
             .address = u"usine Lacroix"_s,
             .insee = u"39368"_s,
             .postcode = u"39400"_s,
             .metresEast = 120'000,
             .website = u"zinzolin.example"_s,
             .type = u"fablab"_s},
            Asked);
        row("moved to the next town: asked", {.name = u"Zinzolin"_s, .address = u"4 rue Haute"_s, .type = u"fablab"_s},
            {.name = u"Zinzolin"_s,
             .address = u"9 quai Bas"_s,
             .insee = u"69266"_s,
             .postcode = u"69100"_s,
             .metresEast = 6000,
             .type = u"makerspace"_s},
            Asked);
        row("a workshop that one list takes for a coworking space",
            {.name = u"Zinzolin"_s, .address = u"4 rue Haute"_s, .type = u"coworking"_s},
            {.name = u"Zinzolin"_s, .address = u"9 quai Bas"_s, .metresEast = 2900, .type = u"fablab"_s}, Merged);
        row("the workshop's name beside another",
            {.name = u"Fuvelab"_s, .address = u"4 rue Haute"_s, .type = u"fablab"_s},
            {.name = u"CATCHOU - FUVELAB"_s, .address = u"9 quai Bas"_s, .metresEast = 500, .type = u"fablab"_s},
            Merged);
        row("the chain's name beside the site's",
            {.name = u"Fuvelab"_s, .address = u"4 rue Haute"_s, .type = u"coworking"_s},
            {.name = u"Fuvelab - Dahomey"_s, .address = u"9 quai Bas"_s, .metresEast = 500, .type = u"coworking"_s},
            Apart);
        row("the number of a university is not that of a site",
            {.name = u"Campusfab"_s, .address = u"118 route Haute"_s},
            {.name = u"CampusFab Université Savante 3"_s, .address = u"118 route Haute"_s, .metresEast = 400}, Merged);
        row("lab, glued", {.name = u"ZinzoLab"_s}, {.name = u"FabLab Zinzo"_s, .metresEast = 90}, Merged);
        row("a network's website, and no street: asked",
            {.name = u"LabFab MDA"_s, .website = u"labfab.example"_s, .type = u"fablab"_s},
            {.name = u"labfab de Lyon"_s, .metresEast = 900, .website = u"labfab.example"_s, .type = u"fablab"_s},
            Asked);
        row("a chain's website, and no street",
            {.name = u"Morning Caire"_s, .website = u"morning.example"_s, .type = u"coworking"_s},
            {.name = u"Morning"_s, .metresEast = 900, .website = u"morning.example"_s, .type = u"coworking"_s}, Asked);
        row("initials", {.name = u"Fablab de la MDA"_s},
            {.name = u"Fablab de la Maison des Associations"_s, .metresEast = 90}, Merged);
        row("two words that are one, and another beside", {.name = u"Labtop Zinzolin"_s},
            {.name = u"Lab Top Zinzolin"_s, .metresEast = 90}, Merged);
        row("the département is where, not what", {.name = u"8 FabLab Rhône"_s},
            {.name = u"8Fablab"_s, .metresEast = 90}, Merged);
        row("its number, too", {.name = u"Hub69"_s, .address = u"2 rue Haute"_s},
            {.name = u"BerryLab69"_s, .address = u"2 rue Haute"_s}, Apart);
        row("a street without numbers is the whole address",
            {.name = u"Cerfazur FabLab"_s, .address = u"rue de la Liberté"_s, .website = u"cerfazur.example"_s},
            {.name = u"The Glass Fablab"_s,
             .address = u"Rue de la Liberté"_s,
             .metresEast = 290,
             .website = u"cerfazur.example"_s},
            Merged);
        row("a chain in two districts",
            {.name = u"Anticafé"_s, .address = u"4 rue Haute"_s, .website = u"anticafe.example"_s},
            {.name = u"Anticafé"_s,
             .address = u"9 quai Bas"_s,
             .insee = u"69381"_s,
             .postcode = u"69001"_s,
             .metresEast = 1100,
             .website = u"anticafe.example"_s},
            Apart);
        row("a chain in two towns",
            {.name = u"La Cordée"_s, .address = u"4 rue Haute"_s, .website = u"cordee.example"_s},
            {.name = u"La Cordée"_s,
             .address = u"8 rue de l’Industrie"_s,
             .insee = u"39368"_s,
             .postcode = u"39400"_s,
             .metresEast = 120'000,
             .website = u"cordee.example"_s},
            Apart);
        row("a chain in one street's length",
            {.name = u"Symphony Saint Lazare"_s, .address = u"5 rue du Havre"_s, .website = u"symphony.example"_s},
            {.name = u"Symphony Haussmann Saint Lazare"_s,
             .address = u"61 boulevard Haussmann"_s,
             .metresEast = 113,
             .website = u"symphony.example"_s},
            Asked);
        row("sites of a chain by their streets",
            {.name = u"Morning Caire"_s, .address = u"4 rue du Caire"_s, .website = u"morning.example"_s},
            {.name = u"Morning Trudaine"_s,
             .address = u"37 avenue Trudaine"_s,
             .metresEast = 350,
             .website = u"morning.example"_s},
            Apart);
        row("two places in one house", {.name = u"Casaco"_s, .address = u"6 avenue Jean Jaurès"_s},
            {.name = u"Les Fabriqueurs"_s, .address = u"6 Avenue Jean Jaurès"_s}, Apart);
        row("the coworking and the lab of one house, one website",
            {.name = u"Pôle numérique"_s,
             .address = u"20 boulevard des Martyrs"_s,
             .website = u"polenumerique.example"_s,
             .type = u"coworking"_s},
            {.name = u"Thech-Factory"_s,
             .address = u"20 bd des Martyrs"_s,
             .website = u"polenumerique.example"_s,
             .type = u"fablab"_s},
            Asked);
        row("another name, but the website bears the first",
            {.name = u"Zinzolin"_s, .address = u"5 rue Victor Hugo"_s, .website = u"zinzolin-lyon.example"_s},
            {.name = u"Durand"_s, .address = u"5 Rue Victor Hugo"_s, .website = u"www.zinzolin-lyon.example"_s},
            Merged);
        row("number two is another", {.name = u"Espace Oasis"_s, .address = u"1 rue Samson"_s},
            {.name = u"Espace Oasis 2"_s, .address = u"12 rue Maurille"_s, .metresEast = 800}, Apart);
        row("the centre of the commune is no distance",
            {.name = u"Zinzolin"_s, .metresEast = 0, .precision = PositionPrecision::Commune},
            {.name = u"Zinzolin"_s, .metresEast = 3000}, Merged);
        row("the code of the whole city is no other commune",
            {.name = u"Zinzolin"_s, .insee = u"69123"_s, .postcode = {}, .metresEast = -1},
            {.name = u"Zinzolin"_s, .metresEast = -1}, Merged);
        row("a border in the street",
            {.name = u"Zinzolin"_s, .address = u"100 boulevard Haut"_s, .insee = u"69383"_s, .postcode = u"69003"_s},
            {.name = u"Zinzolin Bastille"_s,
             .address = u"100 Boulevard HAUT"_s,
             .insee = u"69387"_s,
             .postcode = u"69007"_s,
             .metresEast = 250},
            Merged);
        row("nothing but the name", {.name = u"Zinzolin"_s, .insee = {}, .postcode = {}, .metresEast = -1},
            {.name = u"Zinzolin"_s, .insee = {}, .postcode = {}, .metresEast = -1}, Asked);
        row("neighbours", {.name = u"La Chouette"_s, .address = u"4 rue Haute"_s},
            {.name = u"Le Hibou"_s, .address = u"6 rue Haute"_s, .metresEast = 15}, Apart);
        row("one telephone in one house",
            {.name = u"La Chouette"_s, .address = u"4 rue Haute"_s, .phone = u"0470991234"_s},
            {.name = u"Le Hibou"_s, .address = u"4 rue Haute"_s, .metresEast = 15, .phone = u"+33 4 70 99 12 34"_s},
            Asked);
        row("unnamed", {.name = {}, .address = u"4 rue Haute"_s}, {.name = {}, .address = u"4 rue Haute"_s}, Apart);
    }
    void judges()
    {
        QFETCH(MatchRecord, a);
        QFETCH(MatchRecord, b);
        QFETCH(int, expected);
        const MatchScore score = matchScore(a, b);
        QVERIFY2(verdict(score.total) == expected, qPrintable(QString::number(score.total)));
        QCOMPARE(matchScore(b, a), score);
        QCOMPARE(matchTotal(a, b), score.total);
        QCOMPARE(matchTotal(a, b, kSurelyTwins) >= kSurelyTwins, score.total >= kSurelyTwins);
    }

    void oneRecordIsItsOwnTwin()
    {
        const Place place{.name = u"Zinzolin"_s, .address = u"4 rue Haute"_s};
        QCOMPARE(matchScore(record(place), record(place)).total, 1.0);
    }

    void theSameRecordOfASourceIsCertain()
    {
        MatchRecord a = record({.name = u"La Chouette"_s});
        MatchRecord b =
            record({.name = u"Le Hibou"_s, .insee = u"39368"_s, .postcode = u"39400"_s, .metresEast = 120'000});
        QVERIFY(matchTotal(a, b) < kPerhapsTwins);
        a.sharedIds = {u"fablabs.io/lab01"_s, u"uid:1"_s};
        b.sharedIds = {u"fablabs.io/lab01"_s, u"uid:2"_s};
        QCOMPARE(matchTotal(a, b, kSurelyTwins), 1.0);
        QVERIFY(matchScore(a, b).part(MatchScore::Kind::SharedId));
    }

    void thePartsAddUp()
    {
        const MatchScore score = matchScore(
            record({.name = u"FabLab Zébulon"_s, .address = u"4 rue Haute"_s, .website = u"zebulon.example"_s}),
            record({.name = u"Zebulon"_s,
                    .address = u"4 rue Haute"_s,
                    .metresEast = 90,
                    .website = u"zebulon.example/a"_s}));
        QCOMPARE(score.total, 1.0);
        const auto *distance = score.part(MatchScore::Kind::Distance);
        QVERIFY(distance && std::abs(distance->amount - 90) < 1);
        QCOMPARE(score.part(MatchScore::Kind::Name)->words, u"zebulon"_s);
        QCOMPARE(score.part(MatchScore::Kind::Domain)->words, u"zebulon.example"_s);
        QCOMPARE(score.part(MatchScore::Kind::Address)->words, u"haute"_s);
        QVERIFY(!score.part(MatchScore::Kind::Phone));
    }
};

QTEST_GUILESS_MAIN(TestMatchScore)
#include "test_match_score.moc"
