#pragma once

#include "core/twin.h"

#include <vector>

namespace SQLite {
class Database;
}

namespace repere::store {

struct ChangeSet;

/// Writes what a change says of twins: waiting records, decided ones, aliases, pairs kept apart. Inside the caller's
/// transaction; throws SQLite::Exception.
void writeTwins(const SQLite::Database &database, const ChangeSet &changes);

} // namespace repere::store
