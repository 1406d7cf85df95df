#pragma once

#include "core/column_mapping.h"
#include "exchange/reader.h"

namespace repere::exchange {

class TableSource;
struct TableRow;

/// How the table of a request would be read: guessed from its headings and its first 200 records, each column with a
/// confidence and the reason in words. What request.mapping says of encoding, separator, headings and layer is kept; its
/// columns are not. Errors: Usage when the format has its own columns, those of opening the table.
Result<ColumnMapping> guessMapping(const ReadRequest &request, const QString &formatId = {});
/// The same over rows already read.
ColumnMapping guessMapping(TableSource &source, const std::vector<TableRow> &sample);
/// Up to 200 records.
Result<std::vector<TableRow>> sampleRows(TableSource &source);

/// The layers of a file that may hold several; empty for the others.
Result<QStringList> layersOf(const QString &path);

/// The first records as drafts: the preview beside the mapping.
Result<std::vector<Draft>> firstDrafts(const ReadRequest &request, int most, const QString &formatId = {});

/// A mapping as a profile file: JSON with the keys "encoding", "separator", "has_headings", "layer", "crs",
/// "list_separator", "source_name", "licence" and "columns" ([{"heading", "field"}], what is left aside included).
QByteArray mappingToJson(const ColumnMapping &mapping);
/// The reverse; chosen columns have confidence 100. Errors: Unreadable, naming file, line, column and value.
Result<ColumnMapping> mappingFromJson(const QByteArray &text, const QString &fileName);
Result<ColumnMapping> readMapping(const QString &path);

/// Columns of a profile put in the order of a table's headings; those that the profile does not name are left aside. Without
/// headings the order is the profile's. Error: Usage when no column of it is there.
Result<ColumnMapping> fittedMapping(ColumnMapping profile, const QStringList &headings, bool hasHeadings,
                                    const QString &path);

/// Readers of tables through a mapping, one per kind of table; see TableSource.
Result<std::unique_ptr<Reader>> openTable(const ReadRequest &request);
Result<std::unique_ptr<Reader>> openForeignGeoJson(const ReadRequest &request);
Result<std::unique_ptr<Reader>> openForeignJson(const ReadRequest &request);
Result<std::unique_ptr<Reader>> openWithOgr(const ReadRequest &request);
int recogniseTable(const QByteArray &head, const QString &fileName);
int recogniseForeignGeoJson(const QByteArray &head, const QString &fileName);
int recogniseForeignJson(const QByteArray &head, const QString &fileName);
int recogniseForOgr(const QByteArray &head, const QString &fileName);

} // namespace repere::exchange
