// What people change in a directory: edits, decisions about twins, the order of sources, undo.
#include "directory/directory_private.h"
#include "directory/normalise.h"
#include "directory/provenance.h"
#include "directory/twins.h"

#include <algorithm>
#include <ranges>
#include <utility>

namespace repere::directory {

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

Result<std::vector<AddressQuestion>> Directory::addressQuestions(const std::vector<AtelierId> &ids, bool placedToo,
                                                                 JobContext &job) const
{
    std::vector<AddressQuestion> questions;
    for (std::size_t i = 0; i < ids.size(); ++i) {
        if (job.isCancelled())
            return failure(ErrorCode::Cancelled, {});
        job.report(static_cast<double>(i) / static_cast<double>(ids.size()));
        const auto atelier = d->store->read(ids[i]);
        if (!atelier && atelier.error().code == ErrorCode::NotFound)
            continue;
        if (!atelier)
            return std::unexpected(atelier.error());
        if (auto question = addressQuestion(*atelier, placedToo, d->knowledge))
            questions.push_back(std::move(*question));
    }
    return questions;
}

Result<int> Directory::takeAddresses(const std::vector<AddressAnswer> &answers, JobContext &job)
{
    const auto order = sourceOrder();
    if (!order)
        return std::unexpected(order.error());
    const QString date = d->clock.now().date().toString(Qt::ISODate);
    store::ChangeSet changes;
    QString name; // of the only one
    for (const AddressAnswer &answer : answers) {
        if (job.isCancelled())
            return failure(ErrorCode::Cancelled, {});
        const auto atelier = d->store->read(answer.id);
        if (!atelier && atelier.error().code == ErrorCode::NotFound)
            continue;
        if (!atelier)
            return std::unexpected(atelier.error());
        auto placed = withAddress(*atelier, answer, order->priorities, date, d->knowledge);
        if (!placed)
            return std::unexpected(placed.error());
        if (*placed == *atelier)
            continue;
        name = atelier->name;
        changes.updates.push_back(std::move(*placed));
    }
    const int moved = static_cast<int>(changes.updates.size());
    if (moved == 0)
        return 0;
    const QString label = moved == 1 ? DirectoryText::tr("Position of %1 found by its address").arg(name)
                                     : DirectoryText::tr("Positions of %Ln place(s) found by address", nullptr, moved);
    if (const auto applied = d->store->apply(d->label(label), changes); !applied)
        return std::unexpected(applied.error());
    (void)d->changed();
    return moved;
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

} // namespace repere::directory
