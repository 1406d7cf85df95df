#include "version1.h"

#include "store/schema.h"
#include "store/session.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <QFile>
#include <QtEndian>

#include <functional>
#include <string>

namespace sample {

namespace {

std::string geometry(double longitude, double latitude)
{
    std::string blob("GP\0\1\xE6\x10\0\0\1\1\0\0\0", 13);
    for (const double value : {longitude, latitude}) {
        char bytes[8];
        qToLittleEndian(value, bytes);
        blob.append(bytes, 8);
    }
    return blob;
}

void insert(SQLite::Database &database, const std::string &table, int id, const std::string &name,
            const std::string &folded, double longitude, double latitude)
{
    SQLite::Statement query(
        database,
        "INSERT INTO " + table
            + "(id, uid, name, types, status, postcode, city, insee, departement, region, lat, lon, precision,"
              " equipment_ids, as_of, geom, equipment, notes, folded_name, folded_place, folded_equipment)"
              " VALUES (?1, printf('%032x', ?1), ?2, '|fablab|', 'open', '15300', 'Murat', '15138', '15', '84', ?3, ?4, 'approx',"
              " '|laser-cutter|', '2024', ?5, '[{\"id\":\"laser-cutter\",\"raw\":\"découpe laser\"}]', 'inventé', ?6, 'murat 15300', 'decoupe laser')");
    query.bind(1, id);
    query.bind(2, name);
    query.bind(3, latitude);
    query.bind(4, longitude);
    const std::string blob = geometry(longitude, latitude);
    query.bind(5, static_cast<const void *>(blob.data()), static_cast<int>(blob.size()));
    query.bind(6, folded);
    query.exec();
}

void record(SQLite::Database &database, const char *name, const char *counts, int lastId, const char *ids, bool undone,
            const std::function<void()> &work)
{
    const repere::store::Recorder recorder(database);
    work();
    const QByteArray changeset = recorder.changeset();
    SQLite::Statement query(database,
                            "INSERT INTO change(name, author, time, inserted, updated, removed, undone, last_id,"
                            " inserted_ids, changeset) VALUES (?, 'testeuse', '2026-01-01T12:00:00.000Z', "
                                + std::string(counts) + ", ?, ?, ?, ?)");
    query.bind(1, name);
    query.bind(2, undone ? 1 : 0);
    query.bind(3, lastId);
    if (ids) {
        query.bind(4, ids);
    } else {
        query.bind(5, static_cast<const void *>(changeset.constData()), static_cast<int>(changeset.size()));
    }
    query.exec();
}

} // namespace

void writeVersion1(const QString &path)
{
    QFile::remove(path);
    SQLite::Database database(path.toUtf8().constData(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    repere::store::schema::migrate(database, 1);
    database.exec("PRAGMA foreign_keys = ON");
    record(database, "Import liste.csv", "2, 0, 0", 2, "1-2", false, [&] {
        insert(database, "atelier", 1, "Fabrique du Plomb", "fabrique du plomb", 2.87, 45.11);
        insert(database, "atelier", 2, "Atelier des Sagnes", "atelier de sagne", 2.9, 45.2);
        database.exec("INSERT INTO provenance(atelier_id, source, licence, as_of) VALUES"
                      " (1, 'Liste inventée', 'CC0', '2024'), (2, 'Liste inventée', 'CC0', '2024')");
    });
    record(database, "Modifier Fabrique du Plomb", "0, 1, 0", 2, nullptr, false,
           [&] { database.exec("UPDATE atelier SET website = 'https://example.org', notes = NULL WHERE id = 1"); });
    record(database, "Retirer Atelier des Sagnes", "0, 0, 1", 2, nullptr, false,
           [&] { database.exec("DELETE FROM atelier WHERE id = 2"); });
    record(database, "Import suite.csv", "1, 0, 0", 3, "3-3", true, [&] {
        insert(database, "undone_atelier", 3, "Établi du Cézallier", "etabli du cezallier", 2.95, 45.3);
        database.exec("INSERT INTO undone_provenance(id, atelier_id, source) VALUES (9, 3, 'Suite inventée')");
    });
    database.exec("PRAGMA journal_mode = WAL");
}

} // namespace sample
