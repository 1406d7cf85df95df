#pragma once

#include "core/result.h"

#include <QString>
#include <QUrl>

#include <vector>

namespace repere::basemap {

/// An online map that people may choose, one entry of data/map_sources.json.
struct TileProvider {
    QString id;           ///< "ign-plan": stable, also the name of its folder in the cache
    QString name;         ///< in the language of the window
    QString operatorName; ///< who learns what is asked
    QString url;          ///< with {z}, {x}, {y} and, when there are any, {s} for one of the subdomains
    QStringList subdomains;
    QString attribution;
    QString terms; ///< page of the conditions of use
    int minZoom = 0;
    int maxZoom = 19;
    int connections = 2; ///< at once

    QUrl tileUrl(int z, int x, int y) const;
    /// The hosts that are contacted: "a.tile.openstreetmap.fr" …; what people agree to.
    QStringList hosts() const;

    bool operator==(const TileProvider &) const = default;
};

/// Reads `dataFolder`/map_sources.json. Errors name the file, the entry and the field.
Result<std::vector<TileProvider>> readTileProviders(const QString &dataFolder, bool french);

} // namespace repere::basemap
