// Another order of the sources settles the places anew, as one change that can be taken back.
#include "directory/import.h"
#include "directory/provenance.h"
#include "directory/support/fixture.h"

#include <QTest>

using namespace repere;
using namespace repere::directory;
using namespace Qt::StringLiterals;

class TestSourceOrder : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Directory> m_directory;
    JobContext m_job;

    static Provenance says(const QString &source, const QString &asOf, const QString &name, const QString &phone)
    {
        Atelier said;
        said.name = name;
        said.phone = phone;
        return {.source = source,
                .recordKey = u"1"_s,
                .url = {},
                .licence = {},
                .asOf = asOf,
                .values = valuesToJson(said)};
    }
    AtelierId addPlace()
    {
        Atelier atelier;
        atelier.postcode = u"03000"_s;
        atelier.city = u"Moulins"_s;
        atelier = withRecord(atelier, says(u"Old"_s, u"2017"_s, u"Ancien nom"_s, u"01"_s), {});
        atelier = withRecord(atelier, says(u"New"_s, u"2019"_s, u"Nouveau nom"_s, u"02"_s), {});
        return test::orDie(m_directory->add(atelier));
    }
    Atelier at(AtelierId id) { return test::orDie(m_directory->read(id)); }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_directory = test::newFile(m_folder->filePath(u"order.gpkg"_s));
    }

    void theFileKnowsItsSources()
    {
        addPlace();
        const SourceOrder order = test::orDie(m_directory->sourceOrder());
        QCOMPARE(order.sources.size(), 2U);
        QCOMPARE(order.sources[0].places, 1);
        QCOMPARE(order.priorities.toJson(), QString());
    }

    void anOrderSettlesAllPlaces()
    {
        const AtelierId id = addPlace();
        const AtelierId other = addPlace();
        QCOMPARE(at(id).name, u"Nouveau nom"_s); // the newest
        SourcePriorities priorities;
        priorities.set({}, {u"Old"_s, u"New"_s});
        QCOMPARE(test::orDie(m_directory->setPriorities(priorities, m_job)), 2);
        QCOMPARE(at(id).name, u"Ancien nom"_s);
        QCOMPARE(at(other).phone, u"01"_s);
        QCOMPARE(test::orDie(m_directory->sourceOrder()).priorities.sources({}), QStringList({u"Old"_s, u"New"_s}));
        QCOMPARE(test::orDie(m_directory->setPriorities(priorities, m_job)), 0);
        test::orDie(m_directory->undo()); // one change for both
        QCOMPARE(at(id).name, u"Nouveau nom"_s);
        QCOMPARE(at(other).name, u"Nouveau nom"_s);
    }

    void anOrderOfOneFieldLeavesTheOthers()
    {
        const AtelierId id = addPlace();
        SourcePriorities priorities;
        priorities.set(u"phone"_s, {u"Old"_s});
        QCOMPARE(test::orDie(m_directory->setPriorities(priorities, m_job)), 1);
        QCOMPARE(at(id).phone, u"01"_s);
        QCOMPARE(at(id).name, u"Nouveau nom"_s);
        // Without an order it is the newest again.
        QCOMPARE(test::orDie(m_directory->setPriorities({}, m_job)), 1);
        QCOMPARE(at(id).phone, u"02"_s);
    }

    void whatAPersonTypedStays()
    {
        const AtelierId id = addPlace();
        Atelier edited = at(id);
        edited.name = u"Mon nom"_s;
        test::orDie(m_directory->update(edited));
        SourcePriorities priorities;
        priorities.set({}, {u"Old"_s});
        QCOMPARE(test::orDie(m_directory->setPriorities(priorities, m_job)), 1);
        QCOMPARE(at(id).name, u"Mon nom"_s);
        QCOMPARE(at(id).phone, u"01"_s);
    }

    void cancelledLeavesAllAsItWas()
    {
        const AtelierId id = addPlace();
        SourcePriorities priorities;
        priorities.set({}, {u"Old"_s});
        JobContext cancelled;
        cancelled.cancel();
        const auto done = m_directory->setPriorities(priorities, cancelled);
        QVERIFY(!done && done.error().code == ErrorCode::Cancelled);
        QCOMPARE(at(id).name, u"Nouveau nom"_s);
        QCOMPARE(test::orDie(m_directory->sourceOrder()).priorities.toJson(), QString());
    }
};

QTEST_GUILESS_MAIN(TestSourceOrder)
#include "test_source_order.moc"
