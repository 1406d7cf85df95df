#pragma once

#include "exchange/json_records.h"
#include "exchange/table_source.h"

namespace repere::exchange {

/// A table of JSON records, read one by one. JSON names no columns: they are what the first records say, and keys that come
/// later are left aside.
class JsonTable : public TableSource
{
public:
    Result<bool> next(TableRow &row) final;
    double progress() const final { return m_records.progress(); }

protected:
    using Json = JsonRecords::Json;

    /// Opens the file and lets learn() see its first records, which next() gives again. Errors: those of JsonRecords;
    /// Unreadable for too many columns.
    Result<void> openRecords(const QString &path, JsonRecords::Shape shape);
    /// Takes in the columns of a record; returns how many are known by now.
    virtual qsizetype learn(const Json &record) = 0;
    /// Fills a row that has its line, and an empty cell for each heading.
    virtual void fill(TableRow &row, const Json &record) = 0;

    const JsonRecords &records() const { return m_records; }

private:
    void make(TableRow &row, const JsonRecords::Record &record);

    JsonRecords m_records;
    std::vector<JsonRecords::Record> m_seen; ///< read for their columns
    std::size_t m_nextSeen = 0;
};

} // namespace repere::exchange
