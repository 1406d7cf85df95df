#include "basemap/tile_service.h"

#include <QBuffer>
#include <QCache>
#include <QCoreApplication>
#include <QHttpHeaders>
#include <QHttpServer>
#include <QRandomGenerator>
#include <QTcpServer>
#include <QThread>
#include <QThreadPool>
#include <QtConcurrent>

#include <optional>

namespace repere::basemap {

namespace {

constexpr int kMaxZoom = 15;
constexpr qsizetype kMaxPathLength = 200;
constexpr qsizetype kCacheBytes = 64 * 1024 * 1024;
using Status = QHttpServerResponder::StatusCode;

struct TileAddress {
    Theme theme = Theme::Light;
    int scale = 1;
    int z = 0;
    int x = 0;
    int y = 0;

    bool operator==(const TileAddress &) const = default;
};

size_t qHash(const TileAddress &a, size_t seed = 0)
{
    return qHashMulti(seed, static_cast<int>(a.theme), a.scale, a.z, a.x, a.y);
}

/// Digits only: no sign, no space, no sixteenth decimal.
std::optional<int> number(QStringView text)
{
    if (text.isEmpty() || text.size() > 7 || !std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; }))
        return std::nullopt;
    return text.toInt();
}

/// "/SECRET/light/1/6/32/22.png", or the status that says what is wrong with it.
std::expected<TileAddress, Status> parsePath(const QString &path, const QString &secret)
{
    if (path.size() > kMaxPathLength)
        return std::unexpected(Status::UriTooLong);
    const QStringList parts = path.split(u'/');
    if (parts.size() < 2 || parts[1] != secret)
        return std::unexpected(Status::NotFound);
    if (parts.size() != 7 || !parts[6].endsWith(u".png"))
        return std::unexpected(Status::BadRequest);
    if (parts[2] != u"light" && parts[2] != u"dark")
        return std::unexpected(Status::BadRequest);
    const auto scale = number(parts[3]);
    const auto z = number(parts[4]);
    const auto x = number(parts[5]);
    const auto y = number(QStringView(parts[6]).chopped(4));
    if (!scale || !z || !x || !y)
        return std::unexpected(Status::BadRequest);
    const bool there = (*scale == 1 || *scale == 2) && *z <= kMaxZoom && *x < (1 << *z) && *y < (1 << *z);
    if (!there)
        return std::unexpected(Status::NotFound);
    return TileAddress{parts[2] == u"dark" ? Theme::Dark : Theme::Light, *scale, *z, *x, *y};
}

QByteArray paintPng(const MapPainter &painter, const TileAddress &address)
{
    const QImage image = painter.tile(address.z, address.x, address.y, address.scale, address.theme);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG", 85); // zlib's level 1: the picture travels no farther than this machine
    return bytes;
}

using SharedResponder = std::shared_ptr<QHttpServerResponder>;

void refuse(QHttpServerResponder &responder, Status status)
{
    QHttpHeaders headers;
    headers.append(QHttpHeaders::WellKnownHeader::CacheControl, "no-store");
    responder.write(headers, status);
}

void answer(QHttpServerResponder &responder, const QByteArray &png)
{
    QHttpHeaders headers;
    headers.append(QHttpHeaders::WellKnownHeader::ContentType, "image/png");
    // Whoever keeps tiles shows those of yesterday's theme or data; painting is quick and this service has its cache.
    headers.append(QHttpHeaders::WellKnownHeader::CacheControl, "no-store");
    responder.write(png, headers, Status::Ok);
}

} // namespace

struct TileService::Private {
    std::shared_ptr<const MapPainter> painter;
    QString secret;
    quint16 port = 0;
    QHttpServer server;
    QThreadPool pool;
    QCache<TileAddress, QByteArray> cache{kCacheBytes};
    QHash<TileAddress, std::vector<SharedResponder>> waiting; ///< those to answer when a tile is painted
    int newest = 0; ///< the last tile asked for is painted first: it is the one in view

    void handle(TileService *service, const QHttpServerRequest &request, QHttpServerResponder &responder);
};

void TileService::Private::handle(TileService *service, const QHttpServerRequest &request,
                                  QHttpServerResponder &responder)
{
    // A page in a browser may reach this port under a name of its own; only our own address is answered.
    const auto hosts = request.headers().values(QHttpHeaders::WellKnownHeader::Host);
    if (hosts.size() != 1 || hosts.first() != "127.0.0.1:" + QByteArray::number(port))
        return refuse(responder, Status::Forbidden);
    if (request.method() != QHttpServerRequest::Method::Get)
        return refuse(responder, Status::MethodNotAllowed);
    const auto address = parsePath(request.url().path(), secret);
    if (!address)
        return refuse(responder, address.error());
    if (const QByteArray *png = cache.object(*address))
        return answer(responder, *png);

    auto &queue = waiting[*address];
    queue.push_back(std::make_shared<QHttpServerResponder>(std::move(responder)));
    if (queue.size() > 1)
        return;
    QtConcurrent::task([ground = painter, tile = *address] { return paintPng(*ground, tile); })
        .onThreadPool(pool)
        .withPriority(++newest)
        .spawn()
        .then(service, [this, tile = *address](const QByteArray &png) {
            for (const SharedResponder &waiter : waiting.take(tile))
                answer(*waiter, png);
            cache.insert(tile, new QByteArray(png), png.size());
        });
}

TileService::TileService(std::shared_ptr<const MapPainter> painter, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>())
{
    d->painter = std::move(painter);
    d->pool.setMaxThreadCount(std::clamp(QThread::idealThreadCount() - 1, 1, 8));
    d->pool.setExpiryTimeout(-1); // threads keep their fonts
}

TileService::~TileService()
{
    d->pool.clear();
    d->pool.waitForDone();
}

Result<void> TileService::start()
{
    if (d->port != 0)
        return {};
    auto listener = std::make_unique<QTcpServer>();
    if (!listener->listen(QHostAddress::LocalHost, 0)) {
        return failure(
            ErrorCode::Internal,
            QCoreApplication::translate("TileService", "The map cannot be drawn: no port of this machine is free (%1).")
                .arg(listener->errorString()));
    }
    const quint16 port = listener->serverPort();
    std::array<quint32, 4> random{};
    QRandomGenerator::system()->fillRange(random.data(), static_cast<qsizetype>(random.size()));
    d->secret = QString::fromLatin1(QByteArray(reinterpret_cast<const char *>(random.data()), sizeof(random)).toHex());
    d->server.setMissingHandler(this, [this](const QHttpServerRequest &request, QHttpServerResponder &responder) {
        d->handle(this, request, responder);
    });
    if (!d->server.bind(listener.get())) {
        return failure(ErrorCode::Internal, QCoreApplication::translate(
                                                "TileService", "The map cannot be drawn: its service does not start."));
    }
    listener.release(); // now a child of the server
    d->port = port;
    return {};
}

QUrl TileService::customHost(Theme theme, int scale) const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1/%2/%3/%4/")
                    .arg(d->port)
                    .arg(d->secret, theme == Theme::Dark ? QStringLiteral("dark") : QStringLiteral("light"))
                    .arg(scale > 1 ? 2 : 1));
}

} // namespace repere::basemap
