#include "exchange/csv_rows.h"

#include "exchange/csv_text.h"

namespace repere::exchange {

CsvRows::CsvRows(const ExportOptions &options, std::vector<ColumnId> columns)
    : m_columns(std::move(columns)), m_style(styleOf(options)), m_byteOrderMark(options.profile == CsvProfile::ExcelFr),
      m_separator(m_byteOrderMark ? ';' : ','), m_lineEnd(m_byteOrderMark ? "\r\n" : "\n")
{
}

CsvRows CsvRows::tabSeparated(const ExportOptions &options, std::vector<ColumnId> columns)
{
    CsvRows rows(options, std::move(columns));
    rows.m_byteOrderMark = false;
    rows.m_separator = '\t';
    rows.m_lineEnd = "\n";
    return rows;
}

template <typename Text> void CsvRows::appendRow(QByteArray &out, Text text, bool heading) const
{
    const qsizetype begin = out.size();
    bool first = true;
    for (ColumnId column : m_columns) {
        if (!first)
            out += m_separator;
        first = false;
        appendCsvCell(out, text(column), m_separator, heading || specOf(column).kind == ColumnKind::Text);
    }
    // A lone empty cell would be an empty line, which readers skip.
    if (out.size() == begin)
        out += "\"\"";
    out += m_lineEnd;
}

void CsvRows::appendHeadings(QByteArray &out) const
{
    if (m_byteOrderMark)
        out += "\xEF\xBB\xBF";
    appendRow(out, [this](ColumnId column) { return headingOf(column, m_style); }, true);
}

void CsvRows::appendLine(QByteArray &out, const ExportedAtelier &line, const LabelSource &labels) const
{
    appendRow(out, [&](ColumnId column) { return cellText(column, line, m_style, labels); }, false);
}

} // namespace repere::exchange
