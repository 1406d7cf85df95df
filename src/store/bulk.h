#pragma once

#include "core/atelier.h"

#include <SQLiteCpp/Database.h>

#include <QString>

#include <vector>

namespace repere::store {

/// Ids of the inserts of an import, as ranges: an import gives ids in sequence.
class IdRanges
{
public:
    struct Range {
        AtelierId first = 0;
        AtelierId last = 0;
    };

    IdRanges() = default;
    /// "1-379 400-400", as in change.inserted_ids.
    static IdRanges fromText(const QString &text);
    QString toText() const;

    void add(AtelierId id);
    const std::vector<Range> &ranges() const { return m_ranges; }

private:
    std::vector<Range> m_ranges;
};

/// While it lives, triggers do not run on this connection for statements prepared meanwhile: no change of the schema.
class TriggersOff
{
public:
    explicit TriggersOff(const SQLite::Database &database);
    ~TriggersOff();
    TriggersOff(const TriggersOff &) = delete;
    TriggersOff &operator=(const TriggersOff &) = delete;

private:
    const SQLite::Database &m_database;
};

/// While it lives, the connection loads many rows that AtelierWriter makes: no triggers (see TriggersOff), no CHECKs
/// either, which such rows fulfil by construction (an IN list alone costs a table of its own for every row), more cache,
/// and a full-text index that is sorted in memory as far as it goes: words come in few large pieces, which are fast to
/// write and to search.
class BulkLoad
{
public:
    explicit BulkLoad(const SQLite::Database &database);
    ~BulkLoad();
    BulkLoad(const BulkLoad &) = delete;
    BulkLoad &operator=(const BulkLoad &) = delete;

private:
    const SQLite::Database &m_database;
    const TriggersOff m_triggersOff;
    const std::int64_t m_cacheSize;
};

// Whole ranges of rows at once, inside the caller's transaction; each keeps the full-text index right without its
// triggers, which cost more than the rows. All throw SQLite::Exception.

/// Adds rows that were inserted with TriggersOff to the full-text index.
void indexRows(const SQLite::Database &database, const IdRanges &ids);
/// Moves the rows to undone_atelier and undone_provenance. False, with nothing moved, unless there are `expected`.
bool withdrawRows(const SQLite::Database &database, const IdRanges &ids, std::int64_t expected);
/// Brings them back exactly. False, with nothing moved, when an id or uid is taken or they are not all there.
bool restoreRows(const SQLite::Database &database, const IdRanges &ids, std::int64_t expected);

} // namespace repere::store
