#pragma once

#include "core/filter.h"
#include "core/result.h"
#include "directory/knowledge.h"

#include <QStringList>

namespace repere::directory {

/// A filter as people write it on a command line: names, labels, synonyms or codes.
struct FilterWords {
    QString text;
    QStringList regions, departements, communes, types, equipment, statuses, publics, services;
    QStringList withoutEquipment;
    bool anyEquipment = false;
    QString near; ///< a place or "LAT,LON"; empty = none
    std::optional<double> withinKilometres;
    QString box; ///< "W,S,E,N"; empty = none
    std::optional<int> asOfAfter;
};

/// The filter meant, and what had to be decided ("Saint-Denis (93) was taken…"), for people to read.
struct UnderstoodFilter {
    Filter filter;
    QStringList remarks;
};

/// Errors: Usage names the option and the value; Ambiguous lists the candidates.
Result<UnderstoodFilter> filterFromWords(const FilterWords &words, const Knowledge &knowledge);

/// A place by name, code, postcode or "LAT,LON". Errors: NotFound, Ambiguous (lists the candidates).
struct UnderstoodPlace {
    GeoPoint point;
    QString label;
    QString commune; ///< INSEE; empty for coordinates and shared postcodes
    bool approximate = false;
    QString remark;
};
Result<UnderstoodPlace> placeFromWords(const QString &words, const Knowledge &knowledge);

} // namespace repere::directory
