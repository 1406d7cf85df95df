// What the trace of the start says, by which scripts/bench measures it.
#include "support/desktop.h"

#include <QRegularExpression>
#include <QTest>

using repere::testing::Desk;

class TestStart : public QObject
{
    Q_OBJECT

private slots:
    void theStepsComeInOrderAndTheProgramLeaves()
    {
        Desk desk;
        QVERIFY(desk.open({}, {QStringLiteral("env"), QStringLiteral("REPERE_TRACE_START=quit")}));
        QTRY_VERIFY_WITH_TIMEOUT(!desk.isOpen(), 120'000);

        const QString said = desk.said();
        static const QRegularExpression line(QStringLiteral("^start: (\\d+) ms, processor (\\d+) ms: (\\w+)$"),
                                             QRegularExpression::MultilineOption);
        QStringList steps;
        int before = 0;
        for (auto matches = line.globalMatch(said); matches.hasNext();) {
            const auto match = matches.next();
            QVERIFY2(match.captured(1).toInt() >= before, qPrintable(said));
            before = match.captured(1).toInt();
            steps << match.captured(3);
        }
        const auto inOrder = [&steps](const char *first, const char *second) {
            const qsizetype at = steps.indexOf(QString::fromLatin1(first));
            return at >= 0 && at < steps.indexOf(QString::fromLatin1(second));
        };
        QCOMPARE(steps.value(0), QStringLiteral("main"));
        QVERIFY2(inOrder("main", "knowledge") && inOrder("knowledge", "window"), qPrintable(said));
        QVERIFY2(inOrder("window", "usable") && inOrder("map", "usable") && inOrder("file", "usable"),
                 qPrintable(said));
        QCOMPARE(steps.last(), QStringLiteral("still"));
    }
};

int main(int argc, char **argv)
{
    repere::testing::needDesktop(argv);
    QTEST_SET_MAIN_SOURCE_PATH
    QCoreApplication application(argc, argv);
    TestStart test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_start.moc"
