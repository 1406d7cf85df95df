#pragma once

#include "exchange/column_table.h"
#include "exchange/csv_text.h"
#include "exchange/reader.h"

#include <array>

namespace repere::exchange {

/// Which cell of a record holds which column.
struct CsvLayout {
    QString file;
    QStringList headings;                   ///< as written
    QStringList fields;                     ///< keys of the known ones
    std::array<int, kColumnCount> cellOf{}; ///< -1 = not there
};

/// One record as a draft; what is wrong with it is in its rejections.
Draft readRecord(const CsvRecord &record, const CsvLayout &layout);

} // namespace repere::exchange
