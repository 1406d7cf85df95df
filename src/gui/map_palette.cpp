#include "gui/map_palette.h"

#include "basemap/overlay_painter.h"

#include <QFontInfo>
#include <QGuiApplication>

namespace repere::gui {

int MapPalette::textPixels() const
{
    return QFontInfo(QGuiApplication::font()).pixelSize();
}

int MapPalette::smallPixels() const
{
    return qRound(textPixels() * 0.86);
}

int MapPalette::labelPixels() const
{
    return qRound(textPixels() * 0.92);
}

QColor MapPalette::shadeColour(int step, int steps) const
{
    return basemap::shadeColour(step, steps, m_theme);
}

QColor MapPalette::uncovered() const
{
    return basemap::uncoveredColour(m_theme);
}

} // namespace repere::gui
