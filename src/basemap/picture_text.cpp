#include "basemap/picture_text.h"

#include <QPaintEngine>
#include <QPainter>
#include <QPainterPath>

namespace repere::basemap {

namespace {

bool isSvg(const QPainter &painter)
{
    return painter.paintEngine() && painter.paintEngine()->type() == QPaintEngine::SVG;
}

} // namespace

void paintText(QPainter &painter, QPointF baseline, const QString &text)
{
    if (!isSvg(painter)) {
        painter.drawText(baseline, text);
        return;
    }
    QPainterPath letters;
    letters.addText(baseline, painter.font(), text);
    painter.fillPath(letters, painter.pen().brush());
    layWords(painter, baseline, text);
}

void layWords(QPainter &painter, QPointF baseline, const QString &text)
{
    if (!isSvg(painter))
        return;
    const QPen pen = painter.pen();
    painter.setPen(QColor(0, 0, 0, 0)); // written as text of no opacity
    painter.drawText(baseline, text);
    painter.setPen(pen);
}

} // namespace repere::basemap
