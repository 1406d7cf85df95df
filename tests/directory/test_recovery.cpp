// Automatic copies, putting a copy back, getting out what can be read: nothing good is ever lost by it.

#include "directory/recovery.h"
#include "support/fixture.h"

#include <QDir>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <set>

using namespace repere;
using namespace repere::directory;
using namespace Qt::StringLiterals;

namespace {

const QDateTime kNow(QDate(2026, 11, 25), QTime(9, 30), QTimeZone::UTC);

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("%s cannot be written", qPrintable(path));
}

Atelier named(const QString &name)
{
    Atelier atelier;
    atelier.name = name;
    return atelier;
}

QStringList names(const QString &path)
{
    QStringList list;
    const auto directory = test::openFile(path);
    const auto result = test::orDie(directory->search({}));
    for (int i = 0; i < result->count(); ++i)
        list << result->at(i).name;
    return list;
}

/// The root page of the table of places is overwritten.
void damage(const QString &path)
{
    QByteArray bytes = bytesOf(path);
    for (qsizetype page = 1; page < bytes.size() / 4096; ++page)
        if (bytes.mid(page * 4096, 4096).contains("Premier"))
            bytes.replace(page * 4096, 64, QByteArray(64, '\xA5'));
    write(path, bytes);
}

SafeCopyOutcome keep(const QString &path, const QDateTime &now = kNow)
{
    JobContext job;
    return test::orDie(keepSafeCopy(path, now, job));
}

} // namespace

class TestRecovery : public QObject
{
    Q_OBJECT

    QTemporaryDir m_state;
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;

private slots:
    void initTestCase() { qputenv("XDG_STATE_HOME", m_state.path().toUtf8()); }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"annuaire.gpkg"_s);
        test::orDie(test::newFile(m_path)->add(named(u"Premier"_s)));
    }

    /// Used every day, now and then, or by a clock that lies: what is kept is little and reaches far back.
    void whatStays_data()
    {
        QTest::addColumn<int>("mostDaysBetween");
        QTest::addColumn<int>("startsADay");
        QTest::newRow("daily") << 1 << 1;
        QTest::newRow("ten times a day") << 1 << 10;
        QTest::newRow("now and then") << 12 << 2;
    }
    void whatStays()
    {
        QFETCH(int, mostDaysBetween);
        QFETCH(int, startsADay);
        QRandomGenerator random(7);
        std::vector<SafeCopy> copies; // newest first
        QDateTime now = kNow;
        int number = 0;
        for (int day = 0; day < 500; day += 1 + random.bounded(mostDaysBetween)) {
            for (int start = 0; start < startsADay; ++start) {
                now = kNow.addDays(day).addSecs(start * 1800);
                copies.insert(copies.begin(), {.path = {}, .number = ++number, .made = now, .bytes = 0});
                for (int again = 0; again < 3; ++again) // a few starts without a change
                    for (const SafeCopy &gone : superfluousCopies(copies, now))
                        std::erase(copies, gone);
                QCOMPARE(copies.front().made, now);
            }
            QVERIFY2(copies.size() <= 7, qPrintable(QString::number(copies.size())));
            const auto youngestFrom = [&](int days) {
                qint64 best = 10'000;
                for (const SafeCopy &copy : copies)
                    if (const qint64 age = copy.made.secsTo(now) / 86'400; age >= days)
                        best = std::min(best, age);
                return best;
            };
            if (day < 90)
                continue;
            // Of each age there is one, and none is much older than it must be.
            QVERIFY2(youngestFrom(1) <= 1 + mostDaysBetween, qPrintable(QString::number(youngestFrom(1))));
            QVERIFY2(youngestFrom(7) <= 7 + 7 + mostDaysBetween, qPrintable(QString::number(youngestFrom(7))));
            QVERIFY2(youngestFrom(30) <= 30 + 24 + mostDaysBetween, qPrintable(QString::number(youngestFrom(30))));
        }
    }

    void aClockThatLies()
    {
        std::vector<SafeCopy> copies;
        for (int i = 0; i < 7; ++i)
            copies.push_back({.path = {}, .number = 7 - i, .made = kNow.addDays(-6 * i), .bytes = 0});
        // Back to 1970: the newest copy stays the newest, and no more than two go.
        copies.insert(copies.begin(), {.path = {}, .number = 8, .made = QDateTime::fromSecsSinceEpoch(0), .bytes = 0});
        for (const QDateTime &now : {QDateTime::fromSecsSinceEpoch(0), kNow.addYears(30)}) {
            const auto gone = superfluousCopies(copies, now);
            QVERIFY(gone.size() <= 2);
            QVERIFY(std::ranges::none_of(gone, [](const SafeCopy &copy) { return copy.number == 8; }));
        }
    }

    void copiesAreMadeWhenTheFileChanged()
    {
        QCOMPARE(safeCopies(m_path).size(), 0);
        QCOMPARE(keep(m_path), SafeCopyOutcome::Made);
        QCOMPARE(keep(m_path, kNow.addDays(1)), SafeCopyOutcome::Unchanged);
        names(m_path); // reading is no change
        QCOMPARE(keep(m_path, kNow.addDays(1)), SafeCopyOutcome::Unchanged);
        test::orDie(test::openFile(m_path)->add(named(u"Second"_s)));
        QCOMPARE(keep(m_path, kNow.addYears(-3)), SafeCopyOutcome::Made); // the clock went backwards
        const auto copies = safeCopies(m_path);
        QCOMPARE(copies.size(), 2);
        QCOMPARE(copies[0].number, 2);
        QCOMPARE(copies[1].made, kNow);
        QCOMPARE(names(copies[0].path), (QStringList{u"Premier"_s, u"Second"_s}));
        QCOMPARE(names(copies[1].path), QStringList{u"Premier"_s});
        QCOMPARE(contentOf(copies[0], test::knowledge()).places, 2);
        // Another file of the same name has its own.
        QVERIFY(safeCopyFolder(m_path) != safeCopyFolder(m_state.filePath(u"annuaire.gpkg"_s)));
        // Nothing else is left in their folder.
        QCOMPARE(QDir(safeCopyFolder(m_path)).entryList(QDir::Files | QDir::Hidden).size(), 2);
    }

    void aDamagedFileMakesNoCopy()
    {
        QCOMPARE(keep(m_path), SafeCopyOutcome::Made);
        const auto copies = safeCopies(m_path);
        const QByteArray good = bytesOf(copies.front().path);
        damage(m_path);
        QCOMPARE(keep(m_path, kNow.addDays(40)), SafeCopyOutcome::Damaged);
        QCOMPARE(safeCopies(m_path), copies);
        QCOMPARE(bytesOf(copies.front().path), good);
        QVERIFY(!test::orDie(examine(m_path)).empty());
    }

    void aCopyComesBack()
    {
        keep(m_path);
        damage(m_path);
        const QByteArray damaged = bytesOf(m_path);
        // What another program left of its log must not be taken for the new file's.
        write(m_path + u"-wal"_s, "a log of before");
        const QString kept =
            test::orDie(restoreFrom(safeCopies(m_path).front().path, m_path, test::knowledge(), test::stillClock()));
        QCOMPARE(kept, m_folder->filePath(u"annuaire.before-restore-1.gpkg"_s));
        QCOMPARE(bytesOf(kept), damaged);
        QCOMPARE(bytesOf(kept + u"-wal"_s), "a log of before");
        QVERIFY(!QFileInfo::exists(m_path + u"-wal"_s));
        QCOMPARE(names(m_path), QStringList{u"Premier"_s});
        QVERIFY(test::orDie(examine(m_path)).empty());
        // Again: the name of the first is not taken twice.
        QCOMPARE(
            test::orDie(restoreFrom(safeCopies(m_path).front().path, m_path, test::knowledge(), test::stillClock())),
            m_folder->filePath(u"annuaire.before-restore-2.gpkg"_s));
        // A file that was deleted.
        QVERIFY(QFile::remove(m_path));
        QCOMPARE(
            test::orDie(restoreFrom(safeCopies(m_path).front().path, m_path, test::knowledge(), test::stillClock())),
            QString());
        QCOMPARE(names(m_path), QStringList{u"Premier"_s});
    }

    void aDamagedCopyDoesNot()
    {
        keep(m_path);
        const QString copy = safeCopies(m_path).front().path;
        damage(copy);
        const QByteArray before = bytesOf(m_path);
        const auto restored = restoreFrom(copy, m_path, test::knowledge(), test::stillClock());
        QCOMPARE(restored.error().code, ErrorCode::Unreadable);
        QCOMPARE(bytesOf(m_path), before);
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden), QStringList{u"annuaire.gpkg"_s});
    }

    void whatCanBeReadComesBack()
    {
        {
            const auto directory = test::openFile(m_path);
            for (int i = 0; i < 300; ++i)
                test::orDie(directory->add(named(u"Atelier %1"_s.arg(i))));
        }
        const QStringList before = names(m_path);
        damage(m_path); // the page with the first place
        const QByteArray damaged = bytesOf(m_path);
        JobContext job;
        const Salvaged saved = test::orDie(salvageInPlace(m_path, test::stillClock(), job));
        QCOMPARE(bytesOf(saved.kept), damaged);
        const QStringList after = names(m_path);
        QCOMPARE(after.size(), saved.places);
        QCOMPARE(saved.places + saved.lostPlaces, before.size());
        QVERIFY(saved.places > 200 && saved.lostPlaces > 0 && saved.somethingLost);
        for (const QString &name : after)
            QVERIFY(before.contains(name));
        QVERIFY(test::orDie(examine(m_path)).empty());
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden),
                 (QStringList{u"annuaire.before-restore-1.gpkg"_s, u"annuaire.gpkg"_s}));
    }

    void whenRecoveryIsOffered()
    {
        const auto openError = [this] {
            return Directory::open({m_path, store::OpenMode::ReadWrite, false}, test::knowledge(), test::stillClock())
                .error();
        };
        keep(m_path);
        const QByteArray good = bytesOf(m_path);
        write(m_path, good.first(9000)); // cut
        QVERIFY(recoveryHelps(m_path, openError()));
        write(m_path, "nothing of a database"); // overwritten
        QCOMPARE(openError().code, ErrorCode::NotADirectory);
        QVERIFY(recoveryHelps(m_path, openError()));
        QVERIFY(QFile::remove(m_path)); // deleted
        QVERIFY(recoveryHelps(m_path, openError()));
        const QString other = m_folder->filePath(u"other.gpkg"_s);
        write(other, "name;types\n");
        QVERIFY(!recoveryHelps(other, {ErrorCode::NotADirectory, {}}));
        QVERIFY(!recoveryHelps(m_folder->filePath(u"none.gpkg"_s), {ErrorCode::Missing, {}}));
    }

    void goneWhileOpen_data()
    {
        QTest::addColumn<bool>("replaced");
        QTest::newRow("moved or deleted") << false;
        QTest::newRow("replaced") << true;
    }
    void goneWhileOpen()
    {
        QFETCH(bool, replaced);
        const auto directory = test::openFile(m_path);
        QVERIFY(!test::orDie(directory->reloadIfChanged()));
        const QString away = m_folder->filePath(u"ailleurs.gpkg"_s);
        QVERIFY(QFile::rename(m_path, away));
        if (replaced)
            test::orDie(test::newFile(m_path)->add(named(u"Autre"_s)));
        const QByteArray before = bytesOf(away);
        const ErrorCode code = replaced ? ErrorCode::Conflict : ErrorCode::Missing;
        QCOMPARE(directory->reloadIfChanged().error().code, code);
        QCOMPARE(directory->add(named(u"Perdu"_s)).error().code, code);
        QCOMPARE(directory->undo().error().code, code);
        QCOMPARE(bytesOf(away), before);
        // What is seen can be kept.
        JobContext job;
        const QString copy = m_folder->filePath(u"copie.gpkg"_s);
        test::orDie(directory->backup(copy, job));
        QCOMPARE(names(copy), QStringList{u"Premier"_s});
        // Put back, it goes on.
        QFile::remove(m_path);
        QVERIFY(QFile::rename(away, m_path));
        test::orDie(directory->add(named(u"Second"_s)));
        QCOMPARE(names(m_path), (QStringList{u"Premier"_s, u"Second"_s}));
    }

    void theClockGoesBackwards()
    {
        QDateTime now = kNow;
        auto directory = test::orDie(Directory::open({m_path, store::OpenMode::ReadWrite, false}, test::knowledge(),
                                                     {[&now] { return now; }, u"testeuse"_s}));
        test::orDie(directory->add(named(u"Second"_s)));
        now = kNow.addYears(-20);
        test::orDie(directory->add(named(u"Troisième"_s)));
        const auto history = test::orDie(directory->history(0));
        QCOMPARE(history.size(), 3);
        QVERIFY(history[0].name.contains(u"Troisième"));
        QVERIFY(history[0].time < history[1].time);
        QVERIFY(test::orDie(directory->undo()).name.contains(u"Troisième"));
        QVERIFY(test::orDie(directory->redo()).name.contains(u"Troisième"));
        directory.reset();
        QCOMPARE(names(m_path).size(), 3);
        QVERIFY(test::orDie(examine(m_path)).empty());
    }

    /// Two windows: each sees the other's changes, and takes back only what it has seen.
    void twoAtOnce()
    {
        const auto first = test::openFile(m_path);
        const auto second = test::openFile(m_path);
        test::orDie(first->search({}));
        test::orDie(second->search({}));
        test::orDie(first->add(named(u"De la première"_s)));
        QCOMPARE(second->undo().error().code, ErrorCode::Conflict);
        QVERIFY(test::orDie(second->reloadIfChanged()));
        QCOMPARE(test::orDie(second->search({}))->count(), 2);
        test::orDie(second->add(named(u"De la seconde"_s)));
        QVERIFY(test::orDie(first->reloadIfChanged()));
        QCOMPARE(test::orDie(first->search({}))->count(), 3);
        QVERIFY(test::orDie(first->undo()).name.contains(u"De la seconde"));
        QCOMPARE(names(m_path), (QStringList{u"De la première"_s, u"Premier"_s}));
    }
};

QTEST_GUILESS_MAIN(TestRecovery)
#include "test_recovery.moc"
