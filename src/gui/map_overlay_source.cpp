#include "gui/map_overlay_source.h"

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>

#include <mutex>

namespace repere::gui {

struct MapOverlaySource::Shared {
    std::once_flag once;
    std::shared_ptr<const basemap::OverlayPainter> painter;
};

MapOverlaySource::MapOverlaySource(models::MapLayers &layers, QString dataFolder, QObject *parent)
    : QObject(parent), m_layers(layers), m_dataFolder(std::move(dataFolder)), m_shared(std::make_shared<Shared>())
{
    connect(&layers, &models::MapLayers::overlayChanged, this, &MapOverlaySource::changed);
    connect(&layers, &models::MapLayers::outlineChanged, this, &MapOverlaySource::changed);
}

void MapOverlaySource::paint(const basemap::MapView &view, basemap::Theme theme, double scale, QObject *receiver,
                             std::function<void(QImage)> done) const
{
    QThreadPool::globalInstance()->start([shared = m_shared, folder = m_dataFolder, overlay = overlay(), view, theme,
                                          scale, guard = QPointer(receiver), done = std::move(done)] {
        std::call_once(shared->once, [&] {
            if (auto painter = basemap::OverlayPainter::load(folder))
                shared->painter = std::move(*painter);
        });
        QImage image = shared->painter ? shared->painter->image(view, overlay, theme, scale) : QImage();
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
