#include "basemap/label_layout.h"

#include "basemap/style.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace repere::basemap {

double letterSpacing(LabelStyle style)
{
    switch (style) {
    case LabelStyle::Country: return 0.2;
    case LabelStyle::Sea: return 0.12;
    case LabelStyle::Island: return 0.04;
    default: return 0;
    }
}

double haloWidth(double letterSize)
{
    return letterSize < 15 ? 3.0 : 3.6;
}

QFont shapedFont(LabelStyle style)
{
    const bool italic = style == LabelStyle::Sea || style == LabelStyle::Island;
    const QFont::Weight weight = style == LabelStyle::Metropolis ? QFont::Bold
                                 : style == LabelStyle::Country  ? QFont::Medium
                                                                 : QFont::Normal;
    return pictureFont(kShapedSize, weight, italic, kShapedSize * letterSpacing(style));
}

QRectF lettersOf(const Label &label)
{
    return {label.baseline.x(), label.baseline.y() - label.size * 0.78, label.width, label.size * 1.02};
}

void measureBox(Label &label)
{
    const double halo = haloWidth(label.size) / 2 + 1;
    // Accents on capitals and italics lean out of the letters' box.
    label.box = lettersOf(label).adjusted(-halo - 1, -halo - label.size * 0.25, halo + label.size * 0.2,
                                          halo + label.size * 0.1);
    if (label.dot > 0) {
        const double reach = label.dot + 2;
        label.box = label.box.united({-reach, -reach, 2 * reach, 2 * reach});
    }
}

std::array<QPointF, 8> townSpots(const Label &label)
{
    const double w = label.width;
    const double gap = label.dot + 3.6;
    const double middle = label.size * 0.35;
    return {{{gap, middle},
             {-w / 2, -label.dot - 3.4 - label.size * 0.12},
             {-w / 2, label.dot + 1.5 + label.size * 0.86},
             {-gap - w, middle},
             {gap - 1, -label.size * 0.3},
             {gap - 1, label.size * 0.95},
             {-gap - w + 1, -label.size * 0.3},
             {-gap - w + 1, label.size * 0.95}}};
}

namespace {

constexpr double kTile = 256;
constexpr int kStyles = 7;
constexpr int kMetropolis = 200000; // inhabitants
constexpr int kVillage = 2000;      // below, the name is smaller, softer and keeps more distance
constexpr int kQuartersFrom = 12;   // zoom
constexpr int kOverseasShare = 10;  // there is room around islands and in the forest

/// Boxes taken so far, in pixels of the world, by cells.
class Occupied
{
public:
    bool isFree(const QRectF &box) const
    {
        return forEachCell(box, [&](quint64 cell) {
            const auto it = m_cells.constFind(cell);
            return it == m_cells.constEnd() || std::ranges::none_of(*it, [&](int i) {
                       return m_boxes[static_cast<std::size_t>(i)].intersects(box);
                   });
        });
    }
    void take(const QRectF &box)
    {
        const int number = static_cast<int>(m_boxes.size());
        m_boxes.push_back(box);
        forEachCell(box, [&](quint64 cell) {
            m_cells[cell].push_back(number);
            return true;
        });
    }

private:
    /// As long as `visit` says so.
    template <typename Visit> static bool forEachCell(const QRectF &box, Visit visit)
    {
        constexpr double kCell = 96;
        const auto index = [](double value) { return static_cast<qint64>(std::floor(value / kCell)); };
        for (qint64 x = index(box.left()); x <= index(box.right()); ++x) {
            for (qint64 y = index(box.top()); y <= index(box.bottom()); ++y) {
                if (!visit((static_cast<quint64>(x) << 32) | static_cast<quint32>(y)))
                    return false;
            }
        }
        return true;
    }

    std::vector<QRectF> m_boxes;
    QHash<quint64, std::vector<int>> m_cells;
};

/// The least rank that is named; the room left by others decides the rest.
int leastFrench(int zoom)
{
    constexpr std::array steps = {400000, 400000, 400000, 400000, 250000, 90000, 20000, 8000, 3000, 400, 100};
    return zoom < static_cast<int>(steps.size()) ? steps[static_cast<std::size_t>(std::max(0, zoom))] : 0;
}

/// Pixels kept empty around the name of a village: fewer and fewer, so that the map fills evenly as one comes closer,
/// in the mountains as in the plains.
double airOfVillage(int zoom)
{
    return zoom <= 9 ? 22 : zoom == 10 ? 16 : zoom == 11 ? 10 : 5;
}

int leastForeign(int zoom)
{
    constexpr std::array steps = {3000000, 3000000, 3000000, 2000000, 1000000, 600000, 250000, 150000};
    return zoom < static_cast<int>(steps.size()) ? steps[static_cast<std::size_t>(std::max(0, zoom))] : 0;
}

class Placer
{
public:
    Placer(const MapData &data, int zoom, TownWidths &widths)
        : m_data(data), m_zoom(zoom), m_world(kTile * std::exp2(zoom)), m_widths(widths)
    {
        for (int i = 0; i < kStyles; ++i)
            m_metrics.emplace_back(shapedFont(static_cast<LabelStyle>(i)));
    }

    std::vector<Label> place()
    {
        // Large French towns first, then seas and countries, then all others; French towns before foreign ones: this
        // is a map of France.
        placeTowns([](const Town &town) { return town.french && town.population >= kMetropolis; });
        for (const AreaName &area : m_data.areas) {
            if (m_zoom >= area.minZoom && m_zoom <= area.maxZoom)
                placeArea(area);
        }
        placeTowns([](const Town &town) { return town.french && town.population < kMetropolis; });
        placeTowns([](const Town &town) { return !town.french; });
        return std::move(m_labels);
    }

private:
    double width(LabelStyle style, const QString &text, double size) const
    {
        // The space after the last letter is nobody's.
        const double shaped = m_metrics[static_cast<std::size_t>(style)].horizontalAdvance(text);
        return shaped * size / kShapedSize - letterSpacing(style) * size;
    }

    double townWidth(std::size_t number) const
    {
        return m_widths.of(number, m_data.towns[number].name, m_metrics[static_cast<std::size_t>(LabelStyle::Town)]);
    }

    template <typename Wanted> void placeTowns(Wanted wanted)
    {
        for (std::size_t i = 0; i < m_data.towns.size(); ++i) {
            const Town &town = m_data.towns[i];
            if (town.rank >= leastRank(town) && wanted(town) && (!town.quarter || m_zoom >= kQuartersFrom)
                && (town.french || !isVeiled(town.at)))
                placeTown(town, i);
        }
    }

    int leastRank(const Town &town) const
    {
        if (!town.french)
            return leastForeign(m_zoom);
        return town.overseas ? leastFrench(m_zoom) / kOverseasShare : leastFrench(m_zoom);
    }

    /// Where foreign land sinks into the sea at the end of the data.
    bool isVeiled(QPointF at) const
    {
        return std::ranges::any_of(m_data.edges, [at](const DataEdge &edge) {
            return edge.area.contains(at) && !edge.area.marginsRemoved(edge.fade * 0.6).contains(at);
        });
    }

    void placeArea(const AreaName &area)
    {
        Label label;
        label.at = area.at;
        label.style = area.kind == AreaName::Country  ? LabelStyle::Country
                      : area.kind == AreaName::Island ? LabelStyle::Island
                                                      : LabelStyle::Sea;
        label.text = area.kind == AreaName::Country ? area.name.toUpper() : area.name;
        // Bays and straits, named only when near, stay smaller than seas.
        const bool small = area.minZoom >= 8;
        const double growth = small ? 0 : std::clamp(m_zoom - 5, 0, 3);
        label.size = area.kind == AreaName::Sea       ? 13 + growth
                     : area.kind == AreaName::Country ? (label.text.size() < 9 ? 11 : 10) + 0.8 * growth
                                                      : 11.5;
        if (area.kind == AreaName::Country && label.text.size() > 9 && m_zoom <= 5)
            label.size = 9.5;
        label.width = width(label.style, label.text, label.size);
        label.baseline = {-label.width / 2, label.size * 0.35};
        finish(label, {}, 6);
    }

    void placeTown(const Town &town, std::size_t number)
    {
        Label label = described(town);
        label.at = town.at;
        label.text = town.name;
        const QPointF anchor = label.at * m_world;
        const bool village = label.style == LabelStyle::Village;
        const double reach = label.dot + 2;
        QRectF dotBox(-reach, -reach, 2 * reach, 2 * reach);
        if (town.quarter)
            dotBox = {};
        else if (!m_occupied.isFree(dotBox.translated(anchor)))
            return;
        // Bold names are few. All others have the same font.
        label.width = label.style == LabelStyle::Metropolis ? width(label.style, label.text, label.size)
                                                            : townWidth(number) * label.size / kShapedSize;
        const double air = village ? airOfVillage(m_zoom) : m_zoom <= 7 ? 3 : 2;
        if (town.quarter) {
            label.baseline = {-label.width / 2, label.size * 0.35};
            finish(label, {}, air);
            return;
        }
        for (QPointF spot : townSpots(label)) {
            label.baseline = spot;
            if (finish(label, dotBox, air))
                return;
        }
    }

    /// Style, size and dot by importance.
    Label described(const Town &town) const
    {
        Label label;
        const bool metropolis = town.population >= kMetropolis;
        const bool large = (town.french ? town.rank : town.population) >= 80000; // a seat is looked for
        const double zoomGrowth = m_zoom <= 5 ? 0.92 : m_zoom <= 7 ? 1 : m_zoom <= 8 ? 1.06 : 1.1;
        label.dot = town.population > 1000000 ? 4 : metropolis ? 3.2 : large ? 2.6 : 2.1;
        if (!town.french) {
            label.style = LabelStyle::ForeignTown;
            label.size = town.population >= 800000 ? 12 : 11;
        } else if (town.quarter || town.rank < kVillage) {
            label.style = LabelStyle::Village;
            label.size = m_zoom >= 12 ? 12 : 10.8;
            label.dot = town.quarter ? 0 : 1.6;
        } else {
            label.style = metropolis ? LabelStyle::Metropolis : LabelStyle::Town;
            const double plain = m_zoom >= 9 && town.population >= 20000 ? 12.6
                                 : m_zoom >= 12                          ? 12.2
                                 : m_zoom >= 11                          ? 11.6
                                                                         : 11;
            label.size = (town.population > 1000000 ? 18.5 : metropolis ? 15 : large ? 13 : plain) * zoomGrowth;
            if (m_zoom >= 9 && large)
                label.size += 1.5;
        }
        return label;
    }

    /// Takes the place when it is free. `air`: pixels kept empty beyond the letters.
    bool finish(Label &label, const QRectF &dotBox, double air)
    {
        const QPointF anchor = label.at * m_world;
        const QRectF kept = lettersOf(label).adjusted(-air, -air * 0.5, air, air * 0.5).translated(anchor);
        if (!m_occupied.isFree(kept))
            return false;
        m_occupied.take(kept);
        if (!dotBox.isNull())
            m_occupied.take(dotBox.translated(anchor));
        measureBox(label);
        m_labels.push_back(label);
        return true;
    }

    const MapData &m_data;
    const int m_zoom;
    const double m_world;
    TownWidths &m_widths;
    std::vector<QFontMetricsF> m_metrics;
    Occupied m_occupied;
    std::vector<Label> m_labels;
};

quint64 tileKey(qint64 x, qint64 y)
{
    return (static_cast<quint64>(x) << 32) | static_cast<quint32>(y);
}

} // namespace

double TownWidths::of(std::size_t town, const QString &name, const QFontMetricsF &metrics)
{
    float width = m_widths[town].load(std::memory_order_relaxed);
    if (width <= 0) {
        width = static_cast<float>(metrics.horizontalAdvance(name));
        m_widths[town].store(width, std::memory_order_relaxed);
    }
    return width;
}

LabelLayout::LabelLayout(const MapData &data, int zoom, TownWidths &widths)
    : m_labels(Placer(data, zoom, widths).place())
{
    const double world = kTile * std::exp2(zoom);
    const auto index = [](double pixel) { return static_cast<qint64>(std::floor(pixel / kTile)); };
    for (std::size_t i = 0; i < m_labels.size(); ++i) {
        const QRectF box = m_labels[i].box.translated(m_labels[i].at * world);
        for (qint64 x = index(box.left()); x <= index(box.right()); ++x) {
            for (qint64 y = index(box.top()); y <= index(box.bottom()); ++y)
                m_byTile[tileKey(x, y)].push_back(static_cast<int>(i));
        }
    }
}

std::vector<int> LabelLayout::touchingTile(int x, int y) const
{
    return m_byTile.value(tileKey(x, y));
}

} // namespace repere::basemap
