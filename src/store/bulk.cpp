#include "store/bulk.h"

#include "store/query.h"

#include <sqlite3.h>

#include <QStringList>

namespace repere::store {

namespace {

void forEachRange(const SQLite::Database &database, const IdRanges &ids, const char *sql)
{
    Query query(database, sql);
    for (const IdRanges::Range &range : ids.ranges())
        query.bind(1, range.first).bind(2, range.last).run();
}

std::int64_t countIn(const SQLite::Database &database, const IdRanges &ids, const char *sql)
{
    Query query(database, sql);
    std::int64_t count = 0;
    for (const IdRanges::Range &range : ids.ranges()) {
        query.bind(1, range.first).bind(2, range.last);
        while (query.next())
            count += query.integer(0);
    }
    return count;
}

} // namespace

IdRanges IdRanges::fromText(const QString &text)
{
    IdRanges ids;
    for (const QString &range : text.split(u' ', Qt::SkipEmptyParts)) {
        const qsizetype dash = range.indexOf(u'-');
        ids.m_ranges.push_back({range.first(dash).toLongLong(), range.sliced(dash + 1).toLongLong()});
    }
    return ids;
}

QString IdRanges::toText() const
{
    QStringList texts;
    for (const Range &range : m_ranges)
        texts.append(QStringLiteral("%1-%2").arg(range.first).arg(range.last));
    return texts.join(u' ');
}

void IdRanges::add(AtelierId id)
{
    if (!m_ranges.empty() && m_ranges.back().last + 1 == id)
        m_ranges.back().last = id;
    else
        m_ranges.push_back({id, id});
}

TriggersOff::TriggersOff(const SQLite::Database &database) : m_database(database)
{
    sqlite3_db_config(database.getHandle(), SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
}

TriggersOff::~TriggersOff()
{
    sqlite3_db_config(m_database.getHandle(), SQLITE_DBCONFIG_ENABLE_TRIGGER, 1, nullptr);
}

BulkLoad::BulkLoad(const SQLite::Database &database)
    : m_database(database), m_triggersOff(database), m_cacheSize(singleInteger(database, "PRAGMA cache_size"))
{
    Query(database, "PRAGMA ignore_check_constraints = ON").run();
    // The index of a million uids is 50 MB, and is written to everywhere.
    Query(database, "PRAGMA cache_size = -192000").run();
}

BulkLoad::~BulkLoad()
{
    sqlite3_exec(m_database.getHandle(), "PRAGMA ignore_check_constraints = OFF", nullptr, nullptr, nullptr);
    const QByteArray cacheSize = "PRAGMA cache_size = " + QByteArray::number(static_cast<qint64>(m_cacheSize));
    sqlite3_exec(m_database.getHandle(), cacheSize.constData(), nullptr, nullptr, nullptr);
}

void indexRows(const SQLite::Database &database, const IdRanges &ids)
{
    // As many words as this are sorted in memory; by default a piece is a million bytes, and pieces are merged, and merged
    // again. Kept in the index, so it is set back.
    Query(database, "INSERT INTO atelier_text(atelier_text, rank) VALUES ('hashsize', 64000000)").run();
    forEachRange(database, ids,
                 "INSERT INTO atelier_text(rowid, folded_name, folded_place, folded_equipment, folded_other)"
                 " SELECT id, folded_name, folded_place, folded_equipment, folded_other"
                 " FROM atelier WHERE id BETWEEN ? AND ?");
    Query(database, "INSERT INTO atelier_text(atelier_text, rank) VALUES ('hashsize', 1048576)").run();
}

bool withdrawRows(const SQLite::Database &database, const IdRanges &ids, std::int64_t expected)
{
    if (countIn(database, ids, "SELECT count(*) FROM atelier WHERE id BETWEEN ? AND ?") != expected)
        return false;
    const TriggersOff off(database);
    forEachRange(database, ids, "INSERT INTO undone_atelier SELECT * FROM atelier WHERE id BETWEEN ? AND ?");
    forEachRange(database, ids,
                 "INSERT INTO undone_provenance SELECT * FROM provenance WHERE atelier_id BETWEEN ? AND ?");
    // Taking single rows out of the index costs about as much as putting them in: rebuild when most rows go.
    const bool rebuild = 2 * expected > singleInteger(database, "SELECT count(*) FROM atelier");
    if (!rebuild)
        forEachRange(database, ids,
                     "INSERT INTO atelier_text(atelier_text, rowid, folded_name, folded_place, folded_equipment,"
                     " folded_other) SELECT 'delete', id, folded_name, folded_place, folded_equipment, folded_other"
                     " FROM atelier WHERE id BETWEEN ? AND ?");
    forEachRange(database, ids, "DELETE FROM provenance WHERE atelier_id BETWEEN ? AND ?");
    forEachRange(database, ids, "DELETE FROM atelier WHERE id BETWEEN ? AND ?");
    if (rebuild)
        Query(database, "INSERT INTO atelier_text(atelier_text) VALUES ('rebuild')").run();
    return true;
}

bool restoreRows(const SQLite::Database &database, const IdRanges &ids, std::int64_t expected)
{
    if (countIn(database, ids, "SELECT count(*) FROM undone_atelier WHERE id BETWEEN ? AND ?") != expected
        || countIn(database, ids, "SELECT count(*) FROM atelier WHERE id BETWEEN ? AND ?") != 0
        || countIn(database, ids,
                   "SELECT count(*) FROM undone_atelier AS u JOIN atelier AS a ON a.uid = u.uid"
                   " WHERE u.id BETWEEN ? AND ?")
               != 0
        || countIn(database, ids,
                   "SELECT count(*) FROM undone_provenance AS u JOIN provenance AS p ON p.id = u.id"
                   " WHERE u.atelier_id BETWEEN ? AND ?")
               != 0)
        return false;
    const TriggersOff off(database);
    forEachRange(database, ids, "INSERT INTO atelier SELECT * FROM undone_atelier WHERE id BETWEEN ? AND ?");
    forEachRange(database, ids,
                 "INSERT INTO provenance SELECT * FROM undone_provenance WHERE atelier_id BETWEEN ? AND ? ORDER BY id");
    forEachRange(database, ids, "DELETE FROM undone_provenance WHERE atelier_id BETWEEN ? AND ?");
    forEachRange(database, ids, "DELETE FROM undone_atelier WHERE id BETWEEN ? AND ?");
    indexRows(database, ids);
    return true;
}

} // namespace repere::store
