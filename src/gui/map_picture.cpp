#include "gui/map_picture.h"

#include "models/chips.h"
#include "models/map_labels.h"
#include "models/map_territories.h"
#include "models/sentences.h"

#include <QFontMetricsF>
#include <QFutureWatcher>
#include <QtConcurrentRun>

#include <algorithm>

namespace repere::gui {

namespace {

constexpr GeoBox kWorld{-180, -85, 180, 85};
constexpr double kNamesFromZoom = 8.5; // as on the map of the window, where a picture is as close
constexpr std::size_t kFewSigns = 60;  // below, names help at any zoom
constexpr double kStripRoom = 3;       // on each side of a name
constexpr int kCirclePoints = 120;

/// The names of lone places, where they cover no sign and no other name.
std::vector<basemap::SnapshotRequest::Name> namesOf(const directory::SearchResult &result,
                                                    const basemap::SnapshotRequest &request)
{
    std::vector<basemap::SnapshotRequest::Name> names;
    if (request.view.zoom < kNamesFromZoom && request.clusters.size() > kFewSigns)
        return names;
    const QFontMetricsF metrics(basemap::pictureFont(12, QFont::Bold));
    std::vector<models::LabelledSign> signs;
    QStringList texts;
    for (const Cluster &cluster : request.clusters) {
        const auto place = cluster.count == 1 ? result.find(cluster.id) : std::nullopt;
        texts << (place ? place->name : QString());
        signs.push_back({.centre = request.view.pixel(cluster.centre),
                         .radius = basemap::clusterDiameter(cluster.count) / 2,
                         .textWidth = place ? metrics.horizontalAdvance(place->name) + 2 * kStripRoom : 0});
    }
    const double height = metrics.height();
    const auto sides = models::placeLabels(signs, height, QRectF(QPointF(), request.view.size));
    for (std::size_t i = 0; i < signs.size(); ++i) {
        if (sides[i] != models::MapLabel::None)
            names.push_back({texts[static_cast<qsizetype>(i)], models::labelBox(signs[i], sides[i], height)});
    }
    return names;
}

/// The lines that a filter draws on the map, as the window shows them.
std::vector<std::vector<GeoPoint>> drawnBy(const Filter &filter)
{
    std::vector<std::vector<GeoPoint>> lines;
    if (filter.area)
        lines.push_back(filter.area->points);
    if (filter.near && filter.near->radiusMetres > 0) {
        std::vector<GeoPoint> circle;
        for (int i = 0; i < kCirclePoints; ++i)
            circle.push_back(destination(filter.near->centre, i * 360.0 / kCirclePoints, filter.near->radiusMetres));
        lines.push_back(std::move(circle));
    }
    return lines;
}

} // namespace

QString pictureTitle(const FilterCounts &counts, const Filter &filter, const models::Words &words)
{
    QStringList title{models::countSentence(counts, words)};
    for (const models::Chip &chip : models::chipsOf(filter, words))
        title << chip.text;
    return title.join(QStringLiteral(" · "));
}

basemap::SnapshotRequest pictureOf(const directory::SearchResult &result, const basemap::MapView &view,
                                   basemap::Theme theme, const models::Words &words)
{
    basemap::SnapshotRequest request;
    request.view = view;
    request.theme = theme;
    request.clusters = result.clusters(view.bounds(), view.zoom);
    request.names = namesOf(result, request);
    request.drawn = drawnBy(result.filter());
    request.title = pictureTitle(result.counts(), result.filter(), words);

    // Types by how many places show them, the unknown last.
    std::vector<std::pair<QString, int>> counts;
    for (const Cluster &cluster : request.clusters) {
        for (const Cluster::TypeCount &type : cluster.types) {
            const auto known = std::ranges::find(counts, type.type, &std::pair<QString, int>::first);
            if (known == counts.end())
                counts.emplace_back(type.type, type.count);
            else
                known->second += type.count;
        }
    }
    std::ranges::stable_sort(counts, [](const auto &a, const auto &b) {
        const bool aUnknown = a.first == kUnknown;
        const bool bUnknown = b.first == kUnknown;
        return aUnknown != bUnknown ? bUnknown : a.second > b.second;
    });
    for (const auto &[type, count] : counts)
        request.legend.push_back({type, words.label(Facet::Type, type)});
    return request;
}

GeoBox posterArea(const directory::SearchResult &result, const directory::Knowledge &knowledge)
{
    std::optional<GeoBox> area;
    const auto add = [&area](const GeoBox &box) {
        area = area ? area->united({box.south, box.west}).united({box.north, box.east}) : box;
    };
    for (const QString &code : result.filter()[Facet::Departement].values) {
        if (const Departement *departement = knowledge.gazetteer().departement(code))
            add(departement->bounds);
    }
    if (area)
        return *area;
    for (const QString &code : result.filter()[Facet::Region].values) {
        if (const Region *region = knowledge.gazetteer().region(code))
            add(region->bounds);
    }
    if (area)
        return *area;
    auto territories = models::territoriesOf(knowledge.gazetteer().regions(), QString());
    models::countPlaces(territories, result.clusters(kWorld, models::kTerritoryZoom));
    return models::frameOf(territories);
}

basemap::PosterRequest posterOf(const directory::SearchResult &result, const basemap::PosterSheet &sheet, GeoBox area,
                                const QString &heading, basemap::Theme theme, const QDate &date,
                                const models::Words &words)
{
    basemap::PosterRequest poster;
    poster.sheet = sheet;
    poster.picture = pictureOf(result, basemap::MapView::fitting(area, sheet.mapRect().size()), theme, words);
    poster.date = words.date(date.toString(Qt::ISODate));
    poster.heading = heading;
    if (heading.isEmpty()) {
        QStringList places;
        for (const Facet facet : {Facet::Departement, Facet::Region}) {
            for (const QString &id : result.filter()[facet].values)
                places << words.label(facet, id);
            if (!places.isEmpty())
                break;
        }
        poster.heading = places.join(QStringLiteral(", "));
    }
    return poster;
}

void writePicture(const QString &path, std::shared_ptr<const basemap::MapPainter> painter,
                  basemap::SnapshotRequest request, QObject *receiver, std::function<void(Result<void>)> done)
{
    auto *watcher = new QFutureWatcher<Result<void>>(receiver);
    QObject::connect(watcher, &QFutureWatcherBase::finished, receiver, [watcher, done = std::move(done)] {
        watcher->deleteLater();
        done(watcher->result());
    });
    watcher->setFuture(QtConcurrent::run([path, painter = std::move(painter), request = std::move(request)] {
        return basemap::writeSnapshot(path, *painter, request);
    }));
}

} // namespace repere::gui
