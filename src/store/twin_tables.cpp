// The tables alias, kept_apart and waiting: what is known of records that may be one place.

#include "store/twin_tables.h"

#include "core/atelier_record.h"
#include "store/errors.h"
#include "store/query.h"
#include "store/store_private.h"

#include <QCoreApplication>

#include <algorithm>

namespace repere::store {

namespace {

// An empty text is no unknown one here: a file without a source has the source "".
constexpr char kPutWaiting[] =
    "INSERT INTO waiting(source, record_key, uid, candidate_uid, score, parts, record)"
    " VALUES (coalesce(?1, ''), coalesce(?2, ''), ?3, ?4, ?5, ?6, ?7)"
    " ON CONFLICT (source, record_key) DO UPDATE SET uid = ?3, candidate_uid = ?4, score = ?5, parts = ?6, record = ?7";

void putWaiting(const SQLite::Database &database, const std::vector<WaitingRecord> &records)
{
    Query put(database, kPutWaiting);
    for (const WaitingRecord &waiting : records) {
        put.bind(1, waiting.source)
            .bind(2, waiting.recordKey)
            .bind(3, waiting.record.uid)
            .bind(4, waiting.candidateUid)
            .bind(5, waiting.score)
            .bind(6, waiting.parts.isEmpty() ? QStringLiteral("[]") : waiting.parts)
            .bind(7, atelierToJson(waiting.record))
            .run();
    }
}

} // namespace

void writeTwins(const SQLite::Database &database, const ChangeSet &changes)
{
    if (!changes.decided.empty()) {
        Query decided(database, "DELETE FROM waiting WHERE id = ?");
        for (const std::int64_t id : changes.decided)
            decided.bind(1, id).run();
    }
    if (!changes.waiting.empty())
        putWaiting(database, changes.waiting);
    if (!changes.aliases.empty()) {
        Query follow(database, "UPDATE alias SET atelier_id = ?2 WHERE atelier_id = ?1");
        Query add(database, "INSERT INTO alias(old_id, old_uid, atelier_id) VALUES (?, ?, ?)");
        for (const Alias &alias : changes.aliases) {
            follow.bind(1, alias.oldId).bind(2, alias.atelier).run();
            add.bind(1, alias.oldId).bind(2, alias.oldUid).bind(3, alias.atelier).run();
        }
    }
    Query apart(database, "INSERT OR IGNORE INTO kept_apart(first_uid, second_uid) VALUES (?, ?)");
    for (const KeptApart &pair : changes.keptApart) {
        const auto [first, second] = std::minmax(pair.first, pair.second);
        apart.bind(1, first).bind(2, second).run();
    }
}

Result<std::vector<WaitingRecord>> Store::waiting() const
{
    return guarded(d->path, [&]() -> Result<std::vector<WaitingRecord>> {
        std::vector<WaitingRecord> records;
        Query row(d->database(),
                  "SELECT id, source, record_key, candidate_uid, score, parts, record FROM waiting ORDER BY id");
        while (row.next()) {
            WaitingRecord waiting{.id = row.integer(0),
                                  .source = row.text(1),
                                  .recordKey = row.text(2),
                                  .record = {},
                                  .candidateUid = row.text(3),
                                  .score = row.real(4),
                                  .parts = row.text(5)};
            auto record = atelierFromJson(row.text(6));
            if (!record)
                return failure(ErrorCode::Unreadable,
                               QCoreApplication::translate("Store", "Waiting record %1: it cannot be read (%2).")
                                   .arg(waiting.id)
                                   .arg(record.error().message));
            waiting.record = std::move(*record);
            records.push_back(std::move(waiting));
        }
        return records;
    });
}

Result<std::vector<Alias>> Store::aliases() const
{
    return guarded(d->path, [&]() -> Result<std::vector<Alias>> {
        std::vector<Alias> aliases;
        Query row(d->database(), "SELECT old_id, old_uid, atelier_id FROM alias ORDER BY old_id");
        while (row.next())
            aliases.push_back({row.integer(0), row.text(1), row.integer(2)});
        return aliases;
    });
}

Result<std::vector<KeptApart>> Store::keptApart() const
{
    return guarded(d->path, [&]() -> Result<std::vector<KeptApart>> {
        std::vector<KeptApart> pairs;
        Query row(d->database(), "SELECT first_uid, second_uid FROM kept_apart ORDER BY first_uid, second_uid");
        while (row.next())
            pairs.push_back({row.text(0), row.text(1)});
        return pairs;
    });
}

Result<void>
Store::forEachRecord(const QString &source,
                     const std::function<void(const QString &recordKey, AtelierId id, bool gone)> &visit) const
{
    return guarded(d->path, [&]() -> Result<void> {
        Query row(d->database(), "SELECT record_key, atelier_id, gone_since IS NOT NULL FROM provenance"
                                 " WHERE source = ? ORDER BY id");
        row.bind(1, source);
        while (row.next())
            visit(row.text(0), row.integer(1), row.integer(2) != 0);
        return {};
    });
}

} // namespace repere::store
