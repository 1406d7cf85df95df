#include "basemap/tile_queue.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace repere::basemap {

namespace {

constexpr double kOutside = 1e6; // more than any distance in tiles within a view
constexpr double kNearZoom = 1;  // between two zooms Qt Location asks for either

} // namespace

void TileQueue::setView(const GeoBox &box, double zoom)
{
    const MercatorPoint topLeft = toMercator({box.north, box.west});
    const MercatorPoint bottomRight = toMercator({box.south, box.east});
    m_view = QRectF(QPointF(topLeft.x, topLeft.y), QPointF(bottomRight.x, bottomRight.y));
    m_zoom = zoom;
}

void TileQueue::add(const TileAddress &tile)
{
    m_tiles.push_back(tile);
}

void TileQueue::remove(const TileAddress &tile)
{
    std::erase(m_tiles, tile);
}

double TileQueue::urgency(const TileAddress &tile) const
{
    if (!m_view)
        return 0;
    const double side = std::exp2(-tile.z);
    const QRectF area(tile.x * side, tile.y * side, side, side);
    const QPointF gap = (area.center() - m_view->center()) / side;
    const bool seen = std::abs(tile.z - m_zoom) <= kNearZoom && area.intersects(*m_view);
    return std::hypot(gap.x(), gap.y()) + (seen ? 0 : kOutside);
}

std::optional<TileAddress> TileQueue::takeNext()
{
    if (m_tiles.empty())
        return std::nullopt;
    auto best = std::prev(m_tiles.end());
    for (auto it = m_tiles.begin(); it != m_tiles.end(); ++it) {
        if (urgency(*it) < urgency(*best))
            best = it;
    }
    const TileAddress tile = *best;
    m_tiles.erase(best);
    return tile;
}

} // namespace repere::basemap
