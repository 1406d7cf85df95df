#include "exchange/draft_filler.h"
#include "exchange/fetch.h"
#include "exchange/json_cells.h"
#include "exchange/json_records.h"
#include "exchange/json_text.h"
#include "exchange/own_readers.h"
#include "exchange/table_mapping.h"
#include "exchange/table_source.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>

namespace repere::exchange {

namespace {

using Json = JsonRecords::Json;

/// Context of the translated sentences.
struct Sentences {
    Q_DECLARE_TR_FUNCTIONS(Exchange)
};

/// The columns are known once records have been seen; keys that come later than this many are left aside.
constexpr std::size_t kRecordsForKeys = 200;
/// {"adresse": {"rue": {"nom": …}}}; what lies deeper stays as it is written.
constexpr int kMostLevels = 4;

/// Members under which portals and programs put their list.
const QList<QByteArray> kLists = {"records", "results", "data",     "items",     "places",
                                  "lieux",   "rows",    "ateliers", "structures"};

/// JSON of somebody without a format of his own: a list of objects, alone or as a member, read object by object. Objects
/// within them are taken apart: {"adresse": {"ville": …}} is the column "ville", and "adresse ville" where there are two.
class JsonListSource final : public TableSource
{
public:
    Result<void> open(const ReadRequest &request)
    {
        const QString &path = request.paths.front();
        const Result<void> opened = m_records.open(
            path, {.lists = kLists,
                   .bareList = true,
                   .missing = Sentences::tr("%1: no list of objects was found. Nothing was imported.").arg(path)});
        if (!opened)
            return opened;
        m_description.title = titleOfFile(path);
        while (m_seen.size() < kRecordsForKeys) {
            auto record = m_records.next();
            if (!record)
                return std::unexpected(record.error());
            if (!*record)
                break;
            forEachLeaf((*record)->value, [this](const QStringList &keys, const Json &) { learn(keys); });
            if (m_paths.size() > kMostColumns)
                return tooManyColumns(path, m_paths.size());
            m_seen.push_back(std::move(**record));
        }
        nameColumns();
        return {};
    }

    Result<bool> next(TableRow &row) override
    {
        if (m_nextSeen < m_seen.size()) {
            fill(row, m_seen[m_nextSeen]);
            m_seen[m_nextSeen++] = {};
            return true;
        }
        auto record = m_records.next();
        if (!record)
            return std::unexpected(record.error());
        if (!*record)
            return false;
        fill(row, **record);
        return true;
    }

    double progress() const override { return m_records.progress(); }

private:
    static void forEachLeaf(const Json &object, const auto &use, QStringList keys = {})
    {
        if (!object.is_object())
            return;
        for (const auto &member : object.items()) {
            const QStringList path = keys + QStringList(toQString(member.key()));
            if (member.value().is_object() && path.size() < kMostLevels)
                forEachLeaf(member.value(), use, path);
            else
                use(path, member.value());
        }
    }

    void learn(const QStringList &keys)
    {
        const QString path = keys.join(u'\n');
        if (m_columns.contains(path))
            return;
        m_columns.insert(path, m_paths.size());
        m_paths.append(keys);
    }

    /// The last key, with as many of those above as tell it from the others.
    void nameColumns()
    {
        QHash<QString, int> uses;
        for (const QStringList &keys : m_paths)
            ++uses[keys.last()];
        for (const QStringList &keys : m_paths)
            m_description.headings.append(uses.value(keys.last()) == 1 ? keys.last() : keys.join(u' '));
    }

    void fill(TableRow &row, const JsonRecords::Record &record) const
    {
        row = {};
        row.line = record.line;
        row.cells.resize(m_description.headings.size());
        if (!record.value.is_object()) {
            row.problem = ImportReport::Rejection{
                m_records.path(), record.line, {}, writtenJson(record.value), Sentences::tr("an object was expected"),
                notImported()};
            return;
        }
        forEachLeaf(record.value, [&](const QStringList &keys, const Json &value) {
            if (const auto column = m_columns.constFind(keys.join(u'\n')); column != m_columns.cend())
                row.cells[*column] = cellOf(value);
        });
    }

    JsonRecords m_records;
    QHash<QString, qsizetype> m_columns; ///< by the keys that lead there
    QList<QStringList> m_paths;
    std::vector<JsonRecords::Record> m_seen; ///< records read for their keys
    std::size_t m_nextSeen = 0;
};

} // namespace

Result<std::unique_ptr<TableSource>> openJsonSource(const ReadRequest &request)
{
    auto source = std::make_unique<JsonListSource>();
    if (Result<void> opened = source->open(request); !opened)
        return std::unexpected(opened.error());
    return source;
}

int recogniseForeignJson(const QByteArray &head, const QString &)
{
    const QByteArray text = (head.startsWith("\xEF\xBB\xBF") ? head.sliced(3) : head).trimmed();
    if (text.startsWith('['))
        return text.sliced(1).trimmed().startsWith('{') ? 25 : 0;
    if (!text.startsWith('{'))
        return 0;
    static const QRegularExpression list(
        QStringLiteral("\"(%1)\"\\s*:\\s*\\[\\s*\\{").arg(QString::fromLatin1(kLists.join('|'))));
    return list.match(QString::fromUtf8(text)).hasMatch() ? 25 : 0;
}

} // namespace repere::exchange
