#include "basemap/style.h"

namespace repere::basemap {

namespace {

QColor rgb(QRgb value, int alpha = 255)
{
    QColor colour = QColor::fromRgb(value);
    colour.setAlpha(alpha);
    return colour;
}

Palette lightPalette()
{
    return {
        .paper = rgb(0xfffdf8),
        .paperAlt = rgb(0xfbfaf6),
        .chrome = rgb(0xefece4),
        .field = rgb(0xffffff),
        .border = rgb(0xd9d3c6),
        .ink = rgb(0x26221d),
        .inkSoft = rgb(0x6b6459),
        .accent = rgb(0x1f6f78),
        .onAccent = rgb(0xffffff),
        .accentSoft = rgb(0xdcebec),
        .gold = rgb(0xf0b429),
        .goldSoft = rgb(0xfdf0cc),
        .warning = rgb(0xa8402a),
        .seaNorth = rgb(0xc7deeb),
        .seaSouth = rgb(0xb2d4e6),
        .glow = rgb(0xf0f8fc, 165),
        .landFrance = rgb(0xfbf8f1),
        .landForeign = rgb(0xece8df),
        .water = rgb(0xb9d7e6),
        .waterLine = rgb(0x93bdd4),
        .river = rgb(0x7fb3d1),
        .riverMinor = rgb(0xb3d0de),
        .departement = rgb(0xb3a387, 225),
        .region = rgb(0x8f7c5c, 240),
        .regionCasing = rgb(0xffffff, 150),
        .coast = rgb(0x7fa7bd, 230),
        .frontier = rgb(0x857560, 235),
        .frontierForeign = rgb(0xc6beae, 220),
        .town = rgb(0x332e28),
        .village = rgb(0x5f574c),
        .townForeign = rgb(0x8b8275),
        .townDot = rgb(0xffffff),
        .country = rgb(0x8d8375),
        .sea = rgb(0x5a8ca9),
        .halo = rgb(0xfefcf8, 220),
        .haloSea = rgb(0xd3e6f0, 190),
    };
}

Palette darkPalette()
{
    return {
        .paper = rgb(0x24262a),
        .paperAlt = rgb(0x2a2d31),
        .chrome = rgb(0x1d1f22),
        .field = rgb(0x2f3237),
        .border = rgb(0x44474c),
        .ink = rgb(0xebe7de),
        .inkSoft = rgb(0xa8a398),
        .accent = rgb(0x5fb4bd),
        .onAccent = rgb(0x10191a),
        .accentSoft = rgb(0x2b4347),
        .gold = rgb(0xf0b429),
        .goldSoft = rgb(0x4d4120),
        .warning = rgb(0xe58a72),
        .seaNorth = rgb(0x1a2a35),
        .seaSouth = rgb(0x15232e),
        .glow = rgb(0x38586a, 150),
        .landFrance = rgb(0x33373b),
        .landForeign = rgb(0x282b2e),
        .water = rgb(0x1d3341),
        .waterLine = rgb(0x3a5b6c),
        .river = rgb(0x4a7b94),
        .riverMinor = rgb(0x3a5666),
        .departement = rgb(0x7f786a, 225),
        .region = rgb(0xa99a78, 230),
        .regionCasing = rgb(0x1c1f22, 130),
        .coast = rgb(0x4e7184, 230),
        .frontier = rgb(0xb5a688, 220),
        .frontierForeign = rgb(0x4a4c4b, 220),
        .town = rgb(0xece8df),
        .village = rgb(0xbab5ab),
        .townForeign = rgb(0x918d85),
        .townDot = rgb(0x202326),
        .country = rgb(0x85827b),
        .sea = rgb(0x6f9cb5),
        .halo = rgb(0x262a2d, 215),
        .haloSea = rgb(0x17252f, 180),
    };
}

} // namespace

const Palette &palette(Theme theme)
{
    static const Palette light = lightPalette();
    static const Palette dark = darkPalette();
    return theme == Theme::Dark ? dark : light;
}

QStringList fontFamilies()
{
    return {QStringLiteral("Noto Sans"), QStringLiteral("Open Sans"), QStringLiteral("DejaVu Sans"),
            QStringLiteral("sans-serif")};
}

QFont pictureFont(double pixelSize, QFont::Weight weight, bool italic, double letterSpacing)
{
    QFont font(fontFamilies());
    font.setStyleHint(QFont::SansSerif);
    font.setHintingPreference(QFont::PreferNoHinting);
    // QFont only takes whole pixels; points at 72 dpi are not pixels either. Sizes are therefore rounded here.
    font.setPixelSize(qMax(1, qRound(pixelSize)));
    font.setWeight(weight);
    font.setItalic(italic);
    if (letterSpacing > 0)
        font.setLetterSpacing(QFont::AbsoluteSpacing, letterSpacing);
    return font;
}

} // namespace repere::basemap
