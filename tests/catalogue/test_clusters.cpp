#include "catalogue/support/ateliers.h"

#include <QTest>

#include <cmath>
#include <map>

using namespace Qt::StringLiterals;
using namespace repere;
using namespace repere::test;
using catalogue::BitSet;

namespace {

/// The clusters of the whole world, made as simply as possible: one group per cell of the grid, then all pairs that are
/// each other's nearest and too close become one, again and again.
struct Oracle {
    struct Group {
        std::vector<std::size_t> rows;
        double x = 0;
        double y = 0;
        std::size_t first = 0;
    };
    std::vector<Group> groups;
    double cell = 0;
    std::map<std::size_t, std::pair<std::int64_t, std::int64_t>> cellOf;

    Oracle(const std::vector<Atelier> &ateliers, const BitSet &rows, double zoom, double pixels)
        : cell(0x1p32 * pixels / (256 * std::exp2(zoom)))
    {
        std::map<std::pair<std::int64_t, std::int64_t>, Group> cells;
        rows.forEach([&](std::size_t row) {
            if (!ateliers[row].point)
                return;
            const auto [x, y] = unitsOf(*ateliers[row].point);
            cellOf[row] = {static_cast<std::int64_t>(x / cell), static_cast<std::int64_t>(y / cell)};
            cells[cellOf[row]].rows.push_back(row);
        });
        for (auto &[key, group] : cells)
            groups.push_back(std::move(group));
        for (bool changed = true; changed;) {
            changed = false;
            for (Group &group : groups)
                place(group, ateliers);
            const auto nearest = [&](std::size_t i) {
                std::tuple<double, std::size_t, std::size_t> best{cell * cell, 0, groups.size()};
                for (std::size_t j = 0; j < groups.size(); ++j) {
                    const double dx = groups[j].x - groups[i].x;
                    const double dy = groups[j].y - groups[i].y;
                    const double distance2 = dx * dx + dy * dy;
                    if (j != i && distance2 < cell * cell)
                        best = std::min(best, std::tuple(distance2, groups[j].first, j));
                }
                return std::get<2>(best);
            };
            std::vector<std::size_t> choices;
            for (std::size_t i = 0; i < groups.size(); ++i)
                choices.push_back(nearest(i));
            for (std::size_t i = 0; i < groups.size(); ++i) {
                const std::size_t j = choices[i];
                if (j < groups.size() && i < j && choices[j] == i) {
                    std::ranges::copy(groups[j].rows, std::back_inserter(groups[i].rows));
                    groups[j].rows.clear();
                    changed = true;
                }
            }
            std::erase_if(groups, [](const Group &group) { return group.rows.empty(); });
        }
    }

    static std::pair<double, double> unitsOf(GeoPoint point)
    {
        const MercatorPoint mercator = toMercator(point);
        return {std::round(mercator.x * 0x1p32), std::round(mercator.y * 0x1p32)};
    }

    static void place(Group &group, const std::vector<Atelier> &ateliers)
    {
        std::ranges::sort(group.rows);
        group.first = group.rows.front();
        std::uint64_t x = 0;
        std::uint64_t y = 0;
        for (const std::size_t row : group.rows) {
            const auto [unitX, unitY] = unitsOf(*ateliers[row].point);
            x += static_cast<std::uint64_t>(unitX);
            y += static_cast<std::uint64_t>(unitY);
        }
        group.x = static_cast<double>(x) / static_cast<double>(group.rows.size());
        group.y = static_cast<double>(y) / static_cast<double>(group.rows.size());
    }
};

double pixelsBetween(GeoPoint a, GeoPoint b, double zoom)
{
    const MercatorPoint ma = toMercator(a);
    const MercatorPoint mb = toMercator(b);
    return std::hypot(ma.x - mb.x, ma.y - mb.y) * 256 * std::exp2(zoom);
}

/// What a window of this size shows.
GeoBox viewAround(GeoPoint centre, double zoom, double width, double height)
{
    const MercatorPoint middle = toMercator(centre);
    const double pixel = 1 / (256 * std::exp2(zoom));
    const GeoPoint nw = fromMercator({.x = middle.x - width / 2 * pixel, .y = middle.y - height / 2 * pixel});
    const GeoPoint se = fromMercator({.x = middle.x + width / 2 * pixel, .y = middle.y + height / 2 * pixel});
    return {.west = nw.longitude, .south = se.latitude, .east = se.longitude, .north = nw.latitude};
}

} // namespace

class TestClusters : public QObject
{
    Q_OBJECT

private:
    std::vector<Atelier> m_ateliers;
    std::shared_ptr<const catalogue::Catalogue> m_catalogue;

private slots:
    void initTestCase()
    {
        Random random(56);
        m_ateliers = makeAteliers(random, 3000);
        m_catalogue = build(m_ateliers);
    }

    void areTheSameFromEveryView_data()
    {
        QTest::addColumn<double>("zoom");
        QTest::addColumn<double>("pixels");
        QTest::addColumn<int>("every");
        QTest::newRow("Europe") << 4.0 << 56.0 << 1;
        QTest::newRow("France") << 6.0 << 56.0 << 1;
        QTest::newRow("between zooms") << 7.37 << 56.0 << 1;
        QTest::newRow("a région") << 8.0 << 56.0 << 1;
        QTest::newRow("few selected") << 7.0 << 56.0 << 9;
        QTest::newRow("a département") << 9.5 << 56.0 << 1;
        QTest::newRow("a town") << 12.0 << 56.0 << 1;
        QTest::newRow("a street") << 19.0 << 56.0 << 1;
        QTest::newRow("large signs") << 6.0 << 120.0 << 1;
    }
    /// 225 random views in all: what each gets is exactly those of the world's clusters with a member in its cells.
    void areTheSameFromEveryView()
    {
        QFETCH(double, zoom);
        QFETCH(double, pixels);
        QFETCH(int, every);
        BitSet rows(m_ateliers.size());
        for (std::size_t row = 0; row < m_ateliers.size(); row += static_cast<std::size_t>(every))
            rows.set(row);
        const Oracle oracle(m_ateliers, rows, zoom, pixels);
        const auto world = m_catalogue->clusters(rows, {-180, -90, 180, 90}, zoom, pixels);
        QCOMPARE(world.size(), oracle.groups.size());

        Random random(200);
        for (int i = 0; i < 25; ++i) {
            const Atelier &middle =
                m_ateliers[static_cast<std::size_t>(pick(random, static_cast<int>(m_ateliers.size())))];
            const GeoBox view = viewAround(middle.point.value_or(GeoPoint{46, 2}), zoom, 300 + pick(random, 900),
                                           200 + pick(random, 600));
            const auto clusters = m_catalogue->clusters(rows, view, zoom, pixels);
            const auto [west, north] = Oracle::unitsOf({.latitude = view.north, .longitude = view.west});
            const auto [east, south] = Oracle::unitsOf({.latitude = view.south, .longitude = view.east});
            const auto touches = [&](std::size_t row) {
                const auto [x, y] = oracle.cellOf.at(row);
                return x >= std::floor(west / oracle.cell) && x <= std::floor(east / oracle.cell)
                       && y >= std::floor(north / oracle.cell) && y <= std::floor(south / oracle.cell);
            };
            int expectedSum = 0;
            std::vector<AtelierId> expected;
            for (const Oracle::Group &group : oracle.groups) {
                if (std::ranges::any_of(group.rows, touches)) {
                    expected.push_back(m_ateliers[group.first].id);
                    expectedSum += static_cast<int>(group.rows.size());
                }
            }
            std::ranges::sort(expected);
            std::vector<AtelierId> ids;
            int sum = 0;
            for (const Cluster &cluster : clusters) {
                ids.push_back(cluster.id);
                sum += cluster.count;
                QVERIFY2(std::ranges::contains(world, cluster), "not one of the world's");
            }
            QVERIFY(ids == expected);
            QCOMPARE(sum, expectedSum);
        }
    }

    /// A directory so large that several threads gather its rows, of which the same are chosen.
    void areTheSameWhereThreadsGatherThem()
    {
        constexpr std::size_t kEvery = 80;
        std::vector<Atelier> many;
        BitSet chosen(m_ateliers.size() * kEvery);
        for (const Atelier &atelier : m_ateliers) {
            for (std::size_t i = 0; i < kEvery; ++i) {
                many.push_back(i == 0 ? atelier : Atelier());
                many.back().id = static_cast<AtelierId>(many.size());
            }
            chosen.set(many.size() - kEvery);
        }
        const auto large = build(many);
        const BitSet all(m_ateliers.size(), true);
        const GeoBox view = viewAround({46.6, 2.4}, 6, 900, 700);
        for (const double zoom : {4.0, 6.0, 7.5, 9.0}) {
            auto clusters = m_catalogue->clusters(all, view, zoom);
            for (Cluster &cluster : clusters)
                cluster.id =
                    static_cast<AtelierId>(static_cast<std::size_t>(m_catalogue->rowOf(cluster.id)) * kEvery + 1);
            const auto gathered = large->clusters(chosen, view, zoom);
            QVERIFY(gathered.size() > 3);
            QVERIFY(gathered == clusters);
        }
    }

    void keepTheirDistanceAndHoldTheirMembers()
    {
        const BitSet all(m_ateliers.size(), true);
        for (const double zoom : {3.0, 5.0, 6.5, 8.0, 10.0, 14.0}) {
            const auto clusters = m_catalogue->clusters(all, {-180, -90, 180, 90}, zoom);
            int sum = 0;
            for (std::size_t i = 0; i < clusters.size(); ++i) {
                const Cluster &cluster = clusters[i];
                sum += cluster.count;
                for (std::size_t j = 0; j < i; ++j)
                    QVERIFY(pixelsBetween(cluster.centre, clusters[j].centre, zoom) > 55.999);
                QVERIFY(cluster.bounds.contains(cluster.centre));
                QVERIFY(cluster.bounds.contains(
                    *m_catalogue->point(static_cast<std::size_t>(m_catalogue->rowOf(cluster.id)))));
                int types = 0;
                for (std::size_t t = 0; t < cluster.types.size(); ++t) {
                    types += cluster.types[t].count;
                    QVERIFY(t == 0 || cluster.types[t].count <= cluster.types[t - 1].count);
                }
                QCOMPARE(types, cluster.count);
            }
            QCOMPARE(sum, std::ranges::count_if(m_ateliers, [](const Atelier &a) { return a.point.has_value(); }));
        }
    }

    void tellOfALonePlace()
    {
        const auto lone = [](PositionPrecision precision, const QStringList &types) {
            Atelier atelier;
            atelier.id = 42;
            atelier.types = types;
            atelier.precision = precision;
            atelier.point = GeoPoint{.latitude = 45.11, .longitude = 2.868};
            const auto clusters = build({atelier})->clusters(BitSet(1, true), {2, 45, 3, 46}, 9);
            return clusters.size() == 1 ? clusters.front() : Cluster{};
        };
        const Cluster exact = lone(PositionPrecision::Exact, {u"coworking"_s, u"fablab"_s});
        QCOMPARE(exact.id, 42);
        QCOMPARE(exact.count, 1);
        QVERIFY(exact.centre == (GeoPoint{.latitude = 45.11, .longitude = 2.868}));
        QVERIFY(!exact.approximate);
        QVERIFY(exact.types == (std::vector<Cluster::TypeCount>{{u"coworking"_s, 1}}));
        QVERIFY(lone(PositionPrecision::Commune, {}).approximate);
        QVERIFY(lone(PositionPrecision::Approximate, {}).approximate);
        QCOMPARE(lone(PositionPrecision::Exact, {}).types.front().type, QString(kUnknown));
    }

    void keepPlacesOnOneSpotTogether()
    {
        std::vector<Atelier> ateliers(3);
        for (std::size_t i = 0; i < 3; ++i) {
            ateliers[i].id = static_cast<AtelierId>(i + 1);
            ateliers[i].point = GeoPoint{.latitude = 48.85, .longitude = 2.35};
        }
        const auto clusters = build(ateliers)->clusters(BitSet(3, true), {2, 48, 3, 49}, 30);
        QCOMPARE(clusters.size(), 1U);
        QCOMPARE(clusters.front().count, 3);
        QVERIFY(distanceMetres(clusters.front().centre, *ateliers[0].point) < 0.02);
    }

    void areNoneWhereThereIsNothing()
    {
        const BitSet all(m_ateliers.size(), true);
        QVERIFY(m_catalogue->clusters(BitSet(m_ateliers.size()), {-180, -90, 180, 90}, 5).empty());
        QVERIFY(m_catalogue->clusters(all, {100, 10, 110, 20}, 9).empty());
    }
};

QTEST_GUILESS_MAIN(TestClusters)
#include "test_clusters.moc"
