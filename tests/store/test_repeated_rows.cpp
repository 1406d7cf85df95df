// What is kept of texts and machines is what would be made of them anew, also when many want the same place.
#include "store/repeated_rows.h"

#include "core/atelier_json.h"
#include "store/support/sample.h"

#include <QTest>

using namespace repere;
using store::RepeatedRows;

class TestRepeatedRows : public QObject
{
    Q_OBJECT

private slots:
    void words_data()
    {
        QTest::addColumn<bool>("many");
        QTest::newRow("a whole import") << true;
        QTest::newRow("one row") << false;
    }
    void words()
    {
        QFETCH(bool, many);
        const Compounds &compounds = sample::compounds();
        RepeatedRows rows(compounds, many);
        QStringList texts{QStringLiteral("Fab lab de l’Œuvre"), QStringLiteral("…"), QStringLiteral("découpes laser"),
                          QString(200, u'é')};
        for (int i = 0; i < 40'000; ++i)
            texts << QStringLiteral("Établi n° %1").arg(i);
        for (int round = 0; round < 2; ++round) {
            for (const QString &text : std::as_const(texts))
                QCOMPARE(rows.words(text), compounds.tokens(fold(text)).join(u' ').toUtf8());
        }
    }

    void machines()
    {
        RepeatedRows rows(sample::compounds(), true);
        std::vector<EquipmentItem> items;
        for (int i = 0; i < 20'000; ++i) {
            EquipmentItem item;
            item.id = i % 3 ? QStringLiteral("laser-cutter") : QString();
            item.raw = QStringLiteral("Découpe \"laser\" %1").arg(i / 8);
            // The same words and id, and yet another machine.
            if (i & 1)
                item.model = QStringLiteral("Trotec");
            if (i & 2)
                item.count = i;
            item.guessed = i & 4;
            items.push_back(item);
        }
        for (int round = 0; round < 2; ++round) {
            for (const EquipmentItem &item : items)
                QCOMPARE('[' + rows.json(item) + ']', equipmentToJson({item}).toUtf8());
        }
    }
};

QTEST_GUILESS_MAIN(TestRepeatedRows)
#include "test_repeated_rows.moc"
