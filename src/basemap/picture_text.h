#pragma once

#include <QPointF>
#include <QString>

class QPainter;

namespace repere::basemap {

/// Writes a line in the painter's font and the colour of its pen, so that the picture looks the same wherever it is opened.
/// Pixels are pixels and a PDF has its fonts inside; an SVG has none, and its reader may not have ours: there the letters
/// are outlines. The words lie over them unseen, to be searched, copied and read aloud.
void paintText(QPainter &painter, QPointF baseline, const QString &text);

/// The unseen words of letters that were painted otherwise, in the painter's font. Nothing where the format is not SVG.
void layWords(QPainter &painter, QPointF baseline, const QString &text);

} // namespace repere::basemap
