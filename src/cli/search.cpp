#include "cli/filter_options.h"
#include "cli/output.h"
#include "exchange/json.h"
#include "exchange/writer.h"

#include <QCoreApplication>

namespace repere::cli {

namespace {

struct SearchText {
    Q_DECLARE_TR_FUNCTIONS(Search)
};

struct Options {
    FilterOptions filter;
    std::string sort = "name";
    int limit = 50;
    std::string columns;
    OutputFormat format = OutputFormat::Table;
};

const std::map<std::string, SortKey> kSortKeys = {
    {"name", SortKey::Name}, {"city", SortKey::City}, {"distance", SortKey::Distance}, {"updated", SortKey::Updated}};

using Lines = std::vector<exchange::ExportedAtelier>;

Result<Lines> readLines(const directory::Directory &directory, const directory::SearchResult &result, int limit)
{
    Lines lines;
    const int count = limit == 0 ? result.count() : std::min(limit, result.count());
    lines.reserve(static_cast<std::size_t>(count));
    for (int position = 0; position < count; ++position) {
        auto atelier = directory.read(result.idAt(position));
        if (!atelier)
            return std::unexpected(atelier.error());
        lines.push_back({std::move(*atelier), result.at(position).distanceMetres});
    }
    return lines;
}

void printLines(Context &context, const directory::Directory &directory, const directory::SearchResult &result,
                const Lines &lines, exchange::ExportOptions options)
{
    const exchange::LabelSource labels = directory.knowledge().labels();
    QStringList headings;
    std::vector<bool> numbers;
    for (const QString &key : options.columns) {
        for (const exchange::Column &column : exchange::columns()) {
            if (column.key == key)
                headings.append(column.label.in(context.french));
        }
        numbers.push_back(key == u"id" || key == u"distance_km");
    }
    std::vector<QStringList> rows;
    for (const auto &line : lines) {
        QStringList row;
        for (const QString &key : options.columns)
            row.append(exchange::columnText(key, line, options, labels).simplified());
        rows.push_back(row);
    }
    if (!rows.empty())
        printTable(context.out, headings, rows, numbers);
    const FilterCounts &counts = result.counts();
    if (static_cast<int>(lines.size()) < counts.count)
        context.out << SearchText::tr("%1 shown, ").arg(lines.size());
    context.out << SearchText::tr("%1 of %2").arg(counts.count).arg(counts.total) << '\n';
}

void printJsonLines(Context &context, const directory::SearchResult &result, const Lines &lines)
{
    nlohmann::ordered_json document;
    document["total"] = result.counts().total;
    document["count"] = result.counts().count;
    document["ateliers"] = nlohmann::ordered_json::array();
    for (const auto &line : lines)
        document["ateliers"].push_back(exchange::atelierToJson(line.atelier, line.distanceMetres));
    printJson(context.out, document);
}

int run(Context &context, const Options &options)
{
    const auto filter = options.filter.understand(context);
    if (!filter)
        return context.report(filter.error());
    const SortKey key = kSortKeys.at(options.sort);
    if (key == SortKey::Distance && !filter->near)
        return context.report({ErrorCode::Usage, SearchText::tr("--sort distance needs --near PLACE.")});

    exchange::ExportOptions output;
    output.profile = exchange::CsvProfile::OpenData;
    output.french = context.french;
    output.columns = text(options.columns).split(u',', Qt::SkipEmptyParts);
    for (const QString &column : output.columns) {
        const auto &known = exchange::columns();
        if (std::none_of(known.begin(), known.end(), [&column](const auto &c) { return c.key == column; }))
            return context.report({ErrorCode::Usage, SearchText::tr("--columns: \"%1\" is no column.").arg(column)});
    }

    const auto directory = context.open();
    if (!directory)
        return context.report(directory.error());
    const SortKey order = options.sort == "name" && filter->near && options.columns.empty() ? SortKey::Distance : key;
    const auto result =
        (*directory)->search(*filter, order, order == SortKey::Updated ? SortOrder::Descending : SortOrder::Ascending);
    if (!result)
        return context.report(result.error());
    const auto lines = readLines(**directory, **result, options.limit);
    if (!lines)
        return context.report(lines.error());

    if (options.format == OutputFormat::Json) {
        printJsonLines(context, **result, *lines);
    } else if (options.format == OutputFormat::Csv) {
        const auto csv = exchange::toCsv(*lines, output, (*directory)->knowledge().labels());
        if (!csv)
            return context.report(csv.error());
        context.out << QString::fromUtf8(*csv);
    } else {
        if (output.columns.isEmpty()) {
            output.columns = {QStringLiteral("id"), QStringLiteral("name"), QStringLiteral("city"),
                              QStringLiteral("departement"), QStringLiteral("equipment")};
            if (filter->near)
                output.columns.insert(4, QStringLiteral("distance_km"));
        }
        output.profile = exchange::CsvProfile::ExcelFr; // labels rather than codes
        printLines(context, **directory, **result, *lines, output);
    }
    return (*result)->count() == 0 ? NothingMatches : Done;
}

} // namespace

void addSearch(CLI::App &app, Action &chosen)
{
    const auto options = std::make_shared<Options>();
    CLI::App *command =
        app.add_subcommand("search", SearchText::tr("List the places that satisfy a filter").toStdString());
    options->filter.addTo(*command);
    command->add_option("--sort", options->sort, SearchText::tr("Order").toStdString())
        ->check(CLI::IsMember({"name", "city", "distance", "updated"}))
        ->option_text("name|city|distance|updated");
    command->add_option("--limit", options->limit, SearchText::tr("How many at most; 0 = all").toStdString())
        ->check(CLI::NonNegativeNumber)
        ->option_text("N");
    command->add_option("--columns", options->columns, SearchText::tr("Keys, separated by commas").toStdString());
    addFormat(*command, options->format, {OutputFormat::Table, OutputFormat::Csv, OutputFormat::Json});
    command->callback([options, &chosen] { chosen = [options](Context &context) { return run(context, *options); }; });
}

} // namespace repere::cli
