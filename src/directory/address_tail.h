#pragma once

#include "exchange/reader.h"
#include "geography/gazetteer.h"

namespace repere::directory {

/// "12 rue Verte, 38250 Villard-de-Lans" where the source has no columns for them: postcode and commune move out of the
/// address when the gazetteer knows this name under this postcode, and the draft's repairs say so.
void splitAddressTail(exchange::Draft &draft, const geography::Gazetteer &gazetteer);

} // namespace repere::directory
