#include "basemap/map_data.h"

#include "basemap/commune_names.h"
#include "basemap/frontiers.h"
#include "core/geo.h"
#include "geography/gdal_library.h"

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace repere::basemap {

namespace {

struct MapDataText {
    Q_DECLARE_TR_FUNCTIONS(MapPainter)
};

QPointF unit(double longitude, double latitude)
{
    const MercatorPoint point = toMercator({latitude, longitude});
    return {point.x, point.y};
}

QRectF unitRect(GeoBox box)
{
    return {unit(box.west, box.north), unit(box.east, box.south)};
}

std::vector<QPointF> points(const OGRLineString &line)
{
    std::vector<QPointF> result;
    result.reserve(static_cast<std::size_t>(line.getNumPoints()));
    for (int i = 0; i < line.getNumPoints(); ++i)
        result.push_back(unit(line.getX(i), line.getY(i)));
    return result;
}

template <typename Take> void forEachPart(const OGRGeometry *geometry, Take take)
{
    if (!geometry)
        return;
    switch (wkbFlatten(geometry->getGeometryType())) {
    case wkbLineString: take(*geometry->toLineString()); break;
    case wkbPolygon: // the outer ring: no land or lake of the data has a hole worth drawing
        if (const OGRLinearRing *ring = geometry->toPolygon()->getExteriorRing())
            take(*ring);
        break;
    case wkbMultiLineString:
    case wkbMultiPolygon:
    case wkbGeometryCollection:
        for (const auto *part : *geometry->toGeometryCollection())
            forEachPart(part, take);
        break;
    default: break;
    }
}

/// The points of a ring, turning one way: overlapping rings of opposite turn would cut each other out.
std::vector<QPointF> oneWay(std::vector<QPointF> ring)
{
    double area = 0;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i)
        area += ring[i].x() * ring[i + 1].y() - ring[i + 1].x() * ring[i].y();
    if (area < 0)
        std::ranges::reverse(ring);
    return ring;
}

/// One GeoPackage of data/basemap. Fields are asked for by name, so that their order does not matter.
class Package
{
public:
    static Result<Package> open(const QDir &folder, const QString &name)
    {
        const QString path = folder.filePath(name);
        Package package;
        package.m_path = path;
        package.m_dataset.reset(
            GDALDataset::Open(QFile::encodeName(path).constData(), GDAL_OF_VECTOR | GDAL_OF_READONLY));
        if (!package.m_dataset) {
            const bool there = QFile::exists(path);
            return failure(there ? ErrorCode::Unreadable : ErrorCode::Missing,
                           (there ? MapDataText::tr("The base map %1 cannot be read.")
                                  : MapDataText::tr("The base map %1 is missing."))
                               .arg(QDir::toNativeSeparators(path)));
        }
        return package;
    }

    template <typename Take> Result<void> forEach(const char *layerName, Take take) const
    {
        OGRLayer *layer = m_dataset->GetLayerByName(layerName);
        if (!layer) {
            return failure(ErrorCode::Unreadable,
                           MapDataText::tr("The base map %1 has no layer “%2”.")
                               .arg(QDir::toNativeSeparators(m_path), QString::fromLatin1(layerName)));
        }
        for (const auto &feature : layer)
            take(*feature);
        return {};
    }

private:
    QString m_path;
    GDALDatasetUniquePtr m_dataset;
};

QString text(const OGRFeature &feature, const char *field)
{
    const int index = feature.GetFieldIndex(field);
    return index < 0 ? QString() : QString::fromUtf8(feature.GetFieldAsString(index));
}

double number(const OGRFeature &feature, const char *field)
{
    const int index = feature.GetFieldIndex(field);
    return index < 0 ? 0 : feature.GetFieldAsDouble(index);
}

bool isFrenchLand(const QString &a3)
{
    static const QStringList codes = {QStringLiteral("FRA"), QStringLiteral("GLP"), QStringLiteral("MTQ"),
                                      QStringLiteral("GUF"), QStringLiteral("REU"), QStringLiteral("MYT")};
    return codes.contains(a3);
}

bool isFrenchTown(const QString &a2)
{
    static const QStringList codes = {QStringLiteral("FR"), QStringLiteral("GP"), QStringLiteral("MQ"),
                                      QStringLiteral("GF"), QStringLiteral("RE"), QStringLiteral("YT")};
    return codes.contains(a2);
}

Result<void> readLand(const QDir &folder, MapData &data)
{
    const auto package = Package::open(folder, QStringLiteral("osm.gpkg"));
    if (!package)
        return std::unexpected(package.error());
    // Where the data was cut: see data/README.md.
    const GeoBox metropole{-12, 39, 17, 54.5};
    const GeoBox guyane{-56, 1.5, -50.5, 6.5};
    const GeoBox guadeloupe{-62.5, 15.3, -60.5, 17};
    const GeoBox martinique{-61.6, 14.1, -60.5, 15.2};
    const auto margins = [](double left, double top, double right, double bottom) {
        return QMarginsF(left, top, right, bottom) / 360;
    };
    data.edges = {{unitRect(metropole), margins(2, 3.4, 3, 2.9), 0},
                  {unitRect(guyane), margins(1.2, 0.5, 1, 0.58), 0},
                  {unitRect(guadeloupe), margins(0.17, 0.17, 0.17, 0.17), 7},
                  {unitRect(martinique), margins(0.17, 0.17, 0.17, 0.17), 7}};
    std::vector<QRectF> cuts;
    for (const DataEdge &edge : data.edges)
        cuts.push_back(edge.area);

    std::vector<LandRing> rings;
    auto done = package->forEach("land", [&](const OGRFeature &feature) {
        const QString country = text(feature, "a3");
        forEachPart(feature.GetGeometryRef(), [&](const OGRLineString &line) {
            rings.push_back({oneWay(points(line)), country, isFrenchLand(country)});
        });
    });
    if (!done)
        return done;
    for (const LandRing &ring : rings)
        (ring.french ? data.frenchLand : data.foreignLand).add(ring.points, 0);
    Outlines outlines = sortOutlines(rings, cuts);
    data.coast = std::move(outlines.coast);
    data.frontiers = std::move(outlines.frontiers);

    return package->forEach("water", [&data](const OGRFeature &feature) {
        forEachPart(feature.GetGeometryRef(),
                    [&](const OGRLineString &line) { data.water.add(oneWay(points(line)), number(feature, "km2")); });
    });
}

Result<void> readWater(const QDir &folder, MapData &data)
{
    const auto package = Package::open(folder, QStringLiteral("gshhg.gpkg"));
    if (!package)
        return std::unexpected(package.error());
    auto done = package->forEach("rivers", [&data](const OGRFeature &feature) {
        forEachPart(feature.GetGeometryRef(),
                    [&](const OGRLineString &line) { data.rivers.add(points(line), number(feature, "level")); });
    });
    if (!done)
        return done;
    return package->forEach("lakes", [&data](const OGRFeature &feature) {
        const double area = number(feature, "km2");
        if (area <= 3) // smaller ones are there in `water`, where they are true
            return;
        forEachPart(feature.GetGeometryRef(),
                    [&](const OGRLineString &line) { data.water.add(oneWay(points(line)), area); });
    });
}

Result<void> readBoundaries(const QDir &folder, MapData &data)
{
    const auto package = Package::open(folder, QStringLiteral("boundaries.gpkg"));
    if (!package)
        return std::unexpected(package.error());
    return package->forEach("dep_lines", [&data](const OGRFeature &feature) {
        forEachPart(feature.GetGeometryRef(), [&](const OGRLineString &line) {
            data.boundaries.add(points(line), number(feature, "is_region"));
        });
    });
}

/// Those of the neighbours: French names come from the communes.
Result<void> readTowns(const QDir &folder, bool english, MapData &data)
{
    const auto package = Package::open(folder, QStringLiteral("places.gpkg"));
    if (!package)
        return std::unexpected(package.error());
    auto done = package->forEach("places", [&](const OGRFeature &feature) {
        const OGRGeometry *geometry = feature.GetGeometryRef();
        if (!geometry || wkbFlatten(geometry->getGeometryType()) != wkbPoint || isFrenchTown(text(feature, "cc"))
            || text(feature, "fc") == u"PPLX") // quarters of towns
            return;
        Town town;
        town.name = text(feature, english ? "name_en" : "name");
        if (town.name.isEmpty())
            town.name = text(feature, "name");
        town.at = unit(geometry->toPoint()->getX(), geometry->toPoint()->getY());
        town.population = static_cast<int>(std::min(2e9, number(feature, "pop")));
        town.rank = town.population;
        data.towns.push_back(std::move(town));
    });
    return done;
}

Result<void> readAreas(const QDir &folder, bool english, MapData &data)
{
    QFile file(folder.filePath(QStringLiteral("labels.csv")));
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(ErrorCode::Missing,
                       MapDataText::tr("The base map %1 is missing.").arg(QDir::toNativeSeparators(file.fileName())));
    }
    file.readLine(); // heading
    while (!file.atEnd()) {
        const QStringList cells = QString::fromUtf8(file.readLine()).trimmed().split(u';');
        if (cells.size() < 7)
            continue;
        AreaName area;
        area.kind = cells[0] == u"country"  ? AreaName::Country
                    : cells[0] == u"island" ? AreaName::Island
                                            : AreaName::Sea;
        area.name = english && !cells[2].isEmpty() ? cells[2] : cells[1];
        area.at = unit(cells[4].toDouble(), cells[3].toDouble());
        area.minZoom = cells[5].toInt();
        area.maxZoom = cells[6].toInt();
        data.areas.push_back(std::move(area));
    }
    return {};
}

Result<void> readGround(const QDir &folder, bool english, MapData &data)
{
    const std::lock_guard lock(geography::gdalLock());
    GDALAllRegister();
    for (const auto &done : {readLand(folder, data), readWater(folder, data), readBoundaries(folder, data),
                             readTowns(folder, english, data), readAreas(folder, english, data)}) {
        if (!done)
            return std::unexpected(done.error());
    }
    return {};
}

} // namespace

Result<MapData> readMapData(const QString &dataFolder, bool english)
{
    const QDir data(dataFolder);
    const QDir folder(data.filePath(QStringLiteral("basemap")));
    MapData result;
    if (const auto done = readGround(folder, english, result); !done)
        return std::unexpected(done.error());
    auto communes = readCommunes(dataFolder);
    if (!communes)
        return std::unexpected(communes.error());
    std::ranges::move(*communes, std::back_inserter(result.towns));
    std::ranges::stable_sort(result.towns, [](const Town &a, const Town &b) { return a.rank > b.rank; });
    QFile credits(data.filePath(QStringLiteral("credits.json")));
    if (!credits.open(QIODevice::ReadOnly)) {
        return failure(ErrorCode::Missing, MapDataText::tr("The credits of the map, %1, are missing.")
                                               .arg(QDir::toNativeSeparators(credits.fileName())));
    }
    QStringList names;
    for (const QJsonValue &entry : QJsonDocument::fromJson(credits.readAll()).array()) {
        const QString name = entry[u"map_credit"].toString();
        if (!name.isEmpty() && !names.contains(name))
            names += name;
    }
    if (names.isEmpty()) {
        return failure(ErrorCode::Unreadable, MapDataText::tr("The credits of the map, %1, name nobody.")
                                                  .arg(QDir::toNativeSeparators(credits.fileName())));
    }
    result.attribution = names.join(u" · ");
    return result;
}

} // namespace repere::basemap
