#include "exchange/formats/format.h"

#include "exchange/own_readers.h"

#include <QCoreApplication>

#include <algorithm>

namespace repere::exchange {

Result<void> JsonFormatReader::open(const QString &path, JsonRecords::Shape shape)
{
    return m_records.open(path, std::move(shape));
}

Result<std::unique_ptr<Draft>> JsonFormatReader::next()
{
    Result<std::optional<JsonRecords::Record>> record = m_records.next();
    if (!record)
        return std::unexpected(record.error());
    if (!*record)
        return nullptr;
    DraftFiller draft(m_records.path(), (*record)->line);
    const Json &value = (*record)->value;
    if (value.is_structured() && !value.empty())
        fill(value, draft);
    else if (!value.is_null() && !value.is_structured())
        draft.reject({}, writtenJson(value), QCoreApplication::translate("Exchange", "a JSON object was expected"));
    return draft.take();
}

Result<std::unique_ptr<Draft>> TableFormatReader::next()
{
    const Result<bool> more = m_table.next();
    if (!more)
        return std::unexpected(more.error());
    if (!*more)
        return nullptr;
    DraftFiller draft(m_table.path(), m_table.line());
    if (m_table.isBlank())
        return draft.take();
    if (std::optional<ImportReport::Rejection> problem = m_table.problem())
        return rejectedDraft(std::move(*problem));
    fill(draft);
    return draft.take();
}

QByteArray trimmedHead(const QByteArray &head)
{
    return (head.startsWith("\xEF\xBB\xBF") ? head.sliced(3) : head).trimmed();
}

bool isJsonWith(const QByteArray &head, std::initializer_list<const char *> words)
{
    const QByteArray text = trimmedHead(head);
    return (text.startsWith('{') || text.startsWith('['))
           && std::ranges::all_of(words, [&text](const char *word) { return text.contains(word); });
}

} // namespace repere::exchange
