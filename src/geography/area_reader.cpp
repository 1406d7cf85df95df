#include "geography/area_reader.h"

#include "geography/gdal_library.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <array>
#include <memory>

namespace repere::geography {

namespace {

struct CloseDataset {
    void operator()(GDALDataset *dataset) const { GDALClose(dataset); }
};

Error unreadable(const QString &path, const QString &cause)
{
    return {
        QFileInfo::exists(path) ? ErrorCode::Unreadable : ErrorCode::Missing,
        QCoreApplication::translate("Boundaries", "%1 cannot be read (%2): boundaries are missing.").arg(path, cause)};
}

std::vector<GeoPoint> toPoints(const OGRLinearRing &ring)
{
    std::vector<GeoPoint> points;
    points.reserve(static_cast<std::size_t>(ring.getNumPoints()));
    for (int i = 0; i < ring.getNumPoints(); ++i)
        points.push_back({.latitude = ring.getY(i), .longitude = ring.getX(i)});
    return points;
}

} // namespace

Result<std::vector<Area>> readAreas(const QString &path, const QString &codeField)
{
    const std::lock_guard lock(gdalLock());
    GDALAllRegister();
    static constexpr std::array<const char *, 2> drivers{"GeoJSON", nullptr};
    const std::unique_ptr<GDALDataset, CloseDataset> dataset(GDALDataset::Open(
        path.toUtf8().constData(), GDAL_OF_VECTOR | GDAL_OF_READONLY, drivers.data(), nullptr, nullptr));
    if (!dataset || dataset->GetLayerCount() == 0)
        return std::unexpected(unreadable(path, QString::fromUtf8(CPLGetLastErrorMsg())));
    OGRLayer *layer = dataset->GetLayer(0);
    const int field = layer->GetLayerDefn()->GetFieldIndex(codeField.toUtf8().constData());
    if (field < 0) {
        return std::unexpected(
            unreadable(path, QCoreApplication::translate("Boundaries", "no property “%1”").arg(codeField)));
    }
    std::vector<Area> areas;
    for (const auto &feature : *layer) {
        const OGRGeometry *geometry = feature->GetGeometryRef();
        Area area{QString::fromUtf8(feature->GetFieldAsString(field)), {}};
        const auto addPolygon = [&](const OGRPolygon *polygon) {
            for (const OGRLinearRing *ring : *polygon)
                area.rings.push_back(toPoints(*ring));
        };
        if (geometry && wkbFlatten(geometry->getGeometryType()) == wkbPolygon) {
            addPolygon(geometry->toPolygon());
        } else if (geometry && wkbFlatten(geometry->getGeometryType()) == wkbMultiPolygon) {
            for (const OGRPolygon *polygon : *geometry->toMultiPolygon())
                addPolygon(polygon);
        } else {
            return std::unexpected(
                unreadable(path, QCoreApplication::translate("Boundaries", "“%1” is no polygon").arg(area.code)));
        }
        areas.push_back(std::move(area));
    }
    if (areas.empty())
        return std::unexpected(unreadable(path, QCoreApplication::translate("Boundaries", "it holds no polygon")));
    return areas;
}

} // namespace repere::geography
