#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>

namespace repere::basemap {

enum class PictureFormat { Png, Svg, Pdf };

/// By the extension of a file name, any case. Errors: Usage.
Result<PictureFormat> pictureFormat(const QString &path);
/// Written beside and renamed into place. Errors: Unwritable.
Result<void> savePicture(const QString &path, const QByteArray &bytes);

} // namespace repere::basemap
