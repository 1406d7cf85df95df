// The figures of territories against SQL's GROUP BY on the same file, and against the table of statistics.
#include "directory/statistics.h"
#include "directory/support/fixture.h"
#include "directory/territories.h"
#include "geography/gazetteer.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <QTest>

#include <map>

using namespace repere;

class TestTerritories : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_path = m_folder.filePath(QStringLiteral("many.gpkg"));
    std::unique_ptr<directory::Directory> m_directory;

    static Filter withLaserOpen()
    {
        Filter filter;
        filter[Facet::Status].values = {QStringLiteral("open")};
        filter[Facet::Type].values = {QStringLiteral("fablab"), QString(kUnknown)};
        return filter;
    }

private slots:
    void initTestCase()
    {
        m_directory = test::newStarterFile(m_path);
        const QString csv = m_folder.filePath(QStringLiteral("more.csv"));
        test::writeRandomCsv(csv, 3000, 11);
        JobContext job;
        test::orDie(m_directory->import({.files = {csv}}, job));
    }

    void agreesWithGroupBy_data()
    {
        QTest::addColumn<bool>("regions");
        QTest::addColumn<int>("which");
        QTest::addColumn<QString>("where");
        const QString filtered =
            QStringLiteral("coalesce(status = 'open', 0) AND (types IS NULL OR types LIKE '%|fablab|%')");
        QTest::newRow("régions, all") << true << 0 << QStringLiteral("1");
        QTest::newRow("départements, all") << false << 0 << QStringLiteral("1");
        QTest::newRow("régions, filtered") << true << 1 << filtered;
        QTest::newRow("départements, filtered") << false << 1 << filtered;
        QTest::newRow("départements, one région chosen") << false << 2 << QStringLiteral("region = '53'");
        QTest::newRow("régions, nothing left") << true << 3 << QStringLiteral("0");
    }

    void agreesWithGroupBy()
    {
        QFETCH(bool, regions);
        QFETCH(int, which);
        QFETCH(QString, where);
        Filter filter = which == 1 ? withLaserOpen() : Filter{};
        if (which == 2)
            filter[Facet::Region].values = {QStringLiteral("53")};
        if (which == 3)
            filter[Facet::Region].values = {QStringLiteral("no such place")};
        const auto result = test::orDie(m_directory->search(filter));
        const auto figures = directory::territoryFigures(m_directory->knowledge().gazetteer(), *result,
                                                         regions ? TerritoryLevel::Region : TerritoryLevel::Departement,
                                                         QStringLiteral("laser-cutter"));
        const auto &gazetteer = m_directory->knowledge().gazetteer();
        const auto inBretagne =
            std::ranges::count(gazetteer.departements(), QStringLiteral("53"), &Departement::region);
        QCOMPARE(figures.size(), regions      ? gazetteer.regions().size()
                                 : which == 2 ? static_cast<std::size_t>(inBretagne)
                                              : gazetteer.departements().size());

        struct Row {
            int ateliers, having, silent;
        };
        std::map<QString, Row> wanted;
        const QString column = regions ? QStringLiteral("region") : QStringLiteral("departement");
        SQLite::Database db(m_path.toStdString());
        SQLite::Statement rows(
            db, QStringLiteral("SELECT %1, count(*), sum(coalesce(instr(equipment_ids, '|laser-cutter|') > 0, 0)), "
                               "sum(equipment_ids IS NULL) FROM atelier WHERE %1 IS NOT NULL AND %2 GROUP BY %1")
                    .arg(column, where)
                    .toStdString());
        while (rows.executeStep())
            wanted[QString::fromStdString(rows.getColumn(0).getString())] = {
                rows.getColumn(1).getInt(), rows.getColumn(2).getInt(), rows.getColumn(3).getInt()};
        int seen = 0;
        int having = 0;
        for (const TerritoryFigure &figure : figures) {
            const auto found = wanted.find(figure.code);
            const Row row = found == wanted.end() ? Row{0, 0, 0} : found->second;
            QCOMPARE(figure.ateliers, row.ateliers);
            QCOMPARE(figure.having, row.having);
            QCOMPARE(figure.silent, row.silent);
            seen += found != wanted.end();
            having += row.having;
            const auto share = figure.value(TerritoryMeasure::Share);
            QCOMPARE(share.has_value(), figure.ateliers > 0);
            if (share)
                QCOMPARE(*share, double(row.having) / row.ateliers);
        }
        QCOMPARE(seen, static_cast<int>(wanted.size()));
        QCOMPARE(having > 0, which != 3); // the comparison says something
    }

    void isTheTableOfStatistics_data()
    {
        QTest::addColumn<bool>("regions");
        QTest::newRow("régions") << true;
        QTest::newRow("départements") << false;
    }
    void isTheTableOfStatistics()
    {
        QFETCH(bool, regions);
        const auto result = test::orDie(m_directory->search(withLaserOpen()));
        const auto figures =
            directory::territoryFigures(m_directory->knowledge().gazetteer(), *result,
                                        regions ? TerritoryLevel::Region : TerritoryLevel::Departement);
        const auto table = test::orDie(directory::statistics(
            *m_directory, *result, regions ? directory::StatisticKey::Region : directory::StatisticKey::Departement));
        int total = 0;
        for (std::size_t i = 0; i < table.size(); ++i) {
            total += table[i].count;
            if (table[i].id == kUnknown) {
                QCOMPARE(i, figures.size());
                continue;
            }
            QCOMPARE(table[i].id, figures[i].code);
            QCOMPARE(table[i].count, figures[i].ateliers);
            QCOMPARE(table[i].per100k, figures[i].value(TerritoryMeasure::Per100k));
        }
        QCOMPARE(total, result->count());
    }
};

QTEST_MAIN(TestTerritories)
#include "test_territories.moc"
