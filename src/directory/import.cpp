#include "directory/import.h"

#include "directory/atelier_fields.h"
#include "directory/import_absences.h"
#include "directory/import_plan.h"
#include "directory/import_planner.h"
#include "directory/match_words.h"
#include "directory/normalise.h"
#include "directory/provenance.h"

#include <QCoreApplication>

#include <algorithm>
#include <functional>

namespace repere::directory {

namespace {

/// Where the records of an import come from: files read and matched, or a plan that people looked at. Nothing at the end.
using RecordSource = std::function<Result<std::optional<ImportRecord>>(AtelierId nextId)>;
/// Sees every record when its outcome is known.
using RecordSink = std::function<Result<void>(const ImportRecord &)>;

struct ImportText {
    Q_DECLARE_TR_FUNCTIONS(Import)
};

/// Turns records into the rows of one change. The store pulls the new ateliers from it and reads the rest at the end.
class ImportApplier
{
public:
    ImportApplier(store::Store &store, const ImportRequest &request, const ChangeLabel &label,
                  const Knowledge &knowledge)
        : m_store(store), m_request(request), m_label(label), m_knowledge(knowledge)
    {
    }

    Result<void> prepare();
    /// What becomes of a record (its outcome may become Unchanged): true when it is to be inserted, under this number.
    Result<bool> take(ImportRecord &record, AtelierId nextId);
    /// Flags what the newest list of a source has no more, or of that only what people chose.
    Result<void> flagGone(const SourcesRead &sources, const RecordKeys *chosen);

    ImportReport report;
    store::ChangeSet rest;

private:
    Result<Atelier> current(AtelierId id) const;
    /// The place that a record was matched to; 0 when it is not there (its own record was left out).
    Result<AtelierId> matched(const ImportRecord &record) const;
    Result<void> merge(ImportRecord &record, AtelierId id);
    void wait(const ImportRecord &record, const WaitingRecord *before);
    void replace(Atelier atelier);
    void reportRepairs(const ImportRecord &record, AtelierId id);

    store::Store &m_store;
    const ImportRequest &m_request;
    const ChangeLabel &m_label;
    const Knowledge &m_knowledge;
    SourcePriorities m_priorities;
    QHash<QString, AtelierId> m_inserted;                        // uid → id, of this import
    QHash<AtelierId, std::size_t> m_pending;                     // id → place in rest.updates
    QHash<std::pair<QString, QString>, WaitingRecord> m_waiting; // by source and key
};

Result<void> ImportApplier::prepare()
{
    const auto priorities = m_store.metadata(kPrioritiesKey);
    if (!priorities)
        return std::unexpected(priorities.error());
    m_priorities = SourcePriorities::fromJson(*priorities);
    const auto waiting = m_store.waiting();
    if (!waiting)
        return std::unexpected(waiting.error());
    for (const WaitingRecord &record : *waiting)
        m_waiting.insert({record.source, record.recordKey}, record);
    return {};
}

Result<Atelier> ImportApplier::current(AtelierId id) const
{
    if (const auto pending = m_pending.constFind(id); pending != m_pending.constEnd())
        return rest.updates[*pending];
    return m_store.read(id);
}

void ImportApplier::replace(Atelier atelier)
{
    if (const auto pending = m_pending.constFind(atelier.id); pending != m_pending.constEnd()) {
        rest.updates[*pending] = std::move(atelier);
        return;
    }
    m_pending.insert(atelier.id, rest.updates.size());
    rest.updates.push_back(std::move(atelier));
}

void ImportApplier::reportRepairs(const ImportRecord &record, AtelierId id)
{
    for (ImportReport::Repair repair : record.repairs) {
        repair.id = m_request.dryRun ? 0 : id;
        report.repairs.push_back(std::move(repair));
    }
}

Result<bool> ImportApplier::take(ImportRecord &record, AtelierId nextId)
{
    ++report.read;
    const auto waited = m_waiting.constFind({record.source, record.recordKey});
    const bool waits = waited != m_waiting.constEnd() && !record.recordKey.isEmpty();
    const bool left = !record.accepted && record.outcome != ImportOutcome::Rejected;
    if (waits && !left && record.outcome != ImportOutcome::Doubtful && record.outcome != ImportOutcome::Rejected)
        rest.decided.push_back(waited->id);
    if (left) {
        ++report.rejected;
        report.rejections.push_back({record.file,
                                     record.line,
                                     {},
                                     record.incoming.name,
                                     ImportText::tr("left out by hand"),
                                     ImportText::tr("not imported")});
        return false;
    }
    AtelierId match = 0;
    if (record.outcome == ImportOutcome::Merged || record.outcome == ImportOutcome::Unchanged) {
        const auto found = matched(record);
        if (!found)
            return std::unexpected(found.error());
        match = *found;
        if (match == 0) {
            record.outcome = ImportOutcome::New;
            record.matchUid.clear();
        }
    }
    switch (record.outcome) {
    case ImportOutcome::New: {
        if (!record.incoming.uid.isEmpty() && !record.source.isEmpty())
            m_inserted.insert(record.incoming.uid, nextId);
        if (!record.matchUid.isEmpty()) // a person said that it is not that place
            rest.keptApart.push_back({record.incoming.uid, record.matchUid});
        ++report.added;
        reportRepairs(record, nextId);
        return true;
    }
    case ImportOutcome::Merged:
    case ImportOutcome::Unchanged:
        if (const auto merged = merge(record, match); !merged)
            return std::unexpected(merged.error());
        return false;
    case ImportOutcome::Doubtful: wait(record, waits ? &*waited : nullptr); return false;
    case ImportOutcome::Rejected:
        ++report.rejected;
        report.rejections.insert(report.rejections.end(), record.rejections.begin(), record.rejections.end());
        return false;
    case ImportOutcome::Gone: break; // no record
    }
    return false;
}

void ImportApplier::wait(const ImportRecord &record, const WaitingRecord *before)
{
    ++report.doubtful;
    const QString why =
        record.doubt.isEmpty() ? matchWords(matchPartsFromJson(record.parts)).join(QStringLiteral(", ")) : record.doubt;
    report.doubts.push_back(
        {record.file, record.line, record.recordKey, record.incoming.name, record.matchName, record.score, why});
    if (before && before->record == record.incoming)
        return; // the question has been asked, and the record says nothing else
    rest.waiting.push_back({.id = 0,
                            .source = record.source,
                            .recordKey = record.recordKey,
                            .record = record.incoming,
                            .candidateUid = record.matchUid,
                            .score = record.score,
                            .parts = record.parts});
    reportRepairs(record, 0);
}

Result<AtelierId> ImportApplier::matched(const ImportRecord &record) const
{
    if (const AtelierId id = m_inserted.value(record.matchUid); id != 0)
        return id;
    return m_store.idsByUid({record.matchUid}).transform([](const auto &ids) { return ids.front(); });
}

Result<void> ImportApplier::merge(ImportRecord &record, AtelierId id)
{
    const auto before = current(id);
    if (!before)
        return std::unexpected(before.error());
    Atelier after = *before;
    if (record.source.isEmpty()) {
        for (const QString &field : record.fields)
            copyField(after, record.incoming, field);
        mergeProvenance(after, record.incoming.provenance);
    } else {
        std::vector<Provenance> others = record.incoming.provenance;
        const Provenance own = others.back(); // that of the source itself comes last
        others.pop_back();
        mergeProvenance(after, others);
        after = withRecord(std::move(after), own, m_priorities);
    }
    for (const PersonalDatum &datum : record.incoming.personal) {
        if (std::ranges::find(after.personal, datum) == after.personal.end())
            after.personal.push_back(datum);
    }
    auto completed = completePlace(std::move(after), m_knowledge);
    if (!completed)
        return std::unexpected(completed.error());
    if (*completed == *before) {
        record.outcome = ImportOutcome::Unchanged;
        ++report.unchanged;
        return {};
    }
    record.outcome = ImportOutcome::Merged;
    ++report.merged;
    reportRepairs(record, id);
    replace(std::move(*completed));
    return {};
}

Result<void> ImportApplier::flagGone(const SourcesRead &sources, const RecordKeys *chosen)
{
    auto absences =
        findAbsences(m_store, sources, {m_inserted.cbegin(), m_inserted.cend()}, m_request, m_label.time.date());
    if (!absences)
        return std::unexpected(absences.error());
    for (ImportReport::Absence &absence : *absences) {
        if (chosen)
            absence.flagged = chosen->contains({absence.source, absence.record});
        ++(absence.flagged ? report.gone : report.missing);
        if (!absence.flagged)
            continue;
        auto atelier = current(absence.id);
        if (!atelier)
            return std::unexpected(atelier.error());
        for (Provenance &record : atelier->provenance) {
            if (record.source == absence.source && record.recordKey == absence.record)
                record.goneSince = absence.since;
        }
        replace(std::move(*atelier));
    }
    report.absences = std::move(*absences);
    return {};
}

/// Pulls records into the store; `sources` is asked when all have come.
Result<ImportReport> commitInto(store::Store &store, const RecordSource &records, const RecordSink &sink,
                                const SourcesRead &sources, const RecordKeys *chosen, const ImportRequest &request,
                                const ChangeLabel &label, const Knowledge &knowledge, JobContext &job)
{
    ImportApplier applier(store, request, label, knowledge);
    if (const auto ready = applier.prepare(); !ready)
        return std::unexpected(ready.error());
    const auto next = [&](Atelier &atelier) -> Result<bool> {
        const AtelierId nextId = atelier.id;
        while (true) {
            auto record = records(nextId);
            if (!record)
                return std::unexpected(record.error());
            if (!*record)
                return applier.flagGone(sources, chosen).transform([] { return false; });
            const auto isNew = applier.take(**record, nextId);
            if (!isNew)
                return isNew;
            if (sink) {
                if (const auto seen = sink(**record); !seen)
                    return std::unexpected(seen.error());
            }
            if (*isNew) {
                atelier = std::move((*record)->incoming);
                return true;
            }
        }
    };
    const auto mode = request.dryRun ? store::Store::ImportMode::DryRun : store::Store::ImportMode::Commit;
    const auto applied = store.import(label, next, applier.rest, job, mode);
    if (!applied)
        return std::unexpected(applied.error());
    ImportReport &report = applier.report;
    report.personal = sources.personalLeftOut;
    report.remarks = sources.remarks + report.remarks;
    Q_ASSERT(report.read == report.added + report.merged + report.unchanged + report.doubtful + report.rejected);
    return std::move(report);
}

/// What is gone stands behind the records, for people to look at and to untick.
Result<void> keepAbsences(const store::Store &store, const ImportReport &report, store::Staging &staging)
{
    int number = report.read;
    for (const ImportReport::Absence &absence : report.absences) {
        auto atelier = store.read(absence.id);
        if (!atelier)
            return std::unexpected(atelier.error());
        ImportRecord record;
        record.number = ++number;
        record.outcome = ImportOutcome::Gone;
        record.accepted = absence.flagged;
        record.source = absence.source;
        record.recordKey = absence.record;
        record.incoming = std::move(*atelier);
        record.incoming.uid.clear(); // it is no place of the import
        if (const auto appended = staging.append(record); !appended)
            return appended;
    }
    return {};
}

Result<RecordKeys> chosenAbsences(const store::Staging &records, int read)
{
    RecordKeys chosen;
    for (int number = read;;) {
        const auto record = records.after(number);
        if (!record)
            return std::unexpected(record.error());
        if (!*record)
            return chosen;
        number = (*record)->number;
        if ((*record)->outcome == ImportOutcome::Gone && (*record)->accepted)
            chosen.insert({(*record)->source, (*record)->recordKey});
    }
}

} // namespace

const QString kPrioritiesKey = QStringLiteral("source_priorities");

Result<ImportReport> runImport(store::Store &store, const ImportRequest &request, const ChangeLabel &label,
                               const Knowledge &knowledge, JobContext &job)
{
    ImportPlanner planner(store, request, knowledge, job);
    if (const auto ready = planner.prepare(); !ready)
        return std::unexpected(ready.error());
    const auto next = [&planner](AtelierId nextId) { return planner.next(nextId); };
    return commitInto(store, next, {}, planner.sourcesRead(), nullptr, request, label, knowledge, job)
        .transform([](ImportReport report) {
            report.remarks += remarksOnExtracts(report.absences);
            return report;
        });
}

Result<std::unique_ptr<ImportPlan>> planImport(store::Store &store, const ImportRequest &request,
                                               const ChangeLabel &label, const Knowledge &knowledge, JobContext &job)
{
    auto staging = store::Staging::create();
    if (!staging)
        return std::unexpected(staging.error());
    ImportPlanner planner(store, request, knowledge, job);
    if (const auto ready = planner.prepare(); !ready)
        return std::unexpected(ready.error());
    ImportRequest dryRun = request;
    dryRun.dryRun = true;
    const auto next = [&planner](AtelierId nextId) { return planner.next(nextId); };
    const auto keep = [&staging](const ImportRecord &record) { return (*staging)->append(record); };
    auto report = commitInto(store, next, keep, planner.sourcesRead(), nullptr, dryRun, label, knowledge, job);
    if (!report)
        return std::unexpected(report.error());
    if (const auto kept = keepAbsences(store, *report, **staging); !kept)
        return std::unexpected(kept.error());
    if (const auto finished = (*staging)->finish(); !finished)
        return std::unexpected(finished.error());
    return std::make_unique<ImportPlan>(request, std::move(*staging), std::move(*report), planner.sourcesRead());
}

Result<ImportReport> commitPlan(store::Store &store, const ImportPlan &plan, const ChangeLabel &label,
                                const Knowledge &knowledge, JobContext &job)
{
    const int total = std::max(1, plan.report().read);
    const auto chosen = chosenAbsences(plan.records(), plan.report().read);
    if (!chosen)
        return std::unexpected(chosen.error());
    int number = 0;
    const auto next = [&](AtelierId) -> Result<std::optional<ImportRecord>> {
        if (job.isCancelled())
            return failure(ErrorCode::Cancelled, ImportText::tr("The import was cancelled; nothing was changed."));
        auto record = plan.records().after(number);
        if (record && *record && (*record)->outcome == ImportOutcome::Gone)
            return std::nullopt; // they stand behind the records
        if (record && *record) {
            number = (*record)->number;
            job.report(static_cast<double>(number) / total);
        }
        return record;
    };
    return commitInto(store, next, {}, plan.sources(), &*chosen, plan.request(), label, knowledge, job);
}

} // namespace repere::directory
