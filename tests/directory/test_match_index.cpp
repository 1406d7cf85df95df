#include "bench/generator.h"
#include "directory/match_index.h"
#include "support/fixture.h"

#include <QTest>

#include <algorithm>
#include <random>
#include <set>

using namespace repere;
using namespace Qt::StringLiterals;
using directory::MatchIndex;

/// The oracle is the comparison of every record with every other.
class TestMatchIndex : public QObject
{
    Q_OBJECT

private:
    using IdPair = std::pair<AtelierId, AtelierId>;

    std::vector<MatchRecord> m_records;

    static IdPair ordered(AtelierId a, AtelierId b) { return {std::min(a, b), std::max(a, b)}; }
    static std::set<IdPair> pairsOf(const MatchIndex &index, double minScore)
    {
        JobContext job;
        std::set<IdPair> pairs;
        for (const auto &pair : test::orDie(index.allPairs(minScore, job)))
            pairs.insert(ordered(pair.a, pair.b));
        return pairs;
    }
    std::set<IdPair> pairsByForce(double minScore) const
    {
        std::set<IdPair> pairs;
        for (std::size_t i = 0; i < m_records.size(); ++i) {
            for (std::size_t j = i + 1; j < m_records.size(); ++j) {
                if (matchTotal(m_records[i], m_records[j]) >= minScore)
                    pairs.insert(ordered(m_records[i].id, m_records[j].id));
            }
        }
        return pairs;
    }
    static MatchRecord named(AtelierId id, const QString &name, const QString &insee = {})
    {
        Atelier atelier;
        atelier.id = id;
        atelier.name = name;
        atelier.insee = insee;
        return matchRecord(atelier, {});
    }

private slots:
    void initTestCase()
    {
        // One in four is the twin of an earlier one, a tenth of the rest lies in one town: many cells are shared.
        const directory::Knowledge knowledge = test::knowledge();
        const auto vocabularies = std::make_shared<const Vocabularies>(knowledge.vocabularies());
        const auto gazetteer = test::orDie(geography::Gazetteer::load(knowledge.dataFolder()));
        bench::Generator generator(gazetteer, vocabularies, 31);
        const Commune *town = gazetteer->commune(u"31555"_s);
        QVERIFY(town);
        std::vector<Atelier> ateliers;
        while (ateliers.size() < 2000) {
            Atelier atelier =
                ateliers.size() % 4 == 3 ? generator.twinOf(ateliers[ateliers.size() / 2]) : generator.next();
            if (ateliers.size() % 10 == 0) {
                const GeoPoint offset =
                    destination(town->centre, double(ateliers.size() % 360), double(ateliers.size()));
                atelier.insee = town->code;
                atelier.city = town->name;
                atelier.postcode = town->postcodes.front();
                atelier.departement = town->departement;
                atelier.point = offset;
            }
            ateliers.push_back(std::move(atelier));
        }
        for (const Atelier &atelier : ateliers)
            m_records.push_back(matchRecord(atelier, vocabularies->equipment.compounds()));
    }

    void losesNoPairAboveTheUpperThreshold()
    {
        MatchIndex index;
        for (const MatchRecord &record : m_records)
            index.add(record);
        const auto expected = pairsByForce(kSurelyTwins);
        QVERIFY(expected.size() > 300);
        QVERIFY(pairsOf(index, kSurelyTwins) == expected);
        // Between the two thresholds what is not looked at together may be lost: next to nothing.
        const auto perhaps = pairsByForce(kPerhapsTwins);
        const auto found = pairsOf(index, kPerhapsTwins);
        QVERIFY(std::ranges::includes(perhaps, found));
        const auto lost = perhaps.size() - found.size();
        qInfo("%zu pairs at %.2f, %zu of them lost by the blocks", perhaps.size(), kPerhapsTwins, lost);
        QVERIFY(lost * 100 <= perhaps.size());
    }

    void theOrderOfEnteringDoesNotMatter()
    {
        MatchIndex index;
        for (const MatchRecord &record : m_records)
            index.add(record);
        std::vector<MatchRecord> shuffled = m_records;
        std::ranges::shuffle(shuffled, std::mt19937(7));
        MatchIndex other;
        for (const MatchRecord &record : shuffled)
            other.add(record);
        QVERIFY(pairsOf(index, kPerhapsTwins) == pairsOf(other, kPerhapsTwins));
        for (std::size_t i = 0; i < m_records.size(); i += 20) {
            const auto one = index.candidates(m_records[i]);
            const auto two = other.candidates(m_records[i]);
            QVERIFY(std::ranges::equal(
                one, two, [](const auto &a, const auto &b) { return a.id == b.id && a.score == b.score; }));
        }
    }

    void everyRecordIsLikeItselfAndBothWays()
    {
        for (std::size_t i = 0; i < m_records.size(); ++i) {
            const MatchRecord &record = m_records[i];
            QCOMPARE(matchTotal(record, record), 1.0);
            const MatchRecord &other = m_records[(i * 7 + 1) % m_records.size()];
            QVERIFY(matchScore(record, other) == matchScore(other, record));
            QCOMPARE(matchTotal(record, other), matchScore(record, other).total);
        }
    }

    void candidatesAreThePairsOfOne()
    {
        MatchIndex index;
        for (const MatchRecord &record : m_records)
            index.add(record);
        std::set<IdPair> pairs;
        for (const MatchRecord &record : m_records) {
            double last = 1;
            for (const auto &candidate : index.candidates(record)) {
                QVERIFY(candidate.id != record.id);
                QVERIFY(candidate.score.total <= last && candidate.score.total >= kPerhapsTwins);
                last = candidate.score.total;
                pairs.insert(ordered(record.id, candidate.id));
            }
        }
        QVERIFY(pairs == pairsOf(index, kPerhapsTwins));
    }

    void growsAndShrinks()
    {
        MatchIndex index;
        QVERIFY(index.candidates(named(9, u"Zinzolin"_s, u"15138"_s)).empty());
        index.add(named(1, u"Zinzolin"_s, u"15138"_s));
        index.add(named(2, u"Zinzolin"_s, u"15138"_s));
        QCOMPARE(index.size(), std::size_t(2));
        QCOMPARE(index.candidates(named(9, u"Le Zinzolin"_s, u"15138"_s)).size(), std::size_t(2));
        index.add(named(2, u"La Chouette"_s, u"15138"_s)); // replaced
        QCOMPARE(index.size(), std::size_t(2));
        QCOMPARE(index.candidates(named(9, u"Le Zinzolin"_s, u"15138"_s)).size(), std::size_t(1));
        QCOMPARE(index.find(2)->nameKey, u"chouette"_s);
        index.remove(1);
        index.remove(1);
        QCOMPARE(index.size(), std::size_t(1));
        QVERIFY(!index.find(1));
        QVERIFY(index.candidates(named(9, u"Le Zinzolin"_s, u"15138"_s)).empty());
    }

    void aCrowdedTownIsSearchedByWords()
    {
        MatchIndex index;
        for (AtelierId id = 1; id <= 5000; ++id)
            index.add(named(id, u"Atelier M%1"_s.arg(id, 5, 10, QLatin1Char('0')), u"31555"_s));
        const auto found = index.candidates(named(9999, u"L’atelier m02500"_s, u"31555"_s), kSurelyTwins);
        QVERIFY(!found.empty());
        QCOMPARE(found.front().id, AtelierId(2500));
    }

    void stopsWhenAsked()
    {
        MatchIndex index;
        index.add(named(1, u"Zinzolin"_s));
        JobContext job;
        job.cancel();
        const auto pairs = index.allPairs(kPerhapsTwins, job);
        QVERIFY(!pairs && pairs.error().code == ErrorCode::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestMatchIndex)
#include "test_match_index.moc"
