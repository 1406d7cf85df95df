#pragma once

#include "core/result.h"

#include <QString>

namespace SQLite {
class Database;
}

namespace repere::store::schema {

/// The version that this program writes: the number of migrations in resources/sql.
int latestVersion();

/// The version of a file, 0 when it has none of our tables. Throws SQLite::Exception.
int versionOf(const SQLite::Database &database);

/// Runs the migrations after `versionOf` up to `target`, each in one transaction. Throws SQLite::Exception.
void migrate(SQLite::Database &database, int target);

} // namespace repere::store::schema
