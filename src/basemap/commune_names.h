#pragma once

#include "basemap/map_data.h"

namespace repere::basemap {

/// The communes of France that the ground shows, and the arrondissements of Paris, Lyon and Marseille, from
/// `dataFolder`/geography; in no order.
Result<std::vector<Town>> readCommunes(const QString &dataFolder);

} // namespace repere::basemap
