#pragma once

#include "basemap/map_painter.h"

#include <QObject>
#include <QUrl>

#include <memory>

namespace repere::basemap {

/// Serves painted tiles to the map over 127.0.0.1, a random port and an unguessable path; refuses any other Host
/// header. Painting happens in worker threads; this object lives in the thread of its event loop.
class TileService : public QObject
{
    Q_OBJECT
public:
    TileService(std::shared_ptr<const MapPainter> painter, QObject *parent = nullptr);
    ~TileService() override;

    Result<void> start();
    /// "http://127.0.0.1:PORT/SECRET/THEME/SCALE/" for the `osm` plugin's custom host (which appends %z/%x/%y.png).
    QUrl customHost(Theme theme, int scale) const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace repere::basemap
