#pragma once

#include "core/atelier.h"

#include <SQLiteCpp/Database.h>

#include <QString>

#include <vector>

namespace repere::store {

/// The ids, ascending, of what an expression of the full-text index matches. They are gathered inside of the query: one
/// step of the statement for all of them costs a fifth of one for each, and the first letter of a word has hundreds of
/// thousands. Throws SQLite::Exception.
std::vector<AtelierId> collectedIds(const SQLite::Database &database, const QString &expression);

} // namespace repere::store
