#pragma once

#include "core/result.h"

#include <QString>

namespace repere::exchange {

/// The name under which GDAL is to open a file, once it is known to do no harm: an archive that unpacks to more than a
/// directory of places could ever hold is refused (Unreadable), and so is XML that declares entities. Zips of shapes, KML,
/// GeoPackage… are opened inside; spreadsheets and databases ("PG:…") under their own name.
Result<QString> safeName(const QString &path);

} // namespace repere::exchange
