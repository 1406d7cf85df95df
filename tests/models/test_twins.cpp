// The questions about twins and the two sides of one, under the model tester.
#include "core/field_value.h"
#include "directory/atelier_fields.h"
#include "models/field_words.h"
#include "models/support/sample_directory.h"
#include "models/twin_comparison.h"
#include "models/twin_model.h"

#include <QAbstractItemModelTester>

using namespace repere;
using models::TwinComparison;
using models::TwinModel;
using namespace Qt::StringLiterals;

namespace {

Atelier lab(AtelierId id, const QString &name, const QString &phone = {})
{
    Atelier atelier = testing::place(name, u"35000"_s, u"Rennes"_s, {u"fablab"_s}, {});
    atelier.id = id;
    atelier.phone = phone;
    return atelier;
}

TwinPair pair(AtelierId first, AtelierId second, double score, std::int64_t waiting = 0)
{
    return {.first = lab(first, u"Zeste"_s, u"01"_s),
            .second = lab(second, u"Le Zeste"_s),
            .waiting = waiting,
            .score = score,
            .parts = u"[{\"kind\":\"name\",\"value\":0.7,\"weight\":1}]"_s};
}

models::Words words()
{
    return {testing::shippedKnowledge(), true};
}

int rowOf(const TwinComparison &sides, const QString &field)
{
    for (int row = 0; row < sides.rowCount(); ++row)
        if (sides.index(row, 0).data().toString() == models::fieldName(field, words()))
            return row;
    return -1;
}

bool ticked(const TwinComparison &sides, int row, TwinComparison::Column column)
{
    return sides.index(row, column).data(Qt::CheckStateRole).toInt() == Qt::Checked;
}

} // namespace

class TestTwins : public QObject
{
    Q_OBJECT

private slots:
    void theListSaysHowAlikeAndWhy()
    {
        TwinModel model(words());
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setPairs({pair(1, 0, 0.91, 7), pair(1, 2, 0.8), pair(0, 0, 0.7, 8)});
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.waitingCount(), 2);
        QCOMPARE(model.rowsFrom(0.8), (std::vector<int>{0, 1}));
        QVERIFY(model.index(0, TwinModel::Likeness).data().toString().startsWith(u"91"_s));
        QVERIFY(model.index(1, TwinModel::Second).data().toString().contains(u"Le Zeste"_s));
        QVERIFY(!model.index(0, TwinModel::Why).data().toString().isEmpty());
        QVERIFY(!model.index(2, TwinModel::First).data().toString().contains(u"Zeste"_s)); // that place is gone
    }

    void answersLeaveTheList()
    {
        TwinModel model(words());
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setPairs({pair(1, 0, 0.9, 7), pair(1, 2, 0.8), pair(2, 3, 0.75), pair(3, 4, 0.7)});
        model.remove({{.same = false, .first = 3, .second = 4}});
        QCOMPARE(model.rowCount(), 3);
        // 2 became part of 1: what was asked of 2 is no question any more.
        model.remove({{.same = true, .first = 1, .second = 2}});
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.at(0).waiting, 7);
        model.remove({{.same = true, .first = 1, .second = 0, .waiting = 7}});
        QCOMPARE(model.rowCount(), 0);
    }

    void theSidesTickWhatTheMergedPlaceShows()
    {
        TwinComparison sides(words());
        QAbstractItemModelTester tester(&sides, QAbstractItemModelTester::FailureReportingMode::QtTest);
        sides.show(pair(1, 2, 0.8), {});
        const int name = rowOf(sides, u"name"_s);
        const int city = rowOf(sides, u"city"_s);
        QVERIFY(name >= 0 && city >= 0);
        QCOMPARE(rowOf(sides, u"surface"_s), -1); // nobody says it
        QVERIFY(sides.index(name, 1).data(TwinComparison::DiffersRole).toBool());
        QVERIFY(!sides.index(city, 1).data(TwinComparison::DiffersRole).toBool());
        QVERIFY(!sides.index(city, 1).data(Qt::CheckStateRole).isValid());
        QVERIFY(ticked(sides, name, TwinComparison::First) && !ticked(sides, name, TwinComparison::Second));
        QVERIFY(!sides.result());
    }

    void aTickChoosesTheOtherValue()
    {
        TwinComparison sides(words());
        sides.show(pair(1, 2, 0.8), {});
        const int name = rowOf(sides, u"name"_s);
        QVERIFY(sides.setData(sides.index(name, TwinComparison::Second), Qt::Checked, Qt::CheckStateRole));
        QVERIFY(!ticked(sides, name, TwinComparison::First) && ticked(sides, name, TwinComparison::Second));
        QVERIFY(sides.result());
        QCOMPARE(sides.result()->name, u"Le Zeste"_s);
        QCOMPARE(sides.result()->phone, u"01"_s);   // the rest settles by itself
        sides.choose(name, TwinComparison::Second); // the same again: as it was
        QVERIFY(!sides.result());
        QVERIFY(!sides.setData(sides.index(rowOf(sides, u"city"_s), 1), Qt::Checked, Qt::CheckStateRole));
    }

    void fieldsReadAsPeopleSayThem()
    {
        QCOMPARE(models::fieldValueText(u"types"_s, u"fablab"_s, words()), words().label(Facet::Type, u"fablab"_s));
        QCOMPARE(models::fieldValueText(u"as_of"_s, u"2024-05-31"_s, words()), u"31/05/2024"_s);
        QVERIFY(models::fieldValueText(u"position"_s, u"45.1|2.5|exact|"_s, words()).contains(u"45,1"_s));
        QCOMPARE(models::fieldValueText(u"phone"_s, u"01"_s, words()), u"01"_s);
        QCOMPARE(models::sourceText(u"CGET 2019"_s), u"CGET 2019"_s);
        QVERIFY(!models::sourceText(kByHand).contains(u"repere"_s));
    }
};

QTEST_MAIN(TestTwins)
#include "test_twins.moc"
