#pragma once

#include "basemap/style.h"
#include "core/geo.h"
#include "core/job.h"
#include "core/result.h"
#include "core/search_values.h"

#include <QImage>
#include <QRectF>
#include <QSize>

#include <functional>
#include <memory>
#include <span>

class QPainter;

namespace repere::basemap {

/// Where a picture of the map looks: north up, Web Mercator, zoom of 256-pixel tiles.
struct MapView {
    GeoPoint centre;
    double zoom = 5;
    QSize size; ///< logical pixels
    /// The view that shows `box` with a margin, not closer than zoom 11.
    static MapView fitting(GeoBox box, QSize size);
    GeoBox bounds() const;
    /// Where a point falls, logical pixels from the top left corner.
    QPointF pixel(GeoPoint point) const;
};

/// Paints the land, water, boundaries and names of data/basemap. Thread-safe after loading.
class MapPainter
{
public:
    static Result<std::shared_ptr<const MapPainter>> load(const QString &dataFolder);
    ~MapPainter();

    /// The tile z/x/y of 256 logical pixels at `scale` (1 or 2). Names are placed per fixed region of the world, so that
    /// they are never cut at tile edges nor doubled.
    QImage tile(int z, int x, int y, int scale, Theme theme, bool named = true) const;
    /// Makes what all tiles of a zoom need (outlines at its detail, the places of its names), so that the first of them
    /// does not wait for it.
    void prepare(int z, int scale) const;
    /// The ground for a picture of any size, without places. Names that would lie under `keepFree` (logical pixels)
    /// move around their town or stay away; none is cut at the edge. `beneathNames` paints between ground and names.
    void paint(QPainter &painter, const MapView &view, Theme theme, std::span<const QRectF> keepFree = {},
               const std::function<void(QPainter &)> &beneathNames = {}) const;
    /// The names alone, as paint() places them: over a ground of bare tiles, clear of what else is shown there.
    void paintNames(QPainter &painter, const MapView &view, Theme theme, std::span<const QRectF> keepFree) const;
    /// "© OpenStreetMap · IGN · …", from data/credits.json.
    QString attribution() const;
    /// What the tiles depend on: two painters with the same version paint the same (see mapVersion()).
    QByteArray version() const;

private:
    MapPainter();
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace repere::basemap
