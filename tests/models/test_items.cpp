// Facet, result and place models under the model tester.
#include "models/facet_model.h"
#include "models/place_model.h"
#include "models/result_model.h"
#include "models/support/sample_directory.h"

#include <QAbstractItemModelTester>

using namespace repere;
using models::FacetModel;
using models::PlaceModel;
using models::ResultModel;
using testing::SampleWorkspace;

namespace {

const QString kLaser = QStringLiteral("laser-cutter");

QStringList labels(const QAbstractItemModel &model, int rows)
{
    QStringList list;
    for (int row = 0; row < rows; ++row)
        list << model.index(row, 0).data().toString();
    return list;
}

int countOf(const FacetModel &model, const QString &id)
{
    return model.index(model.rowOf(id)).data(FacetModel::CountRole).toInt();
}

} // namespace

class TestItems : public QObject
{
    Q_OBJECT

private slots:
    void facetOrdersByUse()
    {
        SampleWorkspace sample;
        FacetModel model(sample.workspace, sample.words, Facet::Equipment);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(labels(model, 2), (QStringList{QStringLiteral("Imprimante 3D"), QStringLiteral("Découpe laser")}));
        QCOMPARE(model.index(model.rowCount() - 1).data(FacetModel::IdRole).toString(), QString(kUnknown));
        QCOMPARE(countOf(model, QString(kUnknown)), 2);
    }

    void onlyAnOwnClickKeepsTheOrder()
    {
        SampleWorkspace sample;
        FacetModel model(sample.workspace, sample.words, Facet::Equipment);
        const QStringList byUse{QStringLiteral("Imprimante 3D"), QStringLiteral("Découpe laser")};
        Filter nothing;
        nothing.text = QStringLiteral("zeste hall32");
        nothing[Facet::Equipment].values = {kLaser};
        QVERIFY(sample.filter(nothing));
        QVERIFY(labels(model, 2) != byUse); // nothing counts: by name
        QVERIFY(sample.filter({}));
        QCOMPARE(labels(model, 2), byUse);
        Filter makerspaces;
        makerspaces[Facet::Type].values = {QStringLiteral("makerspace")};
        QVERIFY(sample.filter(makerspaces));
        const QStringList before = labels(model, model.rowCount());
        model.toggle(model.rowOf(kLaser)); // nothing moves under the pointer
        QVERIFY(sample.answered());
        QCOMPARE(labels(model, model.rowCount()), before);
    }

    void regionsAreAlphabetical()
    {
        SampleWorkspace sample;
        FacetModel model(sample.workspace, sample.words, Facet::Region);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(labels(model, 2), (QStringList{QStringLiteral("Auvergne-Rhône-Alpes"), QStringLiteral("Bretagne")}));
    }

    void countsFollowInPlace()
    {
        SampleWorkspace sample;
        FacetModel regions(sample.workspace, sample.words, Facet::Region);
        FacetModel equipment(sample.workspace, sample.words, Facet::Equipment);
        QAbstractItemModelTester tester(&regions, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QAbstractItemModelTester second(&equipment, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy resets(&equipment, &FacetModel::modelReset);
        QSignalSpy changed(&equipment, &FacetModel::dataChanged);
        regions.toggle(regions.rowOf(QStringLiteral("53")));
        QVERIFY(sample.answered());
        QCOMPARE(countOf(equipment, kLaser), 2);
        QVERIFY(changed.count() > 0);
        QCOMPARE(resets.count(), 0);
        // A facet's own choice does not change its counts: another région may still be chosen.
        QCOMPARE(countOf(regions, QStringLiteral("84")), 3);
        QVERIFY(regions.index(regions.rowOf(QStringLiteral("53"))).data(FacetModel::CheckedRole).toBool());
    }

    void rowsStayUnderAClick()
    {
        SampleWorkspace sample;
        FacetModel model(sample.workspace, sample.words, Facet::Type);
        const QStringList before = labels(model, model.rowCount());
        model.toggle(model.rowOf(QStringLiteral("hackerspace")));
        QVERIFY(sample.answered());
        QCOMPARE(labels(model, model.rowCount()), before);
    }

    void exclusionIsItsOwnState()
    {
        SampleWorkspace sample;
        FacetModel model(sample.workspace, sample.words, Facet::Equipment);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const int row = model.rowOf(kLaser);
        model.toggleExcluded(row);
        QVERIFY(sample.answered());
        QCOMPARE(sample.workspace.result()->count(), 4);
        QCOMPARE(model.index(row).data(Qt::CheckStateRole).value<Qt::CheckState>(), Qt::PartiallyChecked);
        model.toggle(row); // takes it back
        QVERIFY(sample.workspace.filter().isEmpty());
        QVERIFY(model.setData(model.index(row), Qt::Checked, Qt::CheckStateRole));
        QCOMPARE(sample.workspace.filter()[Facet::Equipment].values, QStringList{kLaser});
    }

    void resultRowsAndRoles()
    {
        SampleWorkspace sample;
        ResultModel model(sample.workspace, sample.words);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(labels(model, 4), (QStringList{QStringLiteral("Atelier 2"), QStringLiteral("Atelier 10"),
                                                QStringLiteral("École du faire"), QStringLiteral("Hall32")}));
        Filter filter;
        filter[Facet::Equipment].values << kLaser;
        QVERIFY(sample.filter(filter));
        QCOMPARE(model.rowCount(), 3);
        const QModelIndex brest = model.index(0, ResultModel::PlaceColumn);
        QCOMPARE(brest.data(ResultModel::WhereRole).toString(), QStringLiteral("Brest · Finistère"));
        // What was asked for comes first, whatever the order of the source.
        QCOMPARE(brest.data(ResultModel::EquipmentRole).toStringList().first(), QStringLiteral("Découpe laser"));
        QCOMPARE(brest.data(ResultModel::MatchedRole).toInt(), 1);
        QCOMPARE(brest.data(ResultModel::DistanceRole).toString(), QString());
        QCOMPARE(brest.data(ResultModel::PrecisionRole).toString(), QStringLiteral("commune"));
        QCOMPARE(model.rowOf(brest.data(ResultModel::IdRole).toLongLong()), 0);
        QCOMPARE(model.rowOf(sample.idOf(QStringLiteral("nobody"))), -1);
    }

    void resultSortsThroughTheWorkspace()
    {
        SampleWorkspace sample;
        ResultModel model(sample.workspace, sample.words);
        QSignalSpy reset(&model, &ResultModel::modelReset);
        model.sort(ResultModel::CityColumn, Qt::AscendingOrder);
        QVERIFY(reset.wait());
        QCOMPARE(model.index(0, ResultModel::CityColumn).data().toString(), QStringLiteral("Aubière"));
    }

    void distancesShowWithAPlace()
    {
        SampleWorkspace sample;
        ResultModel model(sample.workspace, sample.words);
        Filter filter;
        filter.near = Near{{45.7772, 3.0870}, 30'000, QStringLiteral("Clermont-Ferrand (63)")};
        QVERIFY(sample.filter(filter));
        QCOMPARE(model.rowCount(), 2);
        QVERIFY(model.index(0, ResultModel::DistanceColumn).data().toString().contains(QStringLiteral("m")));
    }

    void placesComplete()
    {
        PlaceModel model(testing::shippedKnowledge(), models::Words(testing::shippedKnowledge(), true));
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setWords(QStringLiteral("m"));
        QCOMPARE(model.rowCount(), 0); // one letter is no name
        model.setWords(QStringLiteral("clermont-fer"));
        QVERIFY(model.rowCount() > 0);
        QCOMPARE(model.candidate(0).commune, QStringLiteral("63113"));
        model.setWords(QStringLiteral("15300"));
        QVERIFY(model.rowCount() > 0);
    }
};

QTEST_MAIN(TestItems)
#include "test_items.moc"
