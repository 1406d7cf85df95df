#include "cli/filter_options.h"
#include "cli/output.h"

#include "directory/statistics.h"

#include <QCoreApplication>
#include <QLocale>

namespace repere::cli {

namespace {

struct StatsText {
    Q_DECLARE_TR_FUNCTIONS(Stats)
};

struct Options {
    FilterOptions filter;
    std::string by;
    bool per100k = false;
    OutputFormat format = OutputFormat::Table;
};

QString labelOf(directory::StatisticKey key, const QString &id, const directory::Knowledge &knowledge, bool french)
{
    using Key = directory::StatisticKey;
    if (id == kUnknown)
        return StatsText::tr("unknown");
    switch (key) {
    case Key::Region: return knowledge.label(Facet::Region, id, french);
    case Key::Departement: return knowledge.label(Facet::Departement, id, french);
    case Key::Type: return knowledge.label(Facet::Type, id, french);
    case Key::Equipment: return knowledge.label(Facet::Equipment, id, french);
    case Key::Year: break;
    }
    return id;
}

int run(Context &context, const Options &options)
{
    const auto key = directory::statisticKeyNamed(text(options.by));
    const bool hasPopulation = key == directory::StatisticKey::Region || key == directory::StatisticKey::Departement;
    if (options.per100k && !hasPopulation)
        return context.report({ErrorCode::Usage, StatsText::tr("--per-100k needs --by region or --by departement.")});
    const auto filter = options.filter.understand(context);
    if (!filter)
        return context.report(filter.error());
    const auto directory = context.open();
    if (!directory)
        return context.report(directory.error());
    const auto result = (*directory)->search(*filter);
    if (!result)
        return context.report(result.error());
    const auto statistics = directory::statistics(**directory, **result, *key);
    if (!statistics)
        return context.report(statistics.error());

    const directory::Knowledge &knowledge = (*directory)->knowledge();
    if (options.format == OutputFormat::Json) {
        nlohmann::ordered_json document = {{"by", options.by}, {"count", (*result)->count()}};
        document["rows"] = nlohmann::ordered_json::array();
        for (const auto &row : *statistics) {
            nlohmann::ordered_json entry = {{"id", row.id.toStdString()},
                                            {"label", labelOf(*key, row.id, knowledge, context.french).toStdString()},
                                            {"count", row.count}};
            if (row.population)
                entry["population"] = *row.population;
            if (options.per100k)
                entry["per_100k"] =
                    row.per100k ? nlohmann::ordered_json(*row.per100k) : nlohmann::ordered_json(nullptr);
            document["rows"].push_back(std::move(entry));
        }
        printJson(context.out, document);
        return (*result)->count() == 0 ? NothingMatches : Done;
    }

    const bool csv = options.format == OutputFormat::Csv;
    QStringList headings = csv ? QStringList{QStringLiteral("id"), QStringLiteral("label"), QStringLiteral("count")}
                               : QStringList{StatsText::tr("Code"), StatsText::tr("Label"), StatsText::tr("Places")};
    if (options.per100k)
        headings.append(csv ? QStringLiteral("per_100k") : StatsText::tr("Per 100,000 inhabitants"));
    std::vector<QStringList> rows;
    for (const auto &row : *statistics) {
        QStringList cells = {row.id == kUnknown && !csv ? QString() : row.id,
                             labelOf(*key, row.id, knowledge, context.french), QString::number(row.count)};
        if (options.per100k) {
            const QString figure =
                row.per100k ? (csv ? QString::number(*row.per100k, 'f', 3) : QLocale().toString(*row.per100k, 'f', 2))
                            : QString();
            cells.append(figure);
        }
        rows.push_back(cells);
    }
    if (csv) {
        context.out << csvLine(headings) << '\n';
        for (const QStringList &row : rows)
            context.out << csvLine(row) << '\n';
    } else {
        printTable(context.out, headings, rows, {false, false, true, true});
    }
    return (*result)->count() == 0 ? NothingMatches : Done;
}

} // namespace

void addStats(CLI::App &app, Action &chosen)
{
    const auto options = std::make_shared<Options>();
    CLI::App *command = app.add_subcommand(
        "stats", StatsText::tr("Figures by région, département, type, machine or founding year").toStdString());
    options->filter.addTo(*command);
    command->add_option("--by", options->by, StatsText::tr("What the lines are").toStdString())
        ->required()
        ->check(CLI::IsMember({"region", "departement", "type", "equipment", "year"}))
        ->option_text("region|departement|type|equipment|year");
    command->add_flag("--per-100k", options->per100k, StatsText::tr("Also per 100 000 inhabitants").toStdString());
    addFormat(*command, options->format, {OutputFormat::Table, OutputFormat::Csv, OutputFormat::Json});
    command->callback([options, &chosen] { chosen = [options](Context &context) { return run(context, *options); }; });
}

} // namespace repere::cli
