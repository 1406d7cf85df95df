#pragma once

#include "exchange/csv_text.h"
#include "exchange/reader.h"

#include <QHash>

namespace repere::exchange {

/// How a separated text is written, and its first lines.
struct SniffedText {
    TextEncoding encoding = TextEncoding::Utf8;
    char separator = ';';
    int skipped = 0;               ///< records before those: a spreadsheet's line "sep=;"
    std::vector<QStringList> rows; ///< some twenty at the most, the line of headings first when there is one

    /// Whether the first line has all these headings (case, accents and punctuation do not matter).
    bool hasHeadings(std::initializer_list<const char *> headings) const;
};

/// Finds encoding and separator (; , tab |: the one under which the lines have the same number of cells, and most).
SniffedText sniffText(const QByteArray &head);
/// The beginning of a file, as recognition sees it.
Result<QByteArray> readHead(const QString &path);

/// One cell as text: guard taken off; bytes that are no UTF-8 are read as windows-1252.
QString cellText(const QByteArray &cell);

/// Reads a separated text whose columns a format names. A heading met twice means its first column.
class NamedTable
{
public:
    Result<void> open(const QString &path);
    /// Goes to the next record; false at the end.
    Result<bool> next();

    bool has(const char *heading) const { return m_columns.contains(key(heading)); }
    /// Trimmed; empty where the record has no such cell.
    QString cell(const char *heading) const;
    const QStringList &headings() const { return m_headings; }
    /// The cells by column, trimmed.
    QString cell(qsizetype column) const;
    std::int64_t line() const { return m_record.line; }
    const QString &path() const { return m_path; }
    double progress() const { return m_scanner ? m_scanner->progress() : -1; }
    /// Why the record cannot be read at all; nothing when it can. Other than as many cells as headings are a problem (what
    /// stands where is not known), but for empty ones at the end.
    std::optional<ImportReport::Rejection> problem() const;
    /// Every cell is empty.
    bool isBlank() const;

private:
    static QString key(const char *heading);

    QString m_path;
    std::optional<CsvScanner> m_scanner;
    CsvRecord m_record;
    QStringList m_headings;
    QHash<QString, qsizetype> m_columns;
};

/// Why a record cannot be read, as NamedTable::problem says it.
std::optional<ImportReport::Rejection> recordProblem(const CsvRecord &record, const QStringList &headings,
                                                     const QString &file);

} // namespace repere::exchange
