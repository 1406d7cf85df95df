#include "directory/versions.h"

#include "geography/gdal_library.h"
#include "store/store.h"

#include <QtGlobal>

namespace repere::directory {

QStringList libraryVersions()
{
    return {QStringLiteral("Qt %1").arg(QLatin1String(qVersion())),
            QStringLiteral("GDAL %1").arg(geography::gdalVersion()),
            QStringLiteral("SQLite %1").arg(store::Store::sqliteVersion())};
}

} // namespace repere::directory
