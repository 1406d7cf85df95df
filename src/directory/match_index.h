#pragma once

#include "core/job.h"
#include "core/match_record.h"
#include "core/match_score.h"
#include "core/result.h"

#include <memory>
#include <vector>

namespace repere::directory {

/// Two records and how alike they are; `a` was added before `b`.
struct MatchPair {
    AtelierId a = 0;
    AtelierId b = 0;
    MatchScore score;
};

/// Finds the twins of a record among many without comparing it with all: only those that share a block with it are
/// scored — neighbouring cells of a grid, a commune, a website, a telephone number, an id. Grows as an import adds.
/// Not thread-safe; const calls may run at the same time.
class MatchIndex
{
public:
    MatchIndex();
    ~MatchIndex();
    MatchIndex(MatchIndex &&) noexcept;
    MatchIndex &operator=(MatchIndex &&) noexcept;

    /// A record of the same id is replaced.
    void add(MatchRecord record);
    void remove(AtelierId id);
    std::size_t size() const;
    /// nullptr when no record has this id.
    const MatchRecord *find(AtelierId id) const;

    struct Candidate {
        AtelierId id = 0;
        MatchScore score;
    };
    /// The records at least `minScore` like `record`, best first (of equals the smaller id first), without the one that has
    /// its own id.
    std::vector<Candidate> candidates(const MatchRecord &record, double minScore = kPerhapsTwins) const;

    /// All pairs of the index that are at least `minScore` alike, best first. Errors: Cancelled.
    Result<std::vector<MatchPair>> allPairs(double minScore, JobContext &job) const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace repere::directory
