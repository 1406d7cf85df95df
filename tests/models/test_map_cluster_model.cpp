// Signs of the map: exact change signals, and which sign holds a place.
#include "models/map_cluster_model.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace repere;
using models::MapClusterModel;
using models::MapSign;

namespace {

MapSign lone(AtelierId id, GeoPoint at)
{
    return {.cluster = {.centre = at,
                        .bounds = GeoBox::around(at),
                        .count = 1,
                        .id = id,
                        .types = {{QStringLiteral("fablab"), 1}}},
            .name = QStringLiteral("Place %1").arg(id)};
}

MapSign several(AtelierId id, int count, GeoBox bounds)
{
    return {.cluster = {.centre = bounds.centre(),
                        .bounds = bounds,
                        .count = count,
                        .id = id,
                        .types = {{QStringLiteral("fablab"), count}}}};
}

QList<AtelierId> ids(const QAbstractItemModel &model)
{
    QList<AtelierId> list;
    for (int row = 0; row < model.rowCount(); ++row)
        list << model.index(row, 0).data(MapClusterModel::AtelierIdRole).toLongLong();
    return list;
}

/// What was announced, in order: "-0..1", "+2..2", "~1".
class Journal : public QObject
{
public:
    explicit Journal(const QAbstractItemModel &model)
    {
        connect(&model, &QAbstractItemModel::rowsRemoved, this, [this](const QModelIndex &, int first, int last) {
            lines << QStringLiteral("-%1..%2").arg(first).arg(last);
        });
        connect(&model, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &, int first, int last) {
            lines << QStringLiteral("+%1..%2").arg(first).arg(last);
        });
        connect(&model, &QAbstractItemModel::dataChanged, this,
                [this](const QModelIndex &first, const QModelIndex &, const QList<int> &roles) {
                    QString names;
                    for (const int role : roles)
                        names += u' ' + QString::fromLatin1(first.model()->roleNames().value(role));
                    lines << QStringLiteral("~%1%2").arg(first.row()).arg(names);
                });
        connect(&model, &QAbstractItemModel::modelReset, this, [this] { lines << QStringLiteral("reset"); });
    }
    QStringList take() { return std::exchange(lines, {}); }

private:
    QStringList lines;
};

} // namespace

class TestMapClusterModel : public QObject
{
    Q_OBJECT

private slots:
    void glidesFromTheSignThatHeldIt()
    {
        const auto sign = [](GeoPoint centre, GeoBox bounds, int count, AtelierId id) {
            return MapSign{.cluster = {.centre = centre, .bounds = bounds, .count = count, .id = id, .types = {}}};
        };
        const MapSign parent = sign({47, 2}, {1, 46, 3, 48}, 3, 1);
        const MapSign elsewhere = sign({44, 5}, GeoBox::around({44, 5}), 1, 9);
        const MapSign pair = sign({47.6, 1.5}, {1.2, 47.5, 1.8, 47.8}, 2, 1);
        const MapSign lone = sign({46.2, 2.8}, GeoBox::around({46.2, 2.8}), 1, 3);
        MapClusterModel model(nullptr);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setSigns({parent, elsewhere});
        const QPersistentModelIndex stays = model.index(model.rowOf(elsewhere.cluster));
        const auto latitudeOf = [&model](const Cluster &cluster) {
            return model.index(model.rowOf(cluster)).data(MapClusterModel::LatitudeRole).toDouble();
        };

        // Closer: the row of the parent becomes one part; the other starts where the parent was.
        QList<double> starts;
        const auto inserted =
            connect(&model, &QAbstractItemModel::rowsInserted, this, [&](const QModelIndex &, int first) {
                starts << model.index(first).data(MapClusterModel::LatitudeRole).toDouble();
            });
        model.glideTo({pair, lone, elsewhere});
        QCOMPARE(starts, QList<double>{47});
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(latitudeOf(pair.cluster), 47.6);
        QCOMPARE(latitudeOf(lone.cluster), 46.2);
        QCOMPARE(stays.row(), model.rowOf(elsewhere.cluster));
        disconnect(inserted);

        // Farther: one part becomes the parent, the other ends there and leaves.
        model.glideTo({parent, elsewhere});
        QCOMPARE(model.rowCount(), 3);
        int leaving = 0;
        for (int row = 0; row < model.rowCount(); ++row) {
            if (!model.isLeaving(row))
                continue;
            ++leaving;
            QCOMPARE(model.index(row).data(MapClusterModel::LatitudeRole).toDouble(), 47.0);
            QVERIFY(model.rowHolding(lone.cluster.id, lone.cluster.centre) != row);
        }
        QCOMPARE(leaving, 1);
        model.dropLeaving();
        QCOMPARE(model.rowCount(), 2);
        QVERIFY(model.rowOf(parent.cluster) >= 0);

        // What is asked anew before a leaving sign has gone takes its row.
        model.glideTo({pair, lone, elsewhere});
        model.glideTo({parent, elsewhere});
        model.setSigns({pair, lone, elsewhere});
        QCOMPARE(model.rowCount(), 3);
        for (int row = 0; row < model.rowCount(); ++row)
            QVERIFY(!model.isLeaving(row));
    }

    void firstSignsAreInserted()
    {
        MapClusterModel model(nullptr);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        Journal journal(model);
        model.setSigns({lone(1, {48, 2}), lone(2, {47, 2})});
        QCOMPARE(journal.take(), QStringList{QStringLiteral("+0..1")});
        QCOMPARE(ids(model), (QList<AtelierId>{1, 2}));
        QCOMPARE(model.index(0).data(MapClusterModel::NameRole).toString(), QStringLiteral("Place 1"));
        model.setSigns({});
        QCOMPARE(journal.take(), QStringList{QStringLiteral("-0..1")});
    }

    void whatStaysKeepsItsRow()
    {
        MapClusterModel model(nullptr);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setSigns({lone(1, {48, 1}), lone(2, {48, 2}), lone(3, {48, 3}), lone(4, {48, 4}), lone(5, {48, 5})});
        Journal journal(model);
        // 1, 2 and 4 go; 6 takes the row of the first of them.
        model.setSigns({lone(3, {48, 3}), lone(6, {48, 6}), lone(5, {48, 5})});
        QCOMPARE(journal.take(), (QStringList{QStringLiteral("~0 name figure latitude longitude atelierId spoken"),
                                              QStringLiteral("-3..3"), QStringLiteral("-1..1")}));
        QCOMPARE(ids(model), (QList<AtelierId>{6, 3, 5}));
        model.setSigns({lone(5, {48, 5}), lone(6, {48, 6}), lone(3, {48, 3})});
        QCOMPARE(journal.take(), QStringList());
    }

    void onlyWhatChangedIsTold()
    {
        MapClusterModel model(nullptr);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setSigns({lone(1, {48, 1}), lone(2, {48, 2})});
        Journal journal(model);
        MapSign renamed = lone(2, {48, 2});
        renamed.name = QStringLiteral("Other");
        renamed.label = models::MapLabel::Left;
        model.setSigns({lone(1, {48, 1}), renamed});
        QCOMPARE(journal.take(), QStringList{QStringLiteral("~1 name labelSide")});
        // Another count at the same place is another sign.
        model.setSigns({lone(1, {48, 1}), several(2, 3, GeoBox::around({48, 2}))});
        QCOMPARE(model.index(1).data(MapClusterModel::CountRole).toInt(), 3);
        QVERIFY(journal.take().first().contains(QStringLiteral("count")));
    }

    void marksFollowThePlace()
    {
        MapClusterModel model(nullptr);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const GeoPoint place{48.4, 2.4};
        model.setSigns({lone(1, {47, 1}), lone(9, place)});
        Journal journal(model);
        model.setSelected(9, place);
        QCOMPARE(journal.take(), QStringList{QStringLiteral("~1 selected")});
        model.setHovered(1, GeoPoint{47, 1});
        QCOMPARE(journal.take(), QStringList{QStringLiteral("~0 hovered")});
        // Zooming out: the place is now one of a cluster whose id is that of another member.
        model.setSigns({lone(1, {47, 1}), several(3, 4, {2, 48, 3, 49})});
        QCOMPARE(journal.take().size(), 1); // the sign itself; it was gold and stays so
        QVERIFY(model.index(1).data(MapClusterModel::SelectedRole).toBool());
        model.setSelected(0, std::nullopt);
        QCOMPARE(journal.take(), QStringList{QStringLiteral("~1 selected")});
        QVERIFY(!model.index(1).data(MapClusterModel::SelectedRole).toBool());
    }

    void ofOverlappingClustersTheNearestHolds()
    {
        MapClusterModel model(nullptr);
        model.setSigns({several(1, 5, {0, 44, 4, 48}), several(2, 2, {3, 47, 5, 49}), lone(3, {47.5, 3.5})});
        model.setSelected(77, GeoPoint{47.6, 3.6});
        QVERIFY(model.index(1).data(MapClusterModel::SelectedRole).toBool());
        QVERIFY(!model.index(0).data(MapClusterModel::SelectedRole).toBool());
        QVERIFY(!model.index(2).data(MapClusterModel::SelectedRole).toBool());
        model.setSelected(78, std::nullopt); // a place without position
        for (int row = 0; row < model.rowCount(); ++row)
            QVERIFY(!model.index(row).data(MapClusterModel::SelectedRole).toBool());
    }

    void anyUpdateEndsInTheNewSigns()
    {
        QRandomGenerator random(20261122);
        MapClusterModel model(nullptr);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        for (int round = 0; round < 200; ++round) {
            std::vector<MapSign> signs;
            for (AtelierId id = 1; id <= 40; ++id) {
                if (random.bounded(2))
                    signs.push_back(lone(id, {45.0 + static_cast<double>(id) / 10, 2.0 + random.bounded(2)}));
            }
            std::ranges::shuffle(signs, random);
            model.setSelected(random.bounded(1, 41), std::nullopt);
            model.setSigns(signs);
            QCOMPARE(model.rowCount(), static_cast<int>(signs.size()));
            for (const MapSign &sign : signs) {
                bool found = false;
                for (int row = 0; !found && row < model.rowCount(); ++row)
                    found = model.at(row) == sign;
                QVERIFY(found);
            }
        }
        QCOMPARE(resets.count(), 0);
    }
};

QTEST_GUILESS_MAIN(TestMapClusterModel)
#include "test_map_cluster_model.moc"
