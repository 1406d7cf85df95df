#include "store/schema.h"

#include "store/query.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Transaction.h>

#include <QDir>
#include <QFile>

namespace repere::store::schema {

namespace {

/// ":/sql/0001_initial.sql" … in order: the name's number is the version that the migration leads to.
const QStringList &migrations()
{
    static const QStringList files = [] {
        const QDir folder(QStringLiteral(":/sql"));
        QStringList paths;
        for (const QString &name : folder.entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name))
            paths.append(folder.filePath(name));
        return paths;
    }();
    return files;
}

} // namespace

int latestVersion()
{
    return static_cast<int>(migrations().size());
}

int versionOf(const SQLite::Database &database)
{
    if (singleInteger(database, "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'repere_meta'")
        == 0)
        return 0;
    return singleText(database, "SELECT value FROM repere_meta WHERE key = 'schema_version'").toInt();
}

void migrate(SQLite::Database &database, int target)
{
    Q_ASSERT(target <= latestVersion());
    for (int version = 1; version <= target; ++version) {
        SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
        // Asked inside the transaction: another program may have migrated the same file meanwhile.
        if (versionOf(database) >= version)
            continue;
        QFile file(migrations().at(version - 1));
        if (!file.open(QIODevice::ReadOnly))
            throw SQLite::Exception("a migration is missing from the program");
        database.exec(file.readAll().toStdString());
        Query(database, "INSERT OR REPLACE INTO repere_meta(key, value) VALUES ('schema_version', ?)")
            .bind(1, QString::number(version))
            .run();
        transaction.commit();
    }
}

} // namespace repere::store::schema
