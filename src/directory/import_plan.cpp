#include "directory/import_plan.h"

#include "directory/normalise.h"
#include "directory/provenance.h"

namespace repere::directory {

ImportPlan::ImportPlan(ImportRequest request, std::unique_ptr<store::Staging> staging, ImportReport report,
                       SourcesRead sources)
    : m_request(std::move(request)), m_staging(std::move(staging)), m_report(std::move(report)),
      m_sources(std::move(sources))
{
}

Result<void> ImportPlan::setAccepted(int number, bool accepted)
{
    auto record = m_staging->read(number);
    if (!record)
        return std::unexpected(record.error());
    record->accepted = accepted;
    return m_staging->replace(*record);
}

Result<void> ImportPlan::setAllAccepted(const store::Staging::Selection &selection, bool accepted)
{
    return m_staging->setAccepted(selection, accepted);
}

Result<void> ImportPlan::decide(int number, bool same)
{
    auto record = m_staging->read(number);
    if (!record)
        return std::unexpected(record.error());
    record->outcome = same ? ImportOutcome::Merged : ImportOutcome::New;
    return m_staging->replace(*record);
}

Result<void> ImportPlan::reopen(int number)
{
    auto record = m_staging->read(number);
    if (!record)
        return std::unexpected(record.error());
    record->outcome = ImportOutcome::Doubtful;
    return m_staging->replace(*record);
}

Result<void> ImportPlan::takeProposal(int number, const Knowledge &knowledge)
{
    auto record = m_staging->read(number);
    if (!record)
        return std::unexpected(record.error());
    GeoPoint point{.latitude = 100, .longitude = 0};
    for (ImportReport::Repair &repair : record->repairs) {
        if (!repair.proposed || (repair.field != u"lat" && repair.field != u"lon"))
            continue;
        (repair.field == u"lat" ? point.latitude : point.longitude) = repair.to.toDouble();
        repair.proposed = false;
    }
    if (!point.isValid())
        return {};
    record->incoming.point = point;
    record->incoming.precision = PositionPrecision::Approximate;
    auto completed = completePlace(std::move(record->incoming), knowledge);
    if (!completed)
        return std::unexpected(completed.error());
    record->incoming = std::move(*completed);
    if (!record->incoming.provenance.empty())
        record->incoming.provenance.back().values = valuesToJson(record->incoming);
    return m_staging->replace(*record);
}

} // namespace repere::directory
