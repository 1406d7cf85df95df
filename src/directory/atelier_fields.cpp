#include "directory/atelier_fields.h"

#include "core/atelier_json.h"

#include <QLocale>

#include <algorithm>

namespace repere::directory {

namespace {

struct Field {
    bool (*same)(const Atelier &, const Atelier &);
    void (*copy)(Atelier &, const Atelier &);
    QString (*text)(const Atelier &);
    bool (*setText)(Atelier &, const QString &);
};

QString textOf(const QString &value)
{
    return value;
}

QString textOf(const QStringList &values)
{
    return values.join(u'|');
}

QString textOf(std::optional<int> value)
{
    return value ? QString::number(*value) : QString();
}

QString textOf(std::optional<double> value)
{
    return value ? QString::number(*value, 'g', QLocale::FloatingPointShortest) : QString();
}

QString textOf(const std::vector<EquipmentItem> &items)
{
    return items.empty() ? QString() : equipmentToJson(items);
}

bool readText(QString &value, const QString &text)
{
    value = text;
    return true;
}

bool readText(QStringList &values, const QString &text)
{
    values = text.split(u'|', Qt::SkipEmptyParts);
    return true;
}

bool readText(std::optional<int> &value, const QString &text)
{
    bool ok = true;
    const int number = text.isEmpty() ? 0 : text.toInt(&ok);
    if (ok)
        value = text.isEmpty() ? std::nullopt : std::optional(number);
    return ok;
}

bool readText(std::optional<double> &value, const QString &text)
{
    bool ok = true;
    const double number = text.isEmpty() ? 0 : text.toDouble(&ok);
    if (ok)
        value = text.isEmpty() ? std::nullopt : std::optional(number);
    return ok;
}

bool readText(std::vector<EquipmentItem> &items, const QString &text)
{
    auto read = equipmentFromJson(text);
    if (read)
        items = std::move(*read);
    return read.has_value();
}

bool readPosition(Atelier &atelier, const QString &text)
{
    if (text.isEmpty()) {
        atelier.point.reset();
        atelier.precision = PositionPrecision::None;
        atelier.positionSource.clear();
        return true;
    }
    const QStringList parts = text.split(u'|');
    if (parts.size() < 4)
        return false;
    bool latitudeOk = false;
    bool longitudeOk = false;
    const GeoPoint point{.latitude = parts[0].toDouble(&latitudeOk), .longitude = parts[1].toDouble(&longitudeOk)};
    const auto precision = precisionFromString(parts[2]);
    if (!latitudeOk || !longitudeOk || !point.isValid() || !precision)
        return false;
    atelier.point = point;
    atelier.precision = *precision;
    atelier.positionSource = parts.sliced(3).join(u'|');
    return true;
}

QString positionText(const Atelier &atelier)
{
    if (!atelier.point)
        return {};
    return QStringList{textOf(std::optional(atelier.point->latitude)), textOf(std::optional(atelier.point->longitude)),
                       precisionToString(atelier.precision), atelier.positionSource}
        .join(u'|');
}

template <auto Member> constexpr Field fieldOf()
{
    return {[](const Atelier &a, const Atelier &b) { return a.*Member == b.*Member; },
            [](Atelier &to, const Atelier &from) { to.*Member = from.*Member; },
            [](const Atelier &a) { return textOf(a.*Member); },
            [](Atelier &a, const QString &text) { return readText(a.*Member, text); }};
}

constexpr Field kPosition = {[](const Atelier &a, const Atelier &b) {
                                 return a.point == b.point && a.precision == b.precision
                                        && a.positionSource == b.positionSource;
                             },
                             [](Atelier &to, const Atelier &from) {
                                 to.point = from.point;
                                 to.precision = from.precision;
                                 to.positionSource = from.positionSource;
                             },
                             positionText, readPosition};

const std::vector<std::pair<QString, Field>> &table()
{
    static const std::vector<std::pair<QString, Field>> fields = {
        {QStringLiteral("name"), fieldOf<&Atelier::name>()},
        {QStringLiteral("types"), fieldOf<&Atelier::types>()},
        {QStringLiteral("status"), fieldOf<&Atelier::status>()},
        {QStringLiteral("address"), fieldOf<&Atelier::address>()},
        {QStringLiteral("postcode"), fieldOf<&Atelier::postcode>()},
        {QStringLiteral("city"), fieldOf<&Atelier::city>()},
        {QStringLiteral("insee"), fieldOf<&Atelier::insee>()},
        {QStringLiteral("departement"), fieldOf<&Atelier::departement>()},
        {QStringLiteral("region"), fieldOf<&Atelier::region>()},
        {QStringLiteral("position"), kPosition},
        {QStringLiteral("equipment"), fieldOf<&Atelier::equipment>()},
        {QStringLiteral("services"), fieldOf<&Atelier::services>()},
        {QStringLiteral("publics"), fieldOf<&Atelier::publics>()},
        {QStringLiteral("website"), fieldOf<&Atelier::website>()},
        {QStringLiteral("email"), fieldOf<&Atelier::email>()},
        {QStringLiteral("phone"), fieldOf<&Atelier::phone>()},
        {QStringLiteral("opening_hours"), fieldOf<&Atelier::openingHours>()},
        {QStringLiteral("founded"), fieldOf<&Atelier::founded>()},
        {QStringLiteral("surface"), fieldOf<&Atelier::surface>()},
        {QStringLiteral("organisation"), fieldOf<&Atelier::organisation>()},
        {QStringLiteral("notes"), fieldOf<&Atelier::notes>()},
        {QStringLiteral("as_of"), fieldOf<&Atelier::asOf>()},
        {QStringLiteral("evidence"), fieldOf<&Atelier::evidence>()},
    };
    return fields;
}

const Field *find(const QString &key)
{
    const auto found =
        std::find_if(table().begin(), table().end(), [&key](const auto &row) { return row.first == key; });
    return found == table().end() ? nullptr : &found->second;
}

} // namespace

const QStringList &mergedFields()
{
    static const QStringList keys = [] {
        QStringList list;
        for (const auto &[key, field] : table())
            list.append(key);
        return list;
    }();
    return keys;
}

QString mergedFieldOf(const QString &columnKey)
{
    if (columnKey == u"lat" || columnKey == u"lon" || columnKey == u"position_source")
        return QStringLiteral("position");
    if (columnKey == u"equipment_raw" || columnKey == u"equipment_details")
        return QStringLiteral("equipment");
    return find(columnKey) ? columnKey : QString();
}

bool sameField(const Atelier &a, const Atelier &b, const QString &field)
{
    return find(field)->same(a, b);
}

void copyField(Atelier &to, const Atelier &from, const QString &field)
{
    find(field)->copy(to, from);
}

QString fieldText(const Atelier &atelier, const QString &field)
{
    return find(field)->text(atelier);
}

bool setFieldText(Atelier &atelier, const QString &field, const QString &text)
{
    return find(field)->setText(atelier, text);
}

void mergeProvenance(Atelier &to, const std::vector<Provenance> &incoming)
{
    for (const Provenance &record : incoming) {
        const auto same = std::find_if(to.provenance.begin(), to.provenance.end(), [&record](const Provenance &known) {
            return known.source == record.source && known.recordKey == record.recordKey && known.url == record.url;
        });
        if (same == to.provenance.end())
            to.provenance.push_back(record);
        else
            *same = record;
    }
}

} // namespace repere::directory
