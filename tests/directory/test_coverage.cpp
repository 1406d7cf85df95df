// Uncovered communes against a plain loop over all communes and all places.
#include "directory/coverage.h"
#include "directory/support/fixture.h"
#include "geography/gazetteer.h"

#include <QTest>

using namespace repere;

class TestCoverage : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<directory::Directory> m_directory;

private slots:
    void initTestCase() { m_directory = test::newStarterFile(m_folder.filePath(QStringLiteral("starter.gpkg"))); }

    void agreesWithALoop_data()
    {
        QTest::addColumn<QString>("equipment");
        QTest::addColumn<double>("kilometres");
        QTest::addColumn<QString>("region");
        QTest::newRow("laser within 30 km") << QStringLiteral("laser-cutter") << 30.0 << QString();
        QTest::newRow("anything within 5 km") << QString() << 5.0 << QString();
        QTest::newRow("laser within 60 km of Bretons")
            << QStringLiteral("laser-cutter") << 60.0 << QStringLiteral("53");
        QTest::newRow("a machine that nobody has") << QStringLiteral("no-such-machine") << 30.0 << QString();
    }

    void agreesWithALoop()
    {
        QFETCH(QString, equipment);
        QFETCH(double, kilometres);
        QFETCH(QString, region);
        Filter filter;
        if (!equipment.isEmpty())
            filter[Facet::Equipment].values = {equipment};
        const auto result = test::orDie(m_directory->search(filter));
        const geography::Gazetteer &gazetteer = m_directory->knowledge().gazetteer();
        const auto answer = directory::coverage(gazetteer, *result, kilometres * 1000, [&](const Commune &commune) {
            return region.isEmpty() || commune.region == region;
        });

        std::vector<AtelierSummary> placed;
        for (int i = 0; i < result->count(); ++i) {
            if (result->at(i).point)
                placed.push_back(result->at(i));
        }
        QCOMPARE(answer.ateliers, static_cast<int>(placed.size()));
        QCOMPARE(answer.withoutPosition, result->count() - answer.ateliers);
        std::map<QString, const directory::UncoveredCommune *> found;
        for (const auto &commune : answer.uncovered)
            found[commune.insee] = &commune;
        QCOMPARE(found.size(), answer.uncovered.size());
        QVERIFY(
            std::ranges::is_sorted(answer.uncovered, std::ranges::greater(), &directory::UncoveredCommune::population));
        int communes = 0;
        std::int64_t population = 0;
        std::int64_t lonely = 0;
        for (const Commune &commune : gazetteer.communes()) {
            if (commune.isArrondissement || commune.centre == GeoPoint{} || !commune.centre.isValid()
                || (!region.isEmpty() && commune.region != region))
                continue;
            ++communes;
            population += commune.population;
            double shortest = 1e12;
            for (const AtelierSummary &atelier : placed)
                shortest = std::min(shortest, distanceMetres(commune.centre, *atelier.point));
            const auto listed = found.find(commune.code);
            QCOMPARE(listed != found.end(), shortest > kilometres * 1000);
            if (listed == found.end())
                continue;
            lonely += commune.population;
            QCOMPARE(listed->second->name, commune.name);
            QCOMPARE(listed->second->nearest != 0, !placed.empty());
            if (!placed.empty()) {
                QVERIFY(std::abs(listed->second->distanceMetres - shortest) < 0.01);
                const Atelier nearest = test::orDie(m_directory->read(listed->second->nearest));
                QCOMPARE(nearest.name, listed->second->nearestName);
                QVERIFY(std::abs(distanceMetres(commune.centre, *nearest.point) - shortest) < 0.01);
            }
        }
        QCOMPARE(answer.communes, communes);
        QCOMPARE(answer.population, population);
        QCOMPARE(answer.uncoveredPopulation, lonely);
        QVERIFY(communes > 1000);
    }
};

QTEST_GUILESS_MAIN(TestCoverage)
#include "test_coverage.moc"
