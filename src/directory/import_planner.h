#pragma once

#include "directory/import_intake.h"
#include "directory/import_plan.h"
#include "directory/lines_by_uid.h"
#include "directory/match_index.h"

#include <QHash>
#include <QSet>

namespace repere::directory {

/// Says of each record of an import which place it is: by uid, by the source's own id, by likeness. One thread, that of the
/// store; the files are read in another.
class ImportPlanner
{
public:
    ImportPlanner(store::Store &store, const ImportRequest &request, const Knowledge &knowledge, JobContext &job);
    ~ImportPlanner();

    /// Learns what the directory has.
    Result<void> prepare();
    /// The next record: New, Merged (also when it says nothing new: whoever merges sees that), Doubtful or Rejected; nothing
    /// at the end. `nextId` is the number that the place will get if it is new: later records may be its twin.
    Result<std::optional<ImportRecord>> next(AtelierId nextId);

    const SourcesRead &sourcesRead() const { return m_sourcesRead; }

private:
    Result<void> learnSource(const QString &source);
    Result<ImportRecord> decide(TakenRecord taken, AtelierId nextId);
    void finish();
    void identify(ImportRecord &record, const TakenRecord &taken);
    bool isRepeated(ImportRecord &record);
    Result<void> match(ImportRecord &record, bool hasNumber);
    /// A record that waits and says nothing else waits on, for the same place: what was merged into that place meanwhile may
    /// have made it less alike. False when it does not wait.
    Result<bool> matchAsBefore(ImportRecord &record) const;
    Result<void> matchByLikeness(ImportRecord &record);
    Result<void> matchTo(ImportRecord &record, AtelierId id) const;
    void remember(const ImportRecord &record, AtelierId id);

    store::Store &m_store;
    const ImportRequest &m_request;
    const Knowledge &m_knowledge;
    JobContext &m_job;

    QHash<QString, AtelierId> m_byUid; ///< aliases included
    QHash<QString, AtelierId> m_byName;
    QHash<QString, QHash<QString, AtelierId>> m_byRecord;        ///< source → key → place
    QHash<QString, QSet<AtelierId>> m_withSource;                ///< places that have a record of the source
    QHash<std::pair<QString, QString>, WaitingRecord> m_waiting; ///< by source and key
    QSet<QString> m_keptApart;                                   ///< "uid uid", smaller first
    MatchIndex m_likeness;
    bool m_likenessReady = false;

    LinesByUid m_linesByUid;
    QHash<QString, std::int64_t> m_linesByKey;
    SourcesRead m_sourcesRead;
    ImportIntake m_intake;
};

} // namespace repere::directory
