#include "directory/import_absences.h"

#include <QCoreApplication>

#include <map>

namespace repere::directory {

namespace {

Result<void> findOfSource(std::vector<ImportReport::Absence> &absences, const QString &source,
                          const store::Store &store, const SourcesRead &sources, const QSet<AtelierId> &added,
                          const ImportRequest &request, QDate today)
{
    const QSet<QString> seen = sources.keys.value(source);
    std::vector<std::pair<AtelierId, QString>> absent;
    std::size_t known = 0;
    const auto read = store.forEachRecord(source, [&](const QString &key, AtelierId id, bool isGone) {
        if (isGone || added.contains(id))
            return;
        ++known;
        if (!seen.contains(key))
            absent.emplace_back(id, key);
    });
    if (!read)
        return read;
    const bool isWhole = sources.whole.contains(source);
    if (absent.empty() || (!isWhole && seen.size() <= 1)) // one place that describes itself is no list
        return {};
    const bool flagged = request.complete || (isWhole && 2 * absent.size() <= known);
    const QString asOf = sources.asOf.value(source);
    for (const auto &[id, key] : absent) {
        const auto atelier = store.read(id);
        if (!atelier)
            return std::unexpected(atelier.error());
        absences.push_back({.id = id,
                            .name = atelier->name,
                            .source = source,
                            .record = key,
                            .since = asOf.isEmpty() ? today.toString(Qt::ISODate) : asOf,
                            .flagged = flagged,
                            .known = static_cast<int>(known)});
    }
    return {};
}

} // namespace

Result<std::vector<ImportReport::Absence>> findAbsences(const store::Store &store, const SourcesRead &sources,
                                                        const QSet<AtelierId> &added, const ImportRequest &request,
                                                        QDate today)
{
    std::vector<ImportReport::Absence> absences;
    if (request.partial)
        return absences;
    QStringList names = sources.keys.keys();
    names.sort(); // a hash has no order, a report has one
    for (const QString &source : names) {
        if (const auto found = findOfSource(absences, source, store, sources, added, request, today); !found)
            return std::unexpected(found.error());
    }
    return absences;
}

QStringList remarksOnExtracts(const std::vector<ImportReport::Absence> &absences)
{
    std::map<QString, std::pair<int, int>> counts; // absent and known, of sources of which nothing is flagged
    for (const ImportReport::Absence &absence : absences) {
        if (!absence.flagged) {
            ++counts[absence.source].first;
            counts[absence.source].second = absence.known;
        }
    }
    QStringList remarks;
    for (const auto &[source, count] : counts) {
        remarks.append(QCoreApplication::translate(
                           "Import",
                           "%1: %2 of %3 places that the directory has from it are not in this list. It may be "
                           "an extract, so none was flagged as gone.")
                           .arg(source)
                           .arg(count.first)
                           .arg(count.second));
    }
    return remarks;
}

} // namespace repere::directory
