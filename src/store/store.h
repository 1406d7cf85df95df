#pragma once

#include "core/atelier.h"
#include "core/change.h"
#include "core/job.h"
#include "core/result.h"
#include "core/text.h"
#include "core/twin.h"
#include "store/id_range.h"

#include <functional>
#include <memory>
#include <vector>

namespace repere::store {

enum class OpenMode {
    ReadWrite, ///< falls back to read-only (see Store::readOnlyReason) for newer files and read-only media
    ReadOnly,
    Create, ///< fails when the file exists
};

/// Everything one change does to the file, all or nothing.
struct ChangeSet {
    std::vector<Atelier> inserts; ///< id 0: the store gives one; an id that is free is kept
    std::vector<Atelier> updates; ///< whole new values of existing ids
    std::vector<AtelierId> removals;

    std::vector<WaitingRecord> waiting = {}; ///< put, or put in the place of the one of the same source and key
    std::vector<std::int64_t> decided = {};  ///< ids of waiting records that wait no longer
    std::vector<Alias> aliases = {};         ///< aliases of an old id move on to what stands for it
    std::vector<KeptApart> keptApart = {};
};

/// What became of a change.
struct AppliedChange {
    Change change;
    std::vector<AtelierId> insertedIds; ///< in the order of ChangeSet::inserts
};

/// One finding of `check`.
struct Finding {
    bool damage = false; ///< the file itself, not the quality of the data
    AtelierId id = 0;    ///< 0 = the file
    QString message;     ///< translated
};

/// Pulls ateliers one at a time, so that an import never holds them all. Returns false at the end. The atelier passed in
/// has the id that it will get: what comes later may refer to it, and Store::read finds it.
using AtelierSource = std::function<Result<bool>(Atelier &)>;

/// One SQLite directory file, a valid GeoPackage; its tables are described in resources/sql. One instance belongs to one
/// thread.
class Store
{
public:
    /// Opens (migrating an older file after keeping a copy "<name>.v<N>.bak") or creates. Errors: Missing,
    /// NotADirectory, Locked, Unwritable, NewerVersion never here (opens read-only with a reason).
    /// `compounds` tokenise text before it is indexed: give every opening of a file the same.
    static Result<std::unique_ptr<Store>> open(const QString &path, OpenMode mode, const Compounds &compounds);
    /// Several read-only stores on one file, each for a thread of its own, that all see it as it is now and go on seeing that,
    /// whatever others write: `most` of them, or one alone where others write without a pause. Errors: those of open.
    static Result<std::vector<std::unique_ptr<Store>>> openTogether(const QString &path, std::size_t most,
                                                                    const Compounds &compounds);
    ~Store();

    const QString &path() const;
    bool isReadOnly() const;
    /// Translated sentence; empty when writable.
    QString readOnlyReason() const;
    /// From now on the file is only read, for this translated reason: it was found damaged.
    void forbidChanges(const QString &reason);
    /// Whether the name still leads to the open file. Errors: Missing (moved or deleted), Conflict (replaced). Then every
    /// change is refused with the same error; reading and backup go on.
    Result<void> checkPlace() const;

    Result<Atelier> read(AtelierId id) const;
    Result<int> count() const;
    /// Every living atelier by ascending id. `visit` returns false to stop. Without `details`, equipment raw words,
    /// notes and provenance stay empty.
    Result<void> forEach(bool details, const std::function<bool(const Atelier &)> &visit) const;
    /// The same with only what a catalogue holds of each; all else of it is empty. `visit` gets the same atelier again and
    /// again: what is to stay is copied.
    Result<void> forEachSearched(const std::function<bool(const Atelier &)> &visit) const;
    /// Those of a range, by ascending id.
    Result<void> forEach(bool details, IdRange range, const std::function<void(Atelier &&)> &visit) const;
    /// From the lowest to the highest id; empty when there is no atelier.
    Result<IdRange> idRange() const;
    Result<std::vector<AtelierId>> idsByUid(const QStringList &uids) const; ///< same order, 0 = none
    /// Every record of a source that stands in the provenance of an atelier.
    Result<void>
    forEachRecord(const QString &source,
                  const std::function<void(const QString &recordKey, AtelierId id, bool gone)> &visit) const;
    Result<std::vector<WaitingRecord>> waiting() const; ///< in the order in which they came
    Result<std::vector<Alias>> aliases() const;
    Result<std::vector<KeptApart>> keptApart() const;

    /// Ids (ascending) whose text has a word equal to `token` or, with `prefix`, beginning with it. Token as made by
    /// Compounds::tokens. The text: name; city and postcode; raw words and models of equipment; organisation and notes.
    Result<std::vector<AtelierId>> matchWord(const QString &token, bool prefix) const;

    /// One recorded change: removals, then updates, then inserts; an empty uid is given (insert) or kept (update).
    /// When nothing differs nothing is recorded and Change::number is 0. Errors: ReadOnly, Locked, Unwritable, NotFound
    /// (an update or removal of an id that is gone), Conflict (an id or uid that is taken), Usage (a value that cannot
    /// be stored).
    Result<AppliedChange> apply(const ChangeLabel &label, const ChangeSet &changes);
    /// Streaming inserts of an import, then the rest of the change, which is read after the last insert (so that the
    /// source may fill it; its own inserts and removals are not looked at): one recorded change, whose record is the
    /// inserted ids and a changeset of all else. The store gives all ids, in sequence. Progress is left to the source.
    /// Cancelled or failed: the file is as before. Otherwise as apply.
    /// A dry run does all this and takes it back: the file stays as it is, to the byte.
    enum class ImportMode { Commit, DryRun };
    Result<AppliedChange> import(const ChangeLabel &label, const AtelierSource &inserts, const ChangeSet &rest,
                                 JobContext &job, ImportMode mode = ImportMode::Commit);

    /// Undoes the newest change that stands. Errors: those of apply; NotFound when there is none; Conflict, with
    /// nothing changed, when its rows have changed otherwise, or when another connection has changed the file since this
    /// one was opened or last asked for dataVersion or history.
    Result<Change> undo();
    Result<Change> redo();
    /// Newest first; limit 0 = all.
    Result<std::vector<Change>> history(int limit) const;

    /// What is damaged of the file and what follows from it; on a whole file what is missing in the data.
    Result<std::vector<Finding>> check() const;
    /// The damage alone, also of a file that cannot be opened. Empty when the file is whole.
    static Result<std::vector<Finding>> examine(const QString &path);
    /// A whole copy (SQLite backup API), written beside and renamed into place. Locked when a program has `target` open.
    Result<void> backup(const QString &target, JobContext &job) const;

    /// Grows when this file was changed by another connection (PRAGMA data_version).
    Result<std::int64_t> dataVersion() const;

    /// Small named values of the file itself (starter version…). Not part of the history.
    Result<QString> metadata(const QString &key) const;
    Result<void> setMetadata(const QString &key, const QString &value);

    /// The SQLite that this process runs with: "3.46.1".
    static QString sqliteVersion();

private:
    struct Private;
    explicit Store(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace repere::store
