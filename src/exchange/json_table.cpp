#include "exchange/json_table.h"

namespace repere::exchange {

namespace {
constexpr std::size_t kRecordsForColumns = 200;
}

Result<void> JsonTable::openRecords(const QString &path, JsonRecords::Shape shape)
{
    if (Result<void> opened = m_records.open(path, std::move(shape)); !opened)
        return opened;
    while (m_seen.size() < kRecordsForColumns) {
        auto record = m_records.next();
        if (!record)
            return std::unexpected(record.error());
        if (!*record)
            break;
        if (const qsizetype columns = learn((*record)->value); columns > kMostColumns)
            return tooManyColumns(path, columns);
        m_seen.push_back(std::move(**record));
    }
    return {};
}

Result<bool> JsonTable::next(TableRow &row)
{
    if (m_nextSeen < m_seen.size()) {
        make(row, m_seen[m_nextSeen]);
        m_seen[m_nextSeen++] = {};
        return true;
    }
    auto record = m_records.next();
    if (!record)
        return std::unexpected(record.error());
    if (!*record)
        return false;
    make(row, **record);
    return true;
}

void JsonTable::make(TableRow &row, const JsonRecords::Record &record)
{
    row = {};
    row.line = record.line;
    row.cells.resize(m_description.headings.size());
    fill(row, record.value);
}

} // namespace repere::exchange
