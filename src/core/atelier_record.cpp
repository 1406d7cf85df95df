#include "core/atelier_record.h"

#include "core/atelier_json.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>
#include <utility>

namespace repere {

namespace {

using TextMember = std::pair<const char16_t *, QString Atelier::*>;
constexpr std::array<TextMember, 18> kTexts = {{
    {u"uid", &Atelier::uid},
    {u"name", &Atelier::name},
    {u"status", &Atelier::status},
    {u"address", &Atelier::address},
    {u"postcode", &Atelier::postcode},
    {u"city", &Atelier::city},
    {u"insee", &Atelier::insee},
    {u"departement", &Atelier::departement},
    {u"region", &Atelier::region},
    {u"position_source", &Atelier::positionSource},
    {u"website", &Atelier::website},
    {u"email", &Atelier::email},
    {u"phone", &Atelier::phone},
    {u"opening_hours", &Atelier::openingHours},
    {u"organisation", &Atelier::organisation},
    {u"notes", &Atelier::notes},
    {u"as_of", &Atelier::asOf},
    {u"evidence", &Atelier::evidence},
}};

using ListMember = std::pair<const char16_t *, QStringList Atelier::*>;
constexpr std::array<ListMember, 3> kLists = {{
    {u"types", &Atelier::types},
    {u"services", &Atelier::services},
    {u"publics", &Atelier::publics},
}};

template <typename T> Result<void> takeInto(T &member, Result<T> value)
{
    if (!value)
        return std::unexpected(value.error());
    member = std::move(*value);
    return {};
}

} // namespace

QString atelierToJson(const Atelier &atelier)
{
    QJsonObject object;
    if (atelier.id != 0)
        object.insert(u"id", static_cast<qint64>(atelier.id));
    for (const auto &[key, member] : kTexts) {
        if (!(atelier.*member).isEmpty())
            object.insert(QStringView(key), atelier.*member);
    }
    for (const auto &[key, member] : kLists) {
        if (!(atelier.*member).isEmpty())
            object.insert(QStringView(key), QJsonArray::fromStringList(atelier.*member));
    }
    if (atelier.point) {
        object.insert(u"lat", atelier.point->latitude);
        object.insert(u"lon", atelier.point->longitude);
    }
    object.insert(u"position", precisionToString(atelier.precision));
    if (atelier.founded)
        object.insert(u"founded", *atelier.founded);
    if (atelier.surface)
        object.insert(u"surface", *atelier.surface);
    if (!atelier.equipment.empty())
        object.insert(u"equipment", equipmentToJson(atelier.equipment));
    if (!atelier.personal.empty())
        object.insert(u"personal", personalToJson(atelier.personal));
    if (!atelier.provenance.empty())
        object.insert(u"provenance", provenanceToJson(atelier.provenance));
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

Result<Atelier> atelierFromJson(const QString &text)
{
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
    if (!document.isObject())
        return failure(ErrorCode::Unreadable, QCoreApplication::translate("AtelierJson", "a JSON object was expected"));
    const QJsonObject object = document.object();
    Atelier atelier;
    atelier.id = object.value(u"id").toInteger();
    for (const auto &[key, member] : kTexts)
        atelier.*member = object.value(QStringView(key)).toString();
    for (const auto &[key, member] : kLists) {
        for (const QJsonValue &value : object.value(QStringView(key)).toArray())
            (atelier.*member).append(value.toString());
    }
    if (object.contains(u"lat") && object.contains(u"lon"))
        atelier.point =
            GeoPoint{.latitude = object.value(u"lat").toDouble(), .longitude = object.value(u"lon").toDouble()};
    atelier.precision = precisionFromString(object.value(u"position").toString()).value_or(PositionPrecision::None);
    if (object.contains(u"founded"))
        atelier.founded = object.value(u"founded").toInt();
    if (object.contains(u"surface"))
        atelier.surface = object.value(u"surface").toDouble();
    const auto jsonText = [&object](const char16_t *key) { return object.value(QStringView(key)).toString(); };
    if (const auto taken = takeInto(atelier.equipment, equipmentFromJson(jsonText(u"equipment"))); !taken)
        return std::unexpected(taken.error());
    if (const auto taken = takeInto(atelier.personal, personalFromJson(jsonText(u"personal"))); !taken)
        return std::unexpected(taken.error());
    if (const auto taken = takeInto(atelier.provenance, provenanceFromJson(jsonText(u"provenance"))); !taken)
        return std::unexpected(taken.error());
    return atelier;
}

} // namespace repere
