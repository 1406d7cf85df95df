#include "directory/import_intake.h"

#include "directory/address_tail.h"
#include "directory/atelier_fields.h"
#include "directory/draft_repair.h"
#include "directory/normalise.h"
#include "directory/place_repair.h"
#include "exchange/connection.h"
#include "exchange/draft_filler.h"

#include <QCoreApplication>

#include <algorithm>

namespace repere::directory {

namespace {

struct ImportText {
    Q_DECLARE_TR_FUNCTIONS(Import)
};

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

ImportIntake::ImportIntake(const ImportRequest &request, const Knowledge &knowledge)
    : m_request(request), m_knowledge(knowledge), m_ahead([this] { return read(); })
{
}

Result<void> ImportIntake::prepare()
{
    auto groups = exchange::joinedPaths(m_request.files, m_request.formatId);
    if (!groups)
        return std::unexpected(groups.error());
    m_groups = std::move(*groups);
    return {};
}

Result<bool> ImportIntake::openNextFile()
{
    if (m_nextGroup >= m_groups.size())
        return false;
    const QStringList paths = m_groups[m_nextGroup++];
    m_file = exchange::withoutPassword(paths.front());
    auto reader = exchange::openReader({.paths = paths, .mapping = m_request.mapping}, m_request.formatId);
    if (!reader)
        return std::unexpected(reader.error());
    m_reader = std::move(*reader);
    exchange::SourceInfo source = m_reader->source();
    if (source.name.isEmpty()) {
        source.name = m_request.sourceName;
        source.licence = m_request.sourceLicence;
    }
    m_source = std::make_shared<const exchange::SourceInfo>(std::move(source));
    return true;
}

void ImportIntake::finishFile()
{
    m_filesRead.push_back({m_source, m_reader->remarks(), m_reader->isWholeList()});
    m_reader.reset();
}

Result<std::optional<TakenRecord>> ImportIntake::read()
{
    while (true) {
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
        if (*draft)
            return take(std::move(**draft));
        finishFile();
    }
}

Result<TakenRecord> ImportIntake::take(exchange::Draft draft)
{
    TakenRecord taken{.record = {}, .sourceInfo = m_source, .recordUrl = draft.recordUrl};
    if (const double progress = m_reader->progress(); progress >= 0)
        taken.progress = (static_cast<double>(m_nextGroup) - 1 + progress) / static_cast<double>(m_groups.size());
    taken.hasNumber = draft.fields.contains(QStringLiteral("id")) && draft.atelier.id != 0;
    ImportRecord &record = taken.record;
    record.number = ++m_number;
    record.file = m_file;
    record.line = draft.line;
    record.source = m_source->name;
    record.recordKey = draft.recordKey;
    if (!draft.rejections.empty()) {
        record.outcome = ImportOutcome::Rejected;
        record.rejections = std::move(draft.rejections);
        record.incoming = std::move(draft.atelier);
        return taken;
    }
    if (const auto understood = understand(record, draft); !understood)
        return std::unexpected(understood.error());
    if (record.outcome == ImportOutcome::Rejected)
        return taken;
    if (m_request.keepPersonal)
        record.incoming.personal = std::move(draft.personal);
    else
        taken.personalLeftOut = static_cast<int>(draft.personal.size());
    record.fields = mergedFieldsOf(draft.fields);
    return taken;
}

Result<void> ImportIntake::understand(ImportRecord &record, exchange::Draft &draft) const
{
    // What a directory of ours has written, uid and all, comes back as it is.
    const bool foreign = m_request.sourceName.isEmpty() && (!m_source->name.isEmpty() || draft.atelier.uid.isEmpty());
    if (foreign) {
        repairTexts(draft);
        splitAddressTail(draft, m_knowledge.gazetteer());
    }
    if (draft.atelier.name.trimmed().isEmpty()) {
        const bool empty = isBlank(draft.atelier) && draft.equipmentWords.isEmpty() && draft.typeWords.isEmpty();
        reject(record, QStringLiteral("name"), empty ? ImportText::tr("empty") : ImportText::tr("no name"));
        record.incoming = std::move(draft.atelier);
        return {};
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
    const std::optional<GeoPoint> &point = record.incoming.point;
    if (foreign && !m_source->name.isEmpty() && point && record.incoming.insee.isEmpty()
        && !exchange::mayBeInFrance(*point)) {
        const QString where = QStringLiteral("%1, %2").arg(point->latitude).arg(point->longitude);
        reject(record, QStringLiteral("lat, lon"), exchange::notInFrance(), where);
        return {};
    }
    if (record.incoming.asOf.isEmpty())
        record.incoming.asOf = m_source->asOf;
    return {};
}

void ImportIntake::reject(ImportRecord &record, const QString &column, const QString &cause, const QString &value) const
{
    record.outcome = ImportOutcome::Rejected;
    record.rejections.push_back({m_file, record.line, column, value, cause, ImportText::tr("not imported")});
}

/// The records of a table all have the same columns.
const QStringList &ImportIntake::mergedFieldsOf(const QStringList &columns)
{
    if (columns == m_columns)
        return m_fields;
    m_columns = columns;
    m_fields.clear();
    for (const QString &column : columns) {
        const QString field = mergedFieldOf(column);
        if (!field.isEmpty() && !m_fields.contains(field))
            m_fields.append(field);
    }
    return m_fields;
}

} // namespace repere::directory
