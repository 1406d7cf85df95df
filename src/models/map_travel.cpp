// How the keyboard goes from sign to sign, and what a screen reader says of each.
#include "models/map_travel.h"

#include "models/map_state.h"

#include <QRectF>

#include <algorithm>
#include <cmath>

namespace repere::models {

namespace {

constexpr double kLeastReach = 600;     // pixels looked at beyond the view, at first
constexpr double kWiden = 4;            // and how much more each time that nothing lies there
constexpr double kWorldPixels = 0x1p21; // at the closest zoom: more than any view is away from any place

} // namespace

MapStep stepTowards(std::span<const QPointF> points, QPointF from, int dx, int dy)
{
    MapStep best;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const QPointF way = points[i] - from;
        const double along = way.x() * dx + way.y() * dy;
        const double aside = std::abs(way.x() * dy) + std::abs(way.y() * dx);
        if (along < 1 || aside > along * 1.5)
            continue;
        const double cost = along + 2 * aside;
        if (best.index < 0 || cost < best.reach)
            best = {.index = static_cast<int>(i), .reach = cost};
    }
    return best;
}

bool MapState::moveFocus(int dx, int dy)
{
    if (m_fanned) {
        moveInFan(dx + dy);
        return true;
    }
    const std::optional<Cluster> next = nextSign(dx, dy);
    if (!next)
        return false;
    setFocus(next);
    const QRectF view(QPointF(), m_camera.size);
    if (!view.marginsRemoved(QMarginsF(1, 1, 1, 1)).contains(m_camera.pixel(next->centre)))
        setView(next->centre, m_camera.zoom, true);
    return true;
}

std::optional<Cluster> MapState::nextSign(int dx, int dy) const
{
    const QRectF view(QPointF(), m_camera.size);
    // Who has moved the map away by hand goes on from what they see.
    const bool goesOn = m_focus && (!m_settled || view.contains(m_camera.pixel(m_focus->centre)));
    const QPointF from = goesOn ? m_camera.pixel(m_focus->centre) : view.center();
    const auto step = [&](const std::vector<Cluster> &clusters) {
        std::vector<QPointF> points;
        points.reserve(clusters.size());
        for (const Cluster &cluster : clusters)
            points.push_back(m_camera.pixel(cluster.centre));
        return stepTowards(points, from, dx, dy);
    };

    std::vector<Cluster> near;
    for (int row = 0; row < m_clusters.rowCount(); ++row) {
        const Cluster &cluster = m_clusters.at(row).cluster;
        if (!m_clusters.isLeaving(row) && view.contains(m_camera.pixel(cluster.centre)))
            near.push_back(cluster);
    }
    if (const MapStep inView = step(near); inView.index >= 0)
        return near[static_cast<std::size_t>(inView.index)];
    if (!m_result)
        return std::nullopt;

    // Beyond the view: as far as it takes, and far enough that nothing nearer was overlooked.
    MapCamera there = m_camera;
    there.centre = m_camera.pointAt(from);
    for (double reach = kLeastReach;; reach *= kWiden) {
        there.size = QSizeF(2 * reach, 2 * reach);
        const std::vector<Cluster> clusters = m_result->clusters(there.box(), m_camera.zoom);
        const MapStep found = step(clusters);
        if (found.index >= 0 && (found.reach <= reach || reach > kWorldPixels))
            return clusters[static_cast<std::size_t>(found.index)];
        if (reach > kWorldPixels)
            return std::nullopt;
    }
}

void MapState::setFocus(std::optional<Cluster> sign)
{
    m_focus = std::move(sign);
    speakSigns();
    emit focusChanged();
    emit placeHovered(m_focus && m_focus->count == 1 ? m_focus->id : 0);
}

void MapState::clearFocus()
{
    if (m_focus)
        setFocus(std::nullopt);
}

void MapState::activateFocus()
{
    if (m_fanned && m_fanFocus >= 0)
        choose(m_fanFocus);
    else if (m_focus)
        activateSign(Cluster(*m_focus)); // a copy: what it opens may move the focus
}

void MapState::followFocus()
{
    if (!m_focus)
        return;
    if (m_clusters.rowOf(*m_focus) >= 0) {
        emit focusChanged(); // perhaps in another row
        return;
    }
    // Another zoom, or another answer: the sign that holds its place now.
    const int holder = m_clusters.rowHolding(m_focus->id, pointOf(m_focus->id));
    if (holder >= 0)
        setFocus(m_clusters.at(holder).cluster);
    else if (m_settled && m_camera.box().contains(m_focus->centre))
        clearFocus();
}

void MapState::speakSigns()
{
    m_rest.stop();
    const QRectF view(QPointF(), m_camera.size);
    const GeoPoint from = m_result && m_result->filter().near ? m_result->filter().near->centre : m_camera.centre;
    struct Place {
        double metres;
        int row;
    };
    std::vector<Place> inView;
    for (int row = 0; row < m_clusters.rowCount(); ++row) {
        const Cluster &cluster = m_clusters.at(row).cluster;
        if (!m_clusters.isLeaving(row) && view.contains(m_camera.pixel(cluster.centre)))
            inView.push_back({distanceMetres(from, cluster.centre), row});
    }
    std::ranges::sort(inView, [this](const Place &a, const Place &b) {
        return std::tuple(a.metres, m_clusters.at(a.row).cluster.id)
               < std::tuple(b.metres, m_clusters.at(b.row).cluster.id);
    });
    for (std::size_t i = 0; i < inView.size(); ++i) {
        const MapSign &sign = m_clusters.at(inView[i].row);
        m_clusters.setSpoken(
            inView[i].row, spokenOf(sign.cluster, sign.name, static_cast<int>(i) + 1, static_cast<int>(inView.size())));
    }
    const int row = focusedRow();
    QString text;
    if (m_fanFocus >= 0) {
        text = m_choices[m_fanFocus].spoken;
    } else if (row >= 0) {
        text = m_clusters.spoken(row);
    } else if (m_focus) { // on the way there
        const auto summary = m_result ? m_result->find(m_focus->id) : std::nullopt;
        text = spokenOf(*m_focus, summary && m_focus->count == 1 ? summary->name : QString(), 0, 0);
    }
    if (text != m_focusedText) {
        m_focusedText = text;
        emit focusChanged();
    }
}

QString MapState::spokenOf(const Cluster &cluster, const QString &name, int rank, int among) const
{
    const GeoPoint from = m_result && m_result->filter().near ? m_result->filter().near->centre : m_camera.centre;
    QStringList parts{cluster.count == 1 ? name : m_words.plural(cluster.count, tr("%1 place"), tr("%1 places"))};
    if (cluster.approximate)
        parts << tr("approximate position");
    if (rank > 0)
        parts << m_words.countOf(rank, among);
    parts << m_words.way(from, cluster.centre);
    return parts.join(QStringLiteral(", "));
}

} // namespace repere::models
