#include "support/http_server.h"

#include <QTcpSocket>
#include <QTimer>

#include <algorithm>

namespace repere::testing {

QByteArray HttpRequest::header(const QByteArray &name) const
{
    for (const QByteArray &line : head.split('\n')) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.first(colon).trimmed().compare(name, Qt::CaseInsensitive) == 0)
            return line.sliced(colon + 1).trimmed();
    }
    return {};
}

HttpAnswer HttpAnswer::ok(const QByteArray &body, const QByteArray &headers, const QByteArray &type)
{
    return status(200, "Content-Type: " + type + "\r\n" + headers, body);
}

HttpAnswer HttpAnswer::status(int status, const QByteArray &headers, const QByteArray &body)
{
    return {.bytes = "HTTP/1.1 " + QByteArray::number(status) + " Said\r\nContent-Length: "
                     + QByteArray::number(body.size()) + "\r\n" + headers + "\r\n" + body};
}

HttpAnswer HttpAnswer::redirect(const QByteArray &target, int status)
{
    return HttpAnswer::status(status, "Location: " + target + "\r\n");
}

HttpServer::HttpServer(Answer answer) : m_answer(std::move(answer))
{
    if (!listen(QHostAddress::LocalHost))
        qFatal("no port");
    connect(this, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *socket = nextPendingConnection()) {
            m_most = std::max(m_most, ++m_now);
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { serve(socket); });
            connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
                --m_now;
                socket->deleteLater();
            });
        }
    });
}

QList<HttpRequest> HttpServer::requests() const
{
    const std::scoped_lock lock(m_mutex);
    return m_requests;
}

void HttpServer::serve(QTcpSocket *socket)
{
    QByteArray bytes = socket->property("bytes").toByteArray() + socket->readAll();
    for (;;) {
        const qsizetype end = bytes.indexOf("\r\n\r\n");
        if (end < 0)
            break;
        HttpRequest request{.method = bytes.left(bytes.indexOf(' ')),
                            .path = bytes.first(end).split(' ').value(1),
                            .head = bytes.first(end),
                            .body = {}};
        const qsizetype length = request.header("Content-Length").toLongLong();
        if (bytes.size() < end + 4 + length)
            break;
        request.body = bytes.sliced(end + 4, length);
        bytes.remove(0, end + 4 + length);
        {
            const std::scoped_lock lock(m_mutex);
            m_requests << request;
        }
        send(socket, m_answer(request));
    }
    socket->setProperty("bytes", bytes);
}

void HttpServer::send(QTcpSocket *socket, const HttpAnswer &answer)
{
    const auto end = [socket, hangUp = answer.hangUp] {
        if (hangUp)
            socket->disconnectFromHost(); // after what was written
    };
    if (answer.dripMilliseconds == 0) {
        socket->write(answer.bytes);
        return end();
    }
    socket->write(answer.bytes.first(answer.dripFrom));
    auto *timer = new QTimer(socket);
    connect(timer, &QTimer::timeout, socket,
            [socket, timer, end, bytes = answer.bytes, at = answer.dripFrom]() mutable {
                if (at < bytes.size()) {
                    socket->write(bytes.sliced(at++, 1));
                } else {
                    timer->deleteLater();
                    end();
                }
            });
    timer->start(answer.dripMilliseconds);
}

HttpServerThread::HttpServerThread(HttpServer::Answer answer)
{
    m_thread.start();
    QObject context;
    context.moveToThread(&m_thread);
    QMetaObject::invokeMethod(
        &context,
        [this, &answer, &context, here = QThread::currentThread()] {
            m_server = new HttpServer(std::move(answer));
            m_port = m_server->serverPort();
            context.moveToThread(here);
        },
        Qt::BlockingQueuedConnection);
}

HttpServerThread::~HttpServerThread()
{
    m_server->deleteLater();
    m_thread.quit();
    m_thread.wait();
}

QUrl HttpServerThread::url(const char *path) const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1%2").arg(m_port).arg(QString::fromUtf8(path)));
}

QByteArrayList HttpServerThread::paths() const
{
    QByteArrayList paths;
    for (const HttpRequest &request : requests())
        paths << request.path;
    return paths;
}

} // namespace repere::testing
