#include "exchange/support/draft_text.h"
#include "exchange/support/sample.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace repere;
using namespace repere::exchange;

/// Every file of tests/data/formats, written by us in the shape of a publisher, beside what must come of it (FILE.expected).
class TestFormats : public QObject
{
    Q_OBJECT

private:
    static QDir fixtures() { return QDir(QStringLiteral(REPERE_TEST_DATA "/formats")); }
    static QString fixture(const char *name) { return fixtures().filePath(QString::fromUtf8(name)); }
    static QByteArray contentOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static std::vector<Draft> drafts(const char *name)
    {
        QString error;
        std::vector<Draft> drafts = readAll(fixture(name), error);
        if (!error.isEmpty())
            qFatal("%s", qPrintable(error));
        return drafts;
    }

private slots:
    void readsAsExpected_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString &expected : fixtures().entryList({QStringLiteral("*.expected")})) {
            const QString name = expected.chopped(qsizetype(sizeof(".expected")) - 1);
            QTest::newRow(qPrintable(name)) << name;
        }
    }
    void readsAsExpected()
    {
        QFETCH(QString, name);
        const QString path = fixtures().filePath(name);
        const QList<QByteArray> found = readingOf({{path}, {}}).split('\n');
        const QList<QByteArray> expected = contentOf(path + QStringLiteral(".expected")).split('\n');
        for (qsizetype i = 0; i < std::min(found.size(), expected.size()); ++i)
            QCOMPARE(QString::fromUtf8(found[i]), QString::fromUtf8(expected[i]));
        QCOMPARE(found.size(), expected.size());
    }

    void brokenXmlIsSaid_data()
    {
        QTest::addColumn<QByteArray>("xml");
        QTest::newRow("cut") << QByteArray("<osm>\n<node id=\"1\" lat=\"45\" lon=\"3\"><tag k=\"leisure\" v=\"hack");
        QTest::newRow("not closed") << QByteArray("<osm>\n<node id=\"1\" lat=\"45\" lon=\"3\"/>");
        QTest::newRow("a thousand laughs") << QByteArray(
            "<!DOCTYPE osm [<!ENTITY a \"aaaaaaaaaaaaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">"
            "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;\">]>\n<osm>"
            "<node id=\"1\" lat=\"45\" lon=\"3\"><tag k=\"leisure\" v=\"&d;\"/></node></osm>");
    }
    void brokenXmlIsSaid()
    {
        QFETCH(QByteArray, xml);
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a.osm"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(xml) == xml.size());
        file.close();
        QString error;
        readAll(path, error);
        QVERIFY2(error.contains(QStringLiteral("no valid XML of OpenStreetMap")), qPrintable(error));
    }

    void everyFixtureHasItsAnswer()
    {
        for (const QString &name : fixtures().entryList(QDir::Files)) {
            if (!name.endsWith(QStringLiteral(".expected")))
                QVERIFY2(QFile::exists(fixtures().filePath(name + QStringLiteral(".expected"))), qPrintable(name));
        }
    }

    /// Both shapes of fablabs.io name the same lab by the same key, and say the same of it.
    void bothShapesOfFablabsIoAgree()
    {
        const Draft api = drafts("fablabs_io_api.json").front();
        const Draft mirror = drafts("fablabs_io_mirror.json").front();
        QCOMPARE(api.recordKey, mirror.recordKey);
        QCOMPARE(api.recordUrl, mirror.recordUrl);
        QCOMPARE(api.equipmentWords, mirror.equipmentWords);
        QCOMPARE(api.typeWords, mirror.typeWords);
        QCOMPARE(api.atelier.point, mirror.atelier.point);
        QCOMPARE(api.atelier.address, mirror.atelier.address);
    }

    /// The three shapes of the CGET file differ in nothing but the zeros that two of them lost.
    void threeShapesOfTheCgetAgree()
    {
        const auto repaired = drafts("cget_2019_repaired.csv");
        for (const char *name : {"cget_2019_decimal_comma.csv", "cget_2019_zeros_lost.csv"}) {
            auto lost = drafts(name);
            QCOMPARE(lost.size(), repaired.size());
            for (std::size_t i = 0; i < lost.size(); ++i) {
                const auto padded = [](const QString &code, int size) { return code.rightJustified(size, u'0'); };
                Atelier &atelier = lost[i].atelier;
                const Atelier &wanted = repaired[i].atelier;
                if (wanted.postcode.startsWith(u'0'))
                    atelier.postcode = padded(atelier.postcode, static_cast<int>(wanted.postcode.size()));
                if (wanted.insee.startsWith(u'0'))
                    atelier.insee = padded(atelier.insee, static_cast<int>(wanted.insee.size()));
                atelier.departement = padded(atelier.departement, 2);
                QCOMPARE(draftJson(lost[i]), draftJson(repaired[i]));
                QCOMPARE(lost[i].fields, repaired[i].fields);
            }
        }
    }

    /// The words that readers hand on are words of the vocabularies.
    void wordsAreUnderstood_data()
    {
        QTest::addColumn<QString>("facet");
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("id");
        const auto row = [](const char *facet, const char *words, const char *id) {
            QTest::addRow("%s: %s", facet, words)
                << QString::fromUtf8(facet) << QString::fromUtf8(words) << QString::fromUtf8(id);
        };
        row("types", "Tiers lieux à dominante coworking", "coworking");
        row("types", "Tiers lieux à dominante fablab", "fablab");
        for (const char *kind : {"fab_lab", "mini_fab_lab", "mobile", "supernode", "fablab=yes", "workshop=fablab"})
            row("types", kind, "fablab");
        for (const char *kind : {"leisure=hackerspace", "hakerspace"})
            row("types", kind, "hackerspace");
        for (const char *kind : {"hackerspace=makerspace", "club=doityourself", "workshop=makerspace"})
            row("types", kind, "makerspace");
        for (const char *kind : {"amenity=coworking_space", "office=coworking", "amenity=coworking"})
            row("types", kind, "coworking");
        for (const char *kind : {"amenity=workshop", "workshop=repaircafe", "atelier de réparation",
                                 "service:bicycle:diy=yes", "amenity=bicycle_repair_station"})
            row("types", kind, "shared-workshop");
        row("types", "TIERS_LIEUX", "tiers-lieu");
        row("types", "FABLAB", "fablab");
        row("types", "BIB", "media-library");
        row("types", "médiation numérique", "digital-public-space");
        row("equipment", "three_d_printing", "3d-printer");
        row("equipment", "cnc_milling", "cnc-mill");
        row("equipment", "circuit_production", "electronics");
        row("equipment", "laser", "laser-cutter");
        row("equipment", "precision_milling", "precision-mill");
        row("equipment", "vinyl_cutting", "vinyl-cutter");
        row("equipment", "service:3dprinter", "3d-printer");
        row("equipment", "service:lasercutter", "laser-cutter");
        row("equipment", "service:cnc_drilling_machine", "cnc-mill");
        row("equipment", "repair=bicycle", "vehicle-repair");
        row("equipment", "repair=car", "vehicle-repair");
        row("equipment", "craft=carpenter", "wood-shop");
        row("equipment", "fabrication numérique", "digital-unspecified");
        row("services", "internet_access=wlan", "wifi");
        row("services", "wheelchair=yes", "accessibility");
        row("services", "itinérant", "outreach");
        row("services", "mobile", "outreach");
        row("status", "active", "open");
        row("status", "planned", "planned");
        row("status", "closed", "closed");
        row("status", "corona", "");
        row("status", "temporarily closed", "dormant");
    }
    void wordsAreUnderstood()
    {
        QFETCH(QString, facet);
        QFETCH(QString, words);
        const Vocabularies &all = shippedVocabularies();
        const Vocabulary &vocabulary = facet == u"types"       ? all.types
                                       : facet == u"equipment" ? all.equipment
                                       : facet == u"services"  ? all.services
                                                               : all.statuses;
        QTEST(vocabulary.idsNamed(words).join(u'|'), "id");
    }
};

QTEST_GUILESS_MAIN(TestFormats)
#include "test_formats.moc"
