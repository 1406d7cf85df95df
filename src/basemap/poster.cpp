#include "basemap/poster.h"

#include "basemap/map_furniture.h"
#include "basemap/picture_file.h"
#include "basemap/picture_text.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QDir>
#include <QFontMetricsF>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgGenerator>

#include <cmath>

namespace repere::basemap {

namespace {

constexpr double kInch = 25.4;
// On A4; what stands around the map grows with the paper.
constexpr double kMargin = 30;  // logical pixels around everything
constexpr double kHeader = 66;  // heading and title
constexpr double kFooter = 128; // legend of four rows, attribution, date
constexpr int kSvgUnits = 10;   // of a millimetre: a resolution of 254 is whole

struct PosterText {
    Q_DECLARE_TR_FUNCTIONS(Poster)
};

/// How much more than the map what stands around it grows with the paper: together as the paper does.
double growth(const PosterSheet &sheet)
{
    return sheet.millimetresPerPixel() / (kInch / 96);
}

/// The largest size at which a text takes `width` at most.
QFont fittingFont(const QString &text, double wanted, double least, double width)
{
    for (double size = wanted; size > least; size -= 1) {
        if (QFontMetricsF(pictureFont(size, QFont::Bold)).horizontalAdvance(text) <= width)
            return pictureFont(size, QFont::Bold);
    }
    return pictureFont(least, QFont::Bold);
}

void paintHeader(QPainter &painter, const PosterRequest &request, const QRectF &area)
{
    const Palette &colours = palette(request.picture.theme);
    const QString heading = request.heading.isEmpty() ? request.picture.title : request.heading;
    const QFont font = fittingFont(heading, 30, 12, area.width());
    const QFontMetricsF metrics(font);
    const QFont small = pictureFont(13);
    const QFontMetricsF smallMetrics(small);
    const bool twoLines = !request.heading.isEmpty() && !request.picture.title.isEmpty();
    const double baseline = twoLines ? area.bottom() - 32 : area.bottom() - 16;
    painter.setFont(font);
    painter.setPen(colours.ink);
    paintText(painter, QPointF(area.left(), baseline), metrics.elidedText(heading, Qt::ElideRight, area.width()));
    if (!twoLines)
        return;
    painter.setFont(small);
    painter.setPen(colours.inkSoft);
    paintText(painter, QPointF(area.left(), area.bottom() - 11),
              smallMetrics.elidedText(request.picture.title, Qt::ElideRight, area.width()));
}

void paintFooter(QPainter &painter, const MapPainter &map, const PosterRequest &request, const QRectF &area)
{
    const Palette &colours = palette(request.picture.theme);
    const std::vector<LegendLine> lines = legendLines(request.picture);
    paintLegendLines(&painter, lines, area.topLeft() + QPointF(-2, 8), area.width(), request.picture.theme);

    const QFont font = pictureFont(9);
    const QFontMetricsF metrics(font);
    painter.setFont(font);
    painter.setPen(colours.inkSoft);
    const QString made = request.date.isEmpty() ? QStringLiteral("Repère") : request.date + QStringLiteral(" · Repère");
    const double right = metrics.horizontalAdvance(made);
    const QStringList credit = wrapped(map.attribution(), metrics, area.width() - right - 24);
    double baseline =
        area.bottom() - metrics.descent() - metrics.lineSpacing() * static_cast<double>(credit.size() - 1);
    for (const QString &line : credit) {
        paintText(painter, QPointF(area.left(), baseline), line);
        baseline += metrics.lineSpacing();
    }
    paintText(painter, QPointF(area.right() - right, area.bottom() - metrics.descent()), made);
}

/// In logical pixels of the sheet.
void paintSheet(QPainter &painter, const MapPainter &map, const PosterRequest &request)
{
    const Palette &colours = palette(request.picture.theme);
    const QSizeF size = request.sheet.size();
    const QRectF frame = request.sheet.mapRect();
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);

    painter.save();
    painter.translate(frame.topLeft());
    QImage scrap(8, 8, QImage::Format_RGB32);
    QPainter nowhere(&scrap);
    const QPointF corner(12, frame.height() - 12);
    const QRectF scale = paintScale(nowhere, request.picture.view, corner, colours);
    paintMap(painter, map, request.picture, {scale});
    paintScale(painter, request.picture.view, corner, colours);
    painter.restore();

    // Paper over what stands out of the frame: not every format can clip.
    const QRectF sheet(QPointF(), size);
    const QRectF all = sheet.adjusted(-4, -4, 4, 4); // the sheet ends between two pixels
    for (const QRectF &part : {QRectF(all.topLeft(), QPointF(all.right(), frame.top())),
                               QRectF(all.topLeft(), QPointF(frame.left(), all.bottom())),
                               QRectF(QPointF(frame.right(), all.top()), all.bottomRight()),
                               QRectF(QPointF(all.left(), frame.bottom()), all.bottomRight())})
        painter.fillRect(part, colours.paper);
    painter.setPen(QPen(colours.inkSoft, 0.8));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(frame);

    const double by = growth(request.sheet);
    painter.save();
    painter.scale(by, by);
    const QRectF inner(frame.topLeft() / by, frame.size() / by);
    paintHeader(painter, request, QRectF(inner.left(), kMargin / 2, inner.width(), inner.top() - kMargin / 2));
    paintFooter(
        painter, map, request,
        QRectF(inner.left(), inner.bottom(), inner.width(), size.height() / by - inner.bottom() - kMargin * 0.7));
    painter.restore();
}

QByteArray png(const MapPainter &map, const PosterRequest &request)
{
    const QSizeF paper = request.sheet.millimetres();
    QImage image(QSize(qRound(paper.width() / kInch * request.dpi), qRound(paper.height() / kInch * request.dpi)),
                 QImage::Format_RGB32);
    if (image.isNull())
        return {};
    const int dotsPerMetre = qRound(request.dpi / kInch * 1000);
    image.setDotsPerMeterX(dotsPerMetre);
    image.setDotsPerMeterY(dotsPerMetre);
    image.setDevicePixelRatio(request.dpi * request.sheet.millimetresPerPixel() / kInch);
    QPainter painter(&image);
    paintSheet(painter, map, request);
    painter.end();
    image.setText(QStringLiteral("Copyright"), map.attribution());
    image.setText(QStringLiteral("Title"), request.heading);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    return image.save(&buffer, "PNG") ? bytes : QByteArray();
}

QByteArray svg(const MapPainter &map, const PosterRequest &request)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    const QSize size = (request.sheet.millimetres() * kSvgUnits).toSize();
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(qRound(kInch * kSvgUnits));
    generator.setSize(size);
    generator.setViewBox(QRect(QPoint(), size));
    generator.setTitle(request.heading.isEmpty() ? request.picture.title : request.heading);
    generator.setDescription(map.attribution());
    QPainter painter;
    if (!painter.begin(&generator))
        return {};
    const double scale = request.sheet.millimetresPerPixel() * kSvgUnits;
    painter.scale(scale, scale);
    paintSheet(painter, map, request);
    return painter.end() ? bytes : QByteArray();
}

QByteArray pdf(const MapPainter &map, const PosterRequest &request)
{
    constexpr int kResolution = 576; // a fine grid keeps curves smooth
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(kResolution);
    writer.setPageSize(QPageSize(request.sheet.paper));
    writer.setPageOrientation(request.sheet.landscape ? QPageLayout::Landscape : QPageLayout::Portrait);
    writer.setPageMargins(QMarginsF());
    writer.setTitle(request.heading.isEmpty() ? request.picture.title : request.heading);
    writer.setCreator(QStringLiteral("Repère"));
    QPainter painter;
    if (!painter.begin(&writer))
        return {};
    const double scale = kResolution * request.sheet.millimetresPerPixel() / kInch;
    painter.scale(scale, scale);
    paintSheet(painter, map, request);
    return painter.end() ? bytes : QByteArray();
}

} // namespace

QSizeF PosterSheet::millimetres() const
{
    const QSizeF upright = QPageSize::size(paper, QPageSize::Millimeter);
    return landscape ? upright.transposed() : upright;
}

double PosterSheet::millimetresPerPixel() const
{
    const double widths = QPageSize::size(paper, QPageSize::Millimeter).width()
                          / QPageSize::size(QPageSize::A4, QPageSize::Millimeter).width();
    return kInch / 96 * std::sqrt(widths);
}

QSizeF PosterSheet::size() const
{
    return millimetres() / millimetresPerPixel();
}

QRect PosterSheet::mapRect() const
{
    const QSizeF whole = size();
    const double by = growth(*this);
    return QRectF(kMargin * by, (kMargin / 2 + kHeader) * by, whole.width() - 2 * kMargin * by,
                  whole.height() - (kMargin + kHeader + kFooter) * by)
        .toRect();
}

std::optional<QPageSize::PageSizeId> paperNamed(const QString &name)
{
    static const std::pair<const char *, QPageSize::PageSizeId> papers[] = {{"A0", QPageSize::A0},
                                                                            {"A1", QPageSize::A1},
                                                                            {"A2", QPageSize::A2},
                                                                            {"A3", QPageSize::A3},
                                                                            {"A4", QPageSize::A4}};
    for (const auto &[known, id] : papers) {
        if (name.compare(QLatin1StringView(known), Qt::CaseInsensitive) == 0)
            return id;
    }
    return std::nullopt;
}

Result<void> writePoster(const QString &path, const MapPainter &map, const PosterRequest &request, JobContext &job)
{
    const QString native = QDir::toNativeSeparators(path);
    const auto format = pictureFormat(path);
    if (!format)
        return std::unexpected(format.error());
    const QSizeF paper = request.sheet.millimetres();
    const double pixels = paper.width() / kInch * request.dpi * paper.height() / kInch * request.dpi;
    if (*format == PictureFormat::Png && (request.dpi < 1 || pixels * 4 > kMostPosterBytes)) {
        return failure(ErrorCode::Usage,
                       PosterText::tr("The poster %1 was not written: at %2 dpi it would need %3 MB of memory. Take a "
                                      "lower resolution, or PDF, which is sharp at any size.")
                           .arg(native)
                           .arg(request.dpi)
                           .arg(std::lround(pixels * 4 / 1e6)));
    }
    const auto stopped = [&] {
        return failure(ErrorCode::Cancelled, PosterText::tr("The poster %1 was not written: stopped.").arg(native));
    };
    if (job.isCancelled())
        return stopped();
    job.report(-1);
    const QByteArray bytes = *format == PictureFormat::Png   ? png(map, request)
                             : *format == PictureFormat::Svg ? svg(map, request)
                                                             : pdf(map, request);
    if (job.isCancelled())
        return stopped();
    if (bytes.isEmpty()) {
        return failure(
            ErrorCode::Internal,
            PosterText::tr("The poster %1 was not written: there is not enough memory to paint it.").arg(native));
    }
    return savePicture(path, bytes);
}

} // namespace repere::basemap
