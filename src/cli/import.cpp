#include "cli/filter_options.h"
#include "cli/output.h"
#include "core/shown_text.h"

#include "exchange/fetch.h"
#include "exchange/table_mapping.h"

#include <QCoreApplication>
#include <QSaveFile>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QUrl>

#include <algorithm>

#include <cmath>
#include <cstdio>

namespace repere::cli {

namespace {

using Json = nlohmann::ordered_json;

struct ImportText {
    Q_DECLARE_TR_FUNCTIONS(ImportCommand)
};

struct Options {
    std::vector<std::string> files;
    std::string formatId;
    std::string mapping;
    bool dryRun = false;
    bool keepPersonal = false;
    bool partial = false;
    bool complete = false;
    std::string report;
    OutputFormat format = OutputFormat::Table;
};

/// The report for people and spreadsheets: what was rejected, what waits, what was repaired or is proposed.
QString reportText(const ImportReport &report)
{
    QString text =
        csvLine({QStringLiteral("file"), QStringLiteral("line"), QStringLiteral("record"), QStringLiteral("column"),
                 QStringLiteral("value"), QStringLiteral("cause"), QStringLiteral("consequence")})
        + u'\n';
    for (const ImportReport::Rejection &r : report.rejections)
        text += csvLine({r.file, QString::number(r.line), {}, r.column, r.value, r.cause, r.consequence}) + u'\n';
    for (const ImportReport::Doubt &doubt : report.doubts) {
        text += csvLine({doubt.file, QString::number(doubt.line), doubt.record, QStringLiteral("name"), doubt.name,
                         ImportText::tr("may be “%1” (likeness %2): %3")
                             .arg(doubt.candidate, QString::number(doubt.score, 'f', 2), doubt.why),
                         ImportText::tr("waits for a decision")})
                + u'\n';
    }
    for (const ImportReport::Repair &repair : report.repairs) {
        const QString consequence = repair.proposed       ? ImportText::tr("proposed: %1").arg(repair.to)
                                    : repair.to.isEmpty() ? ImportText::tr("left out")
                                                          : ImportText::tr("repaired: %1").arg(repair.to);
        text +=
            csvLine(
                {{}, QString::number(repair.line), repair.record, repair.field, repair.from, repair.why, consequence})
            + u'\n';
    }
    for (const ImportReport::Absence &absence : report.absences) {
        text += csvLine({{},
                         {},
                         absence.record,
                         QStringLiteral("name"),
                         absence.name,
                         ImportText::tr("no longer in the list of %1").arg(absence.source),
                         absence.flagged ? ImportText::tr("flagged as gone since %1").arg(absence.since)
                                         : ImportText::tr("not flagged: it may be an extract")})
                + u'\n';
    }
    return text;
}

/// The first of them by name; all stand in the report.
void printAbsences(Context &context, const ImportReport &report, bool flagged)
{
    constexpr qsizetype most = 10;
    QStringList names;
    for (const ImportReport::Absence &absence : report.absences) {
        if (absence.flagged == flagged)
            names.append(shownLine(absence.name));
    }
    const qsizetype more = names.size() - most;
    QString line = names.first(std::min(most, names.size())).join(QStringLiteral(", "));
    if (more > 0)
        line += ImportText::tr(" and %Ln more (--report FILE.csv lists them)", nullptr, static_cast<int>(more));
    context.out << "  " << line << '\n';
}

Result<void> writeReport(const QString &path, const ImportReport &report)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return failure(ErrorCode::Unwritable,
                       ImportText::tr("The report %1 cannot be written: %2.").arg(path, file.errorString()));
    file.write(reportText(report).toUtf8());
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
    const auto proposed = std::ranges::count_if(report.repairs, &ImportReport::Repair::proposed);
    const auto done = static_cast<int>(std::ssize(report.repairs) - proposed);
    if (done > 0)
        context.out << ImportText::tr("%Ln value(s) repaired; --report FILE.csv lists them.", nullptr, done) << '\n';
    if (proposed > 0)
        context.out << ImportText::tr("%Ln repair(s) proposed, not done.", nullptr, static_cast<int>(proposed)) << '\n';
    if (report.doubtful > 0)
        context.out << ImportText::tr("The doubtful ones wait: repere-cli duplicates.") << '\n';
    if (report.gone > 0) {
        context.out << ImportText::tr("%Ln place(s) gone from the source's list: flagged, not removed.", nullptr,
                                      report.gone)
                    << '\n';
        printAbsences(context, report, true);
    }
    if (report.missing > 0) {
        context.out << ImportText::tr("%Ln place(s) not in the list, but not flagged as gone: it may be an extract. "
                                      "--complete says that it is the whole list.",
                                      nullptr, report.missing)
                    << '\n';
        printAbsences(context, report, false);
    }
    if (report.personal > 0)
        context.out << ImportText::tr("%Ln value(s) about persons left out (--keep-personal takes them).", nullptr,
                                      report.personal)
                    << '\n';
    if (dryRun)
        context.out << ImportText::tr("Dry run: nothing was changed.") << '\n';
}

void printJsonReport(Context &context, const ImportReport &report)
{
    Json document = {{"read", report.read},           {"new", report.added},         {"merged", report.merged},
                     {"unchanged", report.unchanged}, {"doubtful", report.doubtful}, {"rejected", report.rejected},
                     {"gone", report.gone},           {"missing", report.missing},   {"personal", report.personal}};
    document["repairs"] = Json::array();
    for (const ImportReport::Repair &repair : report.repairs) {
        Json entry = {{"id", repair.id == 0 ? Json(nullptr) : Json(repair.id)},
                      {"record", jsonText(repair.record)},
                      {"field", repair.field.toStdString()},
                      {"from", jsonText(repair.from)},
                      {"to", jsonText(repair.to)},
                      {"why", repair.why.toStdString()}};
        if (repair.proposed)
            entry["proposed"] = true;
        document["repairs"].push_back(std::move(entry));
    }
    document["absences"] = Json::array();
    for (const ImportReport::Absence &absence : report.absences)
        document["absences"].push_back({{"id", absence.id},
                                        {"name", absence.name.toStdString()},
                                        {"source", absence.source.toStdString()},
                                        {"record", jsonText(absence.record)},
                                        {"since", absence.since.toStdString()},
                                        {"flagged", absence.flagged}});
    printJson(context.out, document);
}

/// What comes through the pipe as a file: a reader goes back and forth in it.
Result<QString> standardInput(const QTemporaryDir &folder)
{
    const QString path = folder.filePath(ImportText::tr("standard input"));
    QFile in;
    QFile out(path);
    if (!in.open(stdin, QIODevice::ReadOnly) || !out.open(QIODevice::WriteOnly))
        return failure(ErrorCode::Unreadable, ImportText::tr("Standard input cannot be read; nothing was imported."));
    while (!in.atEnd()) {
        const QByteArray part = in.read(1 << 20);
        if (out.write(part) != part.size())
            return failure(ErrorCode::Unwritable,
                           ImportText::tr("%1 cannot be written: %2.").arg(path, out.errorString()));
    }
    return path;
}

/// A file as it is; what comes through the pipe or from an address as a file of ours.
Result<QString> fileOf(Context &context, const QString &name, const QTemporaryDir &folder)
{
    if (name == u"-")
        return standardInput(folder);
    const QUrl url(name, QUrl::StrictMode);
    if (url.scheme() != u"https" && url.scheme() != u"http")
        return name;
    JobContext job;
    exchange::FetchRequest request;
    request.url = url;
    request.cacheFolder =
        QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) + QStringLiteral("/repere/fetched");
    const auto fetched = exchange::fetch(request, job);
    if (!fetched)
        return std::unexpected(fetched.error());
    if (fetched->unchanged)
        context.remark(ImportText::tr("%1: unchanged since it was last fetched.").arg(name));
    return fetched->path;
}

Result<directory::ImportRequest> requestOf(Context &context, const Options &options, const QTemporaryDir &folder)
{
    directory::ImportRequest request{.files = {}, .formatId = text(options.formatId)};
    request.dryRun = options.dryRun;
    request.keepPersonal = options.keepPersonal;
    request.partial = options.partial;
    request.complete = options.complete;
    for (const QString &file : texts(options.files)) {
        const auto path = fileOf(context, file, folder);
        if (!path)
            return std::unexpected(path.error());
        request.files.append(*path);
    }
    if (!options.mapping.empty()) {
        auto mapping = exchange::readMapping(text(options.mapping));
        if (!mapping)
            return std::unexpected(mapping.error());
        request.mapping = std::move(*mapping);
    }
    return request;
}

int run(Context &context, const Options &options)
{
    const QTemporaryDir folder;
    const auto request = requestOf(context, options, folder);
    if (!request)
        return context.report(request.error());
    const auto directory = context.open(Context::WhenMissing::CreateEmpty);
    if (!directory)
        return context.report(directory.error());
    JobContext job;
    const auto report = (*directory)->import(*request, job);
    if (!report)
        return context.report(report.error());
    if (options.format == OutputFormat::Json)
        printJsonReport(context, *report);
    else
        printReport(context, *report, options.dryRun);
    for (const QString &remark : report->remarks)
        context.remark(remark);
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
    CLI::App *command = app.add_subcommand(
        "import", ImportText::tr("Read places from files, standard input (-) or addresses").toStdString());
    command->add_option("files", options->files, ImportText::tr("Files or addresses").toStdString())->required();
    command->add_option("--as", options->formatId,
                        ImportText::tr("Format, when the content is not recognised").toStdString());
    command->add_option("--mapping", options->mapping,
                        ImportText::tr("Profile that says what the columns of a table are").toStdString());
    command->add_flag("--dry-run", options->dryRun,
                      ImportText::tr("Say what would happen, change nothing").toStdString());
    auto *const partial = command->add_flag(
        "--partial", options->partial, ImportText::tr("No whole list: what is not in it is not gone").toStdString());
    command
        ->add_flag(
            "--complete", options->complete,
            ImportText::tr("A whole list, even if it lacks most places or does not say what it holds: what is not "
                           "in it is gone")
                .toStdString())
        ->excludes(partial);
    command->add_flag("--keep-personal", options->keepPersonal,
                      ImportText::tr("Take what the sources say about persons, too").toStdString());
    command->add_option("--report", options->report,
                        ImportText::tr("CSV of what was rejected, waits or was repaired, and why").toStdString());
    addFormat(*command, options->format, {OutputFormat::Table, OutputFormat::Json});
    command->callback([options, &chosen] { chosen = [options](Context &context) { return run(context, *options); }; });
}

} // namespace repere::cli
