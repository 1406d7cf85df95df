#include "core/vocabulary.h"
#include "exchange/vocabulary_reader.h"

#include <QFile>
#include <QTest>

using namespace repere;

/// The tables of phrases in tests/data are the oracle: what each cell must be understood as, or "to review".
class TestPhrases : public QObject
{
    Q_OBJECT

private:
    Vocabularies m_vocabularies;

    static void readTable(const QString &name)
    {
        QTest::addColumn<QString>("phrase");
        QTest::addColumn<QString>("expected");
        QFile file(QStringLiteral(REPERE_TEST_DATA "/") + name);
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
        int rows = 0;
        while (!file.atEnd()) {
            const QString line = QString::fromUtf8(file.readLine()).chopped(1);
            const QStringList cells = line.split(u'\t');
            QCOMPARE(cells.size(), 2);
            QTest::newRow(qPrintable(QStringLiteral("%1: %2").arg(++rows).arg(cells[0]))) << cells[0] << cells[1];
        }
        QVERIFY(rows >= 60);
    }

    static QString understood(const Vocabulary &vocabulary, const QString &phrase)
    {
        QStringList ids;
        for (const auto &[words, match] : matchPhrase(vocabulary, phrase)) {
            if (match.ids.isEmpty() != match.review)
                return QStringLiteral("neither ids nor review for ") + words;
            ids += match.ids;
        }
        ids.removeDuplicates();
        ids.sort();
        return ids.isEmpty() ? QStringLiteral("to review") : ids.join(u'|');
    }

    static void check(const Vocabulary &vocabulary)
    {
        QFETCH(QString, phrase);
        QFETCH(QString, expected);
        for (const VocabularyGroup &group : vocabulary.groups()) {
            if (group.id != expected)
                continue;
            // A group is what people may look for; a place that says so must still be reviewed.
            QCOMPARE(vocabulary.idsNamed(phrase), group.members);
            expected = QStringLiteral("to review");
        }
        QCOMPARE(understood(vocabulary, phrase), expected);
    }

private slots:
    void initTestCase()
    {
        auto vocabularies = exchange::readVocabularies(QStringLiteral(REPERE_SOURCE_DATA "/vocabulary"));
        QVERIFY2(vocabularies.has_value(), vocabularies ? "" : qPrintable(vocabularies.error().message));
        m_vocabularies = std::move(*vocabularies);
    }
    void equipment_data() { readTable(QStringLiteral("phrases_equipment.tsv")); }
    void equipment() { check(m_vocabularies.equipment); }
    void types_data() { readTable(QStringLiteral("phrases_types.tsv")); }
    void types() { check(m_vocabularies.types); }
};

QTEST_GUILESS_MAIN(TestPhrases)
#include "test_phrases.moc"
