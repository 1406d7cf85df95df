#pragma once

#include "core/atelier.h"
#include "models/words.h"

#include <vector>

namespace repere::models {

/// What an atelier says in one of directory::mergedFields(), in words; empty = unknown.
QString fieldWords(const Atelier &atelier, const QString &field, const Words &words);

/// One field of two records side by side.
struct FieldPair {
    QString field;
    QString name;
    QString incoming;
    QString present;
    bool differs = false; ///< both speak and do not say the same

    bool operator==(const FieldPair &) const = default;
};
/// The fields of which at least one side speaks.
std::vector<FieldPair> fieldPairs(const Atelier &incoming, const Atelier *present, const Words &words);

} // namespace repere::models
