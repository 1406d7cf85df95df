#include "cli/filter_options.h"
#include "cli/output.h"

#include <QCoreApplication>

namespace repere::cli {

namespace {

struct FacetsText {
    Q_DECLARE_TR_FUNCTIONS(Facets)
};

struct Options {
    FilterOptions filter;
    OutputFormat format = OutputFormat::Table;
};

QString labelOf(Facet facet, const QString &id, const directory::Knowledge &knowledge, bool french)
{
    return id == kUnknown ? FacetsText::tr("unknown") : knowledge.label(facet, id, french);
}

int run(Context &context, const Options &options)
{
    const auto filter = options.filter.understand(context);
    if (!filter)
        return context.report(filter.error());
    const auto directory = context.open();
    if (!directory)
        return context.report(directory.error());
    const auto result = (*directory)->search(*filter);
    if (!result)
        return context.report(result.error());

    const directory::Knowledge &knowledge = (*directory)->knowledge();
    const FilterCounts &counts = (*result)->counts();
    if (options.format == OutputFormat::Json) {
        nlohmann::ordered_json document;
        document["total"] = counts.total;
        document["count"] = counts.count;
        for (const Facet facet : kFacets) {
            nlohmann::ordered_json values = nlohmann::ordered_json::array();
            for (const FacetCount &value : counts[facet]) {
                values.push_back({{"id", value.id.toStdString()},
                                  {"label", labelOf(facet, value.id, knowledge, context.french).toStdString()},
                                  {"count", value.count}});
            }
            document["facets"][facetKey(facet).toStdString()] = std::move(values);
        }
        printJson(context.out, document);
    } else {
        std::vector<QStringList> rows;
        for (const Facet facet : kFacets) {
            for (const FacetCount &value : counts[facet]) {
                if (value.count > 0)
                    rows.push_back({facetKey(facet), value.id, labelOf(facet, value.id, knowledge, context.french),
                                    QString::number(value.count)});
            }
        }
        printTable(
            context.out,
            {FacetsText::tr("Facet"), FacetsText::tr("Value"), FacetsText::tr("Label"), FacetsText::tr("Places")}, rows,
            {false, false, false, true});
        context.out << FacetsText::tr("%1 of %2").arg(counts.count).arg(counts.total) << '\n';
    }
    return counts.count == 0 ? NothingMatches : Done;
}

} // namespace

void addFacets(CLI::App &app, Action &chosen)
{
    const auto options = std::make_shared<Options>();
    CLI::App *command = app.add_subcommand(
        "facets", FacetsText::tr("Count by région, département, type, machine, status, public, service").toStdString());
    options->filter.addTo(*command);
    addFormat(*command, options->format, {OutputFormat::Table, OutputFormat::Json});
    command->callback([options, &chosen] { chosen = [options](Context &context) { return run(context, *options); }; });
}

} // namespace repere::cli
