#include "directory/whole_export.h"

#include "directory/store_reading.h"

#include <algorithm>
#include <thread>

namespace repere::directory {

namespace {

constexpr std::int64_t kPlacesOfPiece = 1024;
constexpr unsigned kMostWorkers = 8; // more would wait for the one that writes the file

/// In pieces, each by one of several threads: no line of a CSV depends on another.
Result<WholeExport> exportCsv(const QString &directoryFile, const QString &target,
                              const exchange::ExportOptions &options, const Knowledge &knowledge, JobContext &job)
{
    const std::size_t processors = std::clamp(std::thread::hardware_concurrency(), 1U, kMostWorkers);
    const auto stores =
        store::Store::openTogether(directoryFile, processors, knowledge.vocabularies().types.compounds());
    if (!stores)
        return std::unexpected(stores.error());
    const auto expected = stores->front()->count();
    if (!expected)
        return std::unexpected(expected.error());
    const auto range = stores->front()->idRange();
    if (!range)
        return std::unexpected(range.error());

    // Pieces are runs of numbers: equally long, however many of them are taken.
    const std::int64_t numbers = range->isEmpty() ? 0 : range->last - range->first + 1;
    const std::int64_t length =
        *expected == 0 ? 1 : std::max<std::int64_t>(1, numbers / (*expected / kPlacesOfPiece + 1)) + 1;
    std::vector<LicenceCount> licences(stores->size());
    std::vector<exchange::ExportedAtelier> lines(stores->size());
    const exchange::CsvPieces pieces{
        .count = static_cast<std::size_t>((numbers + length - 1) / length),
        .workers = stores->size(),
        .source = [&](std::size_t worker, std::size_t piece,
                      const std::function<void(const exchange::ExportedAtelier &)> &line) {
            const AtelierId first = range->first + static_cast<std::int64_t>(piece) * length;
            return (*stores)[worker]->forEach(true, {.first = first, .last = first + length - 1},
                                              [&](Atelier &&atelier) {
                                                  lines[worker].atelier = std::move(atelier);
                                                  licences[worker].add(lines[worker].atelier);
                                                  line(lines[worker]);
                                              });
        }};
    return exchange::writeCsvInPieces(target, options, knowledge.labels(), pieces, *expected, job)
        .transform([&](int count) {
            LicenceCount all;
            for (const LicenceCount &some : licences)
                all.add(some);
            return WholeExport{.count = count, .licences = all.report()};
        });
}

/// One after the other, for the formats whose parts belong together.
Result<WholeExport> exportInOrder(const QString &directoryFile, const QString &target,
                                  const exchange::ExportOptions &options, const Knowledge &knowledge, JobContext &job)
{
    const auto store =
        store::Store::open(directoryFile, store::OpenMode::ReadOnly, knowledge.vocabularies().types.compounds());
    if (!store)
        return std::unexpected(store.error());
    const auto expected = (*store)->count();
    if (!expected)
        return std::unexpected(expected.error());
    StoreReading reading(**store); // from here on the store is that thread's
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

} // namespace

Result<WholeExport> exportWhole(const QString &directoryFile, const QString &target,
                                const exchange::ExportOptions &options, const Knowledge &knowledge, JobContext &job)
{
    const auto write = options.format == exchange::OutputFormat::Csv ? exportCsv : exportInOrder;
    return write(directoryFile, target, options, knowledge, job);
}

} // namespace repere::directory
