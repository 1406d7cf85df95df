#include "core/ordered_pieces.h"
#include "exchange/csv_rows.h"
#include "exchange/sinks.h"

namespace repere::exchange {

namespace {

/// The rows of one piece, as they stand in the file.
struct Rows {
    QByteArray text;
    int count = 0;
};

} // namespace

Result<int> writeCsvInPieces(const QString &path, const ExportOptions &options, const LabelSource &labels,
                             const CsvPieces &pieces, int expected, JobContext &job)
{
    Result<std::vector<ColumnId>> chosen = chosenColumns(options);
    if (!chosen)
        return std::unexpected(chosen.error());
    const CsvRows rows(options, std::move(*chosen));
    TextFile file(path);
    QByteArray headings;
    rows.appendHeadings(headings);
    if (const Result<void> begun = file.open().and_then([&] { return file.write(headings); }); !begun)
        return std::unexpected(begun.error());

    OrderedPieces<Rows> made(pieces.count, pieces.workers, [&](std::size_t worker, std::size_t piece) -> Result<Rows> {
        Rows some;
        return pieces
            .source(worker, piece,
                    [&](const ExportedAtelier &line) {
                        rows.appendLine(some.text, line, labels);
                        ++some.count;
                    })
            .transform([&some] { return std::move(some); });
    });
    int count = 0;
    while (true) {
        if (job.isCancelled())
            return cancelledExport();
        const Result<std::optional<Rows>> next = made.next();
        if (!next)
            return std::unexpected(next.error());
        if (!*next)
            break;
        if (const Result<void> written = file.write((*next)->text); !written)
            return std::unexpected(written.error());
        count += (*next)->count;
        job.report(expected > 0 ? double(count) / expected : -1);
    }
    return file.commit().transform([count] { return count; });
}

} // namespace repere::exchange
