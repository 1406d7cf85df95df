#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QTcpServer>
#include <QThread>
#include <QUrl>

#include <functional>
#include <mutex>

class QTcpSocket;

namespace repere::testing {

/// What a server of ours was asked.
struct HttpRequest {
    QByteArray method;
    QByteArray path; ///< with its query
    QByteArray head; ///< as it came
    QByteArray body;

    /// A field of the head; empty when it is not there.
    QByteArray header(const QByteArray &name) const;
};

/// What it answers: bytes as they go over the line, and what happens then.
struct HttpAnswer {
    QByteArray bytes; ///< none: silence
    bool hangUp = false;
    int dripMilliseconds = 0; ///< not 0: the bytes come one by one, so far apart
    qsizetype dripFrom = 0;   ///< the first ones come at once

    static HttpAnswer ok(const QByteArray &body, const QByteArray &headers = {}, const QByteArray &type = "text/csv");
    static HttpAnswer status(int status, const QByteArray &headers = {}, const QByteArray &body = {});
    static HttpAnswer redirect(const QByteArray &target, int status = 302);
};

/// A web server on 127.0.0.1 that answers as a test wants. In the thread that made it.
class HttpServer final : public QTcpServer
{
    Q_OBJECT
public:
    using Answer = std::function<HttpAnswer(const HttpRequest &)>;

    explicit HttpServer(Answer answer);

    QList<HttpRequest> requests() const;
    int connectionsAtOnce() const { return m_most; }

private:
    void serve(QTcpSocket *socket);
    void send(QTcpSocket *socket, const HttpAnswer &answer);

    const Answer m_answer;
    mutable std::mutex m_mutex;
    QList<HttpRequest> m_requests;
    int m_now = 0;
    int m_most = 0;
};

/// The same in a thread of its own, for tests of what blocks, and for other programs. `answer` is called there.
class HttpServerThread
{
public:
    explicit HttpServerThread(HttpServer::Answer answer);
    ~HttpServerThread();

    QUrl url(const char *path = "/") const; ///< http://127.0.0.1:PORT/path
    QList<HttpRequest> requests() const { return m_server->requests(); }
    QByteArrayList paths() const;

private:
    QThread m_thread;
    HttpServer *m_server = nullptr; // of that thread
    quint16 m_port = 0;
};

} // namespace repere::testing
