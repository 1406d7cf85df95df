// What waits, what was merged, what was kept apart: written, undone and redone with the change that made it.
#include "core/atelier_record.h"
#include "store/staging.h"
#include "store/store.h"
#include "support/sample.h"

#include <QTemporaryDir>
#include <QTest>

using namespace repere;
using namespace Qt::StringLiterals;

class TestTwinTables : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<store::Store> m_store;

    store::ChangeSet waits(const QString &key, double score) const
    {
        store::ChangeSet changes;
        Atelier record = sample::namedAtelier(u"Twin "_s + key);
        record.uid = u"f"_s.repeated(32);
        changes.waiting.push_back({.id = 0,
                                   .source = u"list"_s,
                                   .recordKey = key,
                                   .record = record,
                                   .candidateUid = u"a"_s.repeated(32),
                                   .score = score,
                                   .parts = u"[]"_s});
        return changes;
    }
    void apply(const store::ChangeSet &changes) { VERIFY_RESULT(m_store->apply(sample::label(u"X"_s), changes)); }

private slots:
    void init()
    {
        m_store.reset();
        m_folder = std::make_unique<QTemporaryDir>();
        m_store = store::Store::open(m_folder->filePath(u"a.gpkg"_s), store::OpenMode::Create, {}).value();
    }

    void aWholeAtelierComesBackFromItsJson()
    {
        const Atelier atelier = sample::fullAtelier();
        QCOMPARE(atelierFromJson(atelierToJson(atelier)).value(), atelier);
        QCOMPARE(atelierFromJson(atelierToJson({})).value(), Atelier());
        QVERIFY(!atelierFromJson(u"[]"_s));
    }

    void waitingIsUndoneAndRedone()
    {
        apply(waits(u"1"_s, 0.7));
        QCOMPARE(m_store->waiting().value().size(), 1U);
        QCOMPARE(m_store->waiting().value()[0].record.name, u"Twin 1"_s);
        VERIFY_RESULT(m_store->undo());
        QVERIFY(m_store->waiting().value().empty());
        VERIFY_RESULT(m_store->redo());
        QCOMPARE(m_store->waiting().value().size(), 1U);
    }

    void theSameRecordIsPutInItsPlace()
    {
        apply(waits(u"1"_s, 0.7));
        apply(waits(u"1"_s, 0.75));
        QCOMPARE(m_store->waiting().value().size(), 1U);
        QCOMPARE(m_store->waiting().value()[0].score, 0.75);
        VERIFY_RESULT(m_store->undo());
        QCOMPARE(m_store->waiting().value()[0].score, 0.7);
    }

    void whatIsDecidedWaitsNoLonger()
    {
        apply(waits(u"1"_s, 0.7));
        const std::int64_t id = m_store->waiting().value()[0].id;
        store::ChangeSet decided;
        decided.decided = {id};
        decided.keptApart = {{u"b"_s, u"a"_s}};
        apply(decided);
        QVERIFY(m_store->waiting().value().empty());
        QCOMPARE(m_store->keptApart().value(), (std::vector<KeptApart>{{u"a"_s, u"b"_s}}));
        VERIFY_RESULT(m_store->undo());
        QCOMPARE(m_store->waiting().value()[0].id, id);
        QVERIFY(m_store->keptApart().value().empty());
    }

    void aliasesMoveOn()
    {
        store::ChangeSet three;
        three.inserts = {sample::namedAtelier(u"a"_s), sample::namedAtelier(u"b"_s), sample::namedAtelier(u"c"_s)};
        apply(three);
        const auto uid = [this](AtelierId id) { return m_store->read(id).value().uid; };
        const QString uidOfB = uid(2);
        store::ChangeSet merge;
        merge.aliases = {{.oldId = 3, .oldUid = uid(3), .atelier = 2}};
        merge.removals = {3};
        apply(merge);
        store::ChangeSet again;
        again.aliases = {{.oldId = 2, .oldUid = uidOfB, .atelier = 1}};
        again.removals = {2};
        apply(again);
        const auto aliases = m_store->aliases().value();
        QCOMPARE(aliases.size(), 2U);
        QCOMPARE(aliases[0].atelier, 1);
        QCOMPARE(aliases[1].atelier, 1);
        VERIFY_RESULT(m_store->undo());
        QCOMPARE(m_store->aliases().value().front().atelier, 2);
        VERIFY_RESULT(m_store->undo());
        QVERIFY(m_store->aliases().value().empty());
        QCOMPARE(m_store->count().value(), 3);
    }

    void stagedRecordsComeBackWhole()
    {
        const auto staging = store::Staging::create().value();
        for (int number = 1; number <= 30; ++number) {
            ImportRecord record;
            record.number = number;
            record.outcome = static_cast<ImportOutcome>(number % 5);
            record.file = u"list.csv"_s;
            record.line = number + 1;
            record.incoming = sample::fullAtelier();
            record.incoming.name = u"Établi %1"_s.arg(number);
            record.matchUid = u"m"_s;
            record.score = 0.5;
            record.fields = {u"name"_s};
            record.repairs = {{.id = 0, .field = u"insee"_s, .from = u"0"_s, .to = u"01004"_s, .why = u"w"_s}};
            record.rejections = {{u"list.csv"_s, 3, u"c"_s, u"v"_s, u"cause"_s, u"out"_s}};
            VERIFY_RESULT(staging->append(record));
        }
        VERIFY_RESULT(staging->finish());
        const store::Staging::Selection doubtful{.outcome = ImportOutcome::Doubtful};
        QCOMPARE(staging->count({}).value(), 30);
        QCOMPARE(staging->count(doubtful).value(), 6);
        QCOMPARE(staging->page({.words = u"etabli 2"_s}, 0, 100).value().size(), 11U); // 2 and 20 to 29
        QCOMPARE(staging->page(doubtful, 4, 10).value().size(), 2U);
        ImportRecord third = staging->read(3).value();
        QCOMPARE(third.incoming.name, u"Établi 3"_s);
        QCOMPARE(third.incoming.equipment, sample::fullAtelier().equipment);
        QCOMPARE(third.repairs[0].to, u"01004"_s);
        QCOMPARE(third.rejections[0].cause, u"cause"_s);
        third.outcome = ImportOutcome::New;
        VERIFY_RESULT(staging->replace(third));
        QCOMPARE(staging->count(doubtful).value(), 5);
        VERIFY_RESULT(staging->setAccepted(doubtful, false));
        QCOMPARE(staging->acceptedCount({}).value(), 25);
        QVERIFY(!staging->after(30).value());
    }
};

QTEST_GUILESS_MAIN(TestTwinTables)
#include "test_twin_tables.moc"
