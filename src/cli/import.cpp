#include "cli/filter_options.h"
#include "cli/output.h"

#include <QCoreApplication>
#include <QSaveFile>

namespace repere::cli {

namespace {

struct ImportText {
    Q_DECLARE_TR_FUNCTIONS(ImportCommand)
};

struct Options {
    std::vector<std::string> files;
    std::string formatId;
    bool dryRun = false;
    std::string report;
    OutputFormat format = OutputFormat::Table;
};

Result<void> writeReport(const QString &path, const ImportReport &report)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return failure(ErrorCode::Unwritable,
                       ImportText::tr("The report %1 cannot be written: %2.").arg(path, file.errorString()));
    QString text = csvLine({QStringLiteral("file"), QStringLiteral("line"), QStringLiteral("column"),
                            QStringLiteral("value"), QStringLiteral("cause"), QStringLiteral("consequence")})
                   + u'\n';
    for (const ImportReport::Rejection &r : report.rejections)
        text += csvLine({r.file, QString::number(r.line), r.column, r.value, r.cause, r.consequence}) + u'\n';
    file.write(text.toUtf8());
    if (!file.commit())
        return failure(ErrorCode::Unwritable,
                       ImportText::tr("The report %1 cannot be written: %2.").arg(path, file.errorString()));
    return {};
}

void printReport(Context &context, const ImportReport &report, bool dryRun)
{
    printTable(
        context.out,
        {ImportText::tr("Read"), ImportText::tr("New"), ImportText::tr("Merged"), ImportText::tr("Unchanged"),
         ImportText::tr("Doubtful"), ImportText::tr("Rejected")},
        {{QString::number(report.read), QString::number(report.added), QString::number(report.merged),
          QString::number(report.unchanged), QString::number(report.doubtful), QString::number(report.rejected)}},
        {true, true, true, true, true, true});
    if (dryRun)
        context.out << ImportText::tr("Dry run: nothing was changed.") << '\n';
}

void printJsonReport(Context &context, const ImportReport &report)
{
    nlohmann::ordered_json document = {{"read", report.read},         {"new", report.added},
                                       {"merged", report.merged},     {"unchanged", report.unchanged},
                                       {"doubtful", report.doubtful}, {"rejected", report.rejected}};
    document["repairs"] = nlohmann::ordered_json::array();
    for (const ImportReport::Repair &repair : report.repairs) {
        nlohmann::ordered_json entry = {
            {"id", repair.id == 0 ? nlohmann::ordered_json(nullptr) : nlohmann::ordered_json(repair.id)},
            {"field", repair.field.toStdString()},
            {"from", jsonText(repair.from)},
            {"to", jsonText(repair.to)},
            {"why", repair.why.toStdString()}};
        if (repair.proposed)
            entry["proposed"] = true;
        document["repairs"].push_back(std::move(entry));
    }
    printJson(context.out, document);
}

int run(Context &context, const Options &options)
{
    const auto directory = context.open(Context::WhenMissing::CreateEmpty);
    if (!directory)
        return context.report(directory.error());
    JobContext job;
    const auto report =
        (*directory)
            ->import({.files = texts(options.files), .formatId = text(options.formatId), .dryRun = options.dryRun},
                     job);
    if (!report)
        return context.report(report.error());
    if (options.format == OutputFormat::Json)
        printJsonReport(context, *report);
    else
        printReport(context, *report, options.dryRun);
    for (const ImportReport::Rejection &r : report->rejections) {
        context.remark(ImportText::tr("%1, line %2, column %3, value \"%4\": %5; %6")
                           .arg(r.file)
                           .arg(r.line)
                           .arg(r.column, r.value.left(80), r.cause, r.consequence));
    }
    if (!options.report.empty()) {
        if (const auto written = writeReport(text(options.report), *report); !written)
            return context.report(written.error());
    }
    return report->rejected > 0 ? DoneWithRejections : Done;
}

} // namespace

void addImport(CLI::App &app, Action &chosen)
{
    const auto options = std::make_shared<Options>();
    CLI::App *command =
        app.add_subcommand("import", ImportText::tr("Read places from files of Repère (CSV, GeoJSON)").toStdString());
    command->add_option("files", options->files, ImportText::tr("Files").toStdString())->required();
    command->add_option("--as", options->formatId,
                        ImportText::tr("Format, when the content is not recognised").toStdString());
    command->add_flag("--dry-run", options->dryRun,
                      ImportText::tr("Say what would happen, change nothing").toStdString());
    command->add_option("--report", options->report, ImportText::tr("CSV of what was rejected and why").toStdString());
    addFormat(*command, options->format, {OutputFormat::Table, OutputFormat::Json});
    command->callback([options, &chosen] { chosen = [options](Context &context) { return run(context, *options); }; });
}

} // namespace repere::cli
