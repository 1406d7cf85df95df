#include "basemap/picture_text.h"
#include "basemap/snapshot.h"

#include "core/filter.h"

#include <QFile>
#include <QFontMetricsF>
#include <QHash>
#include <QLocale>
#include <QPaintEngine>
#include <QPainter>
#include <QStaticText>
#include <QSvgRenderer>

#include <algorithm>
#include <array>
#include <cmath>

namespace repere::basemap {

namespace {

constexpr qsizetype kMostTexts = 2000;

struct TypeSign {
    QLatin1StringView type;
    QLatin1StringView letter;
    QRgb light;
    QRgb dark;
};

// Chosen with the simulation of Machado, Oliveira and Fernandes (2009): for protan, deutan and tritan eyes every pair
// stays apart (ΔE76 ≥ 9, most ≥ 15), and each stands out from the land of the map (≥ 3 : 1). The letter does the rest.
constexpr std::array kSigns = {
    TypeSign{QLatin1StringView("fablab"), QLatin1StringView("F"), 0x1f6f78, 0x4fb3bd},
    TypeSign{QLatin1StringView("makerspace"), QLatin1StringView("M"), 0x1e46b0, 0x3f8cf5},
    TypeSign{QLatin1StringView("hackerspace"), QLatin1StringView("H"), 0x9350ae, 0xcf8fe8},
    TypeSign{QLatin1StringView("techshop"), QLatin1StringView("S"), 0x7a1f3a, 0xe84a6f},
    TypeSign{QLatin1StringView("shared-workshop"), QLatin1StringView("A"), 0x4f5a17, 0xc3d94a},
    TypeSign{QLatin1StringView("coworking"), QLatin1StringView("C"), 0x3f93e6, 0xaedbff},
    TypeSign{QLatin1StringView("tiers-lieu"), QLatin1StringView("T"), 0xd2701a, 0xe5822e},
    TypeSign{QLatin1StringView("digital-public-space"), QLatin1StringView("N"), 0x1f2160, 0x8478d8},
    TypeSign{QLatin1StringView("media-library"), QLatin1StringView("B"), 0xa37c4b, 0xd3a878},
    TypeSign{QLatin1StringView("incubator"), QLatin1StringView("I"), 0xd566ac, 0xf0c4d4},
};

const TypeSign *signOf(const QString &type)
{
    const auto it = std::ranges::find_if(kSigns, [&type](const TypeSign &sign) { return sign.type == type; });
    return it == kSigns.end() ? nullptr : &*it;
}

QColor faint(QColor colour, int alpha)
{
    colour.setAlpha(alpha);
    return colour;
}

void paintCentred(QPainter &painter, const QString &text, double pixelSize, QColor ink)
{
    // Looking a font up and shaping take longer than everything else about a sign; signs say the same over and over.
    thread_local QHash<QString, QStaticText> texts;
    thread_local QHash<int, QFont> fonts;
    const int pixels = qRound(pixelSize);
    auto font = fonts.find(pixels);
    if (font == fonts.end())
        font = fonts.insert(pixels, pictureFont(pixels, QFont::Bold));
    if (texts.size() > kMostTexts)
        texts.clear();
    QStaticText &shaped = texts[QString::number(pixels) + u' ' + text];
    if (shaped.text().isEmpty()) {
        shaped.setTextFormat(Qt::PlainText);
        shaped.setText(text);
        shaped.prepare({}, *font);
    }
    painter.setFont(*font);
    painter.setPen(ink);
    const QPointF corner(-shaped.size().width() / 2, -shaped.size().height() / 2);
    if (painter.paintEngine()->type() == QPaintEngine::SVG)
        paintText(painter, corner + QPointF(0, QFontMetricsF(*font).ascent()), text);
    else
        painter.drawStaticText(corner, shaped);
}

/// The icon of a type in one colour; null when it has none. One for each thread: a renderer is not to be shared.
QSvgRenderer *iconOf(const QString &type, QColor ink)
{
    thread_local QHash<QString, std::shared_ptr<QSvgRenderer>> icons;
    if (!signOf(type))
        return nullptr;
    auto &icon = icons[type + ink.name()];
    if (!icon) {
        QFile file(QStringLiteral(":/types/%1.svg").arg(type));
        QByteArray svg = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        icon = std::make_shared<QSvgRenderer>(svg.replace("#000", ink.name().toLatin1()));
    }
    return icon->isValid() ? icon.get() : nullptr;
}

void paintPlace(QPainter &painter, const Cluster &cluster, Theme theme)
{
    const Palette &colours = palette(theme);
    const double radius = clusterDiameter(1) / 2;
    const QString type = cluster.types.empty() ? QString() : cluster.types.front().type;
    const QColor colour = typeColour(type, theme);
    const QRectF disc(-radius, -radius, 2 * radius, 2 * radius);
    if (cluster.approximate) {
        // Hollow and dashed: "about here".
        painter.setBrush(colours.paper);
        painter.setPen(QPen(faint(colours.paper, 220), 4));
        painter.drawEllipse(disc.adjusted(0.5, 0.5, -0.5, -0.5));
        painter.setPen(QPen(colour, 2, Qt::CustomDashLine, Qt::FlatCap));
        QPen dashes = painter.pen();
        dashes.setDashPattern({2.2, 1.4});
        painter.setPen(dashes);
        painter.drawEllipse(disc.adjusted(1, 1, -1, -1));
        paintTypeMark(painter, {}, 16, type, colour);
        return;
    }
    painter.setBrush(colour);
    painter.setPen(QPen(colours.paper, 2));
    painter.drawEllipse(disc);
    paintTypeMark(painter, {}, 16, type, inkOn(colour));
}

void paintGroup(QPainter &painter, const Cluster &cluster, Theme theme)
{
    const Palette &colours = palette(theme);
    const double radius = clusterDiameter(cluster.count) / 2;
    const double ring = radius < 20 ? 4.5 : 5.5;
    painter.setPen(Qt::NoPen);
    painter.setBrush(faint(colours.paper, 215));
    painter.drawEllipse(QPointF(), radius + 1.5, radius + 1.5);

    // Slices under a disc of paper: filling takes a fraction of stroking.
    const QRectF circle(-radius, -radius, 2 * radius, 2 * radius);
    double start = 90; // degrees, counter-clockwise as Qt counts; from the top, clockwise
    for (const Cluster::TypeCount &part : cluster.types) {
        const double span = -360.0 * part.count / std::max(1, cluster.count);
        painter.setBrush(typeColour(part.type, theme));
        if (span <= -359.9)
            painter.drawEllipse(circle);
        else
            painter.drawPie(circle, qRound(start * 16), qRound(span * 16));
        start += span;
    }
    painter.setBrush(colours.paper);
    painter.drawEllipse(QPointF(), radius - ring, radius - ring);
    const QString count = QLocale().toString(cluster.count);
    const double size = count.size() <= 2 ? 14 : count.size() <= 3 ? 13 : count.size() <= 5 ? 11.5 : 9.5;
    paintCentred(painter, count, size, colours.ink);
}

} // namespace

QColor typeColour(const QString &type, Theme theme)
{
    const TypeSign *sign = signOf(type);
    if (!sign)
        return QColor::fromRgb(theme == Theme::Dark ? 0x94918a : 0x8b877c);
    return QColor::fromRgb(theme == Theme::Dark ? sign->dark : sign->light);
}

QString typeLetter(const QString &type)
{
    const TypeSign *sign = signOf(type);
    if (sign)
        return sign->letter;
    return type.isEmpty() || type == kUnknown ? QStringLiteral("?") : type.left(1).toUpper();
}

QColor inkOn(QColor disc)
{
    const auto linear = [](float v) { return v <= 0.04045F ? v / 12.92F : std::pow((v + 0.055F) / 1.055F, 2.4F); };
    const float luminance =
        0.2126F * linear(disc.redF()) + 0.7152F * linear(disc.greenF()) + 0.0722F * linear(disc.blueF());
    return QColor::fromRgb(luminance > 0.30F ? 0x1c1b19 : 0xffffff); // 0.30: where white falls to 3 : 1
}

void paintTypeMark(QPainter &painter, QPointF centre, double size, const QString &type, QColor ink)
{
    if (QSvgRenderer *icon = iconOf(type, ink)) {
        icon->render(&painter, QRectF(centre.x() - size / 2, centre.y() - size / 2, size, size));
        return;
    }
    painter.save();
    painter.translate(centre);
    paintCentred(painter, typeLetter(type), size * 0.82, ink);
    painter.restore();
}

double clusterDiameter(int count)
{
    if (count <= 1)
        return 26;
    // Never wider than the distance that clustering keeps between signs.
    return std::min(56.0, std::round(32 + 4.2 * std::log2(count)));
}

void paintCluster(QPainter &painter, const Cluster &cluster, Theme theme, bool selected)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (selected) {
        const double radius = clusterDiameter(cluster.count) / 2 + 3.5;
        painter.setPen(QPen(palette(theme).gold, 3.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(QPointF(), radius, radius);
    }
    if (cluster.count > 1)
        paintGroup(painter, cluster, theme);
    else
        paintPlace(painter, cluster, theme);
    painter.restore();
}

} // namespace repere::basemap
