#include "store/repeated_rows.h"

#include "core/atelier_json.h"

namespace repere::store {

namespace {

constexpr std::size_t kPlaces = 16'384;
constexpr qsizetype kKeptLength = 64; // longer texts seldom come again

} // namespace

RepeatedRows::RepeatedRows(const Compounds &compounds, bool keeps)
    : m_compounds(compounds), m_places(keeps ? kPlaces : 1), m_words(m_places), m_items(m_places)
{
}

const QByteArray &RepeatedRows::words(const QString &text)
{
    Words &known = m_words[text.size() <= kKeptLength ? qHash(text) % m_places : 0];
    if (known.text != text || known.words.isNull())
        known = {.text = text, .words = m_compounds.tokens(fold(text)).join(u' ').toUtf8()};
    return known.words;
}

const QByteArray &RepeatedRows::json(const EquipmentItem &item)
{
    Item &known = m_items[qHashMulti(0, item.raw, item.id) % m_places];
    if (known.json.isNull() || known.item != item) {
        const QString list = equipmentToJson({item});
        known = {.item = item, .json = QStringView(list).sliced(1).chopped(1).toUtf8()};
    }
    return known.json;
}

} // namespace repere::store
