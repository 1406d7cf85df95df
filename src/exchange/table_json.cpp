#include "exchange/draft_filler.h"
#include "exchange/fetch.h"
#include "exchange/json_cells.h"
#include "exchange/json_table.h"
#include "exchange/json_text.h"
#include "exchange/own_readers.h"
#include "exchange/table_mapping.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>

namespace repere::exchange {

namespace {

/// Context of the translated sentences.
struct Sentences {
    Q_DECLARE_TR_FUNCTIONS(Exchange)
};

/// {"adresse": {"rue": {"nom": …}}}; what lies deeper stays as it is written.
constexpr int kMostLevels = 4;

/// Members under which portals and programs put their list.
const QList<QByteArray> kLists = {"records", "results", "data",     "items",     "places",
                                  "lieux",   "rows",    "ateliers", "structures"};

/// JSON of somebody without a format of his own: a list of objects, alone or as a member, read object by object. Objects
/// within them are taken apart: {"adresse": {"ville": …}} is the column "ville", and "adresse ville" where there are two.
class JsonListSource final : public JsonTable
{
public:
    Result<void> open(const ReadRequest &request)
    {
        const QString &path = request.paths.front();
        m_description.title = titleOfFile(path);
        const Result<void> opened = openRecords(
            path, {.lists = kLists,
                   .bareList = true,
                   .missing = Sentences::tr("%1: no list of objects was found. Nothing was imported.").arg(path)});
        if (opened)
            nameColumns();
        return opened;
    }

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

    qsizetype learn(const Json &record) override
    {
        forEachLeaf(record, [this](const QStringList &keys, const Json &) {
            const QString path = keys.join(u'\n');
            if (m_columns.contains(path))
                return;
            m_columns.insert(path, m_paths.size());
            m_paths.append(keys);
        });
        return m_paths.size();
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

    void fill(TableRow &row, const Json &record) override
    {
        if (!record.is_object()) {
            row.problem = ImportReport::Rejection{
                records().path(), row.line, {}, writtenJson(record), Sentences::tr("an object was expected"),
                notImported()};
            return;
        }
        forEachLeaf(record, [&](const QStringList &keys, const Json &value) {
            if (const auto column = m_columns.constFind(keys.join(u'\n')); column != m_columns.cend())
                row.cells[*column] = cellOf(value);
        });
    }

    QHash<QString, qsizetype> m_columns; ///< by the keys that lead there
    QList<QStringList> m_paths;
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
