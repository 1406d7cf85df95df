#include "basemap/snapshot.h"

#include "basemap/map_furniture.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>

namespace repere::basemap {

namespace {

constexpr int kMostPixels = 16384; // per side

struct SnapshotText {
    Q_DECLARE_TR_FUNCTIONS(Snapshot)
};

/// What lies over the map, so that no name is half hidden.
std::vector<QRectF> covered(const MapPainter &map, const SnapshotRequest &request)
{
    QImage scrap(8, 8, QImage::Format_RGB32); // the furniture is painted once only to learn its size
    QPainter painter(&scrap);
    std::vector<QRectF> areas = paintFurniture(painter, map, request);
    for (const Cluster &cluster : request.clusters) {
        const double radius = clusterDiameter(cluster.count) / 2 + 1;
        const QPointF at = request.view.pixel(cluster.centre);
        areas.emplace_back(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius);
    }
    return areas;
}

void paintAll(QPainter &painter, const MapPainter &map, const SnapshotRequest &request)
{
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    map.paint(painter, request.view, request.theme, covered(map, request));
    // Large signs first: a lone place is never hidden behind a crowd.
    std::vector<const Cluster *> order;
    for (const Cluster &cluster : request.clusters)
        order.push_back(&cluster);
    std::ranges::stable_sort(order, [](const Cluster *a, const Cluster *b) { return a->count > b->count; });
    for (const Cluster *cluster : order) {
        painter.save();
        painter.translate(request.view.pixel(cluster->centre));
        paintCluster(painter, *cluster, request.theme, false);
        painter.restore();
    }
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
    const QString format = QFileInfo(path).suffix().toLower();
    const auto write = format == u"png"   ? &writePng
                       : format == u"svg" ? &writeSvg
                       : format == u"pdf" ? &writePdf
                                          : nullptr;
    if (!write) {
        return failure(
            ErrorCode::Usage,
            SnapshotText::tr("The picture %1 was not written: its name must end in .png, .svg or .pdf.").arg(native));
    }
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
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        return failure(ErrorCode::Unwritable,
                       SnapshotText::tr("The picture %1 was not written: %2.").arg(native, file.errorString()));
    }
    return {};
}

} // namespace repere::basemap
