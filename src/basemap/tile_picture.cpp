#include "basemap/tile_picture.h"

#include <QBuffer>
#include <QImageReader>

namespace repere::basemap {

PictureHead pictureHead(const QByteArray &bytes)
{
    constexpr int kLargest = 2048; // pixels; a picture of few bytes may unpack to gigabytes
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer);
    const QByteArray format = reader.format();
    const QSize size = reader.size();
    if ((format != "png" && format != "jpeg" && format != "webp") || size.isEmpty() || size.width() > kLargest
        || size.height() > kLargest)
        return {};
    return {"image/" + format, size};
}

} // namespace repere::basemap
