#pragma once

#include "basemap/map_painter.h"

#include <QObject>
#include <QUrl>

#include <memory>

namespace repere::basemap {

/// Serves tiles to the map over 127.0.0.1, a random port and an unguessable path; refuses any other Host header. Tiles are
/// painted in worker threads, nearest to the middle of the view first, and kept in memory and, between two starts, in a
/// folder. Who has left is not worked for. This object lives in the thread of its event loop.
class TileService : public QObject
{
    Q_OBJECT
public:
    /// `cacheFolder` is the service's own; empty: nothing is kept between two starts.
    TileService(std::shared_ptr<const MapPainter> painter, QString cacheFolder = {}, QObject *parent = nullptr);
    ~TileService() override;

    Result<void> start();
    /// "http://127.0.0.1:PORT/SECRET/GROUND/THEME/SCALE/" for the `osm` plugin's custom host (which appends
    /// %z/%x/%y.png).
    QUrl customHost(Theme theme, int scale) const;
    /// What the window shows: its tiles come first.
    void setView(const GeoBox &box, double zoom);
    /// How many tiles have been painted, not taken from a cache.
    int painted() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace repere::basemap
