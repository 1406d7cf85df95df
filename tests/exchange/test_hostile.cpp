// Files made to harm, beyond those of test_tables: a message or a rejected record, in little time.
#include "exchange/reader.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace repere;
using namespace repere::exchange;

class TestHostile : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    /// Names of good drafts, "!CAUSE" of rejections, "error" where the file cannot be read; joined by |.
    QString told(const QByteArray &content, const QString &format)
    {
        const QString path = m_folder.filePath(QStringLiteral("hostile"));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write the fixture");
        file.close();
        const auto reader = openReader({{path}, {}}, format);
        QStringList lines;
        while (reader) {
            const auto draft = (*reader)->next();
            if (!draft)
                break;
            if (!*draft)
                return lines.join(u'|');
            lines.append((*draft)->rejections.empty() ? (*draft)->atelier.name
                                                      : u'!' + (*draft)->rejections.front().cause);
        }
        return (lines << QStringLiteral("error")).join(u'|');
    }

private slots:
    void headingsOfManyWords()
    {
        const QByteArray heading = QByteArray("<b>mot ").repeated(20'000);
        QCOMPARE(told("nom;ville;" + heading + "\nA;Pau;x\n", QStringLiteral("table")), QStringLiteral("A"));
    }
    void namesWithNul()
    {
        QCOMPARE(told("[{\"name\":\"A\\u0000B\",\"slug\":\"ab\",\"country_code\":\"FR\"},"
                      "{\"name\":\"C\",\"slug\":\"c\",\"country_code\":\"FR\"}]",
                      QStringLiteral("fablabs.io")),
                 QStringLiteral("!the text holds a NUL character|C"));
    }
    void deepJson()
    {
        const QByteArray deep = QByteArray("[").repeated(1'000'000);
        for (const char *format : {"fablabs.io", "overpass", "gogocarto", "geojson", "repere-geojson"}) {
            const QString lines = told(deep, QString::fromLatin1(format));
            QVERIFY2(lines == u"error" || lines.startsWith(u'!'), qPrintable(lines.left(200)));
        }
    }
};

QTEST_GUILESS_MAIN(TestHostile)
#include "test_hostile.moc"
