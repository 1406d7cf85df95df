#pragma once

#include "core/geo.h"
#include "core/places.h"
#include "core/search_values.h"

#include <QObject>
#include <QString>
#include <QtQmlIntegration/qqmlintegration.h>

#include <optional>
#include <span>
#include <vector>

namespace repere::models {

/// A part of France that a map shows at once: the mainland with Corsica, or one territory overseas.
class MapTerritory
{
    Q_GADGET
    QML_VALUE_TYPE(mapTerritory)
    Q_PROPERTY(QString name MEMBER name CONSTANT)
    Q_PROPERTY(QString shortName MEMBER shortName CONSTANT)
    Q_PROPERTY(int count MEMBER count CONSTANT)
public:
    QString name;
    GeoBox bounds;
    QString shortName = {}; ///< "FR", "974"; empty for the smaller collectivities
    bool isRegion = true;   ///< false for the smaller collectivities: only worth naming when they hold results
    int count = 0;          ///< results there
    std::optional<GeoBox> resultBounds = {}; ///< of the results there

    bool operator==(const MapTerritory &) const = default;
};

/// The mainland first, under this name, then the territories overseas in the order of `regions`.
std::vector<MapTerritory> territoriesOf(std::span<const Region> regions, const QString &mainlandName);

/// Counts the places of each territory, given clusters fine enough to tell islands apart (kTerritoryZoom).
void countPlaces(std::vector<MapTerritory> &territories, const std::vector<Cluster> &clusters);
inline constexpr double kTerritoryZoom = 7;

/// The territory at or nearest to a point; -1 when there is none.
int territoryNear(const std::vector<MapTerritory> &territories, GeoPoint point);

/// What a map shows to show the results: those of the mainland when there are any, else those of the territory with the
/// most; the mainland when there are no results.
GeoBox frameOf(const std::vector<MapTerritory> &territories);

} // namespace repere::models
