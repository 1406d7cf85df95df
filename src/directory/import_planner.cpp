#include "directory/import_planner.h"

#include "core/text.h"
#include "directory/match_words.h"
#include "directory/provenance.h"

#include <QCoreApplication>
#include <QUuid>

#include <algorithm>

namespace repere::directory {

namespace {

struct ImportText {
    Q_DECLARE_TR_FUNCTIONS(Import)
};

/// What makes two records without id the same place: the folded name in the same commune.
QString nameKey(const Atelier &atelier)
{
    const QString place = atelier.insee.isEmpty() ? atelier.postcode + u'/' + fold(atelier.city) : atelier.insee;
    return fold(atelier.name) + u'|' + place;
}

QString sourceKey(const QString &source, const QString &key)
{
    return source + u'\n' + key;
}

/// The uid of a place that comes from a source: the same in every directory that reads it (RFC 9562, version 5).
QString uidOfRecord(const QString &source, const QString &key)
{
    static const QUuid space(QStringLiteral("{5b1f2c04-7d0e-4c53-9a57-0d9f7f4f3c11}"));
    return QUuid::createUuidV5(space, sourceKey(source, key)).toString(QUuid::Id128);
}

QString pairKey(const QString &a, const QString &b)
{
    return a < b ? a + u' ' + b : b + u' ' + a;
}

void rejectAsRepeated(ImportRecord &record, const QString &column, const QString &value, const QString &cause)
{
    record.outcome = ImportOutcome::Rejected;
    record.rejections.push_back({record.file, record.line, column, value, cause, ImportText::tr("not imported")});
}

} // namespace

ImportPlanner::ImportPlanner(store::Store &store, const ImportRequest &request, const Knowledge &knowledge,
                             JobContext &job)
    : m_store(store), m_request(request), m_knowledge(knowledge), m_job(job), m_intake(request, knowledge)
{
}

ImportPlanner::~ImportPlanner() = default;

Result<void> ImportPlanner::prepare()
{
    if (const auto ready = m_intake.prepare(); !ready)
        return ready;
    const auto read = m_store.forEach(false, [this](const Atelier &atelier) {
        m_byUid.insert(atelier.uid, atelier.id);
        m_byName.insert(nameKey(atelier), atelier.id);
        return true;
    });
    if (!read)
        return read;
    const auto aliases = m_store.aliases();
    if (!aliases)
        return std::unexpected(aliases.error());
    for (const Alias &alias : *aliases)
        m_byUid.insert(alias.oldUid, alias.atelier);
    const auto apart = m_store.keptApart();
    if (!apart)
        return std::unexpected(apart.error());
    for (const KeptApart &pair : *apart)
        m_keptApart.insert(pairKey(pair.first, pair.second));
    auto waiting = m_store.waiting();
    if (!waiting)
        return std::unexpected(waiting.error());
    for (WaitingRecord &record : *waiting)
        m_waiting.insert({record.source, record.recordKey}, std::move(record));
    return {};
}

/// What the directory has of a source; and of likeness, once some source may need it.
Result<void> ImportPlanner::learnSource(const QString &source)
{
    if (!m_byRecord.contains(source)) {
        auto &keys = m_byRecord[source];
        auto &places = m_withSource[source];
        const auto read = m_store.forEachRecord(source, [&](const QString &key, AtelierId id, bool) {
            keys.insert(key, id);
            places.insert(id);
        });
        if (!read)
            return read;
    }
    if (std::exchange(m_likenessReady, true) || !m_request.sourceName.isEmpty())
        return {};
    const Compounds &compounds = m_knowledge.vocabularies().types.compounds();
    return m_store.forEach(false, [&](const Atelier &atelier) {
        m_likeness.add(matchRecord(atelier, compounds));
        return true;
    });
}

Result<std::optional<ImportRecord>> ImportPlanner::next(AtelierId nextId)
{
    if (m_job.isCancelled())
        return failure(ErrorCode::Cancelled, ImportText::tr("The import was cancelled; nothing was changed."));
    auto taken = m_intake.next();
    if (!taken)
        return std::unexpected(taken.error());
    if (!*taken) {
        finish();
        return std::nullopt;
    }
    m_job.report((*taken)->progress);
    return decide(std::move(**taken), nextId);
}

void ImportPlanner::finish()
{
    for (const FileRead &file : m_intake.filesRead()) {
        m_sourcesRead.remarks += file.remarks;
        if (const QString &source = file.sourceInfo->name; !source.isEmpty()) {
            m_sourcesRead.keys[source]; // read to its end, even if it held nothing
            m_sourcesRead.asOf.insert(source, file.sourceInfo->asOf);
            if (file.isWholeList || m_request.complete)
                m_sourcesRead.whole.insert(source);
        }
    }
}

Result<ImportRecord> ImportPlanner::decide(TakenRecord taken, AtelierId nextId)
{
    ImportRecord record = std::move(taken.record);
    m_sourcesRead.personalLeftOut += taken.personalLeftOut;
    if (!record.source.isEmpty()) {
        if (const auto learnt = learnSource(record.source); !learnt)
            return std::unexpected(learnt.error());
        if (!record.recordKey.isEmpty())
            m_sourcesRead.keys[record.source].insert(record.recordKey);
    }
    if (record.outcome == ImportOutcome::Rejected)
        return record;
    identify(record, taken);
    if (isRepeated(record))
        return record;
    if (const auto matched = match(record, taken.hasNumber); !matched)
        return std::unexpected(matched.error());
    for (ImportReport::Repair &repair : record.repairs) {
        repair.record = record.recordKey;
        repair.line = record.line;
    }
    if (record.outcome == ImportOutcome::New)
        remember(record, nextId);
    return record;
}

/// Key, uid and provenance of a record of a source.
void ImportPlanner::identify(ImportRecord &record, const TakenRecord &taken)
{
    if (record.source.isEmpty())
        return;
    Atelier &atelier = record.incoming;
    if (!m_request.sourceName.isEmpty()) {
        record.recordKey = atelier.uid;
    } else if (record.recordKey.isEmpty()) {
        // A source without ids of its own: the name in its commune, numbered where it is there more than once.
        const QString key = nameKey(atelier);
        record.recordKey = key;
        for (int number = 2; m_linesByKey.contains(sourceKey(record.source, record.recordKey)); ++number)
            record.recordKey = key + u'#' + QString::number(number);
    }
    if (atelier.uid.isEmpty())
        atelier.uid = uidOfRecord(record.source, record.recordKey);
    m_sourcesRead.keys[record.source].insert(record.recordKey);
    atelier.provenance.push_back({.source = record.source,
                                  .recordKey = record.recordKey,
                                  .url = taken.recordUrl.isEmpty() ? taken.sourceInfo->url : taken.recordUrl,
                                  .licence = taken.sourceInfo->licence,
                                  .asOf = atelier.asOf,
                                  .values = valuesToJson(atelier)});
}

/// The same id twice in one import cannot be two places.
bool ImportPlanner::isRepeated(ImportRecord &record)
{
    const QString &uid = record.incoming.uid;
    if (record.source.isEmpty() || !m_request.sourceName.isEmpty()) {
        if (uid.isEmpty())
            return false;
        if (const auto seen = m_linesByUid.seen(uid, record.line)) {
            rejectAsRepeated(record, QStringLiteral("uid"), uid, ImportText::tr("the same uid as line %1").arg(*seen));
            return true;
        }
        return false;
    }
    const QString key = sourceKey(record.source, record.recordKey);
    if (const auto seen = m_linesByKey.constFind(key); seen != m_linesByKey.constEnd()) {
        rejectAsRepeated(record, QStringLiteral("record_key"), record.recordKey,
                         ImportText::tr("the same id as the record of line %1").arg(*seen));
        return true;
    }
    m_linesByKey.insert(key, record.line);
    return false;
}

Result<void> ImportPlanner::match(ImportRecord &record, bool hasNumber)
{
    const Atelier &atelier = record.incoming;
    if (!record.source.isEmpty() && m_request.sourceName.isEmpty()) {
        if (const AtelierId id = m_byRecord.value(record.source).value(record.recordKey); id != 0)
            return matchTo(record, id);
        if (const AtelierId id = m_byUid.value(atelier.uid); id != 0)
            return matchTo(record, id);
        return matchByLikeness(record);
    }
    if (!atelier.uid.isEmpty()) {
        const AtelierId id = m_byUid.value(atelier.uid);
        return id != 0 ? matchTo(record, id) : Result<void>();
    }
    const QString key = nameKey(atelier);
    const AtelierId named = m_byName.value(key);
    if (m_linesByKey.contains(key)) { // the same name twice in one commune of one file
        record.outcome = ImportOutcome::Doubtful;
        record.doubt = ImportText::tr("the file has the same name twice in one commune");
        record.recordKey = key;
        for (int number = 2; m_linesByKey.contains(record.recordKey); ++number)
            record.recordKey = key + u'#' + QString::number(number);
        m_linesByKey.insert(record.recordKey, record.line);
        record.incoming.uid = uidOfRecord({}, record.recordKey);
        if (named != 0) {
            const auto matched = matchTo(record, named);
            record.outcome = ImportOutcome::Doubtful;
            return matched;
        }
        return {};
    }
    m_linesByKey.insert(key, record.line);
    return named != 0 && (!hasNumber || named == atelier.id) ? matchTo(record, named) : Result<void>();
}

Result<bool> ImportPlanner::matchAsBefore(ImportRecord &record) const
{
    const auto waits = m_waiting.constFind({record.source, record.recordKey});
    if (waits == m_waiting.constEnd() || waits->record != record.incoming)
        return false;
    const AtelierId candidate = m_byUid.value(waits->candidateUid);
    if (candidate == 0)
        return false;
    if (const auto matched = matchTo(record, candidate); !matched)
        return std::unexpected(matched.error());
    if (m_keptApart.contains(pairKey(record.incoming.uid, record.matchUid)))
        return false;
    record.outcome = ImportOutcome::Doubtful;
    record.score = waits->score;
    record.parts = waits->parts;
    if (record.score >= kSurelyTwins)
        record.doubt = ImportText::tr("%1 has another record of that place").arg(record.source);
    return true;
}

Result<void> ImportPlanner::matchByLikeness(ImportRecord &record)
{
    if (const auto asked = matchAsBefore(record); !asked || *asked)
        return asked.transform([](bool) {});
    Atelier compared = record.incoming;
    compared.id = 0;
    const MatchRecord likeness = matchRecord(compared, m_knowledge.vocabularies().types.compounds());
    const QSet<AtelierId> &withSource = m_withSource[record.source];
    for (const MatchIndex::Candidate &candidate : m_likeness.candidates(likeness, kPerhapsTwins)) {
        const auto matched = matchTo(record, candidate.id);
        if (!matched)
            return matched;
        if (m_keptApart.contains(pairKey(record.incoming.uid, record.matchUid)))
            continue;
        record.score = candidate.score.total;
        record.parts = matchPartsToJson(candidate.score.parts);
        // A source that has two records of them says that they are two places.
        const bool alike = candidate.score.total >= kSurelyTwins;
        const bool sure = alike && !withSource.contains(candidate.id);
        record.outcome = sure ? ImportOutcome::Merged : ImportOutcome::Doubtful;
        record.doubt =
            alike && !sure ? ImportText::tr("%1 has another record of that place").arg(record.source) : QString();
        if (sure)
            m_withSource[record.source].insert(candidate.id);
        return {};
    }
    record.outcome = ImportOutcome::New;
    record.matchUid.clear();
    record.matchName.clear();
    record.score = 0;
    return {};
}

Result<void> ImportPlanner::matchTo(ImportRecord &record, AtelierId id) const
{
    const auto place = m_store.read(id);
    if (!place)
        return std::unexpected(place.error());
    record.outcome = ImportOutcome::Merged;
    record.matchUid = place->uid;
    record.matchName = place->name;
    record.score = 1;
    return {};
}

void ImportPlanner::remember(const ImportRecord &record, AtelierId id)
{
    if (record.source.isEmpty() || !m_request.sourceName.isEmpty()) {
        if (record.incoming.uid.isEmpty())
            m_byName.insert(nameKey(record.incoming), id);
        return;
    }
    m_byUid.insert(record.incoming.uid, id);
    m_withSource[record.source].insert(id);
    Atelier placed = record.incoming;
    placed.id = id;
    m_likeness.add(matchRecord(placed, m_knowledge.vocabularies().types.compounds()));
}

} // namespace repere::directory
