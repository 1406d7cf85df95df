#include "directory/directory.h"

#include "catalogue/catalogue.h"
#include "core/collation.h"
#include "core/read_ahead.h"
#include "directory/import.h"
#include "directory/normalise.h"
#include "directory/provenance.h"
#include "directory/store_reading.h"
#include "directory/suggestion.h"
#include "directory/text_search.h"
#include "directory/twins.h"
#include "exchange/fetch.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <malloc.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <optional>
#include <ranges>
#include <utility>

namespace repere::directory {

namespace {

struct DirectoryText {
    Q_DECLARE_TR_FUNCTIONS(Directory)
};

const QString kStarterVersionKey = QStringLiteral("starter_version");

struct Starter {
    QString file;
    int version = 0;
    QString date;
};

Result<Starter> shippedStarter(const QString &dataFolder)
{
    QFile file(dataFolder + QStringLiteral("/starter/version.json"));
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::Missing,
                       DirectoryText::tr("%1 cannot be read: %2. The starter directory is not available.")
                           .arg(file.fileName(), file.errorString()));
    const QJsonObject version = QJsonDocument::fromJson(file.readAll()).object();
    return Starter{dataFolder + QStringLiteral("/starter/ateliers.csv"), version.value(u"version").toInt(),
                   version.value(u"date").toString()};
}

/// Codes in the order in which people read the names.
QStringList departementsByName(std::span<const Departement> known)
{
    std::vector<Departement> departements(known.begin(), known.end());
    const FrenchCollation collation;
    std::ranges::sort(departements,
                      [&](const Departement &a, const Departement &b) { return collation.less(a.name, b.name); });
    QStringList codes;
    for (const Departement &departement : departements)
        codes << departement.code;
    return codes;
}

catalogue::Dictionaries dictionaries(const Knowledge &knowledge)
{
    catalogue::Dictionaries result;
    const auto values = [&result](Facet facet) -> QStringList & {
        return result.values[static_cast<std::size_t>(facet)];
    };
    for (const Region &region : knowledge.gazetteer().regions())
        values(Facet::Region).append(region.code);
    for (const Departement &departement : knowledge.gazetteer().departements())
        values(Facet::Departement).append(departement.code);
    result.departementsByName = departementsByName(knowledge.gazetteer().departements());
    for (const Facet facet : kFacets) {
        if (const Vocabulary *vocabulary = knowledge.vocabularies().of(facet)) {
            for (const VocabularyEntry &entry : vocabulary->entries())
                values(facet).append(entry.id);
        }
    }
    return result;
}

} // namespace

Clock Clock::system()
{
    QString author = qEnvironmentVariable("USER");
    if (author.isEmpty())
        author = qEnvironmentVariable("LOGNAME");
    return {[] { return QDateTime::currentDateTimeUtc(); }, author};
}

struct Directory::Private {
    std::unique_ptr<store::Store> store;
    Knowledge knowledge;
    Clock clock;
    std::shared_ptr<const catalogue::Catalogue> catalogue; // null = to be read again
    std::int64_t dataVersion = 0;
    quint64 changesMade = 0;
    struct Exported {
        std::vector<AtelierId> ids;
        LicenceReport licences;
    };
    std::optional<Exported> exported; // the newest, until something changes: its licences were counted on the way

    ChangeLabel label(const QString &name) const { return {name, clock.author, clock.now()}; }
    ChangeLabel importLabel(const ImportRequest &request) const;
    Result<void> changed()
    {
        ++changesMade;
        catalogue.reset();
        exported.reset();
        const auto version = store->dataVersion();
        if (version)
            dataVersion = *version;
        return {};
    }
    Result<std::shared_ptr<const catalogue::Catalogue>> index();
    /// Into a new file the starter is the ground on which the history begins: it cannot be undone.
    Result<ImportReport> importStarter(bool isNew, bool dryRun, JobContext &job);
};

Result<std::shared_ptr<const catalogue::Catalogue>> Directory::Private::index()
{
    if (catalogue)
        return catalogue;
    catalogue::Catalogue::Builder builder(dictionaries(knowledge));
    const auto count = store->count();
    if (!count)
        return std::unexpected(count.error());
    builder.reserve(static_cast<std::size_t>(*count));
    // Reading and entering cost about the same: side by side.
    StoreReading reading(*store, false);
    while (true) {
        const auto atelier = reading.next();
        if (!atelier)
            return std::unexpected(atelier.error());
        if (!*atelier)
            break;
        builder.add(**atelier);
    }
    catalogue = builder.build();
#ifdef __GLIBC__
    malloc_trim(0); // what was read on the way goes back to the system
#endif
    return catalogue;
}

Directory::Directory(std::unique_ptr<Private> priv) : d(std::move(priv)) {}

Directory::~Directory() = default;

Result<std::unique_ptr<Directory>> Directory::open(const OpenRequest &request, Knowledge knowledge, Clock clock)
{
    const bool create =
        request.mode == store::OpenMode::Create
        || (request.seed && request.mode == store::OpenMode::ReadWrite && !QFileInfo::exists(request.path));
    if (create) {
        const QString folder = QFileInfo(request.path).absolutePath();
        if (!QDir().mkpath(folder))
            return failure(ErrorCode::Unwritable,
                           DirectoryText::tr("The folder %1 cannot be made; no directory was created.").arg(folder));
    }
    if (create && request.seed && !QFileInfo::exists(request.path)) {
        if (const auto seeded = seed(request, knowledge, clock); !seeded)
            return std::unexpected(seeded.error());
        return open({request.path, store::OpenMode::ReadWrite, false}, std::move(knowledge), std::move(clock));
    }
    auto opened = store::Store::open(request.path, create ? store::OpenMode::Create : request.mode,
                                     knowledge.vocabularies().types.compounds());
    if (!opened)
        return std::unexpected(opened.error());

    auto priv = std::make_unique<Private>();
    priv->store = std::move(*opened);
    priv->knowledge = std::move(knowledge);
    priv->clock = std::move(clock);
    std::unique_ptr<Directory> directory(new Directory(std::move(priv)));
    if (const auto version = directory->d->store->dataVersion())
        directory->d->dataVersion = *version;
    return directory;
}

Result<void> Directory::seed(const OpenRequest &request, const Knowledge &knowledge, const Clock &clock)
{
    // A file without its places would look like an empty country. So it gets its name when it is whole, and never that
    // of a file that another program has made meanwhile.
    const QTemporaryDir folder(QFileInfo(request.path).absolutePath() + QStringLiteral("/.starter-XXXXXX"));
    if (!folder.isValid())
        return failure(ErrorCode::Unwritable, DirectoryText::tr("%1 cannot be created: %2. Nothing was written.")
                                                  .arg(request.path, folder.errorString()));
    const QString part = folder.filePath(QStringLiteral("part.gpkg"));
    {
        auto begun = open({part, store::OpenMode::Create, false}, knowledge, clock);
        if (!begun)
            return std::unexpected(begun.error());
        JobContext job;
        if (const auto imported = (*begun)->d->importStarter(true, false, job); !imported)
            return std::unexpected(imported.error());
    }
    if (::link(QFile::encodeName(part).constData(), QFile::encodeName(request.path).constData()) == 0)
        return {};
    const int problem = errno;
    if (problem == EEXIST && request.mode != store::OpenMode::Create)
        return {}; // another one was faster
    if (problem != EEXIST && !QFileInfo::exists(request.path) && QFile::rename(part, request.path))
        return {}; // a file system without links
    return failure(ErrorCode::Unwritable, DirectoryText::tr("%1 cannot be created: %2. Nothing was written.")
                                              .arg(request.path, qt_error_string(problem)));
}

const Knowledge &Directory::knowledge() const
{
    return d->knowledge;
}

const QString &Directory::path() const
{
    return d->store->path();
}

QString Directory::readOnlyReason() const
{
    return d->store->readOnlyReason();
}

Result<std::shared_ptr<const SearchResult>> Directory::search(const Filter &filter, SortKey key, SortOrder order)
{
    const auto index = d->index();
    if (!index)
        return std::unexpected(index.error());
    const auto words = matchWords(searchWords(filter.text, d->knowledge), d->knowledge, *d->store);
    if (!words)
        return std::unexpected(words.error());
    return std::make_shared<const SearchResult>(filter, *index, (*index)->select(filter, *words), key, order);
}

Result<Suggestion> Directory::suggest(const Filter &filter)
{
    return makeSuggestion(filter, d->knowledge, [this](const Filter &variant) { return search(variant); });
}

Result<Atelier> Directory::read(AtelierId id) const
{
    auto atelier = d->store->read(id);
    if (atelier || atelier.error().code != ErrorCode::NotFound)
        return atelier;
    const auto aliases = d->store->aliases();
    if (!aliases)
        return std::unexpected(aliases.error());
    const auto alias = std::ranges::find(*aliases, id, &Alias::oldId);
    return alias == aliases->end() ? atelier : d->store->read(alias->atelier);
}

Result<void> Directory::merge(const std::vector<AtelierId> &ids)
{
    std::vector<TwinDecision> decisions;
    for (const AtelierId id : ids | std::views::drop(1)) {
        if (id == ids.front())
            return failure(
                ErrorCode::Usage,
                DirectoryText::tr("A place cannot be merged with itself (%1); nothing was changed.").arg(id));
        decisions.push_back({.same = true, .first = ids.front(), .second = id});
    }
    if (decisions.empty())
        return failure(ErrorCode::Usage,
                       DirectoryText::tr("Two places at least are needed to merge; nothing was changed."));
    return decide(decisions);
}

Result<std::vector<TwinPair>> Directory::twins(double minScore, JobContext &job) const
{
    return findTwins(*d->store, d->knowledge, minScore, job);
}

Result<void> Directory::decide(const std::vector<TwinDecision> &decisions)
{
    const auto changes = decideTwins(*d->store, d->knowledge, decisions, d->clock.now().date());
    if (!changes)
        return std::unexpected(changes.error());
    if (const auto applied = d->store->apply(d->label(changes->name), changes->changes); !applied)
        return std::unexpected(applied.error());
    return d->changed();
}

Result<int> Directory::waitingCount() const
{
    const auto waiting = d->store->waiting();
    if (!waiting)
        return std::unexpected(waiting.error());
    return static_cast<int>(waiting->size());
}

Result<SourceOrder> Directory::sourceOrder() const
{
    return readSourceOrder(*d->store);
}

Result<int> Directory::setPriorities(const SourcePriorities &priorities, JobContext &job)
{
    auto changes = resettle(*d->store, d->knowledge, priorities, job);
    if (!changes)
        return std::unexpected(changes.error());
    const int changed = static_cast<int>(changes->updates.size());
    const ChangeLabel name = d->label(DirectoryText::tr("New order of the sources"));
    if (const auto applied = d->store->apply(name, *changes); !applied)
        return std::unexpected(applied.error());
    if (const auto kept = d->store->setMetadata(kPrioritiesKey, priorities.toJson()); !kept)
        return std::unexpected(kept.error());
    (void)d->changed();
    return changed;
}

std::vector<MatchReason> Directory::explain(const Atelier &atelier, const QString &text) const
{
    return explainMatch(atelier, searchWords(text, d->knowledge), d->knowledge);
}

Result<Atelier> Directory::completed(Atelier atelier) const
{
    return completePlace(std::move(atelier), d->knowledge);
}

namespace {

Result<void> checkWritten(const Atelier &atelier)
{
    if (atelier.point && !atelier.point->isValid()) // half of a position was given
        return failure(ErrorCode::Usage,
                       DirectoryText::tr("A position needs a latitude and a longitude; nothing was changed."));
    return {};
}

} // namespace

Result<AtelierId> Directory::add(const Atelier &atelier)
{
    if (atelier.name.trimmed().isEmpty())
        return failure(ErrorCode::Usage, DirectoryText::tr("A place needs a name; nothing was added."));
    if (const auto valid = checkWritten(atelier); !valid)
        return std::unexpected(valid.error());
    auto whole = completed(atelier);
    if (!whole)
        return std::unexpected(whole.error());
    store::ChangeSet changes;
    changes.inserts.push_back(std::move(*whole));
    const auto applied = d->store->apply(d->label(DirectoryText::tr("Add %1").arg(atelier.name)), changes);
    if (!applied)
        return std::unexpected(applied.error());
    (void)d->changed();
    return applied->insertedIds.front();
}

Result<void> Directory::update(const Atelier &atelier)
{
    if (atelier.name.trimmed().isEmpty())
        return failure(ErrorCode::Usage, DirectoryText::tr("A place needs a name; nothing was changed."));
    if (const auto valid = checkWritten(atelier); !valid)
        return std::unexpected(valid.error());
    const auto stored = d->store->read(atelier.id);
    if (!stored)
        return std::unexpected(stored.error());
    Atelier next = atelier;
    const bool moved = next.city != stored->city || next.postcode != stored->postcode;
    if (moved && next.insee == stored->insee)
        next.insee.clear(); // follows from the new postcode and name
    const bool pointKept = next.point == stored->point;
    if (pointKept && next.insee != stored->insee && next.precision == PositionPrecision::Commune)
        next.point.reset();
    auto whole = completed(std::move(next));
    if (!whole)
        return std::unexpected(whole.error());
    if (*whole == *stored)
        return {};
    noteByHand(*stored, *whole, d->clock.now().date().toString(Qt::ISODate));
    store::ChangeSet changes;
    changes.updates.push_back(std::move(*whole));
    const auto applied = d->store->apply(d->label(DirectoryText::tr("Edit %1").arg(atelier.name)), changes);
    if (!applied)
        return std::unexpected(applied.error());
    return d->changed();
}

Result<void> Directory::remove(const std::vector<AtelierId> &ids)
{
    if (ids.empty())
        return {};
    const auto first = d->store->read(ids.front());
    if (!first)
        return std::unexpected(first.error());
    store::ChangeSet changes;
    changes.removals = ids;
    const QString name = ids.size() == 1
                             ? DirectoryText::tr("Remove %1").arg(first->name)
                             : DirectoryText::tr("Remove %Ln place(s)", nullptr, static_cast<int>(ids.size()));
    const auto applied = d->store->apply(d->label(name), changes);
    if (!applied)
        return std::unexpected(applied.error());
    return d->changed();
}

Result<Change> Directory::undo()
{
    auto change = d->store->undo();
    if (change)
        (void)d->changed();
    return change;
}

Result<Change> Directory::redo()
{
    auto change = d->store->redo();
    if (change)
        (void)d->changed();
    return change;
}

Result<std::vector<Change>> Directory::history(int limit) const
{
    return d->store->history(limit);
}

ChangeLabel Directory::Private::importLabel(const ImportRequest &request) const
{
    QStringList names;
    for (const QString &file : request.files)
        names.append(exchange::nameOfFile(file));
    return label(DirectoryText::tr("Import %1").arg(names.join(QStringLiteral(", "))));
}

Result<std::unique_ptr<ImportPlan>> Directory::planImport(const ImportRequest &request, JobContext &job)
{
    return directory::planImport(*d->store, request, d->importLabel(request), d->knowledge, job);
}

Result<std::optional<Atelier>> Directory::otherSide(const ImportPlan &plan, const ImportRecord &record) const
{
    if (record.matchUid.isEmpty())
        return std::nullopt;
    const auto ids = d->store->idsByUid({record.matchUid});
    if (!ids)
        return std::unexpected(ids.error());
    if (ids->front() != 0)
        return d->store->read(ids->front()).transform([](Atelier atelier) {
            return std::optional(std::move(atelier));
        });
    // Not there yet: another record of the same import.
    return plan.records().withUid(record.matchUid).transform([](std::optional<ImportRecord> other) {
        return other ? std::optional(std::move(other->incoming)) : std::nullopt;
    });
}

Result<ImportReport> Directory::commitImport(const ImportPlan &plan, JobContext &job)
{
    auto report = commitPlan(*d->store, plan, d->importLabel(plan.request()), d->knowledge, job);
    if (report)
        (void)d->changed();
    return report;
}

Result<ImportReport> Directory::import(const ImportRequest &request, JobContext &job)
{
    auto report = runImport(*d->store, request, d->importLabel(request), d->knowledge, job);
    if (report && !request.dryRun)
        (void)d->changed();
    return report;
}

Result<int> Directory::exportTo(const QString &path, const exchange::ExportOptions &options, const SearchResult &result,
                                JobContext &job)
{
    // Read in a thread beside the writing; this one leaves the store alone meanwhile.
    int position = 0;
    ReadAhead<exchange::ExportedAtelier> lines([&]() -> Result<std::optional<exchange::ExportedAtelier>> {
        if (position >= result.count())
            return std::nullopt;
        auto atelier = d->store->read(result.idAt(position));
        if (!atelier)
            return std::unexpected(atelier.error());
        exchange::ExportedAtelier line{.atelier = std::move(*atelier), .distanceMetres = std::nullopt};
        if (result.filter().near)
            line.distanceMetres = result.at(position).distanceMetres;
        ++position;
        return line;
    });
    LicenceCount licences;
    const auto source = [&](exchange::ExportedAtelier &line) -> Result<bool> {
        auto next = lines.next();
        if (!next)
            return std::unexpected(next.error());
        if (!*next)
            return false;
        line = std::move(**next);
        licences.add(line.atelier);
        return true;
    };
    auto written = exchange::writeFile(path, options, d->knowledge.labels(), source, result.count(), job);
    if (written)
        d->exported = {result.ids(), licences.report()};
    return written;
}

Result<LicenceReport> Directory::licences(const SearchResult &result, JobContext &job) const
{
    if (d->exported && d->exported->ids == result.ids())
        return std::exchange(d->exported, std::nullopt)->licences;
    LicenceCount count;
    for (int position = 0; position < result.count(); ++position) {
        if (job.isCancelled())
            return failure(ErrorCode::Cancelled, {});
        const auto atelier = d->store->read(result.idAt(position));
        if (!atelier)
            return std::unexpected(atelier.error());
        count.add(*atelier);
    }
    return count.report();
}

Result<void> Directory::backup(const QString &target, JobContext &job)
{
    return d->store->backup(target, job);
}

Result<std::vector<store::Finding>> Directory::check() const
{
    return d->store->check();
}

void Directory::forbidChanges(const QString &reason)
{
    d->store->forbidChanges(reason);
}

quint64 Directory::changesMade() const
{
    return d->changesMade;
}

Result<bool> Directory::reloadIfChanged()
{
    if (const auto there = d->store->checkPlace(); !there)
        return std::unexpected(there.error());
    const auto version = d->store->dataVersion();
    if (!version)
        return std::unexpected(version.error());
    if (*version == d->dataVersion)
        return false;
    d->dataVersion = *version;
    d->catalogue.reset();
    d->exported.reset();
    return true;
}

bool Directory::hasNewerStarter() const
{
    const auto known = d->store->metadata(kStarterVersionKey);
    const auto shipped = shippedStarter(d->knowledge.dataFolder());
    // Only a directory that began with the starter is offered its successor.
    return known && shipped && !known->isEmpty() && known->toInt() < shipped->version && readOnlyReason().isEmpty();
}

Result<ImportReport> Directory::importStarter(bool dryRun, JobContext &job)
{
    return d->importStarter(false, dryRun, job);
}

Result<ImportReport> Directory::Private::importStarter(bool isNew, bool dryRun, JobContext &job)
{
    const auto starter = shippedStarter(knowledge.dataFolder());
    if (!starter)
        return std::unexpected(starter.error());
    ImportRequest request;
    request.files = {starter->file};
    request.dryRun = dryRun;
    request.sourceName = kStarterSource;
    const QDate date = QDate::fromString(starter->date, Qt::ISODate);
    ChangeLabel name = label(DirectoryText::tr("Starter directory of %1")
                                 .arg(date.toString(DirectoryText::tr("yyyy-MM-dd", "how people write a date"))));
    name.undoable = !isNew;
    auto report = runImport(*store, request, name, knowledge, job);
    if (!report || dryRun)
        return report;
    if (const auto noted = store->setMetadata(kStarterVersionKey, QString::number(starter->version)); !noted)
        return std::unexpected(noted.error());
    (void)changed();
    return report;
}

QString defaultDirectoryPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)
           + QStringLiteral("/repere/annuaire.gpkg");
}

} // namespace repere::directory
