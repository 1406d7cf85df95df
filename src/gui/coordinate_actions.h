#pragma once

#include "models/words.h"
#include "models/workspace.h"

#include <QObject>
#include <QPointer>

class QActionGroup;
class QMenu;
class QToolButton;
class QUrl;

namespace repere::gui {

class MapPane;

/// Where things are: the coordinates in the status bar, and the menu of a spot of the map (right click, or the Menu key at
/// the sign where the keyboard is) – copy them in three forms, measure from there, open the spot elsewhere. Nothing is
/// opened before a person asks: linkRequested.
class CoordinateActions final : public QObject
{
    Q_OBJECT
public:
    CoordinateActions(models::Workspace &workspace, const models::Words &words, QWidget *window);

    void setMap(MapPane *map);
    /// For the status bar; shows the spot under the pointer, the middle of the map without one. Owned by the window.
    QToolButton *button() const { return m_button; }

    models::CoordinateForm form() const { return m_form; }
    void setForm(models::CoordinateForm form);

    /// The menu of a spot; deletes itself when it closes.
    QMenu *menuAt(GeoPoint point);

    /// Addresses of a spot: for the application of the desktop (RFC 5870), and of two sites.
    static QUrl geoUrl(GeoPoint point);
    static QUrl openStreetMapUrl(GeoPoint point, double zoom);
    static QUrl geoportailUrl(GeoPoint point, double zoom);

signals:
    void linkRequested(const QUrl &url);
    void formChanged();

private:
    void show();
    void addForms(QMenu *menu);

    models::Workspace &m_workspace;
    models::Words m_words;
    QWidget *m_window;
    QToolButton *m_button;
    QPointer<MapPane> m_map;
    models::CoordinateForm m_form = models::CoordinateForm::Decimal;
    std::optional<GeoPoint> m_pointer;
};

} // namespace repere::gui
