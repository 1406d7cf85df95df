#include "basemap/tile_relay.h"

#include "basemap/tile_picture.h"
#include "core/user_agent.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QRegularExpression>

#include <algorithm>
#include <utility>

namespace repere::basemap {

namespace {

constexpr qint64 kMostBytes = 2 * 1024 * 1024;
constexpr int kMostRedirections = 3;
constexpr int kFailuresBeforeRest = 3;
constexpr qint64 kWeek = 7 * 24 * 3600; // as the rules of the providers ask
constexpr qint64 kYear = 365 * 24 * 3600;

struct TileRelayText {
    Q_DECLARE_TR_FUNCTIONS(TileRelay)
};

/// "a.tile.openstreetmap.fr" → "openstreetmap.fr"; an address is its own family.
QString familyOf(const QString &host)
{
    return QHostAddress(host).isNull() ? host.section(u'.', -2) : host;
}

qint64 maxAge(const QByteArray &cacheControl)
{
    static const QRegularExpression pattern(QStringLiteral("max-age\\s*=\\s*\"?(\\d{1,9})"),
                                            QRegularExpression::CaseInsensitiveOption);
    const auto match = pattern.match(QString::fromLatin1(cacheControl));
    return match.hasMatch() ? match.captured(1).toLongLong() : 0;
}

} // namespace

TileRelay::TileRelay(TileProvider provider, Patience patience, Now now, QObject *parent)
    : QObject(parent), m_provider(std::move(provider)), m_patience(patience), m_now(std::move(now)),
      m_network(std::make_unique<QNetworkAccessManager>())
{
    m_network->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    m_slow.setSingleShot(true);
    m_slow.setInterval(m_patience.slow);
    connect(&m_slow, &QTimer::timeout, this, [this] { setWaits(true); });
}

TileRelay::~TileRelay()
{
    for (QNetworkReply *reply : m_network->findChildren<QNetworkReply *>())
        reply->disconnect(this);
}

void TileRelay::fetch(int z, int x, int y, Still still, Take take)
{
    const QUrl url = m_provider.tileUrl(z, x, y);
    m_waiting.push_back({.url = url,
                         .family = familyOf(url.host()),
                         .redirections = 0,
                         .still = std::move(still),
                         .take = std::move(take)});
    next();
}

void TileRelay::next()
{
    while (!m_waiting.empty() && m_asked < m_provider.connections) {
        Wanted wanted = std::move(m_waiting.back());
        m_waiting.pop_back();
        if (!wanted.still())
            continue;
        if (std::chrono::steady_clock::now() < m_restUntil) {
            wanted.take(failure(ErrorCode::Unreadable, TileRelayText::tr("it did not answer lately")));
            continue;
        }
        ++m_asked;
        if (!m_waits && !m_slow.isActive())
            m_slow.start();
        ask(std::move(wanted));
    }
    if (m_asked == 0) {
        m_slow.stop();
        setWaits(false);
    }
}

void TileRelay::answered()
{
    --m_asked;
    m_slow.stop();
    if (!m_waits && m_asked > 0)
        m_slow.start();
}

void TileRelay::setWaits(bool waits)
{
    if (std::exchange(m_waits, waits) != waits)
        emit waitsChanged();
}

void TileRelay::ask(Wanted wanted)
{
    QNetworkRequest request(wanted.url);
    request.setRawHeader("User-Agent", kUserAgent);
    request.setRawHeader("Accept", "image/png,image/jpeg,image/webp");
    request.setTransferTimeout(m_patience.answer);
    // Nothing is told but the tile: no cookie, no password, no page that led here.
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    QNetworkReply *reply = m_network->get(request);
    reply->setReadBufferSize(kMostBytes + 1);
    // The timeout of Qt starts anew with each byte; a tile that drips is as good as none.
    QTimer::singleShot(m_patience.answer, reply, [reply] { reply->abort(); });
    connect(reply, &QNetworkReply::readyRead, this, [reply] {
        if (reply->bytesAvailable() > kMostBytes)
            reply->abort();
    });
    connect(reply, &QNetworkReply::finished, this,
            [this, reply, wanted = std::move(wanted)] { finished(reply, wanted); });
}

void TileRelay::finished(QNetworkReply *reply, Wanted wanted)
{
    reply->deleteLater();
    if (reply->error() != QNetworkReply::NoError) {
        const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        const bool cut = reply->error() == QNetworkReply::OperationCanceledError;
        return fail(wanted, cut          ? TileRelayText::tr("it is too slow, or sends too much")
                            : status > 0 ? TileRelayText::tr("it answers with error %1").arg(status)
                                         : reply->errorString());
    }
    const QUrl target = reply->attribute(QNetworkRequest::RedirectionTargetAttribute).toUrl();
    if (!target.isEmpty()) {
        const QUrl there = wanted.url.resolved(target);
        if (++wanted.redirections > kMostRedirections || there.scheme() != wanted.url.scheme()
            || familyOf(there.host()) != wanted.family || !there.userInfo().isEmpty())
            return fail(wanted, TileRelayText::tr("it sends elsewhere, to %1").arg(there.host()));
        wanted.url = there;
        return ask(std::move(wanted));
    }
    TilePicture tile{.bytes = reply->read(kMostBytes + 1)};
    tile.type = pictureHead(tile.bytes).type;
    const QByteArray said = reply->header(QNetworkRequest::ContentTypeHeader).toByteArray().toLower();
    if (reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() != 200 || tile.type.isEmpty()
        || !said.startsWith("image/"))
        return fail(wanted, TileRelayText::tr("what it sends is no picture"));
    tile.freshUntil = m_now() + std::clamp(maxAge(reply->rawHeader("Cache-Control")), kWeek, kYear);
    m_failures = 0;
    answered();
    wanted.take(tile);
    next();
}

void TileRelay::fail(const Wanted &wanted, const QString &reason)
{
    if (++m_failures >= kFailuresBeforeRest) {
        m_failures = 0;
        m_restUntil = std::chrono::steady_clock::now() + m_patience.rest;
    }
    answered();
    wanted.take(failure(ErrorCode::Unreadable, reason));
    next();
}

} // namespace repere::basemap
