#pragma once

#include "basemap/tile_provider.h"
#include "support/http_server.h"

#include <QRgb>

#include <functional>

namespace repere::testing {

/// An online provider of our own, on 127.0.0.1: every request is answered with the bytes that `answer` gives for its
/// path, or with silence when it gives none.
class ProviderServer
{
public:
    explicit ProviderServer(std::function<QByteArray(const QByteArray &path)> answer);

    /// Its entry in a list of online maps.
    basemap::TileProvider provider() const;
    QByteArrayList requests() const; ///< whole heads
    QByteArrayList paths() const;
    int connectionsAtOnce() const { return m_server.connectionsAtOnce(); }
    void close() { m_server.close(); }

    static QByteArray ok(const QByteArray &body, const QByteArray &type = "image/png",
                         const QByteArray &headers = QByteArray());
    static QByteArray redirect(const QByteArray &target);
    static QByteArray picture(QRgb colour); ///< a tile of one colour, PNG

private:
    HttpServer m_server;
};

} // namespace repere::testing
