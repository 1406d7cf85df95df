#include "directory/directory_private.h"

#include "core/collation.h"
#include "core/read_ahead.h"
#include "directory/normalise.h"
#include "directory/suggestion.h"
#include "directory/text_search.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <malloc.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <optional>
#include <utility>

namespace repere::directory {

namespace {

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

Result<std::shared_ptr<const catalogue::Catalogue>> Directory::Private::index()
{
    if (catalogue)
        return catalogue;
    catalogue::Catalogue::Builder builder(dictionaries(knowledge));
    const auto count = store->count();
    if (!count)
        return std::unexpected(count.error());
    builder.reserve(static_cast<std::size_t>(*count));
    const auto read = store->forEachSearched([&builder](const Atelier &atelier) {
        builder.add(atelier);
        return true;
    });
    if (!read)
        return std::unexpected(read.error());
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
    const auto terms = matchTerms(searchTerms(filter.text, d->knowledge), d->knowledge, *d->store);
    if (!terms)
        return std::unexpected(terms.error());
    return std::make_shared<const SearchResult>(filter, *index, (*index)->select(filter, *terms), key, order);
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

std::vector<MatchReason> Directory::explain(const Atelier &atelier, const QString &text) const
{
    return explainMatch(atelier, searchTerms(text, d->knowledge), d->knowledge);
}

Result<Atelier> Directory::completed(Atelier atelier) const
{
    return completePlace(std::move(atelier), d->knowledge);
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

QString defaultDirectoryPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)
           + QStringLiteral("/repere/annuaire.gpkg");
}

} // namespace repere::directory
