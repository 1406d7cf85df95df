#include "models/field_words.h"

#include "core/shown_text.h"
#include "directory/atelier_fields.h"
#include "directory/directory.h"

#include <QCoreApplication>

#include <algorithm>

namespace repere::models {

namespace {

struct FieldText {
    Q_DECLARE_TR_FUNCTIONS(Fields)
};

QString labels(Facet facet, const QStringList &ids, const Words &words)
{
    QStringList texts;
    for (const QString &id : ids)
        texts.append(words.label(facet, id));
    return texts.join(QStringLiteral(", "));
}

QString precisionWords(PositionPrecision precision)
{
    switch (precision) {
    case PositionPrecision::Commune: return FieldText::tr("centre of the commune");
    case PositionPrecision::Approximate: return FieldText::tr("approximate");
    case PositionPrecision::Exact: return FieldText::tr("exact");
    case PositionPrecision::None: break;
    }
    return {};
}

QString machines(const Atelier &atelier, const Words &words)
{
    QStringList texts;
    for (const EquipmentItem &item : atelier.equipment)
        texts.append(item.id.isEmpty() ? shownLine(item.raw) : words.label(Facet::Equipment, item.id));
    texts.removeDuplicates();
    return texts.join(QStringLiteral(", "));
}

} // namespace

QString fieldName(const QString &field, const Words &words)
{
    if (field == u"position")
        return FieldText::tr("Position");
    if (field == u"address_2")
        return FieldText::tr("Address, second line");
    if (field == u"country")
        return FieldText::tr("Country");
    if (field == u"equipment_ticked")
        return FieldText::tr("Machine of the heading, where ticked");
    if (field == u"lat_lon")
        return FieldText::tr("Latitude and longitude in one");
    if (field == u"x")
        return FieldText::tr("X in metres");
    if (field == u"y")
        return FieldText::tr("Y in metres");
    if (field == u"record_key")
        return FieldText::tr("Number in the source");
    if (field == u"record_url")
        return FieldText::tr("Page in the source");
    if (field == u"person_name")
        return FieldText::tr("Name of a person");
    if (field == u"person_email")
        return FieldText::tr("E-mail of a person");
    if (field == u"person_phone")
        return FieldText::tr("Phone of a person");
    const auto &columns = exchange::columns();
    const auto column = std::ranges::find(columns, field, &exchange::Column::key);
    return column == columns.end() ? field : column->label.in(words.french());
}

QString fieldValueText(const QString &field, const QString &stored, const Words &words)
{
    Atelier atelier;
    if (stored.isEmpty() || !directory::setFieldText(atelier, field, stored))
        return shownText(stored);
    if (field == u"types")
        return labels(Facet::Type, atelier.types, words);
    if (field == u"services")
        return labels(Facet::Service, atelier.services, words);
    if (field == u"publics")
        return labels(Facet::Public, atelier.publics, words);
    if (field == u"status")
        return words.label(Facet::Status, atelier.status);
    if (field == u"departement")
        return words.label(Facet::Departement, atelier.departement);
    if (field == u"region")
        return words.label(Facet::Region, atelier.region);
    if (field == u"equipment")
        return machines(atelier, words);
    if (field == u"position")
        return QStringLiteral("%1 (%2)").arg(words.coordinates(*atelier.point), precisionWords(atelier.precision));
    if (field == u"as_of")
        return words.date(atelier.asOf);
    if (field == u"surface" && atelier.surface)
        return words.number(qRound64(*atelier.surface)) + QStringLiteral("\u00A0m²");
    return shownText(stored);
}

QString sourceText(const QString &source)
{
    return source == kByHand ? FieldText::tr("typed by hand") : shownLine(source);
}

QString sourceText(const FieldValue &value)
{
    if (!value.byHand)
        return shownLine(value.source);
    // What people typed has its day.
    return value.asOf.isEmpty() ? FieldText::tr("origin not recorded") : sourceText(kByHand);
}

} // namespace repere::models
