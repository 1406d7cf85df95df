// What `check` finds: damage of the file, then what is missing in the data.

#include "store/errors.h"
#include "store/query.h"
#include "store/store_private.h"

#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

#include <QCoreApplication>

namespace repere::store {

namespace {

struct CheckText {
    Q_DECLARE_TR_FUNCTIONS(Store)
};

/// The first thing that SQLite finds wrong; empty when the file is whole.
QString firstProblem(const SQLite::Database &database)
{
    try {
        const QString line = singleText(database, "PRAGMA integrity_check(1)");
        return line == QStringLiteral("ok") ? QString() : line;
    } catch (const SQLite::Exception &exception) {
        if ((exception.getErrorCode() & 0xff) != SQLITE_CORRUPT)
            throw;
        return QString::fromUtf8(exception.what());
    }
}

/// What SQLite does not look at.
void findDamage(const SQLite::Database &database, bool writable, std::vector<Finding> &findings)
{
    const auto damage = [&findings](const QString &message) {
        findings.push_back({.damage = true, .message = message});
    };
    Query orphans(database, "SELECT count(*) FROM provenance WHERE atelier_id NOT IN (SELECT id FROM atelier)");
    if (orphans.next() && orphans.integer(0) > 0)
        damage(CheckText::tr("%n source(s) belong to no atelier.", nullptr, static_cast<int>(orphans.integer(0))));
    if (!writable)
        return; // comparing the full-text index with the rows is a statement that writes
    try {
        Query(database, "INSERT INTO atelier_text(atelier_text, rank) VALUES ('integrity-check', 1)").run();
    } catch (const SQLite::Exception &exception) {
        if ((exception.getErrorCode() & 0xff) != SQLITE_CORRUPT)
            throw;
        damage(CheckText::tr("The full-text index does not agree with the ateliers."));
    }
}

/// One question to the data: the ateliers that the condition names, and the sentence about each.
struct QualityRule {
    const char *condition;
    const char *message;
};

constexpr QualityRule kRules[] = {
    {"name IS NULL", QT_TRANSLATE_NOOP("Store", "No name.")},
    {"lat IS NULL", QT_TRANSLATE_NOOP("Store", "“%1” has no position.")},
    {"position_source = 'suspect'", QT_TRANSLATE_NOOP("Store", "“%1”: its source gives a doubtful position.")},
    {"insee IS NULL", QT_TRANSLATE_NOOP("Store", "“%1” has no commune code.")},
    {"departement IS NULL OR region IS NULL",
     QT_TRANSLATE_NOOP("Store", "“%1” lies in no known département or région.")},
    {"EXISTS (SELECT 1 FROM json_each(equipment) WHERE value ->> 'id' IS NULL)",
     QT_TRANSLATE_NOOP("Store", "“%1” has equipment that no word of the thesaurus names.")},
    {"EXISTS (SELECT 1 FROM json_each(equipment) WHERE value ->> 'guessed')",
     QT_TRANSLATE_NOOP("Store", "“%1” has equipment that was guessed from its words.")},
};

void findGaps(const SQLite::Database &database, std::vector<Finding> &findings)
{
    for (const QualityRule &rule : kRules) {
        const std::string sql = "SELECT id, name FROM atelier WHERE " + std::string(rule.condition) + " ORDER BY id";
        Query query(database, sql.c_str());
        while (query.next()) {
            QString message = CheckText::tr(rule.message);
            if (message.contains(QStringLiteral("%1")))
                message = message.arg(query.text(1));
            findings.push_back({.id = query.integer(0), .message = message});
        }
    }
}

} // namespace

Result<std::vector<Finding>> Store::check() const
{
    return guarded(d->path, [&]() -> Result<std::vector<Finding>> {
        std::vector<Finding> findings;
        if (const QString problem = firstProblem(d->database()); !problem.isEmpty()) {
            auto damage = examine(d->path);
            // The look from outside reads only, and so without the CHECKs of the tables.
            if (damage && damage->empty())
                damage->push_back({.damage = true, .message = CheckText::tr("SQLite says: %1").arg(problem)});
            return damage;
        }
        findDamage(d->database(), !isReadOnly(), findings);
        // On a damaged file the rest would only add noise, or fail.
        if (findings.empty())
            findGaps(d->database(), findings);
        return findings;
    });
}

} // namespace repere::store
