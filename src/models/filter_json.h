#pragma once

#include "core/filter.h"

#include <QJsonObject>

namespace repere::models {

/// The filter as JSON, for the state of the window. What cannot be read is left out: an old or damaged state never
/// keeps the window from opening.
QJsonObject filterToJson(const Filter &filter);
Filter filterFromJson(const QJsonObject &object);

} // namespace repere::models
