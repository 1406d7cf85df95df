#include "basemap/label_painter.h"

#include "basemap/picture_text.h"

#include <QImage>
#include <QPaintEngine>
#include <QPainter>
#include <QPainterPath>

#include <cmath>
#include <vector>

namespace repere::basemap {

namespace {

/// One pass of a running mean of 2 · radius + 1 pixels over `count` pixels, `stride` apart.
void runningSum(const std::vector<int> &from, std::vector<int> &to, int first, int count, int stride, int radius)
{
    int sum = 0;
    const auto at = [&](int i) { return i < 0 || i >= count ? 0 : from[static_cast<std::size_t>(first + i * stride)]; };
    for (int i = 0; i < radius; ++i)
        sum += at(i);
    for (int i = 0; i < count; ++i) {
        sum += at(i + radius) - at(i - radius - 1);
        to[static_cast<std::size_t>(first + i * stride)] = sum;
    }
}

/// Spreads letters into a soft halo of `radius` device pixels, in the colour asked for. Stroking the outlines looks the
/// same and takes fifty times as long.
QImage haloOf(const QImage &letters, int radius, QColor colour)
{
    const int width = letters.width();
    const int height = letters.height();
    std::vector<int> values(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
    std::vector<int> scratch(values.size());
    for (int y = 0; y < height; ++y) {
        const uchar *line = letters.constScanLine(y);
        for (int x = 0; x < width; ++x)
            values[static_cast<std::size_t>(y * width + x)] = line[x];
    }
    // Twice a square of 2r+1 is nearly round; each pass goes half of the way.
    const int half = std::max(1, radius / 2);
    for (int pass = 0; pass < 2; ++pass) {
        for (int y = 0; y < height; ++y)
            runningSum(values, scratch, y * width, width, 1, half);
        for (int x = 0; x < width; ++x)
            runningSum(scratch, values, x, height, width, half);
    }
    const double side = 2 * half + 1;
    const double gain = 4.5 / (side * side * side * side); // thin stems must still give a full halo
    std::vector<QRgb> inks(256);
    for (int i = 0; i < 256; ++i)
        inks[static_cast<std::size_t>(i)] =
            qPremultiply(qRgba(colour.red(), colour.green(), colour.blue(), colour.alpha() * i / 255));
    QImage halo(width, height, QImage::Format_ARGB32_Premultiplied);
    for (int y = 0; y < height; ++y) {
        auto *line = reinterpret_cast<QRgb *>(halo.scanLine(y));
        for (int x = 0; x < width; ++x) {
            const double value = values[static_cast<std::size_t>(y * width + x)] * gain;
            line[x] = inks[static_cast<std::size_t>(std::min(255.0, value))];
        }
    }
    return halo;
}

} // namespace

LabelPainter::LabelPainter(QPainter &painter, Theme theme)
    : m_painter(painter), m_palette(palette(theme)),
      m_pixels(painter.paintEngine() && painter.paintEngine()->type() == QPaintEngine::Raster),
      m_ratio(painter.device() ? painter.device()->devicePixelRatio() : 1)
{
}

LabelPainter::Inks LabelPainter::inks(LabelStyle style) const
{
    const auto over = [](QColor ground, int alpha) {
        ground.setAlpha(alpha);
        return ground;
    };
    switch (style) {
    case LabelStyle::Country: return {m_palette.country, over(m_palette.landForeign, 200)};
    case LabelStyle::Sea: return {m_palette.sea, m_palette.haloSea};
    case LabelStyle::Island:
    case LabelStyle::ForeignTown: return {m_palette.townForeign, over(m_palette.landForeign, 215)};
    case LabelStyle::Village: return {m_palette.village, m_palette.halo};
    case LabelStyle::Metropolis:
    case LabelStyle::Town: break;
    }
    return {m_palette.town, m_palette.halo};
}

const QFont &LabelPainter::font(LabelStyle style)
{
    auto it = m_fonts.find(static_cast<int>(style));
    if (it == m_fonts.end())
        it = m_fonts.insert(static_cast<int>(style), shapedFont(style));
    return *it;
}

void LabelPainter::paintPixels(const Label &label, QPointF start, const Inks &inks)
{
    // On whole device pixels, so that two tiles that share a name paint the same pixels.
    const QPointF snapped(std::round(start.x() * m_ratio) / m_ratio, std::round(start.y() * m_ratio) / m_ratio);
    const double factor = label.size / kShapedSize;
    const int radius = std::max(2, qRound(haloWidth(label.size) / 2 * m_ratio));
    const double pad = std::ceil(radius / m_ratio) + 2;
    const QRectF letters = QRectF(label.box.x() - label.baseline.x() - pad, label.box.y() - label.baseline.y() - pad,
                                  label.box.width() + 2 * pad, label.box.height() + 2 * pad)
                               .toAlignedRect();
    QImage mask((letters.size() * m_ratio).toSize(), QImage::Format_Alpha8);
    mask.fill(0);
    {
        QPainter painter(&mask);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.scale(m_ratio, m_ratio);
        painter.translate(-letters.topLeft());
        painter.scale(factor, factor);
        painter.setFont(font(label.style));
        painter.drawText(QPointF(), label.text);
    }
    QImage halo = haloOf(mask, radius, inks.halo);
    halo.setDevicePixelRatio(m_ratio);
    m_painter.drawImage(snapped + letters.topLeft(), halo);

    m_painter.save();
    m_painter.translate(snapped);
    m_painter.scale(factor, factor);
    m_painter.setFont(font(label.style));
    m_painter.setPen(inks.letters);
    m_painter.drawText(QPointF(), label.text);
    m_painter.restore();
}

void LabelPainter::paintOutlines(const Label &label, QPointF start, const Inks &inks)
{
    // In SVG and PDF names are outlines: the same everywhere, with or without the font.
    const double factor = label.size / kShapedSize;
    QPainterPath shape;
    shape.addText(0, 0, font(label.style), label.text);
    const QPainterPath placed = QTransform(factor, 0, 0, factor, start.x(), start.y()).map(shape);
    m_painter.strokePath(placed, QPen(inks.halo, haloWidth(label.size), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    m_painter.fillPath(placed, inks.letters);
    m_painter.save();
    m_painter.translate(start);
    m_painter.scale(factor, factor);
    m_painter.setFont(font(label.style));
    layWords(m_painter, {}, label.text);
    m_painter.restore();
}

void LabelPainter::paint(const Label &label, QPointF anchor)
{
    const Inks colours = inks(label.style);
    if (label.dot > 0) {
        m_painter.setPen(QPen(colours.letters, label.dot > 3 ? 1.4 : label.dot < 2 ? 1 : 1.15));
        m_painter.setBrush(m_palette.townDot);
        m_painter.drawEllipse(anchor, label.dot, label.dot);
        m_painter.setBrush(Qt::NoBrush);
    }
    if (m_pixels)
        paintPixels(label, anchor + label.baseline, colours);
    else
        paintOutlines(label, anchor + label.baseline, colours);
}

} // namespace repere::basemap
