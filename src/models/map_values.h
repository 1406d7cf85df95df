#pragma once

#include "core/search_values.h"
#include "models/map_labels.h"

#include <QObject>
#include <QPointF>
#include <QString>
#include <QStringList>
#include <QtQmlIntegration/qqmlintegration.h>

#include <functional>

namespace repere::models {

/// What a sign shows, for whoever draws it: QML only hands it on.
class MapFigure
{
    Q_GADGET
    QML_VALUE_TYPE(mapFigure)
public:
    Cluster cluster;
    bool operator==(const MapFigure &) const = default;
};

/// One line of the legend: a type that occurs among the results, or a kind of sign.
class MapLegendEntry
{
    Q_GADGET
    QML_VALUE_TYPE(mapLegendEntry)
    Q_PROPERTY(QString type MEMBER type CONSTANT)
    Q_PROPERTY(QString label MEMBER label CONSTANT)
    Q_PROPERTY(repere::models::MapFigure figure MEMBER figure CONSTANT)
public:
    QString type; ///< id, or kUnknown; empty for the lines that explain a kind of sign
    QString label;
    MapFigure figure = {}; ///< a sign that shows it

    bool operator==(const MapLegendEntry &) const = default;
};

/// One of several places at the same spot.
class MapChoice
{
    Q_GADGET
    QML_VALUE_TYPE(mapChoice)
    Q_PROPERTY(QString name MEMBER name CONSTANT)
    Q_PROPERTY(QString detail MEMBER detail CONSTANT)
    Q_PROPERTY(QString type MEMBER type CONSTANT)
    Q_PROPERTY(qint64 id MEMBER id CONSTANT)
    Q_PROPERTY(repere::models::MapFigure figure MEMBER figure CONSTANT)
    Q_PROPERTY(QPointF offset MEMBER offset CONSTANT)
    Q_PROPERTY(int labelSide MEMBER labelSide CONSTANT)
    Q_PROPERTY(QString spoken MEMBER spoken CONSTANT)
public:
    AtelierId id = 0;
    QString name;
    QString detail = {}; ///< "Aubière · Puy-de-Dôme"
    QString type = {};   ///< id of its first type, or kUnknown
    MapFigure figure = {};
    QPointF offset = {}; ///< from the spot, where choices are fanned out; pixels
    int labelSide = MapLabel::None;
    QString spoken = {}; ///< "Fablab Lapalisse, 2 of 5"

    bool operator==(const MapChoice &) const = default;
};

/// One class of the layer's legend.
class MapLayerClass
{
    Q_GADGET
    QML_VALUE_TYPE(mapLayerClass)
    Q_PROPERTY(int step MEMBER step CONSTANT)
    Q_PROPERTY(int steps MEMBER steps CONSTANT)
    Q_PROPERTY(QString text MEMBER text CONSTANT)
    Q_PROPERTY(QString detail MEMBER detail CONSTANT)
public:
    int step = 0; ///< see MapOverlay::Shade
    int steps = 0;
    QString text;           ///< "0,5 – 1,2"
    QString detail;         ///< "21 départements"
    QStringList codes = {}; ///< of the territories in it

    bool operator==(const MapLayerClass &) const = default;
};

/// Sizes in logical pixels that only the drawing side knows: signs and names are laid out with them.
struct MapMeasures {
    std::function<double(int count)> signDiameter;
    std::function<double(const QString &)> textWidth;
    double textHeight = 16;
};

} // namespace repere::models
