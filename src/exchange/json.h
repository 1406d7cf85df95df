#pragma once

#include "core/atelier.h"
#include "core/result.h"
#include "core/search_values.h"

#include <nlohmann/json_fwd.hpp>

namespace repere::exchange {

/// One atelier as in the JSON of `search` and `show` (keys of the contract; null where unknown).
nlohmann::ordered_json atelierToJson(const Atelier &atelier, std::optional<double> distanceMetres);
/// The reverse. Unknown keys are ignored; a value of the wrong type is an error that names the key.
Result<Atelier> atelierFromJson(const nlohmann::ordered_json &object);

} // namespace repere::exchange
