#pragma once

#include "core/geo.h"
#include "exchange/reader.h"

#include <memory>
#include <optional>

namespace repere::exchange {

/// A table has more columns than this only to do harm.
inline constexpr qsizetype kMostColumns = 4000;

/// One record of a table from outside.
struct TableRow {
    QStringList cells;     ///< as many as there are columns, as text; numbers with a decimal point or as written
    std::int64_t line = 0; ///< 1-based; the record's number where the format has no lines
    std::optional<GeoPoint> point;                  ///< of the record's geometry; the middle of what is no point
    bool isMiddle = false;                          ///< the geometry is a line or an area
    std::optional<ImportReport::Rejection> problem; ///< why it cannot be read at all
};

/// What a table says of itself before its rows are looked at.
struct TableDescription {
    QStringList headings;    ///< as written; "Column 3" where there is none
    bool hasHeadings = true; ///< false: the first line is a record
    QString encoding;        ///< empty = the format says it
    QString separator;       ///< empty = the format has none
    QStringList layers;      ///< of a file that holds several
    QString layer;           ///< the one that is read
    QString crs;             ///< of the geometry: "EPSG:2154"; empty = longitude and latitude, or no geometry
    bool hasGeometry = false;
    QString title; ///< the file's name without its ending
};

/// Rows of any table: separated text, GeoJSON, other JSON, or what OGR opens. One thread.
class TableSource
{
public:
    virtual ~TableSource() = default;
    const TableDescription &description() const { return m_description; }
    /// False at the end.
    virtual Result<bool> next(TableRow &row) = 0;
    virtual double progress() const { return -1; }

protected:
    TableDescription m_description;
};

/// Each opens the table named by the request; a mapping in it says encoding, separator, headings and layer where it has them.
Result<std::unique_ptr<TableSource>> openDelimitedSource(const ReadRequest &request);
Result<std::unique_ptr<TableSource>> openGeoJsonSource(const ReadRequest &request);
Result<std::unique_ptr<TableSource>> openJsonSource(const ReadRequest &request);
Result<std::unique_ptr<TableSource>> openOgrSource(const ReadRequest &request);

/// "Column 3" (1-based).
QString columnName(qsizetype index);
/// Error of a table with more than kMostColumns.
std::unexpected<Error> tooManyColumns(const QString &path, qsizetype columns);

/// Which of the first rows of a table names its columns: the first, or one below a title; nullopt when the first is a place.
std::optional<std::size_t> headingRow(const std::vector<QStringList> &rows);

} // namespace repere::exchange
