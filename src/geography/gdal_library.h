#pragma once

#include <QString>

#include <mutex>

namespace repere::geography {

/// Held while GDAL opens and reads the data that ships: outlines and base map are loaded in different threads, and the
/// first use of GDAL by two threads at once crashed now and then.
std::mutex &gdalLock();

/// The GDAL that this process runs with: "3.10.3".
QString gdalVersion();

} // namespace repere::geography
