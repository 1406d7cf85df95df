#include "exchange/formats/format.h"

#include "exchange/own_readers.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <limits>

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

JsonRecords::Json unwrapped(const JsonRecords::Json &record)
{
    for (const char *inside : {"properties", "fields"}) {
        const JsonRecords::Json *values = memberOf(record, inside);
        const bool isWrapped = memberOf(record, "geometry") || memberOf(record, "recordid") || memberOf(record, "type");
        if (!values || !values->is_object() || !isWrapped || memberOf(record, "name"))
            continue;
        JsonRecords::Json plain = *values;
        for (const char *kept : {"geometry", "id"}) {
            if (const JsonRecords::Json *value = memberOf(record, kept); value && !memberOf(plain, kept))
                plain[kept] = *value;
        }
        return plain;
    }
    return record;
}

namespace {

/// Widens a box (west, south, east, north) by every position of nested lists of coordinates.
void widen(const JsonRecords::Json &coordinates, std::array<double, 4> &box, int depth)
{
    if (!coordinates.is_array() || coordinates.size() < 1 || depth > 5)
        return;
    if (coordinates.size() >= 2 && coordinates[0].is_number() && coordinates[1].is_number()) {
        const double x = coordinates[0].get<double>();
        const double y = coordinates[1].get<double>();
        box = {std::min(box[0], x), std::min(box[1], y), std::max(box[2], x), std::max(box[3], y)};
        return;
    }
    for (const JsonRecords::Json &part : coordinates)
        widen(part, box, depth + 1);
}

} // namespace

QStringList pointOfGeometry(const JsonRecords::Json *geometry)
{
    const JsonRecords::Json *coordinates = geometry ? memberOf(*geometry, "coordinates") : nullptr;
    if (!coordinates)
        return {};
    if (const QStringList point = textsOf(coordinates); point.size() >= 2)
        return point;
    constexpr double kInfinity = std::numeric_limits<double>::infinity();
    std::array<double, 4> box = {kInfinity, kInfinity, -kInfinity, -kInfinity};
    widen(*coordinates, box, 0);
    if (box[0] > box[2])
        return {};
    return {QString::number((box[0] + box[2]) / 2, 'f', 7), QString::number((box[1] + box[3]) / 2, 'f', 7)};
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
