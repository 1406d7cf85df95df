#include "basemap/map_painter.h"

#include "basemap/coast_glow.h"
#include "basemap/label_layout.h"
#include "basemap/label_painter.h"
#include "basemap/map_data.h"
#include "basemap/map_version.h"
#include "basemap/tile_address.h"
#include "basemap/view_labels.h"

#include <QLinearGradient>
#include <QLocale>
#include <QPaintEngine>
#include <QPainter>

#include <array>
#include <cmath>
#include <mutex>

namespace repere::basemap {

namespace {

constexpr int kTile = 256;
constexpr int kMaxDetail = 12; // beyond, the data has no more to show
constexpr double kMinLineZoom = 4.5;

/// The shapes at the detail of one zoom.
struct DetailLevel {
    std::once_flag once;
    ShapeSet frenchLand, foreignLand, coast, frontiers, water, rivers, boundaries;
};

struct ZoomLabels {
    std::once_flag once;
    std::unique_ptr<const LabelLayout> layout;
};

/// Widths grow with the zoom, more slowly than the map.
double lineScale(double zoom)
{
    return std::clamp((zoom - 3) / 3.4, 0.55, 2.1);
}

QColor mixed(QColor a, QColor b, double share)
{
    const auto mix = [share](int p, int q) { return qRound(p + (q - p) * share); };
    return {mix(a.red(), b.red()), mix(a.green(), b.green()), mix(a.blue(), b.blue()), mix(a.alpha(), b.alpha())};
}

/// The open sea at a height of the world: lighter in the north.
QColor seaColour(const Palette &colours, double unitY)
{
    static const double north = toMercator({54.5, 0}).y;
    static const double south = toMercator({39, 0}).y;
    return mixed(colours.seaNorth, colours.seaSouth, std::clamp((unitY - north) / (south - north), 0.0, 1.0));
}

QColor faded(QColor colour, double share)
{
    colour.setAlphaF(static_cast<float>(colour.alphaF() * share));
    return colour;
}

void stroke(QPainter &painter, const std::vector<QPainterPath> &paths, QColor colour, double width)
{
    // Round joins cost three times as much and show on wide lines only.
    const Qt::PenJoinStyle join = width > 2.5 ? Qt::RoundJoin : Qt::BevelJoin;
    const QPen pen(colour, width, Qt::SolidLine, Qt::RoundCap, join);
    for (const QPainterPath &path : paths)
        painter.strokePath(path, pen);
}

} // namespace

struct MapPainter::Private {
    MapData data;
    QByteArray version;
    mutable std::unique_ptr<TownWidths> widths;
    mutable std::array<DetailLevel, kMaxDetail + 1> details;
    mutable std::array<ZoomLabels, kMaxTileZoom + 1> labels;

    const DetailLevel &detail(int zoom) const;
    const LabelLayout &layout(int zoom) const;
    void paintGround(QPainter &painter, const Frame &frame, Theme theme) const;
    void paintSea(QPainter &painter, const Frame &frame, const Palette &colours) const;
    void paintRivers(QPainter &painter, const Frame &frame, const DetailLevel &shapes, const Palette &colours,
                     double fromLevel, double toLevel) const;
    void paintShores(QPainter &painter, const Frame &frame, const DetailLevel &shapes, const Palette &colours) const;
    void paintBorders(QPainter &painter, const Frame &frame, const DetailLevel &shapes, const Palette &colours) const;
    void fadeEdges(QPainter &painter, const Frame &frame, const Palette &colours) const;
};

const DetailLevel &MapPainter::Private::detail(int zoom) const
{
    DetailLevel &level = details[static_cast<std::size_t>(std::clamp(zoom, 0, kMaxDetail))];
    std::call_once(level.once, [&] {
        const double tolerance = zoom >= kMaxDetail ? 0 : 0.25 / (kTile * std::exp2(zoom));
        const auto make = [tolerance](const ShapeSet &shapes) {
            return tolerance > 0 ? shapes.simplified(tolerance) : shapes;
        };
        const int rounds = zoom >= 10 ? 2 : zoom >= 8 ? 1 : 0;
        level.frenchLand = make(data.frenchLand);
        level.foreignLand = make(data.foreignLand);
        level.coast = make(data.coast);
        level.frontiers = make(data.frontiers);
        level.water = make(data.water);
        level.rivers = rounds > 0 ? make(data.rivers.smoothed(rounds)) : make(data.rivers);
        level.boundaries = rounds > 0 ? make(data.boundaries.smoothed(rounds)) : make(data.boundaries);
    });
    return level;
}

const LabelLayout &MapPainter::Private::layout(int zoom) const
{
    ZoomLabels &entry = labels[static_cast<std::size_t>(std::clamp(zoom, 0, static_cast<int>(labels.size()) - 1))];
    std::call_once(entry.once, [&] { entry.layout = std::make_unique<const LabelLayout>(data, zoom, *widths); });
    return *entry.layout;
}

void MapPainter::Private::paintSea(QPainter &painter, const Frame &frame, const Palette &colours) const
{
    const QRectF all(QPointF(), frame.size);
    QLinearGradient sea(all.topLeft(), all.bottomLeft());
    const QRectF units = frame.units(0);
    for (int i = 0; i <= 4; ++i)
        sea.setColorAt(i / 4.0, seaColour(colours, units.top() + units.height() * i / 4.0));
    painter.fillRect(all, sea);
}

void MapPainter::Private::paintRivers(QPainter &painter, const Frame &frame, const DetailLevel &shapes,
                                      const Palette &colours, double fromLevel, double toLevel) const
{
    struct Rank {
        double level;
        double width;
        double fromZoom;
    };
    // Smallest first, so that large rivers lie on top. 8 and 9: intermittent and canals.
    constexpr Rank ranks[] = {{9, 0.4, 7.5}, {8, 0.5, 7.5}, {4, 0.8, 5.5}, {3, 1.1, 4.5}, {2, 1.6, 3.5}, {1, 2.2, 0}};
    const double unit = lineScale(frame.zoom);
    for (const Rank &rank : ranks) {
        if (frame.zoom < rank.fromZoom || rank.level < fromLevel || rank.level > toLevel)
            continue;
        const auto path = shapes.rivers.lines(frame, 6, [&rank](double level) { return level == rank.level; });
        // New ranks come in lightly and grow into their colour over one zoom.
        const double presence =
            rank.fromZoom <= 0 ? 1 : std::clamp(0.55 + (frame.zoom - rank.fromZoom) * 0.3, 0.0, 1.0);
        stroke(painter, path, faded(rank.level >= 8 ? colours.riverMinor : colours.river, presence), rank.width * unit);
    }
}

void MapPainter::Private::paintBorders(QPainter &painter, const Frame &frame, const DetailLevel &shapes,
                                       const Palette &colours) const
{
    const double unit = lineScale(frame.zoom);
    if (frame.zoom >= kMinLineZoom) {
        const auto departements = shapes.boundaries.lines(frame, 6, [](double region) { return region == 0; });
        stroke(painter, departements, faded(colours.departement, frame.zoom < 5.5 ? 0.75 : 1),
               std::max(0.7, 0.8 * unit));
    }
    const auto regions = shapes.boundaries.lines(frame, 8, [](double region) { return region != 0; });
    stroke(painter, regions, colours.regionCasing, 3 * unit);
    stroke(painter, regions, colours.region, std::max(1.0, 1.4 * unit));
}

void MapPainter::Private::paintShores(QPainter &painter, const Frame &frame, const DetailLevel &shapes,
                                      const Palette &colours) const
{
    const double unit = lineScale(frame.zoom);
    const auto coast = shapes.coast.lines(frame, 6);
    stroke(painter, coast, colours.coast, std::max(0.6, 0.72 * unit));
    const auto between = shapes.frontiers.lines(frame, 6, [](double french) { return french == 0; });
    stroke(painter, between, colours.frontierForeign, std::max(0.8, unit));
    const auto ours = shapes.frontiers.lines(frame, 8, [](double french) { return french != 0; });
    stroke(painter, ours, colours.frontier, std::max(1.1, 1.5 * unit));
}

void MapPainter::Private::fadeEdges(QPainter &painter, const Frame &frame, const Palette &colours) const
{
    const double beyond = 13.5 * lineScale(frame.zoom) + 4; // pixels: the glow of the cut is veiled too
    for (const auto &[edge, reach, minZoom] : data.edges) {
        if (frame.zoom < minZoom)
            continue;
        const QRectF inner = edge.marginsRemoved(reach);
        const double outside = beyond / frame.scale;
        if (inner.contains(frame.units(0))
            || !edge.adjusted(-outside, -outside, outside, outside).intersects(frame.units(0)))
            continue;
        const QPointF topLeft = frame.map(edge.topLeft());
        const QPointF bottomRight = frame.map(edge.bottomRight());
        const QMarginsF width = reach * frame.scale;
        const QRectF all(QPointF(-1, -1), frame.size + QSizeF(2, 2));
        const auto veil = [&](QRectF band, QPointF from, QPointF to) {
            // In strips, because the sea changes colour downwards.
            const double strip = from.x() == to.x() ? band.height() : 8;
            for (double y = band.top(); y < band.bottom(); y += strip) {
                QRectF part(band.left(), y, band.width(), std::min(strip, band.bottom() - y));
                part = part.intersected(all);
                if (part.isEmpty())
                    continue;
                const QColor sea = seaColour(colours, (part.center().y() + frame.top) / frame.scale);
                QLinearGradient gradient(from, to);
                for (int i = 0; i <= 6; ++i) {
                    const double t = i / 6.0;
                    gradient.setColorAt(t, faded(sea, 1 - t * t * (3 - 2 * t)));
                }
                painter.fillRect(part, gradient);
            }
        };
        const double left = topLeft.x();
        const double top = topLeft.y();
        const double right = bottomRight.x();
        const double bottom = bottomRight.y();
        const double across = right - left + 2 * beyond;
        const double down = bottom - top + 2 * beyond;
        veil({left - beyond, top - beyond, width.left() + beyond, down}, {left, 0}, {left + width.left(), 0});
        veil({right - width.right(), top - beyond, width.right() + beyond, down}, {right, 0},
             {right - width.right(), 0});
        veil({left - beyond, top - beyond, across, width.top() + beyond}, {0, top}, {0, top + width.top()});
        veil({left - beyond, bottom - width.bottom(), across, width.bottom() + beyond}, {0, bottom},
             {0, bottom - width.bottom()});
    }
}

void MapPainter::Private::paintGround(QPainter &painter, const Frame &frame, Theme theme) const
{
    const Palette &colours = palette(theme);
    const DetailLevel &shapes = detail(frame.detail);
    const double unit = lineScale(frame.zoom);
    const double reach = 13.5 * unit;
    const int margin = 2 * static_cast<int>(std::ceil(reach / 2 + 2));
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);

    paintSea(painter, frame, colours);
    const QPainterPath foreign = shapes.foreignLand.rings(frame, margin + 2);
    const QPainterPath french = shapes.frenchLand.rings(frame, margin + 2);
    QPainterPath land = foreign;
    land.addPath(french);
    land.setFillRule(Qt::WindingFill);
    const QImage glow = coastGlow(land, frame.size, margin, reach, colours.glow);
    if (!glow.isNull())
        painter.drawImage(QRectF(-margin, -margin, glow.width() * 2.0, glow.height() * 2.0), glow);

    painter.fillPath(foreign, colours.landForeign);
    // Neighbours were simplified more than France: close the cracks before France is laid over.
    const auto frontiers = shapes.frontiers.lines(frame, 8);
    stroke(painter, frontiers, colours.landForeign, 2 + 0.0012 / 360 * frame.scale);
    painter.fillPath(french, colours.landFrance);

    const double leastLake = 40 / std::exp2(2 * (frame.zoom - 5)); // km²: about four pixels
    const auto lakes = shapes.water.rings(frame, 6, [leastLake](double area) { return area > leastLake; });
    const auto shores = shapes.water.lines(frame, 6, [leastLake](double area) { return area > leastLake; });
    stroke(painter, shores, colours.waterLine, unit); // the inner half is painted over, where lakes overlap too
    painter.fillPath(lakes, colours.water);

    // Large rivers over the borders that follow them: people know the Rhône better than the edge of the Drôme.
    paintRivers(painter, frame, shapes, colours, 3, 9);
    paintBorders(painter, frame, shapes, colours);
    paintRivers(painter, frame, shapes, colours, 1, 2);
    paintShores(painter, frame, shapes, colours);
    fadeEdges(painter, frame, colours);
}

MapPainter::MapPainter() : d(std::make_unique<Private>()) {}
MapPainter::~MapPainter() = default;

Result<std::shared_ptr<const MapPainter>> MapPainter::load(const QString &dataFolder)
{
    const bool english = QLocale().language() == QLocale::English;
    auto data = readMapData(dataFolder, english);
    if (!data)
        return std::unexpected(data.error());
    std::shared_ptr<MapPainter> painter(new MapPainter);
    painter->d->data = std::move(*data);
    painter->d->version = mapVersion(dataFolder, english);
    painter->d->widths = std::make_unique<TownWidths>(painter->d->data.towns.size());
    return painter;
}

namespace {

/// Dense screens show more.
int detailOf(int z, int scale)
{
    return z + (scale > 1 ? 1 : 0);
}

/// `density`: device pixels per logical pixel, for how fine the outlines must be.
Frame frameOf(const MapView &view, double density)
{
    const double scale = kTile * std::exp2(view.zoom);
    const MercatorPoint centre = toMercator(view.centre);
    return {.scale = scale,
            .left = centre.x * scale - view.size.width() / 2.0,
            .top = centre.y * scale - view.size.height() / 2.0,
            .size = view.size,
            .zoom = view.zoom,
            .detail = static_cast<int>(std::ceil(view.zoom + std::log2(density) - 0.01))};
}

} // namespace

void MapPainter::prepare(int z, int scale) const
{
    d->detail(detailOf(z, scale));
    d->layout(z);
}

QImage MapPainter::tile(int z, int x, int y, int scale, Theme theme, bool named) const
{
    QImage image(kTile * scale, kTile * scale, QImage::Format_RGB32);
    image.setDevicePixelRatio(scale);
    const Frame frame{.scale = kTile * std::exp2(z),
                      .left = static_cast<double>(x) * kTile,
                      .top = static_cast<double>(y) * kTile,
                      .size = {kTile, kTile},
                      .zoom = static_cast<double>(z),
                      .detail = detailOf(z, scale)};
    QPainter painter(&image);
    d->paintGround(painter, frame, theme);
    if (!named)
        return image;
    const LabelLayout &layout = d->layout(z);
    const std::vector<int> touching = layout.touchingTile(x, y);
    LabelPainter names(painter, theme);
    for (auto it = touching.rbegin(); it != touching.rend(); ++it) {
        const Label &label = layout.labels()[static_cast<std::size_t>(*it)];
        names.paint(label, frame.map(label.at));
    }
    return image;
}

void MapPainter::paint(QPainter &painter, const MapView &view, Theme theme, std::span<const QRectF> keepFree,
                       const std::function<void(QPainter &)> &beneathNames) const
{
    // Paper is finer than a screen.
    const bool pixels = painter.paintEngine() && painter.paintEngine()->type() == QPaintEngine::Raster;
    const double density = std::max(pixels ? 1.0 : 2.0, painter.deviceTransform().m11());
    const Frame frame = frameOf(view, density);
    painter.save();
    painter.setClipRect(QRectF(QPointF(), frame.size));
    d->paintGround(painter, frame, theme);
    if (beneathNames) {
        painter.save();
        beneathNames(painter);
        painter.restore();
    }
    paintNames(painter, view, theme, keepFree);
    painter.restore();
}

void MapPainter::paintNames(QPainter &painter, const MapView &view, Theme theme, std::span<const QRectF> keepFree) const
{
    const Frame frame = frameOf(view, 1);
    // The names of the whole zoom below: at a closer zoom the towns stand farther apart, and the names still fit.
    const LabelLayout &layout = d->layout(static_cast<int>(std::floor(view.zoom + 0.01)));
    const std::vector<Label> labels = labelsOfView(layout, frame, keepFree);
    painter.save();
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    LabelPainter names(painter, theme);
    for (auto it = labels.rbegin(); it != labels.rend(); ++it)
        names.paint(*it, frame.map(it->at));
    painter.restore();
}

QString MapPainter::attribution() const
{
    return d->data.attribution;
}

QByteArray MapPainter::version() const
{
    return d->version;
}

} // namespace repere::basemap
