#pragma once

#include "basemap/label_layout.h"
#include "basemap/style.h"

#include <QFont>
#include <QHash>

class QPainter;

namespace repere::basemap {

/// Paints names and dots of towns on one picture; holds its fonts. Not to be shared between threads.
class LabelPainter
{
public:
    LabelPainter(QPainter &painter, Theme theme);
    /// `anchor`: where Label::at falls in the picture.
    void paint(const Label &label, QPointF anchor);

private:
    struct Inks {
        QColor letters;
        QColor halo;
    };
    Inks inks(LabelStyle style) const;
    const QFont &font(LabelStyle style);
    void paintPixels(const Label &label, QPointF start, const Inks &inks);
    void paintOutlines(const Label &label, QPointF start, const Inks &inks);

    QPainter &m_painter;
    const Palette &m_palette;
    const bool m_pixels;       ///< painting on an image, not on paper
    const double m_ratio;      ///< device pixels per logical pixel
    QHash<int, QFont> m_fonts; ///< by LabelStyle
};

} // namespace repere::basemap
