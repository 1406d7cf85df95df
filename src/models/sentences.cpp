#include "models/sentences.h"

#include "core/text.h"
#include "models/chips.h"

#include <QCoreApplication>

namespace repere::models {

namespace {

using Drop = directory::Suggestion::Drop;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Sentences)
};

/// "in Bretagne", "within 30 km of Murat (15)"; empty when the filter says no one place.
QString whereText(const Filter &filter, const Words &words)
{
    const FacetChoice &regions = filter[Facet::Region];
    const FacetChoice &departements = filter[Facet::Departement];
    if (filter.near && filter.near->radiusMetres > 0)
        return words.within(filter.near->radiusMetres, filter.near->label);
    if (filter.communes.size() == 1 && filter.communes.first() != kUnknown)
        return words.inCommune(filter.communes.first());
    if (departements.values.size() == 1 && departements.values.first() != kUnknown)
        return words.in(Facet::Departement, departements.values.first());
    if (regions.values.size() == 1 && regions.values.first() != kUnknown)
        return words.in(Facet::Region, regions.values.first());
    return {};
}

QString slug(const QString &text)
{
    return fold(text).replace(u' ', u'-');
}

} // namespace

HonestSentence honestSentence(const Filter &filter, const FilterCounts &counts, const Words &words)
{
    QStringList known = filter[Facet::Equipment].values;
    known.removeAll(QString(kUnknown));
    if (known.isEmpty() || filter[Facet::Equipment].values.size() != known.size() || counts.withoutEquipmentChoice == 0)
        return {};
    const QString where = whereText(filter, words);
    const QString among = words.number(counts.withoutEquipmentChoice) + (where.isEmpty() ? QString() : u' ' + where);
    const QString one = known.size() == 1     ? Text::tr("%1 of %2 has one")
                        : filter.anyEquipment ? Text::tr("%1 of %2 has one of them")
                                              : Text::tr("%1 of %2 has all of them");
    const QString many = known.size() == 1     ? Text::tr("%1 of %2 have one")
                         : filter.anyEquipment ? Text::tr("%1 of %2 have one of them")
                                               : Text::tr("%1 of %2 have all of them");
    const bool singular = counts.count == 1 || (words.french() && counts.count == 0);
    HonestSentence sentence;
    sentence.have = (singular ? one : many).arg(words.number(counts.count), among);
    if (counts.unknownEquipmentAmong > 0)
        sentence.unknown = words.plural(counts.unknownEquipmentAmong, Text::tr("%1 says nothing about its machines"),
                                        Text::tr("%1 say nothing about their machines"));
    return sentence;
}

QString countSentence(const FilterCounts &counts, const Words &words)
{
    const bool singular = counts.count == 1 || (words.french() && counts.count == 0);
    return (singular ? Text::tr("%1 place of %2") : Text::tr("%1 places of %2"))
        .arg(words.number(counts.count), words.number(counts.total));
}

QString choicesSentence(const Filter &filter, const Words &words, qsizetype atMost)
{
    const QString between = QStringLiteral(" · ");
    QStringList said;
    qsizetype length = 0;
    const std::vector<Chip> chips = chipsOf(filter, words);
    for (const Chip &chip : chips) {
        length += chip.text.size() + (said.isEmpty() ? 0 : between.size());
        if (!said.isEmpty() && length > atMost)
            break;
        said << chip.text;
    }
    if (const auto more = std::ssize(chips) - said.size(); more > 0)
        said << words.plural(more, Text::tr("%1 more choice"), Text::tr("%1 more choices"));
    return said.join(between);
}

QString proposedFileName(const Filter &filter, const QDate &date, const Words &words)
{
    QStringList parts{QStringLiteral("ateliers")};
    if (!filter.text.trimmed().isEmpty())
        parts << slug(filter.text);
    for (const Facet facet : kFacets) {
        // More than two values of one facet would make a name that nobody reads.
        const QStringList &values = filter[facet].values;
        if (values.size() > 2)
            parts << slug(words.facetName(facet));
        else
            for (const QString &id : values)
                parts << slug(id == kUnknown                ? words.facetName(facet) + u' ' + words.label(facet, id)
                              : facet == Facet::Departement ? words.departementName(id)
                                                            : words.label(facet, id));
        for (const QString &id : filter[facet].excluded.first(std::min<qsizetype>(2, filter[facet].excluded.size())))
            parts << slug(Text::tr("without %1").arg(words.label(facet, id)));
    }
    for (const QString &code : filter.communes)
        parts << slug(words.communeName(code));
    if (filter.near && filter.near->radiusMetres > 0)
        parts << slug(filter.near->label + u' ' + words.distance(filter.near->radiusMetres));
    parts.removeAll(QString());
    return parts.join(u'_').left(120) + u'_' + date.toString(Qt::ISODate);
}

QString dropText(Drop drop, const Filter &filter, const Words &words)
{
    const auto values = [&](Facet facet) {
        QStringList labels;
        for (const QString &id : filter[facet].values)
            labels << words.label(facet, id);
        for (const QString &id : filter[facet].excluded)
            labels << Text::tr("without %1").arg(words.label(facet, id));
        return Text::tr("Without the choice of %1").arg(words.quoted(labels.join(QStringLiteral(", "))));
    };
    switch (drop) {
    case Drop::Text: return Text::tr("Without the words %1").arg(words.quoted(filter.text.trimmed()));
    case Drop::Region: return values(Facet::Region);
    case Drop::Departement: return values(Facet::Departement);
    case Drop::Type: return values(Facet::Type);
    case Drop::Equipment: return values(Facet::Equipment);
    case Drop::Status: return values(Facet::Status);
    case Drop::Public: return values(Facet::Public);
    case Drop::Service: return values(Facet::Service);
    case Drop::Commune: return Text::tr("In every commune");
    case Drop::Near: return Text::tr("Whatever the distance");
    case Drop::Box: return Text::tr("Also outside the view of the map");
    case Drop::Area: return Text::tr("Also outside the area drawn");
    case Drop::AsOf: return Text::tr("Whatever the date");
    }
    return {};
}

Filter dropped(Filter filter, Drop drop)
{
    switch (drop) {
    case Drop::Text: filter.text.clear(); break;
    case Drop::Region: filter[Facet::Region] = {}; break;
    case Drop::Departement: filter[Facet::Departement] = {}; break;
    case Drop::Type: filter[Facet::Type] = {}; break;
    case Drop::Equipment:
        filter[Facet::Equipment] = {};
        filter.anyEquipment = false;
        break;
    case Drop::Status: filter[Facet::Status] = {}; break;
    case Drop::Public: filter[Facet::Public] = {}; break;
    case Drop::Service: filter[Facet::Service] = {}; break;
    case Drop::Commune: filter.communes.clear(); break;
    case Drop::Near: // the distances stay visible
        if (filter.near)
            filter.near->radiusMetres = 0;
        break;
    case Drop::Box: filter.box.reset(); break;
    case Drop::Area: filter.area.reset(); break;
    case Drop::AsOf: filter.asOfAfter.reset(); break;
    }
    return filter;
}

Filter withoutPlace(Filter filter)
{
    for (const Drop drop : {Drop::Region, Drop::Departement, Drop::Commune, Drop::Near, Drop::Box, Drop::Area})
        filter = dropped(std::move(filter), drop);
    return filter;
}

} // namespace repere::models
