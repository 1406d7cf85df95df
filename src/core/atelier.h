#pragma once

#include "core/geo.h"

#include <QDate>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <optional>
#include <vector>

namespace repere {

/// Number of an atelier inside one directory file (GeoPackage `fid`); 0 = not stored yet.
using AtelierId = std::int64_t;

/// The value that stands for "not known" in facets, filters and on the command line. Never stored.
inline constexpr char16_t kUnknown[] = u"unknown";

/// How precisely a position is known: it decides how the map and the fiche speak of it.
enum class PositionPrecision {
    None,        ///< no position at all
    Commune,     ///< put at the centre of its commune
    Approximate, ///< the source says about here (street, locality, postcode)
    Exact,       ///< the address
};

/// One machine or group of machines as a source states it.
struct EquipmentItem {
    QString id;    ///< thesaurus id, empty when the words wait for review
    QString raw;   ///< the words of the source, always kept
    QString model; ///< empty = unknown
    std::optional<int> count;
    QString conditions;   ///< conditions of use; empty = unknown
    bool guessed = false; ///< the thesaurus id is a guess that nobody confirmed

    bool operator==(const EquipmentItem &) const = default;
};

/// What a source says about a person rather than about the place. Kept only when people ask for it, and exported only
/// when they ask again.
struct PersonalDatum {
    enum class Kind { Name, Email, Phone };
    Kind kind = Kind::Name;
    QString value;

    bool operator==(const PersonalDatum &) const = default;
};

/// Where the record comes from: one per atelier and source record.
struct Provenance {
    QString source;    ///< name of the data set, publication or person
    QString recordKey; ///< the source's own id of the record; empty when it has none
    QString url;
    QString licence;
    QString asOf;           ///< ISO date or year of the source's own statement, as precise as known
    QString values;         ///< JSON object of the values that this source gave; empty when not recorded
    QString goneSince = {}; ///< date of the source's list that no longer had the record; empty = still there

    bool operator==(const Provenance &) const = default;
};

/// A place where people make, repair or work together. Unknown text is empty, unknown numbers are nullopt.
struct Atelier {
    AtelierId id = 0;
    QString uid; ///< 32 hex digits, stable across files: the key by which own exports come back
    QString name;
    QStringList types;   ///< ids of the vocabulary of types, most important first
    QString status;      ///< id of the vocabulary of statuses; empty = unknown
    QString address;     ///< street and number
    QString postcode;    ///< text: "01500"
    QString city;        ///< the commune's name as written by the source
    QString insee;       ///< INSEE code of the commune: "01004", "2A004"; empty = unresolved
    QString departement; ///< INSEE code; empty = unknown
    QString region;      ///< INSEE code; empty = unknown
    std::optional<GeoPoint> point;
    PositionPrecision precision = PositionPrecision::None;
    QString positionSource; ///< the source's own word for its precision ("adresse", "approx", "suspect"…)
    QString website;
    QString email;
    QString phone;
    QString openingHours;          ///< as written by the source
    std::optional<int> founded;    ///< year
    std::optional<double> surface; ///< square metres
    std::vector<EquipmentItem> equipment;
    QStringList services; ///< ids of the vocabulary of services, trainings included
    QStringList publics;  ///< ids of the vocabulary of publics
    QString organisation; ///< who runs it
    QString notes;
    QString asOf;     ///< ISO date or year of the newest source ("2024", "2024-05", "2024-05-31")
    QString evidence; ///< the compiler's grade of evidence (A two sources, B one with equipment, C one list)
    std::vector<PersonalDatum> personal; ///< empty unless people asked for it on import
    std::vector<Provenance> provenance;

    bool operator==(const Atelier &) const = default;
    /// Year of `asOf`, or nullopt.
    std::optional<int> asOfYear() const;
    /// Thesaurus ids, without repetition, in order; items waiting for review have none.
    QStringList equipmentIds() const;
};

/// "none" "commune" "approx" "exact": the words of the JSON and CSV contracts.
QString precisionToString(PositionPrecision precision);
std::optional<PositionPrecision> precisionFromString(const QString &word);

} // namespace repere
