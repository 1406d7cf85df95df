#pragma once

#include <QStringList>

namespace repere::directory {

/// "Qt 6.8.2", "GDAL 3.10.3"…: the libraries that this process runs with, not those it was built with.
QStringList libraryVersions();

} // namespace repere::directory
