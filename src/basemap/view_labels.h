#pragma once

#include "basemap/label_layout.h"
#include "basemap/shape_set.h"

#include <span>
#include <vector>

namespace repere::basemap {

/// The rectangle of the dot of a town, pixels from the anchor; null when it has none.
QRectF dotOf(const Label &label);

/// The names that are whole in the picture, clear of `keepFree` (logical pixels) and of the dots of other towns, most
/// important first. One that something covers stands around its town, or stays away. Any thread.
std::vector<Label> labelsOfView(const LabelLayout &layout, const Frame &frame, std::span<const QRectF> keepFree);

} // namespace repere::basemap
