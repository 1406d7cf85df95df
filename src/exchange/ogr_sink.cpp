#include "exchange/sinks.h"

#include "exchange/gdal_tools.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cpl_string.h>
#include <cpl_vsi.h>

#include <filesystem>

namespace repere::exchange {

namespace {

/// Whether every file inside a zip can be read to its end. The driver of ODS does not notice a full disk.
bool isWholeZip(const QString &path)
{
    const QByteArray root = "/vsizip/{" + path.toUtf8() + '}';
    char **names = VSIReadDirRecursive(root.constData());
    bool whole = names != nullptr;
    std::vector<char> chunk(1 << 20);
    for (char **name = names; whole && *name; ++name) {
        const QByteArray inside = root + '/' + *name;
        VSIStatBufL status;
        whole = VSIStatL(inside.constData(), &status) == 0;
        if (!whole || VSI_ISDIR(status.st_mode))
            continue;
        VSILFILE *file = VSIFOpenL(inside.constData(), "rb");
        vsi_l_offset size = 0;
        while (file) {
            const std::size_t read = VSIFReadL(chunk.data(), 1, chunk.size(), file);
            size += read;
            if (read < chunk.size())
                break;
        }
        whole = file && size == static_cast<vsi_l_offset>(status.st_size);
        if (file)
            VSIFCloseL(file);
    }
    CSLDestroy(names);
    return whole;
}

/// Rows and characters that a spreadsheet can hold (Excel specifications and limits).
constexpr int kMostRows = 1048575; // without the headings
constexpr qsizetype kLongestCell = 32767;

OGRFieldType fieldTypeOf(const ColumnSpec &spec)
{
    switch (spec.kind) {
    case ColumnKind::Text: return OFTString;
    case ColumnKind::Integer: return spec.id == ColumnId::Id ? OFTInteger64 : OFTInteger;
    case ColumnKind::Real: return OFTReal;
    }
    return OFTString;
}

class OgrSink final : public LineSink
{
public:
    explicit OgrSink(const SinkContext &context)
        : m_context(context), m_isMap(context.options.format == OutputFormat::GeoPackage),
          m_style(styleOf(context.options))
    {
        if (m_isMap)
            m_style = {.labels = false, .french = false, .decimalComma = false, .frenchDates = false};
        m_style.decimalComma = false; // spreadsheets get true numbers and show them their own way
        const QFileInfo info(context.path);
        // Beside the target, so that the renaming stays on one disk; drivers look at the extension.
        m_part =
            info.dir().filePath(QStringLiteral(".%1.%2.part.%3")
                                    .arg(info.completeBaseName(), QString::number(QCoreApplication::applicationPid()),
                                         extensionOf(context.options.format)));
    }

    ~OgrSink() override
    {
        const GdalMessages messages; // closing a file that must not stay
        m_dataset.reset();
        removeParts();
    }

    Result<void> begin() override
    {
        registerGdal();
        const QFileInfo folder(QFileInfo(m_context.path).absolutePath());
        if (!folder.isDir())
            return unwritable(m_context.path, QCoreApplication::translate("Exchange", "the folder does not exist"));
        const GdalMessages messages;
        removeParts();
        const char *driverName = m_isMap ? "GPKG" : m_context.options.format == OutputFormat::Xlsx ? "XLSX" : "ODS";
        GDALDriver *driver = GetGDALDriverManager()->GetDriverByName(driverName);
        if (!driver) {
            return unwritable(
                m_context.path,
                QCoreApplication::translate("Exchange", "GDAL lacks the driver %1").arg(QString::fromUtf8(driverName)));
        }
        m_dataset.reset(driver->Create(m_part.toUtf8().constData(), 0, 0, 0, GDT_Unknown, nullptr));
        if (!m_dataset)
            return failed(messages);
        OGRSpatialReference wgs84;
        wgs84.SetWellKnownGeogCS("WGS84");
        wgs84.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
        const char *const options[] = {m_isMap ? "FID=fid" : nullptr, nullptr};
        m_layer = m_dataset->CreateLayer("ateliers", m_isMap ? &wgs84 : nullptr, m_isMap ? wkbPoint : wkbNone,
                                         const_cast<char **>(options));
        if (!m_layer)
            return failed(messages);
        for (ColumnId column : m_context.columns) {
            OGRFieldDefn field(headingOf(column, m_style).toUtf8().constData(), fieldTypeOf(specOf(column)));
            if (m_layer->CreateField(&field) != OGRERR_NONE)
                return failed(messages);
        }
        if (m_isMap && m_dataset->StartTransaction() != OGRERR_NONE)
            return failed(messages);
        return {};
    }

    Result<void> write(const ExportedAtelier &line) override
    {
        if (!m_isMap && ++m_rows > kMostRows) {
            return unwritable(
                m_context.path,
                QCoreApplication::translate("Exchange", "a spreadsheet holds %1 rows at most").arg(kMostRows));
        }
        const GdalMessages messages;
        const FeatureHandle feature(OGRFeature::CreateFeature(m_layer->GetLayerDefn()));
        for (std::size_t i = 0; i < m_context.columns.size(); ++i)
            setField(*feature, static_cast<int>(i), m_context.columns[i], line);
        if (m_isMap && line.atelier.point) {
            OGRPoint point(line.atelier.point->longitude, line.atelier.point->latitude);
            feature->SetGeometry(&point);
        }
        if (m_layer->CreateFeature(feature.get()) != OGRERR_NONE || messages.failed())
            return failed(messages);
        return {};
    }

    Result<void> commit() override
    {
        {
            const GdalMessages messages;
            if (m_isMap && m_dataset->CommitTransaction() != OGRERR_NONE)
                return failed(messages);
            if (GDALClose(m_dataset.release()) != CE_None || messages.failed())
                return failed(messages);
            if (!m_isMap && (!isWholeZip(m_part) || messages.failed()))
                return unwritable(m_context.path, QCoreApplication::translate("Exchange", "the disk may be full"));
        }
        std::error_code error;
        std::filesystem::rename(std::filesystem::path(m_part.toStdU16String()),
                                std::filesystem::path(m_context.path.toStdU16String()), error);
        if (error)
            return unwritable(m_context.path, QString::fromStdString(error.message()));
        return {};
    }

private:
    void setField(OGRFeature &feature, int index, ColumnId column, const ExportedAtelier &line) const
    {
        const ColumnSpec &spec = specOf(column);
        if (spec.kind != ColumnKind::Text) {
            const std::optional<double> number = cellNumber(column, line);
            if (number && spec.kind == ColumnKind::Integer)
                feature.SetField(index, static_cast<GIntBig>(*number));
            else if (number)
                feature.SetField(index, *number);
            return;
        }
        QString text = xmlText(cellText(column, line, m_style, m_context.labels));
        if (text.isEmpty())
            return;
        if (!m_isMap && text.size() > kLongestCell)
            text = text.first(kLongestCell - 1) + u'…';
        feature.SetField(index, text.toUtf8().constData());
    }

    std::unexpected<Error> failed(const GdalMessages &messages) const
    {
        return unwritable(m_context.path, messages.failed()
                                              ? messages.first()
                                              : QCoreApplication::translate("Exchange", "unknown reason"));
    }

    void removeParts() const
    {
        for (const char *suffix : {"", "-journal", "-wal", "-shm"})
            QFile::remove(m_part + QString::fromUtf8(suffix));
    }

    SinkContext m_context;
    bool m_isMap;
    CellStyle m_style;
    QString m_part;
    DatasetHandle m_dataset;
    OGRLayer *m_layer = nullptr; // owned by the data set
    int m_rows = 0;
};

} // namespace

std::unique_ptr<LineSink> makeOgrSink(const SinkContext &context)
{
    return std::make_unique<OgrSink>(context);
}

} // namespace repere::exchange
