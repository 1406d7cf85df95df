#include "core/class_breaks.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace repere;

class TestClassBreaks : public QObject
{
    Q_OBJECT

    using Numbers = std::vector<double>;

private slots:
    void quantiles_data()
    {
        QTest::addColumn<Numbers>("values");
        QTest::addColumn<int>("classes");
        QTest::addColumn<Numbers>("breaks");
        QTest::newRow("quarters") << Numbers{8, 1, 2, 3, 4, 5, 6, 7} << 4 << Numbers{3, 5, 7};
        QTest::newRow("none") << Numbers{} << 4 << Numbers{};
        QTest::newRow("one value") << Numbers{7} << 4 << Numbers{};
        QTest::newRow("all the same") << Numbers{7, 7, 7, 7} << 3 << Numbers{};
        QTest::newRow("many repeat") << Numbers{1, 1, 1, 1, 1, 2, 9} << 4 << Numbers{2, 9};
        QTest::newRow("one class") << Numbers{1, 2, 3} << 1 << Numbers{};
    }
    void quantiles()
    {
        QFETCH(Numbers, values);
        QFETCH(int, classes);
        QFETCH(Numbers, breaks);
        QCOMPARE(quantileBreaks(values, classes), breaks);
    }

    void quantilesOfDifferentValuesAreEqualInNumber()
    {
        std::mt19937_64 random(5);
        for (int classes = 2; classes <= 7; ++classes) {
            Numbers values(101);
            for (double &value : values)
                value = static_cast<double>(random() >> 11);
            const Numbers breaks = quantileBreaks(values, classes);
            QCOMPARE(static_cast<int>(breaks.size()), classes - 1);
            std::vector<int> members(static_cast<std::size_t>(classes));
            for (const double value : values)
                ++members[static_cast<std::size_t>(classOf(value, breaks))];
            QVERIFY(*std::ranges::max_element(members) - *std::ranges::min_element(members) <= 1);
        }
    }

    void equalWidths()
    {
        QCOMPARE(equalBreaks(Numbers{0, 3, 12}, 4), (Numbers{3, 6, 9}));
        QCOMPARE(equalBreaks(Numbers{5, 5}, 4), Numbers());
        QCOMPARE(equalBreaks(Numbers{}, 4), Numbers());
    }

    void aValueBelongsToOneClass()
    {
        const Numbers breaks{3, 6};
        QCOMPARE(classOf(-1, breaks), 0);
        QCOMPARE(classOf(2.99, breaks), 0);
        QCOMPARE(classOf(3, breaks), 1);
        QCOMPARE(classOf(6, breaks), 2);
        QCOMPARE(classOf(1e9, breaks), 2);
        QCOMPARE(classOf(5, {}), 0);
    }
};

QTEST_APPLESS_MAIN(TestClassBreaks)
#include "test_class_breaks.moc"
