#include "cli/output.h"
#include "exchange/reader.h"
#include "exchange/source_list.h"

#include <QCoreApplication>

namespace repere::cli {

namespace {

struct SourcesText {
    Q_DECLARE_TR_FUNCTIONS(SourcesCommand)
};

struct Options {
    OutputFormat format = OutputFormat::Table;
};

void printJson(Context &context, const std::vector<exchange::OpenSource> &sources)
{
    nlohmann::ordered_json document = {{"formats", nlohmann::ordered_json::array()},
                                       {"sources", nlohmann::ordered_json::array()}};
    for (const exchange::InputFormat &format : exchange::inputFormats())
        document["formats"].push_back({{"id", format.id.toStdString()}, {"name", format.name.toStdString()}});
    for (const exchange::OpenSource &source : sources) {
        document["sources"].push_back({{"id", source.id.toStdString()},
                                       {"name", source.name.in(context.french).toStdString()},
                                       {"format", source.format.toStdString()},
                                       {"address", jsonText(source.address.toString())},
                                       {"home", jsonText(source.home.toString())},
                                       {"licence", jsonText(source.licence)},
                                       {"licence_url", jsonText(source.licenceUrl.toString())},
                                       {"attribution", source.attribution.toStdString()},
                                       {"personal", source.personal},
                                       {"notes", source.notes.in(context.french).toStdString()}});
    }
    cli::printJson(context.out, document);
}

void printTables(Context &context, const std::vector<exchange::OpenSource> &sources)
{
    std::vector<QStringList> rows;
    for (const exchange::InputFormat &format : exchange::inputFormats())
        rows.push_back({format.id, format.name});
    printTable(context.out, {SourcesText::tr("Format"), SourcesText::tr("Files it reads")}, rows);
    context.out << '\n';
    rows.clear();
    for (const exchange::OpenSource &source : sources) {
        const QUrl &where = source.address.isEmpty() ? source.home : source.address;
        rows.push_back({source.id, source.name.in(context.french),
                        source.licence.isEmpty() ? SourcesText::tr("not stated") : source.licence,
                        where.isEmpty() ? SourcesText::tr("from a file") : where.toString()});
    }
    printTable(
        context.out,
        {SourcesText::tr("Open data"), SourcesText::tr("Name"), SourcesText::tr("Licence"), SourcesText::tr("Address")},
        rows);
    context.out << '\n';
    for (const exchange::OpenSource &source : sources)
        context.out << QStringLiteral("%1 — %2\n").arg(source.id, source.notes.in(context.french));
}

int run(Context &context, const Options &options)
{
    const auto sources = exchange::readSourceList(directory::findDataFolder());
    if (!sources)
        return context.report(sources.error());
    if (options.format == OutputFormat::Json)
        printJson(context, *sources);
    else
        printTables(context, *sources);
    return Done;
}

} // namespace

void addSources(CLI::App &app, Action &chosen)
{
    const auto options = std::make_shared<Options>();
    CLI::App *command = app.add_subcommand(
        "sources", SourcesText::tr("The formats that can be read, and open data sets of places").toStdString());
    addFormat(*command, options->format, {OutputFormat::Table, OutputFormat::Json});
    command->callback([options, &chosen] { chosen = [options](Context &context) { return run(context, *options); }; });
}

} // namespace repere::cli
