#include "exchange/vocabulary_reader.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace repere;
using namespace repere::exchange;

class TestVocabularyReader : public QObject
{
    Q_OBJECT

private:
    static QString shipped() { return QStringLiteral(REPERE_SOURCE_DATA "/vocabulary"); }

private slots:
    void readsTheShippedOnes()
    {
        const auto read = readVocabularies(shipped());
        QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().message));
        QCOMPARE(read->types.idsNamed(QStringLiteral("marketspace")), QStringList(QStringLiteral("makerspace")));
        QVERIFY(read->types.idsNamed(QStringLiteral("comaking")).size() >= 4);
        QCOMPARE(read->equipment.idsWithWord(QStringLiteral("trotec"), false),
                 QStringList(QStringLiteral("laser-cutter")));
        for (const char *status : {"embryo", "planned", "open", "dormant", "closed"})
            QVERIFY(read->statuses.find(QString::fromUtf8(status)));
        QCOMPARE(read->statuses.idsNamed(QStringLiteral("ouvert")), QStringList(QStringLiteral("open")));
        QVERIFY(!read->services.entries().empty() && !read->publics.entries().empty());
    }

    /// A label that names something else would not come back from a CSV with French or English labels.
    void everyLabelNamesItsEntry()
    {
        const auto read = readVocabularies(shipped());
        QVERIFY(read.has_value());
        for (const Vocabulary *vocabulary :
             {&read->types, &read->equipment, &read->statuses, &read->services, &read->publics}) {
            for (const VocabularyEntry &entry : vocabulary->entries()) {
                for (const QString &words : {entry.id, entry.label.french, entry.label.english}) {
                    QCOMPARE(vocabulary->idsNamed(words), QStringList(entry.id));
                    QVERIFY2(!words.contains(u'|'), qPrintable(words));
                }
            }
        }
    }

    void namesWhatIsWrong_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<QString>("message"); // after the folder
        const auto row = [](const char *name, const char *file, const QByteArray &before, const QByteArray &after,
                            const char *message) {
            QTest::newRow(name) << QString::fromUtf8(file) << before << after << QString::fromUtf8(message);
        };
        row("broken JSON", "statuses.json", "\"version\": 1,", "\"version\": 1;",
            "/statuses.json, line 3, column 15: this is no valid JSON. Nothing was read.");
        row("wrong kind", "statuses.json", "\"kind\": \"statuses\"", "\"kind\": \"types\"",
            "/statuses.json, at /kind: must be \"statuses\". The vocabulary was not read.");
        row("no label in English", "statuses.json", "\"en\": \"Embryo\"", "\"de\": \"Embryo\"",
            "/statuses.json, at /entries/0/label/en: is missing. The vocabulary was not read.");
        row("number as text", "statuses.json", "\"id\": \"planned\"", "\"id\": 1",
            "/statuses.json, at /entries/1/id: must be a text that is not empty. The vocabulary was not read.");
        row("id used twice", "statuses.json", "\"id\": \"planned\"", "\"id\": \"embryo\"",
            "/statuses.json, at /entries/1: the id \"embryo\" is used twice. The vocabulary was not read.");
        row("candidate unknown", "statuses.json", "\"candidates\": [\"open\", \"dormant\"]",
            "\"candidates\": [\"open\", \"gone\"]",
            "/statuses.json, at /ambiguous/0/candidates/1: \"gone\" is the id of no entry. The vocabulary was not read.");
        row("compound of one part", "compounds.json", "[\"fab\", \"lab\"]", "[\"fab\"]",
            "/compounds.json, at /compounds/0: needs two parts at least. The vocabulary was not read.");
    }
    void namesWhatIsWrong()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QFETCH(QString, message);
        const QTemporaryDir folder;
        for (const QString &name : QDir(shipped()).entryList(QDir::Files)) {
            QFile from(shipped() + u'/' + name);
            QFile to(folder.filePath(name));
            QVERIFY(from.open(QIODevice::ReadOnly) && to.open(QIODevice::WriteOnly));
            QByteArray content = from.readAll();
            if (name == file) {
                const qsizetype at = content.indexOf(before);
                QVERIFY(at >= 0);
                content.replace(at, before.size(), after);
            }
            to.write(content);
        }
        const auto read = readVocabularies(folder.path());
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::Unreadable);
        QCOMPARE(read.error().message, folder.path() + message);
    }

    void missesFiles()
    {
        const auto read = readVocabularies(QStringLiteral("/nowhere"));
        QVERIFY(!read);
        QCOMPARE(read.error(),
                 (Error{ErrorCode::Missing, QStringLiteral("/nowhere/compounds.json: this file does not exist.")}));
    }
};

QTEST_GUILESS_MAIN(TestVocabularyReader)
#include "test_vocabulary_reader.moc"
