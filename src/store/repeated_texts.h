#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <vector>

namespace repere::store {

/// Texts that come again and again in the rows of a table (codes, statuses, lists of ids, names of sources): shared
/// instead of made anew. Each has one place by its bytes; another text of the same place takes it over.
class RepeatedTexts
{
public:
    QString text(QByteArrayView utf8);
    /// "|fablab|tiers-lieu|" → its two parts.
    QStringList ids(QByteArrayView joined);
    /// The same one by one, for lists that seldom come again as a whole.
    template <typename Take> void forEachId(QByteArrayView joined, Take take)
    {
        qsizetype begin = 1; // after the leading bar
        while (begin < joined.size()) {
            qsizetype end = joined.indexOf('|', begin);
            if (end < 0)
                end = joined.size();
            take(text(joined.sliced(begin, end - begin)));
            begin = end + 1;
        }
    }

private:
    template <typename Value> struct Slot {
        QByteArray bytes;
        Value value;
    };
    static constexpr std::size_t kSlots = 1024;
    template <typename Value> static Slot<Value> &slotOf(std::vector<Slot<Value>> &table, QByteArrayView bytes);

    std::vector<Slot<QString>> m_texts;
    std::vector<Slot<QStringList>> m_ids;
};

} // namespace repere::store
