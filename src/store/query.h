#pragma once

#include <QByteArrayView>
#include <QString>

#include <cstdint>

struct sqlite3_stmt;
namespace SQLite {
class Database;
}

namespace repere::store {

/// A prepared statement. SQLiteCpp's own costs a shared pointer for every value read and copies of every text bound,
/// which a million rows feel. Throws SQLite::Exception. Columns count from 0, parameters from 1.
class Query
{
public:
    Query(const SQLite::Database &database, const char *sql);
    ~Query();
    Query(Query &&other) noexcept;
    Query(const Query &) = delete;
    Query &operator=(const Query &) = delete;
    Query &operator=(Query &&) = delete;

    Query &bind(int parameter, std::int64_t value);
    Query &bind(int parameter, int value) { return bind(parameter, std::int64_t{value}); }
    Query &bind(int parameter, double value);
    /// Copied; NULL when empty, because unknown text is NULL everywhere in the file.
    Query &bind(int parameter, const QString &text);
    /// Not copied: must live until the statement has run. NULL when empty.
    Query &bindText(int parameter, QByteArrayView utf8);
    /// The same, but an empty text stays one.
    Query &bindRawText(int parameter, QByteArrayView utf8);
    Query &bindBlob(int parameter, QByteArrayView bytes);
    Query &bindNull(int parameter);

    /// The next row; at the end the statement is reset, ready for new values.
    bool next();
    /// Runs a statement that returns no row; how many rows it changed.
    int run();
    void reset();

    bool isNull(int column) const;
    int type(int column) const; ///< SQLITE_INTEGER, SQLITE_FLOAT, SQLITE_TEXT, SQLITE_BLOB, SQLITE_NULL
    std::int64_t integer(int column) const;
    double real(int column) const;
    QString text(int column) const;
    /// Valid until the next step.
    QByteArrayView bytes(int column) const;

private:
    void check(int code) const;

    sqlite3_stmt *m_statement = nullptr;
};

/// The only value of the only row; 0 when there is none or it is NULL.
std::int64_t singleInteger(const SQLite::Database &database, const char *sql);
QString singleText(const SQLite::Database &database, const char *sql);

} // namespace repere::store
