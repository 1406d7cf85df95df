#pragma once

#include "core/atelier.h"
#include "core/text.h"

#include <QByteArray>

#include <vector>

namespace repere::store {

/// What is written of texts and machines that come again and again in the rows of an import: kept by the hash of the text,
/// made anew when another one has taken its place. The answers are UTF-8 and live until the next question.
class RepeatedRows
{
public:
    /// `keeps` = false: few rows are written, nothing is kept.
    RepeatedRows(const Compounds &compounds, bool keeps);

    /// The search tokens of a text, joined by spaces.
    const QByteArray &words(const QString &text);
    /// The JSON object of a machine, as in equipmentToJson().
    const QByteArray &json(const EquipmentItem &item);

private:
    struct Words {
        QString text;
        QByteArray words;
    };
    struct Item {
        EquipmentItem item;
        QByteArray json;
    };

    const Compounds &m_compounds;
    const std::size_t m_places;
    std::vector<Words> m_words;
    std::vector<Item> m_items;
};

} // namespace repere::store
