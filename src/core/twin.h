#pragma once

#include "core/atelier.h"

#include <QString>
#include <QStringList>

#include <cstdint>
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

} // namespace repere
