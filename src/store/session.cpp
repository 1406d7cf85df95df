// The session functions are declared only with these two.
#define SQLITE_ENABLE_SESSION
#define SQLITE_ENABLE_PREUPDATE_HOOK
#include <sqlite3.h>

#include "store/session.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>

#include <limits>

namespace repere::store {

namespace {

void check(int code, const char *what)
{
    if (code != SQLITE_OK)
        throw SQLite::Exception(what, code);
}

/// SQLite gives buffers that must be freed by its own function.
QByteArray taken(void *buffer, int size)
{
    QByteArray bytes(static_cast<const char *>(buffer), size);
    sqlite3_free(buffer);
    return bytes;
}

int abortOnConflict(void *conflicts, int, sqlite3_changeset_iter *)
{
    ++*static_cast<int *>(conflicts);
    return SQLITE_CHANGESET_ABORT;
}

} // namespace

Recorder::Recorder(const SQLite::Database &database)
{
    check(sqlite3session_create(database.getHandle(), "main", &m_session), "session");
    for (const char *table : {"atelier", "provenance", "alias", "kept_apart", "waiting"})
        if (const int code = sqlite3session_attach(m_session, table); code != SQLITE_OK) {
            sqlite3session_delete(m_session);
            check(code, "session attach");
        }
}

Recorder::~Recorder()
{
    sqlite3session_delete(m_session);
}

QByteArray Recorder::changeset() const
{
    int size = 0;
    void *buffer = nullptr;
    check(sqlite3session_changeset(m_session, &size, &buffer), "changeset");
    return taken(buffer, size);
}

Applied applyChangeset(const SQLite::Database &database, const QByteArray &changeset)
{
    if (changeset.isEmpty())
        return Applied::Whole;
    int conflicts = 0;
    // Without FKNOACTION the cascade deletes what the changeset itself deletes next, which then conflicts.
    const int code = sqlite3changeset_apply_v2(database.getHandle(), static_cast<int>(changeset.size()),
                                               const_cast<char *>(changeset.constData()), nullptr, abortOnConflict,
                                               &conflicts, nullptr, nullptr, SQLITE_CHANGESETAPPLY_FKNOACTION);
    if (code == SQLITE_ABORT && conflicts > 0)
        return Applied::Conflict;
    if (code != SQLITE_OK)
        throw SQLite::Exception(database.getHandle(), code);
    return Applied::Whole;
}

QByteArray inverted(const QByteArray &changeset)
{
    int size = 0;
    void *buffer = nullptr;
    check(sqlite3changeset_invert(static_cast<int>(changeset.size()), changeset.constData(), &size, &buffer), "invert");
    return taken(buffer, size);
}

} // namespace repere::store
