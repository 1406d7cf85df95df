// What is damaged of a file, in the words of what it holds, and what follows from it.

#include "store/damaged_file.h"
#include "store/errors.h"
#include "store/file.h"
#include "store/store.h"

#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QRegularExpression>
#include <QtEndian>

#include <algorithm>
#include <set>

namespace repere::store {

namespace {

struct DamageText {
    Q_DECLARE_TR_FUNCTIONS(Store)
};

constexpr int kMostLines = 100;
constexpr qsizetype kQuotedLines = 3;

/// What a part of the file means to people, most important first.
enum class Part { Places, Sources, Twins, History, SearchIndex, Index, Description };

Part partOf(const QString &table)
{
    static const QHash<QString, Part> parts = {{QStringLiteral("atelier"), Part::Places},
                                               {QStringLiteral("provenance"), Part::Sources},
                                               {QStringLiteral("alias"), Part::Twins},
                                               {QStringLiteral("kept_apart"), Part::Twins},
                                               {QStringLiteral("waiting"), Part::Twins},
                                               {QStringLiteral("change"), Part::History},
                                               {QStringLiteral("undone_atelier"), Part::History},
                                               {QStringLiteral("undone_provenance"), Part::History}};
    if (table.startsWith(QStringLiteral("atelier_text")))
        return Part::SearchIndex;
    return parts.value(table, Part::Description);
}

QString sentence(Part part)
{
    switch (part) {
    case Part::Places: return DamageText::tr("Places: some can no longer be read.");
    case Part::Sources:
        return DamageText::tr("Sources: where some values come from is lost; the places themselves are not.");
    case Part::Twins: return DamageText::tr("Duplicates: some questions and answers are lost.");
    case Part::History: return DamageText::tr("History: what was changed before can no longer be undone.");
    case Part::SearchIndex:
        return DamageText::tr("Search index: searches miss places. Nothing is lost, it is made anew by recovering.");
    case Part::Index:
        return DamageText::tr("An index: lists may be wrong. Nothing is lost, it is made anew by recovering.");
    case Part::Description: break;
    }
    return DamageText::tr(
        "The description of the file: other programs may not open it. It is made anew by recovering.");
}

QStringList integrityLines(const SQLite::Database &database, const QString &table)
{
    QStringList lines;
    try {
        const QString argument = table.isEmpty() ? QString::number(kMostLines) : u'\'' + table + u'\'';
        Query query(database, ("PRAGMA integrity_check(" + argument.toStdString() + ')').c_str());
        while (query.next())
            if (const QString line = query.text(0); line != QStringLiteral("ok"))
                lines += line.split(u'\n', Qt::SkipEmptyParts);
    } catch (const SQLite::Exception &exception) {
        lines.append(QString::fromUtf8(exception.what()));
    }
    return lines;
}

/// Is it the index of a table that this line is about?
bool isOfIndex(const QString &line, const std::set<int> &indexRoots)
{
    static const QRegularExpression tree(QStringLiteral("^Tree (\\d+) "));
    if (const auto match = tree.match(line); match.hasMatch())
        return indexRoots.contains(match.captured(1).toInt());
    return line.contains(QStringLiteral(" index ")) || line.contains(QStringLiteral(" entries in index"));
}

std::set<Part> damagedParts(const SQLite::Database &database)
{
    QStringList tables;
    std::set<int> indexRoots;
    std::set<Part> parts;
    try {
        Query query(database, "SELECT type, name, rootpage FROM sqlite_master WHERE rootpage > 0");
        while (query.next()) {
            if (query.text(0) == QStringLiteral("table"))
                tables.append(query.text(1));
            else
                indexRoots.insert(static_cast<int>(query.integer(2)));
        }
    } catch (const SQLite::Exception &) {
        parts.insert(Part::Description);
    }
    for (const QString &table : std::as_const(tables)) {
        for (const QString &line : integrityLines(database, table)) {
            if (!line.startsWith(QStringLiteral("*** in database")))
                parts.insert(isOfIndex(line, indexRoots) && partOf(table) != Part::SearchIndex ? Part::Index
                                                                                               : partOf(table));
        }
    }
    return parts;
}

int readablePlaces(const DamagedFile &file)
{
    int count = 0;
    file.forEachRow(QStringLiteral("atelier"), file.columns(QStringLiteral("atelier")),
                    [&count](const Query &) { ++count; });
    return count;
}

/// How many bytes the file says that it has; 0 when its journal may know better.
qint64 sizeByHeader(const QString &path)
{
    QFile file(path);
    if (QFileInfo(path + QStringLiteral("-wal")).size() > 0 || QFileInfo(path + QStringLiteral("-journal")).size() > 0
        || !file.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray header = file.read(100);
    const auto number = [&header](qsizetype at) { return qFromBigEndian<quint32>(header.constData() + at); };
    if (header.size() < 100 || number(24) != number(92)) // then an old program wrote it last, which did not tell
        return 0;
    return qint64{number(28)} * qFromBigEndian<quint16>(header.constData() + 16);
}

std::vector<Finding> missingEnd(const QString &path)
{
    const qint64 size = QFileInfo(path).size();
    if (size >= sizeByHeader(path))
        return {};
    return {{.damage = true,
             .message =
                 DamageText::tr("The file is cut: %L1 of its %L2 bytes are there.").arg(size).arg(sizeByHeader(path))}};
}

std::vector<Finding> explain(const QString &path, DamagedFile &file)
{
    std::vector<Finding> findings = missingEnd(path);
    const auto say = [&findings](const QString &message) { findings.push_back({.damage = true, .message = message}); };
    QStringList lines = integrityLines(file.database(), {});
    if (lines.isEmpty() && findings.empty())
        return {};
    for (const Part part : damagedParts(file.database()))
        say(sentence(part));
    if (findings.empty())
        say(DamageText::tr("Unused parts of the file: no data is touched."));
    say(DamageText::tr("%n place(s) can be read.", nullptr, readablePlaces(file)));
    lines.removeIf([](const QString &line) { return line.startsWith(QStringLiteral("*** in database")); });
    if (!lines.isEmpty())
        say(DamageText::tr("SQLite says: %1").arg(lines.first(std::min(lines.size(), kQuotedLines)).join(u'\n')));
    return findings;
}

} // namespace

Result<std::vector<Finding>> Store::examine(const QString &path)
{
    if (auto there = FileIdentity::of(path); !there)
        return failure(ErrorCode::Missing, DamageText::tr("%1 does not exist.").arg(shown(path)));
    QString why;
    try {
        DamagedFile file = DamagedFile::whereItLies(path);
        return explain(path, file);
    } catch (const SQLite::Exception &exception) {
        const int code = exception.getErrorCode() & 0xff;
        if (code == SQLITE_BUSY || code == SQLITE_LOCKED)
            return std::unexpected(toError(exception, path));
        why = QString::fromUtf8(exception.what());
        if (code != SQLITE_CORRUPT && code != SQLITE_NOTADB) // it may not be looked at where it lies
            return guarded(path, [&]() -> Result<std::vector<Finding>> {
                DamagedFile copy = DamagedFile::copied(path, QDir::tempPath());
                return explain(path, copy);
            });
    }
    std::vector<Finding> findings = missingEnd(path);
    findings.push_back(
        {.damage = true,
         .message =
             DamageText::tr("The beginning of the file is damaged (%1): it cannot be opened as it is.").arg(why)});
    try {
        const DamagedFile file = DamagedFile::copied(path, QDir::tempPath());
        findings.push_back(
            {.damage = true, .message = DamageText::tr("%n place(s) can be read.", nullptr, readablePlaces(file))});
    } catch (const SQLite::Exception &) {
        findings.push_back(
            {.damage = true, .message = DamageText::tr("Nothing of it can be read: only a copy helps.")});
    }
    return findings;
}

} // namespace repere::store
