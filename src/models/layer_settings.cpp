#include "models/layer_settings.h"

#include <QJsonArray>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace repere::models {

namespace {

// The words of the file; their order is that of the enumerations.
const QStringList kKinds = {QStringLiteral("none"), QStringLiteral("territories"), QStringLiteral("uncovered")};
const QStringList kLevels = {QStringLiteral("region"), QStringLiteral("departement")};
const QStringList kMeasures = {QStringLiteral("count"), QStringLiteral("per-100k"), QStringLiteral("share")};
const QStringList kMethods = {QStringLiteral("quantiles"), QStringLiteral("equal"), QStringLiteral("custom")};

template <typename Enum> void read(const QJsonValue &value, const QStringList &words, Enum &into)
{
    if (const qsizetype found = words.indexOf(value.toString()); found >= 0)
        into = static_cast<Enum>(found);
}

template <typename Enum> QString word(const QStringList &words, Enum value)
{
    return words[static_cast<qsizetype>(value)];
}

std::vector<double> inOrder(std::vector<double> bounds)
{
    std::ranges::sort(bounds);
    const auto repeated = std::ranges::unique(bounds);
    bounds.erase(repeated.begin(), repeated.end());
    if (bounds.size() >= LayerSettings::kMostClasses)
        bounds.resize(LayerSettings::kMostClasses - 1);
    return bounds;
}

} // namespace

QJsonObject layerToJson(const LayerSettings &settings)
{
    QJsonArray bounds;
    for (const double bound : settings.bounds)
        bounds.append(bound);
    return {{QStringLiteral("kind"), word(kKinds, settings.kind)},
            {QStringLiteral("level"), word(kLevels, settings.level)},
            {QStringLiteral("measure"), word(kMeasures, settings.measure)},
            {QStringLiteral("equipment"), settings.equipment},
            {QStringLiteral("method"), word(kMethods, settings.method)},
            {QStringLiteral("classes"), settings.classes},
            {QStringLiteral("bounds"), bounds},
            {QStringLiteral("radius"), settings.radiusKilometres},
            {QStringLiteral("places"), settings.places}};
}

LayerSettings layerFromJson(const QJsonObject &object)
{
    LayerSettings settings;
    read(object[u"kind"], kKinds, settings.kind);
    read(object[u"level"], kLevels, settings.level);
    read(object[u"measure"], kMeasures, settings.measure);
    read(object[u"method"], kMethods, settings.method);
    settings.equipment = object[u"equipment"].toString(settings.equipment);
    settings.classes = std::clamp(object[u"classes"].toInt(settings.classes), LayerSettings::kLeastClasses,
                                  LayerSettings::kMostClasses);
    for (const QJsonValue &bound : object[u"bounds"].toArray()) {
        if (bound.isDouble())
            settings.bounds.push_back(bound.toDouble());
    }
    settings.bounds = inOrder(std::move(settings.bounds));
    settings.radiusKilometres =
        std::clamp(object[u"radius"].toInt(settings.radiusKilometres), 1, LayerSettings::kMostRadius);
    settings.places = object[u"places"].toBool(settings.places);
    return settings;
}

std::vector<double> boundsFromText(const QString &text, double unit)
{
    std::vector<double> bounds;
    for (const QString &part : text.split(u';', Qt::SkipEmptyParts)) {
        bool understood = false;
        QString number = part.trimmed();
        number.remove(u'%');
        double bound = QLocale().toDouble(number.trimmed(), &understood);
        if (!understood)
            bound = number.trimmed().toDouble(&understood); // a point is understood everywhere
        if (!understood || !std::isfinite(bound))
            return {};
        bounds.push_back(bound * unit);
    }
    return inOrder(std::move(bounds));
}

QString boundsToText(const std::vector<double> &bounds, double unit)
{
    QStringList parts;
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    for (const double bound : bounds)
        parts << locale.toString(bound / unit, 'g', 6);
    return parts.join(QStringLiteral("; "));
}

} // namespace repere::models
