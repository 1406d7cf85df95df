#pragma once

#include "core/filter.h"
#include "directory/search_result.h"

#include <QRandomGenerator>
#include <QStringList>

#include <vector>

namespace SQLite {
class Database;
}

namespace repere::testing {

/// A word of a search text and, written by hand, what it means besides the full text.
struct SearchWord {
    QString typed; ///< with a space when it is whole
    QString match; ///< FTS5 expression
    QString also;  ///< SQL condition
};
const std::vector<SearchWord> &searchWords();

/// A filter of all that SQL can tell, too: facets, often of frequent values, text of `words` (those taken are added),
/// distance, box, year, communes. `all`: the counts without a filter.
Filter randomFilter(QRandomGenerator &random, const FilterCounts &all, std::vector<SearchWord> &words);

/// In what an answer differs from that of SQL on the same file: ids, total, every count of every facet. Empty: in nothing.
/// `words`: those that the text of the filter is made of. An area is asked point by point of RingTest.
QStringList differencesFromSql(SQLite::Database &database, const directory::SearchResult &result,
                               const std::vector<SearchWord> &words);

} // namespace repere::testing
