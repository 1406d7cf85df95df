#pragma once

#include "directory/import.h"
#include "store/staging.h"

#include <QHash>
#include <QSet>

#include <memory>

namespace repere::directory {

/// What was read of sources to their end: what else the directory has of them is gone.
struct SourcesRead {
    QHash<QString, QSet<QString>> keys; ///< by source
    QHash<QString, QString> asOf;       ///< by source
    QSet<QString> whole;                ///< sources of which a list was read that may be all of it
    int personalLeftOut = 0;
    QStringList remarks;
};

/// An import that was read and matched but not committed: people look at it, tick, decide, and commit it or let it go.
/// Made by Directory::planImport; belongs to the thread of the directory.
class ImportPlan
{
public:
    ImportPlan(ImportRequest request, std::unique_ptr<store::Staging> staging, ImportReport report,
               SourcesRead sources);

    const ImportRequest &request() const { return m_request; }
    /// As planned, before people decided.
    const ImportReport &report() const { return m_report; }
    const SourcesRead &sources() const { return m_sources; }
    const store::Staging &records() const { return *m_staging; }

    Result<void> setAccepted(int number, bool accepted);
    Result<void> setAllAccepted(const store::Staging::Selection &selection, bool accepted);
    /// Answers a doubtful record: it is the place beside it, or one of its own.
    Result<void> decide(int number, bool same);
    /// Back to the question.
    Result<void> reopen(int number);
    /// Takes what was only proposed for a record: latitude and longitude the other way round.
    Result<void> takeProposal(int number, const Knowledge &knowledge);

private:
    ImportRequest m_request;
    std::unique_ptr<store::Staging> m_staging;
    ImportReport m_report;
    SourcesRead m_sources;
};

} // namespace repere::directory
