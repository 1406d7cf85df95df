// What the map draws adds up: over 200 random views and filters the signs hold what a plain loop over the places counts.
//
// Every sign stands for whole places, and the world has one set of signs for a filter and a zoom. So, for a view:
//  - with "only in view" on, the signs add up exactly to the places that satisfy the filter and lie in the view;
//  - without it, the map draws those signs of the world that reach into the view. Each place in the view is in exactly
//    one of them; they may hold places outside, too, whose sign stands at the edge.
#include "bench/generator.h"
#include "models/map_state.h"
#include "models/support/sample_directory.h"

#include <random>

using namespace repere;
using models::MapState;

namespace {

constexpr int kAteliers = 3000;
constexpr int kViews = 200;
constexpr double kDrawnBeyond = 64; // pixels around the view from which signs still reach into it
constexpr double kCell = 56;        // pixels: see Catalogue::clusters
constexpr GeoBox kWorld{-180, -85, 180, 85};

/// A small oracle of the filter: one value of one facet, or nothing at all.
struct Question {
    std::optional<Facet> facet;
    QString value;

    Filter filter() const
    {
        Filter filter;
        if (facet)
            filter[*facet].values = {value};
        return filter;
    }
    bool admits(const Atelier &atelier) const
    {
        const auto among = [this](const QStringList &values) {
            return value == kUnknown ? values.isEmpty() : values.contains(value);
        };
        if (!facet)
            return true;
        switch (*facet) {
        case Facet::Type: return among(atelier.types);
        case Facet::Public: return among(atelier.publics);
        case Facet::Service: return among(atelier.services);
        case Facet::Status: return among(atelier.status.isEmpty() ? QStringList() : QStringList{atelier.status});
        case Facet::Region: return among(atelier.region.isEmpty() ? QStringList() : QStringList{atelier.region});
        default: return false;
        }
    }
};

class Dice
{
public:
    explicit Dice(std::uint64_t seed) : m_random(seed) {}
    int below(int limit) { return static_cast<int>(m_random() % static_cast<std::uint64_t>(limit)); }
    double between(double low, double high)
    {
        return low + (high - low) * static_cast<double>(m_random() >> 11) * 0x1p-53;
    }

private:
    std::mt19937_64 m_random;
};

int sumOf(const std::vector<Cluster> &clusters)
{
    int sum = 0;
    for (const Cluster &cluster : clusters)
        sum += cluster.count;
    return sum;
}

std::vector<Cluster> drawnBy(MapState &state)
{
    std::vector<Cluster> drawn;
    for (int row = 0; row < state.clusters()->rowCount(); ++row)
        drawn.push_back(state.clusters()->at(row).cluster);
    return drawn;
}

} // namespace

class TestMapSums : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::vector<Atelier> m_ateliers;
    std::unique_ptr<directory::Directory> m_directory;

    /// The territories overseas each get their share: a tenth of the views.
    GeoPoint somewhere(Dice &dice) const
    {
        static const GeoPoint overseas[] = {{16.2, -61.5}, {14.6, -61.0}, {4.9, -52.4}, {-21.1, 55.5}, {-12.8, 45.2}};
        if (dice.below(10) == 0) {
            const GeoPoint there = overseas[dice.below(5)];
            return {there.latitude + dice.between(-0.4, 0.4), there.longitude + dice.between(-0.4, 0.4)};
        }
        const auto &point = m_ateliers[static_cast<std::size_t>(dice.below(kAteliers))].point;
        const GeoPoint near = point.value_or(GeoPoint{46.6, 2.5});
        return {near.latitude + dice.between(-0.5, 0.5), near.longitude + dice.between(-0.5, 0.5)};
    }

    Question something(Dice &dice) const
    {
        static const Facet facets[] = {Facet::Type, Facet::Public, Facet::Service, Facet::Status, Facet::Region};
        if (dice.below(4) == 0)
            return {};
        const Facet facet = facets[dice.below(5)];
        const Vocabularies &words = testing::shippedKnowledge().vocabularies();
        if (dice.below(8) == 0)
            return {facet, QString(kUnknown)};
        const auto one = [&dice](const Vocabulary &vocabulary) {
            return vocabulary
                .entries()[static_cast<std::size_t>(dice.below(static_cast<int>(vocabulary.entries().size())))]
                .id;
        };
        const auto regions = testing::shippedKnowledge().gazetteer().regions();
        switch (facet) {
        case Facet::Type: return {facet, one(words.types)};
        case Facet::Public: return {facet, one(words.publics)};
        case Facet::Service: return {facet, one(words.services)};
        case Facet::Status: return {facet, one(words.statuses)};
        default: return {facet, regions[static_cast<std::size_t>(dice.below(static_cast<int>(regions.size())))].code};
        }
    }

private slots:
    void initTestCase()
    {
        const QString path = m_folder.filePath(QStringLiteral("annuaire.gpkg"));
        const directory::Knowledge &knowledge = testing::shippedKnowledge();
        {
            // The knowledge lives as long as the program: the generator only borrows it.
            const auto borrowed = [](const auto &value) {
                return std::shared_ptr<const std::remove_cvref_t<decltype(value)>>(&value, [](const auto *) {});
            };
            bench::Generator generator(borrowed(knowledge.gazetteer()), borrowed(knowledge.vocabularies()), 331);
            auto store = store::Store::open(path, store::OpenMode::Create, knowledge.vocabularies().types.compounds());
            QVERIFY(store);
            JobContext job;
            int made = 0;
            const auto imported = (*store)->import(
                {QStringLiteral("generated"), {}, QDateTime::fromSecsSinceEpoch(0)},
                [&](Atelier &atelier) -> Result<bool> {
                    if (made == kAteliers)
                        return false;
                    atelier = generator.next();
                    if (++made % 40 == 0) {
                        atelier.point.reset(); // results that no map can show
                        atelier.precision = PositionPrecision::None;
                    }
                    m_ateliers.push_back(atelier);
                    return true;
                },
                {}, job);
            QVERIFY(imported);
        }
        auto opened = directory::Directory::open({.path = path, .mode = store::OpenMode::ReadWrite, .seed = false},
                                                 knowledge, testing::stillClock());
        QVERIFY(opened);
        m_directory = std::move(*opened);
    }

    void whatIsDrawnIsWhatIsThere()
    {
        Dice dice(2026);
        int crowded = 0;
        int overseas = 0;
        int outside = 0;
        for (int i = 0; i < kViews; ++i) {
            const Question question = something(dice);
            const GeoPoint centre = somewhere(dice);
            const double zoom = dice.below(2) == 0 ? 4 + dice.below(9) : dice.between(4, 12);
            const QSizeF size(300 + dice.below(1300), 200 + dice.below(900));
            const QByteArray where = QStringLiteral("view %1: %2, %3 at zoom %4, %5 × %6, %7")
                                         .arg(i)
                                         .arg(centre.latitude)
                                         .arg(centre.longitude)
                                         .arg(zoom)
                                         .arg(size.width())
                                         .arg(size.height())
                                         .arg(question.value)
                                         .toUtf8();
            MapState state(
                models::Words(testing::shippedKnowledge(), true), {},
                {.signDiameter = [](int) { return 30.0; }, .textWidth = [](const QString &) { return 50.0; }}, {});
            state.setSize(size);
            state.setView(centre, zoom);
            const GeoBox view = state.camera().box();
            const auto countIn = [&](const GeoBox &box) {
                return static_cast<int>(std::ranges::count_if(m_ateliers, [&](const Atelier &atelier) {
                    return atelier.point && question.admits(atelier) && box.contains(*atelier.point);
                }));
            };
            const int there = countIn(view);

            // Only in view.
            Filter filter = question.filter();
            filter.box = view;
            const auto inView = m_directory->search(filter);
            QVERIFY(inView);
            state.setResult(*inView);
            QVERIFY2((*inView)->count() == there, where);
            QVERIFY2(sumOf(drawnBy(state)) == there, where);

            // The whole answer behind the same view.
            filter.box.reset();
            const auto whole = m_directory->search(filter);
            QVERIFY(whole);
            state.setResult(*whole);
            const std::vector<Cluster> drawn = drawnBy(state);
            const std::vector<Cluster> world = (*whole)->clusters(kWorld, state.zoom());
            QVERIFY2(sumOf(world) == countIn(kWorld), where);
            QVERIFY2(sumOf(world) + (*whole)->withoutPosition() == (*whole)->count(), where);
            for (const Cluster &cluster : drawn) {
                QVERIFY2(std::ranges::count(world, cluster) == 1, where);
                QVERIFY2(std::ranges::count(drawn, cluster) == 1, where);
            }
            // A sign that is not drawn holds no place of the view. The only place of a sign, and the one that names a
            // sign, say where they are; the others of a sign lie inside its bounds.
            int left = countIn(kWorld);
            for (const Cluster &cluster : world) {
                if (std::ranges::contains(drawn, cluster))
                    continue;
                left -= cluster.count;
                QVERIFY2(!view.contains(*(*whole)->find(cluster.id)->point), where);
                const bool apart = cluster.bounds.east < view.west || cluster.bounds.west > view.east
                                   || cluster.bounds.north < view.south || cluster.bounds.south > view.north;
                if (!apart) { // the bounds reach in where no member is: as many places must lie in them outside the view
                    const int members = countIn(cluster.bounds);
                    const GeoBox common{
                        std::max(cluster.bounds.west, view.west), std::max(cluster.bounds.south, view.south),
                        std::min(cluster.bounds.east, view.east), std::min(cluster.bounds.north, view.north)};
                    QVERIFY2(members - countIn(common) >= cluster.count, where);
                }
            }
            QVERIFY2(sumOf(drawn) == left, where);
            QVERIFY2(sumOf(drawn) >= there, where);
            // And none is drawn that has nothing near the view.
            const GeoBox around = state.camera().box(kDrawnBeyond + kCell);
            for (const Cluster &cluster : drawn) {
                QVERIFY2(cluster.bounds.west <= around.east && cluster.bounds.east >= around.west
                             && cluster.bounds.south <= around.north && cluster.bounds.north >= around.south,
                         where);
            }
            crowded += there > 50;
            overseas += there > 0 && (centre.longitude < -20 || centre.longitude > 20);
            outside += sumOf(drawn) > there;
        }
        // The dice have thrown what the test is about.
        QVERIFY(crowded > 20);
        QVERIFY(overseas >= 5);
        QVERIFY(outside > 50);
    }
};

QTEST_MAIN(TestMapSums)
#include "test_map_sums.moc"
