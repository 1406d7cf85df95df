#pragma once

#include "basemap/map_painter.h"
#include "core/map_overlay.h"

#include <memory>

namespace repere::basemap {

/// Paints what lies between the ground and the signs: coloured territories, areas that nothing covers. Thread-safe after
/// loading.
class OverlayPainter
{
public:
    /// Reads the outlines of the départements. Errors: Missing, Unreadable.
    static Result<std::shared_ptr<const OverlayPainter>> load(const QString &dataFolder);
    ~OverlayPainter();

    /// Over the ground of the same view. Composed as one image at the painter's resolution, so that neighbours meet
    /// without seams and circles melt together.
    void paint(QPainter &painter, const MapView &view, const MapOverlay &overlay, Theme theme) const;
    /// The same, as an image of view.size × `scale` device pixels.
    QImage image(const MapView &view, const MapOverlay &overlay, Theme theme, double scale) const;

private:
    OverlayPainter();
    struct Private;
    std::unique_ptr<Private> d;
};

/// The colour of a class, as seen in the legend: light to dark on a light ground, dark to light on a dark one. Also for
/// MapOverlay::kNothing and kNoData (which is hatched, too).
QColor shadeColour(int step, int steps, Theme theme);
/// The colour of what nothing covers; hatched, too.
QColor uncoveredColour(Theme theme);

} // namespace repere::basemap
