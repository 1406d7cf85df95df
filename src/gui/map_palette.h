#pragma once

#include "basemap/style.h"

#include <QColor>
#include <QObject>
#include <QtQmlIntegration/qqmlintegration.h>

namespace repere::gui {

/// The colours of one theme for QML, from the one table of basemap, and the sizes of text, from the desktop's font.
/// Nothing in it changes: another theme is another object.
class MapPalette final : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("the map pane owns one per theme")
    Q_PROPERTY(QColor paper READ paper CONSTANT)
    Q_PROPERTY(QColor field READ field CONSTANT)
    Q_PROPERTY(QColor border READ border CONSTANT)
    Q_PROPERTY(QColor ink READ ink CONSTANT)
    Q_PROPERTY(QColor inkSoft READ inkSoft CONSTANT)
    Q_PROPERTY(QColor accent READ accent CONSTANT)
    Q_PROPERTY(QColor accentSoft READ accentSoft CONSTANT)
    Q_PROPERTY(QColor onAccent READ onAccent CONSTANT)
    Q_PROPERTY(QColor halo READ halo CONSTANT)
    Q_PROPERTY(QColor sea READ sea CONSTANT)
    Q_PROPERTY(QColor uncovered READ uncovered CONSTANT)
    Q_PROPERTY(int textPixels READ textPixels CONSTANT)
    Q_PROPERTY(int smallPixels READ smallPixels CONSTANT)
    Q_PROPERTY(int labelPixels READ labelPixels CONSTANT)

public:
    explicit MapPalette(basemap::Theme theme, QObject *parent = nullptr) : QObject(parent), m_theme(theme) {}

    basemap::Theme theme() const { return m_theme; }
    QColor paper() const { return table().paper; }
    QColor field() const { return table().field; }
    QColor border() const { return table().border; }
    QColor ink() const { return table().ink; }
    QColor inkSoft() const { return table().inkSoft; }
    QColor accent() const { return table().accent; }
    QColor accentSoft() const { return table().accentSoft; }
    QColor onAccent() const { return table().onAccent; }
    QColor halo() const { return table().halo; }
    QColor uncovered() const;
    QColor sea() const { return table().seaSouth; }

    int textPixels() const;
    int smallPixels() const; ///< legend, scale, attribution
    int labelPixels() const; ///< names of places, bold

    Q_INVOKABLE QColor shadeColour(int step, int steps) const; ///< see MapOverlay::Shade

private:
    const basemap::Palette &table() const { return basemap::palette(m_theme); }

    const basemap::Theme m_theme;
};

} // namespace repere::gui
