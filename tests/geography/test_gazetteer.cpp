#include "geography/gazetteer.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace repere;
using geography::Gazetteer;

/// Names, codes and postcodes on the gazetteer that ships.
class TestGazetteer : public QObject
{
    Q_OBJECT

private:
    std::shared_ptr<const Gazetteer> m_gazetteer;

    static QStringList labels(const std::vector<PlaceCandidate> &candidates)
    {
        QStringList found;
        for (const PlaceCandidate &candidate : candidates)
            found.append(candidate.label);
        return found;
    }

private slots:
    void initTestCase()
    {
        auto loaded = Gazetteer::load(QStringLiteral(REPERE_SOURCE_DATA));
        QVERIFY2(loaded, loaded ? "" : qPrintable(loaded.error().message));
        m_gazetteer = *loaded;
    }

    void holdsAllOfFrance()
    {
        QCOMPARE(m_gazetteer->communes().size(), 35'014U);
        QCOMPARE(std::ranges::count_if(m_gazetteer->communes(), &Commune::isArrondissement), 45);
        QCOMPARE(std::ranges::count_if(m_gazetteer->regions(), [](const Region &r) { return r.code.size() == 2; }), 18);
        QCOMPARE(m_gazetteer->regions().front().name, u"Auvergne-Rhône-Alpes"_s);
        QCOMPARE(m_gazetteer->departements().front().code, u"01"_s);
        QCOMPARE(m_gazetteer->departement(u"2A"_s)->region, u"94"_s);
        QCOMPARE(m_gazetteer->departement(u"15"_s)->name, u"Cantal"_s);
        QVERIFY(m_gazetteer->departement(u"15"_s)->bounds.contains({.latitude = 45.1, .longitude = 2.87}));
        QCOMPARE(m_gazetteer->commune(u"01500"_s), nullptr);
        QVERIFY(!m_gazetteer->commune(u"98714"_s)->centre.isValid()); // Bora-Bora: nobody says where
        for (const Commune &commune : m_gazetteer->communes()) {
            QVERIFY2(m_gazetteer->departement(commune.departement), qPrintable(commune.code));
            QVERIFY2(m_gazetteer->region(commune.region), qPrintable(commune.code));
        }
    }

    void namesRegionsAndDepartements_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("region");
        QTest::addColumn<QString>("departement");
        QTest::newRow("code of both") << u"01"_s << u"01"_s << u"01"_s;
        QTest::newRow("lost zero") << u"1"_s << u"01"_s << u"01"_s;
        QTest::newRow("accents left out") << u"ile de france"_s << u"11"_s << QString();
        QTest::newRow("capitals") << u"BRETAGNE"_s << u"53"_s << QString();
        QTest::newRow("apostrophe") << u"Provence Alpes Côte d’Azur"_s << u"93"_s << QString();
        QTest::newRow("without its article") << u"réunion"_s << u"04"_s << u"974"_s;
        QTest::newRow("with its article") << u"La Réunion"_s << u"04"_s << u"974"_s;
        QTest::newRow("corsican") << u"2a"_s << QString() << u"2A"_s;
        QTest::newRow("département") << u"cotes d'armor"_s << QString() << u"22"_s;
        QTest::newRow("unknown") << u"Poldavie"_s << QString() << QString();
        QTest::newRow("empty") << QString() << QString() << QString();
    }
    void namesRegionsAndDepartements()
    {
        QFETCH(QString, words);
        QTEST(m_gazetteer->regionNamed(words), "region");
        QTEST(m_gazetteer->departementNamed(words), "departement");
    }

    void findsOnePlace_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("commune");
        QTest::addColumn<QString>("label");
        QTest::newRow("code of the département") << u"Murat (15)"_s << u"15138"_s << u"Murat (15)"_s;
        QTest::newRow("name of the département") << u"Murat, Cantal"_s << u"15138"_s << u"Murat (15)"_s;
        QTest::newRow("département in brackets") << u"murat (cantal)"_s << u"15138"_s << u"Murat (15)"_s;
        QTest::newRow("no comma") << u"Murat Cantal"_s << u"15138"_s << u"Murat (15)"_s;
        QTest::newRow("code without brackets") << u"murat 15"_s << u"15138"_s << u"Murat (15)"_s;
        QTest::newRow("région") << u"Saint-Denis, La Réunion"_s << u"97411"_s << u"Saint-Denis (974)"_s;
        QTest::newRow("postcode first") << u"15300 Murat"_s << u"15138"_s << u"Murat (15)"_s;
        QTest::newRow("postcode last") << u"Murat 15300"_s << u"15138"_s << u"Murat (15)"_s;
        QTest::newRow("postcode after a comma") << u"Murat, 15300"_s << u"15138"_s << u"Murat (15)"_s;
        QTest::newRow("country") << u"Ambérieu-en-Bugey, France"_s << u"01004"_s << u"Ambérieu-en-Bugey (01)"_s;
        QTest::newRow("INSEE") << u"15138"_s << u"15138"_s << u"Murat (15)"_s;
        QTest::newRow("INSEE and name") << u"15138 Murat"_s << u"15138"_s << u"Murat (15)"_s;
        QTest::newRow("INSEE in Corsica") << u"2a004"_s << u"2A004"_s << u"Ajaccio (2A)"_s;
        QTest::newRow("postcode of one commune") << u"29990"_s << u"29083"_s << u"Île-de-Sein (29)"_s;
        QTest::newRow("postcode in Corsica") << u"20000"_s << u"2A004"_s << u"Ajaccio (2A)"_s;
        QTest::newRow("case and accents") << u"AMBERIEU EN BUGEY"_s << u"01004"_s << u"Ambérieu-en-Bugey (01)"_s;
        QTest::newRow("saint in short") << u"st etienne (42)"_s << u"42218"_s << u"Saint-Étienne (42)"_s;
        QTest::newRow("sainte in short") << u"ste-adresse"_s << u"76552"_s << u"Sainte-Adresse (76)"_s;
        QTest::newRow("sur in short") << u"chalon s/ saône"_s << u"71076"_s << u"Chalon-sur-Saône (71)"_s;
        QTest::newRow("without its article") << u"rochelle (17)"_s << u"17300"_s << u"La Rochelle (17)"_s;
        QTest::newRow("brackets of its own")
            << u"Château-Chinon (Ville)"_s << u"58062"_s << u"Château-Chinon (Ville) (58)"_s;
        QTest::newRow("two brackets") << u"Château-Chinon (Ville) (58)"_s << u"58062"_s
                                      << u"Château-Chinon (Ville) (58)"_s;
        QTest::newRow("former name") << u"Morez"_s << u"39368"_s << u"Hauts de Bienne (39)"_s;
        QTest::newRow("former code") << u"39294"_s << u"39368"_s << u"Hauts de Bienne (39)"_s;
        QTest::newRow("ligature") << u"oeuilly (51)"_s << u"51410"_s << u"Œuilly (51)"_s;
        QTest::newRow("Paris") << u"Paris"_s << u"75056"_s << u"Paris (75)"_s;
        QTest::newRow("Lyon") << u"lyon"_s << u"69123"_s << u"Lyon (69)"_s;
        QTest::newRow("arrondissement") << u"Paris 11e"_s << u"75111"_s << u"Paris 11e (75)"_s;
        QTest::newRow("arrondissement's number") << u"paris 11"_s << u"75111"_s << u"Paris 11e (75)"_s;
        QTest::newRow("arrondissement in full") << u"Lyon 3ème arrondissement"_s << u"69383"_s << u"Lyon 3e (69)"_s;
        QTest::newRow("first arrondissement") << u"Marseille 1er"_s << u"13201"_s << u"Marseille 1er (13)"_s;
        QTest::newRow("arrondissement's label") << u"Marseille 1er (13)"_s << u"13201"_s << u"Marseille 1er (13)"_s;
        QTest::newRow("arrondissement's INSEE") << u"75111"_s << u"75111"_s << u"Paris 11e (75)"_s;
        QTest::newRow("arrondissement's postcode") << u"75011"_s << u"75111"_s << u"Paris 11e (75)"_s;
        QTest::newRow("arrondissement's postcode and city") << u"75011 Paris"_s << u"75111"_s << u"Paris 11e (75)"_s;
        QTest::newRow("both codes of one arrondissement") << u"75116"_s << u"75116"_s << u"Paris 16e (75)"_s;
        QTest::newRow("CEDEX") << u"38000 Grenoble Cedex 9"_s << u"38185"_s << u"Grenoble (38)"_s;
        QTest::newRow("CEDEX postcode") << u"63178 Aubière"_s << u"63014"_s << u"Aubière (63)"_s;
    }
    void findsOnePlace()
    {
        QFETCH(QString, words);
        const PlaceAnswer answer = m_gazetteer->findPlace(words);
        QVERIFY2(answer.chosen, qPrintable(labels(answer.others).join(u" | "_s)));
        QTEST(answer.chosen->commune, "commune");
        QTEST(answer.chosen->label, "label");
        QVERIFY(answer.chosen->point.isValid());
        QVERIFY(!answer.chosen->approximate);
    }

    void saysTheOthersWhenOneIsTenTimesMorePopulous()
    {
        const PlaceAnswer answer = m_gazetteer->findPlace(u"Valence"_s);
        QVERIFY(answer.chosen);
        QCOMPARE(answer.chosen->label, u"Valence (26)"_s);
        QVERIFY(labels(answer.others).contains(u"Valence (82)"_s));
        for (const PlaceCandidate &other : answer.others)
            QVERIFY(answer.chosen->population >= 10 * other.population);
    }

    void asksWhenANameIsAmbiguous_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QStringList>("first");
        QTest::newRow("two big towns") << u"Saint-Denis"_s
                                       << QStringList{u"Saint-Denis (974)"_s, u"Saint-Denis (93)"_s};
        QTest::newRow("in short") << u"st denis"_s << QStringList{u"Saint-Denis (974)"_s, u"Saint-Denis (93)"_s};
        QTest::newRow("seven times more is not enough") << u"murat"_s << QStringList{u"Murat (15)"_s, u"Murat (03)"_s};
    }
    void asksWhenANameIsAmbiguous()
    {
        QFETCH(QString, words);
        const PlaceAnswer answer = m_gazetteer->findPlace(words);
        QVERIFY(!answer.chosen);
        QTEST(labels(answer.others).first(2), "first");
        for (const PlaceCandidate &candidate : answer.others) {
            const PlaceAnswer again = m_gazetteer->findPlace(candidate.label);
            QVERIFY2(again.chosen && again.chosen->commune == candidate.commune, qPrintable(candidate.label));
        }
    }

    void answersASharedPostcodeAboutHere()
    {
        const PlaceAnswer answer = m_gazetteer->findPlace(u"15300"_s);
        const auto communes = m_gazetteer->communesOfPostcode(u"15300"_s);
        QVERIFY(communes.size() > 1);
        QVERIFY(answer.chosen);
        QVERIFY(answer.chosen->approximate);
        QVERIFY(answer.chosen->commune.isEmpty());
        QCOMPARE(answer.chosen->label, u"15300 (%1 communes)"_s.arg(communes.size()));
        // Murat has a third of the people: the centre lies near it.
        QVERIFY(distanceMetres(answer.chosen->point, communes.front()->centre) < 6'000);
        const PlaceAnswer again = m_gazetteer->findPlace(answer.chosen->label);
        QVERIFY(again.chosen && again.chosen->point == answer.chosen->point);
    }

    void takesANumberForAPostcodeAndSaysTheInseeCode()
    {
        // 69001 is the centre of Lyon for everybody, and Affoux for INSEE.
        const PlaceAnswer answer = m_gazetteer->findPlace(u"69001"_s);
        QVERIFY(answer.chosen);
        QCOMPARE(answer.chosen->label, u"Lyon 1er (69)"_s);
        QCOMPARE(labels(answer.others), QStringList{u"Affoux (69)"_s});
        QCOMPARE(m_gazetteer->findPlace(u"69001 Affoux"_s).chosen->commune, u"69001"_s);
    }

    void findsNothing_data()
    {
        QTest::addColumn<QString>("words");
        QTest::newRow("empty") << QString();
        QTest::newRow("spaces") << u"  "_s;
        QTest::newRow("no such name") << u"Trifouillis-les-Oies"_s;
        QTest::newRow("no such code") << u"99999"_s;
        QTest::newRow("not in that département") << u"Murat (29)"_s;
        QTest::newRow("no such département") << u"Murat, Poldavie"_s;
        QTest::newRow("no such arrondissement") << u"Paris 21e"_s;
        QTest::newRow("brackets only") << u"()"_s;
        QTest::newRow("a place without a position") << u"Bora-Bora"_s;
        QTest::newRow("patterns are no names") << u".*"_s;
    }
    void findsNothing()
    {
        QFETCH(QString, words);
        const PlaceAnswer answer = m_gazetteer->findPlace(words);
        QVERIFY(!answer.chosen);
        QVERIFY(answer.others.empty());
    }

    void resolvesAddresses_data()
    {
        QTest::addColumn<QString>("postcode");
        QTest::addColumn<QString>("city");
        QTest::addColumn<QString>("commune");
        QTest::newRow("plain") << u"15300"_s << u"Murat"_s << u"15138"_s;
        QTest::newRow("lost zero") << u"1500"_s << u"Amberieu en Bugey"_s << u"01004"_s;
        QTest::newRow("CEDEX code") << u"63178"_s << u"Aubière"_s << u"63014"_s;
        QTest::newRow("CEDEX in the name") << u"63178"_s << u"AUBIERE CEDEX"_s << u"63014"_s;
        QTest::newRow("CEDEX with a number") << u"38031"_s << u"Grenoble Cedex 01"_s << u"38185"_s;
        QTest::newRow("Corse-du-Sud") << u"20000"_s << u"Ajaccio"_s << u"2A004"_s;
        QTest::newRow("Haute-Corse") << u"20200"_s << u"Bastia"_s << u"2B033"_s;
        QTest::newRow("CEDEX in Corsica") << u"20407"_s << u"Bastia"_s << u"2B033"_s;
        QTest::newRow("overseas") << u"97490"_s << u"Saint-Denis"_s << u"97411"_s;
        QTest::newRow("not the bigger homonym") << u"30500"_s << u"St Denis"_s << u"30247"_s;
        QTest::newRow("Paris by postcode") << u"75011"_s << u"Paris"_s << u"75111"_s;
        QTest::newRow("Paris with arrondissement") << u"75011"_s << u"Paris 11e"_s << u"75111"_s;
        QTest::newRow("Paris in the old way") << u"75000"_s << u"Paris"_s << u"75056"_s;
        QTest::newRow("Lyon with arrondissement, no postcode") << QString() << u"Lyon 3"_s << u"69383"_s;
        QTest::newRow("quarter of a town") << u"93210"_s << u"Saint-Denis La Plaine"_s << u"93066"_s;
        QTest::newRow("name in short") << u"63000"_s << u"Clermont"_s << u"63113"_s;
        QTest::newRow("postcode of one commune") << u"29990"_s << QString() << u"29083"_s;
        QTest::newRow("postcode in the city") << QString() << u"15300 Murat"_s << u"15138"_s;
        QTest::newRow("département in the city") << QString() << u"Murat (15)"_s << u"15138"_s;
        QTest::newRow("former name") << u"39400"_s << u"Morez"_s << u"39368"_s;
        QTest::newRow("rare name") << QString() << u"Ambérieu-en-Bugey"_s << u"01004"_s;
        QTest::newRow("several bear it") << QString() << u"Murat"_s << QString();
        QTest::newRow("shared postcode, no name") << u"15300"_s << QString() << QString();
        QTest::newRow("no postcode at all") << u"0"_s << u"Ambérieu-en-Bugey"_s << u"01004"_s;
        QTest::newRow("nothing") << QString() << QString() << QString();
        QTest::newRow("abroad") << u"1204"_s << u"Genève"_s << QString();
    }
    void resolvesAddresses()
    {
        QFETCH(QString, postcode);
        QFETCH(QString, city);
        QTEST(m_gazetteer->resolveCommune(postcode, city), "commune");
    }

    void resolvesEveryCommuneByItsOwnAddress()
    {
        QStringList wrong;
        for (const Commune &commune : m_gazetteer->communes()) {
            for (const QString &postcode : commune.postcodes) {
                const QString found = m_gazetteer->resolveCommune(postcode, commune.name);
                // "75011 Paris" is its arrondissement.
                if (m_gazetteer->wholeCommune(found) != m_gazetteer->wholeCommune(commune.code))
                    wrong.append(geography::placeLabel(commune) + u" → "_s + found);
            }
        }
        QCOMPARE(wrong, QStringList());
    }

    void completesAsPeopleType()
    {
        QCOMPARE(labels(m_gazetteer->complete(u"clerm"_s, 2)),
                 (QStringList{u"Clermont-Ferrand (63)"_s, u"Clermont (60)"_s}));
        QCOMPARE(m_gazetteer->complete(u"rochel"_s, 1).front().label, u"La Rochelle (17)"_s);
        QCOMPARE(m_gazetteer->complete(u"St-Den"_s, 1).front().label, u"Saint-Denis (974)"_s);
        QCOMPARE(m_gazetteer->complete(u"29990"_s, 5).front().commune, u"29083"_s);
        for (const PlaceCandidate &candidate : m_gazetteer->complete(u"153"_s, 10))
            QVERIFY(candidate.label.startsWith(u"153") || candidate.label.endsWith(u"(15)"));
        QVERIFY(m_gazetteer->complete(QString(), 5).empty());
        QVERIFY(m_gazetteer->complete(u"paris"_s, 0).empty());
        const auto la = labels(m_gazetteer->complete(u"la"_s, 100'000));
        QCOMPARE(QSet(la.begin(), la.end()).size(), la.size());
    }

    void knowsTheCodesOfToday()
    {
        QCOMPARE(m_gazetteer->currentCommune(u"39294"_s), u"39368"_s);
        QCOMPARE(m_gazetteer->currentCommune(u"15138"_s), u"15138"_s);
        QCOMPARE(m_gazetteer->currentCommune(u"99999"_s), QString());
    }

    void knowsThePartsOfGreatTowns()
    {
        QCOMPARE(m_gazetteer->codesWithin(u"75056"_s).size(), 21);
        QCOMPARE(m_gazetteer->codesWithin(u"69123"_s).size(), 10);
        QCOMPARE(m_gazetteer->codesWithin(u"13055"_s).size(), 17);
        QCOMPARE(m_gazetteer->codesWithin(u"75111"_s), QStringList{u"75111"_s});
        QCOMPARE(m_gazetteer->codesWithin(u"15138"_s), QStringList{u"15138"_s});
        QCOMPARE(m_gazetteer->wholeCommune(u"69383"_s), u"69123"_s);
        QCOMPARE(m_gazetteer->wholeCommune(u"15138"_s), u"15138"_s);
    }

    void saysWhatIsWrongWithTheFiles_data()
    {
        QTest::addColumn<QByteArray>("communes");
        QTest::addColumn<QString>("message");
        const QByteArray headings = "code;nom;dep;reg;postcodes;population;lat;lon;coord_source;type;epci;bbox\n";
        QTest::newRow("column missing") << QByteArray(
            "code;nom\n") << u"communes.csv, line 1: no column “dep”. The places of France cannot be loaded."_s;
        QTest::newRow("empty file")
            << QByteArray() << u"communes.csv, line 1: no column “code”. The places of France cannot be loaded."_s;
        QTest::newRow("cut line")
            << headings + "01001;L'Abergement"
            << u"communes.csv, line 2: 2 cells instead of 12. The places of France cannot be loaded."_s;
        QTest::newRow("no number")
            << headings + "01001;A;01;84;01400;many;46;4;x;commune-actuelle;;\n"
            << u"communes.csv, line 2: column “population”: “many” is not a number. The places of France cannot be loaded."_s;
    }
    void saysWhatIsWrongWithTheFiles()
    {
        QFETCH(QByteArray, communes);
        QFETCH(QString, message);
        QTemporaryDir folder;
        QDir(folder.path()).mkdir(u"geography"_s);
        const QString target = folder.filePath(u"geography/"_s);
        for (const QString &name : {u"regions.csv"_s, u"departements.csv"_s, u"former_communes.csv"_s})
            QVERIFY(QFile::copy(QStringLiteral(REPERE_SOURCE_DATA "/geography/") + name, target + name));
        QFile file(target + u"communes.csv"_s);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(communes);
        file.close();
        const auto loaded = Gazetteer::load(folder.path());
        QVERIFY(!loaded);
        QCOMPARE(loaded.error().code, ErrorCode::Unreadable);
        QCOMPARE(loaded.error().message, target + message);
    }

    void saysThatTheFilesAreMissing()
    {
        const auto loaded = Gazetteer::load(u"/nowhere"_s);
        QVERIFY(!loaded);
        QCOMPARE(loaded.error().code, ErrorCode::Missing);
        QVERIFY(loaded.error().message.contains(u"/nowhere/geography/regions.csv"_s));
    }
};

QTEST_GUILESS_MAIN(TestGazetteer)
#include "test_gazetteer.moc"
