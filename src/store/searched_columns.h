#pragma once

#include "core/atelier.h"

#include <functional>

namespace SQLite {
class Database;
}

namespace repere::store {

/// Reads of every atelier, by ascending id until `visit` returns false, the columns that a catalogue holds; all else of it is
/// empty. The atelier is the same from row to row, so that its texts are not made anew: copy what is to stay. Throws
/// SQLite::Exception.
void forEachSearched(const SQLite::Database &database, const std::function<bool(const Atelier &)> &visit);

} // namespace repere::store
