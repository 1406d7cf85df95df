#pragma once

#include "core/atelier.h"

namespace repere::store {

/// Ids from the first to the last, both included; empty when the last comes before the first.
struct IdRange {
    AtelierId first = 1;
    AtelierId last = 0;
    bool isEmpty() const { return last < first; }
};

} // namespace repere::store
