#include "geography/gdal_library.h"

#include <gdal.h>

namespace repere::geography {

std::mutex &gdalLock()
{
    static std::mutex mutex;
    return mutex;
}

QString gdalVersion()
{
    return QString::fromUtf8(GDALVersionInfo("RELEASE_NAME"));
}

} // namespace repere::geography
