#pragma once

#include "basemap/map_painter.h"
#include "basemap/tile_address.h"
#include "basemap/tile_store.h"

#include <atomic>

namespace repere::basemap {

/// The bytes of a picture as PNG, quickly packed.
QByteArray pngOf(const QImage &image);

/// Painted tiles, kept by what they depend on: another version of data or style is another folder, and older ones go. Any
/// thread.
class PaintedTiles
{
public:
    /// `cacheFolder` empty: nothing is kept.
    PaintedTiles(std::shared_ptr<const MapPainter> painter, const QString &cacheFolder);

    TilePicture tile(const TileAddress &address);
    void forgetOlderVersions() const;
    int painted() const { return m_painted; }

private:
    std::shared_ptr<const MapPainter> m_painter;
    std::unique_ptr<TileStore> m_store;
    std::atomic<int> m_painted = 0;
};

} // namespace repere::basemap
