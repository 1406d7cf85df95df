#pragma once

#include "core/change.h"
#include "core/result.h"
#include "directory/knowledge.h"

#include <QStringList>

#include <vector>

namespace repere::directory {

/// Mends what a source says of where a place is, with proof, and notes every step from what to what and why: lost leading
/// zeros, 0 for unknown, CEDEX, Corsica and overseas, a commune code that the rest contradicts, a département that the
/// position contradicts (by more than 2 km; nearer, the postcode or the commune code must contradict it, too), latitude
/// and longitude swapped (only proposed: the place is put at its commune), a position far from the address.
/// Fields that the source left empty are filled by completePlace(); they are noted only when `fields` has them.
Result<std::vector<ImportReport::Repair>> repairPlace(Atelier &atelier, const QStringList &fields,
                                                      const Knowledge &knowledge);

/// The département of a place whose stated one may be contradicted by its position: the rule above.
Result<QString> settledDepartement(const Atelier &atelier, const Location &location, const Knowledge &knowledge);

} // namespace repere::directory
