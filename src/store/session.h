#pragma once

#include <QByteArray>

struct sqlite3_session;
namespace SQLite {
class Database;
}

namespace repere::store {

/// Records what happens to the tables `atelier` and `provenance` while it lives. Attached by name, never to all tables:
/// the shadow tables of the full-text index in a changeset would destroy the file on undo.
class Recorder
{
public:
    explicit Recorder(const SQLite::Database &database);
    ~Recorder();
    Recorder(const Recorder &) = delete;
    Recorder &operator=(const Recorder &) = delete;

    /// Empty when nothing has changed. Throws SQLite::Exception.
    QByteArray changeset() const;

private:
    sqlite3_session *m_session = nullptr;
};

/// What applying a changeset came to.
enum class Applied { Whole, Conflict };

/// Applies a changeset, or its inverse. On Conflict nothing of it has been applied. Throws SQLite::Exception.
Applied applyChangeset(const SQLite::Database &database, const QByteArray &changeset);
QByteArray inverted(const QByteArray &changeset);

} // namespace repere::store
