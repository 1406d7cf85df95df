#include "models/map_selection.h"

#include <algorithm>
#include <cmath>

namespace repere::models {

namespace {

constexpr int kCirclePoints = 120;
constexpr double kLeastRadius = 1000;      // metres
constexpr double kMostRadius = 1'000'000;  // beyond, a circle is no choice any more
constexpr double kEquator = 40'075'016.69; // metres around the sphere of Web Mercator

QGeoCoordinate toCoordinate(GeoPoint point)
{
    return {point.latitude, point.longitude};
}

GeoPoint toPoint(const QGeoCoordinate &coordinate)
{
    return {coordinate.latitude(), coordinate.longitude()};
}

} // namespace

QGeoCoordinate MapSelection::centre() const
{
    return m_near ? toCoordinate(m_near->centre) : QGeoCoordinate();
}

QGeoCoordinate MapSelection::edge() const
{
    return m_circle.isEmpty() ? QGeoCoordinate() : m_circle[kCirclePoints / 4];
}

QString MapSelection::radiusText() const
{
    return m_circle.isEmpty() ? QString() : m_words.distance(m_near->radiusMetres);
}

void MapSelection::setTool(Tool tool)
{
    if (m_tool == tool)
        return;
    m_tool = tool;
    emit toolChanged();
}

void MapSelection::setFilter(const Filter &filter)
{
    m_area.clear();
    if (filter.area) {
        for (const GeoPoint point : filter.area->points)
            m_area << toCoordinate(point);
    }
    m_circle.clear();
    m_near = filter.near;
    if (m_near && m_near->radiusMetres > 0) {
        for (int i = 0; i < kCirclePoints; ++i)
            m_circle << toCoordinate(destination(m_near->centre, i * 360.0 / kCirclePoints, m_near->radiusMetres));
    }
    emit filterChanged();
}

void MapSelection::closeArea(const QList<QGeoCoordinate> &corners, double tolerance)
{
    setTool(Tool::None);
    GeoRing ring;
    for (const QGeoCoordinate &corner : corners)
        ring.points.push_back(toPoint(corner));
    if (!ring.isValid())
        return;
    const double stretch = std::cos(ring.bounds().centre().latitude * M_PI / 180);
    emit areaDrawn(simplified(ring, tolerance / (kEquator * std::max(stretch, 0.1))));
}

void MapSelection::drawCircle(const QGeoCoordinate &centre, const QGeoCoordinate &edge)
{
    if (!centre.isValid() || !edge.isValid())
        return;
    const double metres = distanceMetres(toPoint(centre), toPoint(edge));
    emit circleDrawn(toPoint(centre), std::clamp(std::round(metres / 1000) * 1000, kLeastRadius, kMostRadius));
}

void MapSelection::moveCentre(const QGeoCoordinate &centre)
{
    if (m_near && centre.isValid())
        emit circleDrawn(toPoint(centre), m_near->radiusMetres);
}

} // namespace repere::models
