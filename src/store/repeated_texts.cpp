#include "store/repeated_texts.h"

#include <functional>
#include <string_view>

namespace repere::store {

template <typename Value>
RepeatedTexts::Slot<Value> &RepeatedTexts::slotOf(std::vector<Slot<Value>> &table, QByteArrayView bytes)
{
    if (table.empty())
        table.resize(kSlots);
    const std::string_view view(bytes.data(), static_cast<std::size_t>(bytes.size()));
    return table[std::hash<std::string_view>()(view) % kSlots];
}

QString RepeatedTexts::text(QByteArrayView utf8)
{
    if (utf8.isEmpty())
        return {};
    Slot<QString> &slot = slotOf(m_texts, utf8);
    if (slot.bytes != utf8)
        slot = {utf8.toByteArray(), QString::fromUtf8(utf8)};
    return slot.value;
}

QStringList RepeatedTexts::ids(QByteArrayView joined)
{
    if (joined.isEmpty())
        return {};
    Slot<QStringList> &slot = slotOf(m_ids, joined);
    if (slot.bytes == joined)
        return slot.value;
    QStringList ids;
    forEachId(joined, [&ids](const QString &id) { ids.append(id); });
    slot = {joined.toByteArray(), ids};
    return ids;
}

} // namespace repere::store
