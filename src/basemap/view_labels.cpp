#include "basemap/view_labels.h"

#include <algorithm>
#include <array>
#include <set>

namespace repere::basemap {

namespace {

bool isLarge(const Label &label)
{
    constexpr double kLargeDot = 2.5;
    return label.dot > kLargeDot && label.style != LabelStyle::ForeignTown;
}

constexpr double kAside = 26; // pixels from its dot, where the name of a large town may stand at worst

/// Large towns are looked for, also where a sign stands on them: around what covers one (from the anchor), best first.
std::array<QPointF, 4> spotsAround(const Label &label, const QRectF &cover)
{
    constexpr double kGap = 4;
    const double middle = cover.center().y() + label.size * 0.35;
    const double centred = cover.center().x() - label.width / 2;
    return {{{cover.right() + kGap, middle},
             {cover.left() - kGap - label.width, middle},
             {centred, cover.bottom() + label.size * 0.86},
             {centred, cover.top() - label.size * 0.3}}};
}

bool isFree(const std::vector<QRectF> &boxes, const QRectF &box)
{
    return std::ranges::none_of(boxes, [&box](const QRectF &other) { return other.intersects(box); });
}

/// What covers the dot of a town, such as a sign.
std::span<const QRectF>::iterator coverOf(std::span<const QRectF> keepFree, QPointF anchor)
{
    return std::ranges::find_if(keepFree, [anchor](const QRectF &box) { return box.contains(anchor); });
}

} // namespace

QRectF dotOf(const Label &label)
{
    return label.dot > 0 ? QRectF(-label.dot, -label.dot, 2 * label.dot, 2 * label.dot) : QRectF();
}

std::vector<Label> labelsOfView(const LabelLayout &layout, const Frame &frame, std::span<const QRectF> keepFree)
{
    const QRectF all(QPointF(), frame.size);
    std::vector<Label> result;
    std::vector<QRectF> moved;                                       // names that stand elsewhere than in the layout
    std::vector<QRectF> obstacles(keepFree.begin(), keepFree.end()); // and those
    std::vector<QRectF> taken = obstacles;                           // and all other names
    std::vector<QRectF> dots;
    std::set<std::ptrdiff_t> named; // of keepFree: large towns have been tried around it
    // The dot of a large town is seen, also by the names that come before it.
    for (const Label &label : layout.labels()) {
        const QPointF anchor = frame.map(label.at);
        if (isLarge(label) && all.contains(anchor) && coverOf(keepFree, anchor) == keepFree.end())
            dots.push_back(dotOf(label).translated(anchor));
    }
    const auto meetsAnotherDot = [&dots](const QRectF &letters, const QRectF &own) {
        return std::ranges::any_of(dots, [&](const QRectF &dot) { return dot != own && dot.intersects(letters); });
    };
    for (Label label : layout.labels()) {
        const QPointF anchor = frame.map(label.at);
        const QRectF dot = dotOf(label).translated(anchor);
        if (!all.contains(anchor) || (label.dot > 0 && !isFree(moved, dot)))
            continue;
        bool placed =
            all.contains(label.box.translated(anchor)) && isFree(obstacles, lettersOf(label).translated(anchor));
        if (!placed && label.dot > 0) {
            const std::array near = townSpots(label);
            std::vector<QPointF> spots(near.begin(), near.end());
            const auto cover = isLarge(label) ? coverOf(keepFree, anchor) : keepFree.end();
            // A sign has one name beside it: that of the largest town beneath. Others may stand close around.
            if (cover != keepFree.end() && named.insert(cover - keepFree.begin()).second)
                std::ranges::copy(spotsAround(label, cover->translated(-anchor)), std::back_inserter(spots));
            if (label.style == LabelStyle::Metropolis && cover == keepFree.end())
                std::ranges::copy(spotsAround(label, {-kAside, -kAside, 2 * kAside, 2 * kAside}),
                                  std::back_inserter(spots));
            for (QPointF spot : spots) {
                label.baseline = spot;
                measureBox(label);
                const QRectF letters = lettersOf(label).translated(anchor);
                const QRectF aired = letters.adjusted(-2, -1, 2, 1);
                placed =
                    all.contains(label.box.translated(anchor)) && isFree(taken, aired) && !meetsAnotherDot(aired, dot);
                if (placed) {
                    moved.push_back(letters); // less important names give way
                    obstacles.push_back(letters);
                    break;
                }
            }
        }
        if (placed) {
            taken.push_back(lettersOf(label).translated(anchor));
            if (label.dot > 0)
                dots.push_back(dot);
            result.push_back(label);
        }
    }
    return result;
}

} // namespace repere::basemap
