#include "store/collected_ids.h"

#include "store/query.h"

#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

#include <algorithm>
#include <new>

namespace repere::store {

namespace {

constexpr char kFunction[] = "repere_collect";

/// Step of an aggregate that appends to the vector it was made with; nothing is thrown through SQLite.
void append(sqlite3_context *context, int, sqlite3_value **arguments)
{
    try {
        static_cast<std::vector<AtelierId> *>(sqlite3_user_data(context))->push_back(sqlite3_value_int64(*arguments));
    } catch (const std::bad_alloc &) {
        sqlite3_result_error_nomem(context);
    }
}

void finish(sqlite3_context *context)
{
    sqlite3_result_null(context);
}

/// The aggregate exists on this connection while this lives; no schema ever names it.
class Collector
{
public:
    Collector(const SQLite::Database &database, std::vector<AtelierId> &ids) : m_handle(database.getHandle())
    {
        const int code = sqlite3_create_function(m_handle, kFunction, 1, SQLITE_UTF8 | SQLITE_DIRECTONLY, &ids, nullptr,
                                                 append, finish);
        if (code != SQLITE_OK)
            throw SQLite::Exception(m_handle, code);
    }
    ~Collector() { sqlite3_create_function(m_handle, kFunction, 1, SQLITE_UTF8, nullptr, nullptr, nullptr, nullptr); }
    Collector(const Collector &) = delete;
    Collector &operator=(const Collector &) = delete;

private:
    sqlite3 *m_handle;
};

} // namespace

std::vector<AtelierId> collectedIds(const SQLite::Database &database, const QString &expression)
{
    std::vector<AtelierId> ids;
    {
        const Collector collector(database, ids);
        Query query(database, "SELECT repere_collect(rowid) FROM atelier_text WHERE atelier_text MATCH ?");
        query.bind(1, expression).run();
    }
    if (!std::ranges::is_sorted(ids)) // the index gives them so, but promises nothing
        std::ranges::sort(ids);
    return ids;
}

} // namespace repere::store
