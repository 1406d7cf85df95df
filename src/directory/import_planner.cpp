#include "directory/import_planner.h"

#include "core/text.h"
#include "directory/atelier_fields.h"
#include "directory/draft_repair.h"
#include "directory/match_words.h"
#include "directory/normalise.h"
#include "directory/place_repair.h"
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

bool isBlank(const Atelier &atelier)
{
    Atelier nothing;
    nothing.departement = atelier.departement;
    nothing.region = atelier.region;
    nothing.asOf = atelier.asOf;
    nothing.types = atelier.types;
    nothing.status = atelier.status;
    return atelier == nothing;
}

} // namespace

ImportPlanner::ImportPlanner(store::Store &store, const ImportRequest &request, const Knowledge &knowledge,
                             JobContext &job)
    : m_store(store), m_request(request), m_knowledge(knowledge), m_job(job)
{
}

ImportPlanner::~ImportPlanner() = default;

Result<void> ImportPlanner::prepare()
{
    auto groups = exchange::joinedPaths(m_request.files, m_request.formatId);
    if (!groups)
        return std::unexpected(groups.error());
    m_groups = std::move(*groups);
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
    return {};
}

Result<bool> ImportPlanner::openNextFile()
{
    if (m_nextGroup >= m_groups.size())
        return false;
    const QStringList paths = m_groups[m_nextGroup++];
    m_file = paths.front();
    auto reader = exchange::openReader({.paths = paths, .mapping = m_request.mapping}, m_request.formatId);
    if (!reader)
        return std::unexpected(reader.error());
    m_reader = std::move(*reader);
    m_source = m_reader->source();
    if (m_source.name.isEmpty()) {
        m_source.name = m_request.sourceName;
        m_source.licence = m_request.sourceLicence;
    }
    if (m_source.name.isEmpty())
        return true;
    if (const auto learnt = learnSource(m_source.name); !learnt)
        return std::unexpected(learnt.error());
    return true;
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
    while (true) {
        if (m_job.isCancelled())
            return failure(ErrorCode::Cancelled, ImportText::tr("The import was cancelled; nothing was changed."));
        if (!m_reader) {
            const auto opened = openNextFile();
            if (!opened)
                return std::unexpected(opened.error());
            if (!*opened)
                return std::nullopt;
        }
        auto draft = m_reader->next();
        if (!draft)
            return std::unexpected(draft.error());
        if (!*draft) {
            m_sourcesRead.remarks += m_reader->remarks();
            if (!m_source.name.isEmpty()) {
                m_sourcesRead.keys[m_source.name]; // read to its end, even if it held nothing
                m_sourcesRead.asOf.insert(m_source.name, m_source.asOf);
            }
            m_reader.reset();
            continue;
        }
        if (const double progress = m_reader->progress(); progress >= 0)
            m_job.report((static_cast<double>(m_nextGroup) - 1 + progress) / static_cast<double>(m_groups.size()));
        auto record = decide(std::move(**draft), nextId);
        if (!record)
            return std::unexpected(record.error());
        return std::move(*record);
    }
}

void ImportPlanner::reject(ImportRecord &record, const QString &column, const QString &value,
                           const QString &cause) const
{
    record.outcome = ImportOutcome::Rejected;
    record.rejections.push_back({m_file, record.line, column, value, cause, ImportText::tr("not imported")});
}

Result<ImportRecord> ImportPlanner::decide(exchange::Draft draft, AtelierId nextId)
{
    ImportRecord record;
    record.number = ++m_number;
    record.file = m_file;
    record.line = draft.line;
    record.source = m_source.name;
    record.recordKey = draft.recordKey;
    if (!record.source.isEmpty() && !draft.recordKey.isEmpty())
        m_sourcesRead.keys[record.source].insert(draft.recordKey);
    if (!draft.rejections.empty()) {
        record.outcome = ImportOutcome::Rejected;
        record.rejections = std::move(draft.rejections);
        record.incoming = std::move(draft.atelier);
        return record;
    }
    const bool foreign = !m_source.name.isEmpty() && m_request.sourceName.isEmpty();
    if (foreign)
        repairTexts(draft);
    if (draft.atelier.name.trimmed().isEmpty()) {
        const bool empty = isBlank(draft.atelier) && draft.equipmentWords.isEmpty() && draft.typeWords.isEmpty();
        reject(record, QStringLiteral("name"), {}, empty ? ImportText::tr("empty") : ImportText::tr("no name"));
        record.incoming = std::move(draft.atelier);
        return record;
    }
    Understood understood = understandWords(draft, m_knowledge);
    record.repairs = std::move(draft.repairs);
    record.incoming = std::move(understood.atelier);
    if (foreign) {
        auto repairs = repairPlace(record.incoming, draft.fields, m_knowledge);
        if (!repairs)
            return std::unexpected(repairs.error());
        std::ranges::move(*repairs, std::back_inserter(record.repairs));
    }
    std::ranges::move(understood.repairs, std::back_inserter(record.repairs));
    auto completed = completePlace(std::move(record.incoming), m_knowledge);
    if (!completed)
        return std::unexpected(completed.error());
    record.incoming = std::move(*completed);
    if (record.incoming.asOf.isEmpty())
        record.incoming.asOf = m_source.asOf;
    if (m_request.keepPersonal)
        record.incoming.personal = std::move(draft.personal);
    else
        m_sourcesRead.personalLeftOut += static_cast<int>(draft.personal.size());
    for (const QString &column : draft.fields) {
        const QString field = mergedFieldOf(column);
        if (!field.isEmpty() && !record.fields.contains(field))
            record.fields.append(field);
    }

    identify(record, draft);
    if (isRepeated(record))
        return record;
    if (const auto matched = match(record, draft); !matched)
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
void ImportPlanner::identify(ImportRecord &record, const exchange::Draft &draft)
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
                                  .url = draft.recordUrl.isEmpty() ? m_source.url : draft.recordUrl,
                                  .licence = m_source.licence,
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
        if (const auto seen = m_linesByUid.constFind(uid); seen != m_linesByUid.constEnd()) {
            reject(record, QStringLiteral("uid"), uid, ImportText::tr("the same uid as line %1").arg(*seen));
            return true;
        }
        m_linesByUid.insert(uid, record.line);
        return false;
    }
    const QString key = sourceKey(record.source, record.recordKey);
    if (const auto seen = m_linesByKey.constFind(key); seen != m_linesByKey.constEnd()) {
        reject(record, QStringLiteral("record_key"), record.recordKey,
               ImportText::tr("the same id as the record of line %1").arg(*seen));
        return true;
    }
    m_linesByKey.insert(key, record.line);
    return false;
}

Result<void> ImportPlanner::match(ImportRecord &record, const exchange::Draft &draft)
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
    const bool hasNumber = draft.fields.contains(QStringLiteral("id")) && atelier.id != 0;
    return named != 0 && (!hasNumber || named == atelier.id) ? matchTo(record, named) : Result<void>();
}

Result<void> ImportPlanner::matchByLikeness(ImportRecord &record)
{
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
        const bool sure = candidate.score.total >= kSurelyTwins && !withSource.contains(candidate.id);
        record.outcome = sure ? ImportOutcome::Merged : ImportOutcome::Doubtful;
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
