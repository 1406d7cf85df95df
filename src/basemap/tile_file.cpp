#include "basemap/tile_file.h"

#include "basemap/tile_picture.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <sqlite3.h>

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QTextDocumentFragment>
#include <QtEndian>

#include <algorithm>
#include <map>
#include <mutex>
#include <thread>

namespace repere::basemap {

namespace {

constexpr int kMostEnlarged = 4; // zooms: 16 pixels become a tile
constexpr int kTilePixels = 512;
constexpr int kMostZoom = 24;
constexpr qsizetype kLongestCredit = 300;

struct TileFileText {
    Q_DECLARE_TR_FUNCTIONS(TileFile)
};

QString native(const QString &path)
{
    return QDir::toNativeSeparators(path);
}

std::unexpected<Error> refused(const QString &path, const QString &reason)
{
    //: %1 is a file, %2 the reason: "it is empty"
    return failure(ErrorCode::Unreadable,
                   TileFileText::tr("The map %1 cannot be shown: %2.").arg(native(path), reason));
}

/// What is wrong with the first bytes, before SQLite is asked; empty when nothing is.
QString headTrouble(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return file.errorString();
    const QByteArray head = file.read(100); // the header: www.sqlite.org/fileformat.html
    if (head.isEmpty())
        return TileFileText::tr("it is empty");
    if (head.startsWith("\x1f\x8b") || head.startsWith("PK\x03\x04") || head.startsWith("7z\xbc\xaf"))
        return TileFileText::tr("it is packed, unpack it first");
    if (!head.startsWith(QByteArrayView("SQLite format 3\0", 16)))
        return TileFileText::tr("it is no MBTiles file");
    if (head.size() < 100)
        return TileFileText::tr("it is cut off");
    const auto number = [&head](qsizetype at) { return qFromBigEndian<quint32>(head.constData() + at); };
    qint64 pageBytes = qFromBigEndian<quint16>(head.constData() + 16);
    if (pageBytes == 1)
        pageBytes = 65536;
    const bool countIsTrue = number(24) == number(92); // else it was written by a SQLite that did not count
    if (countIsTrue && file.size() < pageBytes * number(28))
        return TileFileText::tr("it is cut off");
    return {};
}

class Connection
{
public:
    explicit Connection(const QString &path)
        : m_database(path.toStdString(), SQLite::OPEN_READONLY | SQLite::OPEN_NOMUTEX),
          m_tile(m_database,
                 "SELECT tile_data FROM tiles WHERE zoom_level = ? AND tile_column = ? AND tile_row = ? LIMIT 1")
    {
    }

    QByteArray blob(int z, int x, int y)
    {
        m_tile.bind(1, z);
        m_tile.bind(2, x);
        m_tile.bind(3, (1 << z) - 1 - y); // rows count from the south
        QByteArray bytes;
        if (m_tile.executeStep()) {
            const SQLite::Column column = m_tile.getColumn(0);
            bytes = QByteArray(static_cast<const char *>(column.getBlob()), column.getBytes());
        }
        m_tile.reset();
        return bytes;
    }

    QString metadata(const char *name)
    {
        SQLite::Statement query(m_database, "SELECT value FROM metadata WHERE name = ? LIMIT 1");
        query.bind(1, name);
        return query.executeStep() ? QString::fromUtf8(query.getColumn(0).getText()) : QString();
    }

    std::optional<int> zoom(const char *sql)
    {
        SQLite::Statement query(m_database, sql);
        if (!query.executeStep() || query.getColumn(0).isNull())
            return std::nullopt;
        return query.getColumn(0).getInt();
    }

    QByteArray anyBlob()
    {
        SQLite::Statement query(m_database, "SELECT tile_data FROM tiles LIMIT 1");
        if (!query.executeStep())
            return {};
        const SQLite::Column column = query.getColumn(0);
        return {static_cast<const char *>(column.getBlob()), column.getBytes()};
    }

private:
    SQLite::Database m_database;
    SQLite::Statement m_tile;
};

QString plainCredit(const QString &html)
{
    return QTextDocumentFragment::fromHtml(html.left(4000)).toPlainText().simplified().left(kLongestCredit);
}

} // namespace

struct TileFile::Private {
    QString path;
    QString attribution;
    int minZoom = 0;
    int maxZoom = 0;
    std::mutex mutex;
    std::map<std::thread::id, std::unique_ptr<Connection>> connections;

    /// What is wrong with the content; empty when nothing is. Throws what SQLite throws.
    QString look()
    {
        Connection file(path);
        const QString format = file.metadata("format").toLower();
        if (format == u"pbf" || format == u"mvt")
            return TileFileText::tr("it holds drawn tiles (%1), and only pictures can be shown").arg(format);
        const auto least = file.zoom("SELECT min(zoom_level) FROM tiles");
        const auto most = file.zoom("SELECT max(zoom_level) FROM tiles");
        if (!least || !most)
            return TileFileText::tr("there is no tile in it");
        if (*least < 0 || *most > kMostZoom)
            return TileFileText::tr("its zooms, %1 to %2, are not those of a map").arg(*least).arg(*most);
        const QByteArray sample = file.anyBlob();
        if (sample.startsWith("\x1f\x8b"))
            return TileFileText::tr("it holds drawn tiles (%1), and only pictures can be shown")
                .arg(QStringLiteral("pbf"));
        if (pictureHead(sample).type.isEmpty())
            return TileFileText::tr("its tiles are no pictures that this computer can read (PNG or JPEG)");
        minZoom = *least;
        maxZoom = *most;
        attribution = plainCredit(file.metadata("attribution"));
        if (attribution.isEmpty())
            attribution = plainCredit(file.metadata("name"));
        if (attribution.isEmpty())
            attribution = path.section(u'/', -1);
        return {};
    }

    QByteArray blob(int z, int x, int y)
    {
        Connection *connection = nullptr;
        {
            const std::lock_guard lock(mutex);
            auto &mine = connections[std::this_thread::get_id()];
            if (!mine)
                mine = std::make_unique<Connection>(path);
            connection = mine.get();
        }
        return connection->blob(z, x, y);
    }
};

TileFile::TileFile() : d(std::make_unique<Private>()) {}
TileFile::~TileFile() = default;

Result<std::shared_ptr<const TileFile>> TileFile::open(const QString &path)
{
    if (!QFile::exists(path))
        return failure(ErrorCode::Missing, TileFileText::tr("The map %1 is not there.").arg(native(path)));
    if (const QString trouble = headTrouble(path); !trouble.isEmpty())
        return refused(path, trouble);
    std::shared_ptr<TileFile> file(new TileFile);
    file->d->path = path;
    try {
        if (const QString trouble = file->d->look(); !trouble.isEmpty())
            return refused(path, trouble);
    } catch (const SQLite::Exception &error) {
        // A table that is missing is SQLITE_ERROR; SQLite's sentence says which.
        const QString why = QString::fromUtf8(error.what());
        return refused(path, error.getErrorCode() == SQLITE_ERROR
                                 ? TileFileText::tr("it is no MBTiles file (%1)").arg(why)
                                 : TileFileText::tr("it is damaged (%1)").arg(why));
    }
    return file;
}

QString TileFile::path() const
{
    return d->path;
}

QString TileFile::attribution() const
{
    return d->attribution;
}

int TileFile::minZoom() const
{
    return d->minZoom;
}

int TileFile::maxZoom() const
{
    return d->maxZoom;
}

std::optional<TileFile::Picture> TileFile::tile(int z, int x, int y) const
{
    if (z < d->minZoom)
        return std::nullopt;
    const int nearest = std::min(z, d->maxZoom);
    for (int zoom = nearest; zoom >= std::max(d->minZoom, z - kMostEnlarged); --zoom) {
        const int levels = z - zoom;
        QByteArray bytes;
        try {
            bytes = d->blob(zoom, x >> levels, y >> levels);
        } catch (const SQLite::Exception &) {
            return std::nullopt; // damaged just here: the painted ground shows
        }
        const PictureHead head = pictureHead(bytes);
        QImage image = head.type.isEmpty() ? QImage() : QImage::fromData(bytes);
        if (image.isNull())
            continue;
        if (levels == 0)
            return Picture{.image = image, .bytes = bytes, .type = head.type};
        const double part = 1.0 / (1 << levels);
        const QRectF from((x & ((1 << levels) - 1)) * part * image.width(),
                          (y & ((1 << levels) - 1)) * part * image.height(), part * image.width(),
                          part * image.height());
        return Picture{.image = image.copy(from.toRect())
                                    .scaled(kTilePixels, kTilePixels, Qt::IgnoreAspectRatio, Qt::SmoothTransformation),
                       .bytes = {},
                       .type = {}};
    }
    return std::nullopt;
}

} // namespace repere::basemap
