#include "basemap/overlay_painter.h"

#include "basemap/shape_set.h"
#include "geography/area_reader.h"

#include <QHash>
#include <QPainter>
#include <QSet>

#include <array>
#include <cmath>
#include <mutex>

namespace repere::basemap {

namespace {

constexpr int kMaxDetail = 12;
constexpr double kShadeOpacity = 0.78; // the names of the ground stay readable below
constexpr double kMostPixels = 48e6;   // of one image: an A0 poster is composed coarser than it is printed
constexpr int kCirclePoints = 64;
constexpr int kMostCommunes = 600; // dots in one view

QColor mixed(QColor a, QColor b, double share)
{
    const auto mix = [share](float p, float q) { return static_cast<float>(p + (q - p) * share); };
    return QColor::fromRgbF(mix(a.redF(), b.redF()), mix(a.greenF(), b.greenF()), mix(a.blueF(), b.blueF()));
}

/// Lines at 45° in a colour, for what colour alone must not say.
QBrush hatch(QColor colour)
{
    return {colour, Qt::BDiagPattern};
}

Frame frameOf(const MapView &view, double density)
{
    const double scale = 256 * std::exp2(view.zoom);
    const MercatorPoint centre = toMercator(view.centre);
    return {.scale = scale,
            .left = centre.x * scale - view.size.width() / 2.0,
            .top = centre.y * scale - view.size.height() / 2.0,
            .size = view.size,
            .zoom = view.zoom,
            .detail = static_cast<int>(std::ceil(view.zoom + std::log2(density) - 0.01))};
}

QPointF pixelOf(const Frame &frame, GeoPoint point)
{
    const MercatorPoint at = toMercator(point);
    return frame.map({at.x, at.y});
}

/// A circle on the ground as it looks on the map.
QPolygonF circleOf(const Frame &frame, GeoPoint centre, double radiusMetres)
{
    QPolygonF circle;
    for (int i = 0; i < kCirclePoints; ++i)
        circle << pixelOf(frame, destination(centre, i * 360.0 / kCirclePoints, radiusMetres));
    return circle;
}

} // namespace

struct OverlayPainter::Private {
    struct Detail {
        std::once_flag once;
        ShapeSet shapes; ///< rank: number of the département
    };
    QStringList codes;
    ShapeSet shapes;
    mutable std::array<Detail, kMaxDetail + 1> details;

    const ShapeSet &detail(int zoom) const;
    QPainterPath pathOf(const Frame &frame, const QString &code) const;
    void paintTerritories(QPainter &painter, const Frame &frame, const MapOverlay::Territories &territories,
                          Theme theme) const;
    void paintBorders(QPainter &painter, const Frame &frame, Theme theme) const;
    void paintOutlined(QPainter &painter, const Frame &frame, const QStringList &codes, Theme theme) const;
    void paintUncovered(QPainter &painter, const Frame &frame, const MapOverlay::Uncovered &uncovered,
                        Theme theme) const;
};

const ShapeSet &OverlayPainter::Private::detail(int zoom) const
{
    if (zoom >= kMaxDetail)
        return shapes;
    Detail &level = details[static_cast<std::size_t>(std::max(zoom, 0))];
    std::call_once(level.once, [&] { level.shapes = shapes.simplified(0.3 / (256 * std::exp2(std::max(zoom, 0)))); });
    return level.shapes;
}

QPainterPath OverlayPainter::Private::pathOf(const Frame &frame, const QString &code) const
{
    const auto number = static_cast<double>(codes.indexOf(code));
    QPainterPath path = detail(frame.detail).rings(frame, 8, [number](double rank) { return rank == number; });
    path.setFillRule(Qt::OddEvenFill);
    return path;
}

void OverlayPainter::Private::paintTerritories(QPainter &painter, const Frame &frame,
                                               const MapOverlay::Territories &territories, Theme theme) const
{
    for (const MapOverlay::Shade &shade : territories.shades) {
        const QPainterPath path = pathOf(frame, shade.departement);
        if (path.isEmpty())
            continue;
        const QColor colour = shadeColour(shade.step, territories.steps, theme);
        painter.setPen(QPen(colour, 0.8)); // closes the seam between neighbours
        painter.setBrush(colour);
        painter.drawPath(path);
        if (shade.step == MapOverlay::kNoData) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(hatch(palette(theme).inkSoft));
            painter.drawPath(path);
        }
    }
}

void OverlayPainter::Private::paintBorders(QPainter &painter, const Frame &frame, Theme theme) const
{
    QColor colour = palette(theme).paper;
    colour.setAlphaF(0.75F);
    const QPen pen(colour, std::clamp((frame.zoom - 3) / 4, 0.5, 1.5));
    for (const QPainterPath &line : detail(frame.detail).lines(frame, 6))
        painter.strokePath(line, pen);
}

void OverlayPainter::Private::paintOutlined(QPainter &painter, const Frame &frame, const QStringList &outlined,
                                            Theme theme) const
{
    // All outlines, then away with what lies inside any of them: the line around them all remains.
    std::vector<QPainterPath> paths;
    for (const QString &code : outlined)
        paths.push_back(pathOf(frame, code));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(palette(theme).ink, 7, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    for (const QPainterPath &path : paths)
        painter.drawPath(path);
    painter.setCompositionMode(QPainter::CompositionMode_Clear);
    painter.setPen(QPen(Qt::black, 3)); // neighbours were simplified each for itself
    painter.setBrush(Qt::black);
    for (const QPainterPath &path : paths)
        painter.drawPath(path);
    painter.setCompositionMode(QPainter::CompositionMode_SourceOver);
}

void OverlayPainter::Private::paintUncovered(QPainter &painter, const Frame &frame,
                                             const MapOverlay::Uncovered &uncovered, Theme theme) const
{
    const QColor colour = uncoveredColour(theme);
    QPainterPath land = detail(frame.detail).rings(frame, 8);
    land.setFillRule(Qt::WindingFill);
    QColor fill = colour;
    fill.setAlphaF(0.30F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawPath(land);
    QColor lines = colour;
    lines.setAlphaF(0.45F);
    painter.setBrush(hatch(lines));
    painter.drawPath(land);

    painter.setCompositionMode(QPainter::CompositionMode_Clear);
    painter.setBrush(Qt::black);
    // Of many ateliers in the space of a few pixels, one is enough: the circles differ by less than their edge.
    const double metresPerPixel = 40'075'016.7 / frame.scale * 0.7;
    const double step = std::clamp(uncovered.radiusMetres / metresPerPixel / 60, 0.5, 4.0);
    QSet<std::pair<int, int>> drawn;
    const double reach = uncovered.radiusMetres / metresPerPixel * 2 + 8;
    const QRectF near = QRectF(QPointF(), frame.size).adjusted(-reach, -reach, reach, reach);
    for (const GeoPoint &atelier : uncovered.ateliers) {
        const QPointF at = pixelOf(frame, atelier);
        const std::pair cell(qRound(at.x() / step), qRound(at.y() / step));
        if (!near.contains(at) || drawn.contains(cell))
            continue;
        drawn.insert(cell);
        painter.drawPolygon(circleOf(frame, atelier, uncovered.radiusMetres));
    }
    painter.setCompositionMode(QPainter::CompositionMode_SourceOver);

    // The communes that are meant, the largest ones: a dot as large as their population.
    const QRectF all = QRectF(QPointF(), frame.size).adjusted(-8, -8, 8, 8);
    std::vector<std::pair<QPointF, double>> dots;
    for (const MapOverlay::Uncovered::Commune &commune : uncovered.communes) {
        const double radius = std::sqrt(static_cast<double>(commune.population)) / 45 * std::exp2((frame.zoom - 7) / 3);
        const QPointF at = pixelOf(frame, commune.centre);
        if (radius < 0.8 || dots.size() >= kMostCommunes)
            break; // smaller ones follow
        if (all.contains(at))
            dots.emplace_back(at, std::min(radius, 9.0));
    }
    painter.setPen(QPen(palette(theme).halo, 1));
    painter.setBrush(colour);
    for (const auto &[at, radius] : dots)
        painter.drawEllipse(at, radius, radius);
}

OverlayPainter::OverlayPainter() : d(std::make_unique<Private>()) {}
OverlayPainter::~OverlayPainter() = default;

Result<std::shared_ptr<const OverlayPainter>> OverlayPainter::load(const QString &dataFolder)
{
    const auto areas =
        geography::readAreas(dataFolder + QStringLiteral("/geography/departements.geojson"), QStringLiteral("code"));
    if (!areas)
        return std::unexpected(areas.error());
    std::shared_ptr<OverlayPainter> painter(new OverlayPainter);
    for (const geography::Area &area : *areas) {
        for (const std::vector<GeoPoint> &ring : area.rings) {
            std::vector<QPointF> points;
            points.reserve(ring.size());
            for (const GeoPoint point : ring) {
                const MercatorPoint at = toMercator(point);
                points.emplace_back(at.x, at.y);
            }
            painter->d->shapes.add(points, static_cast<double>(painter->d->codes.size()));
        }
        painter->d->codes.append(area.code);
    }
    return painter;
}

void OverlayPainter::paint(QPainter &painter, const MapView &view, const MapOverlay &overlay, Theme theme) const
{
    if (overlay.isEmpty())
        return;
    const double pixels = view.size.width() * static_cast<double>(view.size.height());
    const double density = std::max(1.0, painter.deviceTransform().m11());
    const double scale = std::min(density, std::sqrt(kMostPixels / std::max(pixels, 1.0)));
    painter.save();
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(QRectF(QPointF(), view.size), image(view, overlay, theme, scale));
    painter.restore();
}

QImage OverlayPainter::image(const MapView &view, const MapOverlay &overlay, Theme theme, double scale) const
{
    const auto blank = [&] {
        QImage image((QSizeF(view.size) * scale).toSize(), QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        return image;
    };
    const Frame frame = frameOf(view, scale);
    const auto composed = [&](auto &&paintOn) {
        QImage image = blank();
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.scale(scale, scale);
        paintOn(painter);
        return image;
    };
    QImage whole = blank();
    QPainter onto(&whole);
    if (overlay.territories) {
        onto.setOpacity(kShadeOpacity);
        onto.drawImage(0, 0, composed([&](QPainter &painter) {
                           d->paintTerritories(painter, frame, *overlay.territories, theme);
                           d->paintBorders(painter, frame, theme);
                       }));
        onto.setOpacity(1);
        if (!overlay.territories->outlined.isEmpty())
            onto.drawImage(0, 0, composed([&](QPainter &painter) {
                               d->paintOutlined(painter, frame, overlay.territories->outlined, theme);
                           }));
    }
    if (overlay.uncovered)
        onto.drawImage(
            0, 0, composed([&](QPainter &painter) { d->paintUncovered(painter, frame, *overlay.uncovered, theme); }));
    return whole;
}

QColor shadeColour(int step, int steps, Theme theme)
{
    const bool dark = theme == Theme::Dark;
    if (step == MapOverlay::kNoData)
        return dark ? QColor(0x2b, 0x2e, 0x32) : QColor(0xf3, 0xf0, 0xea);
    if (step == MapOverlay::kNothing)
        return dark ? QColor(0x2b, 0x2e, 0x32) : QColor(0xff, 0xff, 0xff);
    // One hue whose lightness alone tells the class: the same order for every eye.
    const std::array<QColor, 3> ramp =
        dark ? std::array<QColor, 3>{QColor(0x24, 0x4a, 0x50), QColor(0x3c, 0x8d, 0x8f), QColor(0xa9, 0xe8, 0xd8)}
             : std::array<QColor, 3>{QColor(0xd5, 0xee, 0xe6), QColor(0x5f, 0xb3, 0xb0), QColor(0x12, 0x55, 0x66)};
    const double along = steps > 1 ? std::clamp(step / (steps - 1.0), 0.0, 1.0) : 0.6;
    return along < 0.5 ? mixed(ramp[0], ramp[1], along * 2) : mixed(ramp[1], ramp[2], along * 2 - 1);
}

QColor uncoveredColour(Theme theme)
{
    return theme == Theme::Dark ? QColor(0xf0, 0x8a, 0x62) : QColor(0xb2, 0x3a, 0x1e);
}

} // namespace repere::basemap
