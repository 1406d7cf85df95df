#include "basemap/coast_glow.h"

#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace repere::basemap {

namespace {

constexpr float kFar = 1e12F;

/// Exact squared distances along one line: Felzenszwalb and Huttenlocher, "Distance Transforms of Sampled Functions".
class DistanceLine
{
public:
    explicit DistanceLine(int length)
        : m_values(static_cast<std::size_t>(length)), m_parabola(static_cast<std::size_t>(length)),
          m_from(static_cast<std::size_t>(length) + 1)
    {
    }

    void transform(float *grid, int length, int stride)
    {
        for (int i = 0; i < length; ++i)
            m_values[static_cast<std::size_t>(i)] = grid[i * stride];
        std::size_t k = 0;
        m_parabola[0] = 0;
        m_from[0] = -kFar;
        m_from[1] = kFar;
        for (int q = 1; q < length; ++q) {
            float s = 0;
            for (;;) {
                const int v = m_parabola[k];
                s = (value(q) - value(v) + static_cast<float>(q * q - v * v)) / static_cast<float>(2 * (q - v));
                if (k == 0 || s > m_from[k])
                    break;
                --k;
            }
            if (s > m_from[k])
                ++k;
            m_parabola[k] = q;
            m_from[k] = k == 0 ? -kFar : s;
            m_from[k + 1] = kFar;
        }
        k = 0;
        for (int q = 0; q < length; ++q) {
            while (m_from[k + 1] < static_cast<float>(q))
                ++k;
            const int v = m_parabola[k];
            grid[q * stride] = static_cast<float>((q - v) * (q - v)) + value(v);
        }
    }

private:
    float value(int i) const { return m_values[static_cast<std::size_t>(i)]; }

    std::vector<float> m_values;
    std::vector<int> m_parabola;
    std::vector<float> m_from;
};

} // namespace

QImage coastGlow(const QPainterPath &land, QSizeF size, int margin, double reach, QColor colour)
{
    if (land.isEmpty())
        return {};
    const int width = static_cast<int>(std::ceil((size.width() + 2 * margin) / 2));
    const int height = static_cast<int>(std::ceil((size.height() + 2 * margin) / 2));
    QImage mask(width, height, QImage::Format_Grayscale8);
    mask.fill(0);
    {
        QPainter painter(&mask);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.scale(0.5, 0.5);
        painter.translate(margin, margin);
        painter.fillPath(land, Qt::white);
    }
    // Distances to the shore in mask pixels; the coverage of a pixel says how far into it the shore goes.
    std::vector<float> grid(static_cast<std::size_t>(width) * static_cast<std::size_t>(height), kFar);
    bool sea = false;
    for (int y = 0; y < height; ++y) {
        const uchar *line = mask.constScanLine(y);
        float *row = grid.data() + static_cast<std::ptrdiff_t>(y) * width;
        for (int x = 0; x < width; ++x) {
            sea = sea || line[x] < 255;
            if (line[x] > 0) {
                const float outside = std::max(0.0F, 0.5F - static_cast<float>(line[x]) / 255.0F);
                row[x] = outside * outside;
            }
        }
    }
    if (!sea)
        return {};
    DistanceLine lines(std::max(width, height));
    for (int x = 0; x < width; ++x)
        lines.transform(grid.data() + x, height, width);
    for (int y = 0; y < height; ++y)
        lines.transform(grid.data() + static_cast<std::ptrdiff_t>(y) * width, width, 1);

    // The fade, by sixteenths of a mask pixel: a table instead of a million powers.
    const double last = reach / 2;
    std::vector<QRgb> fade(static_cast<std::size_t>(std::ceil(last * 16)) + 2);
    for (std::size_t i = 0; i < fade.size(); ++i) {
        const double share = std::max(0.0, 1 - static_cast<double>(i) / 16 / last);
        const int alpha = qRound(colour.alpha() * std::pow(share, 1.9));
        fade[i] = qPremultiply(qRgba(colour.red(), colour.green(), colour.blue(), alpha));
    }
    QImage glow(width, height, QImage::Format_ARGB32_Premultiplied);
    for (int y = 0; y < height; ++y) {
        auto *line = reinterpret_cast<QRgb *>(glow.scanLine(y));
        const float *row = grid.data() + static_cast<std::ptrdiff_t>(y) * width;
        for (int x = 0; x < width; ++x) {
            const auto step = static_cast<std::size_t>(std::min(1e6F, std::sqrt(row[x]) * 16));
            line[x] = fade[std::min(step, fade.size() - 1)];
        }
    }
    return glow;
}

} // namespace repere::basemap
