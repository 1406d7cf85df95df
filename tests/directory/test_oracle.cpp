// 300 random filters answered by the directory and by SQL on the same file: every count of every facet, the total, the ids.
#include "directory/support/fixture.h"
#include "support/filter_sql.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <QRandomGenerator>
#include <QTest>

using namespace repere;

class TestOracle : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void filtersAgreeWithSql_data();
    void filtersAgreeWithSql();

private:
    QTemporaryDir m_folder;
    QString m_path;
    std::unique_ptr<directory::Directory> m_directory;
    std::unique_ptr<SQLite::Database> m_db;
};

void TestOracle::initTestCase()
{
    m_path = m_folder.filePath(QStringLiteral("oracle.gpkg"));
    m_directory = test::newStarterFile(m_path);
    const QString csv = m_folder.filePath(QStringLiteral("random.csv"));
    test::writeRandomCsv(csv, 1500, 7);
    JobContext job;
    const ImportReport report = test::orDie(m_directory->import({.files = {csv}}, job));
    for (const ImportReport::Rejection &r : report.rejections)
        qWarning() << r.line << r.column << r.value << r.cause;
    QCOMPARE(report.added, 1500);
    m_db = std::make_unique<SQLite::Database>(m_path.toStdString(), SQLite::OPEN_READONLY);
}

void TestOracle::filtersAgreeWithSql_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 0; seed < 300; ++seed)
        QTest::addRow("filter %u", seed) << seed;
}

void TestOracle::filtersAgreeWithSql()
{
    QFETCH(quint32, seed);
    QRandomGenerator random(seed);
    std::vector<testing::SearchWord> words;
    const Filter filter = testing::randomFilter(random, test::orDie(m_directory->search({}))->counts(), words);
    const auto result = test::orDie(m_directory->search(filter));
    QCOMPARE(testing::differencesFromSql(*m_db, *result, words), QStringList());
}

QTEST_GUILESS_MAIN(TestOracle)
#include "test_oracle.moc"
