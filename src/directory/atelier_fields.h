#pragma once

#include "core/atelier.h"

#include <QStringList>

namespace repere::directory {

/// The fields that merge one by one, under the JSON key that names them. A position is one field: latitude, longitude and
/// precision only make sense together. Provenance merges by record and is none of these.
const QStringList &mergedFields();
/// The merged field that a column belongs to ("lat" → "position", "equipment_raw" → "equipment"); empty for columns that
/// are derived or are no field ("id", "distance_km").
QString mergedFieldOf(const QString &columnKey);

bool sameField(const Atelier &a, const Atelier &b, const QString &field);
void copyField(Atelier &to, const Atelier &from, const QString &field);
/// The value as one text, empty = unknown: what provenance remembers of a source.
QString fieldText(const Atelier &atelier, const QString &field);
/// Sets the field to what fieldText() wrote. False, with nothing changed, for a text that it never writes.
bool setFieldText(Atelier &atelier, const QString &field, const QString &text);

/// Adds the records of `incoming` to those of `to`; a record of the same source, key and address replaces the former.
void mergeProvenance(Atelier &to, const std::vector<Provenance> &incoming);

} // namespace repere::directory
