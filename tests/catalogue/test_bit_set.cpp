#include "catalogue/bit_set.h"

#include <QTest>

#include <random>
#include <set>

using repere::catalogue::BitSet;

/// Against std::set, for sizes around the borders of a word.
class TestBitSet : public QObject
{
    Q_OBJECT

private slots:
    void agreesWithSets_data()
    {
        QTest::addColumn<std::size_t>("size");
        for (const std::size_t size : {0U, 1U, 63U, 64U, 65U, 127U, 128U, 1000U})
            QTest::addRow("%zu", size) << size;
    }
    void agreesWithSets()
    {
        QFETCH(std::size_t, size);
        std::mt19937 random(7);
        BitSet a(size);
        BitSet b(size);
        std::set<std::size_t> inA;
        std::set<std::size_t> inB;
        for (std::size_t row = 0; row < size; ++row) {
            if (random() % 2) {
                a.set(row);
                inA.insert(row);
            }
            if (random() % 3 == 0) {
                b.set(row);
                inB.insert(row);
            }
        }
        const auto rowsOf = [](const BitSet &set) {
            std::set<std::size_t> rows;
            set.forEach([&](std::size_t row) { rows.insert(row); });
            return rows;
        };
        const auto check = [&](const BitSet &set, auto &&wanted) {
            std::set<std::size_t> rows;
            for (std::size_t row = 0; row < size; ++row) {
                if (wanted(row))
                    rows.insert(row);
                QCOMPARE(set.test(row), wanted(row));
            }
            QCOMPARE(set.count(), rows.size());
            QVERIFY(rowsOf(set) == rows);
        };
        check(BitSet(a) &= b, [&](auto row) { return inA.contains(row) && inB.contains(row); });
        check(BitSet(a) |= b, [&](auto row) { return inA.contains(row) || inB.contains(row); });
        check(BitSet(a).subtract(b), [&](auto row) { return inA.contains(row) && !inB.contains(row); });
        QCOMPARE(BitSet::countBoth(a, b), (BitSet(a) &= b).count());
        check(BitSet(size, true), [](auto) { return true; });
        BitSet odd = a;
        odd.filter([](std::size_t row) { return row % 2 == 1; });
        check(odd, [&](auto row) { return inA.contains(row) && row % 2 == 1; });
    }

    void growsEmptyAndShrinksClean()
    {
        BitSet set(70, true);
        set.resize(200);
        QCOMPARE(set.count(), 70U);
        set.resize(65);
        set.resize(200);
        QCOMPARE(set.count(), 65U);
        QVERIFY(!set.test(66));
    }
};

QTEST_GUILESS_MAIN(TestBitSet)
#include "test_bit_set.moc"
