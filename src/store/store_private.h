#pragma once

#include "store/atelier_table.h"
#include "store/file.h"
#include "store/store.h"

#include <SQLiteCpp/Transaction.h>

#include <optional>

namespace repere::store {

struct Store::Private {
    QString path;
    Compounds compounds;
    OpenedFile file;
    std::int64_t seenVersion = 0;          ///< data_version when the caller last looked at the file
    std::optional<AtelierReader> one = {}; ///< of single ateliers, made when first asked: its statements stay prepared
    std::optional<SQLite::Transaction> together = {}; ///< holds what openTogether shows

    SQLite::Database &database() { return file.database; }

    /// Missing or Conflict when the file's name leads to it no more: what would be written would be lost.
    Result<void> checkPlace() const;
    /// ReadOnly with the reason, those of checkPlace, or nothing; sets the journal up for writing.
    Result<void> prepareToWrite();
    /// Commits, then empties the WAL so that the file alone is whole.
    void commit(SQLite::Transaction &transaction);
    std::int64_t dataVersion();
    /// Redoes the oldest undone change, or undoes the newest one that stands.
    Result<Change> step(bool forward);
};

} // namespace repere::store
