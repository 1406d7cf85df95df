#pragma once

#include "core/result.h"
#include "directory/search_result.h"

#include <functional>

namespace repere::directory {

class Knowledge;

/// Counts what each choice of a filter costs and looks for the nearest place without the choices of place.
/// `evaluate` answers a filter; its errors end the suggestion.
Result<Suggestion>
makeSuggestion(const Filter &filter, const Knowledge &knowledge,
               const std::function<Result<std::shared_ptr<const SearchResult>>(const Filter &)> &evaluate);

} // namespace repere::directory
