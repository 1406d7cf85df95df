#include "store/query.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

#include <utility>

namespace repere::store {

Query::Query(const SQLite::Database &database, const char *sql)
{
    sqlite3 *handle = database.getHandle();
    if (const int code = sqlite3_prepare_v2(handle, sql, -1, &m_statement, nullptr); code != SQLITE_OK)
        throw SQLite::Exception(handle, code);
}

Query::~Query()
{
    sqlite3_finalize(m_statement);
}

Query::Query(Query &&other) noexcept : m_statement(std::exchange(other.m_statement, nullptr)) {}

void Query::check(int code) const
{
    if (code != SQLITE_OK)
        throw SQLite::Exception(sqlite3_db_handle(m_statement), code);
}

Query &Query::bind(int parameter, std::int64_t value)
{
    check(sqlite3_bind_int64(m_statement, parameter, value));
    return *this;
}

Query &Query::bind(int parameter, double value)
{
    check(sqlite3_bind_double(m_statement, parameter, value));
    return *this;
}

Query &Query::bind(int parameter, const QString &text)
{
    if (text.isEmpty())
        return bindNull(parameter);
    const QByteArray utf8 = text.toUtf8();
    check(sqlite3_bind_text64(m_statement, parameter, utf8.constData(), static_cast<sqlite3_uint64>(utf8.size()),
                              SQLITE_TRANSIENT, SQLITE_UTF8));
    return *this;
}

Query &Query::bindText(int parameter, QByteArrayView utf8)
{
    if (utf8.isEmpty())
        return bindNull(parameter);
    check(sqlite3_bind_text64(m_statement, parameter, utf8.data(), static_cast<sqlite3_uint64>(utf8.size()),
                              SQLITE_STATIC, SQLITE_UTF8));
    return *this;
}

Query &Query::bindRawText(int parameter, QByteArrayView utf8)
{
    check(sqlite3_bind_text64(m_statement, parameter, utf8.isEmpty() ? "" : utf8.data(),
                              static_cast<sqlite3_uint64>(utf8.size()), SQLITE_STATIC, SQLITE_UTF8));
    return *this;
}

Query &Query::bindBlob(int parameter, QByteArrayView bytes)
{
    if (bytes.isEmpty())
        return bindNull(parameter);
    check(sqlite3_bind_blob64(m_statement, parameter, bytes.data(), static_cast<sqlite3_uint64>(bytes.size()),
                              SQLITE_STATIC));
    return *this;
}

Query &Query::bindNull(int parameter)
{
    check(sqlite3_bind_null(m_statement, parameter));
    return *this;
}

bool Query::next()
{
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW)
        return true;
    if (code != SQLITE_DONE) {
        SQLite::Exception exception(sqlite3_db_handle(m_statement), code);
        sqlite3_reset(m_statement);
        throw exception;
    }
    sqlite3_reset(m_statement);
    return false;
}

int Query::run()
{
    while (next()) {
    }
    return sqlite3_changes(sqlite3_db_handle(m_statement));
}

void Query::reset()
{
    sqlite3_reset(m_statement);
}

bool Query::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

int Query::type(int column) const
{
    return sqlite3_column_type(m_statement, column);
}

std::int64_t Query::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

double Query::real(int column) const
{
    return sqlite3_column_double(m_statement, column);
}

QByteArrayView Query::bytes(int column) const
{
    const void *data = sqlite3_column_blob(m_statement, column);
    return data ? QByteArrayView(static_cast<const char *>(data), sqlite3_column_bytes(m_statement, column))
                : QByteArrayView();
}

QString Query::text(int column) const
{
    return QString::fromUtf8(bytes(column));
}

std::int64_t singleInteger(const SQLite::Database &database, const char *sql)
{
    Query query(database, sql);
    return query.next() ? query.integer(0) : 0;
}

QString singleText(const SQLite::Database &database, const char *sql)
{
    Query query(database, sql);
    return query.next() ? query.text(0) : QString();
}

} // namespace repere::store
