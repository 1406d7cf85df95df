#pragma once

#include <QString>

namespace sample {

/// Writes the file that the first released schema gave: three invented places, four changes of which the last, an
/// import, is undone. tests/data/store/v1.gpkg was written by this and stays as it is.
void writeVersion1(const QString &path);

} // namespace sample
