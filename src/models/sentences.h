#pragma once

#include "core/search_values.h"
#include "directory/search_result.h"
#include "models/words.h"

#include <QDate>

namespace repere::models {

/// "9 of 60 in Bretagne have one; 47 say nothing about their machines": what a choice of machines leaves out without
/// saying so. Both empty when no machine is chosen.
struct HonestSentence {
    QString have;    ///< "9 of 60 in Bretagne have one"
    QString unknown; ///< "47 say nothing about their machines"; empty when all say something

    bool operator==(const HonestSentence &) const = default;
};
HonestSentence honestSentence(const Filter &filter, const FilterCounts &counts, const Words &words);

/// "9 lieux sur 379".
QString countSentence(const FilterCounts &counts, const Words &words);

/// The choices of a filter in words, as on its chips: "Découpe laser · Fablab · sans Coworking". Whole choices only, as many
/// as `atMost` characters hold (the first one always); then how many more there are. Empty when nothing is chosen.
QString choicesSentence(const Filter &filter, const Words &words, qsizetype atMost);

/// "ateliers_bretagne_decoupe-laser_2026-11-22": what a file of these results is called, without extension.
QString proposedFileName(const Filter &filter, const QDate &date, const Words &words);

/// "Sans « Découpe laser »" of a choice to drop, and the filter without it.
QString dropText(directory::Suggestion::Drop drop, const Filter &filter, const Words &words);
Filter dropped(Filter filter, directory::Suggestion::Drop drop);
/// The filter without everything that says where.
Filter withoutPlace(Filter filter);

} // namespace repere::models
