#pragma once

#include "core/match_record.h"

#include <vector>

namespace repere {

/// Twins from here on: an import merges them. docs/decisions/0025 tells how both were found.
inline constexpr double kSurelyTwins = 0.76;
/// Between the two people are asked; below, two places are kept apart without a word.
inline constexpr double kPerhapsTwins = 0.60;

/// How alike two records are, and why. The words for people are made above core: here are kinds and numbers.
struct MatchScore {
    /// What was compared. A part is missing where one of the two records does not know it.
    enum class Kind {
        SharedId, ///< the same uid, or the same record of the same source: the total is 1
        Name,     ///< value: likeness of the words
        Distance, ///< amount: metres
        Commune,  ///< value: 1 the same, 0.7 its neighbour by postcode, 0.5 another one of the département, 0 farther
        Address,  ///< value: likeness of street and number
        Phone,    ///< value: 1 the same, 0 another one
        Domain,   ///< value: 1 the same host, 0.7 the same publisher, 0 another one
        Types,    ///< value: 1 one type in common, 0 none
    };
    struct Part {
        Kind kind = Kind::Name;
        double value = 0;  ///< likeness, 0…1
        double weight = 0; ///< what it adds to the total before that is cut to 0…1; negative = it speaks against
        double amount = 0; ///< metres, for Distance
        QString words;     ///< what both have: words of the name, of the street, the domain; may be empty

        bool operator==(const Part &) const = default;
    };

    double total = 0; ///< 0…1
    std::vector<Part> parts;

    bool operator==(const MatchScore &) const = default;
    /// nullptr where it was not compared.
    const Part *part(Kind kind) const;
};

/// Symmetric; 1 for a record with itself when it has a name and says where it is. Any thread.
MatchScore matchScore(const MatchRecord &a, const MatchRecord &b);

/// The same number as matchScore(a, b).total, without the parts; anything below `atLeast` where it cannot reach that. What
/// searching among many uses.
double matchTotal(const MatchRecord &a, const MatchRecord &b, double atLeast = 0);

} // namespace repere
