#pragma once

#include "basemap/shape_set.h"

#include <QColor>
#include <QImage>

namespace repere::basemap {

/// The shallow water along the shore: `colour`, with its alpha at the shore and none at `reach` pixels from it. Covers
/// the picture grown by `margin` pixels (a multiple of 2 above `reach`) at half its resolution; null when no land is
/// near. `land` in pixels of the picture.
QImage coastGlow(const QPainterPath &land, QSizeF size, int margin, double reach, QColor colour);

} // namespace repere::basemap
