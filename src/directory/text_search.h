#pragma once

#include "catalogue/catalogue.h"
#include "core/result.h"
#include "directory/knowledge.h"
#include "directory/search_result.h"
#include "store/store.h"

namespace repere::directory {

/// One word that people typed, folded, and whether it is still being typed.
struct SearchWord {
    QString token;
    bool prefix = false;
};

/// The words of a search text; the last one is a prefix unless a space follows it.
std::vector<SearchWord> searchWords(const QString &text, const Knowledge &knowledge);

/// What each word finds: in the full text, and as a word of a type, machine, service, public, région or département.
Result<std::vector<catalogue::WordMatch>> matchWords(const std::vector<SearchWord> &words, const Knowledge &knowledge,
                                                     const store::Store &store);

/// Why this atelier answers each word: the best reason per word, machines first.
std::vector<MatchReason> explainMatch(const Atelier &atelier, const std::vector<SearchWord> &words,
                                      const Knowledge &knowledge);

} // namespace repere::directory
