#include "exchange/support/sample.h"

#include "exchange/json.h"

#include <nlohmann/json.hpp>

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace repere;
using namespace repere::exchange;

/// What is written with all columns comes back equal, however nasty.
class TestRoundTrip : public QObject
{
    Q_OBJECT

private slots:
    void comesBackEqual_data()
    {
        QTest::addColumn<OutputFormat>("format");
        QTest::addColumn<CsvProfile>("profile");
        QTest::addColumn<bool>("french");
        QTest::newRow("excel-fr") << OutputFormat::Csv << CsvProfile::ExcelFr << true;
        QTest::newRow("excel-fr in English") << OutputFormat::Csv << CsvProfile::ExcelFr << false;
        QTest::newRow("open-data") << OutputFormat::Csv << CsvProfile::OpenData << true;
        QTest::newRow("geojson") << OutputFormat::GeoJson << CsvProfile::OpenData << true;
    }
    void comesBackEqual()
    {
        QFETCH(OutputFormat, format);
        QFETCH(CsvProfile, profile);
        QFETCH(bool, french);
        QRandomGenerator random(11);
        std::vector<Atelier> ateliers = {fullAtelier()};
        for (int i = 0; i < 600; ++i)
            ateliers.push_back(randomAtelier(random));

        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("é & co.") + extensionOf(format));
        JobContext job;
        const auto written = writeFile(path, {.format = format, .profile = profile, .columns = {}, .french = french},
                                       sampleLabels(), sourceOf(linesOf(ateliers)), int(ateliers.size()), job);
        QVERIFY2(written.has_value(), written ? "" : qPrintable(written.error().message));
        QCOMPARE(*written, int(ateliers.size()));

        QString error;
        const std::vector<Draft> drafts = readAll(path, error);
        QCOMPARE(error, QString());
        QCOMPARE(drafts.size(), ateliers.size());
        for (std::size_t i = 0; i < drafts.size(); ++i) {
            for (const auto &rejection : drafts[i].rejections)
                QFAIL(qPrintable(rejection.column + u' ' + rejection.value + u' ' + rejection.cause));
            Atelier expected = ateliers[i];
            expected.id = 0;
            const Atelier found = understood(drafts[i]);
            const auto wanted = atelierToJson(expected, {});
            const auto got = atelierToJson(found, {});
            for (const auto &[key, value] : got.items())
                QCOMPARE(QString::fromStdString(key + value.dump()),
                         QString::fromStdString(key + wanted.at(key).dump()));
            QVERIFY(found == expected);
            QVERIFY(drafts[i].fields.contains(QStringLiteral("provenance")));
        }
    }

    void jsonComesBackEqual()
    {
        QRandomGenerator random(12);
        for (int i = 0; i < 1000; ++i) {
            const Atelier atelier = randomAtelier(random);
            const auto back = atelierFromJson(atelierToJson(atelier, 1234.5));
            QVERIFY2(back.has_value(), back ? "" : qPrintable(back.error().message));
            QCOMPARE(QString::fromStdString(atelierToJson(*back, {}).dump()),
                     QString::fromStdString(atelierToJson(atelier, {}).dump()));
            QVERIFY(*back == atelier);
        }
    }

    void setFieldReadsWhatColumnTextWrites()
    {
        const ExportedAtelier line{fullAtelier(), 1500.0};
        for (CsvProfile profile : {CsvProfile::ExcelFr, CsvProfile::OpenData}) {
            const ExportOptions options{.format = OutputFormat::Csv, .profile = profile, .columns = {}, .french = true};
            Draft draft;
            draft.atelier.uid = line.atelier.uid;
            for (const Column &column : columns()) {
                const QString text = columnText(column.key, line, options, sampleLabels());
                const auto set = setField(draft, column.key, text);
                const bool fixed = column.key == u"id" || column.key == u"uid" || column.key == u"distance_km";
                QCOMPARE(set.has_value(), !fixed);
                QCOMPARE(draft.fields.contains(column.key), !fixed);
            }
            Atelier expected = line.atelier;
            expected.id = 0;
            QVERIFY(understood(draft) == expected);
        }
    }
};

QTEST_GUILESS_MAIN(TestRoundTrip)
#include "test_round_trip.moc"
