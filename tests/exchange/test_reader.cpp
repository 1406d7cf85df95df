#include "exchange/support/sample.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace repere;
using namespace repere::exchange;

class TestReader : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    int m_number = 0;

    QString fileOf(const QByteArray &content, const QString &suffix = QStringLiteral("csv"))
    {
        const QString path = m_folder.filePath(QStringLiteral("f%1.%2").arg(++m_number).arg(suffix));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write the fixture");
        return path;
    }
    /// "line N: NAME" of good drafts, "line N: ! COLUMN=VALUE: CAUSE" of rejections.
    static QString told(const std::vector<Draft> &drafts)
    {
        QStringList lines;
        for (const Draft &draft : drafts) {
            if (draft.rejections.empty())
                lines.append(QStringLiteral("%1: %2").arg(draft.line).arg(draft.atelier.name));
            for (const auto &rejection : draft.rejections) {
                lines.append(QStringLiteral("%1: ! %2=%3: %4")
                                 .arg(rejection.line)
                                 .arg(rejection.column, rejection.value, rejection.cause));
            }
        }
        return lines.join(u'\n');
    }

private slots:
    void readsTheStarterDirectory()
    {
        QString error;
        const auto drafts = readAll(QStringLiteral(REPERE_SOURCE_DATA "/starter/ateliers.csv"), error);
        QCOMPARE(error, QString());
        QCOMPARE(drafts.size(), std::size_t(379));
        int equipped = 0;
        for (const Draft &draft : drafts) {
            QVERIFY2(draft.rejections.empty(), qPrintable(told({draft})));
            equipped += draft.equipmentWords.isEmpty() ? 0 : 1;
        }
        QVERIFY(equipped > 100);
        const Draft &first = drafts.front();
        QCOMPARE(first.line, 2);
        QCOMPARE(first.atelier.name, QStringLiteral("LAB01"));
        QCOMPARE(first.typeWords, QStringList(QStringLiteral("fablab")));
        QCOMPARE(first.statusWord, QStringLiteral("ouvert"));
        QCOMPARE(first.equipmentWords.value(2), QStringLiteral("découpe/gravure laser"));
        QCOMPARE(first.atelier.precision, PositionPrecision::Exact);
        QCOMPARE(first.atelier.positionSource, QStringLiteral("adresse"));
        QCOMPARE(first.atelier.provenance.size(), std::size_t(4));
        QCOMPARE(first.atelier.provenance[0].source,
                 QStringLiteral("Recensement CGET/ANCT 2019 (Licence Ouverte 2.0)"));
        QCOMPARE(first.atelier.provenance[3].url, QStringLiteral("https://www.fablabs.io/labs/Lab01"));
    }

    void readsCsv_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const QByteArray &content, const char *expected) {
            QTest::newRow(name) << content << QString::fromUtf8(expected);
        };
        row("any order, semicolons", "city;name\nBron;A\nLyon;B\n", "2: A\n3: B");
        row("French headings", "Commune;Nom\r\nBron;A\r\n", "2: A");
        row("headings without accents or case", "NOM;annee de creation\nA;2012\n", "2: A");
        row("commas", "name,city\nA,Bron\n", "2: A");
        row("tabs", "name\tcity\nA\tBron\n", "2: A");
        row("byte-order mark", "\xEF\xBB\xBFname;city\nA;Bron\n", "2: A");
        row("old Mac line ends", "name;city\rA;Bron\rB;Lyon\r", "2: A\n3: B");
        row("no line end at the end", "name;city\nA;Bron", "2: A");
        row("only names", "name\nA\nB\n", "2: A\n3: B");
        row("unknown columns are passed over", "x;name;y\n1;A;2\n", "2: A");
        row("empty lines", "\n\nname;city\n\nA;Bron\n\n\nB;Lyon\n", "5: A\n8: B");
        row("headings alone", "name;city\n", "");
        row("separator, quote and line ends in quotes", "name;city\n\"A;\"\"x\"\"\r\ny\";Bron\nB;Lyon\n",
            "2: A;\"x\"\r\ny\n4: B");
        row("quote inside a word", "name;city\n5\" disc;Bron\n", "2: 5\" disc");
        row("guard taken off once", "name;city\n'=1+1;Bron\n''t;Bron\n't Lab;Bron\n", "2: =1+1\n3: 't\n4: 't Lab");
        row("missing name", "name;city\n;Bron\nB;Lyon\n", "2: ! name=: the name is missing\n3: B");
        row("too few cells", "name;city\nA\nB;Lyon\n", "2: ! =1: 2 cells were expected as in the headings\n3: B");
        row("too many cells", "name;city\nA;b;c\n", "2: ! =3: 2 cells were expected as in the headings");
        row("latitude 95", "name;lat;lon\nA;95;2\n", "2: ! lat=95: a latitude from -90 to 90 was expected");
        row("longitude in words", "name;lat;lon\nA;45;est\n",
            "2: ! lon=est: a longitude from -180 to 180 was expected");
        row("not a number", "name;lat;lon\nA;nan;inf\n",
            "2: ! lat=nan: a latitude from -90 to 90 was expected\n2: ! lon=inf: a longitude from -180 to 180 was expected");
        row("one coordinate", "name;lat;lon\nA;45;\n", "2: ! lat=45: the other coordinate is missing");
        row("decimal comma", "name;lat;lon\nA;45,5;2,25\n", "2: A");
        row("year in letters", "name;founded\nA;abc\n", "2: ! founded=abc: a year was expected");
        row("half a year", "name;founded\nA;2012.5\n", "2: ! founded=2012.5: a year was expected");
        row("surface below zero", "name;surface\nA;-3\n", "2: ! surface=-3: a surface in square metres was expected");
        row("date that is none", "name;as_of\nA;2023-02-29\n", "2: ! as_of=2023-02-29: this is no year and no date");
        row("unknown precision", "name;position\nA;vague\n",
            "2: ! position=vague: none, commune, approx or exact was expected");
        row("uid too short", "uid;name\nabc;A\n", "2: ! uid=abc: 32 hexadecimal digits were expected");
        row("broken details", "name;equipment_details\nA;[{\n",
            "2: ! equipment_details=[{: broken JSON at character 2");
        row("NUL byte", QByteArray("name;city\nA;B\0n\nB;Lyon\n", 22), "2: ! city=Bn: the cell holds a NUL byte\n3: B");
        row("quote never closed", "name;city\nA;\"Bron\nB;Lyon\n",
            "2: ! city=Bron\nB;Lyon\n: a quote is never closed, or closed before more text\n3: B");
        row("text after a quote", "name;city\nA;\"Bron\"x\nB;Lyon\n",
            "2: ! city=Bron: a quote is never closed, or closed before more text\n3: B");
        row("two things wrong", "name;lat;lon;founded\nA;95;2;x\n",
            "2: ! lat=95: a latitude from -90 to 90 was expected\n2: ! founded=x: a year was expected");
    }
    void readsCsv()
    {
        QFETCH(QByteArray, content);
        QString error;
        const QString path = fileOf(content);
        const auto drafts = readAll(path, error, QStringLiteral("repere-csv")); // no uid: it would be somebody else's
        QCOMPARE(error, QString());
        for (const Draft &draft : drafts) {
            for (const auto &rejection : draft.rejections) {
                QCOMPARE(rejection.file, path);
                QCOMPARE(rejection.consequence, QStringLiteral("not imported"));
            }
        }
        QTEST(told(drafts), "expected");
    }

    void readsWindows1252()
    {
        QString error;
        const auto drafts = readAll(fileOf("name;city\nCr\xE9"
                                           "a;Bron\nB;Lyon\n"),
                                    error);
        QCOMPARE(error, QString());
        QCOMPARE(told(drafts), u"2: Créa\n3: B");
    }

    void readsValues()
    {
        QString error;
        const auto drafts =
            readAll(fileOf("Nom;Latitude;Longitude;Précision de la position;Types;Statut;À jour au;Surface (m²);"
                           "Département;Équipements;Sources\r\n"
                           "A;45,5;2,25;exacte;Fablab| Coworking |;Ouvert;31/05/2024;1\xE2\x80\xAF"
                           "300,5;Puy-de-Dôme;Découpe laser|Imprimante 3D;Press|https://a.example\r\n"
                           "B;45,5;2,25;;;;05/2024;;;;\r\n"
                           "C;;;exacte;;;2024;;;;\r\n"),
                    error);
        QCOMPARE(error, QString());
        QCOMPARE(told(drafts), QStringLiteral("2: A\n3: B\n4: C"));
        const Draft &first = drafts[0];
        QCOMPARE(first.atelier.point, std::optional(GeoPoint{45.5, 2.25}));
        QCOMPARE(first.atelier.precision, PositionPrecision::Exact);
        QCOMPARE(first.atelier.positionSource, QString());
        QCOMPARE(first.typeWords, QStringList({QStringLiteral("Fablab"), QStringLiteral("Coworking")}));
        QCOMPARE(first.statusWord, QStringLiteral("Ouvert"));
        QCOMPARE(first.atelier.asOf, QStringLiteral("2024-05-31"));
        QCOMPARE(first.atelier.surface, std::optional(1300.5));
        QCOMPARE(first.atelier.departement, QStringLiteral("Puy-de-Dôme"));
        QCOMPARE(first.equipmentWords.size(), 2);
        QCOMPARE(first.atelier.provenance[1].url, QStringLiteral("https://a.example"));
        QCOMPARE(first.fields.size(), 11);
        QVERIFY(first.fields.contains(QStringLiteral("surface")) && !first.fields.contains(QStringLiteral("notes")));
        QCOMPARE(drafts[1].atelier.precision, PositionPrecision::Commune);
        QCOMPARE(drafts[1].atelier.asOf, QStringLiteral("2024-05"));
        QCOMPARE(drafts[2].atelier.precision, PositionPrecision::None);
        QCOMPARE(drafts[2].atelier.asOf, QStringLiteral("2024"));
    }

    void refusesFiles_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("suffix");
        QTest::addColumn<QString>("format");
        QTest::addColumn<QString>("message"); // after the file's name
        const auto row = [](const char *name, const QByteArray &content, const char *suffix, const char *format,
                            const char *message) {
            QTest::newRow(name) << content << QString::fromUtf8(suffix) << QString::fromUtf8(format)
                                << QString::fromUtf8(message);
        };
        row("empty", "", "csv", "", ": the file is empty. Nothing was imported.");
        row("no heading known", "a;b\n1;2\n", "csv", "",
            ": no column could be taken for the names of places. Say which one it is with a mapping. Nothing was imported.");
        row("nothing known", "{\"a\": 1}", "json", "",
            ": no known format was recognised: no table, no JSON of a known publisher, nothing that GDAL opens. Nothing was "
            "imported.");
        row("a page", "<!DOCTYPE html>\n<html><body>name;city\nA;B\n</body></html>", "csv", "",
            ": this is a web page, not data. Look on it for a file to download (CSV, JSON, GeoJSON, XLSX…) and give that. "
            "Nothing was imported.");
        row("a PDF", "%PDF-1.7\nname;city\nA;B\n", "csv", "",
            ": this is a PDF, from which no list can be read. Ask its publisher for a table (CSV, XLSX, ODS). Nothing was "
            "imported.");
        row("gzip", QByteArray::fromHex("1f8b08000000000000ff"), "csv.gz", "",
            ": this is a packed file in which no list was found. Unpack it and give what is in it. Nothing was imported.");
        row("an empty zip", "PK\x03\x04" + QByteArray(26, '\0'), "zip", "",
            ": this is a packed file in which no list was found. Unpack it and give what is in it. Nothing was imported.");
        row("a picture", "\x89PNG\r\n", "png", "", ": this is a picture, not data. Nothing was imported.");
        row("no name", "city;insee\nBron;69029\n", "csv", "repere-csv",
            ", line 1: no heading \"name\" or \"Nom\" was found, with ; , or tab between the headings. Nothing was imported.");
        row("column twice", "name;Nom;city\nA;B;C\n", "csv", "repere-csv",
            ", line 1: the column \"Nom\" is there twice. Nothing was imported.");
        row("no JSON", "{\"type\":\"FeatureCollection\",\n\"features\": [\n  {\"type\" \"Feature\"}]}", "geojson", "",
            ", line 3, column 19: this is no valid JSON. Nothing was imported.");
        row("cut JSON", "{\"type\":\"FeatureCollection\",\"features\":[{\"properties\":{\"name\":\"A\"}}", "geojson",
            "", ", line 1, column 68: this is no valid JSON. Nothing was imported.");
        row("cut within a feature", "{\"type\":\"FeatureCollection\",\"features\":[\n{\"properties\":{\"na", "geojson",
            "", ", line 2, column 19: this is no valid JSON. Nothing was imported.");
        row("more after the end", "{\"type\":\"FeatureCollection\",\"features\":[]} x", "geojson", "",
            ", line 1, column 44: this is no valid JSON. Nothing was imported.");
        row("two features without a comma", "{\"features\":[{\"properties\":{\"name\":\"A\"}} {}]}", "geojson", "",
            ", line 1, column 42: this is no valid JSON. Nothing was imported.");
        row("no features", "{\"type\":\"Feature\"}", "geojson", "repere-geojson",
            ": no \"features\" were found, as a GeoJSON FeatureCollection has them. Nothing was imported.");
        row("too deep", "{\"features\":[" + QByteArray(100'000, '['), "geojson", "",
            ", line 1, column 115: this is no valid JSON. Nothing was imported.");
        row("number beyond double", "{\"features\":[{\"properties\":{\"name\":\"A\",\"lat\":1e999}}]}", "geojson", "",
            ", line 1, column 14: this is no valid JSON. Nothing was imported.");
    }
    void refusesFiles()
    {
        QFETCH(QByteArray, content);
        QFETCH(QString, suffix);
        QFETCH(QString, format);
        QFETCH(QString, message);
        const QString path = fileOf(content, suffix);
        QString error;
        readAll(path, error, format);
        QCOMPARE(error, path + message);
    }

    void ownCsvIsUtf8()
    {
        QString error;
        const auto drafts = readAll(fileOf("name;city\nA;Br\xE9n\nB;Lyon\n"), error, QStringLiteral("repere-csv"));
        QCOMPARE(error, QString());
        QCOMPARE(told(drafts), QStringLiteral("2: ! city=Br\uFFFDn: the cell is no valid UTF-8\n3: B"));
    }

    void refusesWhatIsNoFile()
    {
        const auto missing = openReader({{QStringLiteral("/nowhere/a.csv")}, {}});
        QVERIFY(!missing);
        QCOMPARE(missing.error().code, ErrorCode::Missing);
        const auto folder = openReader({{m_folder.path()}, {}});
        QVERIFY(!folder);
        QCOMPARE(folder.error().code, ErrorCode::Unreadable);
        const auto format = openReader({{fileOf("name\nA\n")}, {}}, QStringLiteral("docx"));
        QVERIFY(!format);
        QCOMPARE(format.error().code, ErrorCode::Usage);
    }

    void readsGeoJson()
    {
        QString error;
        const auto drafts = readAll(
            fileOf(
                "\xEF\xBB\xBF{\"name\":\"x\",\"crs\":{\"a\":[1,\"}\"]},\"type\":\"FeatureCollection\",\n"
                "\"features\":[\n"
                "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[5,45,100]},"
                "\"properties\":{\"name\":\"A\",\"lat\":1,\"unheard_of\":{},\"types\":[\"fablab\"]}},\n"
                "{\"type\":\"Feature\",\"geometry\":null,\"properties\":{\"name\":\"B\"}},\n"
                "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[]},\"properties\":{\"name\":\"C\"}},\n"
                "{\"type\":\"Feature\",\"properties\":null},\n"
                "17,\n"
                "{\"properties\":{\"name\":\"D\",\"types\":\"fablab\",\"founded\":\"2012\"}},\n"
                "{\"geometry\":{\"type\":\"Point\",\"coordinates\":[200,95]},\"properties\":{\"name\":\"E\"}}\n"
                "], \"bbox\": [1, 2]}\n",
                QStringLiteral("geojson")),
            error);
        QCOMPARE(error, QString());
        QCOMPARE(
            told(drafts).split(u'\n'),
            QStringLiteral(
                "3: A\n4: B\n"
                "5: ! geometry={\"type\":\"Polygon\",\"coordinates\":[]}: a point with longitude and latitude was expected\n"
                "6: ! properties={\"type\":\"Feature\",\"properties\":null}: a GeoJSON feature with properties was expected\n"
                "7: ! properties=17: a GeoJSON feature with properties was expected\n"
                "8: ! types=\"fablab\": a list of texts was expected\n"
                "8: ! founded=\"2012\": a number was expected\n"
                "9: ! lat=95: the number is out of range\n9: ! lon=200: the number is out of range")
                .split(u'\n'));
        QCOMPARE(drafts[0].atelier.point, std::optional(GeoPoint{45, 5}));
        QCOMPARE(drafts[0].typeWords, QStringList(QStringLiteral("fablab")));
        QCOMPARE(drafts[0].fields, QStringList({QStringLiteral("name"), QStringLiteral("lat"), QStringLiteral("types"),
                                                QStringLiteral("lon")}));
        QVERIFY(!drafts[1].atelier.point);
    }

    void survivesLargeAndManyBrokenQuotes()
    {
        // A quote never closed before megabytes of good records costs one record, and does not take hours.
        QByteArray content = "name;city\nA;\"Bron\n";
        for (int i = 0; i < 50'000; ++i)
            content += "B;Lyon et ses environs\n";
        QString error;
        auto drafts = readAll(fileOf(content), error);
        QCOMPARE(error, QString());
        QCOMPARE(drafts.size(), std::size_t(50'001));
        QCOMPARE(drafts.back().line, 50'002);
        content = "name;city\n" + QByteArray("A;\"Bron\n").repeated(1001);
        drafts = readAll(fileOf(content), error);
        QCOMPARE(drafts.size(), std::size_t(1001));
    }

    void survivesGarbage()
    {
        QRandomGenerator random(21);
        const QTemporaryDir folder;
        JobContext job;
        std::vector<QByteArray> seeds;
        for (OutputFormat format : {OutputFormat::Csv, OutputFormat::GeoJson}) {
            const QString path = folder.filePath(QStringLiteral("seed"));
            std::vector<Atelier> ateliers = {fullAtelier(), randomAtelier(random), randomAtelier(random)};
            QVERIFY(writeFile(path, {.format = format, .profile = {}, .columns = {}}, sampleLabels(),
                              sourceOf(linesOf(ateliers)), 3, job));
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadOnly));
            seeds.push_back(file.readAll());
        }
        for (int i = 0; i < 1500; ++i) {
            QByteArray content = seeds[i % 2];
            for (int changes = random.bounded(1, 6); changes > 0; --changes) {
                const qsizetype at = random.bounded(content.size());
                switch (random.bounded(4)) {
                case 0: content[at] = char(random.bounded(256)); break;
                case 1: content.remove(at, random.bounded(40)); break;
                case 2: content.insert(at, content.mid(random.bounded(content.size()), random.bounded(60))); break;
                default: content[at] = "\"{}[];,\n\\'0"[random.bounded(11)]; break;
                }
            }
            QString error;
            const auto drafts = readAll(fileOf(content), error);
            for (const Draft &draft : drafts) {
                QVERIFY(!draft.rejections.empty() || !draft.atelier.name.trimmed().isEmpty());
                QVERIFY(!draft.rejections.empty() || !draft.atelier.point || draft.atelier.point->isValid());
            }
            --m_number; // one file is enough
        }
    }

    void refusesFieldsThatCannotBeSet_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("message");
        QTest::newRow("unknown") << "colour" << "red" << "\"colour\" is no field that can be set. Nothing was changed.";
        QTest::newRow("id") << "id" << "3" << "\"id\" is no field that can be set. Nothing was changed.";
        QTest::newRow("year") << "founded" << "abc"
                              << "founded, value \"abc\": a year was expected. Nothing was changed.";
        QTest::newRow("name") << "name" << " " << "name, value \" \": the name is missing. Nothing was changed.";
    }
    void refusesFieldsThatCannotBeSet()
    {
        QFETCH(QString, key);
        QFETCH(QString, text);
        Draft draft;
        const auto set = setField(draft, key, text);
        QVERIFY(!set);
        QCOMPARE(set.error().code, ErrorCode::Usage);
        QTEST(set.error().message, "message");
        QVERIFY(draft.fields.isEmpty());
    }

    void anEmptyValueMeansUnknown()
    {
        Draft draft;
        draft.atelier = fullAtelier();
        for (const char *key :
             {"founded", "surface", "as_of", "lat", "lon", "notes", "provenance", "equipment_details"})
            QVERIFY(setField(draft, QString::fromUtf8(key), QString()));
        QVERIFY(!draft.atelier.founded && !draft.atelier.surface && !draft.atelier.point);
        QVERIFY(draft.atelier.asOf.isEmpty() && draft.atelier.notes.isEmpty());
        QVERIFY(draft.atelier.provenance.empty() && draft.atelier.equipment.empty());
        QVERIFY(setField(draft, QStringLiteral("lat"), QStringLiteral("45")));
        QVERIFY(!draft.atelier.point->isValid());
        QVERIFY(setField(draft, QStringLiteral("lon"), QStringLiteral("2,5")));
        QCOMPARE(draft.atelier.point, std::optional(GeoPoint{45, 2.5}));
    }
};

QTEST_GUILESS_MAIN(TestReader)
#include "test_reader.moc"
