#pragma once

#include "core/job.h"
#include "core/result.h"
#include "directory/knowledge.h"
#include "directory/licences.h"
#include "exchange/writer.h"

namespace repere::directory {

/// What an export wrote.
struct WholeExport {
    int count = 0;
    LicenceReport licences;
};

/// Writes every place of a directory file, in the order of their numbers: straight from the file, without an index in
/// memory; CSV in as many threads as there are processors, else read in a thread beside the writing. Errors: those of
/// store::Store::open and exchange::writeFile.
Result<WholeExport> exportWhole(const QString &directoryFile, const QString &target,
                                const exchange::ExportOptions &options, const Knowledge &knowledge, JobContext &job);

} // namespace repere::directory
