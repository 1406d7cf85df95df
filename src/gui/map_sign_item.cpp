#include "gui/map_sign_item.h"

#include "basemap/snapshot.h"

#include <QPainter>

namespace repere::gui {

namespace {

constexpr double kRingRoom = 12; // for the selection ring and the soft edge around a sign

} // namespace

MapSignItem::MapSignItem(QQuickItem *parent) : QQuickPaintedItem(parent)
{
    setAntialiasing(true);
}

void MapSignItem::setFigure(const models::MapFigure &figure)
{
    if (m_figure == figure)
        return;
    m_figure = figure;
    setImplicitSize(diameter() + kRingRoom, diameter() + kRingRoom);
    emit figureChanged();
    update();
}

void MapSignItem::setSelected(bool selected)
{
    if (m_selected == selected)
        return;
    m_selected = selected;
    emit selectedChanged();
    update();
}

void MapSignItem::setShrunk(double shrunk)
{
    if (m_shrunk == shrunk)
        return;
    m_shrunk = shrunk;
    emit shrunkChanged();
    update();
}

void MapSignItem::setColours(MapPalette *colours)
{
    if (m_colours == colours)
        return;
    m_colours = colours;
    emit coloursChanged();
    update();
}

double MapSignItem::diameter() const
{
    return basemap::clusterDiameter(m_figure.cluster.count);
}

void MapSignItem::paint(QPainter *painter)
{
    if (!m_colours || m_figure.cluster.count == 0)
        return;
    painter->setRenderHint(QPainter::Antialiasing);
    painter->translate(width() / 2, height() / 2);
    painter->scale(m_shrunk, m_shrunk);
    basemap::paintCluster(*painter, m_figure.cluster, m_colours->theme(), m_selected);
}

} // namespace repere::gui
