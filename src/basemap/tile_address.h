#pragma once

#include "basemap/style.h"

#include <QString>

#include <expected>

namespace repere::basemap {

/// One tile of the loopback service.
struct TileAddress {
    int ground = 0; ///< counts the choices of a ground, so that tiles of an earlier one are never shown
    Theme theme = Theme::Light;
    bool named = true; ///< with the names of towns, countries and seas; without them the path says "light-bare"
    int scale = 1;
    int z = 0;
    int x = 0;
    int y = 0;

    bool operator==(const TileAddress &) const = default;
};
size_t qHash(const TileAddress &address, size_t seed = 0);

inline constexpr int kMaxTileZoom = 19;

/// "/SECRET/0/light/2/6/32/22.png", or the HTTP status that says what is wrong with it.
std::expected<TileAddress, int> parseTilePath(const QString &path, const QString &secret);
/// "/SECRET/0/light/2/": what Qt Location appends z/x/y.png to.
QString tilePathStart(const QString &secret, int ground, Theme theme, int scale, bool named = true);

} // namespace repere::basemap
