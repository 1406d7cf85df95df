#include "models/field_pairs.h"

#include "directory/atelier_fields.h"
#include "models/field_words.h"

namespace repere::models {

QString fieldWords(const Atelier &atelier, const QString &field, const Words &words)
{
    return fieldValueText(field, directory::fieldText(atelier, field), words);
}

std::vector<FieldPair> fieldPairs(const Atelier &incoming, const Atelier *present, const Words &words)
{
    std::vector<FieldPair> pairs;
    for (const QString &field : directory::mergedFields()) {
        FieldPair pair{.field = field,
                       .name = {},
                       .incoming = fieldWords(incoming, field, words),
                       .present = present ? fieldWords(*present, field, words) : QString()};
        if (pair.incoming.isEmpty() && pair.present.isEmpty())
            continue;
        pair.name = fieldName(field, words);
        pair.differs = !pair.incoming.isEmpty() && !pair.present.isEmpty() && pair.incoming != pair.present;
        pairs.push_back(std::move(pair));
    }
    return pairs;
}

} // namespace repere::models
