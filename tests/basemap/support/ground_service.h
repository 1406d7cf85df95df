#pragma once

#include "basemap/tile_service.h"

#include <QFile>
#include <QImage>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace repere::testing {

inline constexpr QRgb kRed = 0xffcc2222;
inline constexpr QRgb kBlue = 0xff2222cc;

inline void writeBytes(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("no file");
}

inline QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline bool isPlain(const QImage &image, QRgb colour)
{
    return !image.isNull() && image.pixel(10, 10) == colour && image.pixel(200, 200) == colour;
}

/// The loopback service over the data that ships, and a client that asks it for tiles. Cache and clock are the test's own.
class GroundService
{
public:
    GroundService()
    {
        auto painter = basemap::MapPainter::load(QStringLiteral(REPERE_SOURCE_DATA));
        if (!painter)
            qFatal("no painter");
        m_painter = *painter;
    }

    /// As if the program were started on another computer.
    void begin()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        now = 1'790'000'000;
        restart();
    }
    /// As if the program were started once more.
    void restart()
    {
        m_service.reset();
        m_service = std::make_unique<basemap::TileService>(
            m_painter, basemap::TileService::Options{.cacheFolder = path("tiles"),
                                                     .now = [this] { return now; },
                                                     .providerPatience = std::chrono::milliseconds(400),
                                                     .providerSlow = std::chrono::milliseconds(60)});
        if (!m_service->start())
            qFatal("no service");
    }

    basemap::TileService *operator->() const { return m_service.get(); }
    basemap::TileService *service() const { return m_service.get(); }
    const basemap::MapPainter &painter() const { return *m_painter; }
    QNetworkAccessManager &network() { return m_network; }
    QString folder() const { return m_folder->path(); }
    QString path(const char *name) const { return m_folder->filePath(QString::fromLatin1(name)); }
    QUrl host() const { return m_service->customHost(basemap::Theme::Light, 2); }

    int status(const QUrl &base, const QByteArray &tile) { return get(base, tile).first; }
    QByteArray body(const QUrl &base, const QByteArray &tile) { return get(base, tile).second; }
    QImage image(const QUrl &base, const QByteArray &tile) { return QImage::fromData(body(base, tile)); }

    qint64 now = 0; ///< seconds since 1970

private:
    std::pair<int, QByteArray> get(const QUrl &base, const QByteArray &tile)
    {
        QNetworkReply *reply =
            m_network.get(QNetworkRequest(QUrl(base.toString() + QString::fromLatin1(tile) + QStringLiteral(".png"))));
        QSignalSpy finished(reply, &QNetworkReply::finished);
        if (!reply->isFinished())
            finished.wait(20000);
        reply->deleteLater();
        return {reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), reply->readAll()};
    }

    std::shared_ptr<const basemap::MapPainter> m_painter;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<basemap::TileService> m_service;
    QNetworkAccessManager m_network;
};

} // namespace repere::testing
