#pragma once

#include "directory/import_plan.h"
#include "store/store.h"

#include <QDate>
#include <QSet>

namespace repere::directory {

/// Records of sources by source and key.
using RecordKeys = QSet<std::pair<QString, QString>>;

/// What the directory has of the sources of an import, and the import has not. Each is flagged or not by this rule: a list that
/// lacks more than half of what its source had, or that does not say what part of it was asked for, is taken for an extract
/// unless the request says that it is complete. Nothing for one that says it is partial. `added`: places of this import.
Result<std::vector<ImportReport::Absence>> findAbsences(const store::Store &store, const SourcesRead &sources,
                                                        const QSet<AtelierId> &added, const ImportRequest &request,
                                                        QDate today);

/// A sentence for each source of which nothing is flagged although something is absent.
QStringList remarksOnExtracts(const std::vector<ImportReport::Absence> &absences);

} // namespace repere::directory
