// Files made to harm, beyond those of test_tables: a message or a rejected record, in little time.
#include "exchange/reader.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
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
            if (const auto &point = (*draft)->atelier.point; point && !point->isValid())
                lines.append(QStringLiteral("a position that is none"));
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
    void numbersBeyondMeasure_data()
    {
        QTest::addColumn<QByteArray>("number");
        for (const char *number : {"1e999", "-1e999", "1e308", "99999999999999999999999999", "4e-324", "NaN",
                                   "Infinity", "0x7fffffff", "-0", "1e", "--5", "1.2.3"})
            QTest::newRow(number) << QByteArray(number);
    }
    /// No position, a rejection or an error that is told: never a place off the Earth.
    void numbersBeyondMeasure()
    {
        QFETCH(const QByteArray, number);
        const std::pair<const char *, QByteArray> files[] = {
            {"fablabs.io", "[{'name':'A','slug':'a','id':@,'country_code':'FR','latitude':@,'longitude':@}]"},
            {"gogocarto", "{'data':[{'id':'x','name':'A','geo':{'latitude':@,'longitude':@}}]}"},
            {"overpass", "{'elements':[{'type':'node','id':@,'lat':@,'lon':@,'tags':{'name':'A'}}]}"},
            {"spaceapi", "{'space':'A','url':'https://a.example','location':{'lat':@,'lon':@}}"},
            {"geojson", "{'type':'FeatureCollection','features':[{'type':'Feature','properties':{'nom':'A'},"
                        "'geometry':{'type':'Point','coordinates':[@,@]}}]}"},
            {"repere-geojson", "{'type':'FeatureCollection','features':[{'type':'Feature','properties':{'name':'A',"
                               "'founded':@,'surface':@},'geometry':{'type':'Point','coordinates':[@,@]}}]}"},
            {"repere-csv", "name,lat,lon,founded,surface\nA,@,@,@,@\n"},
            {"table", "nom;x;latitude;longitude\nA;@;@;@\nB;1;48,1;2,1\n"},
            {"cget-2019", "ID;Nom du tiers-lieu;Latitude;Longitude\n@;A;@;@\n"},
        };
        for (const auto &[format, pattern] : files) {
            QByteArray content = pattern;
            content.replace('\'', '"').replace("@", number);
            const QString lines = told(content, QString::fromLatin1(format));
            QVERIFY2(!lines.contains(u"that is none"), qPrintable(QLatin1String(format) + u' ' + lines));
        }
    }
    /// Every fixture, cut anywhere: what was whole is read, and it ends.
    void cutAnywhere()
    {
        const QDir folder(QStringLiteral(REPERE_TEST_DATA "/formats"));
        const QStringList names =
            folder.entryList({QStringLiteral("*.csv"), QStringLiteral("*.json"), QStringLiteral("*.geojson"),
                              QStringLiteral("*.kml"), QStringLiteral("*.gpx")});
        QVERIFY(names.size() > 25);
        for (const QString &name : names) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray whole = file.readAll();
            const auto format = formatOf(file.fileName());
            QVERIFY2(format, qPrintable(name));
            const auto places = [](const QString &lines) {
                return lines.split(u'|').filter(QRegularExpression(QStringLiteral("^[^!]"))).size();
            };
            const qsizetype most = places(told(whole, (*format)->id));
            for (int part = 0; part < 12; ++part) {
                const QString lines = told(whole.first(whole.size() * part / 12), (*format)->id);
                QVERIFY2(places(lines) <= most + 1, qPrintable(name + u' ' + lines)); // one may be cut into two
            }
        }
    }
    /// A layer's name is a name, never a path: nothing is written or read there.
    void layersNamedAsPaths()
    {
        const QString outside = m_folder.filePath(QStringLiteral("outside"));
        for (const QByteArray &name :
             {QByteArray("../../outside"), outside.toUtf8(), QByteArray("PG:dbname=x"),
              QByteArray("/vsicurl/http://127.0.0.1:9/x"), QByteArray("a\"; DROP TABLE x;--")}) {
            QByteArray escaped = name;
            escaped.replace("\"", "&quot;");
            const QByteArray kml = "<?xml version=\"1.0\"?><kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document>"
                                   "<Folder><name>"
                                   + escaped
                                   + "</name><Placemark><name>A</name><Point><coordinates>2,48</coordinates></Point>"
                                     "</Placemark></Folder></Document></kml>";
            QCOMPARE(told(kml, QStringLiteral("ogr")), QStringLiteral("A"));
            QVERIFY(!QFile::exists(outside));
        }
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
