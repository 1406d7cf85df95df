#include "gui/layer_picture.h"

namespace repere::gui {

LayerPicture::LayerPicture(const models::MapLayers &layers, QString dataFolder)
    : m_overlay(layers.overlay()), m_dataFolder(std::move(dataFolder)), m_title(layers.title()),
      m_summary(layers.summary()), m_classes(layers.classes()), m_places(layers.showsPlaces())
{
}

void LayerPicture::addTo(basemap::SnapshotRequest &request) const
{
    if (m_overlay.isEmpty())
        return;
    if (!m_places) {
        request.clusters.clear();
        request.names.clear();
        request.legend.clear();
    }
    request.shades.push_back({{}, m_title, false});
    if (m_overlay.uncovered)
        request.shades.push_back({basemap::uncoveredColour(request.theme), m_summary, true}); // as on the land
    for (const models::MapLayerClass &each : m_classes)
        request.shades.push_back(
            {basemap::shadeColour(each.step, each.steps, request.theme), each.text, each.step == MapOverlay::kNoData});
    request.overlay = [overlay = m_overlay, folder = m_dataFolder,
                       theme = request.theme](QPainter &painter, const basemap::MapView &view) {
        // A picture without its layer would lie; the outlines were read when the window showed them.
        if (const auto layer = basemap::OverlayPainter::load(folder))
            (*layer)->paint(painter, view, overlay, theme);
    };
}

} // namespace repere::gui
