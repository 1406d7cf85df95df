#pragma once

#include "basemap/map_painter.h"
#include "basemap/tile_file.h"
#include "basemap/tile_provider.h"

#include <QObject>
#include <QUrl>

#include <chrono>
#include <functional>
#include <memory>

namespace repere::basemap {

/// Serves tiles to the map over 127.0.0.1, a random port and an unguessable path; refuses any other Host header. They are
/// painted, or taken from a file, or from an online provider; where those have nothing, the painted ground shows. Work is
/// done in worker threads, nearest to the middle of the view first, and kept in memory and, between two starts, in a
/// folder. Who has left is not worked for. This object lives in the thread of its event loop.
class TileService : public QObject
{
    Q_OBJECT
public:
    struct Options {
        QString cacheFolder;         ///< the service's own; empty: nothing is kept between two starts
        std::function<qint64()> now; ///< seconds since 1970; the clock when empty
        std::chrono::milliseconds providerPatience{10'000};
        std::chrono::milliseconds providerSlow{2'000}; ///< see awaited()
    };
    explicit TileService(std::shared_ptr<const MapPainter> painter, QObject *parent = nullptr);
    TileService(std::shared_ptr<const MapPainter> painter, Options options, QObject *parent = nullptr);
    ~TileService() override;

    Result<void> start();
    /// "http://127.0.0.1:PORT/SECRET/GROUND/THEME/SCALE/" for the `osm` plugin's custom host (which appends
    /// %z/%x/%y.png). Another ground has another host.
    /// Not `named`: where tiles are painted, they have no names; see namesPainter().
    QUrl customHost(Theme theme, int scale, bool named = true) const;
    /// Who paints the names over bare tiles; null for a ground that has names of its own.
    std::shared_ptr<const MapPainter> namesPainter() const;
    /// What the window shows: its tiles come first.
    void setView(const GeoBox &box, double zoom);

    void showPainted();
    void showFile(std::shared_ptr<const TileFile> file);
    /// From here on the provider is contacted: the user has agreed.
    void showOnline(const TileProvider &provider);
    /// Whose data is shown.
    QString attribution() const;
    /// The name of the provider that has sent nothing for a while though something of it is wanted; empty: there is none.
    QString awaited() const;
    /// How close the ground is worth looking at.
    int maxZoom() const;

    /// How many tiles have been painted, not taken from a cache.
    int painted() const;

signals:
    void groundChanged();
    /// The provider failed: why, once for each choice of a ground.
    void providerFailed(const QString &sentence);
    void awaitedChanged();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace repere::basemap
