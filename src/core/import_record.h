#pragma once

#include "core/atelier.h"
#include "core/change.h"

#include <QString>

#include <cstdint>
#include <vector>

namespace repere {

/// What an import makes of a record.
enum class ImportOutcome {
    New,
    Merged,
    Unchanged,
    Doubtful,
    Rejected,
    Gone, ///< no record of the import, but a place of the directory that the list of its source has no more
};

/// One record of an import, before it is committed: what people see and tick.
struct ImportRecord {
    int number = 0; ///< 1-based, in the order of the files
    ImportOutcome outcome = ImportOutcome::New;
    bool accepted = true; ///< people may leave a new or merged record out, and flag or not what is gone
    QString file;
    std::int64_t line = 0;
    QString source; ///< empty = a file without a source
    QString recordKey;
    Atelier incoming;   ///< understood and repaired, with its provenance
    QString matchUid;   ///< of the place that it is, or may be; empty = none
    QString matchName;  ///< its name
    double score = 0;   ///< 0…1; 1 when the id says it
    QString doubt;      ///< why it waits although it is alike enough to be merged; empty when it does not
    QString parts;      ///< JSON list of what the score is made of
    QStringList fields; ///< what the file speaks of, as merged fields
    std::vector<ImportReport::Repair> repairs;
    std::vector<ImportReport::Rejection> rejections;
};

} // namespace repere
