#include "basemap/map_furniture.h"

#include "basemap/picture_text.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace repere::basemap {

namespace {

constexpr double kMargin = 12;

struct FurnitureText {
    Q_DECLARE_TR_FUNCTIONS(Snapshot)
};

void paintCard(QPainter &painter, const QRectF &card, const Palette &colours, int alpha = 235)
{
    QColor paper = colours.paper;
    paper.setAlpha(alpha);
    painter.setBrush(paper);
    painter.setPen(QPen(colours.border, 1));
    painter.drawRoundedRect(card, 6, 6);
}

void paintLines(QPainter &painter, const QStringList &lines, const QFontMetricsF &metrics, QPointF topLeft)
{
    double baseline = topLeft.y() + metrics.ascent();
    for (const QString &line : lines) {
        paintText(painter, QPointF(topLeft.x(), baseline), line);
        baseline += metrics.lineSpacing();
    }
}

double widest(const QStringList &lines, const QFontMetricsF &metrics)
{
    double width = 0;
    for (const QString &line : lines)
        width = std::max(width, metrics.horizontalAdvance(line));
    return width;
}

QRectF paintTitle(QPainter &painter, const SnapshotRequest &request, const Palette &colours)
{
    if (request.title.isEmpty())
        return {};
    const QFont font = pictureFont(15, QFont::Bold);
    const QFontMetricsF metrics(font);
    const double room = std::min(620.0, request.view.size.width() - 4 * kMargin);
    const QStringList lines = wrapped(request.title, metrics, room);
    const QRectF card(kMargin, kMargin, widest(lines, metrics) + 24,
                      metrics.lineSpacing() * static_cast<double>(lines.size()) + 14);
    paintCard(painter, card, colours);
    painter.setFont(font);
    painter.setPen(colours.ink);
    paintLines(painter, lines, metrics, card.topLeft() + QPointF(12, 7));
    return card;
}

/// Always there, over several lines on a narrow picture. Returns the rectangle taken.
QRectF paintAttribution(QPainter &painter, const QString &text, QSize size, const Palette &colours)
{
    const QFont font = pictureFont(10);
    const QFontMetricsF metrics(font);
    const QStringList lines = wrapped(text, metrics, std::max(80.0, size.width() - 20.0));
    const double width = widest(lines, metrics) + 12;
    const double height = metrics.lineSpacing() * static_cast<double>(lines.size()) + 4;
    const QRectF strip(size.width() - width, size.height() - height, width, height);
    QColor paper = colours.paper;
    paper.setAlpha(200);
    painter.fillRect(strip, paper);
    painter.setFont(font);
    painter.setPen(colours.inkSoft);
    paintLines(painter, lines, metrics, strip.topLeft() + QPointF(6, 2));
    return strip;
}

/// The longest of 1, 2, 5 · 10ⁿ metres that is at most `pixels` wide. Returns metres.
double scaleLength(double metresPerPixel, double pixels)
{
    const double most = metresPerPixel * pixels;
    const double power = std::pow(10, std::floor(std::log10(most)));
    for (double step : {5.0, 2.0}) {
        if (step * power <= most)
            return step * power;
    }
    return power;
}

QRectF paintLegend(QPainter &painter, const SnapshotRequest &request, double bottom, const Palette &colours)
{
    const std::vector<LegendLine> lines = legendLines(request);
    if (lines.empty())
        return {};
    const double room = std::max(140.0, request.view.size.width() - 2 * kMargin - 16);
    const QSizeF size = paintLegendLines(nullptr, lines, {}, room, request.theme);
    const QRectF card(kMargin, bottom - (size.height() + 8), size.width() + 8, size.height() + 8);
    if (card.top() < request.view.size.height() * 0.45)
        return {}; // a very small picture belongs to the map
    paintCard(painter, card, colours);
    paintLegendLines(&painter, lines, card.topLeft() + QPointF(4, 4), room, request.theme);
    return card;
}

void paintDrawn(QPainter &painter, const SnapshotRequest &request)
{
    QColor accent = palette(request.theme).accent;
    painter.setPen(QPen(accent, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    accent.setAlphaF(0.1F);
    painter.setBrush(accent);
    for (const std::vector<GeoPoint> &line : request.drawn) {
        QPolygonF polygon;
        for (const GeoPoint point : line)
            polygon << request.view.pixel(point);
        painter.drawPolygon(polygon, Qt::WindingFill);
    }
}

} // namespace

QStringList wrapped(const QString &text, const QFontMetricsF &metrics, double width)
{
    QStringList lines;
    for (const QString &paragraph : text.split(u'\n')) {
        QString line;
        for (const QString &word : paragraph.split(u' ', Qt::SkipEmptyParts)) {
            const QString longer = line.isEmpty() ? word : line + u' ' + word;
            if (!line.isEmpty() && metrics.horizontalAdvance(longer) > width) {
                lines += line;
                line = word;
            } else {
                line = longer;
            }
        }
        lines += line;
    }
    return lines;
}

std::vector<LegendLine> legendLines(const SnapshotRequest &request)
{
    std::vector<LegendLine> lines;
    for (const auto &[colour, label, hatched] : request.shades)
        lines.push_back({.sign = {}, .label = label, .shade = colour, .hatched = hatched});
    for (const auto &[type, label] : request.legend) {
        Cluster sign;
        sign.count = 1;
        sign.types = {{type, 1}};
        lines.push_back({.sign = sign, .label = label, .beginsRow = &type == &request.legend.front().type});
    }
    const bool several = std::ranges::any_of(request.clusters, [](const Cluster &c) { return c.count > 1; });
    if (several && !request.legend.empty()) {
        Cluster sign;
        sign.count = 3;
        sign.types = {{request.legend.front().type, 2}, {request.legend.back().type, 1}};
        lines.push_back({.sign = sign, .label = FurnitureText::tr("Several places: how many, of which types")});
    }
    const auto vague = std::ranges::find_if(request.clusters, [](const Cluster &c) { return c.approximate; });
    if (vague != request.clusters.end())
        lines.push_back({.sign = *vague, .label = FurnitureText::tr("Approximate position")});
    return lines;
}

QSizeF paintLegendLines(QPainter *painter, const std::vector<LegendLine> &lines, QPointF topLeft, double width,
                        Theme theme)
{
    const QFont font = pictureFont(12);
    const QFontMetricsF metrics(font);
    constexpr double kLine = 24;
    constexpr double kSign = 20; // their diameter here
    QPointF at;
    double widest = 0;
    for (const auto &[sign, label, shade, hatched, beginsRow] : lines) {
        const bool heading = sign.count == 0 && !shade.isValid();
        const double mark = heading ? 0 : 22; // room for the sign or the shade
        const double needed = mark + metrics.horizontalAdvance(label) + 14;
        if (at.x() > 0 && (beginsRow || at.x() + needed > width))
            at = {0, at.y() + kLine};
        if (painter) {
            const QPointF middle = topLeft + at + QPointF(12, kLine / 2);
            if (shade.isValid()) {
                painter->setPen(QPen(palette(theme).border, 1));
                painter->setBrush(shade);
                painter->drawRect(QRectF(middle - QPointF(10, 6), QSizeF(20, 12)));
                painter->setPen(QPen(palette(theme).inkSoft, 1));
                for (double x = hatched ? -10 : 10; x <= -2; x += 4) // from edge to edge
                    painter->drawLine(middle + QPointF(x, 6), middle + QPointF(x + 12, -6));
            } else if (!heading) {
                const double scale = kSign / clusterDiameter(sign.count);
                painter->save();
                painter->translate(middle);
                painter->scale(scale, scale);
                paintCluster(*painter, sign, theme, false);
                painter->restore();
            }
            painter->setFont(font);
            painter->setPen(palette(theme).ink);
            paintText(*painter, QPointF(middle.x() + mark - 8, middle.y() + metrics.ascent() / 2 - 1.5), label);
        }
        at.rx() += needed;
        widest = std::max(widest, at.x());
    }
    return {widest, lines.empty() ? 0 : at.y() + kLine};
}

ScaleBar scaleBarOf(const MapView &view)
{
    constexpr double kEquator = 2 * std::numbers::pi * 6378137; // metres
    // True at the middle of the picture: Mercator stretches towards the pole.
    const double metresPerPixel =
        kEquator * std::cos(view.centre.latitude * std::numbers::pi / 180) / (256 * std::exp2(view.zoom));
    const double metres = scaleLength(metresPerPixel, std::min(120.0, view.size.width() * 0.25));
    return {metres, metres / metresPerPixel};
}

QRectF paintScale(QPainter &painter, const MapView &view, QPointF bottomLeft, const Palette &colours)
{
    const auto [metres, width] = scaleBarOf(view);
    const QLocale locale;
    const bool far = metres >= 1000;
    const QString label = locale.toString(far ? metres / 1000 : metres, 'f', 0)
                          + (far ? QStringLiteral("\u00a0km") : QStringLiteral("\u00a0m"));
    const QFont font = pictureFont(11);
    const QFontMetricsF metrics(font);
    const QRectF card(bottomLeft.x(), bottomLeft.y() - 26, std::max(width, metrics.horizontalAdvance(label)) + 16, 26);
    paintCard(painter, card, colours, 200);
    painter.setFont(font);
    painter.setPen(colours.ink);
    paintText(painter, QPointF(card.left() + 8, card.top() + 14), label);
    painter.setPen(QPen(colours.ink, 1.6, Qt::SolidLine, Qt::FlatCap));
    const double y = card.bottom() - 6;
    const double x = card.left() + 8;
    painter.drawPolyline(QPolygonF({{x, y - 4}, {x, y}, {x + width, y}, {x + width, y - 4}}));
    return card;
}

void paintMap(QPainter &painter, const MapPainter &map, const SnapshotRequest &request, std::vector<QRectF> keepFree)
{
    for (const Cluster &cluster : request.clusters) {
        const double radius = clusterDiameter(cluster.count) / 2 + 1;
        const QPointF at = request.view.pixel(cluster.centre);
        keepFree.emplace_back(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius);
    }
    for (const SnapshotRequest::Name &name : request.names)
        keepFree.push_back(name.strip);
    map.paint(painter, request.view, request.theme, keepFree, [&request](QPainter &between) {
        if (request.overlay)
            request.overlay(between, request.view);
        paintDrawn(between, request);
    });

    painter.save();
    painter.setClipRect(QRectF(QPointF(), request.view.size));
    const Palette &colours = palette(request.theme);
    const QFont font = pictureFont(12, QFont::Bold);
    const QFontMetricsF metrics(font);
    for (const auto &[text, strip] : request.names) {
        QColor paper = colours.paper;
        paper.setAlpha(210);
        painter.setPen(Qt::NoPen);
        painter.setBrush(paper);
        painter.drawRoundedRect(strip, 3, 3);
        painter.setFont(font);
        painter.setPen(colours.ink);
        paintText(painter,
                  QPointF(strip.center().x() - metrics.horizontalAdvance(text) / 2,
                          strip.center().y() + (metrics.ascent() - metrics.descent()) / 2),
                  text);
    }
    // Large signs first: a lone place is never hidden behind a crowd.
    std::vector<const Cluster *> order;
    for (const Cluster &cluster : request.clusters)
        order.push_back(&cluster);
    std::ranges::stable_sort(order, [](const Cluster *a, const Cluster *b) { return a->count > b->count; });
    for (const Cluster *cluster : order) {
        painter.save();
        painter.translate(request.view.pixel(cluster->centre));
        paintCluster(painter, *cluster, request.theme, false);
        painter.restore();
    }
    painter.restore();
}

std::vector<QRectF> paintFurniture(QPainter &painter, const MapPainter &map, const SnapshotRequest &request)
{
    const Palette &colours = palette(request.theme);
    const QSize size = request.view.size;
    const QRectF title = paintTitle(painter, request, colours);
    const QRectF credit = paintAttribution(painter, map.attribution(), size, colours);
    double bottom = size.height() - kMargin;
    if (credit.left() < kMargin + 160) // no room beside the attribution
        bottom = credit.top() - 6;
    const QRectF scale = paintScale(painter, request.view, {kMargin, bottom}, colours);
    const QRectF legend = paintLegend(painter, request, scale.top() - 8, colours);
    return {title, credit, scale, legend};
}

} // namespace repere::basemap
