#include "store/atelier_table.h"

#include "core/atelier_json.h"

#include <SQLiteCpp/Database.h>

#include <QCoreApplication>
#include <QStringConverter>
#include <QtEndian>

#include <algorithm>
#include <cstring>

namespace repere::store {

namespace {

// What both readings need, then what only details need. The order is that of Read below.
#define REPERE_COLUMNS                                                                                         \
    "id, uid, name, types, status, address, postcode, city, insee, departement, region, lat, lon, precision, " \
    "services, publics, as_of, website, email, phone, opening_hours, founded, surface, organisation, "         \
    "position_source, evidence"
constexpr char kSelectQuick[] = "SELECT " REPERE_COLUMNS ", equipment_ids FROM atelier ORDER BY id";
constexpr char kSelectFull[] = "SELECT " REPERE_COLUMNS ", equipment, notes, personal FROM atelier ORDER BY id";
constexpr char kSelectRangeQuick[] =
    "SELECT " REPERE_COLUMNS ", equipment_ids FROM atelier WHERE id BETWEEN ? AND ? ORDER BY id";
constexpr char kSelectRangeFull[] =
    "SELECT " REPERE_COLUMNS ", equipment, notes, personal FROM atelier WHERE id BETWEEN ? AND ? ORDER BY id";
constexpr char kSelectOneQuick[] = "SELECT " REPERE_COLUMNS ", equipment_ids FROM atelier WHERE id = ?";
constexpr char kSelectOneFull[] = "SELECT " REPERE_COLUMNS ", equipment, notes, personal FROM atelier WHERE id = ?";
#undef REPERE_COLUMNS
#define REPERE_PROVENANCE "SELECT source, record_key, url, licence, as_of, source_values, gone_since"
constexpr char kSelectProvenance[] = REPERE_PROVENANCE " FROM provenance WHERE atelier_id = ? ORDER BY id";
constexpr char kSelectRangeProvenance[] =
    REPERE_PROVENANCE ", atelier_id FROM provenance WHERE atelier_id BETWEEN ? AND ? ORDER BY atelier_id, id";
#undef REPERE_PROVENANCE

namespace Read {
enum Column {
    Id,
    Uid,
    Name,
    Types,
    Status,
    Address,
    Postcode,
    City,
    Insee,
    Departement,
    Region,
    Lat,
    Lon,
    Precision,
    Services,
    Publics,
    AsOf,
    Website,
    Email,
    Phone,
    OpeningHours,
    Founded,
    Surface,
    Organisation,
    PositionSource,
    Evidence,
    Equipment,
    Notes,
    Personal,
};
}

// Parameters by number, so that insert and update bind alike.
constexpr char kInsert[] =
    "INSERT INTO atelier(id, uid, name, types, status, address, postcode, city, insee, departement, region, lat, lon,"
    " precision, equipment_ids, services, publics, as_of, website, email, phone, opening_hours, founded, surface,"
    " organisation, geom, equipment, notes, folded_name, folded_place, folded_equipment, folded_other,"
    " position_source, evidence, personal)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22,"
    " ?23, ?24, ?25, ?26, ?27, ?28, ?29, ?30, ?31, ?32, ?33, ?34, ?35)";
constexpr char kUpdate[] =
    "UPDATE atelier SET uid = ?2, name = ?3, types = ?4, status = ?5, address = ?6, postcode = ?7, city = ?8,"
    " insee = ?9, departement = ?10, region = ?11, lat = ?12, lon = ?13, precision = ?14, equipment_ids = ?15,"
    " services = ?16, publics = ?17, as_of = ?18, website = ?19, email = ?20, phone = ?21, opening_hours = ?22,"
    " founded = ?23, surface = ?24, organisation = ?25, geom = ?26, equipment = ?27, notes = ?28, folded_name = ?29,"
    " folded_place = ?30, folded_equipment = ?31, folded_other = ?32, position_source = ?33, evidence = ?34,"
    " personal = ?35"
    " WHERE id = ?1";

enum Parameter { EquipmentJson = 27, FoldedName = 29, FoldedPlace, FoldedEquipment, FoldedOther };

/// GeoPackage geometry: header "GP", version 0, flags little endian without envelope, SRS; then a WKB point, x first.
QByteArray geometryBlob(GeoPoint point)
{
    static constexpr char kHeader[] = {'G', 'P', 0, 1, '\xE6', 0x10, 0, 0, 1, 1, 0, 0, 0}; // SRS 4326 = 0x10E6
    QByteArray blob(sizeof kHeader + 2 * sizeof(double), Qt::Uninitialized);
    std::memcpy(blob.data(), kHeader, sizeof kHeader);
    qToLittleEndian(point.longitude, blob.data() + sizeof kHeader);
    qToLittleEndian(point.latitude, blob.data() + sizeof kHeader + sizeof(double));
    return blob;
}

} // namespace

PositionPrecision precisionOf(QByteArrayView word)
{
    switch (word.isEmpty() ? 'n' : word.front()) {
    case 'c': return PositionPrecision::Commune;
    case 'a': return PositionPrecision::Approximate;
    case 'e': return PositionPrecision::Exact;
    default: return PositionPrecision::None;
    }
}

AtelierReader::AtelierReader(const SQLite::Database &database, bool details)
    : m_database(database), m_details(details), m_one(database, details ? kSelectOneFull : kSelectOneQuick),
      m_provenance(database, kSelectProvenance)
{
}

Result<Atelier> AtelierReader::current(const Query &row)
{
    Atelier atelier;
    atelier.id = row.integer(Read::Id);
    atelier.uid = row.text(Read::Uid);
    atelier.name = row.text(Read::Name);
    atelier.types = m_texts.ids(row.bytes(Read::Types));
    atelier.status = m_texts.text(row.bytes(Read::Status));
    atelier.address = row.text(Read::Address);
    atelier.postcode = row.text(Read::Postcode);
    atelier.city = row.text(Read::City);
    atelier.insee = row.text(Read::Insee);
    atelier.departement = m_texts.text(row.bytes(Read::Departement));
    atelier.region = m_texts.text(row.bytes(Read::Region));
    if (!row.isNull(Read::Lat))
        atelier.point = GeoPoint{.latitude = row.real(Read::Lat), .longitude = row.real(Read::Lon)};
    atelier.precision = precisionOf(row.bytes(Read::Precision));
    atelier.services = m_texts.ids(row.bytes(Read::Services));
    atelier.publics = m_texts.ids(row.bytes(Read::Publics));
    atelier.asOf = m_texts.text(row.bytes(Read::AsOf));
    atelier.website = row.text(Read::Website);
    atelier.email = row.text(Read::Email);
    atelier.phone = row.text(Read::Phone);
    atelier.openingHours = row.text(Read::OpeningHours);
    if (!row.isNull(Read::Founded))
        atelier.founded = static_cast<int>(row.integer(Read::Founded));
    if (!row.isNull(Read::Surface))
        atelier.surface = row.real(Read::Surface);
    atelier.organisation = row.text(Read::Organisation);
    atelier.positionSource = m_texts.text(row.bytes(Read::PositionSource));
    atelier.evidence = m_texts.text(row.bytes(Read::Evidence));
    if (!m_details) {
        m_texts.forEachId(row.bytes(Read::Equipment),
                          [&atelier](const QString &id) { atelier.equipment.emplace_back().id = id; });
        return atelier;
    }
    atelier.notes = row.text(Read::Notes);
    if (!row.isNull(Read::Equipment)) {
        auto equipment = equipmentFromJson(row.text(Read::Equipment));
        if (!equipment)
            return failure(ErrorCode::Unreadable,
                           QCoreApplication::translate("Store", "Atelier %1: its equipment cannot be read (%2).")
                               .arg(atelier.id)
                               .arg(equipment.error().message));
        atelier.equipment = std::move(*equipment);
    }
    if (!row.isNull(Read::Personal)) {
        auto personal = personalFromJson(row.text(Read::Personal));
        if (!personal)
            return failure(ErrorCode::Unreadable,
                           QCoreApplication::translate("Store", "Atelier %1: its personal data cannot be read (%2).")
                               .arg(atelier.id)
                               .arg(personal.error().message));
        atelier.personal = std::move(*personal);
    }
    return atelier;
}

Provenance AtelierReader::provenanceOf(const Query &row)
{
    return {.source = m_texts.text(row.bytes(0)),
            .recordKey = row.text(1),
            .url = row.text(2),
            .licence = m_texts.text(row.bytes(3)),
            .asOf = m_texts.text(row.bytes(4)),
            .values = row.text(5),
            .goneSince = m_texts.text(row.bytes(6))};
}

void AtelierReader::readProvenance(Atelier &atelier)
{
    m_provenance.bind(1, atelier.id);
    while (m_provenance.next())
        atelier.provenance.push_back(provenanceOf(m_provenance));
}

Result<std::optional<Atelier>> AtelierReader::read(AtelierId id)
{
    m_one.reset();
    m_one.bind(1, id);
    if (!m_one.next())
        return std::nullopt;
    auto atelier = current(m_one);
    m_one.reset();
    if (!atelier)
        return std::unexpected(atelier.error());
    if (m_details)
        readProvenance(*atelier);
    return std::move(*atelier);
}

Result<void> AtelierReader::forEach(const std::function<bool(const Atelier &)> &visit)
{
    Query rows(m_database, m_details ? kSelectFull : kSelectQuick);
    while (rows.next()) {
        auto atelier = current(rows);
        if (!atelier)
            return std::unexpected(atelier.error());
        if (m_details)
            readProvenance(*atelier);
        if (!visit(*atelier))
            break;
    }
    return {};
}

Result<void> AtelierReader::forEach(IdRange range, const std::function<void(Atelier &&)> &visit)
{
    Query rows(m_database, m_details ? kSelectRangeFull : kSelectRangeQuick);
    rows.bind(1, range.first).bind(2, range.last);
    // Both are in the order of the ids: one reading of each, instead of a question for every atelier.
    Query records(m_database, kSelectRangeProvenance);
    records.bind(1, range.first).bind(2, range.last);
    constexpr int kAtelierId = 7;
    bool more = m_details && records.next();
    while (rows.next()) {
        auto atelier = current(rows);
        if (!atelier)
            return std::unexpected(atelier.error());
        for (; more && records.integer(kAtelierId) <= atelier->id; more = records.next()) {
            if (records.integer(kAtelierId) == atelier->id)
                atelier->provenance.push_back(provenanceOf(records));
        }
        visit(std::move(*atelier));
    }
    return {};
}

AtelierWriter::AtelierWriter(const SQLite::Database &database, const Compounds &compounds, bool many)
    : m_compounds(compounds), m_insert(database, kInsert), m_update(database, kUpdate),
      m_remove(database, "DELETE FROM atelier WHERE id = ?"),
      m_insertProvenance(database, "INSERT INTO provenance(atelier_id, source, record_key, url, licence, as_of,"
                                   " source_values, gone_since) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"),
      m_updateProvenance(database, "UPDATE provenance SET source = ?2, record_key = ?3, url = ?4, licence = ?5,"
                                   " as_of = ?6, source_values = ?7, gone_since = ?8 WHERE id = ?1"),
      m_removeProvenance(database, "DELETE FROM provenance WHERE id = ?"),
      m_provenanceIds(database, "SELECT id FROM provenance WHERE atelier_id = ? ORDER BY id"),
      m_repeated(compounds, many)
{
}

void AtelierWriter::bindText(Query &query, int parameter, QStringView text)
{
    // The buffers keep their room from row to row.
    QByteArray &utf8 = m_utf8[static_cast<std::size_t>(parameter)];
    if (text.isEmpty()) {
        utf8.truncate(0);
        query.bindNull(parameter);
        return;
    }
    char16_t all = 0;
    for (const QChar unit : text)
        all |= unit.unicode();
    if (all < 0x80) {
        utf8.resizeForOverwrite(text.size());
        std::ranges::transform(text, utf8.data(), [](QChar unit) { return static_cast<char>(unit.unicode()); });
        query.bindText(parameter, utf8);
        return;
    }
    QStringEncoder encoder(QStringConverter::Utf8, QStringConverter::Flag::Stateless);
    utf8.resizeForOverwrite(encoder.requiredSpace(text.size()));
    utf8.truncate(encoder.appendToBuffer(utf8.data(), text) - utf8.constData());
    query.bindText(parameter, utf8);
}

void AtelierWriter::bindIds(Query &query, int parameter, const QStringList &ids)
{
    m_text.truncate(0);
    for (const QString &id : ids) {
        if (!id.isEmpty())
            (m_text += u'|') += id;
    }
    if (!m_text.isEmpty())
        m_text += u'|';
    bindText(query, parameter, m_text);
}

/// Each text by itself: no compound across two of them.
void AtelierWriter::appendWords(const QString &text)
{
    if (text.isEmpty())
        return;
    const QStringList tokens = m_compounds.tokens(fold(text));
    for (const QString &token : tokens) {
        if (!m_text.isEmpty())
            m_text += u' ';
        m_text += token;
    }
}

void AtelierWriter::appendRepeatedWords(QByteArray &utf8, const QString &text)
{
    if (text.isEmpty())
        return;
    const QByteArray &words = m_repeated.words(text);
    if (words.isEmpty())
        return;
    if (!utf8.isEmpty())
        utf8 += ' ';
    utf8 += words;
}

void AtelierWriter::bindEquipment(Query &query, const std::vector<EquipmentItem> &items)
{
    QByteArray &json = m_utf8[EquipmentJson];
    QByteArray &words = m_utf8[FoldedEquipment];
    json.truncate(0);
    words.truncate(0);
    for (const EquipmentItem &item : items) {
        json += json.isEmpty() ? '[' : ',';
        json += m_repeated.json(item);
        for (const QString *text : {&item.raw, &item.model})
            appendRepeatedWords(words, *text);
    }
    if (!json.isEmpty())
        json += ']';
    query.bindText(EquipmentJson, json);
    query.bindText(FoldedEquipment, words);
}

void AtelierWriter::bind(Query &query, const Atelier &atelier)
{
    const auto number = [&query](int parameter, const auto &value) {
        value ? query.bind(parameter, *value) : query.bindNull(parameter);
    };
    query.bind(1, atelier.id);
    bindText(query, 2, atelier.uid);
    bindText(query, 3, atelier.name);
    bindIds(query, 4, atelier.types);
    bindText(query, 5, atelier.status);
    bindText(query, 6, atelier.address);
    bindText(query, 7, atelier.postcode);
    bindText(query, 8, atelier.city);
    bindText(query, 9, atelier.insee);
    bindText(query, 10, atelier.departement);
    bindText(query, 11, atelier.region);
    if (atelier.point) {
        query.bind(12, atelier.point->latitude);
        query.bind(13, atelier.point->longitude);
        m_utf8[26] = geometryBlob(*atelier.point);
        query.bindBlob(26, m_utf8[26]);
    } else {
        query.bindNull(12).bindNull(13).bindNull(26);
    }
    bindText(query, 14, precisionToString(atelier.precision));
    bindIds(query, 15, atelier.equipmentIds());
    bindIds(query, 16, atelier.services);
    bindIds(query, 17, atelier.publics);
    bindText(query, 18, atelier.asOf);
    bindText(query, 19, atelier.website);
    bindText(query, 20, atelier.email);
    bindText(query, 21, atelier.phone);
    bindText(query, 22, atelier.openingHours);
    number(23, atelier.founded);
    number(24, atelier.surface);
    bindText(query, 25, atelier.organisation);
    bindEquipment(query, atelier.equipment);
    bindText(query, 28, atelier.notes);
    m_text.truncate(0);
    appendWords(atelier.name);
    bindText(query, FoldedName, m_text);
    QByteArray &place = m_utf8[FoldedPlace];
    place.truncate(0);
    appendRepeatedWords(place, atelier.city);
    appendRepeatedWords(place, atelier.postcode);
    query.bindText(FoldedPlace, place);
    m_text.truncate(0);
    appendWords(atelier.organisation);
    appendWords(atelier.notes);
    bindText(query, FoldedOther, m_text);
    bindText(query, 33, atelier.positionSource);
    bindText(query, 34, atelier.evidence);
    bindText(query, 35, atelier.personal.empty() ? QString() : personalToJson(atelier.personal));
}

void AtelierWriter::bindProvenance(Query &query, const Provenance &record)
{
    bindText(query, 2, record.source);
    bindText(query, 3, record.recordKey);
    bindText(query, 4, record.url);
    bindText(query, 5, record.licence);
    bindText(query, 6, record.asOf);
    bindText(query, 7, record.values);
    bindText(query, 8, record.goneSince);
}

void AtelierWriter::insertProvenance(AtelierId id, const Provenance &record)
{
    m_insertProvenance.bind(1, id);
    bindProvenance(m_insertProvenance, record);
    m_insertProvenance.run();
}

void AtelierWriter::insert(const Atelier &atelier)
{
    bind(m_insert, atelier);
    m_insert.run();
    for (const Provenance &record : atelier.provenance)
        insertProvenance(atelier.id, record);
}

void AtelierWriter::update(const Atelier &before, const Atelier &after)
{
    bind(m_update, after);
    m_update.run();
    if (before.provenance == after.provenance)
        return;
    std::vector<std::int64_t> ids;
    m_provenanceIds.bind(1, after.id);
    while (m_provenanceIds.next())
        ids.push_back(m_provenanceIds.integer(0));
    for (std::size_t i = 0; i < std::max(ids.size(), after.provenance.size()); ++i) {
        if (i >= after.provenance.size()) {
            m_removeProvenance.bind(1, ids[i]).run();
        } else if (i >= ids.size()) {
            insertProvenance(after.id, after.provenance[i]);
        } else {
            m_updateProvenance.bind(1, ids[i]);
            bindProvenance(m_updateProvenance, after.provenance[i]);
            m_updateProvenance.run();
        }
    }
}

void AtelierWriter::remove(AtelierId id)
{
    m_remove.bind(1, id).run(); // provenance follows by cascade
}

QString unstorable(const Atelier &atelier)
{
    if (atelier.point && !atelier.point->isValid())
        return QCoreApplication::translate("Store", "“%1”: the position %2, %3 is not on Earth.")
            .arg(atelier.name)
            .arg(atelier.point->latitude)
            .arg(atelier.point->longitude);
    const QString *wrong = nullptr;
    const auto look = [&wrong](const QString &id) {
        if (id.contains(u'|'))
            wrong = &id;
    };
    for (const QStringList *ids : {&atelier.types, &atelier.services, &atelier.publics})
        std::ranges::for_each(*ids, look);
    for (const EquipmentItem &item : atelier.equipment)
        look(item.id);
    if (!wrong)
        return {};
    return QCoreApplication::translate("Store", "“%1”: the identifier “%2” contains a vertical bar.")
        .arg(atelier.name, *wrong);
}

} // namespace repere::store
