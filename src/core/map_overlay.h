#pragma once

#include "core/geo.h"

#include <QStringList>

#include <cstdint>
#include <memory>
#include <vector>

namespace repere {

/// What lies between the ground of a map and its signs: coloured territories or areas that nothing covers. A cheap value.
struct MapOverlay {
    struct Shade {
        QString departement; ///< INSEE code
        int step = 0;        ///< kNoData, kNothing, or a class from 0 (lightest) to steps - 1
        bool operator==(const Shade &) const = default;
    };
    static constexpr int kNoData = -2;
    static constexpr int kNothing = -1; ///< the value is zero

    /// Régions or départements in the colours of their classes. A région is all of its départements.
    struct Territories {
        int steps = 0;
        std::vector<Shade> shades;
        QStringList outlined; ///< codes of the départements under the pointer, framed as one
        bool operator==(const Territories &) const = default;
    };
    /// Land farther than a radius from every atelier, and the communes whose centre lies there.
    struct Uncovered {
        double radiusMetres = 0;
        std::vector<GeoPoint> ateliers;
        struct Commune {
            GeoPoint centre;
            std::int64_t population = 0;
            bool operator==(const Commune &) const = default;
        };
        std::vector<Commune> communes; ///< most populous first
        bool operator==(const Uncovered &) const = default;
    };

    std::shared_ptr<const Territories> territories;
    std::shared_ptr<const Uncovered> uncovered;

    /// The very same contents, not equal ones.
    bool operator==(const MapOverlay &) const = default;
    bool isEmpty() const { return !territories && !uncovered; }
};

} // namespace repere
