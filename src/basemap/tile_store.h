#pragma once

#include <QByteArray>
#include <QString>

#include <mutex>
#include <optional>

namespace repere::basemap {

/// The bytes of a picture as they go to the map.
struct TilePicture {
    QByteArray bytes;
    QByteArray type = "image/png";
    qint64 freshUntil = 0; ///< seconds since 1970, for tiles that came from elsewhere

    bool operator==(const TilePicture &) const = default;
};

/// Tiles kept in a folder: one file each, whole or not there, checked when read; the oldest go when there are too many.
/// Everything may fail (full disk, no rights): then nothing is kept, and nobody is told, because nothing is lost. Any thread.
class TileStore
{
public:
    TileStore(QString folder, qint64 mostBytes);

    /// `name`: a relative path, "light-2/6/32-22". None when there is none, or when it is damaged.
    std::optional<TilePicture> read(const QString &name) const;
    void write(const QString &name, const TilePicture &tile);
    const QString &folder() const { return m_folder; }

private:
    void forgetOldest();

    const QString m_folder;
    const qint64 m_mostBytes;
    std::mutex m_mutex;
    qint64 m_bytes = -1; // not counted yet
};

} // namespace repere::basemap
