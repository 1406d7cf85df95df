#pragma once

#include "core/change.h"
#include "core/job.h"
#include "core/result.h"
#include "directory/knowledge.h"
#include "store/store.h"

namespace repere::directory {

/// How an import treats an atelier that the directory already has.
enum class MergePolicy {
    FileWins,     ///< our own export comes back, edited on purpose: the columns of the file replace the values
    HandEditsWin, ///< a publisher's newer list: a value changes only where nobody has changed it since the last list
};

struct ImportRequest {
    QStringList files;
    QString formatId; ///< empty = recognised by content
    MergePolicy policy = MergePolicy::FileWins;
    bool dryRun = false;
    /// With HandEditsWin: name of the source whose values are remembered for the next time.
    QString sourceName;
    QString sourceLicence;
};

/// Read → understand → match (by uid; else by folded name in the same commune) → commit as one change, or nothing.
/// read = added + merged + unchanged + doubtful + rejected.
Result<ImportReport> runImport(store::Store &store, const ImportRequest &request, const ChangeLabel &label,
                               const Knowledge &knowledge, JobContext &job);

} // namespace repere::directory
