#include "gui/map_palette.h"

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

} // namespace repere::gui
