#include "basemap/tile_service.h"

#include "basemap/tile_address.h"
#include "basemap/tile_door.h"
#include "basemap/tile_queue.h"
#include "basemap/tile_store.h"

#include <QBuffer>
#include <QCache>
#include <QCoreApplication>
#include <QDir>
#include <QHttpHeaders>
#include <QHttpServer>
#include <QRandomGenerator>
#include <QThread>
#include <QThreadPool>

#include <array>
#include <atomic>
#include <cmath>
#include <mutex>
#include <optional>
#include <set>
#include <utility>

namespace repere::basemap {

namespace {

constexpr qsizetype kMemoryBytes = 64 * 1024 * 1024;
constexpr int kLastPaintedZoom = 12; // that the window shows
constexpr qint64 kDiskBytes = 128 * 1024 * 1024;
using Status = QHttpServerResponder::StatusCode;

QByteArray paintPng(const MapPainter &painter, const TileAddress &address)
{
    const QImage image = painter.tile(address.z, address.x, address.y, address.scale, address.theme);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG", 85); // zlib's level 1: the picture travels no farther than this machine
    return bytes;
}

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

/// Painted tiles, kept by what they depend on: another version of data or style is another folder, and older ones go.
class PaintedTiles
{
public:
    PaintedTiles(std::shared_ptr<const MapPainter> painter, const QString &cacheFolder) : m_painter(std::move(painter))
    {
        if (!cacheFolder.isEmpty())
            m_store = std::make_unique<TileStore>(
                cacheFolder + u'/' + kPrefix + QString::fromLatin1(m_painter->version()), kDiskBytes);
    }

    TilePicture tile(const TileAddress &address)
    {
        const QString name = QStringLiteral("%1-%2/%3/%4-%5")
                                 .arg(address.theme == Theme::Dark ? QStringLiteral("dark") : QStringLiteral("light"))
                                 .arg(address.scale)
                                 .arg(address.z)
                                 .arg(address.x)
                                 .arg(address.y);
        if (m_store) {
            if (auto kept = m_store->read(name))
                return *kept;
        }
        const TilePicture tile{.bytes = paintPng(*m_painter, address)};
        ++m_painted;
        if (m_store)
            m_store->write(name, tile);
        return tile;
    }

    void forgetOlderVersions() const
    {
        if (!m_store)
            return;
        const QDir mine(m_store->folder());
        QDir all = QFileInfo(m_store->folder()).dir();
        for (const QString &name : all.entryList({kPrefix + u'*'}, QDir::Dirs | QDir::NoSymLinks)) {
            if (name != mine.dirName())
                QDir(all.filePath(name)).removeRecursively();
        }
    }

    int painted() const { return m_painted; }

private:
    static constexpr QLatin1StringView kPrefix{"painted-"};

    std::shared_ptr<const MapPainter> m_painter;
    std::unique_ptr<TileStore> m_store;
    std::atomic<int> m_painted = 0;
};

struct Waiter {
    std::shared_ptr<QHttpServerResponder> responder; // shared: QHash copies
    quint16 port = 0;
};

} // namespace

struct TileService::Private {
    TileService *service;
    std::shared_ptr<const MapPainter> painter;
    PaintedTiles paintedTiles;
    QString secret;
    int ground = 0;
    TileDoor *door = nullptr; ///< a child of the server
    QHttpServer server;
    QCache<TileAddress, TilePicture> cache{kMemoryBytes};
    QHash<TileAddress, std::vector<Waiter>> waiting; ///< those to answer when a tile is made

    std::mutex mutex; ///< of what follows
    TileQueue queue;
    int workers = 0;
    std::optional<int> zoom;                ///< of the view
    int scale = 1;                          ///< of the last tile asked for
    std::set<std::pair<int, int>> prepared; ///< zooms and scales

    QThreadPool pool; // destroyed first: its threads use all of this

    Private(TileService *s, const std::shared_ptr<const MapPainter> &map, const QString &cacheFolder)
        : service(s), painter(map), paintedTiles(map, cacheFolder)
    {
    }

    void handle(const QHttpServerRequest &request, QHttpServerResponder &responder);
    void enqueue(const TileAddress &tile);
    void work();
    std::optional<std::pair<int, int>> nextZoom();
    void made(const TileAddress &tile, const TilePicture &picture);
    void forget(quint16 port);
};

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
    if (address->ground != ground)
        return refuse(responder, Status::Gone);
    if (const TilePicture *tile = cache.object(*address))
        return answer(responder, *tile);

    door->setOwed(request.remotePort(), true);
    auto &waiters = waiting[*address];
    waiters.push_back({std::make_shared<QHttpServerResponder>(std::move(responder)), request.remotePort()});
    if (waiters.size() == 1)
        enqueue(*address);
}

void TileService::Private::enqueue(const TileAddress &tile)
{
    const std::lock_guard lock(mutex);
    queue.add(tile);
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
        {
            const std::lock_guard lock(mutex);
            tile = queue.takeNext();
            if (!tile)
                ahead = nextZoom();
            if (!tile && !ahead) {
                --workers;
                return;
            }
        }
        if (!tile) {
            painter->prepare(ahead->first, ahead->second);
            continue;
        }
        const TilePicture picture = paintedTiles.tile(*tile);
        QMetaObject::invokeMethod(
            service, [this, tile = *tile, picture] { made(tile, picture); }, Qt::QueuedConnection);
    }
}

void TileService::Private::made(const TileAddress &tile, const TilePicture &picture)
{
    for (const Waiter &waiter : waiting.take(tile))
        answer(*waiter.responder, picture);
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
        it = waiting.erase(it);
    }
}

TileService::TileService(std::shared_ptr<const MapPainter> painter, QString cacheFolder, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(this, std::move(painter), cacheFolder))
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
    d->pool.waitForDone();
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

QUrl TileService::customHost(Theme theme, int scale) const
{
    if (!d->door)
        return {};
    return QUrl(QStringLiteral("http://127.0.0.1:%1%2")
                    .arg(d->door->serverPort())
                    .arg(tilePathStart(d->secret, d->ground, theme, scale)));
}

void TileService::setView(const GeoBox &box, double zoom)
{
    const std::lock_guard lock(d->mutex);
    d->queue.setView(box, zoom);
    d->zoom = static_cast<int>(std::lround(zoom));
}

int TileService::painted() const
{
    return d->paintedTiles.painted();
}

} // namespace repere::basemap
