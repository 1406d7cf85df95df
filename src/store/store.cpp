#include "store/store.h"

#include "store/atelier_table.h"
#include "store/collected_ids.h"
#include "store/errors.h"
#include "store/query.h"
#include "store/searched_columns.h"
#include "store/store_private.h"

#include <sqlite3.h>

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace repere::store {

namespace {

struct StoreText {
    Q_DECLARE_TR_FUNCTIONS(Store)
};

} // namespace

Result<void> Store::Private::checkPlace() const
{
    const auto there = FileIdentity::of(path);
    if (there == file.identity)
        return {};
    if (!there)
        return failure(
            ErrorCode::Missing,
            StoreText::tr("%1 was moved or deleted while it was open: nothing is written any more. Save a copy to keep "
                          "what you see, or put the file back.")
                .arg(shown(path)));
    return failure(ErrorCode::Conflict,
                   StoreText::tr("%1 was replaced by another file while it was open: nothing is written any more. Save "
                                 "a copy to keep what you see, or open the file again.")
                       .arg(shown(path)));
}

Result<void> Store::Private::prepareToWrite()
{
    if (!file.readOnlyReason.isEmpty())
        return failure(ErrorCode::ReadOnly, file.readOnlyReason);
    if (auto there = checkPlace(); !there)
        return there;
    const bool wal = singleText(file.database, "PRAGMA journal_mode") == QStringLiteral("wal");
    if (wal != file.onNetwork)
        return {};
    // Not done on opening, because reading a file changes no byte of it. Refused while others read: then the file stays
    // in the journal mode it has, which is as safe. It counts as a change by others, which it is not.
    const bool seen = dataVersion() == seenVersion;
    file.database.tryExec(file.onNetwork ? "PRAGMA journal_mode = DELETE" : "PRAGMA journal_mode = WAL");
    if (seen)
        seenVersion = dataVersion();
    return {};
}

void Store::Private::commit(SQLite::Transaction &transaction)
{
    transaction.commit();
    // A reader may hold the log: then its rows stay there until the next commit or the last close. No long wait for it.
    file.database.tryExec("PRAGMA busy_timeout = 200; PRAGMA wal_checkpoint(TRUNCATE); PRAGMA busy_timeout = 2000");
}

std::int64_t Store::Private::dataVersion()
{
    return singleInteger(file.database, "PRAGMA data_version");
}

Store::Store(std::unique_ptr<Private> d_) : d(std::move(d_)) {}

Store::~Store() = default;

Result<std::unique_ptr<Store>> Store::open(const QString &path, OpenMode mode, const Compounds &compounds)
{
    if (mode == OpenMode::Create) {
        if (auto created = createFile(path); !created)
            return std::unexpected(created.error());
    }
    auto file = openFile(path, mode != OpenMode::ReadOnly);
    if (!file)
        return std::unexpected(file.error());
    return guarded(path, [&]() -> Result<std::unique_ptr<Store>> {
        std::unique_ptr<Private> d(
            new Private{.path = path, .compounds = compounds, .file = std::move(*file), .seenVersion = 0});
        d->seenVersion = d->dataVersion();
        return std::unique_ptr<Store>(new Store(std::move(d)));
    });
}

const QString &Store::path() const
{
    return d->path;
}

bool Store::isReadOnly() const
{
    return !d->file.readOnlyReason.isEmpty();
}

QString Store::readOnlyReason() const
{
    return d->file.readOnlyReason;
}

void Store::forbidChanges(const QString &reason)
{
    if (d->file.readOnlyReason.isEmpty())
        d->file.readOnlyReason = reason;
}

Result<void> Store::checkPlace() const
{
    return d->checkPlace();
}

Result<Atelier> Store::read(AtelierId id) const
{
    return guarded(d->path, [&]() -> Result<Atelier> {
        if (!d->one)
            d->one.emplace(d->database(), true);
        auto atelier = d->one->read(id);
        if (!atelier)
            return std::unexpected(atelier.error());
        if (!*atelier)
            return failure(ErrorCode::NotFound,
                           StoreText::tr("There is no atelier %1 in %2.").arg(id).arg(shown(d->path)));
        return std::move(**atelier);
    });
}

Result<int> Store::count() const
{
    return guarded(d->path, [&]() -> Result<int> {
        return static_cast<int>(singleInteger(d->database(), "SELECT count(*) FROM atelier"));
    });
}

Result<void> Store::forEach(bool details, const std::function<bool(const Atelier &)> &visit) const
{
    return guarded(d->path, [&] {
        auto read = AtelierReader(d->database(), details).forEach(visit);
        sqlite3_db_release_memory(d->database().getHandle()); // nobody reads the last pages of the table again
        return read;
    });
}

Result<void> Store::forEachSearched(const std::function<bool(const Atelier &)> &visit) const
{
    return guarded(d->path, [&]() -> Result<void> {
        store::forEachSearched(d->database(), visit);
        sqlite3_db_release_memory(d->database().getHandle());
        return {};
    });
}

Result<void> Store::forEach(bool details, IdRange range, const std::function<void(Atelier &&)> &visit) const
{
    return guarded(d->path, [&] { return AtelierReader(d->database(), details).forEach(range, visit); });
}

Result<IdRange> Store::idRange() const
{
    return guarded(d->path, [&]() -> Result<IdRange> {
        const std::int64_t last = singleInteger(d->database(), "SELECT max(id) FROM atelier");
        return last == 0 ? IdRange()
                         : IdRange{.first = singleInteger(d->database(), "SELECT min(id) FROM atelier"), .last = last};
    });
}

Result<std::vector<AtelierId>> Store::idsByUid(const QStringList &uids) const
{
    return guarded(d->path, [&]() -> Result<std::vector<AtelierId>> {
        std::vector<AtelierId> ids;
        ids.reserve(static_cast<std::size_t>(uids.size()));
        Query query(d->database(), "SELECT id FROM atelier WHERE uid = ?");
        for (const QString &uid : uids) {
            query.bind(1, uid);
            ids.push_back(query.next() ? query.integer(0) : 0);
            query.reset();
        }
        return ids;
    });
}

Result<std::vector<AtelierId>> Store::matchWord(const QString &token, bool prefix) const
{
    // Nothing else is in the index, and it would be read as several words.
    const auto isWordCharacter = [](QChar c) { return c.unicode() >= 0x80 || c.isLetterOrNumber(); };
    if (token.isEmpty() || !std::ranges::all_of(token, isWordCharacter))
        return std::vector<AtelierId>{};
    return guarded(d->path, [&]() -> Result<std::vector<AtelierId>> {
        // Quoted, a token is never an operator of the query language.
        const QString expression = u'"' + token + (prefix ? QStringLiteral("\"*") : QStringLiteral("\""));
        return collectedIds(d->database(), expression);
    });
}

Result<void> Store::backup(const QString &target, JobContext &job) const
{
    if (QFileInfo(target).absoluteFilePath() == QFileInfo(d->path).absoluteFilePath()
        || (QFileInfo::exists(target)
            && QFileInfo(target).canonicalFilePath() == QFileInfo(d->path).canonicalFilePath()))
        return failure(ErrorCode::Usage, StoreText::tr("%1 cannot be copied onto itself.").arg(shown(d->path)));
    return copyDatabase(d->database(), target, job);
}

Result<std::int64_t> Store::dataVersion() const
{
    return guarded(d->path, [&]() -> Result<std::int64_t> { return d->seenVersion = d->dataVersion(); });
}

QString Store::sqliteVersion()
{
    return QString::fromUtf8(sqlite3_libversion());
}

Result<QString> Store::metadata(const QString &key) const
{
    return guarded(d->path, [&]() -> Result<QString> {
        Query query(d->database(), "SELECT value FROM repere_meta WHERE key = ?");
        query.bind(1, key);
        return query.next() ? query.text(0) : QString();
    });
}

Result<void> Store::setMetadata(const QString &key, const QString &value)
{
    Q_ASSERT(key != QStringLiteral("schema_version"));
    return guarded(d->path, [&]() -> Result<void> {
        if (auto ready = d->prepareToWrite(); !ready)
            return ready;
        SQLite::Transaction transaction(d->database(), SQLite::TransactionBehavior::IMMEDIATE);
        if (value.isEmpty())
            Query(d->database(), "DELETE FROM repere_meta WHERE key = ?").bind(1, key).run();
        else
            Query(d->database(), "INSERT OR REPLACE INTO repere_meta(key, value) VALUES (?, ?)")
                .bind(1, key)
                .bind(2, value)
                .run();
        d->commit(transaction);
        return {};
    });
}

} // namespace repere::store
