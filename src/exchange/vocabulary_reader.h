#pragma once

#include "core/result.h"
#include "core/vocabulary.h"

namespace repere::exchange {

/// Reads data/vocabulary/*.json (schema: data/vocabulary/vocabulary.schema.json). Errors name file, line or pointer.
Result<Vocabularies> readVocabularies(const QString &folder);

} // namespace repere::exchange
