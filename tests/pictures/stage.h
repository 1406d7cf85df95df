#pragma once

#include "gui/main_window.h"
#include "gui/map_pane.h"

#include <QDir>
#include <QTemporaryDir>

class QQuickItem;
class QQuickWidget;

namespace repere::pictures {

/// The real window over a fresh copy of the starter directory, and hands that use it. Needs a display. GUI thread.
class Stage
{
public:
    /// False when the window, its places or its map do not come.
    bool open(const directory::Knowledge &knowledge, gui::ThemeChoice theme);

    gui::MainWindow &window() { return *m_window; }
    models::Workspace &workspace() { return *m_workspace; }
    gui::MapPane &map() { return *m_window->map(); }
    QQuickWidget &quick();

    /// Everything as after the start: no filter, no layer, all docks as they were, the whole country.
    void reset();
    void setFilter(const Filter &filter); ///< and waits for its answer
    void look(GeoPoint centre, double zoom);
    /// The map alone, this large: lists and docks make room.
    void onlyMap(QSize size);
    QPoint pixel(GeoPoint point);
    /// Presses, goes along the way as a hand does, releases.
    void drag(const QList<QPoint> &way);
    void click(QPoint at);
    /// The first item of the map of this QML type.
    QQuickItem *item(const char *type, QQuickItem *from = nullptr);
    QPoint middleOf(QQuickItem *item);

    /// Waits until the widget has looked the same for a while.
    QImage still(QWidget &widget);
    QImage still() { return still(*m_window); }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<models::Workspace> m_workspace;
    std::unique_ptr<gui::MainWindow> m_window; // destroyed before the workspace
    QByteArray m_docks;
};

} // namespace repere::pictures
