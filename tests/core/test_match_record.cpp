#include "core/match_record.h"

#include <QTest>

using namespace repere;
using namespace Qt::StringLiterals;

class TestMatchRecord : public QObject
{
    Q_OBJECT

private:
    static Compounds compounds() { return Compounds({{u"fab"_s, u"lab"_s}, {u"tiers"_s, u"lieu"_s}}); }
    static MatchRecord named(const QString &name, const QString &city = {})
    {
        Atelier atelier;
        atelier.name = name;
        atelier.city = city;
        return matchRecord(atelier, compounds());
    }
    static double weightOf(const MatchRecord &record, const QString &word)
    {
        for (const MatchWord &known : record.name) {
            if (known.text == word)
                return known.weight;
        }
        return -1;
    }

private slots:
    void readsDomains_data()
    {
        QTest::addColumn<QString>("website");
        QTest::addColumn<QString>("domain");
        QTest::addColumn<QString>("publisher");
        QTest::newRow("whole address") << u"https://www.fablab-lannion.org/le-lieu?x=1"_s << u"fablab-lannion.org"_s
                                       << u"fablab-lannion.org"_s;
        QTest::newRow("no scheme") << u"www.Start-Way.com"_s << u"start-way.com"_s << u"start-way.com"_s;
        QTest::newRow("port") << u"http://hub.example.org:8080/"_s << u"hub.example.org"_s << u"example.org"_s;
        QTest::newRow("a host of the publisher")
            << u"http://wiki.fablab276.org"_s << u"wiki.fablab276.org"_s << u"fablab276.org"_s;
        QTest::newRow("a platform's host") << u"https://lafabrique.wordpress.com/contact"_s
                                           << u"lafabrique.wordpress.com"_s << u"lafabrique.wordpress.com"_s;
        QTest::newRow("the platform itself") << u"https://wordpress.com/x"_s << QString() << QString();
        QTest::newRow("social network") << u"https://fr-fr.facebook.com/lafabrique"_s << QString() << QString();
        QTest::newRow("not under it") << u"http://notfacebook.com"_s << u"notfacebook.com"_s << u"notfacebook.com"_s;
        QTest::newRow("shared site") << u"sites.google.com/site/fablab"_s << QString() << QString();
        QTest::newRow("another directory") << u"https://www.fablabs.io/labs/x"_s << QString() << QString();
        QTest::newRow("e-mail") << u"contact@example.org"_s << QString() << QString();
        QTest::newRow("words") << u"en construction"_s << QString() << QString();
        QTest::newRow("two addresses") << u"kellefabrik.org|kellefabrik.org"_s << u"kellefabrik.org"_s
                                       << u"kellefabrik.org"_s;
        QTest::newRow("two dots") << u"http://www..org"_s << QString() << QString();
        QTest::newRow("number") << u"192.168.1.1"_s << QString() << QString();
        QTest::newRow("empty") << QString() << QString() << QString();
    }
    void readsDomains()
    {
        QFETCH(QString, website);
        const QString domain = websiteDomain(website);
        QTEST(domain, "domain");
        QTEST(publisherOf(domain), "publisher");
    }

    void readsPhones_data()
    {
        QTest::addColumn<QString>("phone");
        QTest::addColumn<QString>("digits");
        QTest::newRow("plain") << u"0470991234"_s << u"470991234"_s;
        QTest::newRow("spaces") << u"04 70 99 12 34"_s << u"470991234"_s;
        QTest::newRow("dots") << u"04.70.99.12.34"_s << u"470991234"_s;
        QTest::newRow("no zero") << u"470991234"_s << u"470991234"_s;
        QTest::newRow("international") << u"+33 4 70 99 12 34"_s << u"470991234"_s;
        QTest::newRow("with both") << u"+33 (0)4 70 99 12 34"_s << u"470991234"_s;
        QTest::newRow("00 33") << u"0033470991234"_s << u"470991234"_s;
        QTest::newRow("extension") << u"04 70 99 12 34 poste 12"_s << u"470991234"_s;
        QTest::newRow("Réunion") << u"+262 262 12 34 56"_s << u"262262123456"_s;
        QTest::newRow("two numbers: the first") << u"0470991234 / 0611223344"_s << u"470991234"_s;
        QTest::newRow("short") << u"3949"_s << QString();
        QTest::newRow("words") << u"hidden"_s << QString();
    }
    void readsPhones()
    {
        QFETCH(QString, phone);
        QTEST(phoneDigits(phone), "digits");
    }

    void weighsWords()
    {
        const MatchRecord record = named(u"Le Fab Lab des Savoirs Lannion"_s, u"LANNION"_s);
        QCOMPARE(weightOf(record, u"le"_s), -1);
        QCOMPARE(weightOf(record, u"des"_s), -1);
        QVERIFY(weightOf(record, u"fablab"_s) < 0.3);
        QCOMPARE(weightOf(record, u"savoir"_s), 1);
        QVERIFY(weightOf(record, u"lannion"_s) < 0.5);
        QVERIFY(!record.name.front().ofCommune && record.name.back().ofCommune);
        QCOMPARE(record.nameKey, u"fablabsavoir"_s);
        QCOMPARE(record.tellingKey, u"savoir"_s);
    }

    void namesOfCommonWordsKeepThem()
    {
        const MatchRecord articles = named(u"Le Un"_s);
        QCOMPARE(articles.name.size(), std::size_t(2));
        QCOMPARE(articles.nameKey, u"leun"_s);
        const MatchRecord common = named(u"Espace de coworking"_s);
        QCOMPARE(common.nameKey, u"espacecoworking"_s);
        QVERIFY(common.tellingKey.isEmpty());
        const MatchRecord town = named(u"Murat"_s, u"Murat"_s);
        QCOMPARE(town.nameKey, u"murat"_s);
        QVERIFY(named(QString()).name.empty());
    }

    void setsNumbersApart()
    {
        QCOMPARE(named(u"Makerspace56"_s).name, named(u"Makerspace 56"_s).name);
        QCOMPARE(named(u"8Fablab"_s).name, named(u"8 Fab-Lab"_s).name);
        QCOMPARE(named(u"H3D"_s).name.size(), std::size_t(1));
        QCOMPARE(named(u"L’Atelier du 20eme"_s).name.back().text, u"20eme"_s);
    }

    void knowsThePartsOfAName()
    {
        QCOMPARE(named(u"CATCHOU - FUVELAB"_s).partKeys, (QStringList{u"catchou"_s, u"fuve"_s}));
        QCOMPARE(named(u"Le Zinzolin (coworking / fablab)"_s).partKeys, QStringList()); // that is all it tells
        QCOMPARE(named(u"Zinzolin, agriculture urbaine"_s).partKeys,
                 (QStringList{u"zinzolin"_s, u"agricultureurbaine"_s}));
        QVERIFY(named(u"Saint-Zinzolin"_s).partKeys.isEmpty());
    }

    void setsLabApart()
    {
        QCOMPARE(named(u"ZinzoLab"_s).name, named(u"Zinzo Lab"_s).name);
        QCOMPARE(named(u"Hacklab"_s).name.size(), std::size_t(1)); // a word of its own
        QCOMPARE(named(u"FacLab"_s).name.size(), std::size_t(1));
    }

    void shortFormsAreTheWord()
    {
        QCOMPARE(named(u"Labo cowork"_s).name, named(u"Laboratoire coworking"_s).name);
        QCOMPARE(named(u"Fabrik St Martin"_s).name, named(u"Fabrique Saint-Martin"_s).name);
    }

    void knowsWordsOfTheTerritory()
    {
        Atelier atelier;
        atelier.name = u"8 FabLab Drôme"_s;
        atelier.departement = u"26"_s;
        const MatchRecord here = matchRecord(atelier, compounds());
        QVERIFY(here.name.back().ofCommune && here.name.back().weight < 0.5);
        QCOMPARE(here.nameKey, u"8fablab"_s);
        atelier.name = u"Lab 26 Rhône-Alpes"_s; // its number, its région as it was
        QCOMPARE(matchRecord(atelier, compounds()).nameKey, u"lab"_s);
        atelier.departement = u"29"_s;
        QVERIFY(!matchRecord(atelier, compounds()).name.back().ofCommune);
    }

    void keepsInitialsOfArticles()
    {
        const MatchRecord record = named(u"La Maison des Associations"_s);
        QCOMPARE(record.name.front().before, u"l"_s);
        QCOMPARE(record.name.back().before, u"d"_s);
    }

    void readsAtSignsAsA()
    {
        QCOMPARE(named(u"Coh@bit"_s).nameKey, u"cohabit"_s);
        QCOMPARE(named(u"TechF@ctory"_s).nameKey, u"techfactory"_s);
        QCOMPARE(named(u"@home"_s).nameKey, u"home"_s);
    }

    void readsAddresses_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("number");
        QTest::addColumn<QString>("street");
        QTest::newRow("plain") << u"26 rue Winston Churchill"_s << u"26"_s << u"churchill winston"_s;
        QTest::newRow("bis") << u"12bis, rue de Gex"_s << u"12"_s << u"gex"_s;
        QTest::newRow("building before") << u"Hangar 30 quai des Antilles"_s << u"30"_s << u"antilles hangar"_s;
        QTest::newRow("second number is the house")
            << u"Bâtiment 3 24 avenue Joannès Masset"_s << u"24"_s << u"joannes masset"_s;
        QTest::newRow("no number") << u"Place Albert Einstein"_s << QString() << u"albert einstein"_s;
        QTest::newRow("postcode and town") << u"4 rue Haute 15300 Murat"_s << u"4"_s << u"haute"_s;
        QTest::newRow("empty") << QString() << QString() << QString();
    }
    void readsAddresses()
    {
        QFETCH(QString, address);
        Atelier atelier;
        atelier.address = address;
        atelier.city = u"Murat"_s;
        const MatchRecord record = matchRecord(atelier, compounds());
        QTEST(record.houseNumber, "number");
        QTEST(record.street.join(u' '), "street");
    }

    void knowsTheDepartement_data()
    {
        QTest::addColumn<QString>("insee");
        QTest::addColumn<QString>("postcode");
        QTest::addColumn<QString>("departement");
        QTest::newRow("by commune") << u"15138"_s << u"63000"_s << u"15"_s;
        QTest::newRow("by postcode") << QString() << u"15300"_s << u"15"_s;
        QTest::newRow("Corse-du-Sud") << QString() << u"20193"_s << u"2A"_s;
        QTest::newRow("Haute-Corse") << QString() << u"20250"_s << u"2B"_s;
        QTest::newRow("overseas") << QString() << u"97410"_s << u"974"_s;
        QTest::newRow("lost zero") << QString() << u"1500"_s << QString();
    }
    void knowsTheDepartement()
    {
        QFETCH(QString, insee);
        QFETCH(QString, postcode);
        Atelier atelier;
        atelier.insee = insee;
        atelier.postcode = postcode;
        QTEST(matchRecord(atelier, compounds()).departement, "departement");
    }

    void sharedIdsNameTheSource()
    {
        Atelier atelier;
        atelier.uid = u"00112233445566778899aabbccddeeff"_s;
        atelier.provenance = {
            {.source = u"fablabs.io"_s, .recordKey = u"lab01"_s, .url = {}, .licence = {}, .asOf = {}, .values = {}},
            {.source = u"press"_s, .recordKey = {}, .url = {}, .licence = {}, .asOf = {}, .values = {}}};
        QCOMPARE(matchRecord(atelier, compounds()).sharedIds,
                 (QStringList{u"fablabs.io/lab01"_s, u"uid:00112233445566778899aabbccddeeff"_s}));
    }
};

QTEST_GUILESS_MAIN(TestMatchRecord)
#include "test_match_record.moc"
