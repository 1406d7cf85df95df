// Lists of our own columns are read without a document; everything else, and only that, is left to a real parser, and both
// say the same.
#include "core/atelier_json.h"
#include "core/flat_json.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>

using namespace repere;

namespace {

QString anyText(QRandomGenerator &random)
{
    static const QString alphabet = QStringLiteral("abé €{}[]:,'/0œ\u00A0");
    QString text;
    for (int length = random.bounded(6); length > 0; --length)
        text += alphabet[random.bounded(alphabet.size())];
    return text;
}

} // namespace

class TestFlatJson : public QObject
{
    Q_OBJECT

private slots:
    void knowsWhatItCanRead_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("objects"); // -1: for a parser
        QTest::newRow("empty list") << "[]" << 0;
        QTest::newRow("spaces") << " [ { } ,\n{\"a\" : \"b\"}\t] " << 2;
        QTest::newRow("all kinds") << "[{\"a\":\"b\",\"c\":12,\"d\":true,\"e\":false}]" << 1;
        QTest::newRow("zero") << "[{\"a\":0}]" << 1;
        QTest::newRow("signs in a text") << "[{\"a\":\"{[,:]}\"}]" << 1;
        QTest::newRow("nothing") << "" << -1;
        QTest::newRow("object") << "{}" << -1;
        QTest::newRow("cut") << "[{\"a\":\"b\"" << -1;
        QTest::newRow("cut text") << "[{\"a\":\"b" << -1;
        QTest::newRow("rest") << "[]x" << -1;
        QTest::newRow("comma too many") << "[{\"a\":\"b\"},]" << -1;
        QTest::newRow("member too many") << "[{\"a\":\"b\",}]" << -1;
        QTest::newRow("escape") << "[{\"a\":\"\\u0062\"}]" << -1;
        QTest::newRow("quote escaped") << "[{\"a\":\"\\\"\"}]" << -1;
        QTest::newRow("line end in a text") << "[{\"a\":\"b\nc\"}]" << -1;
        QTest::newRow("surrogates") << QStringLiteral("[{\"a\":\"\U0001F600\"}]") << -1;
        QTest::newRow("byte-order mark") << QStringLiteral("[{\"a\":\"\uFEFF\"}]") << -1;
        QTest::newRow("leading zero") << "[{\"a\":012}]" << -1;
        QTest::newRow("negative") << "[{\"a\":-1}]" << -1;
        QTest::newRow("fraction") << "[{\"a\":1.5}]" << -1;
        QTest::newRow("large") << "[{\"a\":10000000000}]" << -1;
        QTest::newRow("null") << "[{\"a\":null}]" << -1;
        QTest::newRow("nested") << "[{\"a\":{\"b\":\"c\"}}]" << -1;
        QTest::newRow("word") << "[{\"a\":truer}]" << -1;
        QTest::newRow("text in the list") << "[\"a\"]" << -1;
    }
    void knowsWhatItCanRead()
    {
        QFETCH(QString, text);
        QFETCH(int, objects);
        const auto list = readFlatList(text);
        QCOMPARE(list ? static_cast<int>(list->size()) : -1, objects);
    }

    void theLastOfTwoMembersCounts()
    {
        const auto items = equipmentFromJson(QStringLiteral("[{\"id\":\"a\",\"id\":\"b\"}]"));
        QVERIFY(items);
        QCOMPARE(items->front().id, QStringLiteral("b"));
    }

    void wrongTypesAreNamed_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("number for a text") << "[{\"id\":\"a\"},{\"raw\":1}]";
        QTest::newRow("text for a number") << "[{\"id\":\"a\"},{\"count\":\"many\"}]";
        QTest::newRow("number for a flag") << "[{\"id\":\"a\"},{\"guessed\":1}]";
    }
    void wrongTypesAreNamed()
    {
        QFETCH(QString, text);
        const auto flat = equipmentFromJson(text);
        QVERIFY(!flat);
        // An escape sends the same list to the other parser.
        const auto parsed = equipmentFromJson(text.replace(QStringLiteral("\"a\""), QStringLiteral("\"\\u0061\"")));
        QVERIFY(!parsed);
        QCOMPARE(flat.error().message, parsed.error().message);
    }

    void bothParsersSayTheSame()
    {
        QRandomGenerator random(2026);
        int read = 0;
        for (int round = 0; round < 2000; ++round) {
            QJsonArray list;
            for (int items = random.bounded(4); items > 0; --items) {
                QJsonObject item;
                for (const char *key : {"id", "raw", "model", "conditions"}) {
                    if (random.bounded(2))
                        item.insert(QString::fromLatin1(key), anyText(random));
                }
                if (random.bounded(3) == 0)
                    item.insert(QStringLiteral("count"), random.bounded(1000));
                if (random.bounded(3) == 0)
                    item.insert(QStringLiteral("guessed"), random.bounded(2) == 1);
                list.append(item);
            }
            const auto format = random.bounded(2) ? QJsonDocument::Compact : QJsonDocument::Indented;
            const QString text = QString::fromUtf8(QJsonDocument(list).toJson(format));
            read += readFlatList(text).has_value();
            const auto flat = equipmentFromJson(text);
            QVERIFY(flat);
            // One more item with an escape sends all of it to the other parser.
            QString longer = text;
            longer.insert(longer.lastIndexOf(u']'),
                          QString::fromLatin1(list.isEmpty() ? "{\"id\":\"\\u0061\"}" : ",{\"id\":\"\\u0061\"}"));
            auto parsed = equipmentFromJson(longer);
            QVERIFY(parsed);
            QCOMPARE(parsed->back().id, QStringLiteral("a"));
            parsed->pop_back();
            QCOMPARE(*flat, *parsed);
        }
        QCOMPARE(read, 2000);
    }
};

QTEST_APPLESS_MAIN(TestFlatJson)
#include "test_flat_json.moc"
