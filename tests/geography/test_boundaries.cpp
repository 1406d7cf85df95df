#include "geography/boundaries.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace repere;
using geography::Boundaries;
using geography::Gazetteer;

/// Points on the outlines that ship.
class TestBoundaries : public QObject
{
    Q_OBJECT

private:
    std::shared_ptr<const Gazetteer> m_gazetteer;
    std::shared_ptr<const Boundaries> m_boundaries;

private slots:
    void initTestCase()
    {
        auto gazetteer = Gazetteer::load(QStringLiteral(REPERE_SOURCE_DATA));
        QVERIFY2(gazetteer, gazetteer ? "" : qPrintable(gazetteer.error().message));
        m_gazetteer = *gazetteer;
        auto boundaries = Boundaries::load(QStringLiteral(REPERE_SOURCE_DATA), m_gazetteer);
        QVERIFY2(boundaries, boundaries ? "" : qPrintable(boundaries.error().message));
        m_boundaries = *boundaries;
    }

    void locates_data()
    {
        QTest::addColumn<double>("latitude");
        QTest::addColumn<double>("longitude");
        QTest::addColumn<QString>("commune"); // empty = not told here
        QTest::addColumn<QString>("departement");
        QTest::addColumn<QString>("region");
        const auto row = [](const char *name, double latitude, double longitude, const char *commune,
                            const char *departement, const char *region) {
            QTest::newRow(name) << latitude << longitude << QString::fromLatin1(commune)
                                << QString::fromLatin1(departement) << QString::fromLatin1(region);
        };
        row("Murat", 45.1101, 2.8686, "15138", "15", "84");
        row("Paris, Bastille", 48.8532, 2.3692, "75056", "75", "11");
        row("Lyon, Vaise", 45.7800, 4.8050, "69123", "69", "84");
        row("Marseille, Vieux-Port", 43.2951, 5.3740, "13055", "13", "93");
        row("Bastia", 42.7003, 9.4509, "2B033", "2B", "94");
        row("Ajaccio", 41.9192, 8.7386, "2A004", "2A", "94");
        row("Llívia's neighbour Bourg-Madame", 42.4340, 1.9440, "", "66", "76");
        // Harbours, also just off the quay
        row("Le Havre, harbour", 49.4790, 0.1000, "", "76", "28");
        row("Brest, harbour", 48.3800, -4.4900, "29019", "29", "53");
        row("Saint-Malo, Intra-Muros", 48.6490, -2.0260, "35288", "35", "53");
        row("La Rochelle, old harbour", 46.1560, -1.1560, "17300", "17", "75");
        row("Dunkerque, jetty", 51.0530, 2.3550, "", "59", "32");
        row("Cherbourg, Grande Rade", 49.6700, -1.6200, "", "50", "28");
        row("Lorient, Keroman", 47.7280, -3.3700, "", "56", "53");
        row("Sète, mole", 43.3940, 3.7030, "34301", "34", "76");
        row("Nice, harbour", 43.6950, 7.2850, "06088", "06", "93");
        row("Toulon, Rade", 43.1050, 5.9200, "", "83", "93");
        row("Arcachon", 44.6610, -1.1700, "33009", "33", "75");
        // Islands
        row("Île de Sein", 48.0370, -4.8510, "29083", "29", "53");
        row("Ouessant", 48.4570, -5.0960, "29155", "29", "53");
        row("Molène", 48.3970, -4.9560, "29084", "29", "53");
        row("Île de Batz", 48.7450, -4.0100, "29082", "29", "53");
        row("Bréhat", 48.8470, -3.0000, "22016", "22", "53");
        row("Groix", 47.6390, -3.4540, "56069", "56", "53");
        row("Belle-Île, Le Palais", 47.3470, -3.1560, "56152", "56", "53");
        row("Houat", 47.3900, -2.9600, "56086", "56", "53");
        row("Hoëdic", 47.3400, -2.8770, "56085", "56", "53");
        row("Île aux Moines", 47.5970, -2.8450, "56087", "56", "53");
        row("Noirmoutier", 47.0010, -2.2470, "85163", "85", "52");
        row("Île d'Yeu", 46.7260, -2.3480, "85113", "85", "52");
        row("Île de Ré, Saint-Martin", 46.2030, -1.3670, "17369", "17", "75");
        row("Île d'Oléron, Le Château", 45.8850, -1.1940, "17093", "17", "75");
        row("Île d'Aix", 46.0130, -1.1740, "17004", "17", "75");
        row("Chausey", 48.8700, -1.8300, "", "50", "28");
        row("Porquerolles", 43.0010, 6.2030, "", "83", "93");
        row("Port-Cros", 43.0090, 6.3830, "", "83", "93");
        row("Frioul", 43.2790, 5.3060, "13055", "13", "93");
        // Overseas
        row("Pointe-à-Pitre", 16.2380, -61.5340, "97120", "971", "01");
        row("Les Saintes", 15.8690, -61.5830, "97131", "971", "01");
        row("La Désirade", 16.3060, -61.0720, "97110", "971", "01");
        row("Fort-de-France", 14.6040, -61.0690, "97209", "972", "02");
        row("Cayenne", 4.9380, -52.3300, "97302", "973", "03");
        row("Saint-Georges on the Oyapock", 3.8900, -51.8040, "97308", "973", "03");
        row("Saint-Denis, Barachois", -20.8750, 55.4480, "97411", "974", "04");
        row("Mamoudzou", -12.7790, 45.2280, "97611", "976", "06");
        row("Nouméa: no outline, by its centre", -22.2692, 166.4407, "98818", "988", "988");
        row("Saint-Pierre", 46.7790, -56.1770, "97502", "975", "975");
        // Near borders
        row("Annemasse", 46.1930, 6.2370, "74012", "74", "84");
        row("Saint-Louis by Basel", 47.5900, 7.5590, "68297", "68", "44");
        row("Hendaye", 43.3590, -1.7740, "64260", "64", "75");
        row("Forbach", 49.1880, 6.8970, "57227", "57", "44");
        row("Menton", 43.7750, 7.4970, "06083", "06", "93");
        row("Strasbourg", 48.5830, 7.7460, "67482", "67", "44");
    }
    void locates()
    {
        QFETCH(double, latitude);
        QFETCH(double, longitude);
        QFETCH(QString, commune);
        const Location location = m_boundaries->locate({.latitude = latitude, .longitude = longitude});
        QTEST(location.departement, "departement");
        QTEST(location.region, "region");
        if (!commune.isEmpty())
            QCOMPARE(location.commune, commune);
        QVERIFY(m_gazetteer->commune(location.commune));
    }

    void leavesForeignLandAndTheOceanAlone_data()
    {
        QTest::addColumn<double>("latitude");
        QTest::addColumn<double>("longitude");
        QTest::newRow("Geneva") << 46.2044 << 6.1432;
        QTest::newRow("Basel") << 47.5596 << 7.5886;
        QTest::newRow("San Sebastián") << 43.3183 << -1.9812;
        QTest::newRow("Irun") << 43.3390 << -1.7890;
        QTest::newRow("Saarbrücken") << 49.2402 << 6.9969;
        QTest::newRow("Kehl") << 48.5730 << 7.8150;
        QTest::newRow("Monaco") << 43.7384 << 7.4246;
        QTest::newRow("Andorra") << 42.5063 << 1.5218;
        QTest::newRow("Llívia") << 42.4640 << 1.9810;
        QTest::newRow("Luxembourg") << 49.6117 << 6.1319;
        QTest::newRow("Tournai") << 50.6056 << 3.3878;
        QTest::newRow("Ventimiglia") << 43.7900 << 7.6080;
        QTest::newRow("Saint Helier") << 49.1868 << -2.1066;
        QTest::newRow("Brussels") << 50.8467 << 4.3525;
        QTest::newRow("London") << 51.5074 << -0.1278;
        QTest::newRow("New York") << 40.7128 << -74.0060;
        QTest::newRow("Gulf of Guinea") << 0.0 << 0.0;
        QTest::newRow("Atlantic") << 46.0 << -6.0;
        QTest::newRow("40 km off Les Sables") << 46.40 << -2.35;
        QTest::newRow("north pole") << 90.0 << 0.0;
        QTest::newRow("no number") << qQNaN() << 2.0;
        QTest::newRow("no latitude") << 4884000.0 << 2.35;
    }
    void leavesForeignLandAndTheOceanAlone()
    {
        QFETCH(double, latitude);
        QFETCH(double, longitude);
        QCOMPARE(m_boundaries->locate({.latitude = latitude, .longitude = longitude}), Location{});
    }

    void saysWhenItSnaps()
    {
        QVERIFY(!m_boundaries->locate({.latitude = 45.11, .longitude = 2.87}).snapped);
        const Location atSea = m_boundaries->locate({.latitude = 47.20, .longitude = -2.75}); // 20 km off Le Croisic
        QVERIFY(atSea.snapped);
        QVERIFY(atSea.departement == u"44" || atSea.departement == u"56");
    }

    void findsEveryCommuneInItsDepartement()
    {
        int wrong = 0;
        int count = 0;
        for (const Commune &commune : m_gazetteer->communes()) {
            const bool overseas = commune.departement == commune.region; // collectivités: no outline ships
            if (!commune.centre.isValid() || overseas)
                continue;
            ++count;
            const Location location = m_boundaries->locate(commune.centre);
            if (location.departement != commune.departement)
                ++wrong;
            else
                QCOMPARE(location.region, commune.region);
        }
        qInfo("%d of %d communes fall outside their département", wrong, count);
        QVERIFY(count > 34'900);
        QVERIFY2(wrong * 1000 <= count * 2, "more than 0.2 %");
    }

    void takesTheNearestCommuneOfTheDepartement()
    {
        // Against a loop over all of France with the great-circle distance.
        for (int i = 0; i < 200; ++i) {
            const Commune &near = m_gazetteer->communes()[static_cast<std::size_t>(i * 173 % 34'800)];
            if (near.isArrondissement || !near.centre.isValid())
                continue;
            const GeoPoint point{.latitude = near.centre.latitude + 0.013, .longitude = near.centre.longitude - 0.021};
            const Location location = m_boundaries->locate(point);
            const Commune *best = nullptr;
            for (const Commune &commune : m_gazetteer->communes()) {
                if (commune.departement == location.departement && commune.centre.isValid()
                    && (!best || distanceMetres(commune.centre, point) < distanceMetres(best->centre, point)))
                    best = &commune;
            }
            QCOMPARE(location.commune, best ? m_gazetteer->wholeCommune(best->code) : QString());
        }
    }

    void saysWhatIsWrongWithTheFiles_data()
    {
        QTest::addColumn<QByteArray>("outlines");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no JSON") << QByteArray("code;nom\n01;Ain\n");
        QTest::newRow("no code") << QByteArray(R"({"type":"FeatureCollection","features":[{"type":"Feature",
            "properties":{"name":"Ain"},"geometry":{"type":"Polygon","coordinates":[[[5,46],[6,46],[6,47],[5,46]]]}}]})");
        QTest::newRow("a point") << QByteArray(R"({"type":"FeatureCollection","features":[{"type":"Feature",
            "properties":{"code":"01"},"geometry":{"type":"Point","coordinates":[5,46]}}]})");
        QTest::newRow("an unknown département")
            << QByteArray(R"({"type":"FeatureCollection","features":[{"type":"Feature",
            "properties":{"code":"96"},"geometry":{"type":"Polygon","coordinates":[[[5,46],[6,46],[6,47],[5,46]]]}}]})");
    }
    void saysWhatIsWrongWithTheFiles()
    {
        QFETCH(QByteArray, outlines);
        QTemporaryDir folder;
        QDir(folder.path()).mkdir(u"geography"_s);
        QVERIFY(QFile::copy(QStringLiteral(REPERE_SOURCE_DATA "/geography/foreign.geojson"),
                            folder.filePath(u"geography/foreign.geojson"_s)));
        QFile file(folder.filePath(u"geography/departements.geojson"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(outlines);
        file.close();
        const auto loaded = Boundaries::load(folder.path(), m_gazetteer);
        QVERIFY(!loaded);
        QCOMPARE(loaded.error().code, ErrorCode::Unreadable);
        QVERIFY2(loaded.error().message.contains(file.fileName()), qPrintable(loaded.error().message));
    }

    void saysThatTheFilesAreMissing()
    {
        const auto loaded = Boundaries::load(u"/nowhere"_s, m_gazetteer);
        QVERIFY(!loaded);
        QCOMPARE(loaded.error().code, ErrorCode::Missing);
    }
};

QTEST_GUILESS_MAIN(TestBoundaries)
#include "test_boundaries.moc"
