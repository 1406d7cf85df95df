#pragma once

#include "models/words.h"

#include <vector>

namespace repere::models {

/// One active choice of the filter as people see it, and the filter without it.
struct Chip {
    QString key;  ///< stable while the choice stands: "equipment:laser-cutter"
    QString text; ///< "Découpe laser", "sans Découpe laser", "à moins de 30 km de Murat (15)"
    Filter without;

    bool operator==(const Chip &) const = default;
};

/// The chips of a filter. Those that were there before keep their order, new ones come last: the last chip is the one
/// that was chosen last.
std::vector<Chip> chipsOf(const Filter &filter, const Words &words, const std::vector<Chip> &before = {});

} // namespace repere::models
