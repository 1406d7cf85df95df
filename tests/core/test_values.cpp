#include "core/atelier.h"
#include "core/atelier_json.h"
#include "core/filter.h"
#include "core/job.h"

#include <QTest>

using namespace repere;

class TestValues : public QObject
{
    Q_OBJECT

private slots:
    void namesFacets()
    {
        for (Facet facet : kFacets)
            QCOMPARE(facetFromKey(facetKey(facet)), std::optional(facet));
        QCOMPARE(facetKey(Facet::Departement), QStringLiteral("departement"));
        QVERIFY(!facetFromKey(QStringLiteral("nothing")));
    }

    void namesPrecisions()
    {
        for (const char *word : {"none", "commune", "approx", "exact"}) {
            const auto precision = precisionFromString(QString::fromUtf8(word));
            QVERIFY(precision);
            QCOMPARE(precisionToString(*precision), QString::fromUtf8(word));
        }
        QVERIFY(!precisionFromString(QStringLiteral("suspect")));
    }

    void readsTheYear_data()
    {
        QTest::addColumn<QString>("asOf");
        QTest::addColumn<int>("year"); // 0 = unknown
        QTest::newRow("year") << "2024" << 2024;
        QTest::newRow("date") << "2019-05-31" << 2019;
        QTest::newRow("empty") << "" << 0;
        QTest::newRow("words") << "été 24" << 0;
        QTest::newRow("short") << "202" << 0;
    }
    void readsTheYear()
    {
        QFETCH(QString, asOf);
        QFETCH(int, year);
        Atelier atelier;
        atelier.asOf = asOf;
        QCOMPARE(atelier.asOfYear().value_or(0), year);
    }

    void listsMachinesOnce()
    {
        Atelier atelier;
        for (const char *id : {"laser-cutter", "", "3d-printer", "laser-cutter"})
            atelier.equipment.push_back(
                {.id = QString::fromUtf8(id), .raw = {}, .model = {}, .count = {}, .conditions = {}});
        QCOMPARE(atelier.equipmentIds(), QStringList({QStringLiteral("laser-cutter"), QStringLiteral("3d-printer")}));
    }

    void writesEquipment()
    {
        const std::vector<EquipmentItem> items = {{QStringLiteral("laser-cutter"),
                                                   QStringLiteral("découpe \"laser\"\n\\"),
                                                   QStringLiteral("Trotec"),
                                                   2,
                                                   {},
                                                   true},
                                                  {{}, QStringLiteral("tour"), {}, {}, {}, false}};
        QCOMPARE(
            equipmentToJson(items),
            QStringLiteral("[{\"id\":\"laser-cutter\",\"raw\":\"découpe \\\"laser\\\"\\n\\\\\",\"model\":\"Trotec\","
                           "\"count\":2,\"guessed\":true},{\"raw\":\"tour\"}]"));
        QCOMPARE(equipmentFromJson(equipmentToJson(items)).value(), items);
        QCOMPARE(equipmentToJson({}), QStringLiteral("[]"));
        QVERIFY(equipmentFromJson(QString()).value().empty());
    }

    void writesProvenance()
    {
        const std::vector<Provenance> records = {{QStringLiteral("Recensement"), QStringLiteral("12"),
                                                  QStringLiteral("https://example.org/a?b=1&c=é"),
                                                  QStringLiteral("Licence Ouverte 2.0"), QStringLiteral("2019"),
                                                  QStringLiteral("{ \"b\": 1, \"a\": \"x\u0001\" }")},
                                                 {QStringLiteral("🛠"), {}, {}, {}, {}, {}}};
        QCOMPARE(provenanceFromJson(provenanceToJson(records)).value(), records);
        // Another program may have written the values as an object.
        QCOMPARE(provenanceFromJson(QStringLiteral("[{\"values\":{\"a\":1}}]")).value().front().values,
                 QStringLiteral("{\"a\":1}"));
    }

    void refusesBrokenJson_data()
    {
        QTest::addColumn<QString>("json");
        QTest::newRow("cut") << "[{\"raw\":\"a\"";
        QTest::newRow("no list") << "{}";
        QTest::newRow("no objects") << "[1]";
        QTest::newRow("wrong type") << "[{\"raw\":1}]";
        QTest::newRow("half a machine") << "[{\"count\":1.5}]";
        QTest::newRow("negative count") << "[{\"count\":-1}]";
        QTest::newRow("count beyond int") << "[{\"count\":1e12}]";
        QTest::newRow("text as flag") << "[{\"guessed\":\"yes\"}]";
    }
    void refusesBrokenJson()
    {
        QFETCH(QString, json);
        const auto items = equipmentFromJson(json);
        QVERIFY(!items);
        QCOMPARE(items.error().code, ErrorCode::Unreadable);
        QVERIFY(!items.error().message.isEmpty());
    }

    void tellsProgressSparingly()
    {
        int told = 0;
        double last = 0;
        JobContext job([&](double fraction) {
            ++told;
            last = fraction;
        });
        for (int i = 0; i < 100'000; ++i)
            job.report(i / 100'000.0);
        QVERIFY(told >= 1 && told < 100);
        job.report(1);
        QCOMPARE(last, 1.0);
        QVERIFY(!job.isCancelled());
        job.cancel();
        QVERIFY(job.isCancelled());
        JobContext().report(0.5); // nobody listens
    }
};

QTEST_GUILESS_MAIN(TestValues)
#include "test_values.moc"
