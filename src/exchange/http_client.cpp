#include "exchange/http_client.h"

#include "core/user_agent.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QEventLoop>
#include <QHostAddress>
#include <QLocale>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QSslError>
#include <QTimeZone>
#include <QTimer>

#include <algorithm>

namespace repere::exchange {

namespace {

constexpr int kMostRedirections = 5;
constexpr qint64 kBuffer = 1024 * 1024;
constexpr qint64 kMostOfAnError = 64 * 1024;   // of a page that nobody reads
constexpr std::chrono::milliseconds kLook{50}; // how often a wish to stop is looked for

struct Text {
    Q_DECLARE_TR_FUNCTIONS(HttpClient)
};

QString shown(const QUrl &url)
{
    return url.toDisplayString(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment).left(200);
}

bool isHere(const QUrl &url)
{
    return url.host() == u"localhost" || QHostAddress(url.host()).isLoopback();
}

bool isBusy(int status)
{
    return status == 408 || status == 425 || status == 429 || (status >= 500 && status <= 599 && status != 501);
}

/// Whether the same question may be answered later: the line broke, rather than that there is nobody.
bool passes(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::RemoteHostClosedError:
    case QNetworkReply::TimeoutError:
    case QNetworkReply::OperationCanceledError: // the silence of setTransferTimeout
    case QNetworkReply::TemporaryNetworkFailureError:
    case QNetworkReply::NetworkSessionFailedError:
    case QNetworkReply::UnknownNetworkError:
    case QNetworkReply::ProxyTimeoutError: return true;
    default: return false;
    }
}

HttpHead headOf(const QNetworkReply &reply, int status)
{
    HttpHead head;
    head.url = reply.url();
    head.status = status;
    head.etag = reply.rawHeader("ETag");
    head.lastModified = reply.rawHeader("Last-Modified");
    head.contentRange = reply.rawHeader("Content-Range");
    head.encoding = reply.rawHeader("Content-Encoding").trimmed().toLower();
    if (head.encoding == "identity")
        head.encoding.clear();
    bool known = false;
    const qint64 length = reply.rawHeader("Content-Length").toLongLong(&known);
    if (known)
        head.length = length;
    head.endIsSure = known || reply.attribute(QNetworkRequest::Http2WasUsedAttribute).toBool();
    return head;
}

Error statusError(const QUrl &url, int status)
{
    switch (status) {
    case 401:
    case 403:
    case 407:
        return {
            ErrorCode::Unreadable,
            Text::tr("%1: the server does not let everybody in (%2). Nothing was read.").arg(shown(url)).arg(status)};
    case 404:
    case 410:
        return {ErrorCode::Missing,
                Text::tr("%1: the server knows no such address (%2). Nothing was read.").arg(shown(url)).arg(status)};
    case 429:
        return {ErrorCode::Unreadable,
                Text::tr("%1: the server was asked too often (429). Try again later.").arg(shown(url))};
    default:
        return {ErrorCode::Unreadable,
                Text::tr("%1: the server answers with error %2. Nothing was read.").arg(shown(url)).arg(status)};
    }
}

} // namespace

Result<void> checkAddress(const QUrl &url)
{
    if (!url.isValid() || url.host().isEmpty() || (url.scheme() != u"https" && url.scheme() != u"http")) {
        return failure(ErrorCode::Usage,
                       Text::tr("“%1” is no address that can be read: it begins with https://.").arg(shown(url)));
    }
    if (!url.userInfo().isEmpty()) {
        return failure(ErrorCode::Usage,
                       Text::tr("%1: an address with a name or a password in it is not asked.").arg(shown(url)));
    }
    if (url.scheme() == u"http" && !isHere(url)) {
        return failure(ErrorCode::Usage,
                       Text::tr("%1: an address that is not encrypted (http://) is only asked on this computer. "
                                "Try https://.")
                           .arg(shown(url)));
    }
    return {};
}

bool leadsOn(const QUrl &from, const QUrl &to)
{
    return checkAddress(to) && (from.scheme() != u"https" || to.scheme() == u"https");
}

std::optional<std::chrono::milliseconds> retryAfter(const QByteArray &header, qint64 now)
{
    const QByteArray text = header.trimmed();
    if (text.isEmpty())
        return std::nullopt;
    bool isNumber = false;
    const qint64 seconds = text.toLongLong(&isNumber);
    if (isNumber)
        return seconds < 0 ? std::nullopt
                           : std::optional(std::chrono::milliseconds(std::min(seconds, qint64(1) << 31) * 1000));
    QDateTime date =
        QLocale::c().toDateTime(QString::fromLatin1(text), QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"));
    if (!date.isValid())
        return std::nullopt;
    date.setTimeZone(QTimeZone::UTC);
    return std::chrono::milliseconds(std::max<qint64>(0, date.toSecsSinceEpoch() - now) * 1000);
}

HttpClient::HttpClient(HttpPatience patience)
    : m_patience(patience), m_network(std::make_unique<QNetworkAccessManager>())
{
    m_network->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
}

HttpClient::~HttpClient() = default;

Result<void> HttpClient::ask(HttpSink &sink, JobContext &job)
{
    for (int number = 1;; ++number) {
        bool again = false;
        const std::optional<Trouble> trouble = tryOnce(sink, job, again);
        if (again && number < m_patience.tries)
            continue;
        if (again) {
            return failure(
                ErrorCode::Unreadable,
                Text::tr("%1: the server contradicts itself. Nothing was read.").arg(shown(sink.call().url)));
        }
        if (!trouble)
            return {};
        if (!trouble->passes || number >= m_patience.tries)
            return std::unexpected(trouble->error);
        if (const auto stop = waitBefore(number + 1, *trouble, job))
            return std::unexpected(stop->error);
    }
}

std::optional<HttpClient::Trouble> HttpClient::waitBefore(int nextTry, const Trouble &last, JobContext &job) const
{
    const auto pause = last.pause.value_or(m_patience.firstPause * (1 << std::min(nextTry - 2, 16)));
    if (pause > m_patience.longestPause) {
        if (!last.pause)
            return waitBefore(2, {last.error, true, m_patience.longestPause}, job);
        const auto minutes = std::chrono::ceil<std::chrono::minutes>(pause).count();
        return Trouble{{last.error.code,
                        last.error.message + u' '
                            + Text::tr("It asks to come back in %n minute(s).", nullptr, static_cast<int>(minutes))}};
    }
    QEventLoop loop;
    QTimer end;
    end.setSingleShot(true);
    QObject::connect(&end, &QTimer::timeout, &loop, [&loop] { loop.exit(0); });
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        if (job.isCancelled())
            loop.exit(1);
    });
    end.start(pause);
    look.start(kLook);
    if (loop.exec() != 0 || job.isCancelled())
        return Trouble{{ErrorCode::Cancelled, Text::tr("Stopped. Nothing was read.")}};
    return std::nullopt;
}

std::optional<HttpClient::Trouble> HttpClient::tryOnce(HttpSink &sink, JobContext &job, bool &again)
{
    HttpCall call = sink.call();
    if (const auto allowed = checkAddress(call.url); !allowed)
        return Trouble{allowed.error()};
    for (int redirections = 0;; ++redirections) {
        QNetworkRequest request(call.url);
        request.setRawHeader("User-Agent", kUserAgent);
        // Unpacked by Qt, a packed answer that broke off looks whole: bytes come as they were sent, and are counted.
        request.setRawHeader("Accept-Encoding", "identity");
        for (const auto &[name, value] : call.headers)
            request.setRawHeader(name, value);
        request.setTransferTimeout(m_patience.silence);
        request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
        request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
        request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
        if (isHere(call.url))
            m_network->setProxy(QNetworkProxy(QNetworkProxy::NoProxy));
        else
            m_network->setProxy(QNetworkProxy(QNetworkProxy::DefaultProxy));
        const std::unique_ptr<QNetworkReply> reply(call.body ? m_network->post(request, *call.body)
                                                             : m_network->get(request));
        reply->setReadBufferSize(kBuffer);

        std::optional<Trouble> trouble;
        bool begun = false;
        bool done = false;
        bool stopped = false;
        qint64 expected = -1; // bytes, when the server said so
        qint64 taken = 0;
        qint64 ignored = 0;
        const auto status = [&] { return reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(); };
        const auto isMine = [&] {
            const int code = status();
            return code == 200 || code == 206 || code == 304 || code == 416;
        };
        const auto stop = [&](std::optional<Trouble> why) {
            stopped = true;
            trouble = std::move(why);
            reply->abort();
        };
        const auto takeWhatCame = [&] {
            if (stopped)
                return;
            if (!isMine()) { // a page about an error, or about where to go
                ignored += reply->readAll().size();
                if (ignored > kMostOfAnError)
                    stop(std::nullopt);
                return;
            }
            if (!begun) {
                begun = true;
                const HttpHead head = headOf(*reply, status());
                expected = head.length;
                const auto next = sink.begin(head);
                if (!next)
                    return stop(Trouble{next.error()});
                again = *next == HttpSink::Next::Again;
                done = *next != HttpSink::Next::Take;
                if (done)
                    return stop(std::nullopt);
            }
            while (!stopped && reply->bytesAvailable() > 0) {
                const QByteArray bytes = reply->read(kBuffer);
                taken += bytes.size();
                if (const auto kept = sink.take(bytes); !kept)
                    stop(Trouble{kept.error()});
            }
        };
        QEventLoop loop;
        QObject::connect(reply.get(), &QNetworkReply::readyRead, &loop, takeWhatCame);
        QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
        QString untrusted; // why, in Qt's words
        QObject::connect(reply.get(), &QNetworkReply::sslErrors, &loop, [&](const QList<QSslError> &errors) {
            if (!errors.isEmpty())
                untrusted = errors.first().errorString();
        });
        QTimer look;
        QObject::connect(&look, &QTimer::timeout, &loop, [&] {
            if (job.isCancelled() && !stopped)
                stop(Trouble{{ErrorCode::Cancelled, Text::tr("Stopped. Nothing was read.")}});
        });
        look.start(kLook);
        if (!reply->isFinished())
            loop.exec();
        look.stop();
        const QNetworkReply::NetworkError error = reply->error();
        // What waits is taken also when the line broke: it need not be sent again.
        if (status() > 0)
            takeWhatCame();

        if (trouble || done)
            return trouble;
        const QUrl target = reply->attribute(QNetworkRequest::RedirectionTargetAttribute).toUrl();
        if (!target.isEmpty()) {
            const QUrl there = call.url.resolved(target);
            const bool losesBody = call.body && status() != 307 && status() != 308;
            if (redirections >= kMostRedirections || losesBody || !leadsOn(call.url, there)) {
                return Trouble{{ErrorCode::Unreadable,
                                redirections >= kMostRedirections
                                    ? Text::tr("%1: sends from one address to the next without end. Nothing was read.")
                                          .arg(shown(call.url))
                                    : Text::tr("%1: sends to %2, where Repère does not go. Nothing was read.")
                                          .arg(shown(call.url), shown(there))}};
            }
            call.url = there;
            continue;
        }
        if (isBusy(status()))
            return Trouble{statusError(call.url, status()), true,
                           retryAfter(reply->rawHeader("Retry-After"), QDateTime::currentSecsSinceEpoch())};
        if (status() > 0 && !isMine())
            return Trouble{statusError(call.url, status())};
        if (error != QNetworkReply::NoError) {
            if (error == QNetworkReply::SslHandshakeFailedError && !untrusted.isEmpty())
                return Trouble{
                    {ErrorCode::Unreadable,
                     Text::tr("%1: the certificate of this server is not trusted (%2), so that anybody might be "
                              "answering. Nothing was read.")
                         .arg(shown(call.url), untrusted)},
                    false};
            const QString reason =
                error == QNetworkReply::OperationCanceledError ? Text::tr("it says nothing") : reply->errorString();
            return Trouble{
                {ErrorCode::Unreadable,
                 Text::tr("%1: the server cannot be read: %2. Nothing was read.").arg(shown(call.url), reason)},
                passes(error)};
        }
        if (expected >= 0 && taken != expected) { // a line that broke is no error to Qt
            return Trouble{
                {ErrorCode::Unreadable, Text::tr("%1: the server broke off. Nothing was read.").arg(shown(call.url))},
                true};
        }
        return std::nullopt;
    }
}

} // namespace repere::exchange
