// The first line of every uid, against a plain table of texts.
#include "directory/lines_by_uid.h"

#include <QRandomGenerator>
#include <QTest>

using repere::directory::LinesByUid;

class TestLinesByUid : public QObject
{
    Q_OBJECT

private slots:
    void firstLineOfEachText()
    {
        QRandomGenerator random(5);
        QStringList uids{QString(), QStringLiteral("x"), QString(32, u'0'), QString(31, u'0'), QString(33, u'0'),
                         // nearly digits: none of these may be taken for another
                         QString(31, u'0') + u'A', QString(31, u'0') + u'a', QString(31, u'0') + u'g',
                         QString(31, u'0') + QChar(0x0660), QString(31, u'0') + u'-', u'1' + QString(31, u'0')};
        for (int i = 0; i < 5000; ++i) {
            const auto half = [&random] {
                return QStringLiteral("%1").arg(random.generate64() & 0xFF, 16, 16, QChar(u'0'));
            };
            uids << half() + half();
        }
        LinesByUid lines;
        QHash<QString, std::int64_t> expected;
        int repeated = 0;
        for (std::int64_t line = 1; line <= 3 * uids.size(); ++line) {
            const QString &uid = uids[line <= uids.size() ? line - 1 : random.bounded(uids.size())];
            const auto seen = lines.seen(uid, line);
            const auto before = expected.constFind(uid);
            QCOMPARE(seen.has_value(), before != expected.constEnd());
            if (seen) {
                ++repeated;
                QCOMPARE(*seen, *before);
            } else {
                expected.insert(uid, line);
            }
        }
        QVERIFY(repeated > 10'000);
    }
};

QTEST_GUILESS_MAIN(TestLinesByUid)
#include "test_lines_by_uid.moc"
