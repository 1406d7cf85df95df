#include "exchange/support/table_test.h"
#include "exchange/table_mapping.h"

#include <cpl_vsi.h>

#include <QFileInfo>
#include <QRandomGenerator>
#include <QTest>

#include <sys/resource.h>

using namespace repere;
using namespace repere::exchange;
using namespace Qt::StringLiterals;

/// Tables made to do harm, and very large ones: a message or a rejected row, in bounded memory.
class TestTablesHostile : public testing::TableTest
{
    Q_OBJECT

private slots:
    void refusesHostileFiles_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("suffix");
        QTest::addColumn<QString>("message");
        QByteArray wide("nom");
        for (int i = 0; i < 9999; ++i)
            wide += ';' + QByteArray::number(i);
        QTest::newRow("10 000 columns")
            << wide + '\n'
            << "csv"
            << ": 10000 columns are more than a table of places has (4000 at most). Nothing was imported.";
        QTest::newRow("entities in UTF-16") << QByteArray("\xFF\xFE") + [] {
            const QString text = QStringLiteral("<?xml version=\"1.0\"?><!DOCTYPE kml [<!ENTITY a \"b\">]><kml/>");
            return QByteArray(reinterpret_cast<const char *>(text.utf16()), text.size() * 2);
        }() << "kml" << ": this XML declares entities, which no file of places needs. Nothing was imported.";
        QTest::newRow("entities after comments")
            << "<!--" + QByteArray(100'000, 'x') + "--><!DOCTYPE kml [<!ENTITY a \"b\">]><kml></kml>" << "kml"
            << ": this XML declares entities, which no file of places needs. Nothing was imported.";
    }
    void refusesHostileFiles()
    {
        QFETCH(QByteArray, content);
        QFETCH(QString, suffix);
        QTEST(errorOf(fileOf(content, suffix)), "message");
    }

    void refusesZipBombs()
    {
        const QString path = m_folder.filePath(QStringLiteral("bomb.xlsx"));
        const QByteArray sheet = "/vsizip/" + path.toUtf8() + "/xl/worksheets/sheet1.xml";
        VSILFILE *file = VSIFOpenL(sheet.constData(), "wb");
        QVERIFY(file);
        const QByteArray cells = QByteArray("<c>").repeated(1'000'000);
        for (int i = 0; i < 20; ++i)
            QCOMPARE(VSIFWriteL(cells.constData(), 1, std::size_t(cells.size()), file), std::size_t(cells.size()));
        VSIFCloseL(file);
        QVERIFY(QFileInfo(path).size() < 1'000'000);
        QVERIFY2(errorOf(path).startsWith(QStringLiteral(": the archive would unpack to 57 MB")),
                 qPrintable(errorOf(path)));
    }

    void survivesHostileCells()
    {
        QByteArray content = "nom;ville;latitude;longitude\n";
        content += "Robert'); DROP TABLE ateliers;--;Foix\n"; // four cells, the last two no position
        content += "\"<script>alert(1)</script>\";Foix;1e999;-1e999\n";
        content += QByteArray("N\0L;Foix;43;1\n", 14);
        content += "\"" + QByteArray(10'000'000, 'x') + "\n"; // one line of 10 MB with a quote never closed
        content += "Bon;Foix;42,9;1,6\n";
        const auto drafts = firstDrafts({{fileOf(content)}, {}}, 100, QStringLiteral("table"));
        QVERIFY2(drafts, drafts ? "" : qPrintable(drafts.error().message));
        QCOMPARE(drafts->front().atelier.name, QStringLiteral("Robert')"));
        QVERIFY(!drafts->front().atelier.point && drafts->front().repairs.size() == 1);
        QCOMPARE((*drafts)[1].atelier.name, QStringLiteral("<script>alert(1)</script>"));
        QVERIFY(!(*drafts)[1].atelier.point);
        QVERIFY(!(*drafts)[2].rejections.empty());
        QCOMPARE(drafts->back().atelier.name, QStringLiteral("Bon"));
        QCOMPARE(drafts->back().line, 6);
        QCOMPARE(drafts->size(), std::size_t(5)); // the long line is one record
    }

    /// A file much larger than what it takes to read it.
    void readsInBoundedMemory_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<QByteArray>("record");
        QTest::addColumn<QByteArray>("foot");
        QTest::addColumn<QString>("suffix");
        QTest::newRow("csv") << QByteArray("nom;ville;description\n")
                             << QByteArray("Le Tour;Pau;") + QByteArray(200, 'x') + '\n'
                             << QByteArray() << "csv";
        QTest::newRow("geojson") << QByteArray(
            "{\"type\":\"FeatureCollection\",\"features\":[{\"properties\":{\"nom\":\"A\"}}")
                                 << ",\n{\"properties\":{\"nom\":\"Le Tour\",\"description\":\"" + QByteArray(200, 'x')
                                        + "\"},\"geometry\":{\"type\":\"Point\",\"coordinates\":[2,48]}}"
                                 << QByteArray("]}") << "geojson";
    }
    void readsInBoundedMemory()
    {
        QFETCH(QByteArray, head);
        QFETCH(QByteArray, record);
        QFETCH(QByteArray, foot);
        QFETCH(QString, suffix);
        constexpr qint64 kSize = 128 * 1024 * 1024;
        const QString path = m_folder.filePath(QStringLiteral("large.") + suffix);
        qint64 records = suffix == u"geojson" ? 1 : 0;
        {
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(head);
            for (; file.pos() < kSize; ++records)
                file.write(record);
            file.write(foot);
        }
        const auto peakKilobytes = [] {
            rusage usage{};
            getrusage(RUSAGE_SELF, &usage);
            return usage.ru_maxrss;
        };
        [[maybe_unused]] const long before = peakKilobytes();
        const auto reader = openReader({{path}, {}});
        QVERIFY2(reader, reader ? "" : qPrintable(reader.error().message));
        qint64 read = 0;
        while (true) {
            const auto draft = (*reader)->next();
            QVERIFY2(draft, draft ? "" : qPrintable(draft.error().message));
            if (!*draft)
                break;
            ++read;
        }
        QCOMPARE(read, records);
#ifndef __SANITIZE_ADDRESS__ // which keeps what was freed
        QVERIFY2(peakKilobytes() - before < 64 * 1024, qPrintable(QString::number(peakKilobytes() - before)));
#endif
        QFile::remove(path);
    }

    void survivesGarbage()
    {
        QRandomGenerator random(22);
        std::vector<QByteArray> seeds;
        std::vector<QString> suffixes;
        for (const char *name :
             {"cget_2019_decimal_comma.csv", "fablabs_io_api.json", "overpass.json", "gogocarto_full.json",
              "gogocarto_compact.json", "mediation_numerique_v1.csv", "ternum.csv", "table_swapped_headings.csv",
              "table_utf16.csv", "geojson_lambert.geojson", "table.kml", "open_know_where.json", "space_api.json",
              "census_2023_identities.csv", "table_objects.json"}) {
            QFile file(QStringLiteral(REPERE_TEST_DATA "/formats/") + QString::fromUtf8(name));
            QVERIFY2(file.open(QIODevice::ReadOnly), name);
            seeds.push_back(file.readAll());
            suffixes.push_back(QString::fromUtf8(name).section(u'.', -1));
        }
        for (std::size_t i = 0; i < 1400; ++i) {
            QByteArray content = seeds[i % seeds.size()];
            for (int changes = random.bounded(1, 6); changes > 0 && !content.isEmpty(); --changes) {
                const qsizetype at = random.bounded(content.size());
                switch (random.bounded(5)) {
                case 0: content[at] = char(random.bounded(256)); break;
                case 1: content.remove(at, random.bounded(40)); break;
                case 2: content.insert(at, content.mid(random.bounded(content.size()), random.bounded(60))); break;
                case 3: content.truncate(at); break;
                default: content[at] = "\"{}[];,\n\\'0"[random.bounded(11)]; break;
                }
            }
            const auto drafts = firstDrafts({{fileOf(content, suffixes[i % seeds.size()])}, {}}, 1000);
            --m_number; // one file is enough
            if (!drafts)
                continue;
            for (const Draft &draft : *drafts) {
                QVERIFY(!draft.rejections.empty() || !draft.atelier.name.trimmed().isEmpty());
                QVERIFY(!draft.atelier.point || draft.atelier.point->isValid());
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestTablesHostile)
#include "test_tables_hostile.moc"
