#include "store/file.h"

#include "store/errors.h"
#include "store/query.h"
#include "store/schema.h"

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/Transaction.h>
#include <sqlite3.h>

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QStorageInfo>
#include <QUrl>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cerrno>
#include <cstdio>

namespace repere::store {

namespace {

constexpr int kBusyMilliseconds = 2000;

struct FileText {
    Q_DECLARE_TR_FUNCTIONS(Store)
};

/// What can be said of the file without SQLite, which would take an empty file for an empty database.
Result<void> inspect(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return failure(ErrorCode::Missing, FileText::tr("%1 does not exist.").arg(shown(path)));
    if (info.isDir())
        return failure(ErrorCode::NotADirectory,
                       FileText::tr("%1 is a folder, not a directory file.").arg(shown(path)));
    if (!info.isFile())
        return failure(ErrorCode::NotADirectory, FileText::tr("%1 is not an ordinary file.").arg(shown(path)));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::Unreadable,
                       FileText::tr("%1 cannot be read (%2).").arg(shown(path), file.errorString()));
    const QByteArray magic = file.read(16);
    if (magic.isEmpty())
        return failure(ErrorCode::NotADirectory,
                       FileText::tr("%1 is empty: it is not a directory of Repère.").arg(shown(path)));
    if (magic != QByteArrayView("SQLite format 3\0", 16))
        return failure(ErrorCode::NotADirectory, FileText::tr("%1 is not a directory of Repère.").arg(shown(path)));
    return {};
}

bool isOnNetwork(const QStorageInfo &storage)
{
    static const QList<QByteArray> kinds = {"nfs",   "nfs4", "cifs",       "smb3",       "smbfs",
                                            "afpfs", "9p",   "fuse.sshfs", "fuse.davfs", "fuse.gvfsd-fuse"};
    return kinds.contains(storage.fileSystemType());
}

/// A new empty file beside `target`, with the rights of any new file of this person; gone unless renamed.
class PartFile
{
public:
    explicit PartFile(const QString &target)
        : m_file(target + u'.' + QString::number(QRandomGenerator::system()->generate(), 16) + QStringLiteral(".part")),
          m_open(m_file.open(QIODevice::WriteOnly | QIODevice::NewOnly))
    {
    }
    ~PartFile()
    {
        if (m_open)
            m_file.remove();
    }
    PartFile(const PartFile &) = delete;
    PartFile &operator=(const PartFile &) = delete;

    bool isOpen() const { return m_open; }
    QString name() const { return m_file.fileName(); }
    QString errorString() const { return m_file.errorString(); }
    /// Fails when something has that name.
    bool renameTo(const QString &path)
    {
        if (!m_file.rename(path))
            return false;
        m_open = false;
        return true;
    }
    /// Takes the place of what has that name, in one step, which QFile refuses to do.
    bool replace(const QString &path)
    {
        m_file.close();
        if (std::rename(QFile::encodeName(name()).constData(), QFile::encodeName(path).constData()) != 0)
            return false;
        m_open = false;
        return true;
    }

private:
    QFile m_file;
    bool m_open;
};

SQLite::Database connect(const QString &path, int flags)
{
    // Absolute, because a name that begins with "file:" or ":" means something else to SQLite.
    const QString absolute = QFileInfo(path).absoluteFilePath();
    // A connection belongs to one thread: no locks of SQLite's own.
    return SQLite::Database(absolute.toUtf8().constData(), flags | SQLite::OPEN_NOMUTEX, kBusyMilliseconds);
}

/// For media and folders that cannot be written: no lock, no shared memory, and nothing else can change the file.
SQLite::Database connectImmutable(const QString &path)
{
    QUrl url = QUrl::fromLocalFile(QFileInfo(path).absoluteFilePath());
    url.setQuery(QStringLiteral("immutable=1"));
    return SQLite::Database(url.toEncoded().constData(),
                            SQLite::OPEN_READONLY | SQLite::OPEN_URI | SQLite::OPEN_NOMUTEX, kBusyMilliseconds);
}

SQLite::Database connectReadOnly(const QString &path, bool readOnlyMedium)
{
    const bool hasNewerRows = QFileInfo(path + QStringLiteral("-wal")).size() > 0;
    if (readOnlyMedium && !hasNewerRows)
        return connectImmutable(path);
    SQLite::Database database = connect(path, SQLite::OPEN_READONLY);
    try {
        singleInteger(database, "SELECT count(*) FROM sqlite_master");
        return database;
    } catch (const SQLite::Exception &exception) {
        // WAL without the right to make its shared memory beside the file.
        const int code = exception.getErrorCode() & 0xff;
        if (hasNewerRows || (code != SQLITE_CANTOPEN && code != SQLITE_READONLY))
            throw;
    }
    return connectImmutable(path);
}

/// "annuaire.gpkg.v1.bak", or ".v1-2.bak" when an earlier copy has that name.
Result<void> keepCopy(SQLite::Database &database, const QString &path, int version)
{
    QString target = QStringLiteral("%1.v%2.bak").arg(path).arg(version);
    for (int n = 2; QFileInfo::exists(target); ++n)
        target = QStringLiteral("%1.v%2-%3.bak").arg(path).arg(version).arg(n);
    JobContext job;
    return copyDatabase(database, target, job);
}

Result<OpenedFile> openExisting(const QString &path, bool forWriting)
{
    const QFileInfo info(path);
    const QStorageInfo storage(info.absolutePath());
    const bool writable = info.isWritable() && QFileInfo(info.absolutePath()).isWritable();
    OpenedFile file{.database =
                        writable ? connect(path, SQLite::OPEN_READWRITE) : connectReadOnly(path, storage.isReadOnly()),
                    .readOnlyReason = {},
                    .identity = FileIdentity::of(path),
                    .onNetwork = isOnNetwork(storage)};
    SQLite::Database &database = file.database;
    const int version = schema::versionOf(database);
    if (version == 0)
        return failure(
            ErrorCode::NotADirectory,
            FileText::tr("%1 is a database of another program, not a directory of Repère.").arg(shown(path)));
    if (version > schema::latestVersion())
        file.readOnlyReason =
            FileText::tr("%1 was written by a newer version of Repère: it can be read here, not changed.")
                .arg(shown(path));
    else if (storage.isReadOnly())
        file.readOnlyReason =
            FileText::tr("%1 lies on a read-only medium: it can be read, not changed.").arg(shown(path));
    else if (!writable || sqlite3_db_readonly(database.getHandle(), "main") == 1)
        file.readOnlyReason =
            FileText::tr("%1 or its folder is write-protected: it can be read, not changed.").arg(shown(path));
    else if (!forWriting)
        file.readOnlyReason = FileText::tr("%1 was opened for reading only.").arg(shown(path));

    if (version < schema::latestVersion()) {
        if (file.readOnlyReason.isEmpty()) {
            if (auto kept = keepCopy(database, path, version); !kept)
                return std::unexpected(kept.error());
        } else {
            SQLite::Database copy("", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
            SQLite::Backup(copy, database).executeStep();
            database = std::move(copy);
        }
        schema::migrate(database, schema::latestVersion());
    }
    database.exec("PRAGMA foreign_keys = ON; PRAGMA cache_size = -32000");
    if (!file.readOnlyReason.isEmpty())
        database.exec("PRAGMA query_only = ON");
    return file;
}

} // namespace

std::optional<FileIdentity> FileIdentity::of(const QString &path)
{
    struct stat status = {};
    if (::stat(QFile::encodeName(path).constData(), &status) != 0)
        return std::nullopt;
    return FileIdentity{.device = status.st_dev, .number = status.st_ino};
}

Result<OpenedFile> openFile(const QString &path, bool forWriting)
{
    if (auto inspected = inspect(path); !inspected)
        return std::unexpected(inspected.error());
    return guarded(path, [&] { return openExisting(path, forWriting); });
}

Result<void> createFile(const QString &path)
{
    const QFileInfo info(path);
    if (info.exists())
        return failure(ErrorCode::Unwritable, FileText::tr("%1 exists already; it was not changed.").arg(shown(path)));
    const QFileInfo folder(info.absolutePath());
    if (!folder.isDir())
        return failure(ErrorCode::Unwritable, FileText::tr("%1 cannot be created: the folder %2 does not exist.")
                                                  .arg(shown(path), shown(folder.filePath())));
    PartFile part(path);
    if (!part.isOpen())
        return failure(ErrorCode::Unwritable,
                       FileText::tr("%1 cannot be created (%2).").arg(shown(path), part.errorString()));
    auto made = guarded(path, [&]() -> Result<void> {
        SQLite::Database database = connect(part.name(), SQLite::OPEN_READWRITE);
        schema::migrate(database, schema::latestVersion());
        if (!isOnNetwork(QStorageInfo(folder.filePath())))
            database.exec("PRAGMA journal_mode = WAL");
        return {};
    });
    if (!made)
        return made;
    if (!part.renameTo(path))
        return failure(ErrorCode::Unwritable,
                       FileText::tr("%1 cannot be created (%2).").arg(shown(path), part.errorString()));
    return {};
}

Result<void> copyDatabase(SQLite::Database &source, const QString &target, JobContext &job)
{
    // Renaming over a file that a program has open in WAL mode would marry the copy to a foreign log.
    for (const char *suffix : {"-wal", "-shm", "-journal"})
        if (QFileInfo::exists(target + QLatin1StringView(suffix)))
            return failure(
                ErrorCode::Locked,
                FileText::tr("%1 is in use by another program; try again when it has finished.").arg(shown(target)));
    PartFile part(target);
    if (!part.isOpen())
        return failure(ErrorCode::Unwritable,
                       FileText::tr("%1 cannot be written (%2).").arg(shown(target), part.errorString()));
    auto copied = guarded(target, [&]() -> Result<void> {
        // A reading transaction, so that a change by others does not make the copy begin again.
        SQLite::Transaction reading(source);
        singleInteger(source, "SELECT count(*) FROM sqlite_master");
        SQLite::Database database = connect(part.name(), SQLite::OPEN_READWRITE);
        SQLite::Backup backup(database, source);
        constexpr int kPagesPerStep = 2048; // 8 MB: cancel and progress between two steps
        const auto cancelled = [&] {
            return failure(ErrorCode::Cancelled, FileText::tr("Cancelled; %1 was not written.").arg(shown(target)));
        };
        while (backup.executeStep(kPagesPerStep) != SQLITE_DONE) {
            if (job.isCancelled())
                return cancelled();
            const int total = backup.getTotalPageCount();
            job.report(total > 0 ? 1.0 - static_cast<double>(backup.getRemainingPageCount()) / total : -1);
        }
        if (job.isCancelled()) // a small file is copied in one step
            return cancelled();
        return {};
    });
    if (!copied)
        return copied;
    if (!part.replace(target))
        return failure(ErrorCode::Unwritable,
                       FileText::tr("%1 cannot be written (%2).").arg(shown(target), qt_error_string(errno)));
    return {};
}

Result<bool> copyIfWhole(const QString &path, const QString &target, JobContext &job)
{
    return guarded(path, [&]() -> Result<bool> {
        const QFileInfo info(path);
        const bool writable = info.isWritable() && QFileInfo(info.absolutePath()).isWritable();
        // As openExisting, and for its reason: a connection that only reads leaves its log behind.
        SQLite::Database database = writable ? connect(path, SQLite::OPEN_READWRITE)
                                             : connectReadOnly(path, QStorageInfo(info.absolutePath()).isReadOnly());
        database.exec("PRAGMA query_only = ON");
        const auto stop = [](void *cancelled) { return static_cast<JobContext *>(cancelled)->isCancelled() ? 1 : 0; };
        sqlite3_progress_handler(database.getHandle(), 10'000, stop, &job);
        try {
            if (singleText(database, "PRAGMA quick_check(1)") != QStringLiteral("ok"))
                return false;
        } catch (const SQLite::Exception &exception) {
            const int code = exception.getErrorCode() & 0xff;
            if (code == SQLITE_CORRUPT || code == SQLITE_NOTADB)
                return false;
            if (code == SQLITE_INTERRUPT)
                return failure(ErrorCode::Cancelled, FileText::tr("Cancelled; %1 was not written.").arg(shown(target)));
            throw;
        }
        sqlite3_progress_handler(database.getHandle(), 0, nullptr, nullptr);
        if (const auto copied = copyDatabase(database, target, job); !copied)
            return std::unexpected(copied.error());
        return true;
    });
}

bool isInUse(const QString &path)
{
    // Where SQLite locks the file (https://www.sqlite.org/src/file/src/os.h): 510 bytes that readers share.
    constexpr off_t kSharedFirst = 0x40000000 + 2;
    constexpr off_t kSharedSize = 510;
    const int file = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return false;
    struct flock lock = {};
    lock.l_type = F_WRLCK;
    lock.l_whence = SEEK_SET;
    lock.l_start = kSharedFirst;
    lock.l_len = kSharedSize;
    const bool locked = ::fcntl(file, F_GETLK, &lock) == 0 && lock.l_type != F_UNLCK;
    ::close(file);
    return locked;
}

} // namespace repere::store
