#include "store/staging.h"

#include "core/atelier_record.h"
#include "core/text.h"
#include "store/errors.h"
#include "store/query.h"

#include <SQLiteCpp/Database.h>

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

namespace repere::store {

namespace {

constexpr char kSchema[] = R"(
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
CREATE TABLE record (
    number INTEGER PRIMARY KEY,
    outcome INTEGER NOT NULL,
    accepted INTEGER NOT NULL,
    folded_name TEXT,
    uid TEXT,
    body TEXT NOT NULL
) STRICT;
BEGIN;
)";

QString compact(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QJsonArray repairsOf(const ImportRecord &record)
{
    QJsonArray repairs;
    for (const ImportReport::Repair &repair : record.repairs)
        repairs.append(QJsonArray{repair.field, repair.from, repair.to, repair.why, repair.proposed, repair.record,
                                  static_cast<qint64>(repair.line)});
    return repairs;
}

QJsonArray rejectionsOf(const ImportRecord &record)
{
    QJsonArray rejections;
    for (const ImportReport::Rejection &r : record.rejections)
        rejections.append(QJsonArray{r.file, static_cast<qint64>(r.line), r.column, r.value, r.cause, r.consequence});
    return rejections;
}

QString bodyOf(const ImportRecord &record)
{
    QJsonObject body;
    body.insert(u"file", record.file);
    body.insert(u"line", static_cast<qint64>(record.line));
    body.insert(u"source", record.source);
    body.insert(u"key", record.recordKey);
    body.insert(u"incoming", atelierToJson(record.incoming));
    body.insert(u"match", record.matchUid);
    body.insert(u"matchName", record.matchName);
    body.insert(u"score", record.score);
    body.insert(u"parts", record.parts);
    if (!record.doubt.isEmpty())
        body.insert(u"doubt", record.doubt);
    body.insert(u"fields", QJsonArray::fromStringList(record.fields));
    if (!record.repairs.empty())
        body.insert(u"repairs", repairsOf(record));
    if (!record.rejections.empty())
        body.insert(u"rejections", rejectionsOf(record));
    return compact(body);
}

Result<ImportRecord> recordOf(const Query &row)
{
    ImportRecord record;
    record.number = static_cast<int>(row.integer(0));
    record.outcome = static_cast<ImportOutcome>(row.integer(1));
    record.accepted = row.integer(2) != 0;
    const QJsonObject body = QJsonDocument::fromJson(row.text(3).toUtf8()).object();
    record.file = body.value(u"file").toString();
    record.line = body.value(u"line").toInteger();
    record.source = body.value(u"source").toString();
    record.recordKey = body.value(u"key").toString();
    record.matchUid = body.value(u"match").toString();
    record.matchName = body.value(u"matchName").toString();
    record.score = body.value(u"score").toDouble();
    record.parts = body.value(u"parts").toString();
    record.doubt = body.value(u"doubt").toString();
    for (const QJsonValue &field : body.value(u"fields").toArray())
        record.fields.append(field.toString());
    for (const QJsonValue &value : body.value(u"repairs").toArray()) {
        const QJsonArray repair = value.toArray();
        record.repairs.push_back({.id = 0,
                                  .field = repair[0].toString(),
                                  .from = repair[1].toString(),
                                  .to = repair[2].toString(),
                                  .why = repair[3].toString(),
                                  .proposed = repair[4].toBool(),
                                  .record = repair[5].toString(),
                                  .line = repair[6].toInteger()});
    }
    for (const QJsonValue &value : body.value(u"rejections").toArray()) {
        const QJsonArray r = value.toArray();
        record.rejections.push_back(
            {r[0].toString(), r[1].toInteger(), r[2].toString(), r[3].toString(), r[4].toString(), r[5].toString()});
    }
    auto incoming = atelierFromJson(body.value(u"incoming").toString());
    if (!incoming)
        return std::unexpected(incoming.error());
    record.incoming = std::move(*incoming);
    return record;
}

#define REPERE_SELECTED \
    " (outcome = ?1 OR (?1 IS NULL AND outcome <> 5)) AND (?2 IS NULL OR instr(folded_name, ?2) > 0)"

void bindSelection(Query &query, const Staging::Selection &selection)
{
    if (selection.outcome)
        query.bind(1, static_cast<int>(*selection.outcome));
    else
        query.bindNull(1);
    query.bind(2, fold(selection.words));
}

static_assert(static_cast<int>(ImportOutcome::Gone) == 5); // as REPERE_SELECTED has it

} // namespace

struct Staging::Private {
    QTemporaryDir folder;
    QString path;
    std::unique_ptr<SQLite::Database> database;
    std::optional<Query> insert;
};

Staging::Staging(std::unique_ptr<Private> d_) : d(std::move(d_)) {}

Staging::~Staging()
{
    d->insert.reset();
}

Result<std::unique_ptr<Staging>> Staging::create()
{
    auto d = std::make_unique<Private>();
    if (!d->folder.isValid())
        return failure(
            ErrorCode::Unwritable,
            QCoreApplication::translate("Store", "No temporary file can be made in %1 (%2); nothing was read.")
                .arg(QDir::tempPath(), d->folder.errorString()));
    d->path = d->folder.filePath(QStringLiteral("import.sqlite"));
    return guarded(d->path, [&]() -> Result<std::unique_ptr<Staging>> {
        d->database =
            std::make_unique<SQLite::Database>(d->path.toStdString(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        d->database->exec(kSchema);
        d->insert.emplace(*d->database, "INSERT INTO record(number, outcome, accepted, folded_name, body, uid)"
                                        " VALUES (?, ?, ?, ?, ?, ?)");
        return std::unique_ptr<Staging>(new Staging(std::move(d)));
    });
}

Result<void> Staging::append(const ImportRecord &record)
{
    return guarded(d->path, [&]() -> Result<void> {
        d->insert->bind(1, record.number)
            .bind(2, static_cast<int>(record.outcome))
            .bind(3, record.accepted ? 1 : 0)
            .bind(4, fold(record.incoming.name))
            .bind(5, bodyOf(record))
            .bind(6, record.incoming.uid)
            .run();
        return {};
    });
}

Result<void> Staging::finish()
{
    return guarded(d->path, [&]() -> Result<void> {
        d->database->exec("COMMIT; CREATE INDEX record_outcome ON record(outcome, number);"
                          " CREATE INDEX record_uid ON record(uid)");
        return {};
    });
}

Result<int> Staging::count(const Selection &selection) const
{
    return guarded(d->path, [&]() -> Result<int> {
        Query query(*d->database, "SELECT count(*) FROM record WHERE" REPERE_SELECTED);
        bindSelection(query, selection);
        return query.next() ? static_cast<int>(query.integer(0)) : 0;
    });
}

Result<int> Staging::acceptedCount(const Selection &selection) const
{
    return guarded(d->path, [&]() -> Result<int> {
        Query query(*d->database, "SELECT count(*) FROM record WHERE accepted = 1 AND" REPERE_SELECTED);
        bindSelection(query, selection);
        return query.next() ? static_cast<int>(query.integer(0)) : 0;
    });
}

Result<std::vector<ImportRecord>> Staging::page(const Selection &selection, int first, int count) const
{
    return guarded(d->path, [&]() -> Result<std::vector<ImportRecord>> {
        Query query(*d->database, "SELECT number, outcome, accepted, body FROM record WHERE" REPERE_SELECTED
                                  " ORDER BY number LIMIT ?3 OFFSET ?4");
        bindSelection(query, selection);
        query.bind(3, count).bind(4, first);
        std::vector<ImportRecord> records;
        while (query.next()) {
            auto record = recordOf(query);
            if (!record)
                return std::unexpected(record.error());
            records.push_back(std::move(*record));
        }
        return records;
    });
}

Result<std::optional<ImportRecord>> Staging::after(int number) const
{
    return guarded(d->path, [&]() -> Result<std::optional<ImportRecord>> {
        Query query(*d->database, "SELECT number, outcome, accepted, body FROM record WHERE number > ? ORDER BY number"
                                  " LIMIT 1");
        query.bind(1, number);
        if (!query.next())
            return std::nullopt;
        auto record = recordOf(query);
        if (!record)
            return std::unexpected(record.error());
        return std::move(*record);
    });
}

Result<std::optional<ImportRecord>> Staging::withUid(const QString &uid) const
{
    return guarded(d->path, [&]() -> Result<std::optional<ImportRecord>> {
        Query query(*d->database, "SELECT number, outcome, accepted, body FROM record WHERE uid = ? ORDER BY number"
                                  " LIMIT 1");
        query.bind(1, uid);
        if (!query.next())
            return std::nullopt;
        auto record = recordOf(query);
        if (!record)
            return std::unexpected(record.error());
        return std::move(*record);
    });
}

Result<ImportRecord> Staging::read(int number) const
{
    auto record = after(number - 1);
    if (!record)
        return std::unexpected(record.error());
    Q_ASSERT(*record && (*record)->number == number);
    return std::move(**record);
}

Result<void> Staging::forEach(const std::function<bool(const ImportRecord &)> &visit) const
{
    return guarded(d->path, [&]() -> Result<void> {
        Query query(*d->database, "SELECT number, outcome, accepted, body FROM record ORDER BY number");
        while (query.next()) {
            const auto record = recordOf(query);
            if (!record)
                return std::unexpected(record.error());
            if (!visit(*record))
                break;
        }
        return {};
    });
}

Result<void> Staging::setAccepted(const Selection &selection, bool accepted)
{
    return guarded(d->path, [&]() -> Result<void> {
        Query query(*d->database, "UPDATE record SET accepted = ?3 WHERE" REPERE_SELECTED);
        bindSelection(query, selection);
        query.bind(3, accepted ? 1 : 0).run();
        return {};
    });
}

Result<void> Staging::replace(const ImportRecord &record)
{
    return guarded(d->path, [&]() -> Result<void> {
        Query(*d->database, "UPDATE record SET outcome = ?2, accepted = ?3, body = ?4 WHERE number = ?1")
            .bind(1, record.number)
            .bind(2, static_cast<int>(record.outcome))
            .bind(3, record.accepted ? 1 : 0)
            .bind(4, bodyOf(record))
            .run();
        return {};
    });
}

#undef REPERE_SELECTED

} // namespace repere::store
