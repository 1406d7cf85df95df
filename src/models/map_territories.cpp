#include "models/map_territories.h"

#include <algorithm>

namespace repere::models {

namespace {

// Where the régions of the mainland and Corsica have their centres.
constexpr GeoBox kMainland{-6, 41, 10, 52};

GeoBox united(const GeoBox &a, const GeoBox &b)
{
    return a.united({b.south, b.west}).united({b.north, b.east});
}

/// 0 inside the box.
double distanceToBox(const GeoBox &box, GeoPoint point)
{
    return distanceMetres(
        point, {std::clamp(point.latitude, box.south, box.north), std::clamp(point.longitude, box.west, box.east)});
}

} // namespace

std::vector<MapTerritory> territoriesOf(std::span<const Region> regions, const QString &mainlandName)
{
    std::vector<MapTerritory> territories(1);
    MapTerritory &mainland = territories.front();
    std::optional<GeoBox> extent;
    std::vector<MapTerritory> overseas;
    for (const Region &region : regions) {
        if (region.bounds == GeoBox{})
            continue; // a territory without inhabitants has no outline
        if (kMainland.contains(region.bounds.centre()))
            extent = extent ? united(*extent, region.bounds) : region.bounds;
        else {
            // Overseas a région is one département: 04 is 974.
            const bool isRegion = region.code.size() == 2;
            overseas.push_back({.name = region.name,
                                .bounds = region.bounds,
                                .shortName = isRegion ? QStringLiteral("97") + region.code.back() : QString(),
                                .isRegion = isRegion});
        }
    }
    // By the codes that people know; territories without one come last.
    std::ranges::stable_sort(overseas, [](const MapTerritory &a, const MapTerritory &b) {
        return a.isRegion != b.isRegion ? a.isRegion : a.shortName < b.shortName;
    });
    mainland.name = mainlandName;
    mainland.shortName = QStringLiteral("FR");
    mainland.bounds = extent.value_or(kMainland);
    territories.insert(territories.end(), overseas.begin(), overseas.end());
    return territories;
}

void countPlaces(std::vector<MapTerritory> &territories, const std::vector<Cluster> &clusters)
{
    for (MapTerritory &territory : territories) {
        territory.count = 0;
        territory.resultBounds.reset();
    }
    for (const Cluster &cluster : clusters) {
        const int nearest = territoryNear(territories, cluster.centre);
        if (nearest < 0)
            continue;
        MapTerritory &territory = territories[static_cast<std::size_t>(nearest)];
        territory.count += cluster.count;
        territory.resultBounds =
            territory.resultBounds ? united(*territory.resultBounds, cluster.bounds) : cluster.bounds;
    }
}

int territoryNear(const std::vector<MapTerritory> &territories, GeoPoint point)
{
    const auto nearest = std::ranges::min_element(
        territories, {}, [point](const MapTerritory &territory) { return distanceToBox(territory.bounds, point); });
    return nearest == territories.end() ? -1 : static_cast<int>(nearest - territories.begin());
}

GeoBox frameOf(const std::vector<MapTerritory> &territories)
{
    if (territories.empty())
        return kMainland;
    if (territories.front().resultBounds)
        return *territories.front().resultBounds;
    const auto fullest = std::ranges::max_element(territories, {}, &MapTerritory::count);
    return fullest->resultBounds.value_or(territories.front().bounds);
}

} // namespace repere::models
