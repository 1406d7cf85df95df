#include "basemap/support/provider_server.h"

#include <QBuffer>
#include <QImage>

namespace repere::testing {

ProviderServer::ProviderServer(std::function<QByteArray(const QByteArray &path)> answer)
    : m_server([answer = std::move(answer)](const HttpRequest &request) {
          return HttpAnswer{.bytes = answer(request.path)};
      })
{
}

QByteArrayList ProviderServer::requests() const
{
    QByteArrayList heads;
    for (const HttpRequest &request : m_server.requests())
        heads << request.head;
    return heads;
}

basemap::TileProvider ProviderServer::provider() const
{
    basemap::TileProvider provider;
    provider.id = QStringLiteral("ours");
    provider.name = QStringLiteral("Our map");
    provider.operatorName = QStringLiteral("Us");
    provider.url = QStringLiteral("http://127.0.0.1:%1/{z}/{x}/{y}.png").arg(m_server.serverPort());
    provider.attribution = QStringLiteral("© Us");
    return provider;
}

QByteArrayList ProviderServer::paths() const
{
    QByteArrayList result;
    for (const HttpRequest &request : m_server.requests())
        result << request.path;
    return result;
}

QByteArray ProviderServer::ok(const QByteArray &body, const QByteArray &type, const QByteArray &headers)
{
    return HttpAnswer::ok(body, headers, type).bytes;
}

QByteArray ProviderServer::redirect(const QByteArray &target)
{
    return HttpAnswer::redirect(target).bytes;
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
