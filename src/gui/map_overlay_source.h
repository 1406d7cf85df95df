#pragma once

#include "basemap/overlay_painter.h"
#include "models/map_layers.h"

#include <QObject>
#include <QtQmlIntegration/qqmlintegration.h>

#include <functional>
#include <memory>

namespace repere::gui {

/// Paints the layer of a window in threads of the pool. The outlines are read when something is first painted. GUI thread.
class MapOverlaySource final : public QObject
{
    Q_OBJECT
    QML_NAMED_ELEMENT(OverlaySource)
    QML_UNCREATABLE("the map pane owns it")
public:
    MapOverlaySource(models::MapLayers &layers, QString dataFolder, QObject *parent = nullptr);

    const MapOverlay &overlay() const { return m_layers.overlay(); }
    /// `done` comes in the GUI thread while `receiver` lives; null when the outlines cannot be read.
    void paint(const basemap::MapView &view, basemap::Theme theme, double scale, QObject *receiver,
               std::function<void(QImage)> done) const;

signals:
    void changed();

private:
    models::MapLayers &m_layers;
    QString m_dataFolder;
    struct Shared;
    std::shared_ptr<Shared> m_shared; ///< outlives this while something is being painted
};

} // namespace repere::gui
