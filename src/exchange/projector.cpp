#include "exchange/projector.h"

#include <QCoreApplication>

#include <ogr_spatialref.h>

#include <algorithm>
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

QString planeSystemOf(const std::vector<std::pair<double, double>> &positions, bool isNamed)
{
    struct System {
        const char *code;
        double west, south, east, north;
        bool wantsName; ///< other numbers of a table may have its size
    };
    // Zones of the conformal conics (9 of them, a million metres apart) come after these.
    static constexpr System kSystems[] = {
        {"EPSG:2154", 50'000, 6'000'000, 1'300'000, 7'200'000, false},
        {"EPSG:27572", 0, 1'600'000, 1'250'000, 2'700'000, false},
        {"EPSG:3857", -620'000, 5'000'000, 1'100'000, 6'650'000, true},
        {"EPSG:2972", 80'000, 200'000, 520'000, 660'000, true},
        {"EPSG:2975", 300'000, 7'600'000, 400'000, 7'750'000, true},
        {"EPSG:4471", 480'000, 8'530'000, 560'000, 8'640'000, true},
    };
    if (positions.empty())
        return {};
    const auto share = [&positions](const auto &isInside) {
        return double(std::ranges::count_if(positions, isInside)) / double(positions.size());
    };
    for (const System &system : kSystems) {
        const auto isInside = [&system](const std::pair<double, double> &at) {
            return at.first > system.west && at.first < system.east && at.second > system.south
                   && at.second < system.north;
        };
        if ((isNamed || !system.wantsName) && share(isInside) >= 0.8)
            return QString::fromLatin1(system.code);
    }
    for (int zone = 42; isNamed && zone <= 50; ++zone) {
        const double origin = (zone - 41) * 1e6 + 200'000;
        const auto isInside = [origin](const std::pair<double, double> &at) {
            return at.first > 1'300'000 && at.first < 2'300'000 && std::abs(at.second - origin) < 300'000;
        };
        if (share(isInside) >= 0.8)
            return QStringLiteral("EPSG:39%1").arg(zone);
    }
    return {};
}

} // namespace repere::exchange
