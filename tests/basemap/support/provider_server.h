#pragma once

#include "basemap/tile_provider.h"

#include <QByteArray>
#include <QRgb>
#include <QTcpServer>
#include <QTcpSocket>

#include <functional>

namespace repere::testing {

/// An online provider of our own, on 127.0.0.1: every request is answered with the bytes that `answer` gives for its
/// path, or with silence when it gives none.
class ProviderServer final : public QTcpServer
{
    Q_OBJECT
public:
    explicit ProviderServer(std::function<QByteArray(const QByteArray &path)> answer);

    /// Its entry in a list of online maps.
    basemap::TileProvider provider() const;
    const QByteArrayList &requests() const { return m_requests; } ///< whole heads
    QByteArrayList paths() const;
    int connectionsAtOnce() const { return m_most; }

    static QByteArray ok(const QByteArray &body, const QByteArray &type = "image/png",
                         const QByteArray &headers = QByteArray());
    static QByteArray redirect(const QByteArray &target);
    static QByteArray picture(QRgb colour); ///< a tile of one colour, PNG

private:
    void serve(QTcpSocket *socket);

    std::function<QByteArray(const QByteArray &)> m_answer;
    QByteArrayList m_requests;
    int m_now = 0;
    int m_most = 0;
};

} // namespace repere::testing
