#include "cli/filter_options.h"
#include "cli/output.h"

#include "directory/coverage.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace repere::cli {

namespace {

struct CoverageText {
    Q_DECLARE_TR_FUNCTIONS(Coverage)
};

struct Options {
    FilterOptions filter;
    double radiusKilometres = 0;
    std::string region;
    std::string departement;
    OutputFormat format = OutputFormat::Table;
};

/// Which communes are asked for; an error when a name is unknown.
Result<std::function<bool(const Commune &)>> among(const Options &options, const geography::Gazetteer &gazetteer)
{
    const QString region = gazetteer.regionNamed(text(options.region));
    const QString departement = gazetteer.departementNamed(text(options.departement));
    if (region.isEmpty() && !options.region.empty())
        return failure(ErrorCode::Usage,
                       CoverageText::tr("--in-region: “%1” is no région. Nothing was done.").arg(text(options.region)));
    if (departement.isEmpty() && !options.departement.empty())
        return failure(ErrorCode::Usage, CoverageText::tr("--in-departement: “%1” is no département. Nothing was done.")
                                             .arg(text(options.departement)));
    return [region, departement](const Commune &commune) {
        return (region.isEmpty() || commune.region == region)
               && (departement.isEmpty() || commune.departement == departement);
    };
}

QString summaryOf(const directory::Coverage &answer, const QString &kilometres)
{
    const QLocale locale;
    return CoverageText::tr("%1 of %2 communes, %3 of %4 inhabitants, have no such place within %5 km.")
        .arg(locale.toString(answer.uncovered.size()), locale.toString(answer.communes),
             locale.toString(answer.uncoveredPopulation), locale.toString(answer.population), kilometres);
}

void printJson(Context &context, const directory::Coverage &answer, double kilometres)
{
    nlohmann::ordered_json document = {{"radius_km", kilometres},
                                       {"ateliers", answer.ateliers},
                                       {"without_position", answer.withoutPosition},
                                       {"communes", answer.communes},
                                       {"population", answer.population},
                                       {"uncovered_communes", answer.uncovered.size()},
                                       {"uncovered_population", answer.uncoveredPopulation}};
    document["uncovered"] = nlohmann::ordered_json::array();
    for (const directory::UncoveredCommune &commune : answer.uncovered) {
        nlohmann::ordered_json line = {{"insee", commune.insee.toStdString()},
                                       {"commune", commune.name.toStdString()},
                                       {"departement", commune.departement.toStdString()},
                                       {"region", commune.region.toStdString()},
                                       {"population", commune.population}};
        const bool known = commune.nearest != 0;
        line["nearest_id"] = known ? nlohmann::ordered_json(commune.nearest) : nlohmann::ordered_json(nullptr);
        line["nearest"] = jsonText(commune.nearestName);
        line["distance_km"] =
            known ? nlohmann::ordered_json(std::round(commune.distanceMetres) / 1000) : nlohmann::ordered_json(nullptr);
        document["uncovered"].push_back(std::move(line));
    }
    cli::printJson(context.out, document);
}

int run(Context &context, const Options &options)
{
    const auto filter = options.filter.understand(context);
    if (!filter)
        return context.report(filter.error());
    const auto directory = context.open();
    if (!directory)
        return context.report(directory.error());
    const geography::Gazetteer &gazetteer = (*directory)->knowledge().gazetteer();
    const auto asked = among(options, gazetteer);
    if (!asked)
        return context.report(asked.error());
    const auto result = (*directory)->search(*filter);
    if (!result)
        return context.report(result.error());
    const directory::Coverage answer =
        directory::coverage(gazetteer, **result, options.radiusKilometres * 1000, *asked);
    const int status = answer.uncovered.empty() ? NothingMatches : Done;
    if (options.format == OutputFormat::Json) {
        printJson(context, answer, options.radiusKilometres);
        return status;
    }

    const bool csv = options.format == OutputFormat::Csv;
    const QLocale locale;
    std::vector<QStringList> rows;
    for (const directory::UncoveredCommune &commune : answer.uncovered) {
        const bool known = commune.nearest != 0;
        const double kilometres = commune.distanceMetres / 1000;
        if (csv)
            rows.push_back({commune.insee, commune.name, commune.departement, QString::number(commune.population),
                            known ? QString::number(commune.nearest) : QString(), commune.nearestName,
                            known ? QString::number(kilometres, 'f', 3) : QString()});
        else
            rows.push_back({commune.insee, commune.name, commune.departement, locale.toString(commune.population),
                            commune.nearestName, known ? locale.toString(kilometres, 'f', 1) : QString()});
    }
    if (csv) {
        context.out << "insee,commune,departement,population,nearest_id,nearest,distance_km\n";
        for (const QStringList &row : rows)
            context.out << csvLine(row) << '\n';
    } else if (!rows.empty()) {
        printTable(context.out,
                   {CoverageText::tr("Code"), CoverageText::tr("Commune"), CoverageText::tr("Département"),
                    CoverageText::tr("Inhabitants"), CoverageText::tr("Nearest place"), CoverageText::tr("km")},
                   rows, {false, false, false, true, false, true});
    }
    context.remark(summaryOf(answer, locale.toString(options.radiusKilometres)));
    if (answer.withoutPosition > 0)
        context.remark(
            CoverageText::tr("%Ln place(s) without a position are near nobody.", nullptr, answer.withoutPosition));
    return status;
}

} // namespace

void addCoverage(CLI::App &app, Action &chosen)
{
    const auto options = std::make_shared<Options>();
    CLI::App *command = app.add_subcommand(
        "coverage", CoverageText::tr("Communes that have no place of the filter within a distance").toStdString());
    options->filter.addTo(*command);
    command->add_option("--radius", options->radiusKilometres, CoverageText::tr("Kilometres").toStdString())
        ->required()
        ->check(CLI::PositiveNumber)
        ->option_text("KM");
    command->add_option("--in-region", options->region,
                        CoverageText::tr("Only the communes of this région").toStdString());
    command->add_option("--in-departement", options->departement,
                        CoverageText::tr("Only the communes of this département").toStdString());
    addFormat(*command, options->format, {OutputFormat::Table, OutputFormat::Csv, OutputFormat::Json});
    command->callback([options, &chosen] { chosen = [options](Context &context) { return run(context, *options); }; });
}

} // namespace repere::cli
