#include "directory/import.h"

#include "directory/atelier_fields.h"
#include "directory/import_planner.h"
#include "directory/normalise.h"
#include "directory/provenance.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace repere::directory {

namespace {

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
    /// What becomes of a record (its outcome may become Unchanged): true when `atelier` is to be inserted.
    Result<bool> take(ImportRecord &record, Atelier &atelier);
    /// Flags what the newest list of a source has no more.
    Result<void> flagGone(const QString &source, const QSet<QString> &seen, const QString &asOf);

    ImportReport report;
    store::ChangeSet rest;

private:
    Result<Atelier> current(AtelierId id) const;
    Result<void> merge(ImportRecord &record);
    void replace(Atelier atelier);
    void reportRepairs(const ImportRecord &record, AtelierId id);

    store::Store &m_store;
    const ImportRequest &m_request;
    const ChangeLabel &m_label;
    const Knowledge &m_knowledge;
    SourcePriorities m_priorities;
    QHash<QString, AtelierId> m_inserted;                       // uid → id, of this import
    QHash<AtelierId, std::size_t> m_pending;                    // id → place in rest.updates
    QHash<std::pair<QString, QString>, std::int64_t> m_waiting; // source and key → id of the record that waits
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
        m_waiting.insert({record.source, record.recordKey}, record.id);
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

Result<bool> ImportApplier::take(ImportRecord &record, Atelier &atelier)
{
    ++report.read;
    const auto waited = m_waiting.constFind({record.source, record.recordKey});
    const bool waits = waited != m_waiting.constEnd() && !record.recordKey.isEmpty();
    const bool left = !record.accepted && record.outcome != ImportOutcome::Rejected;
    if (waits && !left && record.outcome != ImportOutcome::Doubtful && record.outcome != ImportOutcome::Rejected)
        rest.decided.push_back(*waited);
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
    switch (record.outcome) {
    case ImportOutcome::New: {
        const AtelierId id = atelier.id;
        atelier = record.incoming;
        atelier.id = id;
        if (!atelier.uid.isEmpty() && !record.source.isEmpty())
            m_inserted.insert(atelier.uid, id);
        if (!record.matchUid.isEmpty()) // a person said that it is not that place
            rest.keptApart.push_back({record.incoming.uid, record.matchUid});
        ++report.added;
        reportRepairs(record, id);
        return true;
    }
    case ImportOutcome::Merged:
    case ImportOutcome::Unchanged:
        if (const auto merged = merge(record); !merged)
            return std::unexpected(merged.error());
        return false;
    case ImportOutcome::Doubtful:
        ++report.doubtful;
        report.doubts.push_back(
            {record.file, record.line, record.recordKey, record.incoming.name, record.matchName, record.score});
        rest.waiting.push_back({.id = 0,
                                .source = record.source,
                                .recordKey = record.recordKey,
                                .record = record.incoming,
                                .candidateUid = record.matchUid,
                                .score = record.score,
                                .parts = record.parts});
        reportRepairs(record, 0);
        return false;
    case ImportOutcome::Rejected:
        ++report.rejected;
        report.rejections.insert(report.rejections.end(), record.rejections.begin(), record.rejections.end());
        return false;
    }
    return false;
}

Result<void> ImportApplier::merge(ImportRecord &record)
{
    AtelierId id = m_inserted.value(record.matchUid);
    if (id == 0) {
        const auto ids = m_store.idsByUid({record.matchUid});
        if (!ids)
            return std::unexpected(ids.error());
        id = ids->front();
    }
    if (id == 0) {
        return failure(ErrorCode::Conflict,
                       ImportText::tr("The place “%1” is no longer in the directory; read the files again. Nothing "
                                      "was changed.")
                           .arg(record.matchName));
    }
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
        for (const PersonalDatum &datum : record.incoming.personal) {
            if (std::ranges::find(after.personal, datum) == after.personal.end())
                after.personal.push_back(datum);
        }
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

Result<void> ImportApplier::flagGone(const QString &source, const QSet<QString> &seen, const QString &asOf)
{
    std::vector<std::pair<AtelierId, QString>> gone;
    const auto read = m_store.forEachRecord(source, [&](const QString &key, AtelierId id, bool isGone) {
        if (!isGone && !seen.contains(key))
            gone.emplace_back(id, key);
    });
    if (!read)
        return read;
    const QString date = asOf.isEmpty() ? m_label.time.date().toString(Qt::ISODate) : asOf;
    for (const auto &[id, key] : gone) {
        auto atelier = current(id);
        if (!atelier)
            return std::unexpected(atelier.error());
        for (Provenance &record : atelier->provenance) {
            if (record.source == source && record.recordKey == key)
                record.goneSince = date;
        }
        replace(std::move(*atelier));
        ++report.gone;
    }
    return {};
}

/// Pulls records into the store. `finish` may add to the rest of the change when all records have come.
Result<ImportReport> commitInto(store::Store &store, ImportApplier &applier, const RecordSource &records,
                                const RecordSink &sink, const std::function<Result<void>()> &finish,
                                const ImportRequest &request, const ChangeLabel &label, JobContext &job)
{
    if (const auto ready = applier.prepare(); !ready)
        return std::unexpected(ready.error());
    const auto source = [&](Atelier &atelier) -> Result<bool> {
        const AtelierId nextId = atelier.id;
        while (true) {
            auto record = records(nextId);
            if (!record)
                return std::unexpected(record.error());
            if (!*record)
                return finish().transform([] { return false; });
            const auto isNew = applier.take(**record, atelier);
            if (!isNew)
                return isNew;
            if (sink) {
                if (const auto seen = sink(**record); !seen)
                    return std::unexpected(seen.error());
            }
            if (*isNew)
                return true;
        }
    };
    const auto mode = request.dryRun ? store::Store::ImportMode::DryRun : store::Store::ImportMode::Commit;
    const auto applied = store.import(label, source, applier.rest, job, mode);
    if (!applied)
        return std::unexpected(applied.error());
    const ImportReport &report = applier.report;
    Q_ASSERT(report.read == report.added + report.merged + report.unchanged + report.doubtful + report.rejected);
    return report;
}

} // namespace

const QString kPrioritiesKey = QStringLiteral("source_priorities");

Result<ImportReport> runImport(store::Store &store, const ImportRequest &request, const ChangeLabel &label,
                               const Knowledge &knowledge, JobContext &job, const RecordSink &sink)
{
    ImportPlanner planner(store, request, knowledge, job);
    if (const auto ready = planner.prepare(); !ready)
        return std::unexpected(ready.error());
    ImportApplier applier(store, request, label, knowledge);
    const auto finish = [&]() -> Result<void> {
        applier.report.personal = planner.personalLeftOut();
        if (request.partial)
            return {};
        for (auto source = planner.seen().begin(); source != planner.seen().end(); ++source) {
            if (const auto flagged = applier.flagGone(source.key(), *source, planner.asOf(source.key())); !flagged)
                return flagged;
        }
        return {};
    };
    return commitInto(
        store, applier, [&planner](AtelierId nextId) { return planner.next(nextId); }, sink, finish, request, label,
        job);
}

Result<ImportReport> commitRecords(store::Store &store, const RecordSource &records, const ImportRequest &request,
                                   const ChangeLabel &label, const Knowledge &knowledge, JobContext &job)
{
    ImportApplier applier(store, request, label, knowledge);
    return commitInto(store, applier, records, {}, [] { return Result<void>(); }, request, label, job);
}

} // namespace repere::directory
