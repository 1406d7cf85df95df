#pragma once

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <vector>

namespace repere {

/// Who changes the directory, when, and how the change is called in the history. The caller gives the time: no
/// layer below reads the wall clock.
struct ChangeLabel {
    QString name; ///< "Edit FabLac", translated when it is made
    QString author;
    QDateTime time;
    bool undoable = true; ///< false: the ground on which the history begins (the starter directory of a new file)
};

/// One recorded change of the directory file.
struct Change {
    std::int64_t number = 0; ///< grows with time inside one file
    QString name;
    QString author;
    QDateTime time;
    int inserted = 0;
    int updated = 0;
    int removed = 0;
    bool undone = false;  ///< undone and could be redone
    bool undoable = true; ///< false for the ground of a file and for history closed by a migration

    bool operator==(const Change &) const = default;
};

/// What an import did or would do. read = added + merged + unchanged + doubtful + rejected, always.
struct ImportReport {
    struct Rejection {
        QString file;
        std::int64_t line = 0; ///< 1-based; 0 where the format has no lines
        QString column;
        QString value;
        QString cause;       ///< translated
        QString consequence; ///< translated: "not imported"
    };
    struct Repair {
        std::int64_t id = 0; ///< of the atelier; 0 in a dry run, and for a record that waits
        QString field;       ///< a key of the JSON of `search`
        QString from;
        QString to;
        QString why;
        bool proposed = false;
        QString record = {}; ///< the source's own id of the record; empty = it has none
        std::int64_t line = 0;
    };
    /// A record that waits for people to decide.
    struct Doubt {
        QString file;
        std::int64_t line = 0;
        QString record;
        QString name;
        QString candidate; ///< name of the place that it may be
        double score = 0;  ///< 0…1
        QString why;       ///< what speaks for and against, or why even the same name at the same place waits
    };
    /// A place of the directory that the newest list of one of its sources has no more. It is no record of the import.
    struct Absence {
        std::int64_t id = 0;
        QString name;
        QString source;
        QString record;       ///< the source's own id of the record
        QString since;        ///< date of the list
        bool flagged = false; ///< as gone; else it may be an extract
        int known = 0;        ///< records of this source that the directory had
    };
    int read = 0;
    int added = 0;
    int merged = 0;
    int unchanged = 0;
    int doubtful = 0;
    int rejected = 0;
    std::vector<Rejection> rejections;
    std::vector<Repair> repairs;
    std::vector<Doubt> doubts;
    std::vector<Absence> absences;
    QStringList remarks; ///< what the readers have to say of the files as a whole
    int gone = 0;        ///< absences that are flagged: the place is not removed
    int missing = 0;     ///< absences that are not
    int personal = 0;    ///< values about persons that were kept out
};

} // namespace repere
