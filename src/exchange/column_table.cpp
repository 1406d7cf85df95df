#include "exchange/column_table.h"

#include "core/atelier_json.h"
#include "core/field_value.h"
#include "core/text.h"

#include <QCoreApplication>
#include <QHash>
#include <QLocale>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace repere::exchange {

namespace {

using enum ColumnId;
using enum ColumnKind;

constexpr std::array<ColumnSpec, kColumnCount> kSpecs = {{
    {Id, "id", "Numéro", "Number", Integer},
    {Uid, "uid", "Identifiant", "Identifier", Text},
    {Name, "name", "Nom", "Name", Text},
    {Types, "types", "Types", "Types", Text},
    {Status, "status", "Statut", "Status", Text},
    {Address, "address", "Adresse", "Address", Text},
    {Postcode, "postcode", "Code postal", "Postcode", Text},
    {City, "city", "Commune", "City", Text},
    {Insee, "insee", "Code INSEE", "INSEE code", Text},
    {Departement, "departement", "Département", "Département", Text},
    {Region, "region", "Région", "Region", Text},
    {Latitude, "lat", "Latitude", "Latitude", Real},
    {Longitude, "lon", "Longitude", "Longitude", Real},
    {Position, "position", "Précision de la position", "Position precision", Text},
    {PositionSource, "position_source", "Position selon la source", "Position in the source's words", Text},
    {Distance, "distance_km", "Distance (km)", "Distance (km)", Real},
    {Equipment, "equipment", "Équipements", "Equipment", Text},
    {EquipmentRaw, "equipment_raw", "Équipements selon la source", "Equipment in the source's words", Text},
    {Services, "services", "Services", "Services", Text},
    {Publics, "publics", "Publics", "Publics", Text},
    {Website, "website", "Site web", "Website", Text},
    {Email, "email", "Courriel", "E-mail", Text},
    {Phone, "phone", "Téléphone", "Phone", Text},
    {OpeningHours, "opening_hours", "Horaires", "Opening hours", Text},
    {Founded, "founded", "Année de création", "Founded", Integer},
    {Surface, "surface", "Surface (m²)", "Surface (m²)", Real},
    {Organisation, "organisation", "Organisation", "Organisation", Text},
    {Notes, "notes", "Notes", "Notes", Text},
    {AsOf, "as_of", "À jour au", "As of", Text},
    {Evidence, "evidence", "Niveau de preuve", "Evidence", Text},
    {Sources, "sources", "Sources", "Sources", Text},
    {EquipmentDetails, "equipment_details", "Détail des équipements", "Equipment details", Text},
    {Provenance, "provenance", "Provenance", "Provenance", Text},
    {Personal, "personal", "Données personnelles", "Personal data", Text},
}};

constexpr bool specsAreInOrder()
{
    for (std::size_t i = 0; i < kSpecs.size(); ++i) {
        if (kSpecs[i].id != static_cast<ColumnId>(i))
            return false;
    }
    return true;
}
static_assert(specsAreInOrder());

QString labelled(const Vocabulary *vocabulary, const QString &id, const CellStyle &style)
{
    return style.labels && vocabulary ? vocabulary->label(id, style.french) : id;
}

QString labelled(const Vocabulary *vocabulary, const QStringList &ids, const CellStyle &style)
{
    QStringList words;
    words.reserve(ids.size());
    for (const QString &id : ids)
        words.append(labelled(vocabulary, id, style));
    return words.join(u'|');
}

QString named(const std::function<QString(const QString &)> &name, const QString &code, const CellStyle &style)
{
    if (!style.labels || code.isEmpty() || !name)
        return code;
    const QString words = name(code);
    return words.isEmpty() ? code : words;
}

QString numberText(std::optional<double> value, const CellStyle &style)
{
    if (!value || !std::isfinite(*value))
        return {};
    QString text;
    constexpr double kLongest = 1e15; // beyond it the two below write other digits
    if (std::array<char, 64> digits; std::abs(*value) < kLongest) {
        const auto [end, problem] =
            std::to_chars(digits.data(), digits.data() + digits.size(), *value, std::chars_format::fixed);
        if (problem == std::errc())
            text = QString::fromLatin1(digits.data(), end - digits.data());
    }
    if (text.isEmpty())
        text = QString::number(*value, 'f', QLocale::FloatingPointShortest);
    if (style.decimalComma)
        text.replace(u'.', u',');
    return text;
}

QString dateText(const QString &iso, const CellStyle &style)
{
    if (!style.frenchDates || iso.size() != 10 || iso[4] != u'-' || iso[7] != u'-')
        return iso;
    return iso.sliced(8, 2) + u'/' + iso.sliced(5, 2) + u'/' + iso.first(4);
}

QString rawEquipment(const Atelier &atelier, const Vocabulary *vocabulary, const CellStyle &style)
{
    QStringList words;
    for (const EquipmentItem &item : atelier.equipment)
        words.append(item.raw.isEmpty() ? labelled(vocabulary, item.id, style) : item.raw);
    return words.join(u'|');
}

QString sourceNames(const Atelier &atelier, const CellStyle &style)
{
    QStringList words;
    for (const repere::Provenance &record : atelier.provenance) {
        if (record.source == kByHand)
            words.append(style.french || !style.labels ? kByHandFrench : kByHandEnglish); // names of sources are French
        else
            words.append(record.source.isEmpty() ? record.url : record.source);
    }
    return words.join(u'|');
}

} // namespace

std::span<const ColumnSpec> columnSpecs()
{
    return kSpecs;
}

const ColumnSpec &specOf(ColumnId id)
{
    return kSpecs[static_cast<std::size_t>(id)];
}

std::optional<ColumnId> columnNamed(const QString &key)
{
    static const QHash<QString, ColumnId> byKey = [] {
        QHash<QString, ColumnId> index;
        for (const ColumnSpec &spec : kSpecs)
            index.insert(QString::fromUtf8(spec.key), spec.id);
        return index;
    }();
    const auto it = byKey.constFind(key);
    return it == byKey.cend() ? std::nullopt : std::optional(*it);
}

std::optional<ColumnId> columnOfHeading(const QString &heading)
{
    static const QHash<QString, ColumnId> byWords = [] {
        QHash<QString, ColumnId> index;
        for (const ColumnSpec &spec : kSpecs) {
            for (const char *words : {spec.key, spec.french, spec.english})
                index.insert(fold(QString::fromUtf8(words)), spec.id);
        }
        return index;
    }();
    const auto it = byWords.constFind(fold(heading));
    return it == byWords.cend() ? std::nullopt : std::optional(*it);
}

CellStyle styleOf(const ExportOptions &options)
{
    if (options.profile == CsvProfile::OpenData)
        return {.labels = false, .french = false, .decimalComma = false, .frenchDates = false};
    return {.labels = true, .french = options.french, .decimalComma = true, .frenchDates = true};
}

QString precisionText(PositionPrecision precision, const CellStyle &style)
{
    if (!style.labels)
        return precisionToString(precision);
    switch (precision) {
    case PositionPrecision::None: return style.french ? QStringLiteral("aucune") : QStringLiteral("none");
    case PositionPrecision::Commune: return QStringLiteral("commune");
    case PositionPrecision::Approximate:
        return style.french ? QStringLiteral("approximative") : QStringLiteral("approximate");
    case PositionPrecision::Exact: return style.french ? QStringLiteral("exacte") : QStringLiteral("exact");
    }
    return {};
}

std::optional<double> cellNumber(ColumnId column, const ExportedAtelier &line)
{
    const Atelier &atelier = line.atelier;
    switch (column) {
    case Id: return static_cast<double>(atelier.id);
    case Latitude: return atelier.point ? std::optional(atelier.point->latitude) : std::nullopt;
    case Longitude: return atelier.point ? std::optional(atelier.point->longitude) : std::nullopt;
    case Distance:
        // Metres are the last digit that means something.
        return line.distanceMetres ? std::optional(std::round(*line.distanceMetres) / 1000) : std::nullopt;
    case Founded: return atelier.founded ? std::optional<double>(*atelier.founded) : std::nullopt;
    case Surface: return atelier.surface;
    default: return std::nullopt;
    }
}

QString cellText(ColumnId column, const ExportedAtelier &line, const CellStyle &style, const LabelSource &labels)
{
    const Atelier &atelier = line.atelier;
    const Vocabularies *words = labels.vocabularies;
    switch (column) {
    case Id: return QString::number(atelier.id);
    case Uid: return atelier.uid;
    case Name: return atelier.name;
    case Types: return labelled(words ? &words->types : nullptr, atelier.types, style);
    case Status: return labelled(words ? &words->statuses : nullptr, atelier.status, style);
    case Address: return atelier.address;
    case Postcode: return atelier.postcode;
    case City: return atelier.city;
    case Insee: return atelier.insee;
    case Departement: return named(labels.departementName, atelier.departement, style);
    case Region: return named(labels.regionName, atelier.region, style);
    case Latitude:
    case Longitude:
    case Distance:
    case Founded:
    case Surface: return numberText(cellNumber(column, line), style);
    case Position: return precisionText(atelier.precision, style);
    case PositionSource: return atelier.positionSource;
    case Equipment: return labelled(words ? &words->equipment : nullptr, atelier.equipmentIds(), style);
    case EquipmentRaw: return rawEquipment(atelier, words ? &words->equipment : nullptr, style);
    case Services: return labelled(words ? &words->services : nullptr, atelier.services, style);
    case Publics: return labelled(words ? &words->publics : nullptr, atelier.publics, style);
    case Website: return atelier.website;
    case Email: return atelier.email;
    case Phone: return atelier.phone;
    case OpeningHours: return atelier.openingHours;
    case Organisation: return atelier.organisation;
    case Notes: return atelier.notes;
    case AsOf: return dateText(atelier.asOf, style);
    case Evidence: return atelier.evidence;
    case Sources: return sourceNames(atelier, style);
    case EquipmentDetails: return atelier.equipment.empty() ? QString() : equipmentToJson(atelier.equipment);
    case ColumnId::Provenance: return atelier.provenance.empty() ? QString() : provenanceToJson(atelier.provenance);
    case Personal: return atelier.personal.empty() ? QString() : personalToJson(atelier.personal);
    }
    return {};
}

QString headingOf(ColumnId column, const CellStyle &style)
{
    const ColumnSpec &spec = specOf(column);
    return QString::fromUtf8(!style.labels ? spec.key : style.french ? spec.french : spec.english);
}

Result<std::vector<ColumnId>> chosenColumns(const ExportOptions &options)
{
    std::vector<ColumnId> chosen;
    for (const QString &key : options.columns) {
        const std::optional<ColumnId> column = columnNamed(key);
        if (column == Personal && !options.personal) {
            return failure(ErrorCode::Usage,
                           QCoreApplication::translate("Exchange", "Personal data are only written when they are asked "
                                                                   "for expressly. Nothing was written."));
        }
        if (!column) {
            return failure(
                ErrorCode::Usage,
                QCoreApplication::translate("Exchange", "There is no column \"%1\". Nothing was written.").arg(key));
        }
        chosen.push_back(*column);
    }
    if (chosen.empty()) {
        for (const ColumnSpec &spec : kSpecs) {
            if (spec.id != Personal)
                chosen.push_back(spec.id);
        }
    }
    if (options.personal && std::ranges::find(chosen, Personal) == chosen.end())
        chosen.push_back(Personal);
    return chosen;
}

const std::vector<Column> &columns()
{
    static const std::vector<Column> all = [] {
        std::vector<Column> list;
        for (const ColumnSpec &spec : kSpecs) {
            if (spec.id == Personal)
                continue;
            list.push_back(
                {QString::fromUtf8(spec.key), {QString::fromUtf8(spec.french), QString::fromUtf8(spec.english)}});
        }
        return list;
    }();
    return all;
}

QString columnText(const QString &key, const ExportedAtelier &line, const ExportOptions &options,
                   const LabelSource &labels)
{
    const std::optional<ColumnId> column = columnNamed(key);
    return column && (*column != Personal || options.personal) ? cellText(*column, line, styleOf(options), labels)
                                                               : QString();
}

} // namespace repere::exchange
