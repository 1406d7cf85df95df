#include "models/chips.h"

#include <QCoreApplication>

#include <algorithm>

namespace repere::models {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Chips)
};

/// "Équipement : non renseigné": the unknown says of what.
QString valueText(const Words &words, Facet facet, const QString &id)
{
    const QString label = words.label(facet, id);
    return id == kUnknown ? Text::tr("%1: %2").arg(words.facetName(facet), label) : label;
}

} // namespace

std::vector<Chip> chipsOf(const Filter &filter, const Words &words, const std::vector<Chip> &before)
{
    std::vector<Chip> chips;
    const auto add = [&](const QString &key, const QString &text, auto &&drop) {
        Chip chip{key, text, filter};
        drop(chip.without);
        chips.push_back(std::move(chip));
    };
    if (!filter.text.trimmed().isEmpty())
        add(QStringLiteral("text"), words.quoted(filter.text.trimmed()), [](Filter &f) { f.text.clear(); });
    for (const Facet facet : kFacets) {
        const QString name = facetKey(facet);
        for (const QString &id : filter[facet].values)
            add(name + u':' + id, valueText(words, facet, id), [&](Filter &f) {
                f[facet].values.removeAll(id);
                if (facet == Facet::Equipment && f[facet].values.isEmpty())
                    f.anyEquipment = false;
            });
        for (const QString &id : filter[facet].excluded)
            add(name + u'-' + id, Text::tr("without %1").arg(valueText(words, facet, id)),
                [&](Filter &f) { f[facet].excluded.removeAll(id); });
    }
    for (const QString &code : filter.communes)
        add(QStringLiteral("commune:") + code, words.communeName(code), [&](Filter &f) { f.communes.removeAll(code); });
    if (filter.near) {
        const QString text = filter.near->radiusMetres > 0 ? words.within(filter.near->radiusMetres, filter.near->label)
                                                           : Text::tr("from %1").arg(filter.near->label);
        add(QStringLiteral("near"), text, [](Filter &f) { f.near.reset(); });
    }
    if (filter.box)
        add(QStringLiteral("box"), Text::tr("in the view"), [](Filter &f) { f.box.reset(); });
    if (filter.area)
        add(QStringLiteral("area"), Text::tr("in the area drawn"), [](Filter &f) { f.area.reset(); });
    if (filter.asOfAfter)
        add(QStringLiteral("as-of"), Text::tr("seen after %1").arg(*filter.asOfAfter),
            [](Filter &f) { f.asOfAfter.reset(); });

    const auto rank = [&](const Chip &chip) {
        const auto it = std::ranges::find(before, chip.key, &Chip::key);
        return it - before.begin(); // newcomers share the last rank and keep the order above
    };
    std::ranges::stable_sort(chips, {}, rank);
    return chips;
}

} // namespace repere::models
