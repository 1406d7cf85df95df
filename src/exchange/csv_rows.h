#pragma once

#include "exchange/column_table.h"

#include <QByteArray>

namespace repere::exchange {

/// Writes ateliers as rows of separated text, in a profile (conventions: CSV) or for the clipboard.
class CsvRows
{
public:
    CsvRows(const ExportOptions &options, std::vector<ColumnId> columns);
    /// Tabs, no byte-order mark; the rest as the profile says.
    static CsvRows tabSeparated(const ExportOptions &options, std::vector<ColumnId> columns);

    void appendHeadings(QByteArray &out) const;
    void appendLine(QByteArray &out, const ExportedAtelier &line, const LabelSource &labels) const;

private:
    template <typename Text> void appendRow(QByteArray &out, Text text, bool heading) const;

    std::vector<ColumnId> m_columns;
    CellStyle m_style;
    bool m_byteOrderMark;
    char m_separator;
    const char *m_lineEnd;
};

} // namespace repere::exchange
