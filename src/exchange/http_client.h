#pragma once

#include "core/job.h"
#include "core/result.h"

#include <QByteArray>
#include <QUrl>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

class QNetworkAccessManager;

namespace repere::exchange {

/// How long a server is waited for, and how often it is asked again.
struct HttpPatience {
    std::chrono::milliseconds silence{30'000};   ///< without a byte
    int tries = 5;                               ///< in all
    std::chrono::milliseconds firstPause{1'000}; ///< doubled after each try, unless the server says when to come back
    std::chrono::milliseconds longestPause{60'000}; ///< a server that asks for more is given up
};

/// One question to a server.
struct HttpCall {
    QUrl url;
    std::vector<std::pair<QByteArray, QByteArray>> headers;
    std::optional<QByteArray> body; ///< with it the question is a POST
};

/// The head of an answer, redirections followed.
struct HttpHead {
    QUrl url;
    int status = 0; ///< 200, 206, 304 or 416; the others are errors
    QByteArray etag;
    QByteArray lastModified;
    QByteArray contentRange;
    QByteArray encoding; ///< of what follows: empty, or "gzip" when the question allowed it
    qint64 length = -1;  ///< of what follows, in bytes; -1 when not known
    /// A line that breaks is told from the end. In chunks of HTTP/1.1 it is not: Qt 6.8 takes what came for the whole.
    bool endIsSure = false;
};

/// Takes an answer as it comes.
class HttpSink
{
public:
    enum class Next { Take, Done, Again }; ///< read on; that is all; ask once more

    virtual ~HttpSink() = default;
    /// The question, made anew for each try.
    virtual HttpCall call() = 0;
    virtual Result<Next> begin(const HttpHead &head) = 0;
    virtual Result<void> take(const QByteArray &bytes) = 0;
};

/// Asks servers over HTTPS (plain HTTP is for servers on this computer), under Repère's own name, without cookies or
/// passwords. Follows five redirections, never from an encrypted address to one that is not. A server that is busy or breaks
/// off is asked again, at the time it says.
///
/// Blocks the calling thread until the answer is there: for a worker or the command line, never for the thread of a window.
/// It runs an event loop of its own meanwhile, as the network of Qt needs one and a worker has no other.
class HttpClient
{
public:
    explicit HttpClient(HttpPatience patience = {});
    ~HttpClient();

    /// Errors: Usage for an address that is not asked, Cancelled, Missing for what the server does not have, Unreadable for
    /// the rest, and those of the sink. The sentence names the address.
    Result<void> ask(HttpSink &sink, JobContext &job);

private:
    struct Trouble {
        Error error;
        bool passes = false;                              ///< it may be better next time
        std::optional<std::chrono::milliseconds> pause{}; ///< as the server asked
    };
    std::optional<Trouble> tryOnce(HttpSink &sink, JobContext &job, bool &again);
    std::optional<Trouble> waitBefore(int nextTry, const Trouble &last, JobContext &job) const;

    const HttpPatience m_patience;
    std::unique_ptr<QNetworkAccessManager> m_network;
};

/// Whether Repère connects to an address: https, or http to this computer, without name and password. The error says why not.
Result<void> checkAddress(const QUrl &url);

/// Whether one address may send to another: not from an encrypted one to one that is not.
bool leadsOn(const QUrl &from, const QUrl &to);

/// What Retry-After asks for (seconds or a date, RFC 9110, section 10.2.3), counted from `now` (seconds since 1970).
std::optional<std::chrono::milliseconds> retryAfter(const QByteArray &header, qint64 now);

} // namespace repere::exchange
