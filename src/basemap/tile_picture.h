#pragma once

#include <QByteArray>
#include <QSize>

namespace repere::basemap {

/// What a picture of a tile says of itself in its first bytes.
struct PictureHead {
    QByteArray type; ///< "image/png", "image/jpeg" or "image/webp"; empty: none of these, or larger than a tile may be
    QSize size;
};
PictureHead pictureHead(const QByteArray &bytes);

} // namespace repere::basemap
