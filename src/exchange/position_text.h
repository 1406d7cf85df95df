#pragma once

#include <QString>

#include <optional>

namespace repere::exchange {

/// Degrees as people write them: "45.0707", "45,0707", "45°04'14.5\"N", "1° 22′ 1″ O"; nullopt for anything else.
std::optional<double> degreesOf(const QString &text);

/// Both halves of a position in one cell, as written.
struct PositionPair {
    QString north; ///< latitude, or y
    QString east;  ///< longitude, or x

    bool operator==(const PositionPair &) const = default;
};

/// "48.85, 2.35", "[2.35, 48.85]" (the one that can be a latitude of France comes first unless only the second can),
/// "POINT (2.35 48.85)", "SRID=2154;POINT(652000 6862000)", a GeoJSON point; nullopt for anything else.
std::optional<PositionPair> positionPairOf(const QString &cell);

/// What a cell of a column of ticks says: "oui", "x", "1" and counts are yes, "non", "0" and nothing are no; nullopt for all
/// else.
std::optional<bool> tickOf(const QString &cell);

} // namespace repere::exchange
