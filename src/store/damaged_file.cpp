#include "store/damaged_file.h"

#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

#include <QFile>
#include <QFileInfo>
#include <QtEndian>

#include <limits>
#include <optional>

namespace repere::store {

namespace {

constexpr int kPage = 4096;                    // of every file that we make
constexpr int kLongestValue = 256 * 1'048'576; // a damaged length must not take all memory

/// The header of https://www.sqlite.org/fileformat.html § 1.3 as our files have it.
QByteArray ownHeader(quint32 pages)
{
    QByteArray header("SQLite format 3\0", 16);
    header.resize(100, '\0');
    const auto put = [&header](qsizetype at, auto value) { qToBigEndian(value, header.data() + at); };
    put(16, quint16{kPage});
    header[18] = header[19] = 1; // rollback journal: no log belongs to it any more
    header[21] = 64;             // the three fixed fractions
    header[22] = header[23] = 32;
    put(24, quint32{1}); // the change counter, and below the one for which the number of pages holds
    put(28, pages);
    put(44, quint32{4}); // schema format
    put(56, quint32{1}); // UTF-8
    put(60, quint32{10300});
    put(68, quint32{0x47504B47}); // GPKG
    put(92, quint32{1});
    put(96, quint32{SQLITE_VERSION_NUMBER});
    return header;
}

bool isPlausible(const QByteArray &header)
{
    const auto *bytes = reinterpret_cast<const uchar *>(header.constData());
    return header.startsWith(QByteArray("SQLite format 3\0", 16)) && qFromBigEndian<quint16>(bytes + 16) == kPage
           && bytes[18] >= 1 && bytes[18] <= 2 && bytes[19] == bytes[18] && bytes[20] == 0 && bytes[21] == 64
           && bytes[22] == 32 && bytes[23] == 32 && qFromBigEndian<quint32>(bytes + 44) == 4
           && qFromBigEndian<quint32>(bytes + 56) == 1;
}

/// Gives a copy a header with which SQLite opens it.
void mendHeader(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite))
        throw SQLite::Exception("the copy cannot be opened", SQLITE_CANTOPEN);
    const QByteArray header = file.read(100);
    if (header.size() < 100)
        throw SQLite::Exception("less than a header is left", SQLITE_NOTADB);
    if (isPlausible(header))
        return;
    const auto pages = static_cast<quint32>((file.size() + kPage - 1) / kPage);
    if (!file.seek(0) || file.write(ownHeader(pages)) != 100)
        throw SQLite::Exception("the copy cannot be written", SQLITE_FULL);
}

QString quoted(const QString &name)
{
    return u'"' + QString(name).replace(u'"', QStringLiteral("\"\"")) + u'"';
}

} // namespace

DamagedFile::DamagedFile(const QString &path, int flags)
    : m_database(
          std::make_unique<SQLite::Database>(QFileInfo(path).absoluteFilePath().toUtf8().constData(), flags, 2000))
{
    sqlite3_limit(m_database->getHandle(), SQLITE_LIMIT_LENGTH, kLongestValue);
    // Lets SQLite go on where the description of a table is wrong, or where the file is shorter than it says.
    m_database->exec("PRAGMA writable_schema = ON");
    singleInteger(*m_database, "SELECT count(*) FROM sqlite_master");
}

DamagedFile DamagedFile::whereItLies(const QString &path)
{
    // A connection that only reads leaves the empty log beside the file that it made for itself; one that might write
    // takes it away, and writes into the file only what a journal holds, which there is none of.
    const bool journal =
        QFileInfo(path + QStringLiteral("-wal")).size() > 0 || QFileInfo(path + QStringLiteral("-journal")).size() > 0;
    DamagedFile file(path, journal ? SQLite::OPEN_READONLY : SQLite::OPEN_READWRITE);
    file.m_database->exec("PRAGMA query_only = ON");
    return file;
}

DamagedFile DamagedFile::copied(const QString &path, const QString &folder)
{
    auto own = std::make_unique<QTemporaryDir>(folder + QStringLiteral("/.salvage-XXXXXX"));
    const QString copy = own->filePath(QStringLiteral("copy.gpkg"));
    if (!own->isValid() || !QFile::copy(path, copy))
        throw SQLite::Exception("no copy to work on can be written", SQLITE_FULL);
    QFile::setPermissions(copy, QFile::ReadOwner | QFile::WriteOwner);
    for (const char *suffix : {"-wal", "-journal"})
        QFile::copy(path + QLatin1StringView(suffix), copy + QLatin1StringView(suffix));
    mendHeader(copy);
    DamagedFile file(copy, SQLite::OPEN_READWRITE);
    file.m_folder = std::move(own);
    return file;
}

bool DamagedFile::hasTable(const QString &table) const
{
    try {
        Query query(*m_database, "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = ?");
        query.bind(1, table);
        return query.next() && query.integer(0) > 0;
    } catch (const SQLite::Exception &) {
        return true;
    }
}

QStringList DamagedFile::columns(const QString &table) const
{
    QStringList names;
    try {
        Query query(*m_database, ("PRAGMA table_info(" + quoted(table).toStdString() + ')').c_str());
        while (query.next())
            names.append(query.text(1));
    } catch (const SQLite::Exception &) {
        names.clear(); // its description is damaged: nothing of it can be asked
    }
    return names;
}

/// Visits the rows behind `last`, which follows; false at the first that cannot be read. What `visit` throws passes through.
bool DamagedFile::readFrom(const std::string &rows, std::int64_t &last,
                           const std::function<void(const Query &row)> &visit) const
{
    std::optional<Query> query;
    const auto next = [&]() -> std::optional<bool> {
        try {
            if (!query) {
                query.emplace(*m_database, rows.c_str());
                query->bind(1, last);
            }
            return query->next();
        } catch (const SQLite::Exception &exception) {
            const int code = exception.getErrorCode() & 0xff;
            if (code == SQLITE_INTERRUPT || code == SQLITE_NOMEM)
                throw;
            return std::nullopt;
        }
    };
    for (;;) {
        const auto more = next();
        if (!more)
            return false;
        if (!*more)
            return true;
        last = query->integer(0);
        visit(*query);
    }
}

bool DamagedFile::forEachRow(const QString &table, const QStringList &columns,
                             const std::function<void(const Query &row)> &visit) const
{
    QStringList names;
    for (const QString &column : columns)
        names.append(quoted(column));
    const std::string from = " FROM " + quoted(table).toStdString() + " NOT INDEXED WHERE rowid > ? ORDER BY rowid";
    const std::string rows =
        "SELECT rowid" + (names.isEmpty() ? std::string() : ", " + names.join(u',').toStdString()) + from;
    const std::string first = "SELECT rowid" + from + " LIMIT 1";

    constexpr std::int64_t kGreatest = std::numeric_limits<std::int64_t>::max();
    std::int64_t last = std::numeric_limits<std::int64_t>::min();
    std::optional<Query> next;
    const auto canReadAfter = [&](std::int64_t number) {
        try {
            if (!next)
                next.emplace(*m_database, first.c_str());
            next->bind(1, number);
            next->next();
            next->reset();
            return true;
        } catch (const SQLite::Exception &) {
            return false;
        }
    };
    bool whole = true;
    for (;;) {
        if (readFrom(rows, last, visit))
            return whole;
        whole = false;
        // The nearest number behind what cannot be read: first in growing steps, then halving the last one.
        last = std::max<std::int64_t>(last, 0);
        std::int64_t bad = 0;
        std::int64_t good = 1;
        while (!canReadAfter(last + good)) {
            bad = good;
            if (good > (kGreatest - last) / 2)
                return false; // nothing more
            good *= 2;
        }
        while (good - bad > 1) {
            const std::int64_t middle = bad + (good - bad) / 2;
            (canReadAfter(last + middle) ? good : bad) = middle;
        }
        last += good;
    }
}

} // namespace repere::store
