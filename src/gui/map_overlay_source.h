#pragma once

#include "basemap/overlay_painter.h"
#include "models/map_layers.h"

#include <QObject>
#include <QtQmlIntegration/qqmlintegration.h>

#include <functional>
#include <memory>

namespace repere::gui {

/// Paints in threads of the pool what a window shows between its tiles and its signs: the layer, and over it the names of
/// the ground, which stay clear of the signs. The outlines are read when a layer is first painted. GUI thread.
class MapOverlaySource final : public QObject
{
    Q_OBJECT
    QML_NAMED_ELEMENT(OverlaySource)
    QML_UNCREATABLE("the map pane owns it")
public:
    /// What the signs show of a view besides themselves: the boxes of their names, logical pixels.
    using Strips = std::function<std::vector<QRectF>(const basemap::MapView &)>;
    MapOverlaySource(models::Workspace &workspace, models::MapLayers &layers, Strips strips, QObject *parent = nullptr);

    /// Null: the tiles have names.
    void setNames(std::shared_ptr<const basemap::MapPainter> painter);
    /// Names may have to move: soon is enough.
    void moveNames();
    bool isEmpty() const { return m_layers.overlay().isEmpty() && !m_names; }
    bool hasLayer() const { return !m_layers.overlay().isEmpty(); }
    /// `done` comes in the GUI thread while `receiver` lives; null when the outlines cannot be read.
    void paint(const basemap::MapView &view, basemap::Theme theme, double scale, QObject *receiver,
               std::function<void(QImage)> done) const;

signals:
    void changed();
    void namesMoved();

private:
    models::Workspace &m_workspace;
    models::MapLayers &m_layers;
    Strips m_strips;
    std::shared_ptr<const basemap::MapPainter> m_names;
    struct Shared;
    std::shared_ptr<Shared> m_shared; ///< outlives this while something is being painted
};

} // namespace repere::gui
