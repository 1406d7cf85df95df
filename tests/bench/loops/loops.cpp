#include "bench/loops/loops.h"

#include "basemap/map_painter.h"
#include "bench/generator.h"
#include "bench/usual.h"
#include "core/match_score.h"
#include "directory/knowledge.h"
#include "directory/match_index.h"
#include "store/store.h"

#include <QTemporaryDir>

#include <ranges>

namespace repere::bench {

using namespace Qt::StringLiterals;
using catalogue::Catalogue;

namespace {

constexpr std::size_t kTexts = 1000;
constexpr std::size_t kTwins = 100;

/// What the loops work on; they share it.
struct Ground {
    directory::Knowledge knowledge;
    std::vector<Filter> filters;
    std::vector<View> views;
    std::shared_ptr<const Catalogue> catalogue;
    QStringList texts;              ///< names and addresses
    std::vector<MatchRecord> twins; ///< of the records in `index`
    directory::MatchIndex index;
    std::shared_ptr<const basemap::MapPainter> painter;
    std::unique_ptr<QTemporaryDir> folder;
    std::unique_ptr<store::Store> file; ///< the same ateliers in a directory file
};

/// A directory file with these ateliers.
Result<std::unique_ptr<store::Store>> storedIn(const QTemporaryDir &folder, const std::vector<Atelier> &ateliers,
                                               const Compounds &compounds)
{
    auto store = store::Store::open(folder.filePath(u"loops.gpkg"_s), store::OpenMode::Create, compounds);
    if (!store)
        return std::unexpected(store.error());
    store::ChangeSet changes;
    changes.inserts = ateliers;
    const auto applied =
        (*store)->apply({.name = u"loops"_s, .author = {}, .time = QDateTime(), .undoable = true}, changes);
    if (!applied)
        return std::unexpected(applied.error());
    return store;
}

Result<std::shared_ptr<Ground>> prepare(const QString &dataFolder, int ateliers)
{
    auto knowledge = directory::Knowledge::load(dataFolder);
    if (!knowledge)
        return std::unexpected(knowledge.error());
    auto painter = basemap::MapPainter::load(dataFolder);
    if (!painter)
        return std::unexpected(painter.error());
    const auto ground = std::make_shared<Ground>(Ground{.knowledge = *knowledge,
                                                        .filters = usualFilters(knowledge->vocabularies()),
                                                        .views = usualViews(),
                                                        .catalogue = {},
                                                        .texts = {},
                                                        .twins = {},
                                                        .index = {},
                                                        .painter = *painter,
                                                        .folder = std::make_unique<QTemporaryDir>(),
                                                        .file = {}});
    const Compounds &compounds = knowledge->vocabularies().equipment.compounds();
    // The generator keeps what it is given; all of it lives in the ground.
    Generator generator({ground, &ground->knowledge.gazetteer()}, {ground, &ground->knowledge.vocabularies()});
    Catalogue::Builder builder(dictionariesOf(ground->knowledge.gazetteer(), ground->knowledge.vocabularies()));
    std::vector<Atelier> all;
    for (int i = 0; i < ateliers; ++i) {
        Atelier atelier = generator.next();
        builder.add(atelier);
        ground->index.add(matchRecord(atelier, compounds));
        all.push_back(std::move(atelier));
    }
    ground->catalogue = builder.build();
    auto file = storedIn(*ground->folder, all, compounds);
    if (!file)
        return std::unexpected(file.error());
    ground->file = std::move(*file);
    for (const Atelier &atelier : all | std::views::take(kTexts)) {
        ground->texts << atelier.name + u", "_s + atelier.address + u' ' + atelier.city;
        if (ground->twins.size() < kTwins)
            ground->twins.push_back(matchRecord(generator.twinOf(atelier), compounds));
    }
    return ground;
}

std::size_t filterPass(const Ground &ground)
{
    std::size_t found = 0;
    for (const Filter &filter : ground.filters)
        found += static_cast<std::size_t>(ground.catalogue->select(filter, {}).counts.count);
    return found;
}

std::size_t clusters(const Ground &ground, const catalogue::BitSet &rows)
{
    std::size_t found = 0;
    for (const View &view : ground.views)
        found += ground.catalogue->clusters(rows, view.box, view.zoom).size();
    return found;
}

std::size_t folding(const Ground &ground)
{
    std::size_t letters = 0;
    for (const QString &text : ground.texts)
        letters += static_cast<std::size_t>(fold(text).size());
    return letters;
}

/// As a directory is opened: from the file to the catalogue.
std::size_t opening(const Ground &ground)
{
    Catalogue::Builder builder(dictionariesOf(ground.knowledge.gazetteer(), ground.knowledge.vocabularies()));
    const auto read = ground.file->forEachSearched([&builder](const Atelier &atelier) {
        builder.add(atelier);
        return true;
    });
    return read ? static_cast<std::size_t>(builder.build()->size()) : 0;
}

std::size_t matching(const Ground &ground)
{
    std::size_t found = 0;
    for (const MatchRecord &twin : ground.twins)
        found += ground.index.candidates(twin).size();
    return found;
}

std::size_t understanding(const Ground &ground)
{
    static const QStringList cells{u"imprimantes 3D, découpe laser Trotec, fraiseuse numérique"_s,
                                   u"Découpeuse vinyle / brodeuse / machine à coudre"_s,
                                   u"atelier bois et métal ; poste à souder ; établis"_s,
                                   u"electronic testing hardware, scanner 3d"_s};
    std::size_t found = 0;
    for (const QString &cell : cells) {
        for (const auto &[words, match] : matchPhrase(ground.knowledge.vocabularies().equipment, cell))
            found += static_cast<std::size_t>(match.ids.size());
    }
    return found;
}

std::size_t painting(const Ground &ground, int z)
{
    const MercatorPoint at = toMercator({.latitude = 45.75, .longitude = 4.85});
    const QImage tile = ground.painter->tile(z, static_cast<int>(at.x * std::exp2(z)),
                                             static_cast<int>(at.y * std::exp2(z)), 1, basemap::Theme::Light);
    return static_cast<std::size_t>(tile.sizeInBytes());
}

} // namespace

Result<std::vector<Loop>> innerLoops(const QString &dataFolder, int ateliers)
{
    const auto prepared = prepare(dataFolder, ateliers);
    if (!prepared)
        return std::unexpected(prepared.error());
    const std::shared_ptr<const Ground> ground = *prepared;
    const auto all = std::make_shared<const catalogue::BitSet>(ground->catalogue->select({}, {}).rows);
    return std::vector<Loop>{
        {"filter-pass", [=] { return filterPass(*ground); }},
        {"clusters", [=] { return clusters(*ground, *all); }},
        {"sort-by-distance",
         [=] {
             const GeoPoint from{.latitude = 45.11, .longitude = 2.87};
             return ground->catalogue->sorted(*all, SortKey::Distance, SortOrder::Ascending, from).size();
         }},
        {"folding", [=] { return folding(*ground); }},
        {"understanding", [=] { return understanding(*ground); }},
        {"opening", [=] { return opening(*ground); }},
        {"matching", [=] { return matching(*ground); }},
        {"tile-zoom-6", [=] { return painting(*ground, 6); }},
        {"tile-zoom-10", [=] { return painting(*ground, 10); }},
    };
}

} // namespace repere::bench
