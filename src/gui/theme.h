#pragma once

#include "basemap/style.h"

#include <QColor>
#include <QFont>

class QApplication;
class QPushButton;

namespace repere::gui {

/// The palette of the window: warm paper, ink, one teal accent, gold for the selection and for what matched. Every colour
/// of the window is named here and nowhere else. Every text reaches 4.5:1 on every ground (WCAG 2.1, 1.4.3).
struct Theme {
    basemap::Theme kind = basemap::Theme::Light;
    QColor bar;   ///< menu bar, tool bar edge, status bar
    QColor paper; ///< panels
    QColor sheet; ///< fields, list, fiche
    QColor ink;
    QColor muted; ///< second lines
    QColor line;  ///< hairlines and borders
    QColor accent;
    QColor onAccent;
    QColor tint; ///< what is chosen
    QColor gold; ///< border of what matched
    QColor goldTint;
    QColor warning;    ///< closed places, exclusions
    QColor shadowTint; ///< pressed and hovered controls

    static Theme light();
    static Theme dark();
    /// The one in force (property of the application).
    static const Theme &current();
};

enum class ThemeChoice { System, Light, Dark };

/// Sets style, palette and style sheet of the application; widgets repaint. Follows the desktop while the choice is
/// System. GUI thread.
void applyTheme(QApplication &application, ThemeChoice choice);

/// The one button that a window is about, filled with the accent colour.
void setPrimary(QPushButton &button);

/// The font larger or smaller, whatever unit the desktop set it in.
QFont scaled(QFont font, double factor);
QFont bold(QFont font);
QFont italic(QFont font);

} // namespace repere::gui
