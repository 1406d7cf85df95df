// What people may see of texts of others.
#include "core/shown_text.h"

#include <QTest>

using namespace repere;
using namespace Qt::StringLiterals;

class TestShownText : public QObject
{
    Q_OBJECT

private slots:
    void rows_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("shown");
        QTest::addColumn<QString>("line");
        const auto same = [](const char *name, const QString &text) { QTest::newRow(name) << text << text << text; };
        same("empty", QString());
        same("plain", u"L’Établi, 2\u202Fe étage"_s);
        same("html is text", u"<b>x</b> &amp; <script>"_s);
        same("arabic", u"مختبر"_s);
        same("marks of direction", u"a\u200Eb\u200Fc"_s);
        same("joiners of emoji", u"👩\u200D🔧"_s);
        QTest::newRow("lines") << u"a\r\nb\tc"_s << u"a\r\nb\tc"_s << u"a  b c"_s;
        QTest::newRow("separators") << u"a\u2028b\u2029c"_s << u"a\u2028b\u2029c"_s << u"a b c"_s;
        QTest::newRow("override") << u"abc\u202Egnp.exe"_s << u"abcgnp.exe"_s << u"abcgnp.exe"_s;
        QTest::newRow("isolates") << u"\u2066a\u2067b\u2068c\u2069"_s << u"abc"_s << u"abc"_s;
        QTest::newRow("controls") << u"\u001B[31ma\u0007\u009Bb\u007F"_s << u"[31mab"_s << u"[31mab"_s;
        QTest::newRow("only such") << u"\u202E\u0007"_s << QString() << QString();
    }
    void rows()
    {
        QFETCH(const QString, text);
        QTEST(shownText(text), "shown");
        QTEST(shownLine(text), "line");
        QCOMPARE(shownText(shownText(text)), shownText(text));
    }

    void whatIsTooLongIsCut()
    {
        const QString much(1'000'000, u'x');
        QCOMPARE(shownLine(much, 10), QString(10, u'x') + u'…');
        QCOMPARE(shownText(much).size(), 5'001);
        QCOMPARE(shownLine(QString(10, u'x'), 10), QString(10, u'x'));
        // What is not shown does not count, and no character is cut in two.
        QCOMPARE(shownLine(QString(50, QChar(0x202E)) + u"abc"_s, 3), u"abc"_s);
        QCOMPARE(shownLine(u"ab👩👩"_s, 3), u"ab…"_s);
    }
};

QTEST_GUILESS_MAIN(TestShownText)
#include "test_shown_text.moc"
