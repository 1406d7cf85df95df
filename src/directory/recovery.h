#pragma once

#include "core/job.h"
#include "core/result.h"
#include "directory/directory.h"

#include <QDateTime>
#include <QString>

#include <vector>

namespace repere::directory {

/// One automatic copy of a directory file.
struct SafeCopy {
    QString path;
    int number = 0; ///< grows with each copy of the file, whatever the clock says
    QDateTime made; ///< UTC
    qint64 bytes = 0;

    bool operator==(const SafeCopy &) const = default;
};

/// $XDG_STATE_HOME/repere/copies/<name>-<of its whole path>: where the copies of this file are, whether it is there or not.
QString safeCopyFolder(const QString &path);
/// Newest first.
std::vector<SafeCopy> safeCopies(const QString &path);

/// Which copies are not needed any more. Of each age — today, at least a day, a week, thirty days — the newest stays and
/// the oldest, which is the next to reach the following age: seven at most. At most two go at a time, so that a clock that
/// is wrong once costs little. `copies` newest first.
std::vector<SafeCopy> superfluousCopies(const std::vector<SafeCopy> &copies, const QDateTime &now);

enum class SafeCopyOutcome {
    Unchanged, ///< the newest copy is what the file is
    Made,
    Damaged, ///< the file is: no copy was made, none was taken away
};
/// Copies the file if it has changed since its newest copy and is whole, then takes superfluous copies away. Works with a
/// connection of its own: any thread. Errors: Unwritable (no room, no rights), Locked, Cancelled; nothing has changed then.
Result<SafeCopyOutcome> keepSafeCopy(const QString &path, const QDateTime &now, JobContext &job);

/// What a copy holds.
struct CopyContent {
    bool readable = false;
    int places = 0;
};
CopyContent contentOf(const SafeCopy &copy, const Knowledge &knowledge);

/// What is damaged of a file and what follows; empty when it is whole. Also for files that cannot be opened.
Result<std::vector<store::Finding>> examine(const QString &path);

/// Whether to offer a way back to people whose file could not be opened or read: it is damaged, or it is gone and there
/// are copies.
bool recoveryHelps(const QString &path, const Error &error);

/// Puts a copy in the place of a directory file. The copy is opened and checked first; the former file, damaged or not, is
/// kept beside as "<name>.before-restore-N.gpkg". Returns that name, empty when there was none. Locked when another
/// program has the file open.
Result<QString> restoreFrom(const QString &copy, const QString &target, const Knowledge &knowledge, const Clock &clock);

/// What became of a damaged file.
struct Salvaged {
    QString kept; ///< where the damaged file is now
    int places = 0;
    int lostPlaces = 0;         ///< of which the file still knew
    bool somethingLost = false; ///< something could not be read
};
/// What salvageInPlace would get out, found out beside the file, which stays. Works with a connection of its own: any thread.
/// Errors: Unreadable when that is nothing.
Result<Salvaged> trySalvage(const QString &path, JobContext &job);
/// Puts what can be read of a damaged file in its place; the damaged one is kept as above.
Result<Salvaged> salvageInPlace(const QString &path, const Clock &clock, JobContext &job);

} // namespace repere::directory
