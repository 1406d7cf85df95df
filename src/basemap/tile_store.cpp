#include "basemap/tile_store.h"

#include <QCryptographicHash>
#include <QDataStream>
#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTemporaryFile>
#include <QTimeZone>

#include <algorithm>
#include <filesystem>
#include <vector>

namespace repere::basemap {

namespace {

constexpr QByteArrayView kMagic("RepereTile1\n");
constexpr qsizetype kSumBytes = 20;
constexpr qint64 kMostFileBytes = 16 * 1024 * 1024;
constexpr double kKeptShare = 0.8; // when some must go, so many stay: not every new tile is to count the folder

QByteArray sumOf(QByteArrayView content)
{
    return QCryptographicHash::hash(content, QCryptographicHash::Sha1);
}

} // namespace

TileStore::TileStore(QString folder, qint64 mostBytes) : m_folder(std::move(folder)), m_mostBytes(mostBytes) {}

std::optional<TilePicture> TileStore::read(const QString &name) const
{
    QFile file(m_folder + u'/' + name);
    if (!file.open(QIODevice::ReadOnly) || file.size() > kMostFileBytes)
        return std::nullopt;
    const QByteArray all = file.readAll();
    const qsizetype head = kMagic.size() + kSumBytes;
    if (all.size() < head || !all.startsWith(kMagic))
        return std::nullopt;
    const QByteArrayView content = QByteArrayView(all).sliced(head);
    if (sumOf(content) != QByteArrayView(all).sliced(kMagic.size(), kSumBytes))
        return std::nullopt;
    QDataStream stream(all);
    stream.skipRawData(head);
    TilePicture tile;
    stream >> tile.freshUntil >> tile.type >> tile.bytes;
    if (stream.status() != QDataStream::Ok)
        return std::nullopt;
    return tile;
}

void TileStore::write(const QString &name, const TilePicture &tile)
{
    QByteArray content;
    QDataStream(&content, QIODevice::WriteOnly) << tile.freshUntil << tile.type << tile.bytes;
    const QString path = m_folder + u'/' + name;
    if (!QDir().mkpath(path.section(u'/', 0, -2)))
        return;
    // Not QSaveFile: it waits for the disk, and a tile that a power cut has torn is found out by its sum.
    QTemporaryFile file(path + QStringLiteral(".XXXXXX"));
    const qint64 size = kMagic.size() + kSumBytes + content.size();
    if (!file.open() || file.write(kMagic.data(), kMagic.size()) < 0 || file.write(sumOf(content)) < 0
        || file.write(content) < 0 || !file.flush() || file.size() != size)
        return;
    std::error_code error;
    std::filesystem::rename(file.filesystemFileName(), QFile(path).filesystemFileName(), error);
    if (error)
        return;
    file.setAutoRemove(false);
    const std::lock_guard lock(m_mutex);
    if (m_bytes >= 0)
        m_bytes += size;
    if (m_bytes < 0 || m_bytes > m_mostBytes)
        forgetOldest();
}

void TileStore::forgetOldest()
{
    struct Kept {
        QString path;
        qint64 size;
        QDateTime time;
    };
    std::vector<Kept> files;
    m_bytes = 0;
    QDirIterator it(m_folder, QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        const QFileInfo info = it.nextFileInfo();
        files.push_back({info.filePath(), info.size(), info.lastModified(QTimeZone::UTC)});
        m_bytes += info.size();
    }
    if (m_bytes <= m_mostBytes)
        return;
    std::ranges::sort(files, {}, &Kept::time);
    const auto enough = static_cast<qint64>(static_cast<double>(m_mostBytes) * kKeptShare);
    for (const Kept &file : files) {
        if (m_bytes <= enough)
            break;
        if (QFile::remove(file.path))
            m_bytes -= file.size;
    }
}

} // namespace repere::basemap
