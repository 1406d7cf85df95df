#pragma once

#include "basemap/tile_address.h"
#include "core/geo.h"

#include <QRectF>

#include <optional>
#include <vector>

namespace repere::basemap {

/// Tiles that wait for a worker: nearest to the middle of the view first, those outside the view last. Until a view is
/// known, the newest first. One thread at a time.
class TileQueue
{
public:
    /// What the window shows, in degrees, and its zoom.
    void setView(const GeoBox &box, double zoom);
    void add(const TileAddress &tile);
    void remove(const TileAddress &tile);
    void clear() { m_tiles.clear(); }
    bool isEmpty() const { return m_tiles.empty(); }
    std::optional<TileAddress> takeNext();

private:
    double urgency(const TileAddress &tile) const; ///< smallest first

    std::vector<TileAddress> m_tiles; // oldest first
    std::optional<QRectF> m_view;     // Mercator units
    double m_zoom = 0;
};

} // namespace repere::basemap
