#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace repere {

/// How the columns of a table of places without a format of its own are taken: guessed from headings and values, explained,
/// edited by people, kept as a profile.
struct ColumnMapping {
    struct Column {
        QString heading;     ///< as written; "Column 3" where the table has no headings
        QString field;       ///< a key of ColumnMapping::fields(); empty = left aside
        int confidence = 0;  ///< of the guess, 0…100; 100 when people chose it
        QString why;         ///< translated: what the guess rests on
        QStringList samples; ///< the first values that are not empty, for the preview; not part of a profile

        bool operator==(const Column &) const = default;
    };

    QString encoding;        ///< "UTF-8", "windows-1252"; empty = the format says it
    QString separator;       ///< one character; empty = the format has none
    bool hasHeadings = true; ///< false: the first line is a place
    QString layer;           ///< of a file that holds several; empty = the first
    QString crs;             ///< of x and y, or of the geometry: "EPSG:2154"; empty = longitude and latitude
    QString listSeparator;   ///< inside a cell: "|", ";", ","; empty = as free text
    std::vector<Column> columns;
    QString sourceName; ///< what provenance calls it
    QString licence;

    bool operator==(const ColumnMapping &) const = default;

    /// What a column may be taken for: the keys of `search`, and those that only tables from outside have ("x", "y",
    /// "lat_lon" for both in one cell, "equipment_ticked" for a column that only says whether a machine is there, "country",
    /// "record_key", "record_url", "address_2", "person_name", "person_email", "person_phone").
    static const QStringList &fields();
};

} // namespace repere
