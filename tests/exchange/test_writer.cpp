#include "exchange/support/sample.h"

#include <nlohmann/json.hpp>

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <sys/resource.h>
#include <csignal>

using namespace repere;
using namespace repere::exchange;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(no file)");
}

struct DatasetCloser {
    void operator()(GDALDataset *dataset) const { GDALClose(dataset); }
};
using DatasetHandle = std::unique_ptr<GDALDataset, DatasetCloser>;

DatasetHandle opened(const QString &path)
{
    GDALAllRegister();
    return DatasetHandle(GDALDataset::Open(path.toUtf8().constData(), GDAL_OF_VECTOR | GDAL_OF_READONLY));
}

/// Files larger than `bytes` cannot be written: what a full disk looks like.
class FileSizeLimit
{
public:
    explicit FileSizeLimit(rlim_t bytes)
    {
        m_handler = std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_former);
        const rlimit limit{bytes, m_former.rlim_max};
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileSizeLimit()
    {
        setrlimit(RLIMIT_FSIZE, &m_former);
        std::signal(SIGXFSZ, m_handler);
    }
    FileSizeLimit(const FileSizeLimit &) = delete;
    FileSizeLimit &operator=(const FileSizeLimit &) = delete;

private:
    rlimit m_former{};
    void (*m_handler)(int) = nullptr;
};

} // namespace

class TestWriter : public QObject
{
    Q_OBJECT

private:
    static Result<int> write(const QString &path, const ExportOptions &options,
                             const std::vector<ExportedAtelier> &lines)
    {
        JobContext job;
        return writeFile(path, options, sampleLabels(), sourceOf(lines), int(lines.size()), job);
    }
    static void everyFormat()
    {
        QTest::addColumn<QString>("format");
        for (const char *format : {"csv", "geojson", "gpkg", "kml", "xlsx", "ods"})
            QTest::newRow(format) << QString::fromUtf8(format);
    }
    static ExportOptions optionsFor(const QString &format)
    {
        return {.format = *outputFormatNamed(format), .profile = CsvProfile::ExcelFr, .columns = {}, .french = true};
    }

private slots:
    void namesFormats()
    {
        QCOMPARE(outputFormatOf(QStringLiteral("a b.GeoJSON")), std::optional(OutputFormat::GeoJson));
        QCOMPARE(outputFormatOf(QStringLiteral("/x.y/a.json")), std::optional(OutputFormat::GeoJson));
        QCOMPARE(outputFormatOf(QStringLiteral("a.xlsx")), std::optional(OutputFormat::Xlsx));
        QVERIFY(!outputFormatOf(QStringLiteral("a.docx")));
        QVERIFY(!outputFormatOf(QStringLiteral("csv")));
        for (const char *name : {"csv", "geojson", "gpkg", "kml", "xlsx", "ods"})
            QCOMPARE(extensionOf(*outputFormatNamed(QString::fromUtf8(name))), QString::fromUtf8(name));
    }

    void everyColumnHasItsOwnHeading()
    {
        QSet<QString> keys;
        QSet<QString> french;
        for (const Column &column : columns()) {
            keys.insert(column.key);
            french.insert(column.label.french);
            QVERIFY(!column.label.english.isEmpty());
        }
        QCOMPARE(keys.size(), qsizetype(columns().size()));
        QCOMPARE(french.size(), qsizetype(columns().size()));
    }

    void writesCsv_data()
    {
        QTest::addColumn<CsvProfile>("profile");
        QTest::addColumn<bool>("french");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("excel-fr")
            << CsvProfile::ExcelFr << true
            << QByteArray(
                   "\xEF\xBB\xBFNom;Types;Statut;Code postal;Département;Région;Latitude;Précision de la position;"
                   "Distance (km);Équipements;Équipements selon la source;Téléphone;Adresse;Surface (m²);Organisation;"
                   "À jour au;Sources\r\n"
                   "\"L’Œuvre; \"\"bois\"\"\";Fablab|Coworking;Ouvert;01500;Département 01;Région 84;45,954025;"
                   "approximative;1,235;Découpe laser|Imprimante 3D;découpe laser|Imprimante 3D|tour;"
                   "'+33 4 00 00 00 00;\"'-1 rue =A1\nbâtiment B\";130,5;''t Collectif;31/05/2024;"
                   "Recensement 2019|https://example.org/b\r\n"
                   "B;;;;;;;aucune;;;;;;;;;\r\n");
        QTest::newRow("excel-fr in English")
            << CsvProfile::ExcelFr << false
            << QByteArray(
                   "\xEF\xBB\xBFName;Types;Status;Postcode;Département;Region;Latitude;Position precision;"
                   "Distance (km);Equipment;Equipment in the source's words;Phone;Address;Surface (m²);Organisation;"
                   "As of;Sources\r\n"
                   "\"L’Œuvre; \"\"bois\"\"\";Fab lab|Coworking space;Open;01500;Département 01;Région 84;45,954025;"
                   "approximate;1,235;Laser cutter|3D printer;découpe laser|3D printer|tour;"
                   "'+33 4 00 00 00 00;\"'-1 rue =A1\nbâtiment B\";130,5;''t Collectif;31/05/2024;"
                   "Recensement 2019|https://example.org/b\r\n"
                   "B;;;;;;;none;;;;;;;;;\r\n");
        QTest::newRow("open-data")
            << CsvProfile::OpenData << true
            << QByteArray(
                   "name,types,status,postcode,departement,region,lat,position,distance_km,equipment,equipment_raw,phone,"
                   "address,surface,organisation,as_of,sources\n"
                   "\"L’Œuvre; \"\"bois\"\"\",fablab|coworking,open,01500,01,84,45.954025,approx,1.235,"
                   "laser-cutter|3d-printer,découpe laser|3d-printer|tour,'+33 4 00 00 00 00,"
                   "\"'-1 rue =A1\nbâtiment B\",130.5,''t Collectif,2024-05-31,Recensement 2019|https://example.org/b\n"
                   "B,,,,,,,none,,,,,,,,,\n");
    }
    void writesCsv()
    {
        QFETCH(CsvProfile, profile);
        QFETCH(bool, french);
        QFETCH(QByteArray, expected);
        const QStringList keys =
            QStringLiteral("name,types,status,postcode,departement,region,lat,position,distance_km,equipment,"
                           "equipment_raw,phone,address,surface,organisation,as_of,sources")
                .split(u',');
        Atelier second;
        second.name = QStringLiteral("B");
        const std::vector<ExportedAtelier> lines = {{fullAtelier(), 1234.6}, {second, std::nullopt}};
        const ExportOptions options{.format = OutputFormat::Csv, .profile = profile, .columns = keys, .french = french};
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a.csv"));
        QCOMPARE(write(path, options, lines).value_or(-1), 2);
        QCOMPARE(QString::fromUtf8(contentOf(path)), QString::fromUtf8(expected));
        QCOMPARE(contentOf(path), expected);
        QCOMPARE(toCsv(lines, options, sampleLabels()).value(), expected);
    }

    void copiesToTheClipboard()
    {
        Atelier atelier;
        atelier.name = QStringLiteral("=a\tb");
        atelier.point = GeoPoint{45.5, -2};
        const ExportOptions options{.format = OutputFormat::Csv,
                                    .profile = CsvProfile::ExcelFr,
                                    .columns = {QStringLiteral("name"), QStringLiteral("lon")},
                                    .french = true};
        QCOMPARE(toTabSeparated({{atelier, {}}}, options, sampleLabels()),
                 QStringLiteral("Nom\tLongitude\n\"'=a\tb\"\t-2\n"));
    }

    void writesGeoJson()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a.geojson"));
        Atelier second;
        second.name = QStringLiteral("B");
        QCOMPARE(
            write(path, optionsFor(QStringLiteral("geojson")), {{fullAtelier(), 1234.6}, {second, {}}}).value_or(-1),
            2);
        const auto json = nlohmann::json::parse(contentOf(path).toStdString());
        QCOMPARE(json["type"].get<std::string>(), std::string("FeatureCollection"));
        const auto &first = json["features"][0];
        QCOMPARE(first["geometry"].dump(), std::string(R"({"coordinates":[5.344821,45.954025],"type":"Point"})"));
        QCOMPARE(first["properties"]["equipment"][0]["model"].get<std::string>(), std::string("Trotec"));
        QCOMPARE(first["properties"]["equipment"][2]["id"].is_null(), true);
        QCOMPARE(first["properties"]["distance_km"].get<double>(), 1.235);
        QCOMPARE(first["properties"]["provenance"][0]["values"]["NOM"].get<std::string>(), std::string("L'OEUVRE"));
        QVERIFY(json["features"][1]["geometry"].is_null());
        QVERIFY(json["features"][1]["properties"]["status"].is_null());

        ExportOptions few = optionsFor(QStringLiteral("geojson"));
        few.columns = {QStringLiteral("name"), QStringLiteral("equipment_raw")};
        QVERIFY(write(path, few, {{fullAtelier(), {}}}));
        const auto chosen = nlohmann::json::parse(contentOf(path).toStdString())["features"][0]["properties"];
        QCOMPARE(chosen.size(), std::size_t(2));
        QVERIFY(chosen.contains("name") && chosen.contains("equipment"));
    }

    void writesGeoPackage()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a.gpkg"));
        Atelier second;
        second.name = QStringLiteral("B");
        QCOMPARE(write(path, optionsFor(QStringLiteral("gpkg")), {{fullAtelier(), {}}, {second, {}}}).value_or(-1), 2);
        const DatasetHandle dataset = opened(path);
        QVERIFY(dataset);
        OGRLayer *layer = dataset->GetLayerByName("ateliers");
        QVERIFY(layer);
        QCOMPARE(layer->GetFeatureCount(), GIntBig(2));
        QCOMPARE(QString::fromUtf8(layer->GetSpatialRef()->GetAuthorityCode(nullptr)), QStringLiteral("4326"));
        const OGRFeatureUniquePtr feature(layer->GetNextFeature());
        QCOMPARE(QString::fromUtf8(feature->GetFieldAsString("postcode")), QStringLiteral("01500"));
        QCOMPARE(QString::fromUtf8(feature->GetFieldAsString("types")), QStringLiteral("fablab|coworking"));
        QCOMPARE(QString::fromUtf8(feature->GetFieldAsString("departement")), QStringLiteral("01"));
        QCOMPARE(feature->GetFieldAsInteger("founded"), 2014);
        QCOMPARE(feature->GetFieldAsDouble("surface"), 130.5);
        const OGRPoint *point = feature->GetGeometryRef()->toPoint();
        QCOMPARE(point->getX(), 5.344821);
        QCOMPARE(point->getY(), 45.954025);
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList(QStringLiteral("a.gpkg")));
    }

    void longFilesAreWhole_data() { everyFormat(); }
    /// Many times the room of any buffer.
    void longFilesAreWhole()
    {
        QFETCH(const QString, format);
        constexpr int kLines = 3000;
        std::vector<ExportedAtelier> lines;
        for (int i = 0; i < kLines; ++i) {
            Atelier atelier;
            atelier.id = i + 1;
            atelier.name = QStringLiteral("Atelier %1").arg(i + 1);
            atelier.notes = QString(400, QChar(u'é'));
            atelier.point = GeoPoint{.latitude = 45 + i * 0.0001, .longitude = 2};
            lines.push_back({atelier, {}});
        }
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("long.") + format);
        QCOMPARE(write(path, optionsFor(format), lines).value_or(-1), kLines);
        QVERIFY(QFileInfo(path).size() < 20'000'000);
        const DatasetHandle dataset = opened(path);
        QVERIFY(dataset);
        OGRLayer *layer = dataset->GetLayer(0);
        QVERIFY(layer);
        QSet<QString> names;
        int count = 0;
        while (const std::unique_ptr<OGRFeature> feature{layer->GetNextFeature()}) {
            ++count;
            for (int field = 0; field < feature->GetFieldCount(); ++field) {
                const QString text = QString::fromUtf8(feature->GetFieldAsString(field));
                if (text.startsWith(u"Atelier "))
                    names.insert(text);
            }
        }
        QCOMPARE(names.size(), kLines);
        QVERIFY(count == kLines || count == kLines + 1); // a sheet's headings may be a line for GDAL
    }

    void writesKml()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a.kml"));
        Atelier atelier = fullAtelier();
        atelier.name = QStringLiteral("<A> & \u0001\"B\"");
        Atelier second;
        second.name = QStringLiteral("B");
        QCOMPARE(write(path, optionsFor(QStringLiteral("kml")), {{atelier, {}}, {second, {}}}).value_or(-1), 2);
        const DatasetHandle dataset = opened(path);
        QVERIFY(dataset);
        OGRLayer *layer = dataset->GetLayer(0);
        QCOMPARE(layer->GetFeatureCount(), GIntBig(2));
        const OGRFeatureUniquePtr feature(layer->GetNextFeature());
        QCOMPARE(QString::fromUtf8(feature->GetFieldAsString("Name")), QStringLiteral("<A> & \"B\""));
        QCOMPARE(feature->GetGeometryRef()->toPoint()->getY(), 45.954025);
        QVERIFY(contentOf(path).contains("<displayName>Code postal</displayName>"));
    }

    void writesSpreadsheets_data()
    {
        QTest::addColumn<QString>("format");
        QTest::newRow("xlsx") << "xlsx";
        QTest::newRow("ods") << "ods";
    }
    void writesSpreadsheets()
    {
        QFETCH(QString, format);
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a.") + format);
        Atelier atelier = fullAtelier();
        atelier.notes = QStringLiteral("=1+1");
        atelier.organisation = QStringLiteral("a\u0001b");
        atelier.address = QString(40'000, u'x');
        QCOMPARE(write(path, optionsFor(format), {{atelier, {}}}).value_or(-1), 1);
        const DatasetHandle dataset = opened(path);
        QVERIFY(dataset);
        OGRLayer *layer = dataset->GetLayerByName("ateliers");
        QVERIFY(layer);
        QCOMPARE(layer->GetFeatureCount(), GIntBig(1));
        const OGRFeatureUniquePtr feature(layer->GetNextFeature());
        const auto text = [&](const char *field) { return QString::fromUtf8(feature->GetFieldAsString(field)); };
        QCOMPARE(text("Code postal"), QStringLiteral("01500"));
        QCOMPARE(text("Code INSEE"), QStringLiteral("01004"));
        QCOMPARE(text("Types"), QStringLiteral("Fablab|Coworking"));
        QCOMPARE(feature->GetFieldAsDouble("Latitude"), 45.954025);
        QCOMPARE(text("Notes"), QStringLiteral("=1+1"));
        QCOMPARE(text("Organisation"), QStringLiteral("ab"));
        QCOMPARE(text("Adresse").size(), 32'767);
        // A text that looks like a formula stays a text.
        const QByteArray inside =
            QByteArray("/vsizip/") + path.toUtf8() + (format == u"xlsx" ? "/xl/worksheets/sheet1.xml" : "/content.xml");
        VSILFILE *sheet = VSIFOpenL(inside.constData(), "rb");
        QVERIFY(sheet);
        QByteArray xml(1'000'000, '\0');
        xml.resize(qsizetype(VSIFReadL(xml.data(), 1, std::size_t(xml.size()), sheet)));
        VSIFCloseL(sheet);
        QVERIFY(!xml.contains("<f>") && !xml.contains("table:formula"));
    }

    void refusesUnknownColumns()
    {
        const QTemporaryDir folder;
        ExportOptions options;
        options.columns = {QStringLiteral("name"), QStringLiteral("colour")};
        const auto written = write(folder.filePath(QStringLiteral("a.csv")), options, {});
        QVERIFY(!written);
        QCOMPARE(written.error().code, ErrorCode::Usage);
        QCOMPARE(written.error().message, QStringLiteral("There is no column \"colour\". Nothing was written."));
        QVERIFY(QDir(folder.path()).isEmpty());
    }

    void writesNoPlaces_data() { everyFormat(); }
    void writesNoPlaces()
    {
        QFETCH(QString, format);
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a.") + format);
        QCOMPARE(write(path, optionsFor(format), {}).value_or(-1), 0);
        QVERIFY(QFile(path).size() > 0);
    }

    void replacesTheFormerFile_data() { everyFormat(); }
    void replacesTheFormerFile()
    {
        QFETCH(QString, format);
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a.") + format);
        QVERIFY(write(path, optionsFor(format), {{fullAtelier(), {}}}));
        const QByteArray one = contentOf(path);
        std::vector<ExportedAtelier> many(50, {fullAtelier(), {}});
        QCOMPARE(write(path, optionsFor(format), many).value_or(-1), 50);
        QVERIFY(contentOf(path) != one);
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
    }

    void aFailedExportLeavesTheFormerFile_data()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<QString>("how");
        for (const char *format : {"csv", "geojson", "gpkg", "kml", "xlsx", "ods"}) {
            for (const char *how : {"cancelled", "source fails", "disk full"})
                QTest::addRow("%s, %s", format, how) << QString::fromUtf8(format) << QString::fromUtf8(how);
        }
    }
    void aFailedExportLeavesTheFormerFile()
    {
        QFETCH(QString, format);
        QFETCH(QString, how);
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a.") + format);
        QFile former(path);
        QVERIFY(former.open(QIODevice::WriteOnly) && former.write("former") == 6);
        former.close();

        JobContext job;
        QRandomGenerator random(5);
        int given = 0;
        const ExportSource source = [&](ExportedAtelier &line) -> Result<bool> {
            if (++given == 300 && how == u"cancelled")
                job.cancel();
            if (given == 300 && how == u"source fails")
                return failure(ErrorCode::Unreadable, QStringLiteral("the store broke"));
            line = {fullAtelier(), {}};
            // Not to be compressed away.
            for (int i = 0; i < 100; ++i)
                line.atelier.notes += QString::number(random.generate64(), 36);
            return given <= 2000;
        };
        std::optional<FileSizeLimit> limit;
        if (how == u"disk full")
            limit.emplace(200'000);
        const auto written = writeFile(path, optionsFor(format), sampleLabels(), source, 2000, job);
        limit.reset();
        QVERIFY(!written);
        QCOMPARE(written.error().code, how == u"cancelled"   ? ErrorCode::Cancelled
                                       : how == u"disk full" ? ErrorCode::Unwritable
                                                             : ErrorCode::Unreadable);
        if (how == u"disk full")
            QVERIFY2(written.error().message.startsWith(path), qPrintable(written.error().message));
        QCOMPARE(contentOf(path), QByteArray("former"));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
    }

    void refusesFoldersThatAreNot_data() { everyFormat(); }
    void refusesFoldersThatAreNot()
    {
        QFETCH(QString, format);
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("none/a.") + format);
        const auto written = write(path, optionsFor(format), {});
        QVERIFY(!written);
        QCOMPARE(written.error().code, ErrorCode::Unwritable);
        QVERIFY(written.error().message.startsWith(path));
    }

    void tellsProgress()
    {
        const QTemporaryDir folder;
        double last = 0;
        JobContext job([&](double fraction) { last = fraction; });
        const std::vector<ExportedAtelier> lines(10, {fullAtelier(), {}});
        QVERIFY(writeFile(folder.filePath(QStringLiteral("a.csv")), {}, sampleLabels(), sourceOf(lines), 10, job));
        QCOMPARE(last, 1.0);
    }
};

QTEST_GUILESS_MAIN(TestWriter)
#include "test_writer.moc"
