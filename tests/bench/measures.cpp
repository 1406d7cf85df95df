#include "bench/measures.h"

#include "bench/generator.h"
#include "bench/usual.h"
#include "core/point_index.h"
#include "directory/match_index.h"
#include "geography/boundaries.h"

#include <QFile>

#include <malloc.h>

namespace repere::bench {

using namespace Qt::StringLiterals;
using catalogue::Catalogue;

namespace {

/// Bytes in use on the heap.
double heapBytes()
{
    const auto info = mallinfo2();
    return static_cast<double>(info.uordblks + info.hblkhd);
}

/// One filter change at the 95th percentile.
Limit filterBudget(int size)
{
    if (size <= 10'000)
        return {.value = 1};
    return size <= 100'000 ? Limit{.value = 5, .isOwnMark = true} : Limit{.value = 16};
}

/// A directory of 100 000 opens within 500 ms; bigger ones in proportion.
Limit openingBudget(int size)
{
    return {.value = std::max(500.0, size * 0.005), .isOwnMark = size > 100'000};
}

Limit ownMark(double value)
{
    return {.value = value, .isOwnMark = true};
}

/// Each of `count` things that took so many milliseconds together.
Sample microseconds(Sample all, int count)
{
    return {.value = all.value * 1000 / count, .cpu = all.cpu * 1000 / count};
}

Sample quantity(double value)
{
    return {.value = value, .cpu = value};
}

} // namespace

std::vector<Measure> measureGeography(const QString &dataFolder, int repetitions)
{
    std::vector<Sample> gazetteerSamples;
    std::vector<Sample> boundarySamples;
    std::vector<Sample> bothSamples;
    std::shared_ptr<const geography::Gazetteer> gazetteer;
    std::shared_ptr<const geography::Boundaries> boundaries;
    for (int i = 0; i < repetitions; ++i) {
        const Stopwatch both;
        gazetteer = geography::Gazetteer::load(dataFolder).value_or(nullptr);
        gazetteerSamples.push_back(both.read());
        if (!gazetteer)
            return {};
        const Stopwatch second;
        boundaries = geography::Boundaries::load(dataFolder, gazetteer).value_or(nullptr);
        boundarySamples.push_back(second.read());
        bothSamples.push_back(both.read());
        if (!boundaries)
            return {};
    }
    std::vector<Sample> locateSamples;
    std::vector<Sample> placeSamples;
    for (int i = 0; i < repetitions; ++i) {
        const Stopwatch watch;
        int found = 0;
        for (std::size_t c = static_cast<std::size_t>(i); c < gazetteer->communes().size(); c += 37)
            found += !boundaries->locate(gazetteer->communes()[c].centre).departement.isEmpty();
        locateSamples.push_back(microseconds(watch.read(), found));
        const Stopwatch placeWatch;
        for (const QString &words : {u"Murat (15)"_s, u"15300"_s, u"saint denis"_s, u"Paris 11e"_s})
            found += gazetteer->findPlace(words).chosen.has_value();
        placeSamples.push_back(microseconds(placeWatch.read(), 4));
    }
    return {summarise(u"gazetteer and boundaries loaded"_s, 0, bothSamples, ownMark(150)),
            summarise(u"  of which the gazetteer"_s, 0, gazetteerSamples, ownMark(150)),
            summarise(u"  of which the boundaries"_s, 0, boundarySamples, ownMark(150)),
            summarise(u"point → commune"_s, 0, locateSamples, ownMark(5), u"µs"_s),
            summarise(u"place name → point"_s, 0, placeSamples, ownMark(1000), u"µs"_s)};
}

std::vector<Measure> measureNearest(std::shared_ptr<const geography::Gazetteer> gazetteer,
                                    std::shared_ptr<const Vocabularies> vocabularies, int size, int repetitions)
{
    Generator generator(gazetteer, std::move(vocabularies));
    std::vector<GeoPoint> points;
    while (static_cast<int>(points.size()) < size) {
        if (const auto point = generator.next().point)
            points.push_back(*point);
    }
    const auto all = [&] {
        const PointIndex index(points);
        double farthest = 0;
        for (const Commune &commune : gazetteer->communes()) {
            if (const auto nearest = index.nearest(commune.centre))
                farthest = std::max(farthest, nearest->distanceMetres);
        }
    };
    return {summarise(u"uncovered communes"_s, size, Effort(repetitions).repeat(all), ownMark(1000))};
}

std::vector<Measure> measureMatching(std::shared_ptr<const geography::Gazetteer> gazetteer,
                                     std::shared_ptr<const Vocabularies> vocabularies, int size)
{
    const Compounds &compounds = vocabularies->equipment.compounds();
    Generator generator(std::move(gazetteer), vocabularies);
    std::vector<Atelier> first;
    for (int i = 0; i < size; ++i)
        first.push_back(generator.next());
    std::vector<Atelier> second;
    for (int i = 0; i < size; ++i) {
        second.push_back(i % 10 == 0 ? generator.twinOf(first[static_cast<std::size_t>(i)]) : generator.next());
    }
    directory::MatchIndex index;
    const Stopwatch adding;
    for (const Atelier &atelier : first)
        index.add(matchRecord(atelier, compounds));
    const Sample added = adding.read();
    const Stopwatch asking;
    int met = 0;
    for (std::size_t i = 0; i < second.size(); ++i) {
        for (const auto &candidate : index.candidates(matchRecord(second[i], compounds)))
            met += i % 10 == 0 && candidate.id == first[i].id;
    }
    const Sample asked = asking.read();
    const Stopwatch pairing;
    JobContext job;
    const auto pairs = index.allPairs(kPerhapsTwins, job);
    Q_ASSERT(pairs);
    const Sample paired = pairing.read();
    const double missed = 100 - 100.0 * met / ((size + 9) / 10);
    const auto seconds = [](Sample sample) { return Sample{.value = sample.value / 1000, .cpu = sample.cpu / 1000}; };
    const Sample both{.value = added.value + asked.value, .cpu = added.cpu + asked.cpu};
    return {
        summarise(u"matching: as many others against all"_s, size, {seconds(both)}, Limit{.value = 60}, u"s"_s),
        summarise(u"  of which records entered"_s, size, {seconds(added)}, ownMark(60), u"s"_s),
        summarise(u"  of which twins found"_s, size, {seconds(asked)}, ownMark(60), u"s"_s),
        summarise(u"matching: planted twins missed"_s, size, {quantity(missed)}, ownMark(5), u"%"_s),
        summarise(u"matching: all pairs of the whole"_s, size, {seconds(paired)}, Limit{.value = 60}, u"s"_s),
    };
}

std::vector<Measure> measureCatalogue(std::shared_ptr<const geography::Gazetteer> gazetteer,
                                      std::shared_ptr<const Vocabularies> vocabularies, int size, int repetitions)
{
    const catalogue::Dictionaries dictionaries = dictionariesOf(*gazetteer, *vocabularies);
    std::shared_ptr<const Catalogue> catalogue;
    std::vector<Sample> bytes;
    std::vector<Sample> builds;
    std::vector<Sample> firstSorts;
    const Effort few(repetitions, 10'000);
    for (const Stopwatch all; few.wantsMore(static_cast<int>(builds.size()), all);) {
        catalogue.reset();
        Generator generator(gazetteer, vocabularies);
        malloc_trim(0);
        const double before = heapBytes();
        Catalogue::Builder builder(dictionaries);
        builder.reserve(static_cast<std::size_t>(size));
        Sample building;
        const auto alsoBuilding = [&building](Sample more) {
            building.value += more.value;
            building.cpu += more.cpu;
        };
        for (int i = 0; i < size; ++i) {
            const Atelier atelier = generator.next();
            const Stopwatch watch;
            builder.add(atelier);
            alsoBuilding(watch.read());
        }
        const Stopwatch last;
        catalogue = builder.build();
        alsoBuilding(last.read());
        bytes.push_back(quantity((heapBytes() - before) / size));
        builds.push_back(building);
        const catalogue::BitSet every = catalogue->select({}, {}).rows;
        const Stopwatch sorting;
        catalogue->sorted(every, SortKey::Name, SortOrder::Ascending, {});
        firstSorts.push_back(sorting.read());
    }

    const auto choices = usualFilters(*vocabularies);
    const auto windows = usualViews();
    std::vector<Sample> changes;
    std::vector<Sample> ofAll; // those that leave everything
    std::vector<Sample> rounds;
    std::vector<Sample> counting;
    std::vector<Sample> clustering;
    for (int i = 0; i < repetitions; ++i) {
        Sample round;
        for (const Filter &filter : choices) {
            for (const View &view : windows) {
                const Stopwatch watch;
                const auto selection = catalogue->select(filter, {});
                counting.push_back(watch.read());
                const Stopwatch second;
                const auto clusters = catalogue->clusters(selection.rows, view.box, view.zoom);
                clustering.push_back(second.read());
                changes.push_back(watch.read());
                round.value += changes.back().value;
                round.cpu += changes.back().cpu;
                if (filter.isEmpty())
                    ofAll.push_back(changes.back());
            }
        }
        rounds.push_back(round);
    }
    const catalogue::BitSet all = catalogue->select({}, {}).rows;
    const auto sortBy = [&](SortKey key) {
        return [&, key] { catalogue->sorted(all, key, SortOrder::Ascending, GeoPoint{45.11, 2.87}); };
    };
    const Limit click = ownMark(100); // what seems immediate
    const Effort effort(repetitions);
    return {
        summarise(u"catalogue built"_s, size, builds, openingBudget(size)),
        summarise(u"catalogue memory per atelier"_s, size, bytes, Limit{.value = 600}, u"bytes"_s),
        summarise(u"filter change: counts, total, clusters"_s, size, changes, filterBudget(size)),
        summarise(u"  of which counts and total"_s, size, counting, filterBudget(size)),
        summarise(u"  of which clusters of the view"_s, size, clustering, filterBudget(size)),
        summarise(u"filter change that leaves all"_s, size, ofAll, filterBudget(size)),
        summarise(u"eleven filters in three views, in turn"_s, size, rounds,
                  ownMark(filterBudget(size).value * static_cast<double>(choices.size() * windows.size()))),
        summarise(u"first sort, with collation"_s, size, firstSorts, openingBudget(size)),
        summarise(u"sort all by name"_s, size, effort.repeat(sortBy(SortKey::Name)), click),
        summarise(u"sort all by distance"_s, size, effort.repeat(sortBy(SortKey::Distance)), click),
    };
}

} // namespace repere::bench
