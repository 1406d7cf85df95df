#include "basemap/map_furniture.h"

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

/// Breaks a text into lines of at most `width` pixels, at spaces.
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

void paintLines(QPainter &painter, const QStringList &lines, const QFontMetricsF &metrics, QPointF topLeft)
{
    double baseline = topLeft.y() + metrics.ascent();
    for (const QString &line : lines) {
        painter.drawText(QPointF(topLeft.x(), baseline), line);
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

QRectF paintScale(QPainter &painter, const MapView &view, double bottom, const Palette &colours)
{
    constexpr double kEquator = 2 * std::numbers::pi * 6378137; // metres
    // True at the middle of the picture: Mercator stretches towards the pole.
    const double metresPerPixel =
        kEquator * std::cos(view.centre.latitude * std::numbers::pi / 180) / (256 * std::exp2(view.zoom));
    const double metres = scaleLength(metresPerPixel, std::min(120.0, view.size.width() * 0.25));
    const double width = metres / metresPerPixel;
    const QLocale locale;
    const bool far = metres >= 1000;
    const QString label = locale.toString(far ? metres / 1000 : metres, 'f', 0)
                          + (far ? QStringLiteral("\u00a0km") : QStringLiteral("\u00a0m"));
    const QFont font = pictureFont(11);
    const QFontMetricsF metrics(font);
    const QRectF card(kMargin, bottom - 26, std::max(width, metrics.horizontalAdvance(label)) + 16, 26);
    paintCard(painter, card, colours, 200);
    painter.setFont(font);
    painter.setPen(colours.ink);
    painter.drawText(QPointF(card.left() + 8, card.top() + 14), label);
    painter.setPen(QPen(colours.ink, 1.6, Qt::SolidLine, Qt::FlatCap));
    const double y = card.bottom() - 6;
    const double x = card.left() + 8;
    painter.drawPolyline(QPolygonF({{x, y - 4}, {x, y}, {x + width, y}, {x + width, y - 4}}));
    return card;
}

QRectF paintLegend(QPainter &painter, const SnapshotRequest &request, double bottom, const Palette &colours)
{
    struct Line {
        Cluster sign;
        QString label;
    };
    std::vector<Line> entries;
    for (const auto &[type, label] : request.legend) {
        Cluster sign;
        sign.count = 1;
        sign.types = {{type, 1}};
        entries.push_back({sign, label});
    }
    const auto vague = std::ranges::find_if(request.clusters, [](const Cluster &c) { return c.approximate; });
    if (vague != request.clusters.end())
        entries.push_back({*vague, FurnitureText::tr("Approximate position")});
    if (entries.empty())
        return {};

    const QFont font = pictureFont(12);
    const QFontMetricsF metrics(font);
    constexpr double kLine = 24;
    const double room = std::max(140.0, request.view.size.width() - 2 * kMargin - 16);
    // In rows from left to right, as many as are needed.
    std::vector<QPointF> places;
    double x = 0;
    double y = 0;
    double width = 0;
    for (const Line &entry : entries) {
        const double needed = 22 + metrics.horizontalAdvance(entry.label) + 14;
        if (x > 0 && x + needed > room) {
            x = 0;
            y += kLine;
        }
        places.emplace_back(x, y);
        x += needed;
        width = std::max(width, x);
    }
    const QRectF card(kMargin, bottom - (y + kLine + 8), width + 8, y + kLine + 8);
    if (card.top() < request.view.size.height() * 0.45)
        return {}; // a very small picture belongs to the map
    paintCard(painter, card, colours);
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const QPointF at = card.topLeft() + QPointF(16, 4 + kLine / 2) + places[i];
        painter.save();
        painter.translate(at);
        painter.scale(0.75, 0.75);
        paintCluster(painter, entries[i].sign, request.theme, false);
        painter.restore();
        painter.setFont(font);
        painter.setPen(colours.ink);
        painter.drawText(QPointF(at.x() + 14, at.y() + metrics.ascent() / 2 - 1.5), entries[i].label);
    }
    return card;
}

} // namespace

std::vector<QRectF> paintFurniture(QPainter &painter, const MapPainter &map, const SnapshotRequest &request)
{
    const Palette &colours = palette(request.theme);
    const QSize size = request.view.size;
    const QRectF title = paintTitle(painter, request, colours);
    const QRectF credit = paintAttribution(painter, map.attribution(), size, colours);
    double bottom = size.height() - kMargin;
    if (credit.left() < kMargin + 160) // no room beside the attribution
        bottom = credit.top() - 6;
    const QRectF scale = paintScale(painter, request.view, bottom, colours);
    const QRectF legend = paintLegend(painter, request, scale.top() - 8, colours);
    return {title, credit, scale, legend};
}

} // namespace repere::basemap
