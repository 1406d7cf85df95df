// Writing: every change is one transaction and one row of the table `change`.

#include "store/atelier_table.h"
#include "store/bulk.h"
#include "store/errors.h"
#include "store/query.h"
#include "store/session.h"
#include "store/store_private.h"
#include "store/twin_tables.h"

#include <sqlite3.h>

#include <QCoreApplication>
#include <QUuid>

#include <algorithm>

namespace repere::store {

namespace {

struct ChangesText {
    Q_DECLARE_TR_FUNCTIONS(Store)
};

constexpr char kChangeColumns[] = "number, name, author, time, inserted, updated, removed, undone, undoable";

Change changeOf(const Query &row)
{
    return {.number = row.integer(0),
            .name = row.text(1),
            .author = row.text(2),
            .time = QDateTime::fromString(row.text(3), Qt::ISODateWithMs),
            .inserted = static_cast<int>(row.integer(4)),
            .updated = static_cast<int>(row.integer(5)),
            .removed = static_cast<int>(row.integer(6)),
            .undone = row.integer(7) != 0,
            .undoable = row.integer(8) != 0};
}

/// A new change makes what was undone impossible to redo. Comes first, because it frees ids.
void dropUndone(SQLite::Database &database)
{
    database.exec("DELETE FROM change WHERE undone = 1; DELETE FROM undone_atelier; DELETE FROM undone_provenance");
}

std::int64_t lastId(const SQLite::Database &database)
{
    return std::max(singleInteger(database, "SELECT max(id) FROM atelier"),
                    singleInteger(database, "SELECT last_id FROM change ORDER BY number DESC LIMIT 1"));
}

/// Writes the rows of one change and counts them.
class ChangeWriter
{
public:
    ChangeWriter(const SQLite::Database &database, const Compounds &compounds, const QString &path, bool many = false)
        : m_path(path), m_writer(database, compounds, many), m_reader(database, true), m_lastId(store::lastId(database))
    {
    }

    Result<AtelierId> insert(Atelier atelier)
    {
        if (const QString problem = unstorable(atelier); !problem.isEmpty())
            return failure(ErrorCode::Usage, problem);
        if (atelier.id == 0)
            atelier.id = m_lastId + 1;
        if (atelier.uid.isEmpty())
            atelier.uid = QUuid::createUuid().toString(QUuid::Id128);
        if (auto written = refused(atelier, [&] { m_writer.insert(atelier); }); !written)
            return std::unexpected(written.error());
        m_lastId = std::max(m_lastId, atelier.id);
        ++inserted;
        return atelier.id;
    }

    Result<void> update(Atelier atelier)
    {
        if (const QString problem = unstorable(atelier); !problem.isEmpty())
            return failure(ErrorCode::Usage, problem);
        const auto before = stored(atelier.id);
        if (!before)
            return std::unexpected(before.error());
        if (atelier.uid.isEmpty())
            atelier.uid = before->uid;
        if (atelier == *before)
            return {};
        if (auto written = refused(atelier, [&] { m_writer.update(*before, atelier); }); !written)
            return written;
        ++updated;
        return {};
    }

    Result<void> remove(AtelierId id)
    {
        if (auto before = stored(id); !before)
            return std::unexpected(before.error());
        m_writer.remove(id);
        ++removed;
        return {};
    }

    AtelierId lastId() const { return m_lastId; }
    void useLastId(AtelierId id) { m_lastId = std::max(m_lastId, id); }

    int inserted = 0;
    int updated = 0;
    int removed = 0;

private:
    Result<Atelier> stored(AtelierId id)
    {
        auto atelier = m_reader.read(id);
        if (!atelier)
            return std::unexpected(atelier.error());
        if (!*atelier)
            return failure(ErrorCode::NotFound,
                           ChangesText::tr("There is no atelier %1 in %2.").arg(id).arg(shown(m_path)));
        return std::move(**atelier);
    }

    /// Runs `write`; a number or uid that is taken becomes a Conflict that names it.
    template <typename Write> Result<void> refused(const Atelier &atelier, Write &&write)
    {
        try {
            write();
        } catch (const SQLite::Exception &exception) {
            switch (exception.getExtendedErrorCode()) {
            case SQLITE_CONSTRAINT_UNIQUE:
                return failure(ErrorCode::Conflict,
                               ChangesText::tr("%1 has an atelier with the uid %2 already (“%3” was not written).")
                                   .arg(shown(m_path), atelier.uid, atelier.name));
            case SQLITE_CONSTRAINT_PRIMARYKEY:
            case SQLITE_CONSTRAINT_ROWID:
                return failure(ErrorCode::Conflict,
                               ChangesText::tr("%1 has an atelier with the number %2 already (“%3” was not written).")
                                   .arg(shown(m_path), QString::number(atelier.id), atelier.name));
            default: throw;
            }
        }
        return {};
    }

    const QString &m_path;
    AtelierWriter m_writer;
    AtelierReader m_reader;
    AtelierId m_lastId;
};

/// Adds the row of the history. `inserted` is empty unless the inserts are not in the changeset.
Change recordChange(const SQLite::Database &database, const ChangeLabel &label, Change change, AtelierId lastId,
                    const IdRanges &insertedIds, const QByteArray &changeset)
{
    change.name = label.name;
    change.author = label.author;
    change.time = label.time.toUTC();
    change.undoable = label.undoable;
    Query query(
        database,
        "INSERT INTO change(name, author, time, inserted, updated, removed, last_id, inserted_ids,"
        " changeset, undoable) VALUES (coalesce(?, ''), coalesce(?, ''), coalesce(?, ''), ?, ?, ?, ?, ?, ?, ?)");
    query.bind(1, change.name)
        .bind(2, change.author)
        .bind(3, change.time.toString(Qt::ISODateWithMs))
        .bind(4, change.inserted)
        .bind(5, change.updated)
        .bind(6, change.removed)
        .bind(7, lastId)
        .bind(8, insertedIds.toText())
        .bindBlob(9, changeset)
        .bind(10, label.undoable ? 1 : 0)
        .run();
    change.number = sqlite3_last_insert_rowid(database.getHandle());
    return change;
}

/// What undo and redo need of a change.
struct RecordedChange {
    Change change;
    IdRanges insertedIds;
    QByteArray changeset;
};

std::optional<RecordedChange> recorded(const SQLite::Database &database, bool undone)
{
    const std::string sql =
        "SELECT " + std::string(kChangeColumns)
        + (undone ? ", inserted_ids, changeset FROM change WHERE undone = 1 ORDER BY number LIMIT 1"
                  : ", inserted_ids, changeset FROM change WHERE undone = 0 ORDER BY number DESC LIMIT 1");
    Query query(database, sql.c_str());
    if (!query.next())
        return std::nullopt;
    return RecordedChange{changeOf(query), IdRanges::fromText(query.text(9)), query.bytes(10).toByteArray()};
}

bool undoRows(const SQLite::Database &database, const RecordedChange &record)
{
    if (!record.changeset.isEmpty() && applyChangeset(database, inverted(record.changeset)) == Applied::Conflict)
        return false;
    return record.insertedIds.ranges().empty() || withdrawRows(database, record.insertedIds, record.change.inserted);
}

bool redoRows(const SQLite::Database &database, const RecordedChange &record)
{
    if (!record.insertedIds.ranges().empty() && !restoreRows(database, record.insertedIds, record.change.inserted))
        return false;
    return applyChangeset(database, record.changeset) == Applied::Whole;
}

} // namespace

Result<AppliedChange> Store::apply(const ChangeLabel &label, const ChangeSet &changes)
{
    return guarded(d->path, [&]() -> Result<AppliedChange> {
        if (auto ready = d->prepareToWrite(); !ready)
            return std::unexpected(ready.error());
        SQLite::Database &database = d->database();
        SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
        dropUndone(database);
        const Recorder recorder(database);
        ChangeWriter writer(database, d->compounds, d->path);
        AppliedChange applied;
        writeTwins(database, changes);
        // Removals first: they free uids for the rest.
        for (const AtelierId id : changes.removals)
            if (auto removed = writer.remove(id); !removed)
                return std::unexpected(removed.error());
        for (const Atelier &atelier : changes.updates)
            if (auto updated = writer.update(atelier); !updated)
                return std::unexpected(updated.error());
        for (const Atelier &atelier : changes.inserts) {
            auto id = writer.insert(atelier);
            if (!id)
                return std::unexpected(id.error());
            applied.insertedIds.push_back(*id);
        }
        const QByteArray changeset = recorder.changeset();
        if (changeset.isEmpty())
            return applied; // the destructor rolls back: what was undone can still be redone
        applied.change.inserted = writer.inserted;
        applied.change.updated = writer.updated;
        applied.change.removed = writer.removed;
        applied.change = recordChange(database, label, applied.change, writer.lastId(), {}, changeset);
        d->commit(transaction);
        return applied;
    });
}

Result<AppliedChange> Store::import(const ChangeLabel &label, const AtelierSource &inserts, const ChangeSet &rest,
                                    JobContext &job, ImportMode mode)
{
    return guarded(d->path, [&]() -> Result<AppliedChange> {
        const auto cancelled = [] {
            return failure(ErrorCode::Cancelled, ChangesText::tr("The import was cancelled; nothing was changed."));
        };
        if (mode == ImportMode::Commit) {
            if (auto ready = d->prepareToWrite(); !ready)
                return std::unexpected(ready.error());
        }
        SQLite::Database &database = d->database();
        SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
        dropUndone(database);
        AppliedChange applied;
        IdRanges ids;
        AtelierId lastInserted = 0;
        {
            const BulkLoad load(database);
            ChangeWriter writer(database, d->compounds, d->path, true);
            for (;;) {
                if (job.isCancelled())
                    return cancelled();
                Atelier atelier;
                atelier.id = writer.lastId() + 1;
                const auto more = inserts(atelier);
                if (!more)
                    return std::unexpected(more.error());
                if (!*more)
                    break;
                atelier.id = 0; // in sequence, and never one that another import in the history has had
                auto id = writer.insert(std::move(atelier));
                if (!id)
                    return std::unexpected(id.error());
                applied.insertedIds.push_back(*id);
                ids.add(*id);
            }
            lastInserted = writer.lastId();
            applied.change.inserted = writer.inserted;
        }
        if (mode == ImportMode::Commit)
            indexRows(database, ids);
        if (job.isCancelled())
            return cancelled();

        const Recorder recorder(database);
        ChangeWriter writer(database, d->compounds, d->path);
        writer.useLastId(lastInserted);
        for (const Atelier &atelier : rest.updates) {
            if (job.isCancelled())
                return cancelled();
            if (auto updated = writer.update(atelier); !updated)
                return std::unexpected(updated.error());
        }
        writeTwins(database, rest);
        const QByteArray changeset = recorder.changeset();
        if (mode == ImportMode::DryRun || (changeset.isEmpty() && applied.insertedIds.empty()))
            return applied;
        applied.change.updated = writer.updated;
        applied.change = recordChange(database, label, applied.change, writer.lastId(), ids, changeset);
        d->commit(transaction);
        return applied;
    });
}

Result<Change> Store::undo()
{
    return d->step(false);
}

Result<Change> Store::redo()
{
    return d->step(true);
}

Result<Change> Store::Private::step(bool forward)
{
    return guarded(path, [&]() -> Result<Change> {
        if (auto ready = prepareToWrite(); !ready)
            return std::unexpected(ready.error());
        SQLite::Transaction transaction(database(), SQLite::TransactionBehavior::IMMEDIATE);
        if (dataVersion() != seenVersion)
            return failure(ErrorCode::Conflict,
                           ChangesText::tr("%1 was changed by another program: look at the history, then try again.")
                               .arg(shown(path)));
        auto record = recorded(database(), forward);
        if (!record)
            return failure(ErrorCode::NotFound,
                           forward ? ChangesText::tr("There is nothing to redo in %1.").arg(shown(path))
                                   : ChangesText::tr("There is nothing to undo in %1.").arg(shown(path)));
        if (!record->change.undoable)
            return failure(ErrorCode::NotFound,
                           ChangesText::tr("“%1” cannot be undone: the history of this file begins after it.")
                               .arg(record->change.name));
        if (!(forward ? redoRows(database(), *record) : undoRows(database(), *record)))
            return failure(
                ErrorCode::Conflict,
                (forward
                     ? ChangesText::tr(
                           "“%1” cannot be redone: the ateliers that it touches have changed since. Nothing was changed.")
                     : ChangesText::tr(
                           "“%1” cannot be undone: the ateliers that it touches have changed since. Nothing was changed."))
                    .arg(record->change.name));
        Query(database(), "UPDATE change SET undone = ? WHERE number = ?")
            .bind(1, forward ? 0 : 1)
            .bind(2, record->change.number)
            .run();
        commit(transaction);
        record->change.undone = !forward;
        return record->change;
    });
}

Result<std::vector<Change>> Store::history(int limit) const
{
    return guarded(d->path, [&]() -> Result<std::vector<Change>> {
        d->seenVersion = d->dataVersion();
        const std::string sql = "SELECT " + std::string(kChangeColumns) + " FROM change ORDER BY number DESC LIMIT ?";
        Query query(d->database(), sql.c_str());
        query.bind(1, limit > 0 ? limit : -1);
        std::vector<Change> changes;
        while (query.next())
            changes.push_back(changeOf(query));
        return changes;
    });
}

} // namespace repere::store
