#pragma once

#include "core/atelier.h"
#include "core/result.h"

namespace repere {

/// A whole atelier as one compact JSON object, and back without loss: for records that wait outside the table of
/// ateliers. Unknown values are left out. Not the JSON of `search`, which people read.
QString atelierToJson(const Atelier &atelier);
Result<Atelier> atelierFromJson(const QString &text);

} // namespace repere
