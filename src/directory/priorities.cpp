#include "directory/priorities.h"

#include "core/field_value.h"
#include "directory/import.h"
#include "directory/normalise.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>

#include <algorithm>

namespace repere::directory {

namespace {

Result<SourcePriorities> storedPriorities(const store::Store &store)
{
    return store.metadata(kPrioritiesKey).transform(&SourcePriorities::fromJson);
}

} // namespace

Result<SourceOrder> readSourceOrder(const store::Store &store)
{
    auto priorities = storedPriorities(store);
    if (!priorities)
        return std::unexpected(priorities.error());
    QHash<QString, int> places;
    const auto read = store.forEach(true, [&places](const Atelier &atelier) {
        QSet<QString> speaking;
        for (const Provenance &record : atelier.provenance) {
            if (!record.values.isEmpty() && !record.source.isEmpty() && record.source != kByHand)
                speaking.insert(record.source);
        }
        for (const QString &source : speaking)
            ++places[source];
        return true;
    });
    if (!read)
        return std::unexpected(read.error());
    SourceOrder order{.sources = {}, .priorities = std::move(*priorities)};
    for (auto it = places.begin(); it != places.end(); ++it)
        order.sources.push_back({it.key(), *it});
    std::ranges::sort(order.sources, [](const auto &a, const auto &b) {
        return a.places != b.places ? a.places > b.places : a.name < b.name;
    });
    return order;
}

Result<store::ChangeSet> resettle(const store::Store &store, const Knowledge &knowledge,
                                  const SourcePriorities &priorities, JobContext &job)
{
    const auto before = storedPriorities(store);
    const auto count = store.count();
    if (!before || !count)
        return std::unexpected(before ? count.error() : before.error());
    store::ChangeSet changes;
    std::optional<Error> problem;
    int done = 0;
    const auto read = store.forEach(true, [&](const Atelier &atelier) {
        job.report(double(done++) / std::max(1, *count));
        Atelier settled = resettled(atelier, *before, priorities);
        if (settled != atelier) {
            auto completed = completePlace(std::move(settled), knowledge);
            if (!completed)
                problem = completed.error();
            else if (*completed != atelier)
                changes.updates.push_back(std::move(*completed));
        }
        return !problem && !job.isCancelled();
    });
    if (!read || problem)
        return std::unexpected(problem ? *problem : read.error());
    if (job.isCancelled())
        return failure(ErrorCode::Cancelled,
                       QCoreApplication::translate("Directory", "Cancelled; nothing was changed."));
    return changes;
}

} // namespace repere::directory
