#include "exchange/projector.h"

#include <QCoreApplication>

#include <ogr_spatialref.h>

#include <cmath>

namespace repere::exchange {

Projector::Projector(Projector &&) noexcept = default;
Projector &Projector::operator=(Projector &&) noexcept = default;
Projector::~Projector() = default;

Result<Projector> Projector::make(const QString &crs)
{
    const auto unknown = [&crs] {
        return failure(
            ErrorCode::Usage,
            QCoreApplication::translate("Exchange", "\"%1\" is no system of coordinates; a code like %2 was expected.")
                .arg(crs, QStringLiteral("EPSG:2154")));
    };
    OSRSetPROJEnableNetwork(0);
    const QString code = crs.trimmed().toUpper();
    bool isNumber = false;
    const int number = code.startsWith(QStringLiteral("EPSG:")) ? code.sliced(5).toInt(&isNumber) : 0;
    OGRSpatialReference from;
    if (!isNumber || from.importFromEPSG(number) != OGRERR_NONE)
        return unknown();
    OGRSpatialReference wgs84;
    wgs84.importFromEPSG(4326);
    from.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    wgs84.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    Projector projector;
    projector.m_transformation.reset(OGRCreateCoordinateTransformation(&from, &wgs84));
    if (!projector.m_transformation)
        return unknown();
    return projector;
}

std::optional<GeoPoint> Projector::toWgs84(double x, double y) const
{
    if (!std::isfinite(x) || !std::isfinite(y))
        return std::nullopt;
    int worked = 0;
    if (!m_transformation->Transform(1, &x, &y, nullptr, &worked) || !worked)
        return std::nullopt;
    const GeoPoint point{y, x};
    return point.isValid() ? std::optional(point) : std::nullopt;
}

QString planeSystemOf(double x, double y)
{
    if (x > 50'000 && x < 1'300'000 && y > 6'000'000 && y < 7'200'000)
        return QStringLiteral("EPSG:2154");
    if (x > 0 && x < 1'250'000 && y > 1'600'000 && y < 2'700'000)
        return QStringLiteral("EPSG:27572");
    return {};
}

} // namespace repere::exchange
