#pragma once

#include "core/places.h"
#include "core/result.h"
#include "geography/gazetteer.h"

#include <memory>

namespace repere::geography {

/// Outlines of the départements, point → commune, département, région. Immutable after loading; any thread.
class Boundaries
{
public:
    static Result<std::shared_ptr<const Boundaries>> load(const QString &dataFolder,
                                                          std::shared_ptr<const Gazetteer> gazetteer);
    ~Boundaries();

    /// Where a point lies. A point that no outline holds takes the nearest département within 25 km (harbours,
    /// islands), unless it lies on foreign land: then it is nobody's.
    Location locate(GeoPoint point) const;
    /// Whether the point lies in the département, or at most `metres` (up to 25 km) outside of it. False for the
    /// collectivités that no outline shows.
    bool isWithin(const QString &departement, GeoPoint point, double metres) const;

private:
    Boundaries();
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace repere::geography
