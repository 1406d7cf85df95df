#pragma once

#include <QPainterPath>
#include <QPointF>
#include <QRectF>

#include <functional>
#include <span>
#include <vector>

namespace repere::basemap {

/// How Web Mercator units (see toMercator) become logical pixels of one picture.
struct Frame {
    double scale = 256; ///< pixels per unit: 256 · 2^zoom
    double left = 0;    ///< pixels of the world left of the picture
    double top = 0;
    QSizeF size;
    double zoom = 0;
    int detail = 0; ///< the whole zoom whose outlines are used; more on dense screens

    QPointF map(QPointF unit) const { return {unit.x() * scale - left, unit.y() * scale - top}; }
    /// The part of the world, in units, that shows, grown by `margin` pixels.
    QRectF units(double margin) const
    {
        return {(left - margin) / scale, (top - margin) / scale, (size.width() + 2 * margin) / scale,
                (size.height() + 2 * margin) / scale};
    }
};

/// Many lines or rings in one flat array, in Web Mercator units, with boxes around each part and around each run of
/// segments. Immutable once built; any thread.
class ShapeSet
{
public:
    struct Box {
        double left = 1e9, top = 1e9, right = -1e9, bottom = -1e9;
        void add(QPointF point);
        bool touches(const QRectF &area) const
        {
            return left <= area.right() && right >= area.left() && top <= area.bottom() && bottom >= area.top();
        }
        double extent() const { return std::max(right - left, bottom - top); }
    };
    struct Part {
        std::size_t first = 0;
        std::size_t count = 0;
        std::size_t firstRun = 0;
        double rank = 0; ///< level of a river, km² of a lake, 1 for the border of a région …
        Box box;
    };

    /// A ring repeats its first point at its end.
    void add(std::span<const QPointF> points, double rank);
    const std::vector<Part> &parts() const { return m_parts; }
    std::span<const QPointF> points(const Part &part) const { return {m_points.data() + part.first, part.count}; }

    /// With fewer points, nowhere farther than `tolerance` from the true line (Douglas and Peucker). Smaller parts vanish.
    ShapeSet simplified(double tolerance) const;
    /// Corners cut (Chaikin), `rounds` times: for lines digitised coarser than they are shown.
    ShapeSet smoothed(int rounds) const;

    using Wanted = std::function<bool(double rank)>;
    /// The lines that touch the picture, as pixels, without those that lie outside. In many short paths: Qt's rasterizer
    /// takes quadratic time in the crossings of a pixel row, so that one long coast is slower than its pieces.
    std::vector<QPainterPath> lines(const Frame &frame, double margin, const Wanted &wanted = {}) const;
    /// The rings that touch the picture, as pixels, cut at `margin` around it: to be filled, not stroked.
    QPainterPath rings(const Frame &frame, double margin, const Wanted &wanted = {}) const;

private:
    std::vector<QPointF> m_points;
    std::vector<Part> m_parts;
    std::vector<Box> m_runs; // of kRun segments each
};

} // namespace repere::basemap
