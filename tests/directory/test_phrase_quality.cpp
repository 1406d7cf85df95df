#include "bench/quality.h"
#include "support/fixture.h"

#include <QSet>
#include <QTest>

using namespace repere;
using namespace Qt::StringLiterals;

/// How much of what people write about machines and types is understood, against labels made by hand (tests/data/README.md).
/// What is asserted is what `scripts/bench --quality` reports, less a margin of two or three phrases.
class TestPhraseQuality : public QObject
{
    Q_OBJECT

private:
    std::vector<bench::LabelledPhrase> m_equipment;
    std::vector<bench::LabelledPhrase> m_types;

private slots:
    void initTestCase()
    {
        const directory::Knowledge knowledge = test::knowledge();
        const QString folder = QStringLiteral(REPERE_TEST_DATA);
        m_equipment = test::orDie(bench::readPhrases(folder, knowledge.vocabularies().equipment));
        m_types = test::orDie(bench::readPhrases(folder, knowledge.vocabularies().types));
    }

    void thereAreEnoughPhrases()
    {
        QSet<QString> different;
        for (const auto *phrases : {&m_equipment, &m_types}) {
            for (const auto &phrase : *phrases)
                different.insert(phrase.phrase);
        }
        QVERIFY(different.size() >= 450);
    }

    void theLabelsAreIds()
    {
        const directory::Knowledge knowledge = test::knowledge();
        const auto check = [](const auto &phrases, const Vocabulary &vocabulary) {
            for (const auto &phrase : phrases) {
                for (const QString &id : phrase.expected)
                    QVERIFY2(vocabulary.find(id), qPrintable(phrase.phrase));
            }
        };
        check(m_equipment, knowledge.vocabularies().equipment);
        check(m_types, knowledge.vocabularies().types);
    }

    void equipmentIsUnderstood()
    {
        const auto quality = bench::phraseQuality({}, m_equipment);
        QVERIFY2(quality[0].precision() >= 0.96, qPrintable(QString::number(quality[0].precision())));
        QVERIFY2(quality[0].recall() >= 0.93, qPrintable(QString::number(quality[0].recall())));
        QVERIFY2(quality[1].precision() >= 0.94, qPrintable(QString::number(quality[1].precision())));
        QVERIFY2(quality[1].recall() >= 0.89, qPrintable(QString::number(quality[1].recall())));
    }

    void typesAreUnderstood()
    {
        const auto quality = bench::phraseQuality({}, m_types);
        QVERIFY2(quality[1].precision() >= 0.96, qPrintable(QString::number(quality[1].precision())));
        QVERIFY2(quality[1].recall() >= 0.93, qPrintable(QString::number(quality[1].recall())));
    }
};

QTEST_GUILESS_MAIN(TestPhraseQuality)
#include "test_phrase_quality.moc"
