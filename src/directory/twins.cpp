#include "directory/twins.h"

#include "directory/import.h"
#include "directory/match_index.h"
#include "directory/match_words.h"
#include "directory/normalise.h"
#include "directory/provenance.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>

#include <algorithm>
#include <map>

namespace repere::directory {

namespace {

struct TwinText {
    Q_DECLARE_TR_FUNCTIONS(Twins)
};

QString pairKey(const QString &a, const QString &b)
{
    return a < b ? a + u' ' + b : b + u' ' + a;
}

/// Builds one change from decisions; each sees what those before it made of the places.
class TwinDecider
{
public:
    TwinDecider(const store::Store &store, const Knowledge &knowledge, const QDate &today)
        : m_store(store), m_knowledge(knowledge), m_today(today)
    {
    }

    Result<void> prepare();
    Result<void> take(const TwinDecision &decision);
    TwinChanges finish(std::size_t decisions);

private:
    Result<Atelier> current(AtelierId id) const;
    Result<WaitingRecord> waiting(std::int64_t id) const;
    Result<void> merge(const TwinDecision &decision);
    Result<void> separate(const TwinDecision &decision);

    const store::Store &m_store;
    const Knowledge &m_knowledge;
    QDate m_today;
    SourcePriorities m_priorities;
    std::vector<WaitingRecord> m_waiting;
    QHash<AtelierId, AtelierId> m_takenInto;
    std::map<AtelierId, Atelier> m_updates;
    TwinChanges m_result;
};

Result<void> TwinDecider::prepare()
{
    const auto priorities = m_store.metadata(kPrioritiesKey);
    if (!priorities)
        return std::unexpected(priorities.error());
    m_priorities = SourcePriorities::fromJson(*priorities);
    auto waiting = m_store.waiting();
    if (!waiting)
        return std::unexpected(waiting.error());
    m_waiting = std::move(*waiting);
    return {};
}

Result<Atelier> TwinDecider::current(AtelierId id) const
{
    while (m_takenInto.contains(id))
        id = m_takenInto.value(id);
    const auto updated = m_updates.find(id);
    return updated == m_updates.end() ? m_store.read(id) : updated->second;
}

Result<WaitingRecord> TwinDecider::waiting(std::int64_t id) const
{
    const auto found = std::ranges::find(m_waiting, id, &WaitingRecord::id);
    if (found == m_waiting.end())
        return failure(ErrorCode::NotFound,
                       TwinText::tr("There is no waiting record %1; nothing was changed.").arg(id));
    return *found;
}

Result<void> TwinDecider::take(const TwinDecision &decision)
{
    return decision.same ? merge(decision) : separate(decision);
}

Result<void> TwinDecider::merge(const TwinDecision &decision)
{
    const auto kept = current(decision.first);
    if (!kept)
        return std::unexpected(kept.error());
    Atelier after = *kept;
    QString otherName;
    if (decision.second != 0) {
        const auto other = current(decision.second);
        if (!other)
            return std::unexpected(other.error());
        if (other->id == kept->id)
            return {}; // an earlier decision made them one
        otherName = other->name;
        after = united(std::move(after), *other, m_priorities);
        m_updates.erase(other->id);
        m_takenInto.insert(other->id, kept->id);
        m_result.changes.removals.push_back(other->id);
        m_result.changes.aliases.push_back({.oldId = other->id, .oldUid = other->uid, .atelier = kept->id});
    } else {
        const auto record = waiting(decision.waiting);
        if (!record)
            return std::unexpected(record.error());
        otherName = record->record.name;
        after = united(std::move(after), record->record, m_priorities);
        m_result.changes.decided.push_back(record->id);
    }
    if (decision.result) {
        Atelier chosen = *decision.result;
        chosen.id = kept->id;
        chosen.uid = kept->uid;
        chosen.provenance = after.provenance;
        chosen.personal = after.personal;
        noteByHand(after, chosen, m_today.toString(Qt::ISODate));
        after = std::move(chosen);
    }
    auto completed = completePlace(std::move(after), m_knowledge);
    if (!completed)
        return std::unexpected(completed.error());
    m_result.name = TwinText::tr("Merge %1 and %2").arg(kept->name, otherName);
    m_updates[kept->id] = std::move(*completed);
    return {};
}

Result<void> TwinDecider::separate(const TwinDecision &decision)
{
    // The place that a waiting record may be can be gone meanwhile.
    const Result<Atelier> first =
        decision.first == 0 && decision.second == 0 ? Result<Atelier>(Atelier()) : current(decision.first);
    if (!first)
        return std::unexpected(first.error());
    QString otherName;
    if (decision.second != 0) {
        const auto other = current(decision.second);
        if (!other)
            return std::unexpected(other.error());
        otherName = other->name;
        if (other->uid != first->uid)
            m_result.changes.keptApart.push_back({first->uid, other->uid});
    } else {
        auto record = waiting(decision.waiting);
        if (!record)
            return std::unexpected(record.error());
        otherName = record->record.name;
        if (!first->uid.isEmpty())
            m_result.changes.keptApart.push_back({first->uid, record->record.uid});
        m_result.changes.decided.push_back(record->id);
        record->record.id = 0;
        m_result.changes.inserts.push_back(std::move(record->record));
    }
    m_result.name = TwinText::tr("%1 and %2 are two places").arg(first->name, otherName);
    return {};
}

TwinChanges TwinDecider::finish(std::size_t decisions)
{
    for (auto &[id, atelier] : m_updates)
        m_result.changes.updates.push_back(std::move(atelier));
    if (decisions > 1)
        m_result.name = TwinText::tr("Decide on %Ln possible duplicate(s)", nullptr, static_cast<int>(decisions));
    return std::move(m_result);
}

} // namespace

Result<std::vector<TwinPair>> findTwins(const store::Store &store, const Knowledge &knowledge, double minScore,
                                        JobContext &job)
{
    const auto apart = store.keptApart();
    if (!apart)
        return std::unexpected(apart.error());
    QSet<QString> keptApart;
    for (const KeptApart &pair : *apart)
        keptApart.insert(pairKey(pair.first, pair.second));

    const Compounds &compounds = knowledge.vocabularies().types.compounds();
    MatchIndex index;
    QHash<QString, AtelierId> byUid;
    const auto read = store.forEach(false, [&](const Atelier &atelier) {
        index.add(matchRecord(atelier, compounds));
        byUid.insert(atelier.uid, atelier.id);
        return !job.isCancelled();
    });
    if (!read)
        return std::unexpected(read.error());
    const auto aliases = store.aliases();
    if (!aliases)
        return std::unexpected(aliases.error());
    for (const Alias &alias : *aliases)
        byUid.insert(alias.oldUid, alias.atelier);

    std::vector<TwinPair> twins;
    auto waiting = store.waiting();
    if (!waiting)
        return std::unexpected(waiting.error());
    std::ranges::stable_sort(*waiting, std::greater{}, &WaitingRecord::score);
    for (WaitingRecord &record : *waiting) {
        const AtelierId id = byUid.value(record.candidateUid);
        TwinPair pair{.first = {},
                      .second = std::move(record.record),
                      .waiting = record.id,
                      .score = record.score,
                      .parts = record.parts};
        pair.second.id = 0;
        if (id != 0) { // else the place that it may be is gone, and nothing stands beside it
            auto first = store.read(id);
            if (!first)
                return std::unexpected(first.error());
            pair.first = std::move(*first);
        }
        twins.push_back(std::move(pair));
    }
    const auto pairs = index.allPairs(minScore, job);
    if (!pairs)
        return std::unexpected(pairs.error());
    for (const MatchPair &pair : *pairs) {
        auto first = store.read(std::min(pair.a, pair.b));
        auto second = store.read(std::max(pair.a, pair.b));
        if (!first || !second)
            return std::unexpected(first ? second.error() : first.error());
        if (keptApart.contains(pairKey(first->uid, second->uid)))
            continue;
        twins.push_back({.first = std::move(*first),
                         .second = std::move(*second),
                         .waiting = 0,
                         .score = pair.score.total,
                         .parts = matchPartsToJson(pair.score.parts)});
    }
    return twins;
}

Result<TwinChanges> decideTwins(const store::Store &store, const Knowledge &knowledge,
                                const std::vector<TwinDecision> &decisions, const QDate &today)
{
    TwinDecider decider(store, knowledge, today);
    if (const auto ready = decider.prepare(); !ready)
        return std::unexpected(ready.error());
    for (const TwinDecision &decision : decisions) {
        if (const auto taken = decider.take(decision); !taken)
            return std::unexpected(taken.error());
    }
    return decider.finish(decisions.size());
}

} // namespace repere::directory
