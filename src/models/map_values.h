#pragma once

#include "core/atelier.h"

#include <QObject>
#include <QString>
#include <QtQmlIntegration/qqmlintegration.h>

#include <functional>

namespace repere::models {

/// One line of the legend: a type that occurs among the results.
class MapLegendEntry
{
    Q_GADGET
    QML_VALUE_TYPE(mapLegendEntry)
    Q_PROPERTY(QString type MEMBER type CONSTANT)
    Q_PROPERTY(QString label MEMBER label CONSTANT)
public:
    QString type; ///< id, or kUnknown
    QString label;

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
public:
    AtelierId id = 0;
    QString name;
    QString detail = {}; ///< "Aubière · Puy-de-Dôme"
    QString type = {};   ///< id of its first type, or kUnknown

    bool operator==(const MapChoice &) const = default;
};

/// Sizes in logical pixels that only the drawing side knows: signs and names are laid out with them.
struct MapMeasures {
    std::function<double(int count)> signDiameter;
    std::function<double(const QString &)> textWidth;
    double textHeight = 16;
};

} // namespace repere::models
