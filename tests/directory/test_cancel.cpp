// Every long job of a directory, cancelled at random moments from another thread: it ends as cancelled and leaves the file as
// it was, or it was done already and is there whole. No half file, no temporary file, no open file stays behind.
#include "directory/support/fixture.h"
#include "support/random_cancel.h"

#include <QCryptographicHash>
#include <QDirIterator>
#include <QFile>
#include <QTest>

#include <SQLiteCpp/SQLiteCpp.h>

using namespace repere;
using namespace repere::test;
using namespace Qt::StringLiterals;
using testing::RandomCancel;

namespace {

/// All rows of all tables, and whether SQLite finds the file whole.
QByteArray contentOf(const QString &path)
{
    SQLite::Database database(path.toUtf8().constData(), SQLite::OPEN_READONLY);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto add = [&](const std::string &sql) {
        SQLite::Statement rows(database, sql);
        while (rows.executeStep()) {
            for (int column = 0; column < rows.getColumnCount(); ++column) {
                const SQLite::Column value = rows.getColumn(column);
                hash.addData(QByteArrayView(static_cast<const char *>(value.getBlob()), value.getBytes()));
                hash.addData(QByteArrayView("\x1f", 1));
            }
        }
    };
    SQLite::Statement tables(database, "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE "
                                       "'CREATE VIRTUAL%' ORDER BY name");
    while (tables.executeStep())
        add("SELECT * FROM \"" + tables.getColumn(0).getString() + "\" ORDER BY 1, 2");
    add("PRAGMA integrity_check");
    return hash.result();
}

QStringList filesIn(const QString &folder)
{
    QStringList files;
    for (QDirIterator it(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); it.hasNext();)
        if (const QString name = it.next(); !name.contains(u"base.gpkg-")) // those who only read it leave these
            files << name;
    files.sort();
    return files;
}

using Work = std::function<Result<void>(directory::Directory &, JobContext &)>;

Result<void> done(const auto &result)
{
    return result ? Result<void>() : std::unexpected(result.error());
}

} // namespace
Q_DECLARE_METATYPE(Work)

class TestCancel : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QTemporaryDir m_temporary;
    QString m_base; ///< places of two lists, of which the second has twins of the first
    QString m_list; ///< what is imported

    QString path(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }
    Work importing(bool dryRun) const
    {
        return [this, dryRun](directory::Directory &directory, JobContext &job) {
            return done(directory.import({.files = {m_list}, .dryRun = dryRun, .sourceName = u"Liste"_s}, job));
        };
    }
    Work exporting(const char *name, exchange::OutputFormat format) const
    {
        return [to = path(name), format](directory::Directory &directory, JobContext &job) {
            const auto all = directory.search({});
            exchange::ExportOptions options;
            options.format = format;
            return all ? done(directory.exportTo(to, options, **all, job)) : done(all);
        };
    }

private slots:
    void initTestCase()
    {
        qputenv("TMPDIR", m_temporary.path().toUtf8()); // of this process only
        m_base = path("base.gpkg");
        m_list = path("list.csv");
        const auto directory = newFile(m_base);
        JobContext job;
        for (const quint32 seed : {1U, 2U}) {
            writeRandomCsv(m_list, 400, seed);
            orDie(directory->import({.files = {m_list}, .sourceName = u"Base %1"_s.arg(seed)}, job));
        }
        writeRandomCsv(m_list, 900, 3);
    }

    void leavesNothingBehind_data()
    {
        QTest::addColumn<Work>("work");
        QTest::addColumn<bool>("changes"); // the directory, when it is not cancelled
        using Format = exchange::OutputFormat;
        QTest::newRow("import") << importing(false) << true;
        QTest::newRow("dry run") << importing(true) << false;
        QTest::newRow("import by its plan") << Work([this](directory::Directory &directory, JobContext &job) {
            const auto plan = directory.planImport({.files = {m_list}, .sourceName = u"Liste"_s}, job);
            return plan ? done(directory.commitImport(**plan, job)) : done(plan);
        }) << true;
        QTest::newRow("starter") << Work([](directory::Directory &directory, JobContext &job) {
            return done(directory.importStarter(false, job));
        }) << true;
        QTest::newRow("order of the sources") << Work([](directory::Directory &directory, JobContext &job) {
            directory::SourcePriorities priorities;
            priorities.set({}, {u"Base 2"_s, u"Base 1"_s});
            return done(directory.setPriorities(priorities, job));
        }) << true;
        QTest::newRow("duplicates") << Work([](directory::Directory &directory, JobContext &job) {
            return done(directory.twins(0.5, job));
        }) << false;
        QTest::newRow("licences") << Work([](directory::Directory &directory, JobContext &job) {
            const auto all = directory.search({});
            return all ? done(directory.licences(**all, job)) : done(all);
        }) << false;
        QTest::newRow("backup") << Work([to = path("copy.gpkg")](directory::Directory &directory, JobContext &job) {
            return directory.backup(to, job);
        }) << false;
        QTest::newRow("csv") << exporting("out.csv", Format::Csv) << false;
        QTest::newRow("geojson") << exporting("out.geojson", Format::GeoJson) << false;
        QTest::newRow("gpkg") << exporting("out.gpkg", Format::GeoPackage) << false;
        QTest::newRow("kml") << exporting("out.kml", Format::Kml) << false;
        QTest::newRow("xlsx") << exporting("out.xlsx", Format::Xlsx) << false;
        QTest::newRow("ods") << exporting("out.ods", Format::Ods) << false;
    }
    void leavesNothingBehind()
    {
        QFETCH(const Work, work);
        QFETCH(const bool, changes);
        const QString file = path("file.gpkg");
        const QStringList outputs = {u"copy.gpkg"_s, u"out.csv"_s,  u"out.geojson"_s, u"out.gpkg"_s,
                                     u"out.kml"_s,   u"out.xlsx"_s, u"out.ods"_s};
        const auto anew = [&] {
            for (const QString &name : outputs)
                QFile::remove(m_folder.filePath(name));
            QFile::remove(file);
            return QFile::copy(m_base, file);
        };
        const QByteArray before = contentOf(m_base);
        RandomCancel random(2026);
        QByteArray after;   // of the first run, which is not cancelled
        QByteArray written; // the size of what it wrote elsewhere
        int descriptors = 0;
        const auto sizes = [&] {
            QByteArray text;
            for (const QString &name : outputs)
                if (const QFileInfo info(m_folder.filePath(name)); info.exists())
                    text += name.toUtf8() + ' ' + QByteArray::number(info.size() > 0) + '\n';
            return text;
        };
        for (int round = 0; round <= testing::cancelRounds(6); ++round) {
            QVERIFY(anew());
            const QStringList files = filesIn(m_folder.path());
            {
                const auto directory = openFile(file);
                const Result<void> result = random.run<void>([&](JobContext &job) { return work(*directory, job); });
                if (round == 0)
                    QVERIFY2(result, qPrintable(result ? QString() : result.error().message));
                else
                    QVERIFY2(result || result.error().code == ErrorCode::Cancelled, qPrintable(result.error().message));
                if (!result) {
                    QCOMPARE(contentOf(file), before);
                    QCOMPARE(directory->history(0)->size(), openFile(m_base)->history(0)->size());
                    QCOMPARE(sizes(), QByteArray());
                } else if (round > 0) {
                    QCOMPARE(contentOf(file), after);
                    QCOMPARE(sizes(), written);
                }
                // It works on as if nothing had been.
                SQLite::Database database(file.toStdString(), SQLite::OPEN_READONLY);
                QCOMPARE(orDie(directory->search({}))->count(),
                         database.execAndGet("SELECT count(*) FROM atelier").getInt());
                QVERIFY(directory->check().has_value());
                if (round == 0) {
                    after = contentOf(file);
                    written = sizes();
                    QCOMPARE(after != before, changes);
                }
            }
            QStringList left = filesIn(m_folder.path());
            for (const QString &name : outputs)
                left.removeAll(m_folder.filePath(name));
            QCOMPARE(left, files);
            QCOMPARE(filesIn(m_temporary.path()), QStringList());
            if (round == 1) // the libraries have their own by now
                descriptors = testing::openFiles();
            else if (round > 1)
                QCOMPARE(testing::openFiles(), descriptors);
        }
        QVERIFY(random.cancelled() > 0);
        qInfo("%d cancelled", random.cancelled());
    }
};

QTEST_GUILESS_MAIN(TestCancel)
#include "test_cancel.moc"
