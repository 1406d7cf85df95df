#pragma once

#include "core/places.h"
#include "core/result.h"
#include "core/vocabulary.h"
#include "exchange/writer.h"
#include "geography/gazetteer.h"

#include <memory>

namespace repere::geography {
class Boundaries;
}

namespace repere::directory {

/// What does not change while the program runs: words and places, from the data folder. Cheap to copy; any thread.
class Knowledge
{
public:
    /// Words and gazetteer at once; the outlines of départements only when locate() is first called.
    static Result<Knowledge> load(const QString &dataFolder);

    const Vocabularies &vocabularies() const;
    const geography::Gazetteer &gazetteer() const;
    const QString &dataFolder() const;

    /// See geography::Boundaries::locate. The first call reads the outlines.
    Result<Location> locate(GeoPoint point) const;

    /// See geography::Boundaries::isWithin.
    Result<bool> isWithin(const QString &departement, GeoPoint point, double metres) const;

    /// See geography::officialPosition.
    std::optional<PlanePosition> officialPosition(GeoPoint point) const;

    /// The label of a value of a facet in French or English; codes of régions and départements become names.
    /// kUnknown gives an empty text: every face has its own words for it.
    QString label(Facet facet, const QString &id, bool french) const;
    /// For writers; valid while any copy of this knowledge lives.
    exchange::LabelSource labels() const;

private:
    Result<const geography::Boundaries *> boundaries() const;

    struct Shared;
    std::shared_ptr<Shared> m_shared;
};

/// Where data/ is: the environment variable REPERE_DATA, else ../share/repere/data beside the executable, else the source
/// tree of a build. Empty when none exists.
QString findDataFolder();

} // namespace repere::directory
