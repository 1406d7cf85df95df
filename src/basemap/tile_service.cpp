#include "basemap/tile_service.h"

#include "basemap/painted_tiles.h"
#include "basemap/tile_address.h"
#include "basemap/tile_door.h"
#include "basemap/tile_queue.h"
#include "basemap/tile_relay.h"
#include "basemap/tile_store.h"

#include <QCache>
#include <QCoreApplication>
#include <QDateTime>
#include <QHttpHeaders>
#include <QHttpServer>
#include <QPainter>
#include <QRandomGenerator>
#include <QSet>
#include <QThread>
#include <QThreadPool>

#include <array>
#include <cmath>
#include <mutex>
#include <optional>
#include <set>
#include <utility>

namespace repere::basemap {

namespace {

constexpr qsizetype kMemoryBytes = 64 * 1024 * 1024;
constexpr int kLastPaintedZoom = 12; // beyond, the painted ground has no more to show
constexpr qint64 kOnlineBytes = 256 * 1024 * 1024;
using Status = QHttpServerResponder::StatusCode;

void refuse(QHttpServerResponder &responder, Status status)
{
    QHttpHeaders headers;
    headers.append(QHttpHeaders::WellKnownHeader::CacheControl, "no-store");
    responder.write(headers, status);
}

void answer(QHttpServerResponder &responder, const TilePicture &tile)
{
    QHttpHeaders headers;
    headers.append(QHttpHeaders::WellKnownHeader::ContentType, tile.type);
    // Whoever keeps tiles shows those of yesterday's theme or data; painting is quick and this service has its cache.
    headers.append(QHttpHeaders::WellKnownHeader::CacheControl, "no-store");
    responder.write(tile.bytes, headers, Status::Ok);
}

/// What lies under the places.
struct Ground {
    int number = 0;
    std::shared_ptr<const TileFile> file;
    std::optional<TileProvider> provider;
    std::shared_ptr<TileStore> store; ///< of the provider
};

struct Waiter {
    std::shared_ptr<QHttpServerResponder> responder; // shared: QHash copies
    quint16 port = 0;
};

QString onlineName(const TileAddress &tile)
{
    return QStringLiteral("%1/%2-%3").arg(tile.z).arg(tile.x).arg(tile.y);
}

} // namespace

struct TileService::Private {
    TileService *service;
    Options options;
    std::shared_ptr<const MapPainter> painter;
    PaintedTiles paintedTiles;
    QString secret;
    TileDoor *door = nullptr; ///< a child of the server
    QHttpServer server;
    std::unique_ptr<TileRelay> relay;
    QSet<TileAddress> fetching; ///< asked of the provider
    bool failureSaid = false;
    QCache<TileAddress, TilePicture> cache{kMemoryBytes};
    QHash<TileAddress, std::vector<Waiter>> waiting; ///< those to answer when a tile is made

    std::mutex mutex; ///< of what follows
    Ground ground;
    TileQueue queue;
    QSet<TileAddress> onlyPainted; ///< in the queue again, because the provider has failed
    int workers = 0;
    std::optional<int> zoom;                ///< of the view
    int scale = 1;                          ///< of the last tile asked for
    std::set<std::pair<int, int>> prepared; ///< zooms and scales

    QThreadPool pool; // destroyed first: its threads use all of this

    Private(TileService *s, const std::shared_ptr<const MapPainter> &map, Options o)
        : service(s), options(std::move(o)), painter(map), paintedTiles(map, options.cacheFolder)
    {
        if (!options.now)
            options.now = [] { return QDateTime::currentSecsSinceEpoch(); };
    }

    void setGround(Ground chosen);
    void handle(const QHttpServerRequest &request, QHttpServerResponder &responder);
    void enqueue(const TileAddress &tile, bool paint = false);
    void work();
    std::optional<std::pair<int, int>> nextZoom();
    void make(const TileAddress &tile, const Ground &from, bool paint);
    TilePicture fromFile(const TileFile &file, const TileAddress &tile);
    void fetch(const TileAddress &tile, const std::optional<TilePicture> &stale);
    void deliver(const TileAddress &tile, const TilePicture &picture, bool keep);
    void forget(quint16 port);
};

void TileService::Private::setGround(Ground chosen)
{
    {
        const std::lock_guard lock(mutex);
        chosen.number = ground.number + 1;
        ground = std::move(chosen);
        queue.clear();
        onlyPainted.clear();
    }
    if (relay) {
        relay->disconnect(service);
        relay.release()->deleteLater(); // it may be what led here
    }
    fetching.clear();
    if (ground.provider) {
        const TileRelay::Patience patience{.answer = options.providerPatience, .slow = options.providerSlow};
        relay = std::make_unique<TileRelay>(*ground.provider, patience, options.now);
        connect(relay.get(), &TileRelay::waitsChanged, service, &TileService::awaitedChanged);
    }
    failureSaid = false;
    cache.clear();
    for (const std::vector<Waiter> &waiters : std::exchange(waiting, {})) {
        for (const Waiter &waiter : waiters)
            refuse(*waiter.responder, Status::Gone);
    }
    emit service->groundChanged();
    emit service->awaitedChanged();
}

void TileService::Private::handle(const QHttpServerRequest &request, QHttpServerResponder &responder)
{
    const QByteArray connection = request.headers().combinedValue(QHttpHeaders::WellKnownHeader::Connection).toLower();
    if (connection.contains("close"))
        door->setLast(request.remotePort());
    // A page in a browser may reach this port under a name of its own; only our own address is answered.
    const auto hosts = request.headers().values(QHttpHeaders::WellKnownHeader::Host);
    if (hosts.size() != 1 || hosts.first() != "127.0.0.1:" + QByteArray::number(door->serverPort()))
        return refuse(responder, Status::Forbidden);
    if (request.method() != QHttpServerRequest::Method::Get)
        return refuse(responder, Status::MethodNotAllowed);
    const auto address = parseTilePath(request.url().path(), secret);
    if (!address)
        return refuse(responder, static_cast<Status>(address.error()));
    if (address->ground != ground.number)
        return refuse(responder, Status::Gone);
    if (const TilePicture *tile = cache.object(*address))
        return answer(responder, *tile);

    door->setOwed(request.remotePort(), true);
    auto &waiters = waiting[*address];
    waiters.push_back({std::make_shared<QHttpServerResponder>(std::move(responder)), request.remotePort()});
    if (waiters.size() == 1)
        enqueue(*address);
}

void TileService::Private::enqueue(const TileAddress &tile, bool paint)
{
    const std::lock_guard lock(mutex);
    queue.add(tile);
    if (paint)
        onlyPainted.insert(tile);
    scale = tile.scale;
    if (workers < pool.maxThreadCount()) {
        ++workers;
        pool.start([this] { work(); });
    }
}

/// What people come to next: one zoom closer or farther. Under the mutex.
std::optional<std::pair<int, int>> TileService::Private::nextZoom()
{
    for (int step : {0, 1, -1}) {
        if (zoom && *zoom + step >= 0 && *zoom + step <= kLastPaintedZoom
            && prepared.emplace(*zoom + step, scale).second)
            return std::pair(*zoom + step, scale);
    }
    return std::nullopt;
}

/// In a worker thread, until nothing waits.
void TileService::Private::work()
{
    for (;;) {
        std::optional<TileAddress> tile;
        std::optional<std::pair<int, int>> ahead;
        Ground from;
        bool paint = false;
        {
            const std::lock_guard lock(mutex);
            tile = queue.takeNext();
            if (!tile && !ground.file && !ground.provider)
                ahead = nextZoom();
            if (!tile && !ahead) {
                --workers;
                return;
            }
            from = ground;
            paint = tile && onlyPainted.remove(*tile);
        }
        if (tile)
            make(*tile, from, paint);
        else
            painter->prepare(ahead->first, ahead->second);
    }
}

/// In a worker thread.
void TileService::Private::make(const TileAddress &tile, const Ground &from, bool paint)
{
    const auto hand = [this](auto &&function) {
        QMetaObject::invokeMethod(service, std::forward<decltype(function)>(function), Qt::QueuedConnection);
    };
    if (from.provider && !paint && tile.z >= from.provider->minZoom && tile.z <= from.provider->maxZoom) {
        const auto kept = from.store ? from.store->read(onlineName(tile)) : std::nullopt;
        if (kept && kept->freshUntil > options.now())
            hand([this, tile, picture = *kept] { deliver(tile, picture, true); });
        else
            hand([this, tile, kept] { fetch(tile, kept); });
        return;
    }
    const TilePicture picture = from.file ? fromFile(*from.file, tile) : paintedTiles.tile(tile);
    // What stands in for a tile that did not come is not kept: it may come the next time.
    hand([this, tile, picture, paint] { deliver(tile, picture, !paint); });
}

/// The picture of the file, over the painted ground where it lets that through.
TilePicture TileService::Private::fromFile(const TileFile &file, const TileAddress &tile)
{
    const auto found = file.tile(tile.z, tile.x, tile.y);
    if (!found)
        return paintedTiles.tile(tile);
    if (!found->image.hasAlphaChannel())
        return found->bytes.isEmpty() ? TilePicture{.bytes = pngOf(found->image)}
                                      : TilePicture{.bytes = found->bytes, .type = found->type};
    QImage both = painter->tile(tile.z, tile.x, tile.y, tile.scale, tile.theme, tile.named);
    both.setDevicePixelRatio(1);
    QPainter brush(&both);
    brush.setRenderHint(QPainter::SmoothPixmapTransform);
    brush.drawImage(both.rect(), found->image);
    brush.end();
    return {.bytes = pngOf(both)};
}

void TileService::Private::fetch(const TileAddress &tile, const std::optional<TilePicture> &stale)
{
    if (tile.ground != ground.number || !relay || fetching.contains(tile))
        return;
    fetching.insert(tile);
    const auto still = [this, tile] {
        const bool wanted = waiting.contains(tile);
        if (!wanted)
            fetching.remove(tile);
        return wanted;
    };
    relay->fetch(tile.z, tile.x, tile.y, still, [this, tile, stale](const Result<TilePicture> &fetched) {
        if (tile.ground != ground.number)
            return;
        fetching.remove(tile);
        if (fetched) {
            if (ground.store)
                pool.start([store = ground.store, name = onlineName(tile), picture = *fetched] {
                    store->write(name, picture);
                });
            return deliver(tile, *fetched, true);
        }
        if (!std::exchange(failureSaid, true)) {
            emit service->providerFailed(
                QCoreApplication::translate("TileService",
                                            "%1 does not send its map: %2. What is missing is drawn by Repère.")
                    .arg(ground.provider->name, fetched.error().message));
        }
        if (stale)
            return deliver(tile, *stale, false);
        if (waiting.contains(tile))
            enqueue(tile, true);
    });
}

void TileService::Private::deliver(const TileAddress &tile, const TilePicture &picture, bool keep)
{
    if (tile.ground != ground.number)
        return;
    for (const Waiter &waiter : waiting.take(tile))
        answer(*waiter.responder, picture);
    if (keep)
        cache.insert(tile, new TilePicture(picture), picture.bytes.size());
}

void TileService::Private::forget(quint16 port)
{
    for (auto it = waiting.begin(); it != waiting.end();) {
        std::erase_if(it.value(), [port](const Waiter &waiter) { return waiter.port == port; });
        if (!it.value().empty()) {
            ++it;
            continue;
        }
        const std::lock_guard lock(mutex);
        queue.remove(it.key());
        onlyPainted.remove(it.key());
        it = waiting.erase(it);
    }
}

TileService::TileService(std::shared_ptr<const MapPainter> painter, QObject *parent)
    : TileService(std::move(painter), Options(), parent)
{
}

TileService::TileService(std::shared_ptr<const MapPainter> painter, Options options, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(this, painter, std::move(options)))
{
    d->pool.setMaxThreadCount(std::clamp(QThread::idealThreadCount() - 1, 1, 8));
    d->pool.setExpiryTimeout(-1); // threads keep their fonts
}

TileService::~TileService()
{
    {
        const std::lock_guard lock(d->mutex);
        d->queue.clear();
        d->zoom.reset();
    }
    d->relay.reset();
    d->pool.waitForDone();
}

QString TileService::awaited() const
{
    return d->relay && d->relay->waits() ? d->relay->provider().name : QString();
}

Result<void> TileService::start()
{
    if (d->door)
        return {};
    auto door = std::make_unique<TileDoor>();
    if (!door->listen(QHostAddress::LocalHost, 0)) {
        return failure(
            ErrorCode::Internal,
            QCoreApplication::translate("TileService", "The map cannot be drawn: no port of this machine is free (%1).")
                .arg(door->errorString()));
    }
    std::array<quint32, 4> random{};
    QRandomGenerator::system()->fillRange(random.data(), static_cast<qsizetype>(random.size()));
    d->secret = QString::fromLatin1(QByteArray(reinterpret_cast<const char *>(random.data()), sizeof(random)).toHex());
    d->server.setMissingHandler(this, [this](const QHttpServerRequest &request, QHttpServerResponder &responder) {
        d->handle(request, responder);
    });
    connect(door.get(), &TileDoor::left, this, [this](quint16 port) { d->forget(port); });
    if (!d->server.bind(door.get())) {
        return failure(ErrorCode::Internal, QCoreApplication::translate(
                                                "TileService", "The map cannot be drawn: its service does not start."));
    }
    d->door = door.release();
    d->pool.start([this] { d->paintedTiles.forgetOlderVersions(); });
    return {};
}

QUrl TileService::customHost(Theme theme, int scale, bool named) const
{
    if (!d->door)
        return {};
    return QUrl(QStringLiteral("http://127.0.0.1:%1%2")
                    .arg(d->door->serverPort())
                    .arg(tilePathStart(d->secret, d->ground.number, theme, scale, named)));
}

std::shared_ptr<const MapPainter> TileService::namesPainter() const
{
    return d->ground.file || d->ground.provider ? nullptr : d->painter;
}

void TileService::setView(const GeoBox &box, double zoom)
{
    const std::lock_guard lock(d->mutex);
    d->queue.setView(box, zoom);
    d->zoom = static_cast<int>(std::lround(zoom));
}

void TileService::showPainted()
{
    d->setGround({});
}

void TileService::showFile(std::shared_ptr<const TileFile> file)
{
    d->setGround({.number = 0, .file = std::move(file), .provider = std::nullopt, .store = nullptr});
}

void TileService::showOnline(const TileProvider &provider)
{
    std::shared_ptr<TileStore> store;
    if (!d->options.cacheFolder.isEmpty())
        store = std::make_shared<TileStore>(d->options.cacheFolder + QStringLiteral("/online-") + provider.id,
                                            kOnlineBytes);
    d->setGround({.number = 0, .file = nullptr, .provider = provider, .store = std::move(store)});
}

QString TileService::attribution() const
{
    // The painted ground shows wherever the other one has nothing.
    const QString painted = d->painter->attribution();
    const QString other = d->ground.file       ? d->ground.file->attribution()
                          : d->ground.provider ? d->ground.provider->attribution
                                               : QString();
    return other.isEmpty() ? painted : other + QStringLiteral(" · ") + painted;
}

int TileService::maxZoom() const
{
    constexpr int kClosest = 18;
    constexpr int kWorthEnlarging = 2; // zooms
    if (d->ground.file)
        return std::clamp(d->ground.file->maxZoom() + kWorthEnlarging, kLastPaintedZoom, kClosest);
    return d->ground.provider ? std::clamp(d->ground.provider->maxZoom, kLastPaintedZoom, kClosest) : kLastPaintedZoom;
}

int TileService::painted() const
{
    return d->paintedTiles.painted();
}

} // namespace repere::basemap
