#include "exchange/formats/format.h"
#include "exchange/formats/registry.h"

#include "core/text.h"
#include "exchange/json_text.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QUrl>

namespace repere::exchange {

namespace {

/// Context of the translated sentences.
struct Sentences {
    Q_DECLARE_TR_FUNCTIONS(Exchange)
};

using Json = JsonRecords::Json;

/// "gps_coordinates", "gpsCoordinates" and "GPS Coordinates" are one property: the standard names properties in words, and
/// programs write them in their own ways.
QString propertyKey(const QString &key)
{
    static const QRegularExpression camel(QStringLiteral("([a-z])([A-Z])"));
    QString spaced = key;
    return fold(spaced.replace(camel, QStringLiteral("\\1 \\2")));
}

const Json *property(const Json &object, const char *name)
{
    if (!object.is_object())
        return nullptr;
    for (const auto &member : object.items()) {
        if (!member.value().is_null() && propertyKey(toQString(member.key())) == QLatin1StringView(name))
            return &member.value();
    }
    return nullptr;
}

QString text(const Json *object, const char *name)
{
    return object ? textOf(property(*object, name)) : QString();
}

/// Processes and machines are addresses of Wikipedia or Wikidata articles, or words.
QString wordsOf(const QString &value)
{
    if (!value.startsWith(QStringLiteral("http")))
        return value;
    QString last = QUrl(value).path(QUrl::FullyDecoded).section(u'/', -1, -1, QString::SectionSkipEmpty);
    static const QRegularExpression wikidata(QRegularExpression::anchoredPattern(QStringLiteral("Q[0-9]+")));
    return wikidata.match(last).hasMatch() ? QString() : last.replace(u'_', u' ');
}

/// Open Know-Where (the Internet of Production Alliance's standard, version 1): manufacturing facilities in JSON, one or a
/// list. The person to contact is a person.
class OpenKnowWhereReader final : public JsonFormatReader
{
public:
    Result<void> open(const QString &path)
    {
        return JsonFormatReader::open(
            path, {.lists = {"results", "data", "facilities", "okw_facilities", "manufacturing_facilities", "items"},
                   .bareList = true,
                   .outerObject = true,
                   .missing = Sentences::tr(
                                  "%1: no facility was found, as Open Know-Where describes it. Nothing was imported.")
                                  .arg(path)});
    }

    SourceInfo source() const override
    {
        return {.name = QStringLiteral("Open Know-Where"), .licence = {}, .url = {}, .asOf = {}};
    }

private:
    void fill(const Json &entry, DraftFiller &draft) override
    {
        const Json *wrapped = property(entry, "facility");
        const Json &facility = wrapped && wrapped->is_object() ? *wrapped : entry;
        draft.text("name", text(&facility, "name"));
        draft.key(text(&facility, "id"));
        const Json *location = property(facility, "location");
        if (location && !fillLocation(*location, draft))
            return;
        fillStatus(facility, draft);
        draft.equipment(equipmentOf(facility));
        draft.text("opening_hours", text(&facility, "opening hours"));
        draft.note(text(&facility, "description"));
        draft.founded(text(&facility, "date founded"));
        draft.surface(text(&facility, "floor size"));
        const QString wheelchair = fold(text(&facility, "wheelchair accessibility"));
        if (wheelchair == u"yes" || wheelchair == u"true" || wheelchair == u"fully accessible"
            || wheelchair == u"accessible")
            draft.services({QStringLiteral("wheelchair accessible")});
        const Json *owner = property(facility, "owner");
        draft.text("organisation", owner && owner->is_object() ? text(owner, "name") : textOf(owner));
        draft.text("website", owner && owner->is_object() ? text(owner, "website") : QString());
        fillContact(facility, draft);
        const Json *record = property(facility, "record data");
        draft.asOf(record ? text(record, "date updated") : QString());
    }

    static bool fillLocation(const Json &location, DraftFiller &draft)
    {
        const Json *address = property(location, "address");
        const bool isStructured = address && address->is_object();
        const Json *parts = isStructured ? address : &location;
        const QString country = text(parts, "country");
        const QString name = fold(country);
        const bool isFrance = name.isEmpty() || name == u"france" || name == u"fra" || isFrenchCountry(country)
                              || name == u"la reunion" || name == u"reunion" || name == u"guadeloupe"
                              || name == u"martinique" || name == u"mayotte" || name == u"french guiana";
        if (!isFrance) {
            draft.reject(QStringLiteral("country"), country, notInFrance());
            return false;
        }
        if (isStructured)
            draft.text("address", (text(address, "number") + u' ' + text(address, "street")).trimmed());
        else
            draft.text("address", textOf(address));
        draft.text("postcode", text(parts, "postcode"));
        draft.text("city", text(parts, "city"));
        const Json *coordinates = property(location, "gps coordinates");
        if (!coordinates)
            coordinates = property(location, "coordinates");
        QStringList pair;
        if (coordinates && coordinates->is_object())
            pair = {text(coordinates, "latitude"), text(coordinates, "longitude")};
        else if (coordinates && coordinates->is_string())
            pair = listOf(textOf(coordinates), u',');
        draft.point(pair.value(0), pair.value(1), PositionPrecision::Approximate);
        if (name.isEmpty() && draft.atelier().point && !mayBeInFrance(*draft.atelier().point)) {
            draft.reject(QStringLiteral("gps_coordinates"), pair.join(QStringLiteral(", ")), notInFrance());
            return false;
        }
        return true;
    }

    static void fillStatus(const Json &facility, DraftFiller &draft)
    {
        const QString status = text(&facility, "facility status");
        const bool isPause = fold(status).startsWith(QStringLiteral("tempora"));
        draft.status(isPause ? QStringLiteral("temporarily closed") : status);
        const QString access = fold(text(&facility, "access type"));
        if (access == u"public")
            draft.publics({QStringLiteral("public")});
        else if (access == u"membership")
            draft.publics({QStringLiteral("membership")});
    }

    static QStringList equipmentOf(const Json &facility)
    {
        QStringList words;
        if (const Json *equipment = property(facility, "equipment"); equipment && equipment->is_array()) {
            for (const Json &item : *equipment) {
                if (item.is_string()) {
                    words.append(wordsOf(textOf(&item)));
                    continue;
                }
                QString word;
                for (const char *key : {"equipment type", "type", "name", "manufacturing process"}) {
                    if (word.isEmpty())
                        word = wordsOf(text(&item, key));
                }
                words.append(word.isEmpty() ? (text(&item, "make") + u' ' + text(&item, "model")).trimmed() : word);
            }
        }
        for (const QString &process : textsOf(property(facility, "manufacturing processes")))
            words.append(wordsOf(process));
        return words;
    }

    static void fillContact(const Json &facility, DraftFiller &draft)
    {
        const Json *contact = property(facility, "contact");
        if (!contact)
            return;
        if (!contact->is_object()) {
            draft.person(PersonalDatum::Kind::Name, textOf(contact));
            return;
        }
        // An agent: its person, its own site, and inside it the ways to reach it.
        const QString person = text(contact, "contact person");
        draft.person(PersonalDatum::Kind::Name, person.isEmpty() ? text(contact, "name") : person);
        const Json *ways = property(*contact, "contact");
        if (!ways || !ways->is_object())
            ways = contact;
        draft.person(PersonalDatum::Kind::Email, text(ways, "email"));
        draft.person(PersonalDatum::Kind::Phone, text(ways, "mobile"));
        draft.person(PersonalDatum::Kind::Phone, text(ways, "landline"));
        if (draft.atelier().website.isEmpty())
            draft.text("website", text(contact, "website"));
    }
};

int recognise(const QByteArray &head, const QString &)
{
    if (!isJsonWith(head, {"\"name\"", "\"location\""}))
        return 0;
    for (const char *key :
         {"\"facility_status\"", "\"manufacturing_processes\"", "\"facilityStatus\"", "\"manufacturingProcesses\"",
          "\"gps_coordinates\"", "\"access_type\"", "\"Facility Status\""}) {
        if (head.contains(key))
            return 90;
    }
    return 0;
}

} // namespace

InputFormat openKnowWhere()
{
    return {.id = QStringLiteral("open-know-where"),
            .name = QStringLiteral("Open Know-Where"),
            .recognise = recognise,
            .open = openFirstPath<OpenKnowWhereReader>};
}

} // namespace repere::exchange
