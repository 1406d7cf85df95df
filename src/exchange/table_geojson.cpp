#include "exchange/draft_filler.h"
#include "exchange/fetch.h"
#include "exchange/json_cells.h"
#include "exchange/json_table.h"
#include "exchange/json_text.h"
#include "exchange/own_readers.h"
#include "exchange/projector.h"
#include "exchange/table_mapping.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>

#include <cmath>

namespace repere::exchange {

namespace {

using Json = JsonRecords::Json;

/// The box around all positions of a geometry; nothing when there is none. JsonScanner bounds the depth.
void extend(std::optional<GeoBox> &box, const Json &coordinates, int &positions)
{
    if (!coordinates.is_array())
        return;
    if (coordinates.size() >= 2 && coordinates[0].is_number() && coordinates[1].is_number()) {
        const double x = coordinates[0].get<double>();
        const double y = coordinates[1].get<double>();
        ++positions;
        const GeoPoint point{y, x};
        box = box ? box->united(point) : GeoBox::around(point);
        return;
    }
    for (const Json &part : coordinates)
        extend(box, part, positions);
}

/// A FeatureCollection (RFC 7946, or older with a "crs") of somebody else's, read feature by feature.
class GeoJsonSource final : public JsonTable
{
public:
    Result<void> open(const ReadRequest &request)
    {
        const QString &path = request.paths.front();
        m_description.title = titleOfFile(path);
        m_description.hasGeometry = true;
        const Result<void> opened = openRecords(
            path,
            {.lists = {"features"},
             .keep = {"crs", "name"},
             .missing = QCoreApplication::translate(
                            "Exchange", "%1: no \"features\" were found, as a GeoJSON FeatureCollection has them. "
                                        "Nothing was imported.")
                            .arg(path)});
        if (opened)
            m_description.crs = request.mapping && !request.mapping->crs.isEmpty() ? request.mapping->crs : statedCrs();
        return opened;
    }

private:
    QString statedCrs() const
    {
        // GeoJSON of 2008: {"crs": {"properties": {"name": "urn:ogc:def:crs:EPSG::2154"}}}
        const Json *crs = memberOf(records().outer(), "crs");
        const Json *properties = crs ? memberOf(*crs, "properties") : nullptr;
        static const QRegularExpression code(QStringLiteral("EPSG:(?::|[0-9.]*:)?([0-9]{4,6})$"));
        const auto match = code.match(properties ? textOf(*properties, "name") : QString());
        return match.hasMatch() && match.captured(1) != u"4326" ? QStringLiteral("EPSG:") + match.captured(1)
                                                                : QString();
    }

    qsizetype learn(const Json &feature) override
    {
        const Json *properties = memberOf(feature, "properties");
        if (!properties || !properties->is_object())
            return m_columns.size();
        for (const auto &member : properties->items()) {
            const QString key = toQString(member.key());
            if (m_columns.contains(key))
                continue;
            m_columns.insert(key, m_description.headings.size());
            m_description.headings.append(key);
        }
        return m_columns.size();
    }

    void fill(TableRow &row, const Json &feature) override
    {
        const Json *properties = memberOf(feature, "properties");
        if (!properties || !properties->is_object()) {
            row.problem = ImportReport::Rejection{
                records().path(),
                row.line,
                QStringLiteral("properties"),
                writtenJson(feature),
                QCoreApplication::translate("Exchange", "a GeoJSON feature with properties was expected"),
                notImported()};
            return;
        }
        for (const auto &member : properties->items()) {
            const auto column = m_columns.constFind(toQString(member.key()));
            if (column != m_columns.cend())
                row.cells[*column] = cellOf(member.value());
        }
        if (const Json *geometry = memberOf(feature, "geometry"))
            place(row, *geometry);
    }

    void place(TableRow &row, const Json &geometry)
    {
        const Json *coordinates = memberOf(geometry, "coordinates");
        std::optional<GeoBox> box;
        int positions = 0;
        if (coordinates)
            extend(box, *coordinates, positions);
        if (!box)
            return;
        row.isMiddle = positions > 1;
        const GeoPoint middle = box->centre();
        if (middle.isValid() && m_description.crs.isEmpty()) {
            row.point = middle;
            return;
        }
        if (m_description.crs.isEmpty())
            m_description.crs = planeSystemOf(middle.longitude, middle.latitude);
        if (m_description.crs.isEmpty())
            return;
        if (!m_projector) {
            Result<Projector> projector = Projector::make(m_description.crs);
            if (!projector)
                return;
            m_projector.emplace(std::move(*projector));
        }
        row.point = m_projector->toWgs84(middle.longitude, middle.latitude);
    }

    QHash<QString, qsizetype> m_columns;
    std::optional<Projector> m_projector;
};

} // namespace

Result<std::unique_ptr<TableSource>> openGeoJsonSource(const ReadRequest &request)
{
    auto source = std::make_unique<GeoJsonSource>();
    if (Result<void> opened = source->open(request); !opened)
        return std::unexpected(opened.error());
    return source;
}

int recogniseForeignGeoJson(const QByteArray &head, const QString &)
{
    return head.contains("\"FeatureCollection\"") || head.contains("\"features\"") ? 60 : 0;
}

} // namespace repere::exchange
