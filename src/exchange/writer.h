#pragma once

#include "core/atelier.h"
#include "core/job.h"
#include "core/places.h"
#include "core/result.h"
#include "core/vocabulary.h"

#include <functional>

namespace repere::exchange {

enum class OutputFormat { Csv, GeoJson, GeoPackage, Kml, Xlsx, Ods };
/// By the extension of the file; nullopt when unknown.
std::optional<OutputFormat> outputFormatOf(const QString &fileName);
std::optional<OutputFormat> outputFormatNamed(const QString &name); ///< "csv" "geojson" "gpkg" "kml" "xlsx" "ods"
QString extensionOf(OutputFormat format);

enum class CsvProfile {
    ExcelFr, ///< ';', UTF-8 with BOM, CRLF, decimal comma, French labels as headings
    OpenData ///< ',', UTF-8, LF, decimal point, ISO dates, JSON keys as headings
};

/// One column that can be exported.
struct Column {
    QString key;         ///< JSON key: "name", "equipment", "distance_km"…
    BilingualText label; ///< heading
};
/// Every column, in the default order. The last ones ("equipment_details", "provenance") carry what the readable ones
/// lose, as JSON: with them a re-import is lossless. "personal" is none of them: see ExportOptions.
const std::vector<Column> &columns();

struct ExportOptions {
    OutputFormat format = OutputFormat::Csv;
    CsvProfile profile = CsvProfile::ExcelFr;
    QStringList columns;   ///< keys; empty = all
    bool personal = false; ///< add the column "personal": what sources say about persons, as JSON
    bool french = true;    ///< labels of values and headings (open-data always writes keys and ids)
};

/// What turns codes into words.
struct LabelSource {
    const Vocabularies *vocabularies = nullptr;
    std::function<QString(const QString &code)> regionName;
    std::function<QString(const QString &code)> departementName;
};

/// One exported line.
struct ExportedAtelier {
    Atelier atelier;
    std::optional<double> distanceMetres;
};
using ExportSource = std::function<Result<bool>(ExportedAtelier &)>; ///< false at the end

/// Writes beside the target and renames into place: failed, cancelled or out of space leaves no half file and the
/// former one as it was. Errors: Usage (unknown column), Unwritable, Cancelled. Returns the number of lines.
Result<int> writeFile(const QString &path, const ExportOptions &options, const LabelSource &labels,
                      const ExportSource &source, int expected, JobContext &job);

/// Lines that can be made in several threads: numbered pieces, each a run of lines.
struct CsvPieces {
    std::size_t count = 0;
    std::size_t workers = 1;
    /// Gives the lines of one piece to `line`. Called in threads of the writer; `worker` (0 … workers-1) is in one call at a time.
    std::function<Result<void>(std::size_t worker, std::size_t piece,
                               const std::function<void(const ExportedAtelier &)> &line)>
        source;
};

/// The same file as writeFile with the lines of all pieces in their order, made by as many threads as there are workers. CSV
/// only. Errors as there, and those of the source.
Result<int> writeCsvInPieces(const QString &path, const ExportOptions &options, const LabelSource &labels,
                             const CsvPieces &pieces, int expected, JobContext &job);

/// The lines as CSV of options.profile into a byte array: `search --format csv`.
Result<QByteArray> toCsv(const std::vector<ExportedAtelier> &ateliers, const ExportOptions &options,
                         const LabelSource &labels);

/// The same CSV or tab-separated text into memory, for the clipboard (tabs, no BOM, headings).
QString toTabSeparated(const std::vector<ExportedAtelier> &ateliers, const ExportOptions &options,
                       const LabelSource &labels);

/// One cell as text, as in CSV.
QString columnText(const QString &key, const ExportedAtelier &line, const ExportOptions &options,
                   const LabelSource &labels);

} // namespace repere::exchange
