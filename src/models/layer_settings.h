#pragma once

#include "core/class_breaks.h"
#include "core/territory.h"

#include <QJsonObject>
#include <QString>

#include <vector>

namespace repere::models {

/// What the map shows besides the places, as people chose it.
struct LayerSettings {
    enum class Kind { None, Territories, Uncovered };
    Kind kind = Kind::None;
    TerritoryLevel level = TerritoryLevel::Departement;
    TerritoryMeasure measure = TerritoryMeasure::Per100k;
    QString equipment = QStringLiteral("laser-cutter"); ///< whose share TerritoryMeasure::Share is
    ClassMethod method = ClassMethod::Quantiles;
    int classes = 5;            ///< kLeastClasses to kMostClasses
    std::vector<double> bounds; ///< of ClassMethod::Custom: inner bounds, ascending; shares as fractions
    int radiusKilometres = 30;  ///< 1 to kMostRadius
    bool places = false;        ///< the signs of the places are shown, too

    static constexpr int kLeastClasses = 2;
    static constexpr int kMostClasses = 7;
    static constexpr int kMostRadius = 500;

    bool operator==(const LayerSettings &) const = default;
};

/// What is not understood takes its default: settings are read from a file that anybody may edit.
QJsonObject layerToJson(const LayerSettings &settings);
LayerSettings layerFromJson(const QJsonObject &object);

/// "1; 2,5; 10" → ascending numbers without repetitions; empty when something else stands there. Shares are written as
/// percentages: pass 0.01 as `unit`.
std::vector<double> boundsFromText(const QString &text, double unit = 1);
QString boundsToText(const std::vector<double> &bounds, double unit = 1);

} // namespace repere::models
