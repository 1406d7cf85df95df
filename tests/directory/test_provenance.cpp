// Which of the values that sources give for a place is shown, and that what people typed stays.
#include "directory/atelier_fields.h"
#include "directory/provenance.h"

#include <QTest>

using namespace repere;
using namespace repere::directory;
using namespace Qt::StringLiterals;

class TestProvenance : public QObject
{
    Q_OBJECT

private:
    static Provenance record(const QString &source, const QString &asOf, Atelier said)
    {
        return {.source = source,
                .recordKey = u"1"_s,
                .url = {},
                .licence = u"L"_s,
                .asOf = asOf,
                .values = valuesToJson(said)};
    }
    static Atelier named(const QString &name, const QString &phone = {})
    {
        Atelier atelier;
        atelier.name = name;
        atelier.phone = phone;
        return atelier;
    }

private slots:
    void everyFieldComesBackFromItsText()
    {
        Atelier atelier = named(u"Lab"_s, u"01"_s);
        atelier.types = {u"fablab"_s, u"coworking"_s};
        atelier.point = GeoPoint{.latitude = 46.1234567890123, .longitude = -1.5};
        atelier.precision = PositionPrecision::Approximate;
        atelier.positionSource = u"rue | lieu-dit"_s;
        atelier.founded = 2012;
        atelier.surface = 130.25;
        atelier.equipment = {{u"laser-cutter"_s, u"Trotec; \"80 W\""_s, u"Speedy"_s, 2, u"formation"_s, true}};
        Atelier back;
        for (const QString &field : mergedFields())
            QVERIFY2(setFieldText(back, field, fieldText(atelier, field)), qPrintable(field));
        QCOMPARE(back, atelier);
        QVERIFY(!setFieldText(back, u"founded"_s, u"douze"_s));
        QVERIFY(!setFieldText(back, u"position"_s, u"1|2"_s));
        QCOMPARE(back, atelier);
    }

    void theNewestStatementIsShown()
    {
        Atelier atelier;
        atelier = withRecord(atelier, record(u"old"_s, u"2017"_s, named(u"Old"_s, u"01"_s)), {});
        atelier = withRecord(atelier, record(u"new"_s, u"2019"_s, named(u"New"_s)), {});
        atelier = withRecord(atelier, record(u"older"_s, u"2015"_s, named(u"Older"_s)), {});
        QCOMPARE(atelier.name, u"New"_s);
        QCOMPARE(atelier.phone, u"01"_s); // the newest says nothing of it
    }

    void prioritiesGoBeforeDates()
    {
        SourcePriorities priorities;
        priorities.set({}, {u"old"_s});
        priorities.set(u"phone"_s, {u"new"_s, u"old"_s});
        Atelier atelier;
        atelier = withRecord(atelier, record(u"old"_s, u"2017"_s, named(u"Old"_s, u"01"_s)), priorities);
        atelier = withRecord(atelier, record(u"new"_s, u"2019"_s, named(u"New"_s, u"02"_s)), priorities);
        QCOMPARE(atelier.name, u"Old"_s);
        QCOMPARE(atelier.phone, u"02"_s);
        QCOMPARE(SourcePriorities::fromJson(priorities.toJson()).toJson(), priorities.toJson());
    }

    void whatPeopleTypedStays_data()
    {
        QTest::addColumn<bool>("noted");
        QTest::newRow("noted when it was typed") << true;
        QTest::newRow("typed before that was noted") << false;
    }
    void whatPeopleTypedStays()
    {
        QFETCH(bool, noted);
        Atelier before = withRecord({}, record(u"a"_s, u"2017"_s, named(u"Lab"_s, u"01"_s)), {});
        Atelier after = before;
        after.phone = u"02"_s;
        if (noted)
            noteByHand(before, after, u"2026-01-01"_s);
        after = withRecord(after, record(u"a"_s, u"2026"_s, named(u"Lab 2"_s, u"03"_s)), {});
        QCOMPARE(after.phone, u"02"_s);
        QCOMPARE(after.name, u"Lab 2"_s);
    }

    void aClearedFieldStaysCleared()
    {
        Atelier before = withRecord({}, record(u"a"_s, u"2017"_s, named(u"Lab"_s, u"01"_s)), {});
        Atelier after = before;
        after.phone.clear();
        noteByHand(before, after, u"2026-01-01"_s);
        QCOMPARE(withRecord(after, record(u"a"_s, u"2026"_s, named(u"Lab"_s, u"01"_s)), {}).phone, QString());
    }

    void aChosenValueStaysAlsoAgainstPriorities()
    {
        Atelier before = withRecord({}, record(u"a"_s, u"2017"_s, named(u"A"_s)), {});
        before = withRecord(before, record(u"b"_s, u"2019"_s, named(u"B"_s)), {});
        Atelier after = before;
        after.name = u"A"_s; // one of two known values, chosen by a person
        noteByHand(before, after, u"2026-01-01"_s);
        QCOMPARE(withRecord(after, record(u"b"_s, u"2026"_s, named(u"B"_s)), {}).name, u"A"_s);
    }

    void listsAreUnited()
    {
        Atelier a = named(u"Lab"_s);
        a.types = {u"fablab"_s};
        a.equipment = {{u"laser-cutter"_s, u"laser"_s, {}, {}, {}, false},
                       {u"laser-cutter"_s, u"laser 2"_s, {}, {}, {}, false}};
        Atelier b = named(u"Lab"_s);
        b.types = {u"coworking"_s, u"fablab"_s};
        b.equipment = {{u"laser-cutter"_s, u"Laser"_s, {}, {}, {}, false}, {{}, u"tour"_s, {}, {}, {}, false}};
        Atelier atelier = withRecord({}, record(u"a"_s, u"2019"_s, a), {});
        atelier = withRecord(atelier, record(u"b"_s, u"2018"_s, b), {});
        QCOMPARE(atelier.types, (QStringList{u"fablab"_s, u"coworking"_s}));
        QCOMPARE(atelier.equipment.size(), 3U); // two lasers of one source are two, that of the other one of them
        QCOMPARE(withRecord(atelier, record(u"b"_s, u"2018"_s, b), {}), atelier);
    }

    void theMostPrecisePositionIsTaken()
    {
        Atelier exact = named(u"Lab"_s);
        exact.point = GeoPoint{.latitude = 46, .longitude = 3};
        exact.precision = PositionPrecision::Exact;
        Atelier commune = named(u"Lab"_s);
        commune.point = GeoPoint{.latitude = 46.1, .longitude = 3.1};
        commune.precision = PositionPrecision::Commune;
        Atelier atelier = withRecord({}, record(u"a"_s, u"2017"_s, exact), {});
        atelier = withRecord(atelier, record(u"b"_s, u"2026"_s, commune), {});
        QCOMPARE(atelier.point->latitude, 46.0);
    }

    void whatASourceWithdrawsIsUnknownAgain()
    {
        Atelier atelier = withRecord({}, record(u"a"_s, u"2017"_s, named(u"Lab"_s, u"01"_s)), {});
        atelier = withRecord(atelier, record(u"a"_s, u"2018"_s, named(u"Lab"_s)), {});
        QCOMPARE(atelier.phone, QString());
    }

    void twoPlacesBecomeOne()
    {
        Atelier kept = withRecord({}, record(u"a"_s, u"2019"_s, named(u"Kept"_s)), {});
        kept.notes = u"mine"_s;
        Atelier other = withRecord({}, record(u"b"_s, u"2017"_s, named(u"Other"_s, u"02"_s)), {});
        other.email = u"contact@exemple.fr"_s;
        const Atelier one = united(kept, other, {});
        QCOMPARE(one.name, u"Kept"_s);
        QCOMPARE(one.notes, u"mine"_s);
        QCOMPARE(one.phone, u"02"_s);
        QCOMPARE(one.email, u"contact@exemple.fr"_s);
        QCOMPARE(one.provenance.size(), 2U);
        QCOMPARE(united(one, other, {}), one);
    }

    void allValuesAreTold()
    {
        Atelier atelier = withRecord({}, record(u"a"_s, u"2017"_s, named(u"A"_s)), {});
        atelier = withRecord(atelier, record(u"b"_s, u"2019"_s, named(u"B"_s)), {});
        const auto values = valuesOf(atelier, u"name"_s);
        QCOMPARE(values.size(), 2U);
        QCOMPARE(values[1].source, u"b"_s);
        QVERIFY(values[1].present);
        QVERIFY(!values[0].present);
        atelier.name = u"C"_s;
        QCOMPARE(valuesOf(atelier, u"name"_s).size(), 3U);
        QVERIFY(valuesOf(atelier, u"name"_s)[0].byHand);
    }
};

QTEST_GUILESS_MAIN(TestProvenance)
#include "test_provenance.moc"
