#include "exchange/formats/osm_element.h"

#include "exchange/delimited_text.h"
#include "exchange/json_records.h"
#include "exchange/json_text.h"
#include "exchange/position_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <utility>

namespace repere::exchange {

namespace {

using Json = nlohmann::ordered_json;

/// Context of the translated sentences.
struct Sentences {
    Q_DECLARE_TR_FUNCTIONS(Exchange)
};

/// Tags by which a place is ours; the vocabulary of types knows them in this form.
constexpr std::array<std::pair<const char *, const char *>, 13> kTypeTags = {{
    {"leisure", "hackerspace"},
    {"hackerspace", "makerspace"},
    {"fablab", "yes"},
    {"workshop", "fablab"},
    {"workshop", "makerspace"},
    {"workshop", "repaircafe"},
    {"amenity", "workshop"},
    {"club", "doityourself"},
    {"amenity", "coworking_space"},
    {"amenity", "coworking"},
    {"office", "coworking"},
    {"service:bicycle:diy", "yes"},
    {"amenity", "bicycle_repair_station"},
}};

QStringList typesOf(const Json &tags)
{
    QStringList types;
    for (const auto &[key, value] : kTypeTags) {
        if (listOf(textOf(tags, key), u';').contains(QString::fromUtf8(value)))
            types.append(QString::fromUtf8(key) + u'=' + QString::fromUtf8(value));
    }
    const QString repair = textOf(tags, "repair");
    if (types.isEmpty() && !repair.isEmpty() && repair != u"no")
        types.append(QStringLiteral("atelier de réparation"));
    return types;
}

bool fillPoint(const Json &element, DraftFiller &draft)
{
    const Json *centre = memberOf(element, "center");
    const Json &place = centre ? *centre : element;
    QString latitude = textOf(place, "lat");
    QString longitude = textOf(place, "lon");
    const Json *bounds = memberOf(element, "bounds");
    if (bounds && latitude.isEmpty()) { // asked for with `out geom` instead of `out center`
        const auto middle = [bounds](const char *low, const char *high) {
            const std::optional<double> a = numberOf(textOf(*bounds, low));
            const std::optional<double> b = numberOf(textOf(*bounds, high));
            return a && b ? QString::number((*a + *b) / 2, 'f', 7) : QString();
        };
        latitude = middle("minlat", "maxlat");
        longitude = middle("minlon", "maxlon");
    }
    draft.point(latitude, longitude, PositionPrecision::Exact);
    const std::optional<GeoPoint> &point = draft.atelier().point;
    if (point && !mayBeInFrance(*point)) {
        draft.reject(QStringLiteral("lat, lon"), latitude + QStringLiteral(", ") + longitude, notInFrance());
        return false;
    }
    return true;
}

QString firstOf(const Json &tags, std::initializer_list<const char *> keys)
{
    for (const char *key : keys) {
        if (const QString value = textOf(tags, key); !value.isEmpty())
            return value;
    }
    return {};
}

void fillTags(const Json &tags, DraftFiller &draft)
{
    draft.text("name", firstOf(tags, {"name", "name:fr", "official_name", "operator", "brand"}));
    const QString street = firstOf(tags, {"addr:street", "addr:place", "addr:hamlet"});
    draft.text("address", street.isEmpty() ? textOf(tags, "addr:full")
                                           : (textOf(tags, "addr:housenumber") + u' ' + street).trimmed());
    draft.text("postcode", firstOf(tags, {"addr:postcode", "contact:postcode"}));
    draft.text("city", firstOf(tags, {"addr:city", "contact:city"}));
    draft.text("website", ownSiteOf({textOf(tags, "website"), textOf(tags, "contact:website"), textOf(tags, "url"),
                                     textOf(tags, "contact:facebook")}));
    draft.text("email", firstOf(tags, {"email", "contact:email"}));
    draft.text("phone", firstOf(tags, {"phone", "contact:phone", "contact:mobile"}));
    draft.text("opening_hours", textOf(tags, "opening_hours"));
    draft.text("organisation", textOf(tags, "operator"));
    draft.note(firstOf(tags, {"description:fr", "description"}));
    draft.founded(textOf(tags, "start_date"));
    if (textOf(tags, "disused") == u"yes" || textOf(tags, "abandoned") == u"yes")
        draft.status(QStringLiteral("closed"));

    QStringList equipment;
    for (const auto &tag : tags.items()) {
        const QString key = toQString(tag.key());
        const bool isMachine = key.startsWith(QStringLiteral("service:")) && key.count(u':') == 1;
        if (isMachine && textOf(&tag.value()) == u"yes") // "no" has no place to be kept
            equipment.append(key);
    }
    if (textOf(tags, "craft") == u"carpenter")
        equipment.append(QStringLiteral("craft=carpenter"));
    for (const QString &what : listOf(textOf(tags, "repair"), u';')) {
        if (what == u"bicycle" || what == u"car" || what == u"motorcycle")
            equipment.append(QStringLiteral("repair=") + what);
    }
    draft.equipment(equipment);
    for (const auto &[key, value] : {std::pair("internet_access", "wlan"), std::pair("wheelchair", "yes")}) {
        if (textOf(tags, key) == QLatin1StringView(value))
            draft.services({QString::fromUtf8(key) + u'=' + QString::fromUtf8(value)});
    }
}

} // namespace

SourceInfo osmSource(const QString &asOf)
{
    return {.name = QStringLiteral("OpenStreetMap"),
            .licence = QStringLiteral("ODbL 1.0"),
            .url = QStringLiteral("https://www.openstreetmap.org/copyright"),
            .asOf = asOf};
}

void fillOsmElement(const Json &element, const QString &baseDate, DraftFiller &draft)
{
    const QString kind = textOf(element, "type");
    const QString id = textOf(element, "id");
    const Json *tags = memberOf(element, "tags");
    if (kind.isEmpty() || id.isEmpty()) {
        draft.reject({}, writtenJson(element), Sentences::tr("an element of OpenStreetMap was expected"));
        return;
    }
    const QString key = kind + u'/' + id;
    draft.key(key, QStringLiteral("https://www.openstreetmap.org/") + key);
    const QStringList types = tags ? typesOf(*tags) : QStringList();
    if (types.isEmpty()) {
        draft.reject(QStringLiteral("tags"), key, Sentences::tr("no tag says that this is a place to make or to work"));
        return;
    }
    const QString country = textOf(*tags, "addr:country");
    if (!country.isEmpty() && !isFrenchCountry(country)) {
        draft.reject(QStringLiteral("addr:country"), country, notInFrance());
        return;
    }
    if (!fillPoint(element, draft))
        return;
    draft.types(types);
    fillTags(*tags, draft);
    for (const QString &date :
         {textOf(*tags, "check_date"), textOf(*tags, "survey:date"), textOf(element, "timestamp"), baseDate})
        if (draft.atelier().asOf.isEmpty())
            draft.asOf(date);
}

} // namespace repere::exchange
