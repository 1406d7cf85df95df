#pragma once

#include "store/query.h"

#include <SQLiteCpp/Database.h>

#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <functional>
#include <memory>
#include <string>

namespace repere::store {

/// A directory file that may be damaged, opened to get out of it what can be read. Nothing is ever written into it.
class DamagedFile
{
public:
    /// Where it lies, for reading. Throws SQLite::Exception when not even its tables are known.
    static DamagedFile whereItLies(const QString &path);
    /// A copy of it (with its journals) in a folder of its own inside `folder`, gone with this object. A header that no
    /// directory of Repère has is made anew in the copy, so that a few wrong bytes there do not hide all the rest.
    /// Throws as above, also when the copy cannot be written.
    static DamagedFile copied(const QString &path, const QString &folder);

    SQLite::Database &database() { return *m_database; }

    /// Also when it cannot be known.
    bool hasTable(const QString &table) const;
    /// The columns of a table in their order; empty when it cannot be said.
    QStringList columns(const QString &table) const;
    /// Every row of a table that can be read, by its number; steps over what cannot. Column 0 is the number, then
    /// `columns` in their order. Returns whether nothing had to be stepped over.
    bool forEachRow(const QString &table, const QStringList &columns,
                    const std::function<void(const Query &row)> &visit) const;

private:
    explicit DamagedFile(const QString &path, int flags);
    bool readFrom(const std::string &rows, std::int64_t &last,
                  const std::function<void(const Query &row)> &visit) const;

    std::unique_ptr<QTemporaryDir> m_folder; // before the database: removed after it has been closed
    std::unique_ptr<SQLite::Database> m_database;
};

} // namespace repere::store
