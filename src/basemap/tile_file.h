#pragma once

#include "core/result.h"

#include <QImage>
#include <QString>

#include <memory>
#include <optional>

namespace repere::basemap {

/// A file of ready-made pictures, MBTiles 1.3 (github.com/mapbox/mbtiles-spec): read only, raster only. Any thread, each
/// with a connection of its own.
class TileFile
{
public:
    /// Errors name the file and what is wrong with it: Missing, Unreadable (packed, cut off, empty, drawn tiles instead of
    /// pictures, no MBTiles at all).
    static Result<std::shared_ptr<const TileFile>> open(const QString &path);
    ~TileFile();

    QString path() const;
    /// Who made the map: plain text, from the file; its name when it says nothing.
    QString attribution() const;
    int minZoom() const;
    int maxZoom() const;

    struct Picture {
        QImage image;
        QByteArray bytes; ///< as stored; empty when the image is a part of a larger one, enlarged
        QByteArray type;  ///< of the bytes
    };
    /// The picture of a tile, or the fitting part of the nearest one above it, up to four zooms; none where the file has
    /// nothing. Anything unreadable in between is nothing.
    std::optional<Picture> tile(int z, int x, int y) const;

private:
    TileFile();
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace repere::basemap
