#pragma once

#include "core/column_mapping.h"
#include "core/job.h"
#include "core/result.h"
#include "exchange/reader.h"
#include "exchange/source_list.h"

#include <QString>
#include <QStringList>
#include <QUrl>

#include <optional>
#include <vector>

namespace repere::directory {

/// A format that can be imported.
struct ImportFormat {
    QString id;
    QString name; ///< translated
};

/// What a file is, before it is imported.
struct FileLook {
    ImportFormat format;
    std::optional<ColumnMapping> mapping; ///< of a table without a format of its own: how its columns would be taken
};

std::vector<ImportFormat> importFormats();
/// Format by content, or the one named; for a table the guess of its columns, which keeps what `wish` says of encoding,
/// separator, headings and layer. Errors: those of opening the file.
Result<FileLook> lookAt(const QString &path, const QString &formatId = {},
                        const std::optional<ColumnMapping> &wish = std::nullopt);
/// The first records as they would be read.
Result<std::vector<exchange::Draft>> firstPlaces(const QString &path, const QString &formatId,
                                                 const std::optional<ColumnMapping> &mapping, int most);

/// A saved mapping, its columns put in the order of those of `table` and their first values kept. Errors: Missing,
/// Unreadable, Usage when no column of it is there.
Result<ColumnMapping> readProfile(const QString &profile, const ColumnMapping &table, const QString &path);
Result<void> writeProfile(const QString &profile, const ColumnMapping &mapping);

/// The open data sets of the data folder; nothing is contacted.
Result<std::vector<exchange::OpenSource>> openSources(const QString &dataFolder);
/// A file as people know it: its name, or the address that it was fetched from.
QString fileLabel(const QString &path);
/// A file in the cache.
struct FetchedFile {
    QString path;
    bool unchanged = false; ///< the server says that it is still what was fetched before
};
/// Downloads what the user asked for into the cache. Blocks.
Result<FetchedFile> fetchSource(const QUrl &address, const QString &cacheFolder, JobContext &job);

} // namespace repere::directory
