#pragma once

namespace repere {

/// How Repère names itself to the servers that people send it to.
inline constexpr char kUserAgent[] = "Repere/" REPERE_VERSION " (desktop map and directory of French ateliers)";

} // namespace repere
