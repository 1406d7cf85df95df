#include "models/map_labels.h"

#include <algorithm>

namespace repere::models {

namespace {

constexpr double kMargin = 2; // between names, and between a name and a foreign sign

} // namespace

QRectF labelBox(const LabelledSign &sign, MapLabel::Side side, double textHeight)
{
    const QSizeF size(sign.textWidth, textHeight);
    const double away = sign.radius + kLabelGap;
    switch (side) {
    case MapLabel::Right: return {sign.centre + QPointF(away, -textHeight / 2), size};
    case MapLabel::Left: return {sign.centre + QPointF(-away - size.width(), -textHeight / 2), size};
    case MapLabel::Below: return {sign.centre + QPointF(-size.width() / 2, sign.radius + 1), size};
    case MapLabel::Above: return {sign.centre + QPointF(-size.width() / 2, -sign.radius - 1 - textHeight), size};
    case MapLabel::None: break;
    }
    return {};
}

std::vector<MapLabel::Side> placeLabels(const std::vector<LabelledSign> &signs, double textHeight, const QRectF &view)
{
    std::vector<QRectF> discs;
    discs.reserve(signs.size());
    for (const LabelledSign &sign : signs)
        discs.push_back(QRectF(sign.centre, QSizeF())
                            .marginsAdded(QMarginsF(sign.radius, sign.radius, sign.radius, sign.radius) + kMargin));

    std::vector<QRectF> taken;
    std::vector<MapLabel::Side> sides(signs.size(), MapLabel::None);
    for (std::size_t i = 0; i < signs.size(); ++i) {
        if (signs[i].textWidth <= 0)
            continue;
        for (const MapLabel::Side side : {MapLabel::Right, MapLabel::Left, MapLabel::Below, MapLabel::Above}) {
            const QRectF box = labelBox(signs[i], side, textHeight);
            const auto covers = [&box](const QRectF &other) { return other.intersects(box); };
            bool free = view.contains(box) && std::ranges::none_of(taken, covers);
            for (std::size_t j = 0; free && j < discs.size(); ++j)
                free = j == i || !covers(discs[j]);
            if (!free)
                continue;
            sides[i] = side;
            taken.push_back(box.adjusted(-kMargin, -kMargin, kMargin, kMargin));
            break;
        }
    }
    return sides;
}

} // namespace repere::models
