#pragma once

#include "catalogue/catalogue.h"
#include "core/result.h"
#include "directory/knowledge.h"
#include "directory/search_result.h"
#include "store/store.h"

namespace repere::directory {

/// What people typed of one thing: a word, or several that are the name of a value ("découpe laser"), folded.
struct SearchTerm {
    QStringList words;
    bool prefix = false; ///< the last word is still being typed
};

/// The terms of a search text; its last word is a prefix unless a space follows it. "de", "à" and the like only count
/// within a name, at the beginning ("La Fabrique") and while they are being typed.
std::vector<SearchTerm> searchTerms(const QString &text, const Knowledge &knowledge);

/// The values of a facet that a term stands for.
QStringList valuesMeant(Facet facet, const SearchTerm &term, const Knowledge &knowledge);

/// What each term finds: places with all its words in the full text, and those with a type, machine, service, public,
/// région or département that it stands for.
Result<std::vector<catalogue::TermMatch>> matchTerms(const std::vector<SearchTerm> &terms, const Knowledge &knowledge,
                                                     const store::Store &store);

/// Why this atelier answers each term: the best reason for each, machines first.
std::vector<MatchReason> explainMatch(const Atelier &atelier, const std::vector<SearchTerm> &terms,
                                      const Knowledge &knowledge);

} // namespace repere::directory
