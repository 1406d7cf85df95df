#pragma once

#include "basemap/map_data.h"

#include <QFont>
#include <QFontMetricsF>
#include <QHash>

#include <array>
#include <atomic>
#include <vector>

namespace repere::basemap {

enum class LabelStyle { Metropolis, Town, Village, ForeignTown, Country, Sea, Island };

/// How wide letters of 1 pixel are spaced in this style.
double letterSpacing(LabelStyle style);
/// The pen of the halo around letters of this size; half of it shows.
double haloWidth(double letterSize);
/// The pixel size at which names are shaped; they are then scaled, so that they take any size.
inline constexpr double kShapedSize = 40;
QFont shapedFont(LabelStyle style);

/// A name at its final place. Offsets are logical pixels from the anchor.
struct Label {
    LabelStyle style = LabelStyle::Town;
    QString text;
    QPointF at;       ///< anchor, Mercator units
    QPointF baseline; ///< start of the text
    double size = 11; ///< of the letters, pixels
    double width = 0; ///< of the text, pixels
    double dot = 0;   ///< radius of the town's dot; 0 = none
    QRectF box;       ///< all that is painted, halo and dot included
};

/// The rectangle of the letters, pixels from the anchor.
QRectF lettersOf(const Label &label);
/// Sets Label::box after the baseline has moved.
void measureBox(Label &label);
/// Where the name of a town may stand around its dot, best first: values of Label::baseline.
std::array<QPointF, 8> townSpots(const Label &label);

/// How wide the names of MapData::towns are at kShapedSize, measured once for all zooms: shaping is what takes time. Any
/// thread.
class TownWidths
{
public:
    explicit TownWidths(std::size_t towns) : m_widths(towns) {}
    double of(std::size_t town, const QString &name, const QFontMetricsF &metrics);

private:
    std::vector<std::atomic<float>> m_widths; // 0: not measured yet
};

/// The names of one whole zoom, placed over the whole world at once, largest first, so that the answer does not depend
/// on the tile that asks. Immutable once built; any thread.
class LabelLayout
{
public:
    /// `widths` are those of `data`.
    LabelLayout(const MapData &data, int zoom, TownWidths &widths);

    const std::vector<Label> &labels() const { return m_labels; }
    /// Indices of the labels that touch tile x/y of this zoom.
    std::vector<int> touchingTile(int x, int y) const;

private:
    std::vector<Label> m_labels; // most important first
    QHash<quint64, std::vector<int>> m_byTile;
};

} // namespace repere::basemap
