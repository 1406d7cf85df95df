// Shared texts are the right ones, also when many of them want the same place.
#include "store/repeated_texts.h"

#include <QTest>

using repere::store::RepeatedTexts;

class TestRepeatedTexts : public QObject
{
    Q_OBJECT

private slots:
    void givesBackWhatItWasGiven()
    {
        RepeatedTexts texts;
        for (int round = 0; round < 3; ++round) {
            for (int i = 0; i < 5000; ++i) {
                const QString text = QStringLiteral("été %1").arg(i);
                QCOMPARE(texts.text(text.toUtf8()), text);
                const QStringList ids{QString::number(i), text};
                QCOMPARE(texts.ids((u'|' + ids.join(u'|') + u'|').toUtf8()), ids);
            }
        }
        QVERIFY(texts.text({}).isNull());
        QVERIFY(texts.ids({}).isEmpty());
        QCOMPARE(texts.ids("|a|"), QStringList{QStringLiteral("a")});
    }

    void sharesWhatComesAgain()
    {
        RepeatedTexts texts;
        const QString first = texts.text("open");
        QCOMPARE(static_cast<const void *>(texts.text("open").constData()),
                 static_cast<const void *>(first.constData()));
    }
};

QTEST_APPLESS_MAIN(TestRepeatedTexts)
#include "test_repeated_texts.moc"
