#include "exchange/json.h"
#include "exchange/support/sample.h"

#include <nlohmann/json.hpp>

#include <QTest>

using namespace repere;
using namespace repere::exchange;

/// The JSON of `search` and `show` is a contract: keys, order, nulls.
class TestJson : public QObject
{
    Q_OBJECT

private:
    /// Backticks stand for double quotes.
    static QString quoted(const char *text) { return QString::fromUtf8(text).replace(u'`', u'"'); }
    static QString json(const Atelier &atelier, std::optional<double> distance = {})
    {
        return QString::fromStdString(atelierToJson(atelier, distance).dump());
    }

private slots:
    void writesEveryKey()
    {
        Atelier atelier;
        atelier.id = 3;
        atelier.name = QStringLiteral("A");
        QCOMPARE(
            json(atelier),
            quoted("{`id`:3,`uid`:null,`name`:`A`,`types`:[],`status`:null,`address`:null,`postcode`:null,`city`:null,"
                   "`insee`:null,`departement`:null,`region`:null,`lat`:null,`lon`:null,`position`:`none`,"
                   "`position_source`:null,`equipment`:[],`website`:null,`email`:null,`phone`:null,"
                   "`opening_hours`:null,`founded`:null,`surface`:null,`services`:[],`publics`:[],"
                   "`organisation`:null,`notes`:null,`as_of`:null,`evidence`:null,`provenance`:[],"
                   "`distance_km`:null}"));
    }

    void writesValues()
    {
        const auto object = atelierToJson(fullAtelier(), 1234.6);
        const auto text = [&](const char *key) { return QString::fromStdString(object.at(key).dump()); };
        QCOMPARE(text("types"), quoted("[`fablab`,`coworking`]"));
        QCOMPARE(text("postcode"), QStringLiteral("\"01500\""));
        QCOMPARE(text("lat"), QStringLiteral("45.954025"));
        QCOMPARE(text("position"), QStringLiteral("\"approx\""));
        QCOMPARE(text("founded"), QStringLiteral("2014"));
        QCOMPARE(text("distance_km"), QStringLiteral("1.235"));
        QCOMPARE(
            text("equipment"),
            quoted(
                "[{`id`:`laser-cutter`,`raw`:`découpe laser`,`model`:`Trotec`,`count`:2,`conditions`:`sur formation`,`guessed`:false},"
                "{`id`:`3d-printer`,`raw`:null,`model`:null,`count`:null,`conditions`:null,`guessed`:true},"
                "{`id`:null,`raw`:`tour`,`model`:null,`count`:null,`conditions`:null,`guessed`:false}]"));
        QVERIFY(text("provenance").contains(quoted("`values`:{`NOM`:`L'OEUVRE`}}")));
    }

    void deepValuesAreNotTakenApart()
    {
        Atelier atelier = fullAtelier();
        atelier.provenance.front().values =
            QStringLiteral("{\"a\":") + QString(100'000, u'[') + QString(100'000, u']') + u'}';
        const auto object = atelierToJson(atelier, {});
        QVERIFY(object["provenance"][0]["values"].is_string());
        QVERIFY(atelierFromJson(object).value() == atelier);
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("message");
        const auto row = [](const char *name, const char *text, const char *message) {
            QTest::newRow(name) << quoted(text) << QString::fromUtf8(message);
        };
        row("no name", "{}", "name, value : the name is missing");
        row("name of another type", "{`name`:1}", "name, value 1: a text was expected");
        row("latitude as text", "{`name`:`A`,`lat`:`45`}", "lat, value \"45\": a number was expected");
        row("latitude 95", "{`name`:`A`,`lat`:95,`lon`:2}", "lat, value 95: the number is out of range");
        row("one coordinate", "{`name`:`A`,`lat`:45}", "lat, value 45: the other coordinate is missing");
        row("count with a fraction", "{`name`:`A`,`equipment`:[{`count`:1.5}]}",
            "equipment.count, value 1.5: a whole number was expected");
        row("types as text", "{`name`:`A`,`types`:`fablab`}", "types, value \"fablab\": a list of texts was expected");
        row("precision unknown", "{`name`:`A`,`position`:`vague`}",
            "position, value \"vague\": none, commune, approx or exact was expected");
        row("no object", "[]", ", value : an object was expected");
    }
    void refuses()
    {
        QFETCH(QString, text);
        const auto read = atelierFromJson(nlohmann::ordered_json::parse(text.toStdString()));
        QVERIFY(!read);
        QTEST(read.error().message, "message");
    }

    void passesOverUnknownKeys()
    {
        const auto read = atelierFromJson(
            nlohmann::ordered_json::parse(quoted("{`name`:`A`,`colour`:{`r`:1},`lat`:45,`lon`:2}").toStdString()));
        QVERIFY(read.has_value());
        QCOMPARE(read->precision, PositionPrecision::Exact);
    }
};

QTEST_GUILESS_MAIN(TestJson)
#include "test_json.moc"
