#include "basemap/snapshot.h"

#include "basemap/map_furniture.h"
#include "basemap/picture_file.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgGenerator>

namespace repere::basemap {

namespace {

constexpr int kMostPixels = 16384; // per side

struct SnapshotText {
    Q_DECLARE_TR_FUNCTIONS(Snapshot)
};

void paintAll(QPainter &painter, const MapPainter &map, const SnapshotRequest &request)
{
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    // The furniture is painted once only to learn its size: no name may be half hidden.
    QImage scrap(8, 8, QImage::Format_RGB32);
    QPainter nowhere(&scrap);
    paintMap(painter, map, request, paintFurniture(nowhere, map, request));
    paintFurniture(painter, map, request);
}

bool writePng(QIODevice &device, const MapPainter &map, const SnapshotRequest &request)
{
    QImage image(request.view.size * request.devicePixelRatio, QImage::Format_RGB32);
    if (image.isNull())
        return false;
    image.setDevicePixelRatio(request.devicePixelRatio);
    QPainter painter(&image);
    paintAll(painter, map, request);
    painter.end();
    image.setText(QStringLiteral("Copyright"), map.attribution());
    if (!request.title.isEmpty())
        image.setText(QStringLiteral("Title"), request.title);
    return image.save(&device, "PNG");
}

bool writeSvg(QIODevice &device, const MapPainter &map, const SnapshotRequest &request)
{
    QSvgGenerator generator;
    generator.setOutputDevice(&device);
    generator.setSize(request.view.size);
    generator.setViewBox(QRect(QPoint(), request.view.size));
    generator.setResolution(96);
    generator.setTitle(request.title);
    generator.setDescription(map.attribution());
    QPainter painter;
    if (!painter.begin(&generator))
        return false;
    paintAll(painter, map, request);
    return painter.end();
}

bool writePdf(QIODevice &device, const MapPainter &map, const SnapshotRequest &request)
{
    // A logical pixel is 1/96 inch; the finer grid of the writer keeps curves smooth.
    constexpr int kFiner = 6;
    QPdfWriter writer(&device);
    writer.setResolution(96 * kFiner);
    writer.setPageSize(QPageSize(QSizeF(request.view.size) * 0.75, QPageSize::Point, QString(), QPageSize::ExactMatch));
    writer.setPageMargins(QMarginsF());
    writer.setTitle(request.title);
    writer.setCreator(QStringLiteral("Repère"));
    QPainter painter;
    if (!painter.begin(&writer))
        return false;
    painter.scale(kFiner, kFiner);
    paintAll(painter, map, request);
    return painter.end();
}

} // namespace

Result<void> writeSnapshot(const QString &path, const MapPainter &map, const SnapshotRequest &request)
{
    const QString native = QDir::toNativeSeparators(path);
    const auto format = pictureFormat(path);
    if (!format)
        return std::unexpected(format.error());
    const auto write = *format == PictureFormat::Png   ? &writePng
                       : *format == PictureFormat::Svg ? &writeSvg
                                                       : &writePdf;
    const QSize size = request.view.size;
    const double most = kMostPixels / std::max(1.0, request.devicePixelRatio);
    if (size.width() < 1 || size.height() < 1 || size.width() > most || size.height() > most) {
        return failure(ErrorCode::Usage,
                       SnapshotText::tr("The picture %1 was not written: %2 × %3 pixels are not between 1 and %4.")
                           .arg(native)
                           .arg(size.width())
                           .arg(size.height())
                           .arg(static_cast<int>(most)));
    }
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    if (!write(buffer, map, request)) {
        return failure(
            ErrorCode::Internal,
            SnapshotText::tr("The picture %1 was not written: there is not enough memory to paint it.").arg(native));
    }
    return savePicture(path, bytes);
}

} // namespace repere::basemap
