#pragma once

#include "core/job.h"
#include "core/result.h"

#include <SQLiteCpp/Database.h>

#include <QString>

#include <cstdint>
#include <optional>

namespace repere::store {

/// Which file a name leads to: it changes when the file is moved, deleted or replaced by another.
struct FileIdentity {
    std::uint64_t device = 0;
    std::uint64_t number = 0;
    bool operator==(const FileIdentity &) const = default;
    static std::optional<FileIdentity> of(const QString &path); ///< nothing without a file of that name
};

/// A directory file, open at the latest version of its schema.
struct OpenedFile {
    SQLite::Database database;
    QString readOnlyReason;               ///< translated; empty when it may be written
    std::optional<FileIdentity> identity; ///< of the file that was opened
    bool onNetwork = false;               ///< a network disk has no shared memory: rollback journal instead of WAL
};

/// Opens an existing file; migrates it (after keeping a copy) when it may be written, else reads an older file through
/// a migrated temporary copy. Changes no byte of a file that needs no migration.
Result<OpenedFile> openFile(const QString &path, bool forWriting);

/// Makes an empty directory beside its name and renames it into place. Fails when the file exists.
Result<void> createFile(const QString &path);

/// A whole copy of an open database, written beside the target and renamed over it.
Result<void> copyDatabase(SQLite::Database &source, const QString &target, JobContext &job);

/// The same, but only of a file that SQLite finds whole (quick_check), which nobody else may know at this moment. False:
/// it is damaged, and nothing was written. Opens the file for itself, so any thread may do this while others work on it.
Result<bool> copyIfWhole(const QString &path, const QString &target, JobContext &job);

/// Whether another process has the file open. A file in WAL mode says so at any time, others while they are used.
bool isInUse(const QString &path);

} // namespace repere::store
