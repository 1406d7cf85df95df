#include "catalogue/support/ateliers.h"
#include "core/collation.h"

#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;
using namespace repere;
using namespace repere::test;
using catalogue::BitSet;

/// Orders against std::stable_sort with the collator itself.
class TestSort : public QObject
{
    Q_OBJECT

private:
    std::vector<Atelier> m_ateliers;
    std::shared_ptr<const catalogue::Catalogue> m_catalogue;

private slots:
    void initTestCase()
    {
        Random random(11);
        m_ateliers = makeAteliers(random, 6000); // enough for the sort of large results
        m_catalogue = build(m_ateliers);
    }

    void agreesWithAPlainSort_data()
    {
        QTest::addColumn<SortKey>("key");
        QTest::addColumn<SortOrder>("order");
        QTest::addColumn<int>("every");
        for (const int every : {1, 7}) {
            for (const auto &[key, name] :
                 {std::pair(SortKey::Name, "name"), std::pair(SortKey::City, "city"),
                  std::pair(SortKey::Distance, "distance"), std::pair(SortKey::Updated, "date"),
                  std::pair(SortKey::Departement, "département")}) {
                QTest::addRow("%s up, every %d", name, every) << key << SortOrder::Ascending << every;
                QTest::addRow("%s down, every %d", name, every) << key << SortOrder::Descending << every;
            }
        }
    }
    void agreesWithAPlainSort()
    {
        QFETCH(SortKey, key);
        QFETCH(SortOrder, order);
        QFETCH(int, every);
        const GeoPoint from{.latitude = 45.1, .longitude = 2.87};
        BitSet rows(m_ateliers.size());
        std::vector<std::uint32_t> expected;
        for (std::size_t row = 0; row < m_ateliers.size(); row += static_cast<std::size_t>(every)) {
            rows.set(row);
            expected.push_back(static_cast<std::uint32_t>(row));
        }
        const FrenchCollation collation;
        const QStringList byName{u"35"_s, u"75"_s, u"15"_s, u"29"_s, u"974"_s, u"01"_s};
        const auto isUnknown = [&](const Atelier &a) {
            return (key == SortKey::City && a.city.isEmpty()) || (key == SortKey::Distance && !a.point)
                   || (key == SortKey::Departement && a.departement.isEmpty())
                   || (key == SortKey::Updated && a.asOf.isEmpty());
        };
        const auto comesFirst = [&](const Atelier &a, const Atelier &b) {
            switch (key) {
            case SortKey::Name: return collation.less(a.name, b.name);
            case SortKey::City: return collation.less(a.city, b.city);
            case SortKey::Departement: return byName.indexOf(a.departement) < byName.indexOf(b.departement);
            case SortKey::Updated: return a.asOf < b.asOf; // ISO text sorts by itself
            case SortKey::Distance:                        // to the centimetre
                return std::lround(distanceMetres(from, *a.point) * 100)
                       < std::lround(distanceMetres(from, *b.point) * 100);
            }
            return false;
        };
        if (key != SortKey::Name) {
            std::ranges::stable_sort(
                expected, [&](auto a, auto b) { return collation.less(m_ateliers[a].name, m_ateliers[b].name); });
        }
        std::ranges::stable_sort(expected, [&](auto rowA, auto rowB) {
            const Atelier &a = m_ateliers[rowA];
            const Atelier &b = m_ateliers[rowB];
            if (isUnknown(a) || isUnknown(b))
                return !isUnknown(a) && isUnknown(b);
            return order == SortOrder::Ascending ? comesFirst(a, b) : comesFirst(b, a);
        });
        QVERIFY(m_catalogue->sorted(rows, key, order, from) == expected);
    }

    void sortsByNameWhenThereIsNothingToMeasureFrom()
    {
        const BitSet all(m_ateliers.size(), true);
        QVERIFY(m_catalogue->sorted(all, SortKey::Distance, SortOrder::Descending, std::nullopt)
                == m_catalogue->sorted(all, SortKey::Name, SortOrder::Ascending, std::nullopt));
    }

    void sortsLikeFrenchReaders()
    {
        const QStringList inOrder{u"Atelier 2"_s, u"Atelier 10"_s, u"École"_s, u"Œuvre"_s, u"Oyonnax"_s, u"Zèbre"_s};
        std::vector<Atelier> ateliers(static_cast<std::size_t>(inOrder.size()));
        for (std::size_t i = 0; i < ateliers.size(); ++i) {
            ateliers[i].id = static_cast<AtelierId>(i + 1);
            ateliers[i].name = inOrder[inOrder.size() - 1 - static_cast<qsizetype>(i)];
        }
        const auto catalogue = build(ateliers);
        QStringList names;
        for (const auto row :
             catalogue->sorted(BitSet(ateliers.size(), true), SortKey::Name, SortOrder::Ascending, std::nullopt))
            names.append(catalogue->summary(row).name);
        QCOMPARE(names, inOrder);
    }

    void mayBeSortedFirstBySeveralThreads()
    {
        const auto catalogue = build(m_ateliers);
        const BitSet all(m_ateliers.size(), true);
        std::array<std::vector<std::uint32_t>, 4> orders;
        {
            std::vector<std::jthread> threads;
            for (auto &order : orders)
                threads.emplace_back(
                    [&] { order = catalogue->sorted(all, SortKey::City, SortOrder::Ascending, std::nullopt); });
        }
        for (const auto &order : orders)
            QVERIFY(order == orders.front());
    }
};

QTEST_GUILESS_MAIN(TestSort)
#include "test_sort.moc"
