#pragma once

#include "core/atelier.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <optional>
#include <vector>

namespace repere {

/// A record of a source that may be a place which the directory has already: it waits for people to decide.
struct WaitingRecord {
    std::int64_t id = 0; ///< in the file; 0 = not stored yet
    QString source;      ///< name of the data set; empty = a file without a source
    QString recordKey;
    Atelier record;       ///< understood and repaired, with its provenance; its uid is the one that it will have
    QString candidateUid; ///< of the place, or of the other waiting record, that it may be
    double score = 0;     ///< 0…1
    QString parts;        ///< JSON list of what the score is made of

    bool operator==(const WaitingRecord &) const = default;
};

/// An atelier that a merge took into another one.
struct Alias {
    AtelierId oldId = 0;
    QString oldUid;
    AtelierId atelier = 0; ///< what stands for it now

    bool operator==(const Alias &) const = default;
};

/// Two uids that people said are not the same place.
struct KeptApart {
    QString first;
    QString second;

    bool operator==(const KeptApart &) const = default;
};

/// A question for people: are these two one place?
struct TwinPair {
    Atelier first;            ///< in the directory
    Atelier second;           ///< in the directory, or (its id is 0) what a waiting record says
    std::int64_t waiting = 0; ///< id of the waiting record; 0 = both are in the directory
    double score = 0;         ///< 0…1
    QString parts;            ///< JSON list of what the score is made of
};

/// What people answer.
struct TwinDecision {
    bool same = false;
    AtelierId first = 0;  ///< kept, when they are the same
    AtelierId second = 0; ///< 0 = the waiting record
    std::int64_t waiting = 0;
    std::optional<Atelier> result =
        {}; ///< what the kept one shall say, chosen field by field; else it settles by itself
};

} // namespace repere
