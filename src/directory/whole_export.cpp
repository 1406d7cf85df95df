#include "directory/whole_export.h"

#include "directory/store_reading.h"

namespace repere::directory {

Result<WholeExport> exportWhole(const QString &directoryFile, const QString &target,
                                const exchange::ExportOptions &options, const Knowledge &knowledge, JobContext &job)
{
    const auto store =
        store::Store::open(directoryFile, store::OpenMode::ReadOnly, knowledge.vocabularies().types.compounds());
    if (!store)
        return std::unexpected(store.error());
    const auto expected = (*store)->count();
    if (!expected)
        return std::unexpected(expected.error());
    StoreReading reading(**store, true); // from here on the store is that thread's
    LicenceCount licences;
    const auto source = [&](exchange::ExportedAtelier &line) -> Result<bool> {
        auto atelier = reading.next();
        if (!atelier)
            return std::unexpected(atelier.error());
        if (!*atelier)
            return false;
        line.atelier = std::move(**atelier);
        licences.add(line.atelier);
        return true;
    };
    return exchange::writeFile(target, options, knowledge.labels(), source, *expected, job).transform([&](int count) {
        return WholeExport{.count = count, .licences = licences.report()};
    });
}

} // namespace repere::directory
