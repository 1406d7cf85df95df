#pragma once

#include <QColor>
#include <QFont>
#include <QStringList>

namespace repere::basemap {

enum class Theme { Light, Dark };

/// Every colour of the product, one table per theme. Window, list, QML and map take theirs from here, so that they stay
/// one picture: warm paper, ink, one teal accent, gold for the selection and for what matched.
struct Palette {
    // The window
    QColor paper;      ///< list, fiche, map overlays
    QColor paperAlt;   ///< cards, alternating rows
    QColor chrome;     ///< menu bar, tool bar, status bar
    QColor field;      ///< text fields, buttons
    QColor border;     ///< hairlines, frames of fields
    QColor ink;        ///< text
    QColor inkSoft;    ///< secondary text, placeholders, unknown values
    QColor accent;     ///< chosen boxes, links, the one main button
    QColor onAccent;   ///< text on accent
    QColor accentSoft; ///< chosen row, chip
    QColor gold;       ///< selection ring on the map, matched words
    QColor goldSoft;   ///< background of what matched
    QColor warning;    ///< errors, closed places

    // The ground
    QColor seaNorth; ///< at 54.5° N
    QColor seaSouth; ///< at 39° N
    QColor glow;     ///< shallow water along the coast, alpha at the shore
    QColor landFrance;
    QColor landForeign;
    QColor water;
    QColor waterLine;
    QColor river;
    QColor riverMinor;
    QColor departement; ///< border between départements
    QColor region;      ///< border between régions
    QColor regionCasing;
    QColor coast;
    QColor frontier;
    QColor frontierForeign;
    QColor town; ///< names and dots
    QColor village;
    QColor townForeign;
    QColor townDot; ///< inside of dots
    QColor country;
    QColor sea; ///< names of seas
    QColor halo;
    QColor haloSea;
};
const Palette &palette(Theme theme);

/// "Noto Sans", then whatever sans serif there is. Sizes on the map are logical pixels (QFont::setPixelSize).
QStringList fontFamilies();
/// A font for pictures: no hinting, so that names are as wide on screen as on paper. Make one per thread: QFont's
/// shared data is not safe to share.
QFont pictureFont(double pixelSize, QFont::Weight weight = QFont::Normal, bool italic = false,
                  double letterSpacing = 0);

} // namespace repere::basemap
