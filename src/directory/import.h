#pragma once

#include "core/change.h"
#include "core/import_record.h"
#include "core/job.h"
#include "core/result.h"
#include "directory/knowledge.h"
#include "exchange/reader.h"
#include "store/store.h"

#include <memory>

namespace repere::directory {

struct ImportRequest {
    QStringList files;
    QString formatId = {}; ///< empty = recognised by content
    std::optional<ColumnMapping> mapping = {};
    bool dryRun = false;
    bool keepPersonal = false; ///< take what the sources say about persons, too
    bool partial = false;      ///< the files are no whole list: what is not in them is not gone
    bool complete = false;     ///< they are, whatever they look like: all that is not in them is gone
    /// Name of the source of files that say none themselves (the starter directory). Files without a source are our own
    /// exports, edited on purpose: the columns of the file replace the values.
    QString sourceName = {};
    QString sourceLicence = {};
};

class ImportPlan;

/// Key of Store::metadata: SourcePriorities as JSON.
extern const QString kPrioritiesKey;

/// Read → understand → repair → match → commit as one change, or nothing (a dry run: nothing, but the same report).
/// read = added + merged + unchanged + doubtful + rejected.
Result<ImportReport> runImport(store::Store &store, const ImportRequest &request, const ChangeLabel &label,
                               const Knowledge &knowledge, JobContext &job);

/// Reads, repairs and matches as runImport, and keeps every record for people to look at; the file stays as it is.
Result<std::unique_ptr<ImportPlan>> planImport(store::Store &store, const ImportRequest &request,
                                               const ChangeLabel &label, const Knowledge &knowledge, JobContext &job);
/// Commits what people left ticked and decided.
Result<ImportReport> commitPlan(store::Store &store, const ImportPlan &plan, const ChangeLabel &label,
                                const Knowledge &knowledge, JobContext &job);

} // namespace repere::directory
