#pragma once

#include <QString>

namespace repere::exchange {

/// What a heading names, by the words that French and English publishers use.
struct HeadingMeaning {
    QString field;      ///< key of ColumnMapping::fields(); empty = nothing known
    int confidence = 0; ///< 95 for the field's own name, 90 for a word used for it, 60 for one contained in the heading
    bool isStreetPart = false; ///< of an address in several columns: the number, or "rue"
};
HeadingMeaning meaningOf(const QString &heading);

} // namespace repere::exchange
