#pragma once

#include "core/import_record.h"
#include "core/result.h"

#include <functional>
#include <memory>
#include <optional>

namespace repere::store {

/// The records of an import between reading and committing, in a temporary SQLite file that goes with this object: people
/// page through a million of them in bounded memory. One instance belongs to one thread.
class Staging
{
public:
    static Result<std::unique_ptr<Staging>> create();
    ~Staging();

    /// Records come with ascending numbers; finish() makes them readable.
    Result<void> append(const ImportRecord &record);
    Result<void> finish();

    /// What to show: one outcome or all records (what is gone is none), and a part of the name, folded as people look for it.
    struct Selection {
        std::optional<ImportOutcome> outcome = {};
        QString words = {};
    };
    Result<int> count(const Selection &selection) const;
    /// By number, from the `first`th of the selection on.
    Result<std::vector<ImportRecord>> page(const Selection &selection, int first, int count) const;
    Result<ImportRecord> read(int number) const;
    /// By number until `visit` returns false.
    Result<void> forEach(const std::function<bool(const ImportRecord &)> &visit) const;
    /// The first record with a number greater than this one; nothing at the end.
    Result<std::optional<ImportRecord>> after(int number) const;

    /// The record of a place that is new with it; nothing when none has this uid.
    Result<std::optional<ImportRecord>> withUid(const QString &uid) const;

    /// How many of a selection are accepted.
    Result<int> acceptedCount(const Selection &selection) const;
    Result<void> setAccepted(const Selection &selection, bool accepted);
    /// Puts a record that people decided in the place of the former one.
    Result<void> replace(const ImportRecord &record);

private:
    struct Private;
    explicit Staging(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace repere::store
