-- A directory file is a valid GeoPackage 1.3 (OGC 12-128r17): these two numbers and the gpkg_* tables belong to that
-- standard, so the version of our own tables is kept in repere_meta.
PRAGMA application_id = 1196444487; -- "GPKG"
PRAGMA user_version = 10300;

CREATE TABLE gpkg_spatial_ref_sys (
    srs_name TEXT NOT NULL,
    srs_id INTEGER NOT NULL PRIMARY KEY,
    organization TEXT NOT NULL,
    organization_coordsys_id INTEGER NOT NULL,
    definition TEXT NOT NULL,
    description TEXT
);
INSERT INTO gpkg_spatial_ref_sys VALUES
    ('Undefined Cartesian SRS', -1, 'NONE', -1, 'undefined', 'undefined Cartesian coordinate reference system'),
    ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined', 'undefined geographic coordinate reference system'),
    ('WGS 84 geodetic', 4326, 'EPSG', 4326,
     'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AXIS["Latitude",NORTH],AXIS["Longitude",EAST],AUTHORITY["EPSG","4326"]]',
     'longitude/latitude coordinates in decimal degrees on the WGS 84 spheroid');

CREATE TABLE gpkg_contents (
    table_name TEXT NOT NULL PRIMARY KEY,
    data_type TEXT NOT NULL,
    identifier TEXT UNIQUE,
    description TEXT DEFAULT '',
    last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    min_x DOUBLE,
    min_y DOUBLE,
    max_x DOUBLE,
    max_y DOUBLE,
    srs_id INTEGER,
    CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id)
);

CREATE TABLE gpkg_geometry_columns (
    table_name TEXT NOT NULL,
    column_name TEXT NOT NULL,
    geometry_type_name TEXT NOT NULL,
    srs_id INTEGER NOT NULL,
    z TINYINT NOT NULL,
    m TINYINT NOT NULL,
    CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
    CONSTRAINT uk_gc_table_name UNIQUE (table_name),
    CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
    CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id)
);

-- Small named values of the file: schema_version, and what Store::setMetadata keeps.
CREATE TABLE repere_meta (
    key TEXT PRIMARY KEY NOT NULL,
    value TEXT NOT NULL
) STRICT;

-- The places. Recorded by sessions: later migrations only add columns at the end, here and in undone_atelier.
-- NULL is "unknown". Lists of ids have the form |fablab|tiers-lieu| : one has "fablab" when instr(types, '|fablab|').
-- geom is the GeoPackage blob of (lon, lat), equipment_ids the ids within equipment: both follow from other columns and
-- are written with them. The folded columns hold the search tokens, joined by one space.
CREATE TABLE atelier (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    name TEXT,
    types TEXT CHECK (types LIKE '|%|'),
    status TEXT,
    address TEXT,
    postcode TEXT,
    city TEXT,
    insee TEXT,
    departement TEXT,
    region TEXT,
    lat REAL CHECK (lat BETWEEN -90 AND 90),
    lon REAL CHECK (lon BETWEEN -180 AND 180),
    precision TEXT NOT NULL DEFAULT 'none' CHECK (precision IN ('none', 'commune', 'approx', 'exact')),
    equipment_ids TEXT CHECK (equipment_ids LIKE '|%|'),
    services TEXT CHECK (services LIKE '|%|'),
    publics TEXT CHECK (publics LIKE '|%|'),
    as_of TEXT,
    website TEXT,
    email TEXT,
    phone TEXT,
    opening_hours TEXT,
    founded INTEGER,
    surface REAL,
    organisation TEXT,
    geom BLOB,
    equipment TEXT CHECK (json_valid(equipment)),
    notes TEXT,
    folded_name TEXT,
    folded_place TEXT,
    folded_equipment TEXT,
    folded_other TEXT,
    CHECK ((lat IS NULL) = (lon IS NULL)),
    CHECK ((lat IS NULL) = (geom IS NULL))
) STRICT;

-- Where each record comes from, in the order of their ids. source_values is a JSON object. Recorded, as above.
CREATE TABLE provenance (
    id INTEGER PRIMARY KEY,
    atelier_id INTEGER NOT NULL REFERENCES atelier(id) ON DELETE CASCADE,
    source TEXT,
    record_key TEXT,
    url TEXT,
    licence TEXT,
    as_of TEXT,
    source_values TEXT
) STRICT;
CREATE INDEX provenance_atelier ON provenance(atelier_id);

-- The history. The undone changes are the newest ones; a new change drops them. An import's inserts are not in its
-- changeset (a million would be 650 MB): inserted_ids names them as ranges, "1-379 400-400". last_id is the greatest
-- id of an atelier given so far: ids are never used again while the history knows them.
CREATE TABLE change (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    author TEXT NOT NULL,
    time TEXT NOT NULL, -- ISO 8601, UTC
    inserted INTEGER NOT NULL,
    updated INTEGER NOT NULL,
    removed INTEGER NOT NULL,
    undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1)),
    undoable INTEGER NOT NULL DEFAULT 1 CHECK (undoable IN (0, 1)),
    last_id INTEGER NOT NULL,
    inserted_ids TEXT,
    changeset BLOB
) STRICT;

-- The rows of imports that are undone and may be redone: the columns of atelier and provenance, in their order. They are
-- found by the ids of their ateliers; ids of provenance are given again and may occur twice here.
CREATE TABLE undone_atelier (
    id INTEGER PRIMARY KEY, uid TEXT, name TEXT, types TEXT, status TEXT, address TEXT, postcode TEXT, city TEXT,
    insee TEXT, departement TEXT, region TEXT, lat REAL, lon REAL, precision TEXT, equipment_ids TEXT, services TEXT,
    publics TEXT, as_of TEXT, website TEXT, email TEXT, phone TEXT, opening_hours TEXT, founded INTEGER, surface REAL,
    organisation TEXT, geom BLOB, equipment TEXT, notes TEXT, folded_name TEXT, folded_place TEXT,
    folded_equipment TEXT, folded_other TEXT
) STRICT;
CREATE TABLE undone_provenance (
    id INTEGER, atelier_id INTEGER, source TEXT, record_key TEXT, url TEXT, licence TEXT, as_of TEXT,
    source_values TEXT
) STRICT;

-- Words are folded before they get here, so the plain ascii tokenizer splits at spaces and does nothing else. Only
-- single words and prefixes are looked for: no positions, no sizes. The triggers also run while a changeset is applied.
CREATE VIRTUAL TABLE atelier_text USING fts5(
    folded_name, folded_place, folded_equipment, folded_other,
    content='atelier', content_rowid='id', tokenize='ascii', prefix='1 2 3', detail='none', columnsize=0
);
CREATE TRIGGER atelier_text_insert AFTER INSERT ON atelier BEGIN
    INSERT INTO atelier_text(rowid, folded_name, folded_place, folded_equipment, folded_other)
    VALUES (new.id, new.folded_name, new.folded_place, new.folded_equipment, new.folded_other);
END;
CREATE TRIGGER atelier_text_delete AFTER DELETE ON atelier BEGIN
    INSERT INTO atelier_text(atelier_text, rowid, folded_name, folded_place, folded_equipment, folded_other)
    VALUES ('delete', old.id, old.folded_name, old.folded_place, old.folded_equipment, old.folded_other);
END;
CREATE TRIGGER atelier_text_update AFTER UPDATE ON atelier
WHEN old.folded_name IS NOT new.folded_name OR old.folded_place IS NOT new.folded_place
    OR old.folded_equipment IS NOT new.folded_equipment OR old.folded_other IS NOT new.folded_other
BEGIN
    INSERT INTO atelier_text(atelier_text, rowid, folded_name, folded_place, folded_equipment, folded_other)
    VALUES ('delete', old.id, old.folded_name, old.folded_place, old.folded_equipment, old.folded_other);
    INSERT INTO atelier_text(rowid, folded_name, folded_place, folded_equipment, folded_other)
    VALUES (new.id, new.folded_name, new.folded_place, new.folded_equipment, new.folded_other);
END;

-- What other programs see: one layer of points, and the sources as a plain table to join on atelier_id = fid.
CREATE VIEW ateliers AS SELECT
    id AS fid, name, trim(types, '|') AS types, status, address, postcode, city, insee, departement, region,
    precision AS position,
    (SELECT group_concat(coalesce(value ->> 'raw', value ->> 'id'), ' | ') FROM json_each(equipment)) AS equipment,
    trim(equipment_ids, '|') AS equipment_ids, trim(services, '|') AS services, trim(publics, '|') AS publics,
    website, email, phone, opening_hours, founded, surface, organisation, notes, as_of, uid, geom
FROM atelier;

INSERT INTO gpkg_contents(table_name, data_type, identifier, description, srs_id, last_change) VALUES
    ('ateliers', 'features', 'ateliers', 'Ateliers of Repère (read-only view)', 4326, '2026-01-01T00:00:00.000Z'),
    ('provenance', 'attributes', 'provenance', 'Sources of the ateliers (atelier_id = fid)', NULL, '2026-01-01T00:00:00.000Z');
INSERT INTO gpkg_geometry_columns VALUES ('ateliers', 'geom', 'POINT', 4326, 0, 0);
