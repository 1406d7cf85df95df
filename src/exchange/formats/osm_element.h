#pragma once

#include "exchange/draft_filler.h"
#include "exchange/reader.h"

namespace repere::exchange {

SourceInfo osmSource(const QString &asOf);

/// Puts an element of OpenStreetMap into a draft, or rejects it: {"type", "id", "lat" and "lon" or "center" or "bounds",
/// "tags": {…}}, as Overpass writes it in JSON. `baseDate`: of the data as a whole; may be empty.
void fillOsmElement(const nlohmann::ordered_json &element, const QString &baseDate, DraftFiller &draft);

} // namespace repere::exchange
