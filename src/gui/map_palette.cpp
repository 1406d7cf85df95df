#include "gui/map_palette.h"

#include "basemap/snapshot.h"

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

QColor MapPalette::typeColour(const QString &type) const
{
    return basemap::typeColour(type, m_theme);
}

QString MapPalette::typeLetter(const QString &type) const
{
    return basemap::typeLetter(type);
}

} // namespace repere::gui
