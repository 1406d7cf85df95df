#include "gui/map_pane.h"
#include "gui/map_overlay_source.h"

#include "basemap/snapshot.h"
#include "core/collation.h"
#include "gui/map_palette.h"
#include "gui/map_quick_widget.h"
#include "gui/motion.h"
#include "models/map_selection.h"
#include "models/map_state.h"
#include "models/words.h"

#include <QContextMenuEvent>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QLocale>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickItem>
#include <QQuickWindow>
#include <QResizeEvent>
#include <QStyle>
#include <QThreadPool>
#include <QVBoxLayout>

#include <cmath>
#include <limits>

// The modules live in static libraries: naming their registration keeps the linker from dropping it.
void qml_register_types_Repere_Models();
void qml_register_types_Repere_Map();

namespace repere::gui {

namespace {

constexpr double kStripRoom = 6; // a name stands on a strip of paper that is so much wider: ClusterSign.qml
// Tiles of 512 pixels for 256 logical ones: sharp on every screen, and between whole zooms.
constexpr int kTileScale = 2;

QFont labelFont(int pixels)
{
    QFont font = QGuiApplication::font();
    font.setPixelSize(pixels);
    font.setBold(true);
    return font;
}

models::MapMeasures measures(const MapPalette &palette)
{
    const QFontMetricsF metrics(labelFont(palette.labelPixels()));
    return {.signDiameter = [](int count) { return basemap::clusterDiameter(count); },
            .textWidth = [metrics](const QString &text) { return metrics.horizontalAdvance(text) + kStripRoom; },
            .textHeight = metrics.height()};
}

/// Only the switch moves the box: a filter is another one when the rest of it is.
Filter withoutBox(Filter filter)
{
    filter.box.reset();
    return filter;
}

GeoBox intersected(const GeoBox &a, const GeoBox &b)
{
    return {std::max(a.west, b.west), std::max(a.south, b.south), std::min(a.east, b.east), std::min(a.north, b.north)};
}

} // namespace

struct MapPane::Private {
    models::Workspace &workspace;
    models::MapLayers &layers;
    basemap::TileService &tiles;
    MapPalette light{basemap::Theme::Light};
    MapPalette dark{basemap::Theme::Dark};
    models::Words words;
    models::MapState state;
    models::MapSelection selection;
    MapOverlaySource overlay;
    MapPalette *palette = &light;
    // Destroyed before what it shows.
    std::unique_ptr<MapQuickWidget> quick;
    std::optional<Filter> fitted; // the filter that the view was last chosen for
    bool outlinesAsked = false;
    bool viewChosen = false; // by setView, before the first result

    Private(models::Workspace &w, models::MapLayers &l, basemap::TileService &t, QString attribution)
        : workspace(w), layers(l), tiles(t), words(w.knowledge(), QLocale().language() == QLocale::French),
          state(words, models::territoriesOf(w.knowledge().gazetteer().regions(), MapPane::tr("Mainland France")),
                measures(light), std::move(attribution)),
          selection(words), overlay(w, l, [this](const basemap::MapView &view) {
              return state.nameBoxes({.centre = view.centre, .zoom = view.zoom, .size = view.size});
          })
    {
    }

    void useGround()
    {
        state.setGround(tiles.attribution(), tiles.maxZoom());
        overlay.setNames(tiles.namesPainter());
        useTiles();
    }

    void useTiles()
    {
        // The names of a painted ground lie over the layer, and keep clear of the signs.
        const bool named = tiles.namesPainter() == nullptr;
        state.setTileHost(tiles.customHost(palette->theme(), kTileScale, named).toString());
    }

    void showResult()
    {
        const auto result = workspace.result();
        state.setResult(result);
        if (!result)
            return;
        const Filter filter = result->filter();
        const bool first = !fitted;
        const bool boxAsked = fitted && filter.box && filter.box != fitted->box;
        const bool anotherFilter = !fitted || withoutBox(filter) != withoutBox(*fitted) || boxAsked;
        fitted = filter;
        if (anotherFilter && !state.onlyInView() && !(first && viewChosen))
            state.fit();
    }

    /// A filter that was drawn on the map: the view stays where it is.
    void takeDrawn(const Filter &filter)
    {
        fitted = filter;
        workspace.setFilter(filter);
    }

    void takeCircle(const GeoPoint &centre, double radiusMetres)
    {
        Filter filter = workspace.filter();
        const bool moved = !filter.near || filter.near->centre != centre;
        filter.near = Near{centre, radiusMetres, moved ? nameOf(centre) : filter.near->label};
        takeDrawn(filter);
    }

    /// The outlines are read from disk when first asked: not while a circle is being drawn.
    void readOutlines()
    {
        if (!std::exchange(outlinesAsked, true))
            QThreadPool::globalInstance()->start([knowledge = workspace.knowledge()] { (void)knowledge.locate({}); });
    }

    /// "this point (Murat)"
    QString nameOf(GeoPoint point) const
    {
        const auto location = workspace.knowledge().locate(point);
        const QString commune = location ? location->commune : QString();
        return commune.isEmpty() ? MapPane::tr("this point")
                                 : MapPane::tr("this point (%1)").arg(words.communeName(commune));
    }

    /// Asks for the places in these bounds; those of the sign are the nearest to its middle.
    void offerMembers(MapPane *pane, const GeoBox &bounds, const GeoPoint &at, int count)
    {
        Filter filter = workspace.filter();
        filter.box = filter.box ? intersected(*filter.box, bounds) : bounds;
        using Answer = Result<std::shared_ptr<const directory::SearchResult>>;
        workspace.ask<Answer>(
            pane, [filter](directory::Directory &directory) -> Answer { return directory.search(filter); },
            [this, at, count](const Answer &answer) {
                if (!answer)
                    return; // the workspace's own question will say why
                std::vector<AtelierSummary> places;
                for (int i = 0; i < (*answer)->count(); ++i)
                    places.push_back((*answer)->at(i));
                std::ranges::stable_sort(places, {}, [at](const AtelierSummary &place) {
                    return distanceMetres(at, place.point.value_or(at));
                });
                places.resize(std::min(places.size(), static_cast<std::size_t>(count)));
                std::ranges::stable_sort(
                    places,
                    [collation = FrenchCollation()](const QString &a, const QString &b) {
                        return collation.less(a, b);
                    },
                    &AtelierSummary::name);
                QList<models::MapChoice> choices;
                for (const AtelierSummary &place : places)
                    choices << choiceOf(place);
                state.offer(std::move(choices), at);
            });
    }

    models::MapChoice choiceOf(const AtelierSummary &place) const
    {
        const QString type = place.types.value(0, QString(kUnknown));
        const GeoPoint at = place.point.value_or(GeoPoint{});
        return {.id = place.id,
                .name = place.name,
                .detail = words.place(place.city, place.departement),
                .type = type,
                .figure = {{.centre = at,
                            .bounds = GeoBox::around(at),
                            .count = 1,
                            .id = place.id,
                            .types = {{type, 1}},
                            .approximate = place.precision == PositionPrecision::Commune
                                           || place.precision == PositionPrecision::Approximate}}};
    }
};

MapPane::MapPane(models::Workspace &workspace, models::MapLayers &layers, basemap::TileService &tiles,
                 QString attribution, QWidget *parent)
    : QWidget(parent), d(std::make_unique<Private>(workspace, layers, tiles, std::move(attribution)))
{
    qml_register_types_Repere_Models();
    qml_register_types_Repere_Map();
    setMinimumSize(240, 200);
    setAccessibleName(tr("Map"));

    using models::MapState;
    connect(&d->state, &MapState::viewChanged, this, [this] {
        d->tiles.setView(visibleBox(), zoom());
        emit viewChanged();
    });
    connect(&d->state, &MapState::signsComputed, &d->overlay, &MapOverlaySource::moveNames);
    connect(&d->state, &MapState::onlyInViewChanged, this, &MapPane::onlyInViewToggled);
    connect(&d->state, &MapState::placeActivated, this, [this](qint64 id) { d->workspace.select(id); });
    connect(&d->state, &MapState::placeHovered, this, [this](qint64 id) { d->workspace.hover(id); });
    connect(&d->state, &MapState::membersWanted, this,
            [this](const GeoBox &bounds, const GeoPoint &at, int count) { d->offerMembers(this, bounds, at, count); });
    connect(&d->state, &MapState::pointerMoved, this, [this](const QGeoCoordinate &at) {
        constexpr double kNowhere = std::numeric_limits<double>::quiet_NaN();
        emit pointerAt(at.isValid() ? at.latitude() : kNowhere, at.isValid() ? at.longitude() : kNowhere);
    });

    using models::MapSelection;
    connect(&d->selection, &MapSelection::areaDrawn, this, [this](const GeoRing &area) {
        Filter filter = d->workspace.filter();
        filter.area = area;
        d->takeDrawn(filter);
    });
    connect(&d->selection, &MapSelection::circleDrawn, this,
            [this](const GeoPoint &centre, double radiusMetres) { d->takeCircle(centre, radiusMetres); });
    connect(&d->selection, &MapSelection::toolChanged, this, [this] {
        if (d->selection.tool() != MapSelection::Tool::None)
            d->readOutlines();
    });
    const auto showFilter = [this] {
        d->selection.setFilter(d->workspace.filter());
        if (!d->selection.circle().isEmpty())
            d->readOutlines();
    };
    connect(&workspace, &models::Workspace::filterChanged, this, showFilter);
    showFilter();

    connect(&layers, &models::MapLayers::filterWanted, this, [this](const Filter &filter) { d->takeDrawn(filter); });
    connect(&layers, &models::MapLayers::settingsChanged, this, [this] {
        if (d->layers.settings().kind == models::LayerSettings::Kind::Territories)
            d->readOutlines();
    });

    connect(&workspace, &models::Workspace::resultChanged, this, [this] { d->showResult(); });
    connect(&workspace, &models::Workspace::selectedChanged, this, [this](qint64 id) { d->state.setSelected(id); });
    connect(&workspace, &models::Workspace::hoveredChanged, this, [this](qint64 id) { d->state.setHovered(id); });
    connect(&workspace, &models::Workspace::opened, this, [this] { d->fitted.reset(); });

    askForLessMotion(this, [this](bool less) {
        if (less)
            d->state.setMotion(false);
    });
    d->state.setMotion(style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) > 0);
    connect(&tiles, &basemap::TileService::groundChanged, this, [this] { d->useGround(); });
    d->useGround();
    connect(&tiles, &basemap::TileService::awaitedChanged, this, [this] { d->state.setAwaited(d->tiles.awaited()); });
    connect(&d->state, &MapState::ownGroundWanted, this, &MapPane::ownGroundWanted);
    d->quick = std::make_unique<MapQuickWidget>();
    MapQuickWidget *quick = d->quick.get();
    quick->setResizeMode(QQuickWidget::SizeRootObjectToView);
    quick->setFocusPolicy(Qt::StrongFocus);
    quick->setAcceptDrops(false); // it would take files and do nothing; the window imports them
    quick->setObjectName(QStringLiteral("map"));
    setFocusProxy(quick);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(quick);

    // setSource() cannot fill required properties: the component is made here and handed over.
    auto *component = new QQmlComponent(quick->engine(), quick);
    component->loadFromModule("Repere.Map", "MapView");
    QObject *root =
        component->createWithInitialProperties({{QStringLiteral("mapState"), QVariant::fromValue(&d->state)},
                                                {QStringLiteral("selection"), QVariant::fromValue(&d->selection)},
                                                {QStringLiteral("layers"), QVariant::fromValue(&d->layers)},
                                                {QStringLiteral("overlay"), QVariant::fromValue(&d->overlay)},
                                                {QStringLiteral("colours"), QVariant::fromValue(d->palette)}});
    Q_ASSERT_X(root, "MapPane", qPrintable(component->errorString())); // a bug of ours: the scene is compiled in
    quick->setContent(component->url(), component, root);
    connect(quick->quickWindow(), &QQuickWindow::afterRendering, this, [this] {
        const auto result = d->workspace.result();
        if (result && (result->count() == result->withoutPosition() || d->state.clusters()->rowCount() > 0))
            emit resultPainted();
    });
    quick->setEntry(root->findChild<QQuickItem *>(QStringLiteral("mapKeyboard")));

    d->state.setSelected(workspace.selected());
    d->showResult();
}

MapPane::~MapPane()
{
    d->quick.reset();
}

void MapPane::setTheme(basemap::Theme theme)
{
    d->palette = theme == basemap::Theme::Dark ? &d->dark : &d->light;
    if (QObject *root = d->quick->rootObject())
        root->setProperty("colours", QVariant::fromValue(d->palette));
    d->useTiles();
}

void MapPane::fitToResult()
{
    d->state.fit();
}

void MapPane::setView(GeoPoint centre, double zoom)
{
    d->viewChosen = true;
    d->state.setView(centre, zoom);
}

GeoPoint MapPane::centre() const
{
    return d->state.camera().centre;
}

double MapPane::zoom() const
{
    return d->state.camera().zoom;
}

GeoBox MapPane::visibleBox() const
{
    return d->state.camera().box();
}

void MapPane::draw(models::MapSelection::Tool tool)
{
    d->selection.setTool(tool);
}

bool MapPane::onlyInView() const
{
    return d->state.onlyInView();
}

void MapPane::setOnlyInView(bool on)
{
    d->state.setOnlyInView(on);
}

void MapPane::measureFrom(GeoPoint point)
{
    const auto &near = d->workspace.filter().near;
    d->takeCircle(point, near ? near->radiusMetres : 0);
}

void MapPane::contextMenuEvent(QContextMenuEvent *event)
{
    const models::MapCamera &camera = d->state.camera();
    if (event->reason() == QContextMenuEvent::Keyboard) {
        const GeoPoint point = d->state.focusPoint().value_or(camera.centre);
        emit menuRequested(point, mapToGlobal(camera.pixel(point).toPoint()));
    } else {
        emit menuRequested(camera.pointAt(event->pos()), event->globalPos());
    }
    event->accept();
}

void MapPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    d->state.setSize(event->size());
}

} // namespace repere::gui
