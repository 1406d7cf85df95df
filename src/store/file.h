#pragma once

#include "core/job.h"
#include "core/result.h"

#include <SQLiteCpp/Database.h>

#include <QString>

namespace repere::store {

/// A directory file, open at the latest version of its schema.
struct OpenedFile {
    SQLite::Database database;
    QString readOnlyReason; ///< translated; empty when it may be written
    bool onNetwork = false; ///< a network disk has no shared memory: rollback journal instead of WAL
};

/// Opens an existing file; migrates it (after keeping a copy) when it may be written, else reads an older file through
/// a migrated temporary copy. Changes no byte of a file that needs no migration.
Result<OpenedFile> openFile(const QString &path, bool forWriting);

/// Makes an empty directory beside its name and renames it into place. Fails when the file exists.
Result<void> createFile(const QString &path);

/// A whole copy of an open database, written beside the target and renamed over it.
Result<void> copyDatabase(SQLite::Database &source, const QString &target, JobContext &job);

} // namespace repere::store
