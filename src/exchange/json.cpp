#include "exchange/json.h"

#include "exchange/json_fields.h"
#include "exchange/json_text.h"

#include <QCoreApplication>
#include <QDate>

#include <algorithm>
#include <cmath>
#include <limits>

namespace repere::exchange {

namespace {

using Json = nlohmann::ordered_json;

/// Context of the translated sentences.
struct Sentences {
    Q_DECLARE_TR_FUNCTIONS(Exchange)
};

Json text(const QString &value)
{
    return value.isEmpty() ? Json(nullptr) : Json(toStdString(value));
}

template <typename Number> Json number(const std::optional<Number> &value)
{
    return value ? Json(*value) : Json(nullptr);
}

Json list(const QStringList &values)
{
    Json array = Json::array();
    for (const QString &value : values)
        array.push_back(toStdString(value));
    return array;
}

/// Depth of nesting beyond which text is not taken apart: the library writes recursively.
bool isDeep(const QString &json)
{
    int depth = 0;
    for (const QChar c : json) {
        depth += c == u'{' || c == u'[' ? 1 : c == u'}' || c == u']' ? -1 : 0;
        if (depth > 64)
            return true;
    }
    return false;
}

/// A source's values as an object where its text is exactly what will be written again; as text otherwise.
Json embedded(const QString &values)
{
    if (values.isEmpty())
        return nullptr;
    if (isDeep(values))
        return toStdString(values);
    const std::string written = toStdString(values);
    Json parsed = Json::parse(written, nullptr, false);
    return parsed.is_object() && parsed.dump() == written ? parsed : Json(written);
}

/// Reads members of one object and collects what is wrong with them.
class Fields
{
public:
    Fields(const Json &object, QString prefix, std::vector<FieldProblem> &problems)
        : m_object(object), m_prefix(std::move(prefix)), m_problems(problems)
    {
    }

    const Json *find(const char *key) const
    {
        const auto it = m_object.find(key);
        return it == m_object.end() || it->is_null() ? nullptr : &*it;
    }
    QString text(const char *key)
    {
        const Json *value = find(key);
        if (!value)
            return {};
        if (!value->is_string()) {
            complain(key, *value, Sentences::tr("a text was expected"));
            return {};
        }
        QString text = toQString(value->get_ref<const std::string &>());
        if (text.contains(QChar::Null))
            complain(key, *value, Sentences::tr("the text holds a NUL character"));
        return text;
    }
    std::optional<double> real(const char *key, double least, double greatest)
    {
        const Json *value = find(key);
        if (!value)
            return std::nullopt;
        if (!value->is_number()) {
            complain(key, *value, Sentences::tr("a number was expected"));
            return std::nullopt;
        }
        const double number = value->get<double>();
        if (!(number >= least && number <= greatest)) {
            complain(key, *value, Sentences::tr("the number is out of range"));
            return std::nullopt;
        }
        return number;
    }
    std::optional<int> integer(const char *key, int least, int greatest)
    {
        const std::optional<double> number = real(key, least, greatest);
        if (number && *number != std::floor(*number)) {
            complain(key, *find(key), Sentences::tr("a whole number was expected"));
            return std::nullopt;
        }
        return number ? std::optional(static_cast<int>(*number)) : std::nullopt;
    }
    bool flag(const char *key)
    {
        const Json *value = find(key);
        if (!value)
            return false;
        if (!value->is_boolean())
            complain(key, *value, Sentences::tr("true or false was expected"));
        return value->is_boolean() && value->get<bool>();
    }
    QStringList texts(const char *key)
    {
        QStringList result;
        const Json *value = find(key);
        if (!value)
            return result;
        const bool fits = value->is_array() && std::all_of(value->begin(), value->end(), [](const Json &element) {
                              return element.is_string();
                          });
        if (!fits) {
            complain(key, *value, Sentences::tr("a list of texts was expected"));
            return result;
        }
        for (const Json &element : *value)
            result.append(toQString(element.get_ref<const std::string &>()));
        return result;
    }
    /// A text, or an object which becomes its text.
    QString textOrObject(const char *key)
    {
        const Json *value = find(key);
        return value && value->is_object() ? toQString(value->dump()) : text(key);
    }
    /// Calls `read` with each object of a list.
    template <typename Read> void objects(const char *key, Read read)
    {
        const Json *value = find(key);
        if (!value)
            return;
        if (!value->is_array()) {
            complain(key, *value, Sentences::tr("a list was expected"));
            return;
        }
        for (const Json &element : *value) {
            if (!element.is_object()) {
                complain(key, element, Sentences::tr("an object was expected in the list"));
                return;
            }
            Fields fields(element, m_prefix + QString::fromUtf8(key) + u'.', m_problems);
            read(fields);
        }
    }
    void complain(const char *key, const Json &value, const QString &cause)
    {
        m_problems.push_back({m_prefix + QString::fromUtf8(key),
                              shortened(toQString(value.dump(-1, ' ', false, Json::error_handler_t::replace))), cause});
    }

private:
    const Json &m_object;
    QString m_prefix;
    std::vector<FieldProblem> &m_problems;
};

void readPosition(Fields &fields, Atelier &atelier)
{
    const std::optional<double> latitude = fields.real("lat", -90, 90);
    const std::optional<double> longitude = fields.real("lon", -180, 180);
    if (latitude && longitude)
        atelier.point = GeoPoint{*latitude, *longitude};
    const char *lone = latitude ? "lat" : "lon";
    if (latitude.has_value() != longitude.has_value() && !fields.find(latitude ? "lon" : "lat"))
        fields.complain(lone, *fields.find(lone), Sentences::tr("the other coordinate is missing"));
    if (const Json *word = fields.find("position")) {
        const auto precision = precisionFromString(fields.text("position"));
        if (precision)
            atelier.precision = *precision;
        else if (word->is_string())
            fields.complain("position", *word, Sentences::tr("none, commune, approx or exact was expected"));
    } else if (atelier.point) {
        atelier.precision = PositionPrecision::Exact;
    }
    if (!atelier.point)
        atelier.precision = PositionPrecision::None;
}

} // namespace

QString shortened(const QString &value)
{
    constexpr qsizetype kLimit = 60;
    return value.size() <= kLimit ? value : value.first(kLimit) + u'…';
}

std::optional<QString> isoDate(const QString &text)
{
    const auto digits = [&](qsizetype from, qsizetype count) {
        return std::all_of(text.begin() + from, text.begin() + from + count,
                           [](QChar c) { return c >= u'0' && c <= u'9'; });
    };
    const auto valid = [](const QString &iso) {
        const auto number = [&iso](qsizetype from, qsizetype count) {
            return iso.size() < from + count ? 1 : QStringView(iso).sliced(from, count).toInt();
        };
        return QDate::isValid(number(0, 4), number(5, 2), number(8, 2)) ? std::optional(iso) : std::nullopt;
    };
    switch (text.size()) {
    case 4: return digits(0, 4) ? valid(text) : std::nullopt;
    case 7:
        if (digits(0, 4) && text[4] == u'-' && digits(5, 2))
            return valid(text);
        if (digits(0, 2) && text[2] == u'/' && digits(3, 4))
            return valid(text.sliced(3) + u'-' + text.first(2));
        return std::nullopt;
    case 10:
        if (digits(0, 4) && text[4] == u'-' && digits(5, 2) && text[7] == u'-' && digits(8, 2))
            return valid(text);
        if (digits(0, 2) && text[2] == u'/' && digits(3, 2) && text[5] == u'/' && digits(6, 4))
            return valid(text.sliced(6) + u'-' + text.sliced(3, 2) + u'-' + text.first(2));
        return std::nullopt;
    default: return std::nullopt;
    }
}

bool isUid(const QString &text)
{
    return text.size() == 32 && std::all_of(text.begin(), text.end(), [](QChar c) {
               return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
           });
}

Json atelierToJson(const Atelier &atelier, std::optional<double> distanceMetres)
{
    Json json;
    json["id"] = atelier.id;
    json["uid"] = text(atelier.uid);
    json["name"] = text(atelier.name);
    json["types"] = list(atelier.types);
    json["status"] = text(atelier.status);
    json["address"] = text(atelier.address);
    json["postcode"] = text(atelier.postcode);
    json["city"] = text(atelier.city);
    json["insee"] = text(atelier.insee);
    json["departement"] = text(atelier.departement);
    json["region"] = text(atelier.region);
    json["lat"] = atelier.point ? Json(atelier.point->latitude) : Json(nullptr);
    json["lon"] = atelier.point ? Json(atelier.point->longitude) : Json(nullptr);
    json["position"] = toStdString(precisionToString(atelier.precision));
    json["position_source"] = text(atelier.positionSource);
    Json equipment = Json::array();
    for (const EquipmentItem &item : atelier.equipment) {
        equipment.push_back({{"id", text(item.id)},
                             {"raw", text(item.raw)},
                             {"model", text(item.model)},
                             {"count", number(item.count)},
                             {"conditions", text(item.conditions)},
                             {"guessed", item.guessed}});
    }
    json["equipment"] = std::move(equipment);
    json["website"] = text(atelier.website);
    json["email"] = text(atelier.email);
    json["phone"] = text(atelier.phone);
    json["opening_hours"] = text(atelier.openingHours);
    json["founded"] = number(atelier.founded);
    json["surface"] = number(atelier.surface);
    json["services"] = list(atelier.services);
    json["publics"] = list(atelier.publics);
    json["organisation"] = text(atelier.organisation);
    json["notes"] = text(atelier.notes);
    json["as_of"] = text(atelier.asOf);
    json["evidence"] = text(atelier.evidence);
    Json provenance = Json::array();
    for (const Provenance &record : atelier.provenance) {
        provenance.push_back({{"source", text(record.source)},
                              {"record_key", text(record.recordKey)},
                              {"url", text(record.url)},
                              {"licence", text(record.licence)},
                              {"as_of", text(record.asOf)},
                              {"values", embedded(record.values)}});
        if (!record.goneSince.isEmpty())
            provenance.back()["gone_since"] = text(record.goneSince);
    }
    json["provenance"] = std::move(provenance);
    json["distance_km"] = distanceMetres ? Json(std::round(*distanceMetres) / 1000) : Json(nullptr);
    return json;
}

FieldsRead readFields(const Json &object)
{
    FieldsRead result;
    Atelier &atelier = result.atelier;
    if (!object.is_object()) {
        result.problems.push_back({QString(), QString(), Sentences::tr("an object was expected")});
        return result;
    }
    Fields fields(object, {}, result.problems);
    if (const Json *id = fields.find("id")) {
        if (id->is_number_integer())
            atelier.id = id->get<std::int64_t>();
        else
            fields.complain("id", *id, Sentences::tr("a whole number was expected"));
    }
    atelier.uid = fields.text("uid");
    if (!atelier.uid.isEmpty() && !isUid(atelier.uid))
        fields.complain("uid", *fields.find("uid"), Sentences::tr("32 hexadecimal digits were expected"));
    atelier.name = fields.text("name");
    if (atelier.name.trimmed().isEmpty())
        result.problems.push_back({QStringLiteral("name"), QString(), Sentences::tr("the name is missing")});
    atelier.types = fields.texts("types");
    atelier.status = fields.text("status");
    atelier.address = fields.text("address");
    atelier.postcode = fields.text("postcode");
    atelier.city = fields.text("city");
    atelier.insee = fields.text("insee");
    atelier.departement = fields.text("departement");
    atelier.region = fields.text("region");
    readPosition(fields, atelier);
    atelier.positionSource = fields.text("position_source");
    fields.objects("equipment", [&](Fields &item) {
        atelier.equipment.push_back({item.text("id"), item.text("raw"), item.text("model"),
                                     item.integer("count", 0, std::numeric_limits<int>::max()), item.text("conditions"),
                                     item.flag("guessed")});
    });
    atelier.website = fields.text("website");
    atelier.email = fields.text("email");
    atelier.phone = fields.text("phone");
    atelier.openingHours = fields.text("opening_hours");
    atelier.founded = fields.integer("founded", 1, 9999);
    atelier.surface = fields.real("surface", 0, std::numeric_limits<double>::max());
    atelier.services = fields.texts("services");
    atelier.publics = fields.texts("publics");
    atelier.organisation = fields.text("organisation");
    atelier.notes = fields.text("notes");
    atelier.asOf = fields.text("as_of");
    if (const auto date = isoDate(atelier.asOf))
        atelier.asOf = *date;
    else if (!atelier.asOf.isEmpty())
        fields.complain("as_of", *fields.find("as_of"), Sentences::tr("this is no year and no date"));
    atelier.evidence = fields.text("evidence");
    fields.objects("provenance", [&](Fields &record) {
        atelier.provenance.push_back({record.text("source"), record.text("record_key"), record.text("url"),
                                      record.text("licence"), record.text("as_of"), record.textOrObject("values"),
                                      record.text("gone_since")});
    });
    return result;
}

Result<Atelier> atelierFromJson(const Json &object)
{
    FieldsRead read = readFields(object);
    if (read.problems.empty())
        return std::move(read.atelier);
    const FieldProblem &problem = read.problems.front();
    return failure(ErrorCode::Unreadable,
                   Sentences::tr("%1, value %2: %3").arg(problem.key, problem.value, problem.cause));
}

} // namespace repere::exchange
