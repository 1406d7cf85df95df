#pragma once

#include "core/change.h"
#include "core/job.h"
#include "core/result.h"
#include "core/twin.h"
#include "directory/geocoding.h"
#include "directory/import_plan.h"
#include "directory/knowledge.h"
#include "directory/licences.h"
#include "directory/priorities.h"
#include "directory/search_result.h"
#include "exchange/writer.h"
#include "store/store.h"

#include <functional>
#include <memory>

namespace repere::directory {

/// Gives the author and time of changes; tests give their own.
struct Clock {
    std::function<QDateTime()> now;
    QString author;
    static Clock system();
};

/// How the file is found and seeded.
struct OpenRequest {
    QString path;
    store::OpenMode mode = store::OpenMode::ReadWrite;
    bool seed = false; ///< when the file is missing, create it and import the starter directory
};

/// One directory file with its index: the services that both faces call. One thread at a time; SearchResults may leave it.
class Directory
{
public:
    static Result<std::unique_ptr<Directory>> open(const OpenRequest &request, Knowledge knowledge, Clock clock);
    ~Directory();

    const Knowledge &knowledge() const;
    const QString &path() const;
    QString readOnlyReason() const; ///< empty when writable
    /// How many changes were made through this object: import, edit, decision, undo.
    quint64 changesMade() const;

    // Reading
    Result<std::shared_ptr<const SearchResult>> search(const Filter &filter, SortKey key = SortKey::Name,
                                                       SortOrder order = SortOrder::Ascending);
    Result<Suggestion> suggest(const Filter &filter);
    Result<Atelier> read(AtelierId id) const;
    std::vector<MatchReason> explain(const Atelier &atelier, const QString &text) const;

    // Changing: each is one recorded change
    /// Fills what follows from the rest: commune, département, région, position at the commune.
    Result<Atelier> completed(Atelier atelier) const;
    Result<AtelierId> add(const Atelier &atelier);
    Result<void> update(const Atelier &atelier);
    Result<void> remove(const std::vector<AtelierId> &ids);
    /// Takes the others into the first, whose number stays; theirs lead there from now on. Errors: Usage, NotFound.
    Result<void> merge(const std::vector<AtelierId> &ids);
    /// The records that wait for a decision, then the pairs of the directory at least `minScore` alike that nobody has
    /// decided, each likeliest first.
    Result<std::vector<TwinPair>> twins(double minScore, JobContext &job) const;
    /// All of them as one change. A waiting record that is another place becomes one.
    Result<void> decide(const std::vector<TwinDecision> &decisions);
    /// How many records of imports wait for a decision.
    Result<int> waitingCount() const;
    /// Which sources the file knows and how they are believed.
    Result<SourceOrder> sourceOrder() const;
    /// Keeps the order and settles all places anew by it, as one change. Returns how many changed. The order itself
    /// belongs to the file and not to the history: undo takes the places back, the order stays for what comes.
    Result<int> setPriorities(const SourcePriorities &priorities, JobContext &job);
    /// What the geocoder may be asked of these places, in their order (see addressQuestion).
    Result<std::vector<AddressQuestion>> addressQuestions(const std::vector<AtelierId> &ids, bool placedToo,
                                                          JobContext &job) const;
    /// Puts places where the answers say, as one change (see withAddress). Returns how many moved; what is gone since is left out.
    Result<int> takeAddresses(const std::vector<AddressAnswer> &answers, JobContext &job);
    Result<Change> undo();
    Result<Change> redo();
    Result<std::vector<Change>> history(int limit) const;

    // Files
    /// Reads, understands, repairs, matches, and commits all accepted records as one change (or none: dryRun).
    Result<ImportReport> import(const ImportRequest &request, JobContext &job);
    /// The same, for people to look at before they commit it with commitImport().
    Result<std::unique_ptr<ImportPlan>> planImport(const ImportRequest &request, JobContext &job);
    /// What the directory, or the import itself, has of the place that a record is or may be; nothing without one.
    Result<std::optional<Atelier>> otherSide(const ImportPlan &plan, const ImportRecord &record) const;
    Result<ImportReport> commitImport(const ImportPlan &plan, JobContext &job);
    /// Writes the result in its order. Returns the number of lines.
    Result<int> exportTo(const QString &path, const exchange::ExportOptions &options, const SearchResult &result,
                         JobContext &job);
    /// Under which licences the places of the result stand.
    Result<LicenceReport> licences(const SearchResult &result, JobContext &job) const;
    Result<void> backup(const QString &target, JobContext &job);
    Result<std::vector<store::Finding>> check() const;

    /// From now on every change is refused for this translated reason: the file was found damaged.
    void forbidChanges(const QString &reason);
    /// True when another program changed the file since; then the index has been read again. Errors: Missing, Conflict
    /// when the file was moved, deleted or replaced; then every change is refused, reading and backup go on.
    Result<bool> reloadIfChanged();
    /// The version of the starter directory in the file, and the one that ships.
    bool hasNewerStarter() const;
    Result<ImportReport> importStarter(bool dryRun, JobContext &job);

private:
    struct Private;
    explicit Directory(std::unique_ptr<Private> d);
    /// Makes a whole starter directory appear under its name at once, or nothing.
    static Result<void> seed(const OpenRequest &request, const Knowledge &knowledge, const Clock &clock);
    std::unique_ptr<Private> d;
};

/// $XDG_DATA_HOME/repere/annuaire.gpkg
QString defaultDirectoryPath();
} // namespace repere::directory
