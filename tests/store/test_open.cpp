// Every file that cannot be opened, or only be read, says why and keeps its bytes.

#include "support/sample.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

using namespace repere;
using namespace repere::store;
using namespace Qt::StringLiterals;

namespace {

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        QTest::qFail("cannot write", __FILE__, __LINE__);
}

/// Another program that holds the file: the sqlite3 shell between two statements.
class Holder
{
public:
    Holder(const QString &path, const QByteArray &statements)
    {
        m_shell.start(u"sqlite3"_s, {path});
        m_shell.write(statements + "\nSELECT 'held';\n");
        m_shell.waitForStarted();
        QByteArray output;
        while (!output.contains("held") && m_shell.waitForReadyRead(10000))
            output += m_shell.readAll();
    }
    ~Holder()
    {
        m_shell.closeWriteChannel();
        m_shell.waitForFinished();
    }

private:
    QProcess m_shell;
};

} // namespace

class TestOpen : public QObject
{
    Q_OBJECT

private:
    /// A directory of one atelier, closed.
    QString makeDirectory(const QString &name = u"annuaire.gpkg"_s)
    {
        const QString path = m_folder->filePath(name);
        auto store = sample::open(path, OpenMode::Create);
        const auto added =
            store->apply(sample::label(u"Add"_s), {.inserts = {sample::fullAtelier()}, .updates = {}, .removals = {}});
        if (!added)
            QTest::qFail(qPrintable(added.error().message), __FILE__, __LINE__);
        return path;
    }

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void badFiles_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QString>("message");
        QTest::newRow("missing") << u"missing"_s << ErrorCode::Missing << u"%1 does not exist."_s;
        QTest::newRow("folder") << u"folder"_s << ErrorCode::NotADirectory
                                << u"%1 is a folder, not a directory file."_s;
        QTest::newRow("empty") << u"empty"_s << ErrorCode::NotADirectory
                               << u"%1 is empty: it is not a directory of Repère."_s;
        QTest::newRow("text") << u"text"_s << ErrorCode::NotADirectory << u"%1 is not a directory of Repère."_s;
        QTest::newRow("device") << u"device"_s << ErrorCode::NotADirectory << u"%1 is not an ordinary file."_s;
        QTest::newRow("other database") << u"database"_s << ErrorCode::NotADirectory
                                        << u"%1 is a database of another program, not a directory of Repère."_s;
        QTest::newRow("other GeoPackage") << u"geopackage"_s << ErrorCode::NotADirectory
                                          << u"%1 is a database of another program, not a directory of Repère."_s;
        QTest::newRow("cut after the header") << u"cut"_s << ErrorCode::Unreadable << u"%1 is damaged ("_s;
        QTest::newRow("first page overwritten") << u"overwritten"_s << ErrorCode::Unreadable << u"%1 is damaged ("_s;
    }
    void badFiles()
    {
        QFETCH(QString, kind);
        QFETCH(ErrorCode, code);
        QFETCH(QString, message);
        QString path = m_folder->filePath(u"x y é.gpkg"_s);
        if (kind == "folder"_L1)
            QDir().mkpath(path);
        else if (kind == "empty"_L1)
            write(path, {});
        else if (kind == "text"_L1)
            write(path, "name;types\nLAB01;fablab\n");
        else if (kind == "device"_L1)
            path = u"/dev/null"_s;
        else if (kind == "database"_L1)
            sample::run(u"sqlite3"_s, {path, u"CREATE TABLE t(a); INSERT INTO t VALUES (1)"_s});
        else if (kind == "geopackage"_L1) {
            const QString csv = m_folder->filePath(u"p.csv"_s);
            write(csv, "x,y\n1,2\n");
            sample::run(u"ogr2ogr"_s, {u"-f"_s, u"GPKG"_s, path, csv});
        } else if (kind == "cut"_L1) {
            write(path, sample::bytesOf(makeDirectory()).left(5000));
        } else if (kind == "overwritten"_L1) {
            QByteArray bytes = sample::bytesOf(makeDirectory());
            bytes.replace(100, 3000, QByteArray(3000, 'x'));
            write(path, bytes);
        }
        const QByteArray before = sample::bytesOf(path);
        const QStringList files = QDir(m_folder->path()).entryList();
        for (const OpenMode mode : {OpenMode::ReadWrite, OpenMode::ReadOnly}) {
            const auto opened = Store::open(path, mode, sample::compounds());
            QVERIFY(!opened);
            QCOMPARE(opened.error().code, code);
            QVERIFY2(opened.error().message.startsWith(message.arg(path)), qPrintable(opened.error().message));
            QCOMPARE(sample::bytesOf(path), before);
            QCOMPARE(QDir(m_folder->path()).entryList(), files);
        }
    }

    void namesThatSqliteReadsOtherwise_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"file:x.gpkg", "a?mode=memory#b%20.gpkg", "l'été « ».gpkg", "-x.gpkg"})
            QTest::newRow(name) << QString::fromUtf8(name);
    }
    void namesThatSqliteReadsOtherwise()
    {
        QFETCH(QString, name);
        const QString before = QDir::currentPath();
        QDir::setCurrent(m_folder->path());
        {
            auto store = sample::open(name, OpenMode::Create);
            VERIFY_RESULT(store->apply(sample::label(u"Add"_s),
                                       {.inserts = {sample::fullAtelier()}, .updates = {}, .removals = {}}));
            JobContext job;
            VERIFY_RESULT(store->backup(u"copy "_s + name, job));
        }
        QDir::setCurrent(before);
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files).size(), 2);
        QVERIFY(QFile::exists(m_folder->filePath(name)));
        QCOMPARE(sample::open(m_folder->filePath(u"copy "_s + name))->count().value(), 1);
    }

    void readingChangesNoByte_data()
    {
        QTest::addColumn<QString>("journal");
        QTest::newRow("WAL") << u"WAL"_s;
        QTest::newRow("rollback journal") << u"DELETE"_s;
    }
    void readingChangesNoByte()
    {
        QFETCH(QString, journal);
        const QString path = makeDirectory();
        sample::execute(path, u"PRAGMA journal_mode = "_s + journal);
        const QByteArray before = sample::bytesOf(path);
        for (const OpenMode mode : {OpenMode::ReadWrite, OpenMode::ReadOnly}) {
            auto store = sample::open(path, mode);
            VERIFY_RESULT(store->read(1));
            VERIFY_RESULT(store->check());
            VERIFY_RESULT(store->history(0));
            store.reset();
            QCOMPARE(sample::bytesOf(path), before);
            QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{u"annuaire.gpkg"_s});
        }
        // Written with either journal, and whole alone.
        auto store = sample::open(path);
        VERIFY_RESULT(store->undo());
        QCOMPARE(sample::value(path, u"PRAGMA journal_mode"_s), u"wal"_s);
    }

    void createRefuses()
    {
        const QString path = makeDirectory();
        const QByteArray before = sample::bytesOf(path);
        const auto existing = Store::open(path, OpenMode::Create, sample::compounds());
        QCOMPARE(existing.error().code, ErrorCode::Unwritable);
        QCOMPARE(existing.error().message, u"%1 exists already; it was not changed."_s.arg(path));
        QCOMPARE(sample::bytesOf(path), before);
        const auto nowhere = Store::open(m_folder->filePath(u"none/x.gpkg"_s), OpenMode::Create, sample::compounds());
        QCOMPARE(nowhere.error().code, ErrorCode::Unwritable);
        QVERIFY(nowhere.error().message.contains(u"the folder %1 does not exist"_s.arg(m_folder->filePath(u"none"_s))));
    }

    void readOnlyModeRefusesEveryChange()
    {
        const QString path = makeDirectory();
        auto store = sample::open(path, OpenMode::ReadOnly);
        QVERIFY(store->isReadOnly());
        JobContext job;
        const auto nothing = [](Atelier &) -> Result<bool> { return false; };
        QCOMPARE(
            store->apply({}, {.inserts = {sample::namedAtelier(u"x"_s)}, .updates = {}, .removals = {}}).error().code,
            ErrorCode::ReadOnly);
        QCOMPARE(store->import({}, nothing, {}, job).error().code, ErrorCode::ReadOnly);
        QCOMPARE(store->undo().error().code, ErrorCode::ReadOnly);
        QCOMPARE(store->redo().error().code, ErrorCode::ReadOnly);
        QCOMPARE(store->setMetadata(u"a"_s, u"b"_s).error().code, ErrorCode::ReadOnly);
        QCOMPARE(store->undo().error().message, u"%1 was opened for reading only."_s.arg(path));
        VERIFY_RESULT(store->backup(m_folder->filePath(u"copy.gpkg"_s), job));
    }

    void newerFilesAreReadNotWritten()
    {
        const QString path = makeDirectory();
        sample::execute(
            path,
            u"ALTER TABLE atelier ADD COLUMN future TEXT; UPDATE repere_meta SET value = '99' WHERE key = 'schema_version'"_s);
        const QByteArray before = sample::bytesOf(path);
        auto store = sample::open(path);
        QCOMPARE(store->readOnlyReason(),
                 u"%1 was written by a newer version of Repère: it can be read here, not changed."_s.arg(path));
        QCOMPARE(store->read(1).value().name, sample::fullAtelier().name);
        QCOMPARE(store->undo().error(), (Error{ErrorCode::ReadOnly, store->readOnlyReason()}));
        QCOMPARE(sample::damageOf(*store), QStringList());
        store.reset();
        QCOMPARE(sample::bytesOf(path), before);
    }

    void heldByAnotherProgram()
    {
        const QString path = makeDirectory();
        const QByteArray before = sample::bytesOf(path);
        const QString message = u"%1 is in use by another program; try again when it has finished."_s.arg(path);
        {
            const Holder holder(path, "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE;");
            QElapsedTimer timer;
            timer.start();
            const auto opened = Store::open(path, OpenMode::ReadWrite, sample::compounds());
            QCOMPARE(opened.error(), (Error{ErrorCode::Locked, message}));
            QVERIFY(timer.elapsed() > 1500);
        }
        QCOMPARE(sample::bytesOf(path), before);
        {
            const Holder holder(path, "BEGIN IMMEDIATE;");
            auto store = sample::open(path);
            QCOMPARE(store->count().value(), 1); // reading goes on
            QCOMPARE(store->undo().error(), (Error{ErrorCode::Locked, message}));
            const auto applied =
                store->apply({}, {.inserts = {sample::namedAtelier(u"x"_s)}, .updates = {}, .removals = {}});
            QCOMPARE(applied.error(), (Error{ErrorCode::Locked, message}));
            QCOMPARE(store->count().value(), 1);
        }
        QCOMPARE(sample::bytesOf(path), before);
    }

    void aReaderDoesNotHinderWriting()
    {
        const QString path = makeDirectory();
        {
            const Holder reader(path, "BEGIN; SELECT count(*) FROM atelier;");
            auto store = sample::open(path);
            VERIFY_RESULT(store->apply(sample::label(u"Add"_s),
                                       {.inserts = {sample::namedAtelier(u"x"_s)}, .updates = {}, .removals = {}}));
            QCOMPARE(store->count().value(), 2);
        }
        QCOMPARE(sample::open(path)->count().value(), 2);
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestOpen)
#include "test_open.moc"
