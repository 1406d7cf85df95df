#include "store/salvage.h"

#include "store/damaged_file.h"
#include "store/errors.h"
#include "store/file.h"
#include "store/query.h"

#include <SQLiteCpp/Exception.h>
#include <SQLiteCpp/Transaction.h>
#include <sqlite3.h>

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QScopeGuard>
#include <QSet>

#include <optional>

namespace repere::store {

namespace {

struct SalvageText {
    Q_DECLARE_TR_FUNCTIONS(Store)
};

/// In the order in which they refer to each other.
const QStringList &recoveredTables()
{
    static const QStringList tables = {
        QStringLiteral("atelier"), QStringLiteral("provenance"),  QStringLiteral("alias"), QStringLiteral("kept_apart"),
        QStringLiteral("waiting"), QStringLiteral("repere_meta"), QStringLiteral("change")};
    return tables;
}

/// False, and no value, for a text that is none: what its pages held is gone.
bool copyValue(Query &into, int parameter, const Query &row, int column)
{
    switch (row.type(column)) {
    case SQLITE_INTEGER: into.bind(parameter, row.integer(column)); break;
    case SQLITE_FLOAT: into.bind(parameter, row.real(column)); break;
    case SQLITE_TEXT:
        if (!row.bytes(column).isValidUtf8() || row.bytes(column).contains('\0')) {
            into.bindNull(parameter);
            return false;
        }
        into.bindRawText(parameter, row.bytes(column));
        break;
    case SQLITE_BLOB: into.bindBlob(parameter, row.bytes(column)); break;
    default: into.bindNull(parameter);
    }
    return true;
}

/// Moves rows from one file to the other.
class Salvage
{
public:
    Salvage(DamagedFile &from, SQLite::Database &to, JobContext &job) : m_from(from), m_to(to), m_job(job) {}

    /// False when cancelled.
    bool run(SalvageReport &report)
    {
        for (const QString &table : recoveredTables()) {
            const int rows = copy(table, report);
            if (m_job.isCancelled())
                return false;
            (table == QStringLiteral("atelier") ? report.places : report.otherRows) += rows;
        }
        return true;
    }

private:
    /// How many rows of the table arrived.
    int copy(const QString &table, SalvageReport &report)
    {
        const QStringList columns = common(table);
        if (columns.isEmpty()) { // a file of an older version has not all of them
            report.somethingLost = report.somethingLost || table == QStringLiteral("atelier") || m_from.hasTable(table);
            return 0;
        }
        QStringList places;
        for (qsizetype i = 0; i < columns.size(); ++i)
            places.append(QStringLiteral("?"));
        Query insert(m_to, QStringLiteral("INSERT INTO \"%1\"(%2) VALUES (%3)")
                               .arg(table, columns.join(u','), places.join(u','))
                               .toUtf8()
                               .constData());
        int copied = 0;
        const bool whole = m_from.forEachRow(table, columns, [&](const Query &row) {
            if (m_job.isCancelled())
                return;
            if (table == QStringLiteral("repere_meta") && row.text(1) == QStringLiteral("schema_version"))
                return; // the new file has its own
            try {
                for (int i = 0; i < columns.size(); ++i)
                    report.somethingLost = !copyValue(insert, i + 1, row, i + 1) || report.somethingLost;
                insert.run();
                ++copied;
            } catch (const SQLite::Exception &exception) {
                insert.reset();
                if ((exception.getErrorCode() & 0xff) != SQLITE_CONSTRAINT)
                    throw;
                report.somethingLost = true; // a value that none of ours can be
            }
            m_job.report(-1);
        });
        report.somethingLost = report.somethingLost || !whole;
        return copied;
    }

    QStringList common(const QString &table) const
    {
        QStringList mine;
        Query query(m_to, QStringLiteral("PRAGMA table_info(\"%1\")").arg(table).toUtf8().constData());
        while (query.next())
            mine.append(query.text(1));
        QStringList both;
        for (const QString &column : m_from.columns(table))
            if (mine.contains(column) && column != QStringLiteral("changeset"))
                both.append(column);
        return both;
    }

    DamagedFile &m_from;
    SQLite::Database &m_to;
    JobContext &m_job;
};

/// How many places the index of their uids knows; 0 when it is damaged, too.
int indexedPlaces(DamagedFile &file)
{
    try {
        Query query(file.database(), "SELECT uid FROM atelier INDEXED BY sqlite_autoindex_atelier_1 WHERE uid > ''");
        int count = 0;
        while (query.next())
            ++count;
        return count;
    } catch (const SQLite::Exception &) {
        return 0;
    }
}

/// The old changes stay readable; that they cannot be undone, and where the new history begins, is said by these.
void endHistory(SQLite::Database &database, const ChangeLabel &label, int places)
{
    database.exec("UPDATE change SET undoable = 0, inserted_ids = NULL; DELETE FROM change WHERE undone = 1");
    Query query(database, "INSERT INTO change(name, author, time, inserted, updated, removed, last_id, undoable) VALUES"
                          " (?, coalesce(?, ''), ?, ?, 0, 0, max(coalesce((SELECT max(id) FROM atelier), 0),"
                          " coalesce((SELECT max(last_id) FROM change), 0)), 0)");
    query.bind(1, label.name)
        .bind(2, label.author)
        .bind(3, label.time.toUTC().toString(Qt::ISODateWithMs))
        .bind(4, places)
        .run();
}

Result<SalvageReport> salvageInto(const QString &source, const QString &target, const ChangeLabel &label,
                                  JobContext &job)
{
    std::optional<DamagedFile> from;
    try {
        from.emplace(DamagedFile::copied(source, QFileInfo(target).absolutePath()));
    } catch (const SQLite::Exception &exception) {
        if ((exception.getErrorCode() & 0xff) == SQLITE_FULL)
            throw;
        return failure(ErrorCode::Unreadable, SalvageText::tr("Nothing can be read of %1 (%2): only a copy helps.")
                                                  .arg(shown(source), QString::fromUtf8(exception.what())));
    }
    SalvageReport report;
    SQLite::Database to(QFileInfo(target).absoluteFilePath().toUtf8().constData(), SQLite::OPEN_READWRITE);
    {
        SQLite::Transaction transaction(to, SQLite::TransactionBehavior::IMMEDIATE);
        to.exec("PRAGMA defer_foreign_keys = ON");
        if (!Salvage(*from, to, job).run(report))
            return failure(ErrorCode::Cancelled, SalvageText::tr("Cancelled; %1 was not written.").arg(shown(target)));
        // What belongs to a place that is lost.
        for (const char *table : {"provenance", "alias"}) {
            to.exec(std::string("DELETE FROM ") + table + " WHERE atelier_id NOT IN (SELECT id FROM atelier)");
            report.otherRows -= to.getChanges();
        }
        endHistory(to, label, report.places);
        transaction.commit();
    }
    report.lostPlaces = std::max(0, indexedPlaces(*from) - report.places);
    if (report.places == 0 && report.somethingLost)
        return failure(ErrorCode::Unreadable,
                       SalvageText::tr("No place can be read of %1: only a copy helps.").arg(shown(source)));
    return report;
}

} // namespace

Result<SalvageReport> salvageFile(const QString &source, const QString &target, const ChangeLabel &label,
                                  JobContext &job)
{
    if (auto created = createFile(target); !created)
        return std::unexpected(created.error());
    auto report = guarded(target, [&] { return salvageInto(source, target, label, job); });
    if (!report)
        for (const char *suffix : {"", "-wal", "-shm"})
            QFile::remove(target + QLatin1StringView(suffix));
    return report;
}

} // namespace repere::store
