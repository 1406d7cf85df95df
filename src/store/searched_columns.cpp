#include "store/searched_columns.h"

#include "store/atelier_table.h"
#include "store/query.h"
#include "store/repeated_texts.h"

namespace repere::store {

namespace {

constexpr char kSelect[] = "SELECT id, name, types, status, city, insee, departement, region, lat, lon, precision,"
                           " equipment_ids, services, publics, as_of FROM atelier ORDER BY id";
enum Column {
    Id,
    Name,
    Types,
    Status,
    City,
    Insee,
    Departement,
    Region,
    Lat,
    Lon,
    Precision,
    Equipment,
    Services,
    Publics,
    AsOf,
};

} // namespace

void forEachSearched(const SQLite::Database &database, const std::function<bool(const Atelier &)> &visit)
{
    Query row(database, kSelect);
    RepeatedTexts texts;
    Atelier atelier;
    while (row.next()) {
        atelier.id = row.integer(Id);
        atelier.name = row.text(Name);
        atelier.types = texts.ids(row.bytes(Types));
        atelier.status = texts.text(row.bytes(Status));
        atelier.city = row.text(City);
        atelier.insee = row.text(Insee);
        atelier.departement = texts.text(row.bytes(Departement));
        atelier.region = texts.text(row.bytes(Region));
        atelier.point.reset();
        if (!row.isNull(Lat))
            atelier.point = GeoPoint{.latitude = row.real(Lat), .longitude = row.real(Lon)};
        atelier.precision = precisionOf(row.bytes(Precision));
        atelier.equipment.clear();
        texts.forEachId(row.bytes(Equipment),
                        [&atelier](const QString &id) { atelier.equipment.emplace_back().id = id; });
        atelier.services = texts.ids(row.bytes(Services));
        atelier.publics = texts.ids(row.bytes(Publics));
        atelier.asOf = texts.text(row.bytes(AsOf));
        if (!visit(atelier))
            return;
    }
}

} // namespace repere::store
