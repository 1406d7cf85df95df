#include "bench/tile_measures.h"

#include "basemap/map_painter.h"
#include "basemap/tile_service.h"
#include "core/geo.h"

#include <QEventLoop>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTemporaryDir>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace repere::bench {

using namespace Qt::StringLiterals;

namespace {

using basemap::MapPainter;
using basemap::Theme;

QPoint tileAt(GeoPoint point, int z)
{
    const MercatorPoint at = toMercator(point);
    return {static_cast<int>(at.x * std::exp2(z)), static_cast<int>(at.y * std::exp2(z))};
}

/// With names, as they stand in for missing tiles of other grounds, or bare, as the window shows them.
std::vector<Measure> paintedTiles(const MapPainter &painter, bool named, int repetitions)
{
    const QString title =
        named ? u"tile painted at zoom %1, 512 pixels"_s : u"tile without names (the window's), zoom %1, 512 pixels"_s;
    std::vector<Measure> measures;
    for (int z = 4; z <= 12; ++z) {
        std::vector<Sample> samples;
        for (const GeoPoint centre : {GeoPoint{46.5, 2.5}, GeoPoint{48.1, -2.9}, GeoPoint{45.75, 4.85}}) {
            const QPoint middle = tileAt(centre, z);
            for (int i = 0; i < std::max(2, (repetitions + 2) / 3); ++i) {
                const Stopwatch watch; // neighbours, for names are remembered by region
                const QImage tile =
                    painter.tile(z, middle.x() + i % 3 - 1, middle.y() + i / 3 % 3 - 1, 2, Theme::Light, named);
                if (!tile.isNull())
                    samples.push_back(watch.read());
            }
        }
        const Limit limit{.value = 15, .isForMedian = true, .isOwnMark = z < 5 || z > 11};
        measures.push_back(summarise(title.arg(z), 0, samples, limit));
    }
    return measures;
}

Result<std::vector<Measure>> firstTiles(const QString &dataFolder, int repetitions)
{
    std::vector<Measure> measures;
    for (const int z : {5, 8, 10, 12}) {
        std::vector<Sample> samples;
        for (int i = 0; i < repetitions; ++i) { // a map is loaded for each
            const auto fresh = MapPainter::load(dataFolder);
            if (!fresh)
                return std::unexpected(fresh.error());
            const QPoint at = tileAt({46.5, 2.5}, z);
            const Stopwatch watch;
            if (!(*fresh)->tile(z, at.x(), at.y(), 2, Theme::Light).isNull())
                samples.push_back(watch.read());
        }
        measures.push_back(summarise(u"  of which the first of all, at zoom %1"_s.arg(z), 0, samples,
                                     Limit{.value = 250, .isOwnMark = true}));
    }
    return measures;
}

/// Milliseconds until the whole answer is here.
std::optional<Sample> fetch(QNetworkAccessManager &network, const QUrl &url)
{
    const Stopwatch watch;
    QNetworkReply *reply = network.get(QNetworkRequest(url));
    QEventLoop loop;
    QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
    loop.exec();
    const Sample sample = watch.read();
    const bool good = reply->error() == QNetworkReply::NoError;
    reply->deleteLater();
    return good ? std::optional(sample) : std::nullopt;
}

Result<std::vector<Measure>> servedTiles(const std::shared_ptr<const MapPainter> &painter)
{
    const QTemporaryDir folder;
    const basemap::TileService::Options options{.cacheFolder = folder.path(), .now = {}};
    const QPoint middle = tileAt({46.5, 2.5}, 8);
    std::array<std::vector<Sample>, 3> samples; // painted, from memory, from the folder
    for (const int start : {0, 1}) {
        basemap::TileService service(painter, options);
        if (auto started = service.start(); !started)
            return std::unexpected(started.error());
        const QString host = service.customHost(Theme::Light, 2).toString();
        QNetworkAccessManager network;
        for (const int time : {0, 1}) {
            for (int i = 0; i < 36; ++i) {
                const QUrl url(host + u"8/%1/%2.png"_s.arg(middle.x() + i % 6 - 3).arg(middle.y() + i / 6 - 3));
                const auto sample = fetch(network, url);
                if (!sample)
                    return failure(ErrorCode::Internal, u"a tile was not served"_s);
                samples[time == 1 ? 1 : start == 1 ? 2 : 0].push_back(*sample);
            }
        }
    }
    const Limit limit{.value = 15, .isForMedian = true, .isOwnMark = true};
    return std::vector{summarise(u"tile served: painted at zoom 8 and kept"_s, 0, samples[0], limit),
                       summarise(u"tile served: from the folder of tiles"_s, 0, samples[2], limit),
                       summarise(u"tile served: from memory"_s, 0, samples[1], limit)};
}

} // namespace

Result<std::vector<Measure>> measureTiles(const QString &dataFolder, int repetitions)
{
    const auto painter = MapPainter::load(dataFolder);
    if (!painter)
        return std::unexpected(painter.error());
    std::vector<Measure> measures = paintedTiles(**painter, true, repetitions);
    std::ranges::move(paintedTiles(**painter, false, repetitions), std::back_inserter(measures));
    for (const auto &more : {firstTiles(dataFolder, repetitions), servedTiles(*painter)}) {
        if (!more)
            return std::unexpected(more.error());
        measures.insert(measures.end(), more->begin(), more->end());
    }
    return measures;
}

} // namespace repere::bench
