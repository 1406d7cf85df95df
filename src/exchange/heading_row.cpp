#include "exchange/column_headings.h"
#include "exchange/column_profile.h"
#include "exchange/table_source.h"

#include <algorithm>

namespace repere::exchange {

namespace {

/// What the cells of a row look like.
struct RowLook {
    int filled = 0;
    int known = 0; ///< words that name a column
    int data = 0;  ///< numbers, addresses, dates
};

RowLook lookAt(const QStringList &row)
{
    RowLook look;
    for (const QString &cell : row) {
        if (cell.trimmed().isEmpty())
            continue;
        ++look.filled;
        look.known += meaningOf(cell).confidence >= 90 ? 1 : 0;
        const ColumnProfile profile = profileOf({cell});
        look.data += profile.number > 0 || profile.web > 0 || profile.mail > 0 || profile.phone > 0 || profile.pair > 0
                             || profile.date > 0
                         ? 1
                         : 0;
    }
    return look;
}

} // namespace

std::optional<std::size_t> headingRow(const std::vector<QStringList> &rows)
{
    if (rows.empty())
        return 0;
    const RowLook first = lookAt(rows.front());
    if (first.known >= 2 || (first.known == 1 && first.data == 0))
        return 0;
    // Above the headings people write titles and leave blank lines: rows with far fewer cells.
    constexpr std::size_t kMostAbove = 10;
    int widest = first.filled;
    for (std::size_t i = 1; i < std::min(rows.size(), kMostAbove); ++i) {
        const RowLook look = lookAt(rows[i]);
        if (look.known >= 2 && look.data == 0 && 2 * widest <= look.filled)
            return i;
        widest = std::max(widest, look.filled);
    }
    return first.data == 0 && first.filled > 0 ? std::optional<std::size_t>(0) : std::nullopt;
}

} // namespace repere::exchange
