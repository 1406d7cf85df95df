#pragma once

#include "core/match_record.h"

namespace repere {

/// Sets what of `record` is made of the name (`name`, `nameKey`, `tellingKey`, `partKeys`); its département is set before.
void setNameWords(MatchRecord &record, const Atelier &atelier, const Compounds &compounds);

} // namespace repere
