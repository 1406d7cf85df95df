// What sources say of where a place is, mended with proof; what they say rightly is left alone.
#include "directory/address_tail.h"
#include "directory/normalise.h"
#include "directory/place_repair.h"
#include "directory/support/fixture.h"

#include <QTest>

using namespace repere;
using namespace Qt::StringLiterals;

class TestPlaceRepair : public QObject
{
    Q_OBJECT

private:
    directory::Knowledge m_knowledge = test::knowledge();

    struct Mended {
        Atelier atelier;
        QStringList repairs; ///< "field: from → to", with a question mark when only proposed
    };
    Mended mend(Atelier atelier) const
    {
        const QStringList fields = {u"postcode"_s, u"city"_s, u"insee"_s, u"departement"_s, u"lat"_s, u"lon"_s};
        atelier.name = u"Atelier"_s;
        Mended mended;
        for (const ImportReport::Repair &repair : test::orDie(directory::repairPlace(atelier, fields, m_knowledge))) {
            mended.repairs.append(repair.field + u": "_s + repair.from + u" → "_s + repair.to
                                  + (repair.proposed ? u" ?"_s : QString()));
        }
        mended.atelier = test::orDie(directory::completePlace(std::move(atelier), m_knowledge));
        return mended;
    }

private slots:
    void codes_data()
    {
        QTest::addColumn<QString>("postcode");
        QTest::addColumn<QString>("city");
        QTest::addColumn<QString>("insee");
        QTest::addColumn<QString>("departement");
        QTest::addColumn<QString>("expected"); ///< postcode, insee, departement
        QTest::addColumn<QStringList>("repairs");
        const auto row = [](const char *name, const QStringList &given, const QString &expected,
                            const QStringList &repairs) {
            QTest::newRow(name) << given[0] << given[1] << given[2] << given[3] << expected << repairs;
        };
        row("right", {u"44300"_s, u"Nantes"_s, u"44109"_s, u"44"_s}, u"44300 44109 44"_s, {});
        row("zeros lost", {u"1000"_s, u"Bourg-en-Bresse"_s, u"1053"_s, u"1"_s}, u"01000 01053 01"_s,
            {u"departement: 1 → 01"_s, u"insee: 1053 → 01053"_s, u"postcode: 1000 → 01000"_s});
        row("0 is unknown", {u"0"_s, u"MOULINS"_s, u"0"_s, u"03"_s}, u"03000 03190 03"_s,
            {u"insee: 0 → 03190"_s, u"postcode: 0 → 03000"_s});
        row("a number with a point", {u"29600.0"_s, u"Morlaix"_s, {}, {}}, u"29600 29151 29"_s,
            {u"postcode: 29600.0 → 29600"_s, u"insee:  → 29151"_s});
        row("the last digit lost", {u"2100"_s, u"Dijon"_s, {}, {}}, u"21000 21231 21"_s,
            {u"insee:  → 21231"_s, u"postcode: 2100 → 21000"_s});
        row("CEDEX", {u"93106"_s, u"Montreuil Cedex"_s, {}, {}}, u"93100 93048 93"_s,
            {u"city: Montreuil Cedex → Montreuil"_s, u"insee:  → 93048"_s, u"postcode: 93106 → 93100"_s});
        row("Corsica in two", {u"20000"_s, u"Ajaccio"_s, u"20004"_s, {}}, u"20000 2A004 2A"_s,
            {u"insee: 20004 → 2A004"_s});
        row("overseas", {u"97418"_s, u"Le Tampon"_s, u"0"_s, u"2A"_s}, u"97418 97422 974"_s,
            {u"insee: 0 → 97422"_s, u"departement: 2A → 974"_s});
        row("an arrondissement", {u"75011"_s, u"Paris"_s, u"75111"_s, u"75"_s}, u"75011 75111 75"_s, {});
        row("nothing at all", {{}, {}, {}, {}}, u"  "_s, {});
        row("no code, no name", {u"0"_s, {}, u"0"_s, {}}, u"  "_s, {u"postcode: 0 → "_s});
    }
    void codes()
    {
        QFETCH(QString, postcode);
        QFETCH(QString, city);
        QFETCH(QString, insee);
        QFETCH(QString, departement);
        Atelier atelier;
        atelier.postcode = postcode;
        atelier.city = city;
        atelier.insee = insee;
        atelier.departement = departement;
        const Mended mended = mend(atelier);
        QTEST((QStringList{mended.atelier.postcode, mended.atelier.insee, mended.atelier.departement}.join(u' ')),
              "expected");
        QTEST(mended.repairs, "repairs");
    }

    /// As most tables are: without a column for the INSEE code.
    void aLostDigitNeedsNoInseeColumn()
    {
        Atelier atelier;
        atelier.postcode = u"2100"_s;
        atelier.city = u"Dijon"_s;
        const auto repairs = test::orDie(directory::repairPlace(atelier, {u"postcode"_s, u"city"_s}, m_knowledge));
        QCOMPARE(repairs.size(), std::size_t(1));
        QCOMPARE(atelier.postcode, u"21000"_s);
        QCOMPARE(test::orDie(directory::completePlace(std::move(atelier), m_knowledge)).insee, u"21231"_s);
    }

    void addressTails_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("expected"); ///< address, postcode and city
        const auto row = [](const char *name, const QString &address, const QString &expected) {
            QTest::newRow(name) << address << expected;
        };
        row("with a comma", u"12 rue Verte, 38250 Villard-de-Lans"_s, u"12 rue Verte|38250|Villard-de-Lans"_s);
        row("without", u"Cours Napoléon 20000 Ajaccio"_s, u"Cours Napoléon|20000|Ajaccio"_s);
        row("with the country", u"3 place Haute, 35000 Rennes, France"_s, u"3 place Haute|35000|Rennes"_s);
        row("in lines", u"BP 3\n4 rue X\n69001 Lyon"_s, u"BP 3\n4 rue X|69001|Lyon"_s);
        row("nothing before", u"64000 Pau"_s, u"|64000|Pau"_s);
        row("CEDEX", u"1 rue Y - 38004 Grenoble Cedex 1"_s, u"1 rue Y|38004|Grenoble Cedex 1"_s);
        row("no such commune there", u"1 rue Y, 38250 Quimper"_s, u"1 rue Y, 38250 Quimper||"_s);
        row("a number that is no postcode", u"12345 route du Lac"_s, u"12345 route du Lac||"_s);
    }
    void addressTails()
    {
        QFETCH(QString, address);
        exchange::Draft draft;
        draft.atelier.address = address;
        directory::splitAddressTail(draft, m_knowledge.gazetteer());
        QTEST((QStringList{draft.atelier.address, draft.atelier.postcode, draft.atelier.city}.join(u'|')), "expected");
        QCOMPARE(draft.repairs.empty(), draft.atelier.city.isEmpty());
        QCOMPARE(draft.fields.contains(u"city"_s), !draft.atelier.city.isEmpty());
    }

    /// The rule of the two kilometres, on the shapes that the census of 2019 has.
    void departements_data()
    {
        QTest::addColumn<double>("lat");
        QTest::addColumn<double>("lon");
        QTest::addColumn<QString>("postcode");
        QTest::addColumn<QString>("insee");
        QTest::addColumn<QString>("stated");
        QTest::addColumn<QString>("expected");
        QTest::newRow("far inside another one, nothing else known")
            << 45.76 << 4.84 << QString() << QString() << u"63"_s << u"69"_s;
        QTest::newRow("just across the border, nothing else known")
            << 48.901078 << 2.332991 << QString() << QString() << u"75"_s << u"75"_s;
        QTest::newRow("just across, and the commune says so")
            << 48.901078 << 2.332991 << u"75018"_s << u"93070"_s << u"75"_s << u"93"_s;
        QTest::newRow("at the border, commune and postcode against the stated one")
            << 48.799684 << 2.183221 << u"78220"_s << u"78686"_s << u"92"_s << u"78"_s;
        QTest::newRow("inside Paris") << 48.8566 << 2.3522 << u"75004"_s << u"75104"_s << u"75"_s << u"75"_s;
        QTest::newRow("overseas taken for Corsica")
            << -20.905745 << 55.499036 << u"97490"_s << QString() << u"2A"_s << u"974"_s;
    }
    void departements()
    {
        QFETCH(double, lat);
        QFETCH(double, lon);
        QFETCH(QString, postcode);
        QFETCH(QString, insee);
        QFETCH(QString, stated);
        Atelier atelier;
        atelier.point = GeoPoint{.latitude = lat, .longitude = lon};
        atelier.precision = PositionPrecision::Exact;
        atelier.postcode = postcode;
        atelier.insee = insee;
        atelier.departement = stated;
        QTEST(mend(atelier).atelier.departement, "expected");
    }

    void swappedCoordinatesAreOnlyProposed()
    {
        Atelier atelier;
        atelier.point = GeoPoint{.latitude = 3.331255, .longitude = 46.562286};
        atelier.precision = PositionPrecision::Exact;
        atelier.postcode = u"03000"_s;
        atelier.city = u"Moulins"_s;
        atelier.insee = u"03190"_s;
        const Mended mended = mend(atelier);
        QCOMPARE(mended.repairs, (QStringList{u"lat: 3.331255 → 46.562286 ?"_s, u"lon: 46.562286 → 3.331255 ?"_s}));
        QCOMPARE(mended.atelier.precision, PositionPrecision::Commune);
        QVERIFY(distanceMetres(*mended.atelier.point, {.latitude = 46.56, .longitude = 3.33}) < 10'000);
    }

    void aPositionFarFromItsAddressIsGivenUp()
    {
        Atelier atelier; // Reims, at a point near Aix-en-Provence
        atelier.point = GeoPoint{.latitude = 43.52609, .longitude = 5.41423};
        atelier.precision = PositionPrecision::Exact;
        atelier.postcode = u"51100"_s;
        atelier.city = u"Reims"_s;
        atelier.insee = u"51454"_s;
        const Mended mended = mend(atelier);
        QCOMPARE(mended.repairs.size(), 2);
        QVERIFY(mended.repairs[0].startsWith(u"lat: 43.526090 → 49."_s));
        QCOMPARE(mended.atelier.precision, PositionPrecision::Commune);
        QCOMPARE(mended.atelier.departement, u"51"_s);
    }

    void oneStatementAgainstAPositionIsNotEnough()
    {
        Atelier atelier; // only the name of a commune speaks against it, and many bear that name
        atelier.point = GeoPoint{.latitude = 43.566227, .longitude = 7.007696};
        atelier.precision = PositionPrecision::Exact;
        atelier.city = u"Tournai"_s;
        atelier.departement = u"06"_s;
        const Mended mended = mend(atelier);
        QCOMPARE(mended.atelier.point->latitude, 43.566227);
        QCOMPARE(mended.atelier.departement, u"06"_s);
        QVERIFY(mended.atelier.insee.startsWith(u"06"_s));
    }
};

QTEST_GUILESS_MAIN(TestPlaceRepair)
#include "test_place_repair.moc"
