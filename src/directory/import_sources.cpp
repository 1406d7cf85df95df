#include "directory/import_sources.h"

#include "exchange/fetch.h"
#include "exchange/table_mapping.h"

#include <QCoreApplication>
#include <QSaveFile>

namespace repere::directory {

namespace {

struct SourcesText {
    Q_DECLARE_TR_FUNCTIONS(ImportSources)
};

} // namespace

std::vector<ImportFormat> importFormats()
{
    std::vector<ImportFormat> formats;
    for (const exchange::InputFormat &format : exchange::inputFormats())
        formats.push_back({format.id, format.name});
    return formats;
}

Result<FileLook> lookAt(const QString &path, const QString &formatId, const std::optional<ColumnMapping> &wish)
{
    const auto format = exchange::formatOf(path, formatId);
    if (!format)
        return std::unexpected(format.error());
    FileLook look{.format = {(*format)->id, (*format)->name}, .mapping = {}};
    auto mapping = exchange::guessMapping({.paths = {path}, .mapping = wish}, formatId);
    if (mapping)
        look.mapping = std::move(*mapping);
    else if (mapping.error().code != ErrorCode::Usage) // a format with columns of its own
        return std::unexpected(mapping.error());
    return look;
}

Result<std::vector<exchange::Draft>> firstPlaces(const QString &path, const QString &formatId,
                                                 const std::optional<ColumnMapping> &mapping, int most)
{
    return exchange::firstDrafts({.paths = {path}, .mapping = mapping}, most, formatId);
}

Result<ColumnMapping> readProfile(const QString &profile, const ColumnMapping &table, const QString &path)
{
    auto read = exchange::readMapping(profile);
    if (!read)
        return read;
    QStringList headings;
    for (const ColumnMapping::Column &column : table.columns)
        headings << column.heading;
    auto fitted = exchange::fittedMapping(std::move(*read), headings, table.hasHeadings, path);
    if (!fitted)
        return fitted;
    for (std::size_t i = 0; i < std::min(fitted->columns.size(), table.columns.size()); ++i)
        fitted->columns[i].samples = table.columns[i].samples;
    return fitted;
}

Result<void> writeProfile(const QString &profile, const ColumnMapping &mapping)
{
    QSaveFile file(profile);
    if (file.open(QIODevice::WriteOnly)) {
        file.write(exchange::mappingToJson(mapping));
        if (file.commit())
            return {};
    }
    return failure(ErrorCode::Unwritable,
                   SourcesText::tr("%1 cannot be written: %2.").arg(profile, file.errorString()));
}

Result<std::vector<exchange::OpenSource>> openSources(const QString &dataFolder)
{
    return exchange::readSourceList(dataFolder);
}

QString fileLabel(const QString &path)
{
    return exchange::nameOfFile(path);
}

Result<FetchedFile> fetchSource(const QUrl &address, const QString &cacheFolder, JobContext &job)
{
    return exchange::fetch({.url = address, .cacheFolder = cacheFolder, .patience = {}}, job)
        .transform([](const exchange::Fetched &fetched) { return FetchedFile{fetched.path, fetched.unchanged}; });
}

} // namespace repere::directory
