// A disk that fails at the n-th read, write, sync, truncate…, for every n of a whole opening, edit, import, undo, redo,
// migration, backup and salvage: a sentence for people, and the file as before or as after.

#include "store/file.h"
#include "store/salvage.h"
#include "support/failing_vfs.h"
#include "support/sample.h"
#include "support/version1.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace repere;
using namespace repere::store;
using namespace Qt::StringLiterals;
using sample::FailingDisk;
using Call = FailingDisk::Call;

namespace {

/// What is done while the disk fails.
struct Act {
    const char *name;
    bool old = false; ///< begins with a file of the first version
    Result<void> (*run)(const QString &path);
    bool changes = true; ///< the content of the file
};

Result<std::unique_ptr<Store>> opened(const QString &path)
{
    return Store::open(path, OpenMode::ReadWrite, sample::compounds());
}

template <typename T> Result<void> withoutValue(const Result<T> &result)
{
    if (!result)
        return std::unexpected(result.error());
    return {};
}

Result<void> edit(const QString &path)
{
    auto store = opened(path);
    if (!store)
        return withoutValue(store);
    auto atelier = (*store)->read(2);
    if (!atelier)
        return withoutValue(atelier);
    Atelier added = sample::namedAtelier(u"Nouveau"_s);
    added.uid = u"nouveau"_s; // the same in each round
    atelier->name = u"Changé"_s;
    atelier->notes = QString(9000, u'n');
    return withoutValue(
        (*store)->apply(sample::label(u"Edit"_s), {.inserts = {added}, .updates = {*atelier}, .removals = {4}}));
}

Result<void> importMany(const QString &path)
{
    auto store = opened(path);
    if (!store)
        return withoutValue(store);
    QRandomGenerator random(3);
    int left = 60;
    JobContext job;
    return withoutValue((*store)->import(
        sample::label(u"Import"_s),
        [&](Atelier &atelier) -> Result<bool> {
            atelier = sample::randomAtelier(random);
            atelier.notes = QString(1500, u'n');
            return left-- > 0;
        },
        {}, job));
}

Result<void> undo(const QString &path)
{
    auto store = opened(path);
    return store ? withoutValue((*store)->undo()) : withoutValue(store);
}

/// Two at once, so that one can be taken back and made again.
Result<void> undoTwiceAndRedo(const QString &path)
{
    auto store = opened(path);
    if (!store)
        return withoutValue(store);
    for (const auto step : {&Store::undo, &Store::undo, &Store::redo})
        if (const auto done = ((**store).*step)(); !done)
            return withoutValue(done);
    return {};
}

Result<void> openAndRead(const QString &path)
{
    auto store = opened(path);
    if (!store)
        return withoutValue(store);
    return (*store)->forEach(true, [](const Atelier &) { return true; });
}

Result<void> backup(const QString &path)
{
    auto store = opened(path);
    JobContext job;
    return store ? (*store)->backup(path + u".copy"_s, job) : withoutValue(store);
}

Result<void> salvage(const QString &path)
{
    JobContext job;
    const auto saved = salvageFile(path, path + u".copy"_s, sample::label(u"Recover"_s), job);
    if (!saved || !saved->somethingLost)
        return withoutValue(saved);
    // What could not be read is missing, and it is said so.
    QFile::remove(path + u".copy"_s);
    return failure(ErrorCode::Unreadable, path);
}

constexpr Act kActs[] = {
    {.name = "open and read", .run = openAndRead, .changes = false},
    {.name = "edit", .run = edit},
    {.name = "import", .run = importMany},
    {.name = "undo", .run = undo},
    {.name = "undo, undo, redo", .run = undoTwiceAndRedo},
    {.name = "migration", .old = true, .run = openAndRead},
    {.name = "backup", .run = backup, .changes = false},
    {.name = "salvage", .run = salvage, .changes = false},
};

constexpr std::pair<Call, const char *> kCalls[] = {
    {Call::Open, "open"},         {Call::Read, "read"},
    {Call::Write, "write"},       {Call::Sync, "sync"},
    {Call::Truncate, "truncate"}, {Call::Delete, "delete"},
    {Call::Size, "size"},         {Call::SharedMemory, "shared memory"}};

} // namespace

Q_DECLARE_METATYPE(const Act *)

class TestFaults : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder{sample::quickFolder()};
    QByteArray m_base;
    QByteArray m_old;

    QString path() const { return m_folder.filePath(u"annuaire.gpkg"_s); }
    void begin(const Act &act) const
    {
        for (const QString &name : QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden))
            QFile::remove(m_folder.filePath(name));
        QFile file(path());
        const QByteArray &bytes = act.old ? m_old : m_base;
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("no room");
    }
    static QStringList state(const QString &path)
    {
        QStringList rows = sample::content(path) + sample::rowsOf(path, u"change"_s);
        rows += sample::value(path, u"SELECT value FROM repere_meta WHERE key = 'schema_version'"_s);
        return rows;
    }

private slots:
    void initTestCase()
    {
        {
            auto store = sample::open(path(), OpenMode::Create);
            QRandomGenerator random(2);
            ChangeSet many;
            for (int i = 0; i < 40; ++i)
                many.inserts.push_back(sample::randomAtelier(random));
            VERIFY_RESULT(store->apply(sample::label(u"Add"_s), many));
            VERIFY_RESULT(store->apply(sample::label(u"Add one"_s),
                                       {.inserts = {sample::fullAtelier()}, .updates = {}, .removals = {7}}));
        }
        m_base = sample::bytesOf(path());
        m_old = sample::bytesOf(QStringLiteral(REPERE_TEST_DATA "/store/v1.gpkg"));
        QVERIFY(!m_old.isEmpty());
    }

    void everyCall_data()
    {
        QTest::addColumn<const Act *>("act");
        QTest::addColumn<Call>("call");
        QTest::addColumn<bool>("onwards");
        QTest::addColumn<bool>("full");
        for (const Act &act : kActs)
            for (const auto &[call, name] : kCalls) {
                QTest::addRow("%s, %s fails once", act.name, name) << &act << call << false << false;
                QTest::addRow("%s, all fails from a %s on", act.name, name) << &act << call << true << false;
                if (call == Call::Write)
                    QTest::addRow("%s, the disk is full", act.name) << &act << call << true << true;
            }
    }
    void everyCall()
    {
        QFETCH(const Act *, act);
        QFETCH(Call, call);
        QFETCH(bool, onwards);
        QFETCH(bool, full);
        begin(*act);
        const QStringList before = state(path());
        VERIFY_RESULT(act->run(path()));
        const QStringList after = state(path());
        QCOMPARE(before != after, act->changes);

        FailingDisk disk;
        int n = 0;
        int refused = 0;
        for (;;) {
            ++n;
            begin(*act);
            disk.fail(call, n, onwards, full);
            const Result<void> done = act->run(path());
            const bool failed = disk.failures() > 0;
            disk.heal();
            const QByteArray where = QByteArray::number(n) + ": " + (done ? "done" : done.error().message.toUtf8());
            if (!done) {
                ++refused;
                QVERIFY2(failed, where.constData());
                QVERIFY2(done.error().message.contains(path()), where.constData());
                // No bug of ours, and not said to be damaged: it is not.
                QVERIFY2(done.error().code != ErrorCode::Internal, where.constData());
                if (full)
                    QVERIFY2(done.error().code == ErrorCode::Unwritable || done.error().code == ErrorCode::Unreadable,
                             where.constData());
            }
            // Whoever comes next finds a whole file, as before or as after.
            QCOMPARE(sample::value(path(), u"PRAGMA integrity_check"_s), u"ok"_s);
            const QStringList now = state(path());
            if (act->old || QByteArrayView(act->name).contains(',')) // of several steps, some may be done
                QVERIFY2(!now.isEmpty(), where.constData());
            else if (now != after)
                QVERIFY2(now == before && (!done || !act->changes), where.constData());
            // An opening mends what a crash left; then nothing is damaged for us, either.
            auto store = sample::open(path());
            QCOMPARE(sample::damageOf(*store), QStringList());
            store.reset();
            if (act->old)
                QCOMPARE(state(path()), after);
            // A copy is whole or is not there.
            if (const QString copy = path() + u".copy"_s; QFile::exists(copy)) {
                QVERIFY2(sample::content(copy) == sample::content(path()), where.constData());
                QCOMPARE(sample::value(copy, u"PRAGMA integrity_check"_s), u"ok"_s);
            }
            if (!failed)
                break; // there is no n-th call
        }
        qInfo("%d calls, refused %d times", n - 1, refused);
    }
};

QTEST_GUILESS_MAIN(TestFaults)
#include "test_faults.moc"
