#pragma once

#include "basemap/overlay_painter.h"
#include "basemap/snapshot.h"
#include "models/map_layers.h"

#include <memory>

namespace repere::gui {

/// The layer that a window shows, for its pictures and posters. A value that any thread may use; later changes of the
/// window do not change it.
class LayerPicture
{
public:
    /// GUI thread. The outlines are read when a picture is painted.
    LayerPicture(const models::MapLayers &layers, QString dataFolder);

    /// Puts the layer between ground and signs, its legend beside theirs, and takes the signs away where the window does
    /// not show them. Nothing where the window shows no layer.
    void addTo(basemap::SnapshotRequest &request) const;

private:
    MapOverlay m_overlay;
    QString m_dataFolder;
    QString m_title;
    QString m_summary;
    QList<models::MapLayerClass> m_classes;
    bool m_places = true;
};

} // namespace repere::gui
