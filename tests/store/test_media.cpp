// Media and folders that cannot be written, and full ones.
// As root, rights prove nothing, so these tests run again inside a namespace with its own mounts, or as nobody.

#include "support/own_mounts.h"
#include "support/sample.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QScopeGuard>
#include <QTemporaryDir>

using namespace repere;
using namespace repere::store;
using namespace repere::testing;
using namespace Qt::StringLiterals;

class TestMedia : public QObject
{
    Q_OBJECT

private:
    /// A directory of one atelier, closed.
    static void makeDirectory(const QString &path, const QString &journal)
    {
        {
            auto store = sample::open(path, OpenMode::Create);
            VERIFY_RESULT(store->apply(sample::label(u"Add"_s),
                                       {.inserts = {sample::fullAtelier()}, .updates = {}, .removals = {}}));
        }
        sample::execute(path, u"PRAGMA journal_mode = "_s + journal);
    }

private slots:
    void init()
    {
        m_own = std::make_unique<QTemporaryDir>();
        m_folder = isInside() ? qEnvironmentVariable(kInside) : m_own->path();
        m_path = QDir(m_folder).filePath(u"annuaire.gpkg"_s);
    }

    void readOnlyMedium_data()
    {
        QTest::addColumn<QString>("journal");
        QTest::newRow("WAL") << u"WAL"_s;
        QTest::newRow("rollback journal") << u"DELETE"_s;
    }
    void readOnlyMedium()
    {
        QFETCH(QString, journal);
        if (!isInside()) {
            makeDirectory(m_path, journal);
            const QByteArray before = sample::bytesOf(m_path);
            const QByteArray output =
                runAgain(u"-rm"_s, u"mount --bind \"$1\" \"$1\" && mount -o remount,ro,bind \"$1\""_s, m_folder);
            if (output == "skip")
                QSKIP("this machine does not allow a read-only bind mount");
            QVERIFY2(output.isEmpty(), output.constData());
            QCOMPARE(sample::bytesOf(m_path), before);
            return;
        }
        const QString reason = u"%1 lies on a read-only medium: it can be read, not changed."_s.arg(m_path);
        auto store = sample::open(m_path);
        QVERIFY(store);
        QCOMPARE(store->readOnlyReason(), reason);
        QVERIFY(store->read(1).value().name == sample::fullAtelier().name);
        QCOMPARE(store->matchWord(u"trotec"_s, false).value().size(), 1);
        QCOMPARE(sample::damageOf(*store), QStringList());
        QCOMPARE(store->undo().error(), (Error{ErrorCode::ReadOnly, reason}));
        const auto created = Store::open(m_folder + u"/new.gpkg"_s, OpenMode::Create, sample::compounds());
        QCOMPARE(created.error().code, ErrorCode::Unwritable);
        JobContext job;
        QCOMPARE(store->backup(m_folder + u"/copy.gpkg"_s, job).error().code, ErrorCode::Unwritable);
    }

    void writeProtected_data()
    {
        QTest::addColumn<bool>("wholeFolder");
        QTest::addColumn<QString>("journal");
        QTest::newRow("file") << false << u"WAL"_s;
        QTest::newRow("folder, WAL") << true << u"WAL"_s;
        QTest::newRow("folder, rollback journal") << true << u"DELETE"_s;
    }
    void writeProtected()
    {
        QFETCH(bool, wholeFolder);
        QFETCH(QString, journal);
        if (!isInside()) {
            makeDirectory(m_path, journal);
            const QByteArray before = sample::bytesOf(m_path);
            const QString guarded = wholeFolder ? m_folder : m_path;
            const QFile::Permissions rights = QFile::permissions(guarded);
            QFile::setPermissions(guarded, QFile::ReadOwner | QFile::ExeOwner);
            const QByteArray output =
                runAgain(u"-U"_s, u"test ! -w \"$1/annuaire.gpkg\" || test ! -w \"$1\""_s, m_folder);
            QFile::setPermissions(guarded, rights);
            if (output == "skip")
                QSKIP("this machine does not allow user namespaces");
            QVERIFY2(output.isEmpty(), output.constData());
            QCOMPARE(sample::bytesOf(m_path), before);
            if (wholeFolder) // SQLite leaves an empty log beside a file that it may not write
                QCOMPARE(QDir(m_folder).entryList(QDir::Files), QStringList{u"annuaire.gpkg"_s});
            return;
        }
        const QString reason = u"%1 or its folder is write-protected: it can be read, not changed."_s.arg(m_path);
        auto store = sample::open(m_path);
        QVERIFY(store);
        QCOMPARE(store->readOnlyReason(), reason);
        QCOMPARE(store->count().value(), 1);
        QCOMPARE(store->undo().error(), (Error{ErrorCode::ReadOnly, reason}));
        if (wholeFolder) {
            const auto created = Store::open(m_folder + u"/new.gpkg"_s, OpenMode::Create, sample::compounds());
            QCOMPARE(created.error().code, ErrorCode::Unwritable);
        }
    }

    void fullDisk()
    {
        if (!isInside()) {
            const QByteArray output = runAgain(u"-rm"_s, u"mount -t tmpfs -o size=900k none \"$1\""_s, m_folder);
            if (output == "skip")
                QSKIP("this machine does not allow a small disk of its own");
            QVERIFY2(output.isEmpty(), output.constData());
            return;
        }
        makeDirectory(m_path, u"WAL"_s);
        const QByteArray before = sample::bytesOf(m_path);
        const QString message = u"The disk is full; %1 was not changed."_s.arg(m_path);
        QRandomGenerator random(5);
        {
            auto store = sample::open(m_path);
            JobContext job;
            const auto imported = store->import(
                sample::label(u"Import"_s),
                [&random](Atelier &atelier) -> Result<bool> {
                    atelier = sample::randomAtelier(random);
                    atelier.notes = QString(20000, u'n');
                    return true;
                },
                {}, job);
            QCOMPARE(imported.error(), (Error{ErrorCode::Unwritable, message}));
            QCOMPARE(store->count().value(), 1);
            ChangeSet many;
            for (int i = 0; i < 200; ++i)
                many.inserts.emplace_back(sample::randomAtelier(random)).notes = QString(20000, u'n');
            QCOMPARE(store->apply(sample::label(u"Add"_s), many).error(), (Error{ErrorCode::Unwritable, message}));
            QCOMPARE(store->count().value(), 1);
            QCOMPARE(sample::damageOf(*store), QStringList());
        }
        QCOMPARE(sample::bytesOf(m_path), before);
        // With no room at all: nothing can be made, nothing is left behind.
        QFile filler(m_folder + u"/filler"_s);
        {
            auto store = sample::open(m_path);
            QVERIFY(filler.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
            while (filler.write(QByteArray(4096, 'x')) > 0) {
            }
            JobContext job;
            QCOMPARE(store->backup(m_folder + u"/copy.gpkg"_s, job).error().code, ErrorCode::Unwritable);
            QCOMPARE(store->apply({}, {.inserts = {sample::fullAtelier()}, .updates = {}, .removals = {}}).has_value(),
                     false);
            QCOMPARE(store->count().value(), 1);
            const auto created = Store::open(m_folder + u"/new.gpkg"_s, OpenMode::Create, sample::compounds());
            QCOMPARE(created.error().code, ErrorCode::Unwritable);
        }
        QCOMPARE(sample::bytesOf(m_path), before);
        while (filler.write(QByteArray(4096, 'x')) > 0) {
        } // what the log has given back
        const auto opened = Store::open(m_path, OpenMode::ReadWrite, sample::compounds());
        QVERIFY(!opened);
        QCOMPARE(opened.error(), (Error{ErrorCode::Unwritable, message}));
        QCOMPARE(QDir(m_folder).entryList({u"copy*"_s, u"new*"_s}, QDir::Files), QStringList());
        QVERIFY(filler.remove());
        QCOMPARE(sample::open(m_path)->count().value(), 1);
        QCOMPARE(sample::bytesOf(m_path), before);
    }

private:
    std::unique_ptr<QTemporaryDir> m_own;
    QString m_folder;
    QString m_path;
};

QTEST_GUILESS_MAIN(TestMedia)
#include "test_media.moc"
