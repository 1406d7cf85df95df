#include "catalogue/support/ateliers.h"

#include <QTest>

#include <cmath>
#include <numbers>

using namespace Qt::StringLiterals;
using namespace repere;
using namespace repere::test;
using catalogue::Catalogue;
using catalogue::Selection;
using catalogue::TermMatch;

namespace {

/// Whether a ring goes around a point: the angles under which its sides are seen add up to full turns.
bool isInside(const GeoRing &ring, GeoPoint point)
{
    const MercatorPoint at = toMercator(point);
    double turned = 0;
    for (std::size_t i = 0; i < ring.points.size(); ++i) {
        const MercatorPoint a = toMercator(ring.points[i]);
        const MercatorPoint b = toMercator(ring.points[(i + 1) % ring.points.size()]);
        turned += std::remainder(std::atan2(b.y - at.y, b.x - at.x) - std::atan2(a.y - at.y, a.x - at.x),
                                 2 * std::numbers::pi);
    }
    return std::abs(turned) > std::numbers::pi;
}

/// A closed line through a few random places of France, mostly crossing itself.
GeoRing randomRing(Random &random)
{
    GeoRing ring;
    for (int i = 3 + pick(random, 6); i > 0; --i)
        ring.points.push_back(
            {.latitude = 41 + pick(random, 1000) / 100.0, .longitude = -5 + pick(random, 1400) / 100.0});
    return ring;
}

/// The meaning of a filter, written as plainly as possible: one atelier, one question.
struct Oracle {
    const Filter &filter;
    const std::vector<TermMatch> &words;

    static bool has(const Atelier &atelier, Facet facet, const QString &value)
    {
        const QStringList values = valuesOf(atelier, facet);
        return value == QStringView(kUnknown) ? values.isEmpty() : values.contains(value);
    }

    bool satisfiesFacet(const Atelier &atelier, Facet facet) const
    {
        const auto having = [&](const QString &value) { return has(atelier, facet, value); };
        const FacetChoice &choice = filter[facet];
        if (std::ranges::any_of(choice.excluded, having))
            return false;
        if (choice.values.isEmpty())
            return true;
        if (facet == Facet::Equipment && !filter.anyEquipment)
            return std::ranges::all_of(choice.values, having);
        return std::ranges::any_of(choice.values, having);
    }

    bool satisfiesRest(const Atelier &atelier) const
    {
        for (const TermMatch &word : words) {
            bool found = std::ranges::contains(word.ids, atelier.id);
            for (const Facet facet : kFacets) {
                for (const QString &value : word.values[static_cast<std::size_t>(facet)])
                    found = found || has(atelier, facet, value);
            }
            if (!found)
                return false;
        }
        if (!filter.communes.isEmpty()) {
            const QString code = atelier.insee.isEmpty() ? QString(kUnknown) : atelier.insee;
            if (!filter.communes.contains(code))
                return false;
        }
        if (filter.near && filter.near->radiusMetres > 0
            && (!atelier.point || distanceMetres(*atelier.point, filter.near->centre) > filter.near->radiusMetres))
            return false;
        if (filter.box && (!atelier.point || !filter.box->contains(*atelier.point)))
            return false;
        if (filter.area && (!atelier.point || !isInside(*filter.area, *atelier.point)))
            return false;
        return !filter.asOfAfter || (atelier.asOfYear() && *atelier.asOfYear() > *filter.asOfAfter);
    }

    /// All but the choice of one facet.
    bool satisfiesBesides(const Atelier &atelier, std::optional<Facet> ignored) const
    {
        if (!satisfiesRest(atelier))
            return false;
        return std::ranges::all_of(kFacets, [&](Facet f) { return f == ignored || satisfiesFacet(atelier, f); });
    }
};

QStringList randomValues(Random &random, Facet facet, int upTo)
{
    QStringList known = dictionaries().values[static_cast<std::size_t>(facet)];
    known += {QString(kUnknown), u"nobody-knows"_s, facet == Facet::Region ? u"04"_s : u"kiln"_s};
    QStringList values;
    for (int i = pick(random, upTo + 1); i > 0; --i)
        values.append(known[pick(random, static_cast<int>(known.size()))]);
    return values;
}

Filter randomFilter(Random &random)
{
    Filter filter;
    for (const Facet facet : kFacets) {
        if (pick(random, 3) == 0)
            filter[facet].values = randomValues(random, facet, 3);
        if (pick(random, 5) == 0)
            filter[facet].excluded = randomValues(random, facet, 2);
    }
    filter.anyEquipment = pick(random, 2);
    if (pick(random, 6) == 0)
        filter.communes = QStringList{u"15138"_s, u"99999"_s, QString(kUnknown)}.first(1 + pick(random, 3));
    if (pick(random, 5) == 0)
        filter.near =
            Near{.centre = {.latitude = 46, .longitude = 3}, .radiusMetres = pick(random, 4) * 150'000.0, .label = {}};
    if (pick(random, 5) == 0)
        filter.box = GeoBox{.west = -2, .south = 43.5, .east = 5.5, .north = 48.25};
    if (pick(random, 5) == 0)
        filter.area = randomRing(random);
    if (pick(random, 6) == 0)
        filter.asOfAfter = 2018 + pick(random, 7);
    return filter;
}

std::vector<TermMatch> randomWords(Random &random, const std::vector<Atelier> &ateliers)
{
    std::vector<TermMatch> words(pick(random, 4) ? 0U : static_cast<std::size_t>(1 + pick(random, 2)));
    for (TermMatch &word : words) {
        for (const Atelier &atelier : ateliers) {
            if (pick(random, 2))
                word.ids.push_back(atelier.id);
            if (pick(random, 50) == 0)
                word.ids.push_back(atelier.id + 1); // perhaps no row at all
        }
        std::ranges::sort(word.ids);
        const Facet facet = kFacets[static_cast<std::size_t>(pick(random, kFacetCount))];
        word.values[static_cast<std::size_t>(facet)] = randomValues(random, facet, 2);
    }
    return words;
}

} // namespace

/// Filters and counts against a loop over all ateliers.
class TestSelect : public QObject
{
    Q_OBJECT

private:
    std::vector<Atelier> m_ateliers;
    std::shared_ptr<const Catalogue> m_catalogue;

    void compare(const Filter &filter, const std::vector<TermMatch> &words) const
    {
        const Selection selection = m_catalogue->select(filter, words);
        const Oracle oracle{filter, words};
        const FilterCounts &counts = selection.counts;
        QCOMPARE(counts.total, static_cast<int>(m_ateliers.size()));
        int count = 0;
        for (std::size_t row = 0; row < m_ateliers.size(); ++row) {
            const bool wanted = oracle.satisfiesBesides(m_ateliers[row], std::nullopt);
            count += wanted;
            QCOMPARE(selection.rows.test(row), wanted);
        }
        QCOMPARE(counts.count, count);
        for (const Facet facet : kFacets) {
            const bool respectsItself = facet == Facet::Equipment && !filter.anyEquipment;
            const auto ignored = respectsItself ? std::nullopt : std::optional(facet);
            std::vector<const Atelier *> among;
            for (const Atelier &atelier : m_ateliers) {
                if (oracle.satisfiesBesides(atelier, ignored))
                    among.push_back(&atelier);
            }
            QCOMPARE(counts[facet].back().id, QString(kUnknown));
            std::vector<FacetCount> wanted = counts[facet];
            for (FacetCount &value : wanted) {
                value.count = static_cast<int>(std::ranges::count_if(
                    among, [&](const Atelier *atelier) { return Oracle::has(*atelier, facet, value.id); }));
            }
            QVERIFY2(counts[facet] == wanted, qPrintable(facetKey(facet)));
        }
        const auto besidesEquipment = [&](const Atelier &a) { return oracle.satisfiesBesides(a, Facet::Equipment); };
        QCOMPARE(counts.withoutEquipmentChoice, std::ranges::count_if(m_ateliers, besidesEquipment));
        QCOMPARE(counts.unknownEquipmentAmong, std::ranges::count_if(m_ateliers, [&](const Atelier &atelier) {
                     return atelier.equipmentIds().isEmpty() && besidesEquipment(atelier);
                 }));
    }

private slots:
    void initTestCase()
    {
        Random random(2026);
        m_ateliers = makeAteliers(random, 2500);
        m_catalogue = build(m_ateliers);
    }

    void agreesWithALoop()
    {
        Random random(300);
        int empty = 0;
        for (int i = 0; i < 300; ++i) {
            const Filter filter = randomFilter(random);
            const auto words = randomWords(random, m_ateliers);
            compare(filter, words);
            if (QTest::currentTestFailed()) {
                qInfo("filter number %d", i);
                return;
            }
            empty += m_catalogue->select(filter, words).counts.count == 0;
        }
        QVERIFY2(empty < 150, "the filters ask for too much: half of the answers are empty");
    }

    void countsEveryValueOfTheDictionaryThenUnknown()
    {
        const FilterCounts counts = m_catalogue->select({}, {}).counts;
        QStringList ids;
        for (const FacetCount &value : counts[Facet::Equipment])
            ids.append(value.id);
        QCOMPARE(ids, (QStringList{u"laser-cutter"_s, u"3d-printer"_s, u"cnc-router"_s, u"lathe"_s, u"never-seen"_s,
                                   u"kiln"_s, QString(kUnknown)}));
        QCOMPARE(counts[Facet::Equipment][4].count, 0);
        QVERIFY(counts[Facet::Equipment][5].count > 0);
        QCOMPARE(counts.count, counts.total);
    }

    void anEmptyCatalogueAnswersToo()
    {
        const auto empty = build({});
        Filter filter;
        filter[Facet::Type].values = {u"fablab"_s};
        const Selection selection = empty->select(filter, {});
        QCOMPARE(selection.counts.total, 0);
        QCOMPARE(selection.counts.count, 0);
        QCOMPARE(selection.counts[Facet::Type].size(), 4U);
        QVERIFY(empty->clusters(selection.rows, {-10, 40, 10, 52}, 6).empty());
        QVERIFY(empty->sorted(selection.rows, SortKey::Name, SortOrder::Ascending, std::nullopt).empty());
        QVERIFY(!empty->bounds(selection.rows));
        QCOMPARE(empty->nearest(selection.rows, {}), -1);
        QCOMPARE(empty->rowOf(1), -1);
    }

    void theBordersOfNearAndBoxBelongToThem()
    {
        Atelier atelier;
        atelier.id = 1;
        atelier.point = GeoPoint{.latitude = 45.5, .longitude = 2.25};
        const auto catalogue = build({atelier});
        Filter filter;
        filter.near = Near{.centre = {.latitude = 45, .longitude = 2}, .radiusMetres = 0, .label = {}};
        filter.near->radiusMetres = distanceMetres(*atelier.point, filter.near->centre);
        QCOMPARE(catalogue->select(filter, {}).counts.count, 1);
        filter.near->radiusMetres = std::nextafter(filter.near->radiusMetres, 0);
        QCOMPARE(catalogue->select(filter, {}).counts.count, 0);
        filter = {};
        filter.box = GeoBox::around(*atelier.point);
        QCOMPARE(catalogue->select(filter, {}).counts.count, 1);
    }

    void keepsWhatTheSummaryTells()
    {
        for (std::size_t row = 0; row < m_ateliers.size(); ++row) {
            const Atelier &atelier = m_ateliers[row];
            const AtelierSummary summary = m_catalogue->summary(row);
            QCOMPARE(m_catalogue->rowOf(atelier.id), static_cast<std::ptrdiff_t>(row));
            QCOMPARE(m_catalogue->idOf(row), atelier.id);
            QCOMPARE(summary.id, atelier.id);
            QCOMPARE(summary.name, atelier.name);
            QCOMPARE(summary.city, atelier.city);
            QCOMPARE(summary.departement, atelier.departement);
            QCOMPARE(summary.region, atelier.region);
            QCOMPARE(summary.status, atelier.status);
            QCOMPARE(summary.types, atelier.types);
            QCOMPARE(summary.equipment, atelier.equipmentIds());
            QVERIFY(summary.point == atelier.point);
            QVERIFY(m_catalogue->point(row) == atelier.point);
            QVERIFY(summary.precision == atelier.precision);
            QCOMPARE(summary.asOfYear, atelier.asOfYear().value_or(0));
            QVERIFY(!summary.distanceMetres);
        }
        QCOMPARE(m_catalogue->rowOf(0), -1);
        QCOMPARE(m_catalogue->rowOf(m_ateliers.back().id + 1), -1);
    }

    void findsTheNearestAndTheBounds()
    {
        Random random(5);
        for (int i = 0; i < 50; ++i) {
            const auto selection = m_catalogue->select(randomFilter(random), {});
            const GeoPoint from{.latitude = 42 + pick(random, 900) / 100.0,
                                .longitude = -5 + pick(random, 1400) / 100.0};
            std::ptrdiff_t nearest = -1;
            std::optional<GeoBox> bounds;
            selection.rows.forEach([&](std::size_t row) {
                const auto &point = m_ateliers[row].point;
                if (!point)
                    return;
                bounds = bounds ? bounds->united(*point) : GeoBox::around(*point);
                if (nearest < 0
                    || distanceMetres(from, *point)
                           < distanceMetres(from, *m_ateliers[static_cast<std::size_t>(nearest)].point))
                    nearest = static_cast<std::ptrdiff_t>(row);
            });
            QCOMPARE(m_catalogue->nearest(selection.rows, from), nearest);
            QVERIFY(m_catalogue->bounds(selection.rows) == bounds);
        }
    }
};

QTEST_GUILESS_MAIN(TestSelect)
#include "test_select.moc"
