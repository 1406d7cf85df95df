#pragma once

#include "core/job.h"
#include "core/result.h"
#include "core/twin.h"
#include "directory/knowledge.h"
#include "store/store.h"

#include <QDate>

namespace repere::directory {

/// See Directory::twins.
Result<std::vector<TwinPair>> findTwins(const store::Store &store, const Knowledge &knowledge, double minScore,
                                        JobContext &job);

/// What decisions do to the file, and how that is called in the history.
struct TwinChanges {
    store::ChangeSet changes;
    QString name;
};
/// Errors: NotFound for a place or waiting record that is gone meanwhile.
Result<TwinChanges> decideTwins(const store::Store &store, const Knowledge &knowledge,
                                const std::vector<TwinDecision> &decisions, const QDate &today);

} // namespace repere::directory
