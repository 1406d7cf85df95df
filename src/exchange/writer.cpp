#include "exchange/writer.h"

#include "exchange/csv_rows.h"
#include "exchange/sinks.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <array>

namespace repere::exchange {

namespace {

struct FormatName {
    OutputFormat format;
    const char16_t *name; ///< also the extension
};
constexpr std::array<FormatName, 6> kFormats = {{{OutputFormat::Csv, u"csv"},
                                                 {OutputFormat::GeoJson, u"geojson"},
                                                 {OutputFormat::GeoPackage, u"gpkg"},
                                                 {OutputFormat::Kml, u"kml"},
                                                 {OutputFormat::Xlsx, u"xlsx"},
                                                 {OutputFormat::Ods, u"ods"}}};

std::unique_ptr<LineSink> makeSink(const SinkContext &context)
{
    switch (context.options.format) {
    case OutputFormat::Csv: return makeCsvSink(context);
    case OutputFormat::GeoJson: return makeGeoJsonSink(context);
    case OutputFormat::Kml: return makeKmlSink(context);
    case OutputFormat::GeoPackage:
    case OutputFormat::Xlsx:
    case OutputFormat::Ods: break;
    }
    return makeOgrSink(context);
}

} // namespace

std::optional<OutputFormat> outputFormatOf(const QString &fileName)
{
    const QString suffix = QFileInfo(fileName).suffix().toLower();
    return suffix == QStringLiteral("json") ? OutputFormat::GeoJson : outputFormatNamed(suffix);
}

std::optional<OutputFormat> outputFormatNamed(const QString &name)
{
    for (const FormatName &format : kFormats) {
        if (name == QStringView(format.name))
            return format.format;
    }
    return std::nullopt;
}

QString extensionOf(OutputFormat format)
{
    return QString::fromUtf16(kFormats[static_cast<std::size_t>(format)].name);
}

Result<int> writeFile(const QString &path, const ExportOptions &options, const LabelSource &labels,
                      const ExportSource &source, int expected, JobContext &job)
{
    Result<std::vector<ColumnId>> chosen = chosenColumns(options);
    if (!chosen)
        return std::unexpected(chosen.error());
    const SinkContext context{.path = path, .options = options, .columns = std::move(*chosen), .labels = labels};
    const std::unique_ptr<LineSink> sink = makeSink(context);
    if (const Result<void> begun = sink->begin(); !begun)
        return std::unexpected(begun.error());
    int count = 0;
    ExportedAtelier line;
    while (true) {
        if (job.isCancelled())
            return cancelledExport();
        const Result<bool> more = source(line);
        if (!more)
            return std::unexpected(more.error());
        if (!*more)
            break;
        if (const Result<void> written = sink->write(line); !written)
            return std::unexpected(written.error());
        ++count;
        job.report(expected > 0 ? double(count) / expected : -1);
    }
    if (const Result<void> committed = sink->commit(); !committed)
        return std::unexpected(committed.error());
    return count;
}

Result<QByteArray> toCsv(const std::vector<ExportedAtelier> &ateliers, const ExportOptions &options,
                         const LabelSource &labels)
{
    Result<std::vector<ColumnId>> chosen = chosenColumns(options);
    if (!chosen)
        return std::unexpected(chosen.error());
    const CsvRows rows(options, std::move(*chosen));
    QByteArray out;
    rows.appendHeadings(out);
    for (const ExportedAtelier &line : ateliers)
        rows.appendLine(out, line, labels);
    return out;
}

QString toTabSeparated(const std::vector<ExportedAtelier> &ateliers, const ExportOptions &options,
                       const LabelSource &labels)
{
    Result<std::vector<ColumnId>> chosen = chosenColumns(options);
    if (!chosen)
        return {};
    const CsvRows rows = CsvRows::tabSeparated(options, std::move(*chosen));
    QByteArray out;
    rows.appendHeadings(out);
    for (const ExportedAtelier &line : ateliers)
        rows.appendLine(out, line, labels);
    return QString::fromUtf8(out);
}

} // namespace repere::exchange
