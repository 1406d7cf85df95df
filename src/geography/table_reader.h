#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>

#include <array>
#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <vector>

namespace repere::geography {

/// Reads the plain tables of data/geography: `;` between cells, no quotes, a line of headings, UTF-8. Cells
/// are views into the file's bytes, valid while the reader lives.
class TableReader
{
public:
    /// Errors: Missing, Unreadable (a wanted column is not there).
    static Result<TableReader> open(const QString &path, std::initializer_list<std::string_view> columns);

    /// Goes to the next line; false at the end, or at a line with the wrong number of cells (then `failed`).
    bool next();
    bool failed() const { return m_failed; }
    /// The cell of the wanted column number `column`, in the order given to open().
    std::string_view cell(std::size_t column) const { return m_cells[m_positions[column]]; }
    QString text(std::size_t column) const;
    /// 0 for an empty cell; an unreadable number marks the reader as failed.
    std::int64_t integer(std::size_t column);
    double number(std::size_t column);
    /// Names file, line, column, value and consequence.
    Error error() const { return m_error; }

private:
    template <typename Number> Number parse(std::size_t column);
    void fail(const QString &cause);

    QString m_path;
    QByteArray m_bytes;
    std::size_t m_at = 0;
    std::int64_t m_line = 0;
    std::vector<std::string_view> m_headings;
    std::vector<std::size_t> m_positions;
    std::vector<std::string_view> m_cells;
    bool m_failed = false;
    Error m_error;
};

} // namespace repere::geography
