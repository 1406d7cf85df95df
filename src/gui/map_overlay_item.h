#pragma once

#include "gui/map_overlay_source.h"
#include "gui/map_palette.h"

#include <QGeoCoordinate>
#include <QImage>
#include <QPointer>
#include <QQuickItem>
#include <QTimer>

namespace repere::gui {

/// The layer and the names of the ground on the screen: an image wider than the view, painted in the pool. While the map
/// moves, the last image moves and stretches with it; once it rests, or has passed the edge of the image, a new one is
/// painted. Names alone fade as they stretch: letters of the wrong size are worse than none for a moment.
class MapOverlayItem : public QQuickItem
{
    Q_OBJECT
    QML_NAMED_ELEMENT(OverlayItem)
    Q_PROPERTY(repere::gui::MapOverlaySource *source READ source WRITE setSource NOTIFY sourceChanged)
    Q_PROPERTY(repere::gui::MapPalette *colours READ colours WRITE setColours NOTIFY coloursChanged)
    Q_PROPERTY(QGeoCoordinate centre READ centre WRITE setCentre NOTIFY viewChanged)
    Q_PROPERTY(double zoom READ zoom WRITE setZoom NOTIFY viewChanged)

public:
    explicit MapOverlayItem(QQuickItem *parent = nullptr);

    MapOverlaySource *source() const { return m_source; }
    void setSource(MapOverlaySource *source);
    MapPalette *colours() const { return m_colours; }
    void setColours(MapPalette *colours);
    QGeoCoordinate centre() const { return m_centre; }
    void setCentre(const QGeoCoordinate &centre);
    double zoom() const { return m_zoom; }
    void setZoom(double zoom);
    /// What is shown, and where it is the truth.
    const QImage &image() const { return m_image; }
    const basemap::MapView &imageView() const { return m_imageView; }
    /// How much of the image is seen: 1, less where it holds only names and the zoom has left theirs.
    double shownOpacity() const;

signals:
    void sourceChanged();
    void coloursChanged();
    void viewChanged();
    void painted(); ///< a new image is shown, or none any more

protected:
    QSGNode *updatePaintNode(QSGNode *node, UpdatePaintNodeData *) override;
    void geometryChange(const QRectF &now, const QRectF &before) override;

private:
    void move();
    void paintSoon() { m_wait.start(); }
    void paintNow();
    basemap::MapView viewNow() const;
    QRectF imageRect() const; ///< where the image is now, and how much it has grown

    QPointer<MapOverlaySource> m_source;
    QPointer<MapPalette> m_colours;
    QGeoCoordinate m_centre;
    double m_zoom = 0;
    QTimer m_wait;        // until the map rests
    bool m_busy = false;  // an image is being painted…
    bool m_again = false; // …and is out of date already
    QImage m_image;       // null: nothing to show
    bool m_uploaded = false;
    bool m_onlyNames = false; // no colours of a layer are in the image
    basemap::MapView m_imageView;
};

} // namespace repere::gui
