#pragma once

#include "core/match_record.h"

#include <vector>

namespace repere {

/// Twins from here on: an import merges them. See docs/decisions/0025 for how both were measured.
inline constexpr double kSurelyTwins = 0.80;
/// Between the two people are asked; below, two places are kept apart without a word.
inline constexpr double kPerhapsTwins = 0.60;

/// How alike two records are, and why. The words for people are made above core: here are kinds and numbers.
struct MatchScore {
    /// What was compared. A part is missing when one of the two records does not know it.
    enum class Kind {
        SharedId, ///< the same uid, or the same record of the same source
        Name,     ///< value: likeness of the words
        Distance, ///< amount: metres between exact or approximate positions
        Commune,  ///< value: 1 the same commune or postcode, 0 another one
        Address,  ///< value: likeness of street and number
        Phone,
        Domain,
        Types, ///< value: 1 when they have one in common
    };
    struct Part {
        Kind kind = Kind::Name;
        double value = 0;  ///< likeness, 0…1
        double weight = 0; ///< what this part adds to the total; negative = it speaks against
        double amount = 0; ///< metres, for Distance
        QString words;     ///< what both have: words of the name, street, domain, number; may be empty

        bool operator==(const Part &) const = default;
    };

    double total = 0; ///< 0…1; 1 = the same record
    std::vector<Part> parts;

    bool operator==(const MatchScore &) const = default;
    const Part *part(Kind kind) const;
};

/// Symmetric; 1 for a record with itself. Any thread.
MatchScore matchScore(const MatchRecord &a, const MatchRecord &b);

/// The total alone, without parts: what searching uses. The same number as matchScore(a, b).total.
double matchTotal(const MatchRecord &a, const MatchRecord &b);

} // namespace repere
