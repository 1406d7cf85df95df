// All places straight from the file are the lines that all places found, sorted and read one by one are.
#include "directory/support/fixture.h"
#include "directory/whole_export.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <algorithm>

using namespace repere;

class TestWholeExport : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    QList<QByteArray> linesOf(const QString &name) const
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll().split('\n') : QList<QByteArray>();
    }

private slots:
    void writesWhatASearchForAllWrites()
    {
        const QString csv = m_folder.filePath(QStringLiteral("random.csv"));
        const QString path = m_folder.filePath(QStringLiteral("all.gpkg"));
        test::writeRandomCsv(csv, 5000, 7); // several pieces;
        auto directory = test::newFile(path);
        JobContext job;
        test::orDie(directory->import({.files = {csv}}, job));
        test::orDie(directory->remove({5, 1000, 1001, 4999})); // numbers with gaps
        const auto all = test::orDie(directory->search({}));

        exchange::ExportOptions options;
        options.profile = exchange::CsvProfile::OpenData;
        const QString whole = m_folder.filePath(QStringLiteral("whole.csv"));
        const QString found = m_folder.filePath(QStringLiteral("found.csv"));
        const auto written = test::orDie(directory::exportWhole(path, whole, options, test::knowledge(), job));
        QCOMPARE(written.count, 4996);
        QCOMPARE(test::orDie(directory->exportTo(found, options, *all, job)), 4996);
        QList<QByteArray> a = linesOf(QStringLiteral("whole.csv"));
        QList<QByteArray> b = linesOf(QStringLiteral("found.csv"));
        QVERIFY(a.size() > 4996);
        std::ranges::sort(a);
        std::ranges::sort(b);
        QCOMPARE(a, b);
        const auto licences = test::orDie(directory->licences(*all, job));
        QCOMPARE(licenceWords(written.licences), licenceWords(licences));
        // Counted on the way, and counted anew.
        QCOMPARE(licenceWords(test::orDie(directory->licences(*all, job))), licenceWords(licences));
    }

    void aCancelledOneLeavesNothing()
    {
        const QString path = m_folder.filePath(QStringLiteral("starter.gpkg"));
        test::newStarterFile(path);
        const QString target = m_folder.filePath(QStringLiteral("cancelled.csv"));
        JobContext job;
        job.cancel();
        const auto written = directory::exportWhole(path, target, {}, test::knowledge(), job);
        QVERIFY(!written);
        QCOMPARE(written.error().code, ErrorCode::Cancelled);
        QVERIFY(QDir(m_folder.path()).entryList({QStringLiteral("cancelled*")}).isEmpty());
    }

    void aMissingFileIsNamed()
    {
        JobContext job;
        const QString path = m_folder.filePath(QStringLiteral("nowhere.gpkg"));
        const auto written =
            directory::exportWhole(path, m_folder.filePath(QStringLiteral("out.csv")), {}, test::knowledge(), job);
        QVERIFY(!written);
        QVERIFY2(written.error().message.contains(path), qPrintable(written.error().message));
    }
};

QTEST_GUILESS_MAIN(TestWholeExport)
#include "test_whole_export.moc"
