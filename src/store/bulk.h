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

// Whole ranges of rows at once, inside the caller's transaction; each keeps the full-text index right without its
// triggers, which cost more than the rows. All throw SQLite::Exception.

/// Adds rows that were inserted with TriggersOff to the full-text index.
void indexRows(const SQLite::Database &database, const IdRanges &ids);
/// Moves the rows to undone_atelier and undone_provenance. False, with nothing moved, unless there are `expected`.
bool withdrawRows(const SQLite::Database &database, const IdRanges &ids, std::int64_t expected);
/// Brings them back exactly. False, with nothing moved, when an id or uid is taken or they are not all there.
bool restoreRows(const SQLite::Database &database, const IdRanges &ids, std::int64_t expected);

} // namespace repere::store
