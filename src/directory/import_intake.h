#pragma once

#include "core/import_record.h"
#include "core/read_ahead.h"
#include "directory/import.h"
#include "directory/knowledge.h"
#include "exchange/reader.h"

#include <memory>

namespace repere::directory {

/// One record of a file, mended, understood and placed; not yet compared with the directory.
struct TakenRecord {
    ImportRecord record;                                    ///< New or Rejected; its key as the file gives it
    std::shared_ptr<const exchange::SourceInfo> sourceInfo; ///< of its file
    QString recordUrl;                                      ///< page of the record at the source; empty = none
    bool hasNumber = false;                                 ///< the file says which number the place had in a directory
    int personalLeftOut = 0;
    double progress = -1; ///< 0…1 of all files; negative when not known
};

/// A file that was read to its end.
struct FileRead {
    std::shared_ptr<const exchange::SourceInfo> sourceInfo;
    QStringList remarks;
    bool isWholeList = true; ///< it may be all that the source has
};

/// Reads the files of an import one after the other, in a thread of its own beside whoever compares and writes.
class ImportIntake
{
public:
    ImportIntake(const ImportRequest &request, const Knowledge &knowledge);

    /// Finds out which files are read together. Errors: those of exchange::joinedPaths.
    Result<void> prepare();
    /// The next record; nothing at the end.
    Result<std::optional<TakenRecord>> next() { return m_ahead.next(); }
    /// Complete once next() has given nothing.
    const std::vector<FileRead> &filesRead() const { return m_filesRead; }

private:
    Result<std::optional<TakenRecord>> read();
    Result<bool> openNextFile();
    void finishFile();
    Result<TakenRecord> take(exchange::Draft draft);
    Result<void> understand(ImportRecord &record, exchange::Draft &draft) const;
    void reject(ImportRecord &record, const QString &column, const QString &cause, const QString &value = {}) const;
    const QStringList &mergedFieldsOf(const QStringList &columns);

    const ImportRequest m_request;
    const Knowledge m_knowledge;

    QList<QStringList> m_groups; ///< files that are read together
    qsizetype m_nextGroup = 0;
    QString m_file;
    std::shared_ptr<const exchange::SourceInfo> m_source;
    std::unique_ptr<exchange::Reader> m_reader;
    QStringList m_columns; ///< of the last record, and what they are merged as
    QStringList m_fields;
    int m_number = 0;
    std::vector<FileRead> m_filesRead;

    ReadAhead<TakenRecord> m_ahead; // last: its thread uses all of the rest
};

} // namespace repere::directory
