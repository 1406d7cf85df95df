#include "cli/filter_options.h"
#include "directory/whole_export.h"
#include "exchange/writer.h"

#include <QCoreApplication>

namespace repere::cli {

namespace {

struct ExportText {
    Q_DECLARE_TR_FUNCTIONS(ExportCommand)
};

struct Options {
    FilterOptions filter;
    std::string to;
    std::string format;
    std::string profile = "excel-fr";
    std::string columns;
    bool personal = false;
};

/// What was written, under which licences, and what stands against publishing it.
int tell(Context &context, int count, int total, const QString &target, const directory::LicenceReport &licences)
{
    context.err << ExportText::tr("%1 of %2 written to %3").arg(count).arg(total).arg(target) << Qt::endl;
    if (const QString words = directory::licenceWords(licences); !words.isEmpty())
        context.err << ExportText::tr("Licences: %1").arg(words) << Qt::endl;
    for (const QString &warning : directory::licenceWarnings(licences))
        context.err << ExportText::tr("Beware: %1").arg(warning) << Qt::endl;
    return count == 0 ? NothingMatches : Done;
}

/// The whole file, in the order of the numbers: nothing to find, nothing to sort.
int writeAll(Context &context, const directory::Directory &directory, const QString &target,
             const exchange::ExportOptions &options)
{
    JobContext job;
    const auto written = directory::exportWhole(directory.path(), target, options, directory.knowledge(), job);
    return written ? tell(context, written->count, written->count, target, written->licences)
                   : context.report(written.error());
}

int writeSome(Context &context, directory::Directory &directory, const Filter &filter, const QString &target,
              const exchange::ExportOptions &options)
{
    const auto result = directory.search(filter, filter.near ? SortKey::Distance : SortKey::Name);
    if (!result)
        return context.report(result.error());
    JobContext job;
    const auto written = directory.exportTo(target, options, **result, job);
    if (!written)
        return context.report(written.error());
    const auto licences = directory.licences(**result, job);
    if (!licences)
        return context.report(licences.error());
    return tell(context, *written, (*result)->counts().total, target, *licences);
}

int run(Context &context, const Options &options)
{
    const auto filter = options.filter.understand(context);
    if (!filter)
        return context.report(filter.error());
    const QString target = text(options.to);
    const auto format =
        options.format.empty() ? exchange::outputFormatOf(target) : exchange::outputFormatNamed(text(options.format));
    if (!format)
        return context.report(
            {ErrorCode::Usage,
             ExportText::tr("The format of %1 is not known: name it with --format csv|geojson|gpkg|kml|xlsx|ods; "
                            "nothing was written.")
                 .arg(target)});

    const auto directory = context.open();
    if (!directory)
        return context.report(directory.error());
    exchange::ExportOptions output;
    output.format = *format;
    output.profile = options.profile == "open-data" ? exchange::CsvProfile::OpenData : exchange::CsvProfile::ExcelFr;
    output.columns = text(options.columns).split(u',', Qt::SkipEmptyParts);
    output.french = context.french;
    output.personal = options.personal;
    if (*filter == Filter{})
        return writeAll(context, **directory, target, output);
    return writeSome(context, **directory, *filter, target, output);
}

} // namespace

void addExport(CLI::App &app, Action &chosen)
{
    const auto options = std::make_shared<Options>();
    CLI::App *command =
        app.add_subcommand("export", ExportText::tr("Write the places that satisfy a filter to a file").toStdString());
    options->filter.addTo(*command);
    command->add_option("--to", options->to, ExportText::tr("The file; its extension is the format").toStdString())
        ->required();
    command->add_option("--format", options->format, ExportText::tr("Format").toStdString())
        ->check(CLI::IsMember({"csv", "geojson", "gpkg", "kml", "xlsx", "ods"}))
        ->option_text("csv|geojson|gpkg|kml|xlsx|ods");
    command->add_option("--profile", options->profile, ExportText::tr("Form of the CSV").toStdString())
        ->check(CLI::IsMember({"excel-fr", "open-data"}))
        ->option_text("excel-fr|open-data");
    command->add_option("--columns", options->columns, ExportText::tr("Keys, separated by commas").toStdString());
    command->add_flag("--personal", options->personal,
                      ExportText::tr("Write what sources say about persons, too").toStdString());
    command->callback([options, &chosen] { chosen = [options](Context &context) { return run(context, *options); }; });
}

} // namespace repere::cli
