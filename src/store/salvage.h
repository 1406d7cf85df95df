#pragma once

#include "core/change.h"
#include "core/job.h"
#include "core/result.h"

#include <QString>

namespace repere::store {

/// What was got out of a damaged file.
struct SalvageReport {
    int places = 0;
    int lostPlaces = 0;         ///< of which the file still knows that they were there
    int otherRows = 0;          ///< sources, questions of imports, answers about twins, history
    bool somethingLost = false; ///< a part of the file could not be read, whatever it held
};

/// Writes a new directory of everything that can be read of a damaged one, which is left as it is, to the byte. The new
/// file has the old changes in its history, but none of them can be undone; `label` names the newest. `target` must not
/// exist. Errors: Unreadable when nothing can be read, Unwritable, Cancelled; then there is no target.
Result<SalvageReport> salvageFile(const QString &source, const QString &target, const ChangeLabel &label,
                                  JobContext &job);

} // namespace repere::store
