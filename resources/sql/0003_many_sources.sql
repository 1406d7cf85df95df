-- What the work with many sources needs. Columns at the end of the recorded tables only, so that older changes can still
-- be undone; the new tables are recorded, too.

-- What sources say about persons, [{"kind","value"}]: kept only when people asked for it.
ALTER TABLE atelier ADD COLUMN personal TEXT CHECK (json_valid(personal));
ALTER TABLE undone_atelier ADD COLUMN personal TEXT;
-- The date of the list of its source from which the record had gone. NULL: it is still there, as far as known.
ALTER TABLE provenance ADD COLUMN gone_since TEXT;
ALTER TABLE undone_provenance ADD COLUMN gone_since TEXT;
CREATE INDEX provenance_record ON provenance(source, record_key);

-- Ateliers that a merge took into another: their number and uid lead there.
CREATE TABLE alias (
    old_id INTEGER PRIMARY KEY,
    old_uid TEXT NOT NULL UNIQUE,
    atelier_id INTEGER NOT NULL REFERENCES atelier(id) ON DELETE CASCADE
) STRICT;
CREATE INDEX alias_atelier ON alias(atelier_id);

-- Two uids that people said are not the same place, the smaller one first.
CREATE TABLE kept_apart (
    first_uid TEXT NOT NULL,
    second_uid TEXT NOT NULL,
    PRIMARY KEY (first_uid, second_uid),
    CHECK (first_uid < second_uid)
) STRICT;

-- Records of sources that may be a place the directory has: they wait for people to decide. record is a JSON object of
-- what the source gave, understood and repaired; parts a JSON list of what the score is made of.
CREATE TABLE waiting (
    id INTEGER PRIMARY KEY,
    source TEXT NOT NULL,
    record_key TEXT NOT NULL,
    uid TEXT NOT NULL, -- which the place will have, if it is one of its own
    candidate_uid TEXT NOT NULL,
    score REAL NOT NULL,
    parts TEXT NOT NULL CHECK (json_valid(parts)),
    record TEXT NOT NULL CHECK (json_valid(record)),
    UNIQUE (source, record_key)
) STRICT;
