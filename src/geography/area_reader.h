#pragma once

#include "core/geo.h"
#include "core/result.h"

#include <QString>

#include <vector>

namespace repere::geography {

/// A polygon or several, and the code of what they outline. A ring repeats its first point at its end; holes are rings
/// like others (even-odd rule).
struct Area {
    QString code;
    std::vector<std::vector<GeoPoint>> rings;
};

/// Reads a GeoJSON file of polygons; `codeField` is the property that holds the code. Errors: Missing, Unreadable.
Result<std::vector<Area>> readAreas(const QString &path, const QString &codeField);

} // namespace repere::geography
