#include "exchange/reader.h"
#include "exchange/source_list.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace repere;
using namespace repere::exchange;

/// The list that ships, and lists that are wrong.
class TestSourceList : public QObject
{
    Q_OBJECT

private slots:
    void theListThatShipsIsGood()
    {
        const auto sources = readSourceList(QStringLiteral(REPERE_SOURCE_DATA));
        QVERIFY2(sources, sources ? "" : qPrintable(sources.error().message));
        const auto fablabs = std::ranges::find(*sources, QStringLiteral("fablabs-io"), &OpenSource::id);
        QVERIFY(fablabs != sources->end());
        QCOMPARE(fablabs->address, QUrl(QStringLiteral("https://api.fablabs.io/0/labs.json")));
        QVERIFY(fablabs->licence.isEmpty() && fablabs->licenceUrl.isEmpty() && fablabs->personal);
        const auto makery = std::ranges::find(*sources, QStringLiteral("makery"), &OpenSource::id);
        QVERIFY(makery != sources->end());
        QCOMPARE(makery->licence, QStringLiteral("ODbL 1.0"));
        const auto census = std::ranges::find(*sources, QStringLiteral("recensement-2023"), &OpenSource::id);
        QVERIFY(census != sources->end());
        QVERIFY(census->address.isEmpty() && census->home.isValid()); // several files, one page
        QVERIFY(census->notes.french != census->notes.english);
    }

    void everyFormatOfTheListIsRead()
    {
        const auto sources = readSourceList(QStringLiteral(REPERE_SOURCE_DATA));
        QVERIFY(sources);
        for (const OpenSource &source : *sources) {
            QVERIFY2(std::ranges::contains(inputFormats(), source.format, &InputFormat::id), qPrintable(source.format));
        }
    }

    void aWrongListOffersNothing_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QString>("named");
        const auto row = [](const char *name, const char *from, const char *to, const char *named) {
            QTest::newRow(name) << QByteArray(from) << QByteArray(to) << QString::fromUtf8(named);
        };
        row("no JSON", "\"version\": 1,", "\"version\": 1,,", "JSON");
        row("no list", "\"sources\"", "\"source\"", "sources");
        row("no encryption", "https://api.fablabs.io", "http://api.fablabs.io", "address");
        row("a password", "https://api.fablabs.io", "https://a:b@api.fablabs.io", "address");
        row("no address at all", "\"https://api.fablabs.io/0/labs.json\"", "17", "address");
        row("an id with a path", "\"id\": \"fablabs-io\"", "\"id\": \"../io\"", "id");
        row("an id twice", "\"id\": \"makery\"", "\"id\": \"fablabs-io\"", "id");
        row("one language", "\"en\": \"fablabs.io\"", "\"de\": \"fablabs.io\"", "name");
        row("a format with a space", "\"format\": \"gogocarto\"", "\"format\": \"gogo carto\"", "format");
        row("an empty licence", "\"licence\": null", "\"licence\": \"\"", "licence");
        row("nobody to name", "\"attribution\": \"Makery\"", "\"attribution\": \"\"", "attribution");
        row("perhaps personal", "\"personal\": true", "\"personal\": \"perhaps\"", "personal");
        row("no notes", "\"notes\": {", "\"remarks\": {", "notes");
    }
    void aWrongListOffersNothing()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QString, named);
        QFile shipped(QStringLiteral(REPERE_SOURCE_DATA "/sources.json"));
        QVERIFY(shipped.open(QIODevice::ReadOnly));
        QByteArray bytes = shipped.readAll();
        const qsizetype at = bytes.indexOf(from);
        QVERIFY(at >= 0);
        bytes.replace(at, from.size(), to);
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("sources.json")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.close();
        const auto sources = readSourceList(folder.path());
        QVERIFY(!sources);
        QVERIFY2(sources.error().message.contains(named), qPrintable(sources.error().message));
        QVERIFY(sources.error().message.contains(file.fileName()));
    }

    void aServerOfOnesOwnMayBeListed()
    {
        QFile shipped(QStringLiteral(REPERE_SOURCE_DATA "/sources.json"));
        QVERIFY(shipped.open(QIODevice::ReadOnly));
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("sources.json")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(shipped.readAll().replace("https://api.fablabs.io/", "http://127.0.0.1:8080/"));
        file.close();
        const auto sources = readSourceList(folder.path());
        QVERIFY2(sources, sources ? "" : qPrintable(sources.error().message));
        QCOMPARE(sources->front().address, QUrl(QStringLiteral("http://127.0.0.1:8080/0/labs.json")));
    }

    void noListIsSaid()
    {
        const QTemporaryDir folder;
        const auto sources = readSourceList(folder.path());
        QVERIFY(!sources);
        QCOMPARE(sources.error().code, ErrorCode::Missing);
    }
};

QTEST_APPLESS_MAIN(TestSourceList)
#include "test_source_list.moc"
