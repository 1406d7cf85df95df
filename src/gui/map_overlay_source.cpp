#include "gui/map_overlay_source.h"

#include "basemap/snapshot.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPointer>
#include <QThreadPool>

#include <mutex>

namespace repere::gui {

struct MapOverlaySource::Shared {
    std::once_flag once;
    std::shared_ptr<const basemap::OverlayPainter> layer;
};

MapOverlaySource::MapOverlaySource(models::Workspace &workspace, models::MapLayers &layers, Strips strips,
                                   QObject *parent)
    : QObject(parent), m_workspace(workspace), m_layers(layers), m_strips(std::move(strips)),
      m_shared(std::make_shared<Shared>())
{
    connect(&layers, &models::MapLayers::overlayChanged, this, &MapOverlaySource::changed);
    connect(&layers, &models::MapLayers::outlineChanged, this, &MapOverlaySource::changed);
    connect(&layers, &models::MapLayers::settingsChanged, this, &MapOverlaySource::moveNames);
}

void MapOverlaySource::setNames(std::shared_ptr<const basemap::MapPainter> painter)
{
    if (m_names == painter)
        return;
    m_names = std::move(painter);
    emit changed();
}

void MapOverlaySource::moveNames()
{
    if (m_names)
        emit namesMoved();
}

void MapOverlaySource::paint(const basemap::MapView &view, basemap::Theme theme, double scale, QObject *receiver,
                             std::function<void(QImage)> done) const
{
    const bool places = m_names && m_layers.showsPlaces();
    QThreadPool::globalInstance()->start([shared = m_shared, folder = m_workspace.knowledge().dataFolder(),
                                          overlay = m_layers.overlay(), names = m_names,
                                          result = places ? m_workspace.result() : nullptr,
                                          keepFree = places ? m_strips(view) : std::vector<QRectF>(), view, theme,
                                          scale, guard = QPointer(receiver), done = std::move(done)]() mutable {
        QImage image;
        if (!overlay.isEmpty()) {
            std::call_once(shared->once, [&] {
                if (auto painter = basemap::OverlayPainter::load(folder))
                    shared->layer = std::move(*painter);
            });
            if (shared->layer)
                image = shared->layer->image(view, overlay, theme, scale);
        }
        if (names) {
            if (image.isNull()) {
                image = QImage((QSizeF(view.size) * scale).toSize(), QImage::Format_ARGB32_Premultiplied);
                image.fill(Qt::transparent);
            }
            if (result) {
                for (const Cluster &cluster : result->clusters(view.bounds(), view.zoom)) {
                    const double radius = basemap::clusterDiameter(cluster.count) / 2 + 1;
                    const QPointF at = view.pixel(cluster.centre);
                    keepFree.emplace_back(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius);
                }
            }
            image.setDevicePixelRatio(scale);
            QPainter painter(&image);
            names->paintNames(painter, view, theme, keepFree);
        }
        // As the graphics card takes it: the window's thread only hands it on.
        image.convertTo(QImage::Format_RGBA8888_Premultiplied);
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [guard, done, image = std::move(image)] {
                if (guard)
                    done(image);
            },
            Qt::QueuedConnection);
    });
}

} // namespace repere::gui
