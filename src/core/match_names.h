#pragma once

#include "core/match_record.h"

namespace repere {

/// How alike the names of two records are, 0…1. Words weigh what they tell; where both have telling words that the other
/// lacks, they are two places of one chain ("Morning Caire", "Morning Trudaine"); where only one has, it may just be the
/// longer form of the name.
struct NameLikeness {
    double likeness = 0;
    double likenessOfSites = 0; ///< the same, should one have a word more because it is another site
    bool hasMore = false;       ///< one has a telling word that the other lacks
    bool hasAsPart = false; ///< the telling words of one are a part of the other's name: "FuvLab", "CATCHU - FUVLAB"
};

/// Symmetric. Any thread.
NameLikeness compareNames(const MatchRecord &a, const MatchRecord &b);

/// The words that both names have, with a space between; symmetric.
QString commonWords(const MatchRecord &a, const MatchRecord &b);

} // namespace repere
