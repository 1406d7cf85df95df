// What apply, import, undo and redo do, one by one.

#include "support/sample.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace repere;
using namespace repere::store;
using namespace Qt::StringLiterals;

class TestChanges : public QObject
{
    Q_OBJECT

private:
    static AtelierSource sourceOf(std::vector<Atelier> ateliers)
    {
        return [ateliers = std::move(ateliers), next = std::size_t{0}](Atelier &atelier) mutable -> Result<bool> {
            if (next == ateliers.size())
                return false;
            atelier = ateliers[next++];
            return true;
        };
    }
    Result<AppliedChange> add(const std::vector<Atelier> &ateliers)
    {
        return m_store->apply(sample::label(u"Add"_s), {.inserts = ateliers, .updates = {}, .removals = {}});
    }
    QStringList damage() const { return sample::damageOf(*m_store); }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"annuaire.gpkg"_s);
        m_store = sample::open(m_path, OpenMode::Create);
    }
    void cleanup() { m_store.reset(); }

    void everyFieldComesBack()
    {
        const Atelier full = sample::fullAtelier();
        const auto applied = add({full, sample::namedAtelier(u"x"_s)});
        VERIFY_RESULT(applied);
        QCOMPARE(applied->insertedIds, (std::vector<AtelierId>{1, 2}));
        Atelier expected = full;
        expected.id = 1;
        QVERIFY(m_store->read(1).value() == expected);
        const Atelier bare = m_store->read(2).value();
        QCOMPARE(bare.uid.size(), 32);
        Atelier expectedBare = sample::namedAtelier(u"x"_s);
        expectedBare.id = 2;
        expectedBare.uid = bare.uid;
        QVERIFY(bare == expectedBare);
        std::vector<Atelier> all;
        VERIFY_RESULT(m_store->forEach(true, [&all](const Atelier &a) {
            all.push_back(a);
            return true;
        }));
        QVERIFY((all == std::vector<Atelier>{expected, bare}));
        QCOMPARE(m_store->count().value(), 2);
        QCOMPARE(m_store->idsByUid({bare.uid, u"none"_s, full.uid}).value(), (std::vector<AtelierId>{2, 0, 1}));
        QCOMPARE(m_store->read(3).error().code, ErrorCode::NotFound);
    }

    void quickReadingLeavesOutDetails()
    {
        VERIFY_RESULT(add({sample::fullAtelier(), sample::namedAtelier(u"x"_s)}));
        Atelier expected = sample::fullAtelier();
        expected.id = 1;
        expected.equipment.assign(2, {});
        expected.equipment[0].id = u"laser-cutter"_s;
        expected.equipment[1].id = u"3d-printer"_s;
        expected.notes.clear();
        expected.provenance.clear();
        int visited = 0;
        VERIFY_RESULT(m_store->forEach(false, [&](const Atelier &a) {
            ++visited;
            return a == expected;
        }));
        QCOMPARE(visited, 2); // the first was as expected; the second stopped the visit
        visited = 0;
        VERIFY_RESULT(m_store->forEach(false, [&](const Atelier &) {
            ++visited;
            return false;
        }));
        QCOMPARE(visited, 1);
    }

    void searchedColumnsAreThoseOfTheWholeReading()
    {
        QRandomGenerator random(11);
        std::vector<Atelier> ateliers{sample::fullAtelier(), sample::namedAtelier(u"nothing known"_s)};
        for (int i = 0; i < 300; ++i)
            ateliers.push_back(sample::randomAtelier(random));
        VERIFY_RESULT(add(ateliers));
        std::vector<Atelier> expected;
        VERIFY_RESULT(m_store->forEach(false, [&expected](const Atelier &a) {
            Atelier searched; // nothing else, also nothing of the row before
            searched.id = a.id;
            searched.name = a.name;
            searched.types = a.types;
            searched.status = a.status;
            searched.city = a.city;
            searched.insee = a.insee;
            searched.departement = a.departement;
            searched.region = a.region;
            searched.point = a.point;
            searched.precision = a.precision;
            searched.equipment = a.equipment;
            searched.services = a.services;
            searched.publics = a.publics;
            searched.asOf = a.asOf;
            expected.push_back(searched);
            return true;
        }));
        QCOMPARE(expected.size(), ateliers.size());
        std::vector<Atelier> found;
        VERIFY_RESULT(m_store->forEachSearched([&found](const Atelier &a) {
            found.push_back(a);
            return true;
        }));
        QVERIFY(found == expected);
        int visited = 0;
        VERIFY_RESULT(m_store->forEachSearched([&visited](const Atelier &) { return ++visited < 5; }));
        QCOMPARE(visited, 5);
    }

    void idsAndUids()
    {
        Atelier seven = sample::namedAtelier(u"seven"_s);
        seven.id = 7;
        seven.uid = u"seven"_s;
        QCOMPARE(add({seven, sample::namedAtelier(u"next"_s)}).value().insertedIds, (std::vector<AtelierId>{7, 8}));
        const QByteArray before = sample::bytesOf(m_path);
        Atelier sameId = sample::namedAtelier(u"other"_s);
        sameId.id = 7;
        const auto takenId = add({sample::namedAtelier(u"first"_s), sameId});
        QCOMPARE(takenId.error().code, ErrorCode::Conflict);
        QVERIFY(takenId.error().message.contains(u"7"_s) && takenId.error().message.contains(u"other"_s));
        Atelier sameUid = sample::namedAtelier(u"other"_s);
        sameUid.uid = u"seven"_s;
        const auto takenUid = add({sample::namedAtelier(u"first"_s), sameUid});
        QCOMPARE(takenUid.error().code, ErrorCode::Conflict);
        QVERIFY(takenUid.error().message.contains(u"uid seven"_s));
        JobContext job;
        QCOMPARE(m_store->import(sample::label(u"I"_s), sourceOf({sameUid}), {}, job).error().code,
                 ErrorCode::Conflict);
        QCOMPARE(sample::bytesOf(m_path), before);
        // A number is not given twice while the history knows it.
        VERIFY_RESULT(m_store->apply(sample::label(u"Remove"_s), {.inserts = {}, .updates = {}, .removals = {8}}));
        QCOMPARE(add({sample::namedAtelier(u"x"_s)}).value().insertedIds, std::vector<AtelierId>{9});
    }

    void refusedChangesLeaveTheFile()
    {
        VERIFY_RESULT(add({sample::fullAtelier()}));
        VERIFY_RESULT(add({sample::namedAtelier(u"x"_s)}));
        VERIFY_RESULT(m_store->undo());
        const QByteArray before = sample::bytesOf(m_path);
        Atelier gone = sample::fullAtelier();
        gone.id = 99;
        QCOMPARE(m_store->apply(sample::label(u"E"_s), {.inserts = {}, .updates = {gone}, .removals = {}}).error().code,
                 ErrorCode::NotFound);
        QCOMPARE(
            m_store->apply(sample::label(u"R"_s), {.inserts = {}, .updates = {}, .removals = {1, 99}}).error().code,
            ErrorCode::NotFound);
        Atelier offEarth = sample::namedAtelier(u"Mars"_s);
        offEarth.point = GeoPoint{.latitude = 123, .longitude = 5};
        QCOMPARE(add({offEarth}).error().message, u"“Mars”: the position 123, 5 is not on Earth."_s);
        Atelier bar = sample::namedAtelier(u"Bar"_s);
        bar.types = {u"a|b"_s};
        QCOMPARE(add({bar}).error().code, ErrorCode::Usage);
        QCOMPARE(sample::bytesOf(m_path), before);
        VERIFY_RESULT(m_store->redo()); // still there
    }

    void aChangeOfNothingIsNotRecorded()
    {
        VERIFY_RESULT(add({sample::fullAtelier()}));
        VERIFY_RESULT(add({sample::namedAtelier(u"x"_s)}));
        VERIFY_RESULT(m_store->undo());
        const Atelier same = m_store->read(1).value();
        const auto applied = m_store->apply(sample::label(u"E"_s), {.inserts = {}, .updates = {same}, .removals = {}});
        VERIFY_RESULT(applied);
        QCOMPARE(applied->change.number, 0);
        QCOMPARE(m_store->history(0).value().size(), 2);
        VERIFY_RESULT(m_store->redo());
    }

    void countsAndLabelAreKept()
    {
        VERIFY_RESULT(add({sample::fullAtelier(), sample::namedAtelier(u"b"_s), sample::namedAtelier(u"c"_s)}));
        Atelier edited = m_store->read(2).value();
        edited.city = u"Murat"_s;
        Atelier onlySources = m_store->read(1).value();
        onlySources.provenance.erase(onlySources.provenance.begin());
        const auto applied = m_store->apply(
            sample::label(u"Edit « b »"_s, 5),
            {.inserts = {sample::namedAtelier(u"d"_s)}, .updates = {edited, onlySources}, .removals = {3}});
        VERIFY_RESULT(applied);
        const Change &change = applied->change;
        QCOMPARE(change.inserted, 1);
        QCOMPARE(change.updated, 2);
        QCOMPARE(change.removed, 1);
        QCOMPARE(change.name, u"Edit « b »"_s);
        QCOMPARE(change.time, sample::label({}, 5).time);
        QVERIFY(m_store->history(1).value().front() == change);
        m_store = sample::open(m_path);
        QVERIFY(m_store->history(1).value().front() == change);
        QVERIFY(m_store->read(1).value() == onlySources);
        QVERIFY(m_store->read(2).value() == edited);
    }

    void undoAndRedoWalkTheHistory()
    {
        QCOMPARE(m_store->undo().error().code, ErrorCode::NotFound);
        QCOMPARE(m_store->redo().error().code, ErrorCode::NotFound);
        const QStringList empty = sample::content(m_path);
        VERIFY_RESULT(add({sample::fullAtelier(), sample::namedAtelier(u"b"_s)}));
        const QStringList added = sample::content(m_path);
        VERIFY_RESULT(m_store->apply(sample::label(u"Remove"_s), {.inserts = {}, .updates = {}, .removals = {1}}));
        const QStringList removed = sample::content(m_path);
        QCOMPARE(sample::rowsOf(m_path, u"provenance"_s), QStringList());
        const auto undone = m_store->undo();
        VERIFY_RESULT(undone);
        QCOMPARE(undone->name, u"Remove"_s);
        QVERIFY(undone->undone);
        QCOMPARE(sample::content(m_path), added);
        QCOMPARE(m_store->matchWord(u"trotec"_s, false).value(), std::vector<AtelierId>{1});
        VERIFY_RESULT(m_store->undo());
        QCOMPARE(sample::content(m_path), empty);
        QCOMPARE(m_store->undo().error().code, ErrorCode::NotFound);
        VERIFY_RESULT(m_store->redo());
        QCOMPARE(sample::content(m_path), added);
        const auto redone = m_store->redo();
        VERIFY_RESULT(redone);
        QVERIFY(!redone->undone);
        QCOMPARE(sample::content(m_path), removed);
        QCOMPARE(m_store->redo().error().code, ErrorCode::NotFound);
        QCOMPARE(damage(), QStringList());
        // A new change drops what was undone.
        VERIFY_RESULT(m_store->undo());
        VERIFY_RESULT(add({sample::namedAtelier(u"c"_s)}));
        QCOMPARE(m_store->redo().error().code, ErrorCode::NotFound);
        QCOMPARE(m_store->history(0).value().size(), 2);
        QCOMPARE(m_store->history(0).value().front().number, 3);
    }

    void removingByUidThenAddingItAgainInOneChange()
    {
        VERIFY_RESULT(add({sample::fullAtelier()}));
        const QStringList before = sample::content(m_path);
        Atelier other = sample::fullAtelier();
        other.name = u"Autre"_s;
        VERIFY_RESULT(
            m_store->apply(sample::label(u"Replace"_s), {.inserts = {other}, .updates = {}, .removals = {1}}));
        const QStringList after = sample::content(m_path);
        VERIFY_RESULT(m_store->undo());
        QCOMPARE(sample::content(m_path), before);
        VERIFY_RESULT(m_store->redo());
        QCOMPARE(sample::content(m_path), after);
    }

    void importsAreUndoneAndRedoneWhole_data()
    {
        QTest::addColumn<int>("existing");
        QTest::newRow("most rows are imported: the index is rebuilt") << 2;
        QTest::newRow("few rows are imported: they are taken out one by one") << 60;
    }
    void importsAreUndoneAndRedoneWhole()
    {
        QFETCH(int, existing);
        QRandomGenerator random(3);
        std::vector<Atelier> first, second;
        for (int i = 0; i < existing; ++i)
            first.push_back(sample::randomAtelier(random));
        for (int i = 0; i < 20; ++i)
            second.push_back(sample::randomAtelier(random));
        VERIFY_RESULT(add(first));
        const QStringList before = sample::content(m_path);
        Atelier updated = m_store->read(2).value();
        updated.name = u"Mis à jour"_s;
        updated.provenance.push_back({u"nouvelle source"_s, {}, {}, {}, {}, {}});
        JobContext job;
        const auto imported = m_store->import(sample::label(u"Import"_s), sourceOf(second),
                                              {.inserts = {}, .updates = {updated}, .removals = {}}, job);
        VERIFY_RESULT(imported);
        QCOMPARE(imported->insertedIds.size(), 20);
        QCOMPARE(imported->insertedIds.front(), existing + 1);
        QCOMPARE(imported->change.inserted, 20);
        QCOMPARE(imported->change.updated, 1);
        QVERIFY(m_store->read(2).value() == updated);
        Atelier expected = second[5];
        expected.id = existing + 6;
        QVERIFY(m_store->read(existing + 6).value() == expected);
        const QStringList after = sample::content(m_path);
        QCOMPARE(damage(), QStringList());
        // The record does not hold the rows themselves.
        QVERIFY(sample::value(m_path, u"SELECT length(changeset) FROM change WHERE number = 2"_s).toInt() < 1000);
        for (int round = 0; round < 2; ++round) {
            m_store = sample::open(m_path);
            VERIFY_RESULT(m_store->undo());
            QCOMPARE(sample::content(m_path), before);
            QCOMPARE(damage(), QStringList());
            QCOMPARE(m_store->matchWord(u"jour"_s, false).value().size(), 0);
            m_store = sample::open(m_path);
            VERIFY_RESULT(m_store->redo());
            QCOMPARE(sample::content(m_path), after);
            QCOMPARE(damage(), QStringList());
            QCOMPARE(sample::rowsOf(m_path, u"undone_atelier"_s) + sample::rowsOf(m_path, u"undone_provenance"_s),
                     QStringList());
        }
        // Dropped for good by a new change.
        VERIFY_RESULT(m_store->undo());
        VERIFY_RESULT(add({sample::namedAtelier(u"x"_s)}));
        QCOMPARE(sample::rowsOf(m_path, u"undone_atelier"_s) + sample::rowsOf(m_path, u"undone_provenance"_s),
                 QStringList());
    }

    /// Imports leave the CHECKs out: what their rows are is told by `check`, as everywhere above.
    void checkSeesARowThatNoCheckStopped()
    {
        VERIFY_RESULT(add({sample::fullAtelier()}));
        sample::execute(m_path, u"PRAGMA ignore_check_constraints = ON; UPDATE atelier SET precision = 'near'"_s);
        QVERIFY(!damage().isEmpty());
    }

    void aCancelledOrFailedImportLeavesTheFile()
    {
        VERIFY_RESULT(add({sample::fullAtelier()}));
        const QByteArray before = sample::bytesOf(m_path);
        JobContext job;
        int given = 0;
        const auto cancelled = m_store->import(
            sample::label(u"Import"_s),
            [&](Atelier &atelier) -> Result<bool> {
                atelier = sample::namedAtelier(u"x"_s);
                if (++given == 100)
                    job.cancel();
                return true;
            },
            {}, job);
        QCOMPARE(cancelled.error().code, ErrorCode::Cancelled);
        QCOMPARE(given, 100);
        QCOMPARE(sample::bytesOf(m_path), before);
        JobContext other;
        given = 0;
        const auto failed = m_store->import(
            sample::label(u"Import"_s),
            [&](Atelier &atelier) -> Result<bool> {
                atelier = sample::namedAtelier(u"x"_s);
                if (++given == 100)
                    return failure(ErrorCode::Unreadable, u"line 100"_s);
                return true;
            },
            {}, other);
        QCOMPARE(failed.error().message, u"line 100"_s);
        QCOMPARE(sample::bytesOf(m_path), before);
        Atelier gone = sample::namedAtelier(u"gone"_s);
        gone.id = 77;
        QCOMPARE(m_store
                     ->import(sample::label(u"I"_s), sourceOf({sample::namedAtelier(u"x"_s)}),
                              {.inserts = {}, .updates = {gone}, .removals = {}}, other)
                     .error()
                     .code,
                 ErrorCode::NotFound);
        QCOMPARE(sample::bytesOf(m_path), before);
        // Triggers work again.
        VERIFY_RESULT(add({sample::namedAtelier(u"Zanzibar"_s)}));
        QCOMPARE(m_store->matchWord(u"zanzibar"_s, false).value(), std::vector<AtelierId>{2});
    }

    void undoRefusesRowsThatChangedOtherwise_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<bool>("import");
        QTest::newRow("edited row was edited by others")
            << u"UPDATE atelier SET name = 'others' WHERE id = 1"_s << false;
        QTest::newRow("edited row was removed by others") << u"DELETE FROM atelier WHERE id = 1"_s << false;
        QTest::newRow("imported row was removed by others") << u"DELETE FROM atelier WHERE id = 3"_s << true;
    }
    void undoRefusesRowsThatChangedOtherwise()
    {
        QFETCH(QString, sql);
        QFETCH(bool, import);
        VERIFY_RESULT(add({sample::fullAtelier(), sample::namedAtelier(u"b"_s)}));
        Atelier edited = m_store->read(1).value();
        edited.name = u"Edited"_s;
        JobContext job;
        if (import)
            VERIFY_RESULT(m_store->import(sample::label(u"Import"_s),
                                          sourceOf({sample::namedAtelier(u"c"_s), sample::namedAtelier(u"d"_s)}), {},
                                          job));
        else
            VERIFY_RESULT(
                m_store->apply(sample::label(u"Edit"_s), {.inserts = {}, .updates = {edited}, .removals = {}}));
        sample::execute(m_path, u"PRAGMA foreign_keys = ON; "_s + sql);
        m_store = sample::open(m_path);
        const QStringList before = sample::content(m_path);
        const auto undone = m_store->undo();
        QCOMPARE(undone.error().code, ErrorCode::Conflict);
        QVERIFY(
            undone.error().message.contains(import ? u"“Import” cannot be undone"_s : u"“Edit” cannot be undone"_s));
        QCOMPARE(sample::content(m_path), before);
        QCOMPARE(m_store->history(1).value().front().undone, false);
    }

    void undoRefusesWhenTheFileMovedOn()
    {
        VERIFY_RESULT(add({sample::namedAtelier(u"mine"_s)}));
        const auto version = m_store->dataVersion().value();
        auto other = sample::open(m_path);
        VERIFY_RESULT(other->apply(sample::label(u"Theirs"_s),
                                   {.inserts = {sample::namedAtelier(u"theirs"_s)}, .updates = {}, .removals = {}}));
        QCOMPARE(m_store->undo().error().code, ErrorCode::Conflict);
        QCOMPARE(m_store->count().value(), 2);
        QVERIFY(m_store->dataVersion().value() != version); // now the caller knows
        QCOMPARE(m_store->undo().value().name, u"Theirs"_s);
        QCOMPARE(m_store->undo().value().name, u"Add"_s); // own changes do not count as moving on
        QCOMPARE(m_store->count().value(), 0);
    }

    void metadataIsNoHistory()
    {
        VERIFY_RESULT(m_store->setMetadata(u"starter"_s, u"2026-11"_s));
        QCOMPARE(m_store->metadata(u"starter"_s).value(), u"2026-11"_s);
        QCOMPARE(m_store->metadata(u"absent"_s).value(), QString());
        QCOMPARE(m_store->history(0).value().size(), 0);
        VERIFY_RESULT(m_store->setMetadata(u"starter"_s, QString()));
        QCOMPARE(m_store->metadata(u"starter"_s).value(), QString());
    }

    void closedHistoryIsReadableNotUndoable()
    {
        VERIFY_RESULT(add({sample::namedAtelier(u"x"_s)}));
        m_store.reset();
        sample::execute(m_path, u"UPDATE change SET undoable = 0"_s);
        m_store = sample::open(m_path);
        QCOMPARE(m_store->history(0).value().front().undoable, false);
        QCOMPARE(m_store->undo().error().code, ErrorCode::NotFound);
        QCOMPARE(m_store->count().value(), 1);
    }

    void theGroundOfAFileIsNotUndone()
    {
        ChangeLabel ground = sample::label(u"Starter"_s);
        ground.undoable = false;
        ChangeSet content;
        content.inserts = {sample::namedAtelier(u"x"_s)};
        VERIFY_RESULT(m_store->apply(ground, content));
        VERIFY_RESULT(add({sample::namedAtelier(u"y"_s)}));
        VERIFY_RESULT(m_store->undo());
        const auto refused = m_store->undo();
        QCOMPARE(refused.error().code, ErrorCode::NotFound);
        QVERIFY(refused.error().message.contains(u"“Starter”"_s));
        QCOMPARE(m_store->count().value(), 1);
        VERIFY_RESULT(m_store->redo());
        QCOMPARE(m_store->count().value(), 2);
    }

    void checkNamesDamageAndGaps()
    {
        Atelier gap = sample::namedAtelier(u"Gap"_s);
        gap.equipment.push_back(
            {.id = {}, .raw = u"plotter"_s, .model = {}, .count = {}, .conditions = {}, .guessed = false});
        Atelier good = sample::fullAtelier();
        good.equipment.clear();
        VERIFY_RESULT(add({good, gap}));
        QStringList messages;
        const auto findings = m_store->check();
        VERIFY_RESULT(findings);
        for (const Finding &finding : *findings) {
            QCOMPARE(finding.id, 2);
            messages.append(finding.message);
        }
        QCOMPARE(messages, (QStringList{u"“Gap” has no position."_s, u"“Gap” has no commune code."_s,
                                        u"“Gap” lies in no known département or région."_s,
                                        u"“Gap” has equipment that no word of the thesaurus names."_s}));
        m_store.reset();
        sample::execute(m_path,
                        u"DROP TRIGGER atelier_text_update; UPDATE atelier SET folded_name = 'changed' WHERE id = 1;"
                        "PRAGMA foreign_keys = OFF; INSERT INTO provenance(atelier_id, source) VALUES (77, 'x')"_s);
        m_store = sample::open(m_path);
        QCOMPARE(damage().size(), 2);
    }

    void theFileAloneIsWholeAfterEachChange()
    {
        for (int i = 1; i <= 3; ++i) {
            VERIFY_RESULT(add({sample::namedAtelier(u"n"_s + QString::number(i))}));
            const QString copy = m_folder->filePath(u"copy%1.gpkg"_s.arg(i));
            QVERIFY(QFile::copy(m_path, copy)); // while open
            QCOMPARE(sample::content(copy), sample::content(m_path));
            QCOMPARE(sample::open(copy)->count().value(), i);
        }
        m_store.reset();
        QCOMPARE(QDir(m_folder->path()).entryList({u"annuaire*"_s}, QDir::Files), QStringList{u"annuaire.gpkg"_s});
    }

    void backupIsWholeAndReplaces()
    {
        VERIFY_RESULT(add({sample::fullAtelier()}));
        const QString target = m_folder->filePath(u"sauvegarde.gpkg"_s);
        {
            QFile former(target);
            QVERIFY(former.open(QIODevice::WriteOnly));
            former.write("former");
        }
        double progress = 0;
        JobContext job([&progress](double fraction) { progress = fraction; });
        VERIFY_RESULT(m_store->backup(target, job));
        QCOMPARE(sample::content(target), sample::content(m_path));
        QCOMPARE(sample::rowsOf(target, u"change"_s), sample::rowsOf(m_path, u"change"_s));
        auto copy = sample::open(target);
        VERIFY_RESULT(copy->undo());
        QCOMPARE(copy->count().value(), 0);
        // In use by that other store.
        QCOMPARE(m_store->backup(target, job).error().code, ErrorCode::Locked);
        copy.reset();
        QCOMPARE(m_store->backup(m_path, job).error().code, ErrorCode::Usage);
        QCOMPARE(m_store->backup(m_folder->filePath(u"none/x.gpkg"_s), job).error().code, ErrorCode::Unwritable);
        QStringList files = QDir(m_folder->path()).entryList(QDir::Files);
        files.removeIf([](const QString &name) { return name.startsWith(u"annuaire.gpkg"_s); });
        QCOMPARE(files, QStringList{u"sauvegarde.gpkg"_s});
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    std::unique_ptr<Store> m_store;
};

QTEST_GUILESS_MAIN(TestChanges)
#include "test_changes.moc"
