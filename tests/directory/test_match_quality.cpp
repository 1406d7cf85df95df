#include "bench/quality.h"
#include "directory/match_index.h"
#include "support/fixture.h"

#include <QTest>

using namespace repere;
using namespace Qt::StringLiterals;
using bench::LabelledPair;

/// Real places, judged by hand (tests/data/README.md). What is asserted is what `scripts/bench --quality` reports, less a
/// margin of one or two pairs.
class TestMatchQuality : public QObject
{
    Q_OBJECT

private:
    bench::LabelledPlaces m_places;

    /// Pairs that the index finds and nobody judged.
    QStringList unlabelled(const directory::MatchIndex &index, double minScore) const
    {
        QStringList list;
        JobContext job;
        for (const auto &pair : test::orDie(index.allPairs(minScore, job))) {
            if (!m_places.isLabelled(pair.a, pair.b))
                list.append(u"%1 %2 %3"_s.arg(pair.a).arg(pair.b).arg(pair.score.total));
        }
        return list;
    }

private slots:
    void initTestCase()
    {
        m_places = test::orDie(bench::LabelledPlaces::read(QStringLiteral(REPERE_TEST_DATA), {}, test::knowledge()));
        QCOMPARE(m_places.census().size(), std::size_t(1512));
    }

    void thereAreEnoughLabels()
    {
        const auto count = [&](LabelledPair::Label label) {
            return std::ranges::count(m_places.pairs(), label, &LabelledPair::label);
        };
        QVERIFY(count(LabelledPair::Label::Twin) >= 25);
        QVERIFY(count(LabelledPair::Label::Apart) >= 800);
        QVERIFY(count(LabelledPair::Label::Unclear) <= 40);
    }

    /// All pairs of the census within 400 m are judged, not only those that look alike.
    void theNeighboursAreAllLabelled()
    {
        int near = 0;
        const auto &census = m_places.census();
        for (std::size_t i = 0; i < census.size(); ++i) {
            for (std::size_t j = i + 1; j < census.size(); ++j) {
                // Not to the last metre: positions are kept with six decimals.
                if (distanceMetres(*census[i].point, *census[j].point) > 399)
                    continue;
                ++near;
                QVERIFY2(m_places.isLabelled(census[i].id, census[j].id),
                         qPrintable(u"%1 %2"_s.arg(census[i].id).arg(census[j].id)));
            }
        }
        QVERIFY(near > 800);
    }

    /// Few of the 29 twins of the census go by one name: what is not merged must be asked.
    void twinsAreFound()
    {
        const auto all = [](const LabelledPair &) { return true; };
        const auto merged = bench::qualityAt(m_places.pairs(), kSurelyTwins, {}, all);
        QVERIFY2(merged.precision() >= 0.95, qPrintable(QString::number(merged.precision())));
        QVERIFY2(merged.recall() >= 0.70, qPrintable(QString::number(merged.recall())));
        const auto asked = bench::qualityAt(m_places.pairs(), kPerhapsTwins, {}, all);
        QVERIFY2(asked.recall() >= 0.85, qPrintable(QString::number(asked.recall())));
    }

    /// No pair is merged, or even asked for, that was left out of the labels because nobody thought of it.
    void nothingIsFoundThatNobodyJudged()
    {
        directory::MatchIndex census;
        for (const MatchRecord &record : m_places.census())
            census.add(record);
        const QStringList within = unlabelled(census, kPerhapsTwins);
        QVERIFY2(within.isEmpty(), qPrintable(within.join(u'\n')));
    }

    void chainsStayApart()
    {
        for (const LabelledPair &pair : m_places.pairs()) {
            const bool chain = !pair.a.domain.isEmpty() && pair.a.domain == pair.b.domain;
            // Half of the pairs is held out: their names are not to be read, their numbers will do.
            if (chain && pair.label == LabelledPair::Label::Apart)
                QVERIFY2(pair.total < kSurelyTwins, qPrintable(u"%1 %2"_s.arg(pair.a.id).arg(pair.b.id)));
        }
    }
};

QTEST_GUILESS_MAIN(TestMatchQuality)
#include "test_match_quality.moc"
