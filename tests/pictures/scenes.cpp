#include "pictures/scenes.h"

#include "gui/poster_dialog.h"
#include "models/map_state.h"

#include <QAction>
#include <QDialog>
#include <QFileInfo>
#include <QLineEdit>
#include <QPainter>
#include <QQuickItem>
#include <QQuickWidget>
#include <QTest>

namespace repere::pictures {

using namespace Qt::StringLiterals;
using models::LayerSettings;

namespace {

constexpr GeoPoint kFrance{46.6, 2.4};

struct View {
    GeoPoint centre;
    double zoom;
};

/// Several views of the map on one sheet, in rows.
QImage sheet(Stage &stage, const std::vector<View> &views, QSize each, int columns)
{
    constexpr int kGap = 8;
    const int rows = static_cast<int>(views.size() + static_cast<std::size_t>(columns) - 1) / columns;
    QImage whole(columns * (each.width() + kGap) + kGap, rows * (each.height() + kGap) + kGap, QImage::Format_RGB32);
    whole.fill(stage.window().palette().color(QPalette::Mid));
    QPainter painter(&whole);
    stage.onlyMap(each);
    for (std::size_t i = 0; i < views.size(); ++i) {
        stage.look(views[i].centre, views[i].zoom);
        const int column = static_cast<int>(i) % columns;
        const int row = static_cast<int>(i) / columns;
        painter.drawImage(QPoint(kGap + column * (each.width() + kGap), kGap + row * (each.height() + kGap)),
                          stage.still(stage.map()));
    }
    return whole;
}

QImage ground(Stage &stage)
{
    return sheet(stage, {{kFrance, 5}, {{48.2, -2.2}, 7}, {{45.2, 4.9}, 9}, {{45.75, 3.1}, 11}}, {700, 500}, 2);
}

QImage overseas(Stage &stage)
{
    return sheet(stage,
                 {{{16.2, -61.5}, 9},
                  {{14.65, -61.0}, 9},
                  {{4.1, -53.1}, 7},
                  {{-21.13, 55.53}, 9},
                  {{-12.82, 45.15}, 10},
                  {{42.1, 9.1}, 8}},
                 {470, 580}, 3);
}

Filter withMachine(const QString &machine)
{
    Filter filter;
    filter[Facet::Equipment].values = {machine};
    return filter;
}

QImage clusters(Stage &stage)
{
    stage.look({47.0, 2.9}, 6);
    return stage.still();
}

QImage lasso(Stage &stage)
{
    stage.look({48.2, -2.6}, 7.0);
    stage.still();
    stage.map().draw(models::MapSelection::Tool::Lasso);
    QList<QPoint> way;
    for (const GeoPoint &corner :
         {GeoPoint{48.95, -3.9}, GeoPoint{49.0, -2.6}, GeoPoint{48.75, -1.6}, GeoPoint{48.1, -1.2},
          GeoPoint{47.75, -1.5}, GeoPoint{47.85, -2.6}, GeoPoint{48.35, -3.3}, GeoPoint{48.94, -3.88}})
        way << stage.pixel(corner);
    stage.drag(way);
    return stage.still();
}

QImage circle(Stage &stage)
{
    stage.look({45.6, 4.2}, 8);
    stage.still();
    stage.map().draw(models::MapSelection::Tool::Circle);
    stage.drag({stage.pixel({45.6, 4.5}), stage.pixel(destination({45.6, 4.5}, 90, 60'000))});
    return stage.still();
}

QImage layer(Stage &stage, const LayerSettings &settings, const Filter &filter = {})
{
    stage.setFilter(filter);
    stage.window().layers().setSettings(settings);
    QTest::qWait(300);
    stage.map().fitToResult();
    return stage.still();
}

QImage territories(Stage &stage)
{
    LayerSettings settings;
    settings.kind = LayerSettings::Kind::Territories;
    return layer(stage, settings);
}

QImage uncovered(Stage &stage)
{
    LayerSettings settings;
    settings.kind = LayerSettings::Kind::Uncovered;
    return layer(stage, settings, withMachine(u"laser-cutter"_s));
}

QImage region(Stage &stage)
{
    Filter filter;
    filter[Facet::Region].values = {u"84"_s};
    LayerSettings settings;
    settings.kind = LayerSettings::Kind::Territories;
    settings.measure = TerritoryMeasure::Count;
    settings.places = true;
    return layer(stage, settings, filter);
}

/// The dialog over the window, as far as a picture of one process can show it.
QImage poster(Stage &stage)
{
    for (QAction *action : stage.window().findChildren<QAction *>()) {
        if (action->shortcut() == QKeySequence(Qt::CTRL | Qt::Key_P))
            action->trigger();
    }
    auto *dialog = stage.window().findChild<gui::PosterDialog *>();
    if (!dialog)
        return {};
    for (QLineEdit *edit : dialog->findChildren<QLineEdit *>()) { // not the home of whoever takes the picture
        if (const QString name = QFileInfo(edit->text()).fileName(); !name.isEmpty())
            edit->setText(u"/home/camille/"_s + name);
    }
    QImage picture = stage.still(*dialog);
    dialog->reject();
    return picture;
}

} // namespace

const std::vector<Scene> &scenes()
{
    static const std::vector<Scene> list{{u"map-ground"_s, false, ground},
                                         {u"map-ground-dark"_s, true, ground},
                                         {u"map-overseas"_s, false, overseas},
                                         {u"map-overseas-dark"_s, true, overseas},
                                         {u"map-clusters"_s, false, clusters},
                                         {u"map-clusters-dark"_s, true, clusters},
                                         {u"map-lasso"_s, false, lasso},
                                         {u"map-circle-dark"_s, true, circle},
                                         {u"map-territories"_s, false, territories},
                                         {u"map-territories-dark"_s, true, territories},
                                         {u"map-uncovered"_s, false, uncovered},
                                         {u"map-uncovered-dark"_s, true, uncovered},
                                         {u"map-region"_s, false, region},
                                         {u"map-poster-dialog-dark"_s, true, poster}};
    return list;
}

} // namespace repere::pictures
