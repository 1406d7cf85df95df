#pragma once

#include "core/job.h"
#include "core/result.h"
#include "directory/knowledge.h"
#include "directory/provenance.h"
#include "store/store.h"

namespace repere::directory {

/// The sources of a file and the order in which they are believed.
struct SourceOrder {
    struct Source {
        QString name;
        int places = 0; ///< that it says something of
    };
    std::vector<Source> sources; ///< those that give values, most places first; no person
    SourcePriorities priorities;
};
Result<SourceOrder> readSourceOrder(const store::Store &store);

/// The places that another order of the sources changes. Errors: those of the store, Cancelled.
Result<store::ChangeSet> resettle(const store::Store &store, const Knowledge &knowledge,
                                  const SourcePriorities &priorities, JobContext &job);

} // namespace repere::directory
