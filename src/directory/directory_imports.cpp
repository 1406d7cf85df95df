// Imports into a directory, and the starter directory, which is one.
#include "directory/directory_private.h"
#include "directory/import.h"
#include "exchange/fetch.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <utility>

namespace repere::directory {

namespace {

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

} // namespace

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

} // namespace repere::directory
