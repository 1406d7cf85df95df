#pragma once

#include "core/atelier.h"
#include "core/result.h"

namespace repere {

/// Lists inside one cell or column as compact JSON: the same form in the store, in CSV and in GeoJSON.
/// Equipment: [{"id","raw","model","count","conditions","guessed"}], unknown keys left out.
QString equipmentToJson(const std::vector<EquipmentItem> &items);
Result<std::vector<EquipmentItem>> equipmentFromJson(const QString &text);
/// Personal data: [{"kind","value"}], kind one of name, email, phone.
QString personalToJson(const std::vector<PersonalDatum> &data);
Result<std::vector<PersonalDatum>> personalFromJson(const QString &text);
/// Provenance: [{"source","record_key","url","licence","as_of","values","gone_since"}], unknown keys left out.
QString provenanceToJson(const std::vector<Provenance> &records);
Result<std::vector<Provenance>> provenanceFromJson(const QString &text);

} // namespace repere
