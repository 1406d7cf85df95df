#include "basemap/support/provider_server.h"

#include <QBuffer>
#include <QImage>

#include <algorithm>

namespace repere::testing {

ProviderServer::ProviderServer(std::function<QByteArray(const QByteArray &path)> answer) : m_answer(std::move(answer))
{
    if (!listen(QHostAddress::LocalHost))
        qFatal("no port");
    connect(this, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *socket = nextPendingConnection()) {
            m_most = std::max(m_most, ++m_now);
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { serve(socket); });
            connect(socket, &QTcpSocket::disconnected, this, [this] { --m_now; });
        }
    });
}

void ProviderServer::serve(QTcpSocket *socket)
{
    QByteArray head = socket->property("head").toByteArray() + socket->readAll();
    for (qsizetype end = head.indexOf("\r\n\r\n"); end >= 0; end = head.indexOf("\r\n\r\n")) {
        m_requests << head.first(end);
        const QByteArray answer = m_answer(head.split(' ').value(1));
        head.remove(0, end + 4);
        if (!answer.isEmpty())
            socket->write(answer);
    }
    socket->setProperty("head", head);
}

basemap::TileProvider ProviderServer::provider() const
{
    basemap::TileProvider provider;
    provider.id = QStringLiteral("ours");
    provider.name = QStringLiteral("Our map");
    provider.operatorName = QStringLiteral("Us");
    provider.url = QStringLiteral("http://127.0.0.1:%1/{z}/{x}/{y}.png").arg(serverPort());
    provider.attribution = QStringLiteral("© Us");
    return provider;
}

QByteArrayList ProviderServer::paths() const
{
    QByteArrayList result;
    for (const QByteArray &request : m_requests)
        result << request.split(' ').value(1);
    return result;
}

QByteArray ProviderServer::ok(const QByteArray &body, const QByteArray &type, const QByteArray &headers)
{
    return "HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\nContent-Length: " + QByteArray::number(body.size())
           + "\r\n" + headers + "\r\n" + body;
}

QByteArray ProviderServer::redirect(const QByteArray &target)
{
    return "HTTP/1.1 302 Found\r\nLocation: " + target + "\r\nContent-Length: 0\r\n\r\n";
}

QByteArray ProviderServer::picture(QRgb colour)
{
    QImage image(256, 256, QImage::Format_RGB32);
    image.fill(colour);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

} // namespace repere::testing
