#pragma once

#include "core/geo.h"
#include "core/result.h"

#include <QString>

#include <memory>
#include <optional>
#include <utility>
#include <vector>

class OGRCoordinateTransformation;

namespace repere::exchange {

/// Turns positions of a plane or geographic system into WGS 84, through PROJ without network. One thread.
class Projector
{
public:
    /// `crs` is "EPSG:2154". Errors: Usage (no such system).
    static Result<Projector> make(const QString &crs);
    Projector(Projector &&) noexcept;
    Projector &operator=(Projector &&) noexcept;
    ~Projector();

    /// `x` is easting or longitude; nullopt where the system has no such position.
    std::optional<GeoPoint> toWgs84(double x, double y) const;

private:
    Projector() = default;
    std::unique_ptr<OGRCoordinateTransformation> m_transformation;
};

/// The system that x and y seem to be in by their size, as French publishers use them: Lambert-93, extended Lambert II;
/// empty when none.
QString planeSystemOf(double x, double y);
/// The same of most of a table's positions (x, y). Where the columns are named as coordinates also Web Mercator, the nine
/// conformal conics (CC42 to CC50), and UTM of Guyane, La Réunion and Mayotte.
QString planeSystemOf(const std::vector<std::pair<double, double>> &positions, bool isNamed);

} // namespace repere::exchange
