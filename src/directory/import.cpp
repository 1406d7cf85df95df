#include "directory/import.h"

#include "core/text.h"
#include "directory/atelier_fields.h"
#include "directory/normalise.h"
#include "exchange/reader.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

namespace repere::directory {

namespace {

struct ImportText {
    Q_DECLARE_TR_FUNCTIONS(Import)
};

/// What makes two records without uid the same place: the folded name in the same commune.
QString nameKey(const Atelier &atelier)
{
    const QString place = atelier.insee.isEmpty() ? atelier.postcode + u'/' + fold(atelier.city) : atelier.insee;
    return fold(atelier.name) + u'|' + place;
}

/// The values of a publisher, field by field: the common ground of a later three-way merge.
QString rememberedValues(const Atelier &atelier)
{
    QJsonObject values;
    for (const QString &field : mergedFields()) {
        const QString text = fieldText(atelier, field);
        if (!text.isEmpty())
            values.insert(field, text);
    }
    return QString::fromUtf8(QJsonDocument(values).toJson(QJsonDocument::Compact));
}

/// One run over the files. It gives the new ateliers one by one to the store and keeps the changed ones.
class ImportRun
{
public:
    ImportRun(store::Store &store, const ImportRequest &request, const Knowledge &knowledge, JobContext &job)
        : m_store(store), m_request(request), m_knowledge(knowledge), m_job(job)
    {
    }

    Result<void> indexExisting();
    /// The next new atelier; false at the end of the last file.
    Result<bool> nextNew(Atelier &atelier);

    ImportReport report;
    std::vector<Atelier> updates;

private:
    Result<bool> openNextFile();
    /// What becomes of one draft: true when `atelier` is new.
    Result<bool> decide(const exchange::Draft &draft, Atelier &atelier);
    Result<AtelierId> existing(const Atelier &atelier, const exchange::Draft &draft);
    void merge(Atelier &current, const Atelier &incoming, const QStringList &fields) const;
    void reject(const exchange::Draft &draft, const QString &column, const QString &value, const QString &cause);

    store::Store &m_store;
    const ImportRequest &m_request;
    const Knowledge &m_knowledge;
    JobContext &m_job;
    QHash<QString, AtelierId> m_byUid;
    QHash<QString, AtelierId> m_byName;
    QSet<AtelierId> m_touched;
    QHash<QString, std::int64_t> m_seenUids; // uid → line in this import
    QSet<QString> m_seenNames;
    std::unique_ptr<exchange::Reader> m_reader;
    qsizetype m_nextFile = 0;
    QString m_file;
};

Result<void> ImportRun::indexExisting()
{
    return m_store.forEach(false, [this](const Atelier &atelier) {
        m_byUid.insert(atelier.uid, atelier.id);
        m_byName.insert(nameKey(atelier), atelier.id);
        return true;
    });
}

Result<bool> ImportRun::openNextFile()
{
    if (m_nextFile >= m_request.files.size())
        return false;
    m_file = m_request.files[m_nextFile++];
    auto reader = exchange::openReader({{m_file}, {}}, m_request.formatId);
    if (!reader)
        return std::unexpected(reader.error());
    m_reader = std::move(*reader);
    return true;
}

Result<bool> ImportRun::nextNew(Atelier &atelier)
{
    while (true) {
        if (m_job.isCancelled())
            return failure(ErrorCode::Cancelled, ImportText::tr("The import was cancelled; nothing was changed."));
        if (!m_reader) {
            const auto opened = openNextFile();
            if (!opened || !*opened)
                return opened;
        }
        auto draft = m_reader->next();
        if (!draft)
            return std::unexpected(draft.error());
        if (!*draft) {
            m_reader.reset();
            continue;
        }
        if (const double progress = m_reader->progress(); progress >= 0)
            m_job.report((static_cast<double>(m_nextFile) - 1 + progress)
                         / static_cast<double>(m_request.files.size()));
        ++report.read;
        const auto isNew = decide(**draft, atelier);
        if (!isNew || *isNew)
            return isNew;
    }
}

void ImportRun::reject(const exchange::Draft &draft, const QString &column, const QString &value, const QString &cause)
{
    ++report.rejected;
    report.rejections.push_back({m_file, draft.line, column, value, cause, ImportText::tr("not imported")});
}

Result<AtelierId> ImportRun::existing(const Atelier &atelier, const exchange::Draft &draft)
{
    if (!atelier.uid.isEmpty())
        return m_byUid.value(atelier.uid, 0);
    if (draft.fields.contains(QStringLiteral("id")) && atelier.id != 0)
        return m_byName.value(nameKey(atelier), 0) == atelier.id ? atelier.id : 0;
    return m_byName.value(nameKey(atelier), 0);
}

void ImportRun::merge(Atelier &current, const Atelier &incoming, const QStringList &fields) const
{
    if (m_request.policy == MergePolicy::FileWins) {
        for (const QString &field : fields)
            copyField(current, incoming, field);
        mergeProvenance(current, incoming.provenance);
        return;
    }
    QJsonObject remembered;
    for (const Provenance &record : current.provenance) {
        if (record.source == m_request.sourceName)
            remembered = QJsonDocument::fromJson(record.values.toUtf8()).object();
    }
    for (const QString &field : fields) {
        const bool byHand = fieldText(current, field) != remembered.value(field).toString();
        if (!byHand)
            copyField(current, incoming, field);
    }
    mergeProvenance(current, incoming.provenance);
}

Result<bool> ImportRun::decide(const exchange::Draft &draft, Atelier &atelier)
{
    if (!draft.rejections.empty()) {
        ++report.rejected;
        report.rejections.insert(report.rejections.end(), draft.rejections.begin(), draft.rejections.end());
        return false;
    }
    auto understood = understand(draft, m_knowledge);
    if (!understood)
        return std::unexpected(understood.error());
    atelier = std::move(understood->atelier);

    if (!atelier.uid.isEmpty()) {
        if (const auto seen = m_seenUids.constFind(atelier.uid); seen != m_seenUids.constEnd()) {
            reject(draft, QStringLiteral("uid"), atelier.uid, ImportText::tr("the same uid as line %1").arg(*seen));
            return false;
        }
        m_seenUids.insert(atelier.uid, draft.line);
    } else if (const QString key = nameKey(atelier); m_seenNames.contains(key)) {
        ++report.doubtful; // the same name twice in one commune of one file: not decided here
        return false;
    } else {
        m_seenNames.insert(key);
    }
    if (!m_request.sourceName.isEmpty()) {
        atelier.provenance.push_back(
            {m_request.sourceName, atelier.uid, {}, m_request.sourceLicence, {}, rememberedValues(atelier)});
    }

    const auto found = existing(atelier, draft);
    if (!found)
        return std::unexpected(found.error());
    if (*found == 0) {
        ++report.added;
        report.repairs.insert(report.repairs.end(), understood->repairs.begin(), understood->repairs.end());
        return true;
    }
    if (m_touched.contains(*found)) {
        ++report.doubtful;
        return false;
    }
    m_touched.insert(*found);
    const auto stored = m_store.read(*found);
    if (!stored)
        return std::unexpected(stored.error());
    Atelier current = *stored;
    QStringList fields;
    for (const QString &column : draft.fields) {
        const QString field = mergedFieldOf(column);
        if (!field.isEmpty() && !fields.contains(field))
            fields.append(field);
    }
    merge(current, atelier, fields);
    auto completed = completePlace(std::move(current), m_knowledge);
    if (!completed)
        return std::unexpected(completed.error());
    if (*completed == *stored) {
        ++report.unchanged;
        return false;
    }
    ++report.merged;
    for (ImportReport::Repair repair : understood->repairs) {
        repair.id = *found;
        report.repairs.push_back(std::move(repair));
    }
    updates.push_back(std::move(*completed));
    return false;
}

} // namespace

Result<ImportReport> runImport(store::Store &store, const ImportRequest &request, const ChangeLabel &label,
                               const Knowledge &knowledge, JobContext &job)
{
    ImportRun run(store, request, knowledge, job);
    if (const auto indexed = run.indexExisting(); !indexed)
        return std::unexpected(indexed.error());

    Atelier atelier;
    if (request.dryRun) {
        while (true) {
            const auto more = run.nextNew(atelier);
            if (!more)
                return std::unexpected(more.error());
            if (!*more)
                break;
        }
    } else {
        // The store pulls the new ateliers and only then reads the updates, which grow meanwhile.
        const auto applied = store.import(label, [&run](Atelier &next) { return run.nextNew(next); }, run.updates, job);
        if (!applied)
            return std::unexpected(applied.error());
    }
    const ImportReport &report = run.report;
    Q_ASSERT(report.read == report.added + report.merged + report.unchanged + report.doubtful + report.rejected);
    return report;
}

} // namespace repere::directory
