#pragma once

#include "core/geo.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace repere {

struct Region {
    QString code; ///< INSEE
    QString name;
    std::int64_t population = 0;
    GeoBox bounds;
};

struct Departement {
    QString code; ///< INSEE: "01", "2A", "971"
    QString name;
    QString region;
    std::int64_t population = 0;
    GeoBox bounds;
};

/// A commune, or an arrondissement of Paris, Lyon or Marseille.
struct Commune {
    QString code; ///< INSEE
    QString name;
    QString departement;
    QString region;
    QStringList postcodes;
    std::int64_t population = 0; ///< 0 is possible: guard divisions
    GeoPoint centre;
    bool isArrondissement = false;
};

/// A position in a plane system, metres.
struct PlanePosition {
    QString system; ///< "Lambert-93", "RGR92 UTM 40S"
    QString code;   ///< "EPSG:2154"
    double easting = 0;
    double northing = 0;
};

/// Where a point lies. Empty codes: not in France, or at sea farther than the snapping distance.
struct Location {
    QString commune; ///< nearest commune centre within the département, INSEE
    QString departement;
    QString region;
    bool snapped = false; ///< no outline holds the point; the nearest département within 25 km was taken

    bool operator==(const Location &) const = default;
};

/// A place that a name, code or postcode may mean.
struct PlaceCandidate {
    QString label;   ///< "Murat (15)"
    QString commune; ///< INSEE; empty for a postcode shared by several communes
    GeoPoint point;
    std::int64_t population = 0;
    bool approximate = false; ///< a postcode shared by several communes
};

/// The answer to a place asked by name: `chosen` when there is one meaning, or one ten times more populous than the next
/// (then `others` is not empty and is said); none with several candidates = ambiguous.
struct PlaceAnswer {
    std::optional<PlaceCandidate> chosen;
    std::vector<PlaceCandidate> others; ///< most populous first
};

} // namespace repere
