#pragma once

#include <QObject>
#include <QPointF>
#include <QRectF>
#include <QtQmlIntegration/qqmlintegration.h>

#include <vector>

namespace repere::models {

/// On which side of its sign a name stands, for C++ and QML.
namespace MapLabel {
Q_NAMESPACE
QML_ELEMENT
enum Side { None, Right, Left, Below, Above };
Q_ENUM_NS(Side)
} // namespace MapLabel

/// A sign on the screen: a disc, and the width of the name that it would like to show (0 = none).
struct LabelledSign {
    QPointF centre;
    double radius = 0;
    double textWidth = 0;
};

/// Chooses the side of each name so that no name covers a sign or another name, or leaves the view; None where there is
/// no room. Earlier signs choose first. Quadratic in the number of signs (a few hundred).
std::vector<MapLabel::Side> placeLabels(const std::vector<LabelledSign> &signs, double textHeight, const QRectF &view);

/// Where a name stands on this side of its sign; null for None.
QRectF labelBox(const LabelledSign &sign, MapLabel::Side side, double textHeight);

/// The gap between the edge of a sign and its name, logical pixels.
inline constexpr double kLabelGap = 4;

} // namespace repere::models
