#include "exchange/draft_filler.h"
#include "exchange/fetch.h"
#include "exchange/json_cells.h"
#include "exchange/json_records.h"
#include "exchange/json_text.h"
#include "exchange/own_readers.h"
#include "exchange/projector.h"
#include "exchange/table_mapping.h"
#include "exchange/table_source.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>

#include <cmath>

namespace repere::exchange {

namespace {

using Json = JsonRecords::Json;

/// The properties are known once features have been seen; keys that come later than this many are left aside.
constexpr std::size_t kFeaturesForKeys = 200;

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
class GeoJsonSource final : public TableSource
{
public:
    Result<void> open(const ReadRequest &request)
    {
        const QString &path = request.paths.front();
        const Result<void> opened = m_records.open(
            path,
            {.lists = {"features"},
             .keep = {"crs", "name"},
             .missing = QCoreApplication::translate(
                            "Exchange", "%1: no \"features\" were found, as a GeoJSON FeatureCollection has them. "
                                        "Nothing was imported.")
                            .arg(path)});
        if (!opened)
            return opened;
        m_description.title = titleOfFile(path);
        m_description.hasGeometry = true;
        m_description.crs = request.mapping && !request.mapping->crs.isEmpty() ? request.mapping->crs : statedCrs();
        while (m_seen.size() < kFeaturesForKeys) {
            Result<std::optional<JsonRecords::Record>> record = m_records.next();
            if (!record)
                return std::unexpected(record.error());
            if (!*record)
                break;
            learnKeys((*record)->value);
            m_seen.push_back(std::move(**record));
        }
        if (m_description.headings.size() > kMostColumns)
            return tooManyColumns(path, m_description.headings.size());
        return {};
    }

    Result<bool> next(TableRow &row) override
    {
        if (m_nextSeen < m_seen.size()) {
            fill(row, m_seen[m_nextSeen]);
            m_seen[m_nextSeen++] = {};
            return true;
        }
        Result<std::optional<JsonRecords::Record>> record = m_records.next();
        if (!record)
            return std::unexpected(record.error());
        if (!*record)
            return false;
        fill(row, **record);
        return true;
    }

    double progress() const override { return m_records.progress(); }

private:
    QString statedCrs() const
    {
        // GeoJSON of 2008: {"crs": {"properties": {"name": "urn:ogc:def:crs:EPSG::2154"}}}
        const Json *crs = memberOf(m_records.outer(), "crs");
        const Json *properties = crs ? memberOf(*crs, "properties") : nullptr;
        static const QRegularExpression code(QStringLiteral("EPSG:(?::|[0-9.]*:)?([0-9]{4,6})$"));
        const auto match = code.match(properties ? textOf(*properties, "name") : QString());
        return match.hasMatch() && match.captured(1) != u"4326" ? QStringLiteral("EPSG:") + match.captured(1)
                                                                : QString();
    }

    void learnKeys(const Json &feature)
    {
        const Json *properties = memberOf(feature, "properties");
        if (!properties || !properties->is_object())
            return;
        for (const auto &member : properties->items()) {
            const QString key = toQString(member.key());
            if (m_columns.contains(key))
                continue;
            m_columns.insert(key, m_description.headings.size());
            m_description.headings.append(key);
        }
    }

    void fill(TableRow &row, const JsonRecords::Record &record)
    {
        row = {};
        row.line = record.line;
        row.cells.resize(m_description.headings.size());
        const Json *properties = memberOf(record.value, "properties");
        if (!properties || !properties->is_object()) {
            row.problem = ImportReport::Rejection{
                m_records.path(),
                record.line,
                QStringLiteral("properties"),
                writtenJson(record.value),
                QCoreApplication::translate("Exchange", "a GeoJSON feature with properties was expected"),
                notImported()};
            return;
        }
        for (const auto &member : properties->items()) {
            const auto column = m_columns.constFind(toQString(member.key()));
            if (column != m_columns.cend())
                row.cells[*column] = cellOf(member.value());
        }
        if (const Json *geometry = memberOf(record.value, "geometry"))
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

    JsonRecords m_records;
    QHash<QString, qsizetype> m_columns;
    std::vector<JsonRecords::Record> m_seen; ///< features read for their keys
    std::size_t m_nextSeen = 0;
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
