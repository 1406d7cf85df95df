#include "models/map_state.h"

#include <QRectF>
#include <QStandardPaths>

#include <algorithm>
#include <cmath>
#include <map>

namespace repere::models {

namespace {

constexpr int kFrameMilliseconds = 16;
constexpr int kRestMilliseconds = 150;
constexpr int kGlideMilliseconds = 260; // a little longer than the glide in QML
constexpr double kWholeView = 1.01;     // levels: beyond, only the signs of the place aimed at glide
constexpr double kClosestFit = 11;      // a single place is shown with its surroundings
constexpr double kSignDistance = 56;    // the catalogue never puts two signs closer than this
constexpr double kOutsideView = 64;     // signs just outside the view still reach into it
constexpr double kComfort = 40;         // a selected place nearer to the edge than this is brought to the middle
constexpr double kWidestScale = 90;
constexpr double kNamesFromZoom = 9;    // from here on names are shown wherever there is room…
constexpr double kFewNamesFromZoom = 6; // …and from here on when there are but few signs
constexpr std::size_t kFewSigns = 30;
const QMarginsF kFitMargins(30, 52, 30, 60);   // what lies over the map: switch, buttons, legend
const QMarginsF kDrawnMargins(30, 52, 56, 60); // the edge of a circle is taken by hand, beside the buttons
constexpr double kGrip = 9;                    // pixels: half of what is taken by hand

constexpr GeoBox kWorld{-180, -85, 180, 85};

} // namespace

MapState::MapState(Words words, std::vector<MapTerritory> territories, MapMeasures measures, QString attribution,
                   QObject *parent)
    : QObject(parent), m_words(std::move(words)), m_measures(std::move(measures)),
      m_attribution(std::move(attribution)), m_territories(std::move(territories))
{
    m_frame.setSingleShot(true);
    m_frame.setInterval(kFrameMilliseconds);
    connect(&m_frame, &QTimer::timeout, this, &MapState::announceView);
    m_glide.setSingleShot(true);
    m_glide.setInterval(kFrameMilliseconds);
    connect(&m_glide, &QTimer::timeout, this, [this] { glide([this] { return m_clusters.advance(); }); });
    m_gone.setSingleShot(true);
    m_gone.setInterval(kGlideMilliseconds);
    connect(&m_gone, &QTimer::timeout, &m_clusters, &MapClusterModel::dropLeaving);
    m_rest.setSingleShot(true);
    m_rest.setInterval(kRestMilliseconds);
    connect(&m_rest, &QTimer::timeout, this, &MapState::speakSigns);
    connect(this, &MapState::choicesChanged, this, &MapState::choicesSpotChanged);
    connect(this, &MapState::viewChanged, this, &MapState::choicesSpotChanged);
}

QString MapState::scaleText() const
{
    const double metres = scaleOf(m_camera, kWidestScale).metres;
    return metres >= 1000 ? m_words.number(std::llround(metres / 1000)) + QStringLiteral("\u00a0km")
                          : m_words.number(std::llround(metres)) + QStringLiteral("\u00a0m");
}

double MapState::scaleWidth() const
{
    return scaleOf(m_camera, kWidestScale).pixels;
}

QString MapState::territoryName() const
{
    const int nearest = territoryNear(m_territories, m_camera.centre);
    return nearest < 0 ? QString() : m_territories[static_cast<std::size_t>(nearest)].name;
}

QList<MapTerritory> MapState::territories() const
{
    QList<MapTerritory> offered;
    std::ranges::copy_if(m_territories, std::back_inserter(offered),
                         [](const MapTerritory &territory) { return territory.isRegion || territory.count > 0; });
    return offered;
}

QString MapState::cacheFolder() const
{
    return QStandardPaths::writableLocation(QStandardPaths::CacheLocation) + QStringLiteral("/map");
}

void MapState::setTileHost(const QString &host)
{
    if (m_tileHost == host)
        return;
    m_tileHost = host;
    emit tileHostChanged();
}

void MapState::setGround(const QString &attribution, double maximumZoom)
{
    if (m_attribution == attribution && m_maximumZoom == maximumZoom)
        return;
    m_attribution = attribution;
    m_maximumZoom = maximumZoom;
    if (m_camera.zoom > maximumZoom)
        setView(m_camera.centre, maximumZoom);
    emit groundChanged();
}

void MapState::setAwaited(const QString &name)
{
    if (m_awaited == name)
        return;
    m_awaited = name;
    emit awaitedChanged();
}

void MapState::setOnlyInView(bool on)
{
    if (m_onlyInView == on)
        return;
    m_onlyInView = on;
    emit onlyInViewChanged(on);
}

void MapState::setResult(std::shared_ptr<const directory::SearchResult> result)
{
    m_result = std::move(result);
    closeChoices();
    describeResult();
    computeClusters();
    m_clusters.setSelected(m_selected, pointOf(m_selected));
}

void MapState::setSelected(AtelierId id)
{
    m_selected = id;
    emit selectedChanged();
    const std::optional<GeoPoint> point = pointOf(id);
    m_clusters.setSelected(id, point);
    if (!point || m_camera.size.isEmpty())
        return;
    if (!m_camera.box(-kComfort).contains(*point))
        setView(*point, m_camera.zoom, true);
}

void MapState::setHovered(AtelierId id)
{
    m_hovered = id;
    emit hoveredChanged();
    m_clusters.setHovered(id, pointOf(id));
}

void MapState::setView(GeoPoint centre, double zoom, bool animated)
{
    const double target = std::clamp(zoom, minimumZoom(), maximumZoom());
    m_fitPending = false;
    if (target != m_camera.zoom)
        closeChoices();
    if (!animated) {
        m_camera.centre = centre;
        m_camera.zoom = target;
        m_settled = true;
        computeClusters();
        scheduleFrame();
    } else {
        glideTo({.centre = centre, .zoom = target, .size = m_camera.size});
    }
    emit viewRequested({centre.latitude, centre.longitude}, target, animated);
}

void MapState::setSize(QSizeF size)
{
    if (m_camera.size == size)
        return;
    m_camera.size = size;
    scheduleFrame();
    if (m_fitPending && !size.isEmpty())
        fit();
}

void MapState::reportView(const QGeoCoordinate &centre, double zoom, double width, double height, bool settled)
{
    if (!centre.isValid() || width <= 0 || height <= 0)
        return; // a map that is still being built
    const MapCamera camera{{centre.latitude(), centre.longitude()}, zoom, {width, height}};
    if (camera == m_camera && settled == m_settled)
        return;
    const bool zoomed = camera.zoom != m_camera.zoom;
    m_camera = camera;
    if (!m_choices.isEmpty() && (zoomed || !QRectF(QPointF(), camera.size).contains(choicesSpot())))
        closeChoices();
    m_settled = settled;
    scheduleFrame();
}

void MapState::scheduleFrame()
{
    if (!m_frame.isActive())
        m_frame.start();
}

void MapState::announceView()
{
    if (m_settled)
        computeClusters();
    emit viewChanged();
}

void MapState::reportPointer(const QGeoCoordinate &at)
{
    emit pointerMoved(at);
}

void MapState::activate(int row)
{
    if (row >= 0 && row < m_clusters.rowCount() && !m_clusters.isLeaving(row))
        activateSign(m_clusters.at(row).cluster);
}

void MapState::activateSign(const Cluster &cluster)
{
    const bool open =
        !m_choices.isEmpty() && m_choicesAt == QGeoCoordinate(cluster.centre.latitude, cluster.centre.longitude);
    closeChoices();
    if (open)
        return; // a second click on the sign folds its fan
    if (cluster.count == 1)
        emit placeActivated(cluster.id);
    else
        zoomInto(cluster);
}

void MapState::zoomInto(const Cluster &cluster)
{
    const QSizeF span = pixelSpan(cluster.bounds, maximumZoom());
    const bool inseparable = std::max(span.width(), span.height()) < kSignDistance;
    if (inseparable || m_camera.zoom > maximumZoom() - 0.01) {
        emit membersWanted(cluster.bounds, cluster.centre, cluster.count);
        return;
    }
    const MapCamera target =
        MapCamera::fitting(cluster.bounds, m_camera.size, kFitMargins, minimumZoom(), maximumZoom());
    setView(target.centre, std::max(target.zoom, std::floor(m_camera.zoom) + 1), true);
}

void MapState::hover(int row)
{
    const bool lone = row >= 0 && row < m_clusters.rowCount() && m_clusters.at(row).cluster.count == 1;
    emit placeHovered(lone ? m_clusters.at(row).cluster.id : 0);
}

void MapState::fit()
{
    if (m_camera.size.isEmpty()) {
        m_fitPending = true;
        return;
    }
    const std::optional<GeoBox> drawn = drawnFrame();
    const MapCamera target = MapCamera::fitting(drawn.value_or(frameOf(m_territories)), m_camera.size,
                                                drawn ? kDrawnMargins : kFitMargins, minimumZoom(), kClosestFit);
    setView(target.centre, target.zoom);
}

std::optional<GeoBox> MapState::drawnFrame() const
{
    const Filter filter = m_result ? m_result->filter() : Filter();
    if (filter.near && filter.near->radiusMetres > 0)
        return boxAround(filter.near->centre, filter.near->radiusMetres);
    return filter.area ? std::optional(filter.area->bounds()) : std::nullopt;
}

double MapState::clearanceBelow(const QGeoCoordinate &at) const
{
    double clearance = 0;
    if (!at.isValid())
        return clearance;
    const QPointF spot = m_camera.pixel({at.latitude(), at.longitude()});
    for (int row = 0; row < m_clusters.rowCount(); ++row) {
        const Cluster &cluster = m_clusters.at(row).cluster;
        const QPointF away = m_camera.pixel(cluster.centre) - spot;
        const double reach = m_measures.signDiameter(cluster.count) / 2 + kGrip;
        if (!m_clusters.isLeaving(row) && std::hypot(away.x(), away.y()) < reach)
            clearance = std::max(clearance, away.y() + reach + kGrip);
    }
    return clearance;
}

void MapState::panBy(double dx, double dy)
{
    setView(m_camera.pointAt(QRectF(QPointF(), m_camera.size).center() + QPointF(dx, dy)), m_camera.zoom, true);
}

QPointF MapState::choicesSpot() const
{
    return m_choicesAt.isValid() ? m_camera.pixel({m_choicesAt.latitude(), m_choicesAt.longitude()}) : QPointF();
}

void MapState::goTo(int territory)
{
    const QList<MapTerritory> offered = territories();
    if (territory < 0 || territory >= offered.size())
        return;
    const MapTerritory &there = offered[territory];
    // An island is shown whole; of the mainland what is asked for.
    const bool island = there.isRegion && there.name != m_territories.front().name;
    const GeoBox frame = island ? there.bounds : there.resultBounds.value_or(there.bounds);
    const MapCamera target = MapCamera::fitting(frame, m_camera.size, kFitMargins, minimumZoom(), kClosestFit);
    setView(target.centre, target.zoom);
}

void MapState::computeClusters()
{
    std::vector<MapSign> signs;
    if (m_result && !m_camera.size.isEmpty())
        signs = signsOf(m_result->clusters(m_camera.box(kOutsideView), m_camera.zoom), m_camera);
    m_clusters.setSigns(std::move(signs));
    followFocus();
    m_rest.start();
    emit signsComputed();
}

std::vector<QRectF> MapState::nameBoxes(const MapCamera &camera) const
{
    std::vector<QRectF> boxes;
    for (int row = 0; row < m_clusters.rowCount(); ++row) {
        const MapSign &sign = m_clusters.at(row);
        if (sign.label == MapLabel::None || m_clusters.isLeaving(row))
            continue;
        const LabelledSign shown{.centre = camera.pixel(sign.cluster.centre),
                                 .radius = m_measures.signDiameter(sign.cluster.count) / 2,
                                 .textWidth = m_measures.textWidth(sign.name)};
        boxes.push_back(labelBox(shown, sign.label, m_measures.textHeight));
    }
    return boxes;
}

void MapState::setMotion(bool on)
{
    if (m_motion == on)
        return;
    m_motion = on;
    emit motionChanged();
}

void MapState::foresee(const QGeoCoordinate &anchor, double x, double y, double zoom)
{
    if (!anchor.isValid() || m_camera.size.isEmpty())
        return;
    MapCamera target{.centre = {anchor.latitude(), anchor.longitude()}, .zoom = zoom, .size = m_camera.size};
    const QPointF middle = QRectF(QPointF(), target.size).center();
    target.centre = target.pointAt(2 * middle - QPointF(x, y));
    glideTo(target);
}

void MapState::glideTo(const MapCamera &target)
{
    if (!m_motion || !m_result || m_camera.size.isEmpty() || target.zoom == m_camera.zoom)
        return;
    // Signs on their way out of the view glide, too, but not the thousands of a much closer zoom.
    const GeoBox aim = target.box(kOutsideView);
    const GeoBox now = m_camera.box();
    const bool whole = std::abs(target.zoom - m_camera.zoom) < kWholeView;
    const GeoBox box = whole ? aim.united({now.south, now.west}).united({now.north, now.east}) : aim;
    glide([&] {
        m_clusters.glideTo(signsOf(m_result->clusters(box, target.zoom), target));
        return true;
    });
    m_gone.start();
    followFocus();
}

void MapState::glide(const std::function<bool()> &step)
{
    m_gliding = true;
    emit glidingChanged();
    const bool more = step();
    m_gliding = false;
    emit glidingChanged();
    if (more)
        m_glide.start();
}

void MapState::describeResult()
{
    const std::vector<Cluster> clusters =
        m_result ? m_result->clusters(kWorld, kTerritoryZoom) : std::vector<Cluster>();
    countPlaces(m_territories, clusters);

    std::map<QString, int> counts;
    for (const Cluster &cluster : clusters) {
        for (const Cluster::TypeCount &type : cluster.types)
            counts[type.type] += type.count;
    }
    std::vector<std::pair<QString, int>> ordered(counts.begin(), counts.end());
    std::ranges::stable_sort(ordered, [](const auto &a, const auto &b) {
        const bool aUnknown = a.first == kUnknown;
        const bool bUnknown = b.first == kUnknown;
        return aUnknown != bUnknown ? bUnknown : a.second > b.second;
    });
    m_legend.clear();
    const auto figure = [](const QString &type, bool approximate) {
        Cluster sign;
        sign.count = 1;
        sign.types = {{type, 1}};
        sign.approximate = approximate;
        return MapFigure{sign};
    };
    for (const auto &[type, count] : ordered)
        m_legend << MapLegendEntry{type, m_words.label(Facet::Type, type), figure(type, false)};
    if (ordered.size() > 0 && m_result->count() > 1) {
        MapFigure several;
        several.cluster.count = 3;
        several.cluster.types = {{ordered.front().first, 2}, {ordered.back().first, 1}};
        m_legend << MapLegendEntry{{}, tr("several places: how many, of which types"), several};
    }
    if (ordered.size() > 0 && m_result->atCommuneOnly() > 0)
        m_legend << MapLegendEntry{{}, tr("approximate position"), figure(ordered.front().first, true)};
    emit resultChanged();
}

std::vector<MapSign> MapState::signsOf(std::vector<Cluster> clusters, const MapCamera &camera) const
{
    // The selected place chooses the side of its name first.
    std::ranges::stable_partition(clusters, [this](const Cluster &cluster) { return cluster.id == m_selected; });
    const bool names =
        camera.zoom >= kNamesFromZoom || (camera.zoom >= kFewNamesFromZoom && clusters.size() <= kFewSigns);

    std::vector<MapSign> signs;
    std::vector<LabelledSign> boxes;
    for (Cluster &cluster : clusters) {
        MapSign sign;
        QString place;
        if (cluster.count == 1) {
            if (const auto summary = m_result->find(cluster.id)) {
                sign.name = summary->name;
                place = m_words.place(summary->city, summary->departement);
            }
        }
        sign.description = describe(cluster, sign.name.isEmpty() ? place : sign.name + u'\n' + place);
        const bool named = cluster.count == 1 && (names || cluster.id == m_selected);
        boxes.push_back({.centre = camera.pixel(cluster.centre),
                         .radius = m_measures.signDiameter(cluster.count) / 2,
                         .textWidth = named ? m_measures.textWidth(sign.name) : 0});
        sign.cluster = std::move(cluster);
        signs.push_back(std::move(sign));
    }
    const std::vector<MapLabel::Side> sides = placeLabels(boxes, m_measures.textHeight, QRectF(QPointF(), camera.size));
    for (std::size_t i = 0; i < signs.size(); ++i)
        signs[i].label = sides[i];
    return signs;
}

QString MapState::describe(const Cluster &cluster, const QString &name) const
{
    if (cluster.count == 1)
        return cluster.approximate ? name + u'\n' + tr("approximate position") : name;
    QStringList types;
    for (const Cluster::TypeCount &type : cluster.types)
        types << QStringLiteral("%1 %2").arg(m_words.label(Facet::Type, type.type), m_words.number(type.count));
    return m_words.plural(cluster.count, tr("%1 place"), tr("%1 places")) + u'\n' + types.join(QStringLiteral(" · "));
}

std::optional<GeoPoint> MapState::pointOf(AtelierId id) const
{
    const auto summary = m_result && id ? m_result->find(id) : std::nullopt;
    return summary ? summary->point : std::nullopt;
}

} // namespace repere::models
