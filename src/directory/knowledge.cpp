#include "directory/knowledge.h"

#include "core/filter.h"
#include "exchange/vocabulary_reader.h"
#include "geography/boundaries.h"
#include "geography/projections.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <mutex>

namespace repere::directory {

struct Knowledge::Shared {
    QString dataFolder;
    Vocabularies vocabularies;
    std::shared_ptr<const geography::Gazetteer> gazetteer;
    std::once_flag boundariesOnce;
    Result<std::shared_ptr<const geography::Boundaries>> boundaries;
};

Result<Knowledge> Knowledge::load(const QString &dataFolder)
{
    if (dataFolder.isEmpty())
        return failure(
            ErrorCode::Missing,
            QCoreApplication::translate(
                "Knowledge",
                "The data folder of Repère was not found: set REPERE_DATA to the folder that holds vocabulary and geography."));
    auto vocabularies = exchange::readVocabularies(dataFolder + QStringLiteral("/vocabulary"));
    if (!vocabularies)
        return std::unexpected(vocabularies.error());
    auto gazetteer = geography::Gazetteer::load(dataFolder);
    if (!gazetteer)
        return std::unexpected(gazetteer.error());

    Knowledge knowledge;
    knowledge.m_shared = std::make_shared<Shared>();
    knowledge.m_shared->dataFolder = dataFolder;
    knowledge.m_shared->vocabularies = std::move(*vocabularies);
    knowledge.m_shared->gazetteer = std::move(*gazetteer);
    return knowledge;
}

const Vocabularies &Knowledge::vocabularies() const
{
    return m_shared->vocabularies;
}

const geography::Gazetteer &Knowledge::gazetteer() const
{
    return *m_shared->gazetteer;
}

const QString &Knowledge::dataFolder() const
{
    return m_shared->dataFolder;
}

Result<const geography::Boundaries *> Knowledge::boundaries() const
{
    std::call_once(m_shared->boundariesOnce, [this] {
        m_shared->boundaries = geography::Boundaries::load(m_shared->dataFolder, m_shared->gazetteer);
    });
    if (!m_shared->boundaries)
        return std::unexpected(m_shared->boundaries.error());
    return m_shared->boundaries->get();
}

Result<Location> Knowledge::locate(GeoPoint point) const
{
    return boundaries().transform([point](const auto *known) { return known->locate(point); });
}

Result<bool> Knowledge::isWithin(const QString &departement, GeoPoint point, double metres) const
{
    return boundaries().transform([&](const auto *known) { return known->isWithin(departement, point, metres); });
}

std::optional<PlanePosition> Knowledge::officialPosition(GeoPoint point) const
{
    return geography::officialPosition(point);
}

QString Knowledge::label(Facet facet, const QString &id, bool french) const
{
    if (id == kUnknown)
        return {};
    if (facet == Facet::Region) {
        const Region *region = gazetteer().region(id);
        return region ? region->name : id;
    }
    if (facet == Facet::Departement) {
        const Departement *departement = gazetteer().departement(id);
        return departement ? departement->name : id;
    }
    return vocabularies().of(facet)->label(id, french);
}

exchange::LabelSource Knowledge::labels() const
{
    const auto shared = m_shared;
    exchange::LabelSource labels;
    labels.vocabularies = &shared->vocabularies;
    labels.regionName = [shared](const QString &code) {
        const Region *region = shared->gazetteer->region(code);
        return region ? region->name : code;
    };
    labels.departementName = [shared](const QString &code) {
        const Departement *departement = shared->gazetteer->departement(code);
        return departement ? departement->name : code;
    };
    return labels;
}

QString findDataFolder()
{
    const QString fromEnvironment = qEnvironmentVariable("REPERE_DATA");
    if (!fromEnvironment.isEmpty())
        return fromEnvironment;
    const QDir executable(QCoreApplication::applicationDirPath());
    // Installed: PREFIX/bin beside PREFIX/share. Built: SOURCE/build/PRESET/bin.
    for (const QString &candidate : {QStringLiteral("../share/repere/data"), QStringLiteral("../../../data")}) {
        const QString path = QDir::cleanPath(executable.filePath(candidate));
        if (QFileInfo::exists(path + QStringLiteral("/vocabulary")))
            return path;
    }
    return {};
}

} // namespace repere::directory
