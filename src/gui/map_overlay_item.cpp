#include "gui/map_overlay_item.h"

#include <QQuickWindow>
#include <QSGSimpleTextureNode>

#include <algorithm>
#include <cmath>

namespace repere::gui {

namespace {

constexpr int kRestMilliseconds = 60;
constexpr double kMargin = 0.2; // of the view, painted on each side
// Zooms away from that of the names: there they begin to fade, and there they are gone.
constexpr double kFadeFrom = 0.3;
constexpr double kFadeTo = 0.7;

} // namespace

MapOverlayItem::MapOverlayItem(QQuickItem *parent) : QQuickItem(parent)
{
    setFlag(ItemHasContents);
    m_wait.setSingleShot(true);
    m_wait.setInterval(kRestMilliseconds);
    connect(&m_wait, &QTimer::timeout, this, &MapOverlayItem::paintNow);
}

void MapOverlayItem::setSource(MapOverlaySource *source)
{
    if (m_source == source)
        return;
    if (m_source)
        m_source->disconnect(this);
    m_source = source;
    if (m_source) {
        connect(m_source, &MapOverlaySource::changed, this, &MapOverlayItem::paintNow);
        connect(m_source, &MapOverlaySource::namesMoved, this, &MapOverlayItem::paintSoon);
    }
    emit sourceChanged();
    paintSoon();
}

void MapOverlayItem::setColours(MapPalette *colours)
{
    if (m_colours == colours)
        return;
    m_colours = colours;
    emit coloursChanged();
    paintNow();
}

void MapOverlayItem::setCentre(const QGeoCoordinate &centre)
{
    if (m_centre == centre)
        return;
    m_centre = centre;
    emit viewChanged();
    move();
}

void MapOverlayItem::setZoom(double zoom)
{
    if (m_zoom == zoom)
        return;
    m_zoom = zoom;
    emit viewChanged();
    move();
}

void MapOverlayItem::geometryChange(const QRectF &now, const QRectF &before)
{
    QQuickItem::geometryChange(now, before);
    move();
}

void MapOverlayItem::move()
{
    if (!m_image.isNull())
        update();
    if (!m_source || m_source->isEmpty())
        return;
    // A hand that goes on does not wait; a zoom ends before one would be painted.
    const bool passed = !m_image.isNull() && m_zoom == m_imageView.zoom && !imageRect().contains(boundingRect());
    if (passed && !m_busy)
        paintNow();
    else
        paintSoon();
}

basemap::MapView MapOverlayItem::viewNow() const
{
    return {{m_centre.latitude(), m_centre.longitude()}, m_zoom, size().toSize()};
}

void MapOverlayItem::paintNow()
{
    m_wait.stop();
    if (!m_source || !m_colours || !m_centre.isValid() || m_zoom <= 0 || size().isEmpty() || !window())
        return;
    if (m_source->isEmpty()) {
        m_image = {};
        update();
        emit painted();
        return;
    }
    if (m_busy) {
        m_again = true;
        return;
    }
    m_busy = true;
    basemap::MapView view = viewNow();
    // Whole pixels on each side: letters are painted for the pixels on which they are shown.
    view.size += QSize(2 * qRound(width() * kMargin), 2 * qRound(height() * kMargin));
    const bool onlyNames = !m_source->hasLayer();
    m_source->paint(view, m_colours->theme(), window()->effectiveDevicePixelRatio(), this,
                    [this, view, onlyNames](const QImage &image) {
                        m_busy = false;
                        m_image = !m_source || m_source->isEmpty() ? QImage() : image;
                        m_imageView = view;
                        m_onlyNames = onlyNames;
                        m_uploaded = false;
                        update();
                        emit painted();
                        if (std::exchange(m_again, false))
                            paintNow();
                    });
}

QSGNode *MapOverlayItem::updatePaintNode(QSGNode *node, UpdatePaintNodeData *)
{
    if (m_image.isNull()) {
        delete node;
        return nullptr;
    }
    auto *seen = static_cast<QSGOpacityNode *>(node);
    if (!seen) {
        seen = new QSGOpacityNode;
        auto *picture = new QSGSimpleTextureNode;
        picture->setFlag(QSGNode::OwnedByParent);
        seen->appendChildNode(picture);
        picture->setOwnsTexture(true);
        picture->setFiltering(QSGTexture::Linear);
        m_uploaded = false;
    }
    seen->setOpacity(shownOpacity());
    auto *picture = static_cast<QSGSimpleTextureNode *>(seen->firstChild());
    if (!m_uploaded) {
        picture->setTexture(window()->createTextureFromImage(m_image, QQuickWindow::TextureHasAlphaChannel));
        m_uploaded = true;
    }
    picture->setRect(imageRect());
    return seen;
}

double MapOverlayItem::shownOpacity() const
{
    const double away = std::abs(m_zoom - m_imageView.zoom);
    return m_onlyNames ? std::clamp((kFadeTo - away) / (kFadeTo - kFadeFrom), 0.0, 1.0) : 1;
}

QRectF MapOverlayItem::imageRect() const
{
    const QPointF middle = viewNow().pixel(m_imageView.centre);
    const double grown = std::exp2(m_zoom - m_imageView.zoom);
    const QSizeF size = QSizeF(m_imageView.size) * grown;
    return {middle - QPointF(size.width() / 2, size.height() / 2), size};
}

} // namespace repere::gui
