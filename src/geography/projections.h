#pragma once

#include "core/places.h"

#include <optional>

namespace repere::geography {

/// The position in the official plane system of its part of France (decree 2000-1276, amended by 2006-272 and 2019-165):
/// RGF93 / Lambert-93 on the mainland and Corsica, RGAF09 / UTM 20N in the Antilles, RGFG95 / UTM 22N in Guyane, RGR92 /
/// UTM 40S on La Réunion, RGM04 / UTM 38S on Mayotte. nullopt elsewhere. Any thread; computed by PROJ, which is never
/// given the network. Geographic coordinates of these systems and WGS 84 are taken as the same (less than a metre).
std::optional<PlanePosition> officialPosition(GeoPoint point);

} // namespace repere::geography
