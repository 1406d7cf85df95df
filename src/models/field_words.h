#pragma once

#include "core/field_value.h"
#include "models/words.h"

namespace repere::models {

/// How people read the fields of a place that merge one by one (directory/atelier_fields.h), "Commune", "Position", and
/// those that only tables from outside have (ColumnMapping::fields()).
QString fieldName(const QString &field, const Words &words);
/// A stored value of such a field: labels instead of ids, dates and numbers in the typography of the language.
QString fieldValueText(const QString &field, const QString &stored, const Words &words);
/// "CGET 2019", "typed by hand".
QString sourceText(const QString &source);
QString sourceText(const FieldValue &value);

} // namespace repere::models
