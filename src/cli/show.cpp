#include "cli/output.h"
#include "core/shown_text.h"
#include "exchange/json.h"
#include "exchange/writer.h"

#include <QCoreApplication>

namespace repere::cli {

namespace {

struct ShowText {
    Q_DECLARE_TR_FUNCTIONS(Show)
};

struct Options {
    std::int64_t id = 0;
    OutputFormat format = OutputFormat::Table;
};

void printFiche(Context &context, const directory::Directory &directory, const Atelier &atelier)
{
    exchange::ExportOptions options;
    options.french = context.french;
    const exchange::LabelSource labels = directory.knowledge().labels();
    const exchange::ExportedAtelier line{atelier, std::nullopt};
    qsizetype width = 0;
    for (const exchange::Column &column : exchange::columns())
        width = std::max(width, column.label.in(context.french).size());
    for (const exchange::Column &column : exchange::columns()) {
        if (column.key == u"distance_km" || column.key == u"equipment_details" || column.key == u"provenance")
            continue;
        const QString value = exchange::columnText(column.key, line, options, labels);
        context.out << column.label.in(context.french).leftJustified(width + 2)
                    << (value.isEmpty() ? ShowText::tr("unknown") : shownText(value)) << '\n';
    }
}

int run(Context &context, const Options &options)
{
    const auto directory = context.open();
    if (!directory)
        return context.report(directory.error());
    const auto atelier = (*directory)->read(options.id);
    if (!atelier) {
        if (options.format == OutputFormat::Json && atelier.error().code == ErrorCode::NotFound)
            printJson(context.out, nullptr);
        return context.report(atelier.error());
    }
    if (options.format == OutputFormat::Json)
        printJson(context.out, exchange::atelierToJson(*atelier, std::nullopt));
    else
        printFiche(context, **directory, *atelier);
    return Done;
}

} // namespace

void addShow(CLI::App &app, Action &chosen)
{
    const auto options = std::make_shared<Options>();
    CLI::App *command = app.add_subcommand("show", ShowText::tr("Everything known of one place").toStdString());
    command->add_option("id", options->id, ShowText::tr("Number of the place").toStdString())->required();
    command->add_option("--format", options->format, ShowText::tr("Form of the answer").toStdString())
        ->transform(CLI::CheckedTransformer(std::vector<std::pair<std::string, OutputFormat>>{
            {"text", OutputFormat::Table}, {"json", OutputFormat::Json}}));
    command->callback([options, &chosen] { chosen = [options](Context &context) { return run(context, *options); }; });
}

} // namespace repere::cli
