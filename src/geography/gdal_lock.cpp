#include "geography/gdal_lock.h"

namespace repere::geography {

std::mutex &gdalLock()
{
    static std::mutex mutex;
    return mutex;
}

} // namespace repere::geography
