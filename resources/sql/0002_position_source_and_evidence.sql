-- The source's own word for the precision of a position ("adresse", "approx", "suspect"), and the compiler's grade of
-- evidence (A, B, C): added at the end of the recorded tables, so that older changes can still be undone.
ALTER TABLE atelier ADD COLUMN position_source TEXT;
ALTER TABLE atelier ADD COLUMN evidence TEXT;
ALTER TABLE undone_atelier ADD COLUMN position_source TEXT;
ALTER TABLE undone_atelier ADD COLUMN evidence TEXT;

DROP VIEW ateliers;
CREATE VIEW ateliers AS SELECT
    id AS fid, name, trim(types, '|') AS types, status, address, postcode, city, insee, departement, region,
    precision AS position, position_source,
    (SELECT group_concat(coalesce(value ->> 'raw', value ->> 'id'), ' | ') FROM json_each(equipment)) AS equipment,
    trim(equipment_ids, '|') AS equipment_ids, trim(services, '|') AS services, trim(publics, '|') AS publics,
    website, email, phone, opening_hours, founded, surface, organisation, notes, as_of, evidence, uid, geom
FROM atelier;
