#pragma once

#include "core/atelier.h"
#include "core/change.h"
#include "core/column_mapping.h"
#include "core/result.h"
#include "core/vocabulary.h"

#include <functional>
#include <memory>
#include <optional>

namespace repere::exchange {

/// What was read of one record: values as the source gave them, words not yet understood, or why it cannot be taken.
struct Draft {
    Atelier atelier;            ///< text fields as written (departement and region: code or name); id 0
    QStringList typeWords;      ///< words of types still to be understood
    QStringList equipmentWords; ///< likewise; an own lossless export gives items in `atelier.equipment` instead
    QStringList serviceWords;
    QStringList publicWords;
    QString statusWord;
    std::int64_t line = 0; ///< 1-based line where the record begins; 0 where the format has none
    QStringList fields;    ///< JSON keys of the columns that the record has: the others say nothing, they do not erase
    QString recordKey;     ///< the source's own id of the record; empty = it has none
    QString recordUrl;     ///< page of the record at the source; empty = none
    std::vector<PersonalDatum> personal;             ///< about persons: kept out unless people ask for it
    std::vector<ImportReport::Repair> repairs;       ///< what the reader itself had to mend, or proposes (id 0)
    std::vector<ImportReport::Rejection> rejections; ///< not empty = the record cannot be taken
};

/// The data set that a file holds, as far as the file or its format says.
struct SourceInfo {
    QString name;    ///< stable: provenance and later imports go by it; empty = our own export, which is no source
    QString licence; ///< "Licence Ouverte 2.0", "ODbL 1.0"; empty = not stated
    QString url;     ///< of the data set
    QString asOf;    ///< ISO date or year of the whole; empty = each record says so, or nobody
};

/// Reads drafts one by one, in bounded memory.
class Reader
{
public:
    virtual ~Reader() = default;
    /// Of the whole file; known once it is open.
    virtual SourceInfo source() const { return {}; }
    /// Whether the file may be all that the source has: what is not in it is then gone. Known once all is read.
    virtual bool isWholeList() const { return true; }
    /// What people should know of the whole file, translated: "Categories are numbers here…". Complete once all is read.
    virtual QStringList remarks() const { return {}; }
    /// The next record, blank ones included (rejected as empty); a line of a text without anything on it is no record. nullptr at the end. A broken record is a Draft with rejections; an unreadable file an error.
    virtual Result<std::unique_ptr<Draft>> next() = 0;
    /// Bytes read so far over the whole, 0…1; negative when not known.
    virtual double progress() const { return -1; }
};

/// What is to be read, and how.
struct ReadRequest {
    QStringList paths;                    ///< one; several only for a format that joins files on a key. Also "PG:…"
    std::optional<ColumnMapping> mapping; ///< for tables without a format of their own; without it, a guess is used
};

/// A format that can be read. A new one is one file and one row in `inputFormats()`.
struct InputFormat {
    QString id;   ///< "repere-csv", "repere-geojson"
    QString name; ///< translated
    /// 0 = cannot be, 100 = certainly, from the first bytes of the content and the file name.
    int (*recognise)(const QByteArray &head, const QString &fileName);
    Result<std::unique_ptr<Reader>> (*open)(const ReadRequest &request);
    bool joinsFiles = false; ///< records may be spread over several files, which are then opened together
};
const std::vector<InputFormat> &inputFormats();

/// The format recognised by content, or the one named; Usage when there is none of this name, Unreadable when nothing fits.
Result<const InputFormat *> formatOf(const QString &path, const QString &formatId = {});
/// Which of these files are read together (those of one format that joins files), in the order of their first.
Result<QList<QStringList>> joinedPaths(const QStringList &paths, const QString &formatId = {});
/// Opens with the format recognised by content, or with the one named (`--as`).
Result<std::unique_ptr<Reader>> openReader(const ReadRequest &request, const QString &formatId = {});

/// Sets one field from the text of a cell, as the CSV reader does (keys of columns(); lists joined by |; empty = unknown;
/// decimal point or comma). The command line's `--set key=value` is this. Errors: Usage, naming key, value and cause.
/// `lat` and `lon` come one by one: the half not yet set is NaN, so ask GeoPoint::isValid() once all are set.
Result<void> setField(Draft &draft, const QString &key, const QString &text);

} // namespace repere::exchange
