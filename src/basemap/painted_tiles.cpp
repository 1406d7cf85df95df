#include "basemap/painted_tiles.h"

#include <QBuffer>
#include <QDir>
#include <QFileInfo>

namespace repere::basemap {

namespace {

constexpr qint64 kDiskBytes = 128 * 1024 * 1024;
constexpr QLatin1StringView kPrefix("painted-");

} // namespace

QByteArray pngOf(const QImage &image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG", 85); // zlib's level 1: the picture travels no farther than this machine
    return bytes;
}

PaintedTiles::PaintedTiles(std::shared_ptr<const MapPainter> painter, const QString &cacheFolder)
    : m_painter(std::move(painter))
{
    if (!cacheFolder.isEmpty())
        m_store = std::make_unique<TileStore>(cacheFolder + u'/' + kPrefix + QString::fromLatin1(m_painter->version()),
                                              kDiskBytes);
}

TilePicture PaintedTiles::tile(const TileAddress &address)
{
    const QString name = QStringLiteral("%1%2-%3/%4/%5-%6")
                             .arg(address.theme == Theme::Dark ? QStringLiteral("dark") : QStringLiteral("light"))
                             .arg(address.named ? QString() : QStringLiteral("-bare"))
                             .arg(address.scale)
                             .arg(address.z)
                             .arg(address.x)
                             .arg(address.y);
    if (m_store) {
        if (auto kept = m_store->read(name))
            return *kept;
    }
    const TilePicture tile{
        .bytes = pngOf(m_painter->tile(address.z, address.x, address.y, address.scale, address.theme, address.named))};
    ++m_painted;
    if (m_store)
        m_store->write(name, tile);
    return tile;
}

void PaintedTiles::forgetOlderVersions() const
{
    if (!m_store)
        return;
    const QString mine = QFileInfo(m_store->folder()).fileName();
    const QDir all = QFileInfo(m_store->folder()).dir();
    for (const QString &name : all.entryList({kPrefix + u'*'}, QDir::Dirs | QDir::NoSymLinks)) {
        if (name != mine)
            QDir(all.filePath(name)).removeRecursively();
    }
}

} // namespace repere::basemap
