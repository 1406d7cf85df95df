#include "geography/table_reader.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>
#include <charconv>

namespace repere::geography {

namespace {

void split(std::string_view line, std::vector<std::string_view> &cells)
{
    cells.clear();
    if (line.ends_with('\r'))
        line.remove_suffix(1);
    for (;;) {
        const auto end = line.find(';');
        cells.push_back(line.substr(0, end));
        if (end == std::string_view::npos)
            return;
        line.remove_prefix(end + 1);
    }
}

QString toText(std::string_view bytes)
{
    return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

} // namespace

Result<TableReader> TableReader::open(const QString &path, std::initializer_list<std::string_view> columns)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(
            file.exists() ? ErrorCode::Unreadable : ErrorCode::Missing,
            QCoreApplication::translate("Gazetteer", "%1 cannot be read (%2): the places of France are missing.")
                .arg(path, file.errorString()));
    }
    TableReader reader;
    reader.m_path = path;
    reader.m_bytes = file.readAll();
    if (!reader.next())
        reader.m_cells.clear();
    reader.m_headings = reader.m_cells;
    for (const std::string_view column : columns) {
        const auto found = std::ranges::find(reader.m_headings, column);
        if (found == reader.m_headings.end()) {
            return failure(ErrorCode::Unreadable,
                           QCoreApplication::translate(
                               "Gazetteer", "%1, line 1: no column “%2”. The places of France cannot be loaded.")
                               .arg(path, toText(column)));
        }
        reader.m_positions.push_back(static_cast<std::size_t>(found - reader.m_headings.begin()));
    }
    return reader;
}

bool TableReader::next()
{
    const std::string_view rest(m_bytes.constData() + m_at, static_cast<std::size_t>(m_bytes.size()) - m_at);
    if (rest.empty() || m_failed)
        return false;
    const auto end = rest.find('\n');
    split(rest.substr(0, end), m_cells);
    m_at += std::min(end, rest.size() - 1) + 1;
    ++m_line;
    if (m_line > 1 && m_cells.size() != m_headings.size()) {
        fail(QCoreApplication::translate("Gazetteer", "%1 cells instead of %2")
                 .arg(m_cells.size())
                 .arg(m_headings.size()));
        return false;
    }
    return true;
}

QString TableReader::text(std::size_t column) const
{
    return toText(cell(column));
}

std::int64_t TableReader::integer(std::size_t column)
{
    return parse<std::int64_t>(column);
}

double TableReader::number(std::size_t column)
{
    return parse<double>(column);
}

template <typename Number> Number TableReader::parse(std::size_t column)
{
    const std::string_view bytes = cell(column);
    Number value{};
    const auto [end, code] = std::from_chars(bytes.data(), bytes.data() + bytes.size(), value);
    if (!bytes.empty() && (code != std::errc{} || end != bytes.data() + bytes.size())) {
        fail(QCoreApplication::translate("Gazetteer", "column “%1”: “%2” is not a number")
                 .arg(toText(m_headings[m_positions[column]]), toText(bytes)));
    }
    return value;
}

void TableReader::fail(const QString &cause)
{
    if (m_failed)
        return;
    m_failed = true;
    m_error = {ErrorCode::Unreadable,
               QCoreApplication::translate("Gazetteer", "%1, line %2: %3. The places of France cannot be loaded.")
                   .arg(m_path, QString::number(m_line), cause)};
}

} // namespace repere::geography
