#include "exchange/connection.h"
#include "exchange/delimited_text.h"
#include "exchange/fetch.h"
#include "exchange/gdal_tools.h"
#include "exchange/no_data.h"
#include "exchange/own_readers.h"
#include "exchange/projector.h"
#include "exchange/safe_file.h"
#include "exchange/table_mapping.h"
#include "exchange/table_source.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QRegularExpression>

#include <cpl_conv.h>
#include <cpl_string.h>

#include <algorithm>
#include <array>

namespace repere::exchange {

namespace {

/// Context of the translated sentences.
struct Sentences {
    Q_DECLARE_TR_FUNCTIONS(Exchange)
};

/// What places come in. Nothing else is tried: every driver more is code more for a hostile file to find.
constexpr std::array<const char *, 17> kDrivers = {
    "XLSX",           "ODS",        "XLS",  "GPKG",   "LIBKML",     "KML",          "GPX",
    "ESRI Shapefile", "FlatGeobuf", "GML",  "SQLite", "PostgreSQL", "MapInfo File", "TopoJSON",
    "OpenFileGDB",    "GeoJSONSeq", nullptr};

/// Settings of GDAL for the thread and the time of their life.
class GdalSettings
{
public:
    GdalSettings()
    {
        for (const auto &[key, value] : kSettings)
            CPLSetThreadLocalConfigOption(key, value);
    }
    ~GdalSettings()
    {
        for (const auto &[key, value] : kSettings)
            CPLSetThreadLocalConfigOption(key, nullptr);
    }
    GdalSettings(const GdalSettings &) = delete;
    GdalSettings &operator=(const GdalSettings &) = delete;

private:
    /// The first row of a sheet is looked at by us, as that of a CSV; cells stay text, so that 01500 keeps its zero; nothing
    /// is fetched.
    static constexpr std::pair<const char *, const char *> kSettings[] = {
        {"OGR_XLSX_HEADERS", "DISABLE"},   {"OGR_XLSX_FIELD_TYPES", "STRING"}, {"OGR_ODS_HEADERS", "DISABLE"},
        {"OGR_ODS_FIELD_TYPES", "STRING"}, {"OGR_XLS_HEADERS", "DISABLE"},     {"GML_DOWNLOAD_SCHEMA", "NO"},
        {"CPL_CURL_GZIP", "NO"},           {"GDAL_HTTP_MAX_RETRY", "0"},
    };
};

struct TransformationDestroyer {
    void operator()(OGRCoordinateTransformation *transformation) const
    {
        OGRCoordinateTransformation::DestroyCT(transformation);
    }
};

QString text(const char *utf8)
{
    return utf8 ? cellText(QByteArray(utf8)) : QString();
}

class OgrSource final : public TableSource
{
public:
    Result<void> open(const ReadRequest &request)
    {
        registerGdal();
        const QString &path = request.paths.front();
        m_path = withoutPassword(path);
        const Result<QString> name = safeName(path);
        if (!name)
            return std::unexpected(name.error());
        const GdalSettings settings;
        const GdalMessages messages;
        m_dataset.reset(
            GDALDataset::Open(name->toUtf8().constData(), GDAL_OF_VECTOR | GDAL_OF_READONLY, kDrivers.data()));
        if (!m_dataset)
            return unreadable(messages, path);
        for (auto *layer : m_dataset->GetLayers())
            m_description.layers.append(text(layer->GetName()));
        if (m_description.layers.isEmpty()) {
            return failure(ErrorCode::Unreadable,
                           Sentences::tr("%1: there is no layer in it. Nothing was imported.").arg(m_path));
        }
        const ColumnMapping *mapping = request.mapping ? &*request.mapping : nullptr;
        if (Result<void> chosen = chooseLayer(mapping ? mapping->layer : QString()); !chosen)
            return chosen;
        const QString driver = QString::fromUtf8(m_dataset->GetDriverName());
        m_isSheet = driver == u"XLSX" || driver == u"ODS" || driver == u"XLS";
        if (Result<void> described = m_isSheet ? describeSheet(mapping) : describeLayer(); !described)
            return described;
        m_description.title = isConnection(m_path) ? m_description.layer : titleOfFile(m_path);
        m_expected = m_layer->GetFeatureCount(0);
        return {};
    }

    Result<bool> next(TableRow &row) override
    {
        const GdalSettings settings;
        const GdalMessages messages;
        if (m_nextPending < m_pending.size()) {
            row = std::move(m_pending[m_nextPending++]);
            return true;
        }
        return read(row, messages);
    }

    double progress() const override
    {
        return m_expected > 0 ? std::min(1.0, double(m_rows) / double(m_expected)) : -1;
    }

private:
    std::unexpected<Error> unreadable(const GdalMessages &messages, const QString &path) const
    {
        if (!messages.failed() && !isConnection(path)) {
            if (const QString why = whyNoData(readHead(path).value_or(QByteArray()), m_path); !why.isEmpty())
                return failure(ErrorCode::Unreadable, why);
        }
        return failure(ErrorCode::Unreadable,
                       Sentences::tr("%1: GDAL cannot open this (%2). Nothing was imported.")
                           .arg(m_path, messages.failed() ? messages.first() : Sentences::tr("unknown reason")));
    }

    /// The layer named, or the first that holds something.
    Result<void> chooseLayer(const QString &wanted)
    {
        for (auto *layer : m_dataset->GetLayers()) {
            const bool fits = wanted.isEmpty() ? layer->GetFeatureCount(1) > 0 : text(layer->GetName()) == wanted;
            if (fits && !m_layer)
                m_layer = layer;
        }
        if (!m_layer && !wanted.isEmpty()) {
            return failure(ErrorCode::Usage,
                           Sentences::tr("%1: there is no layer \"%2\"; there are %3. Nothing was imported.")
                               .arg(m_path, wanted, m_description.layers.join(QStringLiteral(", "))));
        }
        if (!m_layer)
            m_layer = m_dataset->GetLayer(0);
        m_description.layer = text(m_layer->GetName());
        m_layer->ResetReading();
        return {};
    }

    Result<void> describeLayer()
    {
        const OGRFeatureDefn *definition = m_layer->GetLayerDefn();
        if (definition->GetFieldCount() > kMostColumns)
            return tooManyColumns(m_path, definition->GetFieldCount());
        for (int i = 0; i < definition->GetFieldCount(); ++i)
            m_description.headings.append(text(definition->GetFieldDefn(i)->GetNameRef()));
        m_description.hasGeometry = definition->GetGeomFieldCount() > 0 && definition->GetGeomType() != wkbNone;
        const OGRSpatialReference *system = m_layer->GetSpatialRef();
        if (!system)
            return {};
        if (const char *code = system->GetAuthorityCode(nullptr))
            m_description.crs = QStringLiteral("EPSG:") + text(code);
        OSRSetPROJEnableNetwork(0);
        OGRSpatialReference from(*system);
        from.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
        OGRSpatialReference wgs84;
        wgs84.importFromEPSG(4326);
        wgs84.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
        m_transformation.reset(OGRCreateCoordinateTransformation(&from, &wgs84));
        return {};
    }

    /// A sheet is read like a CSV: its first row that is not blank may name the columns, or one below a title.
    Result<void> describeSheet(const ColumnMapping *mapping)
    {
        const GdalMessages messages;
        std::vector<QStringList> rows;
        constexpr std::size_t kLooked = 20;
        while (rows.size() < kLooked) {
            TableRow row;
            const Result<bool> more = read(row, messages);
            if (!more)
                return std::unexpected(more.error());
            if (!*more)
                break;
            const bool isBlank =
                std::ranges::all_of(row.cells, [](const QString &cell) { return cell.trimmed().isEmpty(); });
            if (isBlank && rows.empty())
                continue;
            rows.push_back(row.cells);
            m_pending.push_back(std::move(row));
        }
        const qsizetype columns = m_layer->GetLayerDefn()->GetFieldCount();
        if (columns > kMostColumns)
            return tooManyColumns(m_path, columns);
        const std::optional<std::size_t> named = headingRow(rows);
        m_description.hasHeadings = mapping && !mapping->columns.empty() ? mapping->hasHeadings : named.has_value();
        const std::size_t at = named.value_or(0);
        for (qsizetype i = 0; i < columns; ++i) {
            const QString words =
                m_description.hasHeadings && at < rows.size() ? rows[at].value(i).trimmed() : QString();
            m_description.headings.append(words.isEmpty() ? columnName(i) : words);
        }
        if (m_description.hasHeadings)
            m_nextPending = std::min(at + 1, m_pending.size());
        return {};
    }

    Result<bool> read(TableRow &row, const GdalMessages &messages)
    {
        const FeatureHandle feature(m_layer->GetNextFeature());
        if (!feature) {
            if (messages.failed()) {
                return failure(ErrorCode::Unreadable, Sentences::tr("%1: reading stopped after record %2 (%3).")
                                                          .arg(m_path, QString::number(m_rows), messages.first()));
            }
            return false;
        }
        row = {};
        row.line = ++m_rows;
        for (int i = 0; i < feature->GetFieldCount(); ++i)
            row.cells.append(cell(*feature, i));
        if (const OGRGeometry *geometry = feature->GetGeometryRef(); geometry && !geometry->IsEmpty())
            place(row, *geometry);
        return true;
    }

    static QString cell(const OGRFeature &feature, int index)
    {
        if (!feature.IsFieldSetAndNotNull(index))
            return {};
        if (feature.GetFieldDefnRef(index)->GetType() == OFTStringList) {
            QStringList parts;
            for (char **part = feature.GetFieldAsStringList(index); part && *part; ++part)
                parts.append(text(*part));
            return parts.join(u'|');
        }
        // GDAL writes days with slashes.
        static const QRegularExpression day(QStringLiteral("^([0-9]{4})/([0-9]{2})/([0-9]{2})(?= |$)"));
        return text(feature.GetFieldAsString(index)).replace(day, QStringLiteral("\\1-\\2-\\3"));
    }

    void place(TableRow &row, const OGRGeometry &geometry)
    {
        OGREnvelope envelope;
        geometry.getEnvelope(&envelope);
        row.isMiddle = wkbFlatten(geometry.getGeometryType()) != wkbPoint;
        double x = (envelope.MinX + envelope.MaxX) / 2;
        double y = (envelope.MinY + envelope.MaxY) / 2;
        if (m_transformation) {
            int worked = 0;
            const bool isDone = m_transformation->Transform(1, &x, &y, nullptr, &worked) && worked;
            const GeoPoint point{y, x};
            if (isDone && point.isValid())
                row.point = point;
            return;
        }
        // Without a system: degrees, or a plane one known by the size of its numbers.
        const GeoPoint point{y, x};
        if (point.isValid()) {
            row.point = point;
        } else if (const QString system = planeSystemOf(x, y); !system.isEmpty()) {
            if (!m_projector || m_description.crs != system) {
                if (Result<Projector> projector = Projector::make(system)) {
                    m_projector.emplace(std::move(*projector));
                    m_description.crs = system;
                }
            }
            if (m_projector)
                row.point = m_projector->toWgs84(x, y);
        }
    }

    QString m_path;
    DatasetHandle m_dataset;
    OGRLayer *m_layer = nullptr; ///< owned by the data set
    bool m_isSheet = false;
    std::unique_ptr<OGRCoordinateTransformation, TransformationDestroyer> m_transformation;
    std::optional<Projector> m_projector;
    std::vector<TableRow> m_pending; ///< rows of a sheet looked at for its headings
    std::size_t m_nextPending = 0;
    std::int64_t m_rows = 0;
    GIntBig m_expected = -1;
};

} // namespace

Result<std::unique_ptr<TableSource>> openOgrSource(const ReadRequest &request)
{
    auto source = std::make_unique<OgrSource>();
    if (Result<void> opened = source->open(request); !opened)
        return std::unexpected(opened.error());
    return source;
}

int recogniseForOgr(const QByteArray &head, const QString &fileName)
{
    if (isConnection(fileName))
        return 60;
    for (const char *magic : {"PK\x03\x04", "SQLite format 3", "fgb\x03", "\xD0\xCF\x11\xE0"}) {
        if (head.startsWith(magic))
            return 60;
    }
    if (head.startsWith(QByteArray("\x00\x00\x27\x0A", 4)))
        return 60; // a shape
    static const QRegularExpression feature(QStringLiteral("^\\x{1E}?\\s*\\{\\s*\"type\"\\s*:\\s*\"Feature\"\\s*,"));
    if (feature.match(QString::fromUtf8(head.left(512))).hasMatch())
        return 55; // GeoJSON, one feature a line
    const QByteArray lower = head.left(4096).toLower();
    for (const char *root : {"<kml", "<gpx", "<gml", "opengis.net/kml", "opengis.net/gml", "topografix.com/gpx"}) {
        if (lower.contains(root))
            return 60;
    }
    const QString suffix = QFileInfo(fileName).suffix().toLower();
    static const QStringList suffixes = {QStringLiteral("tab"), QStringLiteral("mif"), QStringLiteral("kml"),
                                         QStringLiteral("gpx"), QStringLiteral("gml")};
    return suffixes.contains(suffix) ? 55 : 0;
}

} // namespace repere::exchange
