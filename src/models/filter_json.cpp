#include "models/filter_json.h"

#include <QJsonArray>

#include <algorithm>

namespace repere::models {

namespace {

QStringList strings(const QJsonValue &value)
{
    QStringList list;
    for (const QJsonValue &item : value.toArray())
        if (const QString text = item.toString(); !text.isEmpty())
            list << text;
    list.removeDuplicates();
    return list;
}

} // namespace

QJsonObject filterToJson(const Filter &filter)
{
    QJsonObject object;
    if (!filter.text.isEmpty())
        object[u"text"] = filter.text;
    for (const Facet facet : kFacets) {
        if (!filter[facet].values.isEmpty())
            object[facetKey(facet)] = QJsonArray::fromStringList(filter[facet].values);
        if (!filter[facet].excluded.isEmpty())
            object[QStringLiteral("without-") + facetKey(facet)] = QJsonArray::fromStringList(filter[facet].excluded);
    }
    if (filter.anyEquipment)
        object[u"any-equipment"] = true;
    if (!filter.communes.isEmpty())
        object[u"commune"] = QJsonArray::fromStringList(filter.communes);
    if (filter.near)
        object[u"near"] = QJsonObject{{QStringLiteral("lat"), filter.near->centre.latitude},
                                      {QStringLiteral("lon"), filter.near->centre.longitude},
                                      {QStringLiteral("metres"), filter.near->radiusMetres},
                                      {QStringLiteral("label"), filter.near->label}};
    if (filter.box)
        object[u"box"] = QJsonArray{filter.box->west, filter.box->south, filter.box->east, filter.box->north};
    if (filter.area) {
        QJsonArray ring;
        for (const GeoPoint point : filter.area->points)
            ring.append(QJsonArray{point.longitude, point.latitude});
        object[u"area"] = ring;
    }
    if (filter.asOfAfter)
        object[u"as-of-after"] = *filter.asOfAfter;
    return object;
}

Filter filterFromJson(const QJsonObject &object)
{
    Filter filter;
    filter.text = object[u"text"].toString();
    for (const Facet facet : kFacets) {
        filter[facet].values = strings(object[facetKey(facet)]);
        filter[facet].excluded = strings(object[QStringLiteral("without-") + facetKey(facet)]);
    }
    filter.anyEquipment = object[u"any-equipment"].toBool();
    filter.communes = strings(object[u"commune"]);
    const QJsonObject place = object[u"near"].toObject();
    const GeoPoint centre{place[u"lat"].toDouble(1000), place[u"lon"].toDouble(1000)};
    if (centre.isValid())
        filter.near = Near{centre, std::max(0.0, place[u"metres"].toDouble()), place[u"label"].toString()};
    const QJsonArray box = object[u"box"].toArray();
    if (box.size() == 4)
        filter.box = GeoBox{box[0].toDouble(), box[1].toDouble(), box[2].toDouble(), box[3].toDouble()};
    GeoRing area;
    for (const QJsonValue &point : object[u"area"].toArray())
        area.points.push_back({point[1].toDouble(1000), point[0].toDouble(1000)});
    if (area.isValid())
        filter.area = std::move(area);
    if (object[u"as-of-after"].isDouble())
        filter.asOfAfter = object[u"as-of-after"].toInt();
    return filter;
}

} // namespace repere::models
