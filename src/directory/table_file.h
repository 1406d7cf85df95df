#pragma once

#include "core/result.h"

#include <QStringList>
#include <QVariant>

#include <vector>

namespace repere::directory {

/// Writes a table of figures as CSV for a French spreadsheet (`;`, UTF-8 with BOM, CRLF, decimal comma). Numbers are
/// cells of type double or integer; texts are guarded against being taken for formulas. Written beside and renamed into
/// place. Errors: Unwritable.
Result<void> writeTable(const QString &path, const QStringList &headings, const std::vector<QVariantList> &rows);

} // namespace repere::directory
