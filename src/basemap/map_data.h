#pragma once

#include "basemap/shape_set.h"
#include "core/result.h"

#include <QMarginsF>
#include <QString>

namespace repere::basemap {

/// A town, a village or a quarter that may be named.
struct Town {
    QString name;
    QPointF at; ///< Mercator units
    int population = 0;
    int rank = 0; ///< population, raised for seats of régions and départements
    bool french = false;
    bool overseas = false;
    bool quarter = false; ///< an arrondissement of Paris, Lyon or Marseille
};

/// The name of a sea, a country or an island: `at` is the middle of the text.
struct AreaName {
    enum Kind { Sea, Country, Island } kind = Sea;
    QString name;
    QPointF at;
    int minZoom = 0;
    int maxZoom = 0;
};

/// A rectangle beyond which foreign land is unknown: there it sinks into the sea, instead of ending at a ruler.
struct DataEdge {
    QRectF area;     ///< Mercator units
    QMarginsF fade;  ///< width of the veil within, units: as wide on each side as foreign land is there
    int minZoom = 0; ///< below, the veil would reach the neighbouring islands
};

/// Everything that is drawn, as read from data/basemap; coordinates in Mercator units.
struct MapData {
    ShapeSet frenchLand;
    ShapeSet foreignLand;
    ShapeSet coast;          ///< shores, without frontiers and without the edges at which the data was cut
    ShapeSet frontiers;      ///< rank 1: of France; 0: between others
    ShapeSet water;          ///< rank: km²
    ShapeSet rivers;         ///< rank: level, 1 = largest
    ShapeSet boundaries;     ///< rank 1: of a région; 0: of a département
    std::vector<Town> towns; ///< largest first
    std::vector<AreaName> areas;
    std::vector<DataEdge> edges;
    QString attribution;
};

/// Reads `dataFolder`/basemap, the communes of `dataFolder`/geography and `dataFolder`/credits.json, with names in French unless `english`.
Result<MapData> readMapData(const QString &dataFolder, bool english);

} // namespace repere::basemap
