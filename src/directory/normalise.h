#pragma once

#include "core/change.h"
#include "core/result.h"
#include "directory/knowledge.h"
#include "exchange/reader.h"

namespace repere::directory {

/// A draft understood: words became ids, the place was completed. Words that nobody understood are listed as proposed
/// repairs; equipment keeps them in the items that wait for review.
struct Understood {
    Atelier atelier;
    std::vector<ImportReport::Repair> repairs;
};

/// Only the words; the place is left as it is. The atelier is taken out of the draft.
Understood understandWords(exchange::Draft &draft, const Knowledge &knowledge);
Result<Understood> understand(exchange::Draft draft, const Knowledge &knowledge);

/// Fills what follows from the rest: the commune from postcode and name, or from the position; a position at the commune
/// where there is none; département and région from the position, else from the commune.
Result<Atelier> completePlace(Atelier atelier, const Knowledge &knowledge);

/// The atelier with one field set from text, as `--set key=value` and a cell of a CSV do; words become ids, and words
/// that the vocabulary does not know are refused (equipment keeps them for review). Errors: Usage.
Result<Atelier> withField(const Atelier &atelier, const QString &key, const QString &text, const Knowledge &knowledge);

/// Free words of machines → items, the raw words kept beside each.
std::vector<EquipmentItem> equipmentFromWords(const QStringList &words, const Vocabulary &equipment);

} // namespace repere::directory
