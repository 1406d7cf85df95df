#include "cli/output.h"
#include "core/shown_text.h"
#include "directory/recovery.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>

#include <algorithm>

namespace repere::cli {

namespace {

struct FilesText {
    Q_DECLARE_TR_FUNCTIONS(Files)
};

struct Options {
    std::string file;
    bool starter = false;
    bool list = false;
    bool newest = false;
    bool salvage = false;
    OutputFormat format = OutputFormat::Table;
};

int createNew(Context &context, const Options &options)
{
    const auto knowledge = context.knowledge();
    if (!knowledge)
        return context.report(knowledge.error());
    directory::OpenRequest request;
    request.path = text(options.file);
    request.mode = store::OpenMode::Create;
    request.seed = options.starter;
    const auto directory = directory::Directory::open(request, *knowledge, directory::Clock::system());
    if (!directory)
        return context.report(directory.error());
    return Done;
}

int backup(Context &context, const Options &options)
{
    const auto directory = context.open();
    if (!directory)
        return context.report(directory.error());
    JobContext job;
    if (const auto done = (*directory)->backup(text(options.file), job); !done)
        return context.report(done.error());
    return Done;
}

QString targetOf(const Context &context)
{
    return context.directoryFile.isEmpty() ? directory::defaultDirectoryPath() : context.directoryFile;
}

int listCopies(Context &context, const directory::Knowledge &knowledge, OutputFormat format)
{
    const auto copies = directory::safeCopies(targetOf(context));
    std::vector<QStringList> rows;
    nlohmann::ordered_json document = nlohmann::ordered_json::array();
    for (const directory::SafeCopy &copy : copies) {
        const auto content = directory::contentOf(copy, knowledge);
        document.push_back({{"made", copy.made.toString(Qt::ISODate).toStdString()},
                            {"places", content.readable ? nlohmann::ordered_json(content.places) : nullptr},
                            {"bytes", copy.bytes},
                            {"path", copy.path.toStdString()}});
        rows.push_back({QLocale().toString(copy.made.toLocalTime(), QStringLiteral("dd/MM/yyyy hh:mm")),
                        content.readable ? QString::number(content.places) : FilesText::tr("unreadable"), copy.path});
    }
    if (format == OutputFormat::Json)
        printJson(context.out, document);
    else if (copies.empty())
        context.out << FilesText::tr("There is no automatic copy of %1.").arg(targetOf(context)) << '\n';
    else
        printTable(context.out, {FilesText::tr("Made"), FilesText::tr("Places"), FilesText::tr("Copy")}, rows,
                   {false, true});
    return copies.empty() ? NothingMatches : Done;
}

void sayKept(Context &context, const QString &kept)
{
    if (!kept.isEmpty())
        context.err << FilesText::tr("The former directory is kept as %1").arg(kept) << Qt::endl;
}

int salvage(Context &context)
{
    JobContext job;
    const auto saved = directory::salvageInPlace(targetOf(context), directory::Clock::system(), job);
    if (!saved)
        return context.report(saved.error());
    context.out << FilesText::tr("%n place(s) could be read.", nullptr, saved->places);
    if (saved->lostPlaces > 0)
        context.out << ' ' << FilesText::tr("%n place(s) are lost.", nullptr, saved->lostPlaces);
    else if (saved->somethingLost)
        context.out << ' ' << FilesText::tr("Parts of the file could not be read.");
    context.out << '\n';
    sayKept(context, saved->kept);
    return Done;
}

int restore(Context &context, const Options &options)
{
    const int ways =
        (options.file.empty() ? 0 : 1) + (options.list ? 1 : 0) + (options.newest ? 1 : 0) + (options.salvage ? 1 : 0);
    if (ways != 1)
        return context.report(
            {ErrorCode::Usage,
             FilesText::tr("restore needs one of: FILE, --list, --newest, --salvage. Nothing was done.")});
    if (options.salvage)
        return salvage(context);
    const auto knowledge = context.knowledge();
    if (!knowledge)
        return context.report(knowledge.error());
    if (options.list)
        return listCopies(context, *knowledge, options.format);
    QString copy = text(options.file);
    if (options.newest) {
        const auto copies = directory::safeCopies(targetOf(context));
        if (copies.empty())
            return context.report(
                {ErrorCode::Missing,
                 FilesText::tr("There is no automatic copy of %1; nothing was restored.").arg(targetOf(context))});
        copy = copies.front().path;
    }
    const auto kept = directory::restoreFrom(copy, targetOf(context), *knowledge, directory::Clock::system());
    if (!kept)
        return context.report(kept.error());
    sayKept(context, *kept);
    return Done;
}

int sayDamage(Context &context, const std::vector<store::Finding> &findings)
{
    context.out << FilesText::tr("The file is damaged.") << '\n';
    for (const store::Finding &finding : findings)
        context.out << "  " << finding.message << '\n';
    const bool copies = !directory::safeCopies(targetOf(context)).empty();
    context.out
        << (copies ? FilesText::tr("repere-cli restore --list shows its automatic copies, --newest puts the newest "
                                   "in its place; restore --salvage keeps what can be read of it.")
                   : FilesText::tr("repere-cli restore FILE puts a copy in its place; restore --salvage keeps what "
                                   "can be read of it."))
        << '\n';
    return Unreadable;
}

int check(Context &context, const Options &)
{
    const auto directory = context.open();
    if (!directory) {
        if (directory.error().code != ErrorCode::Unreadable
            || !directory::recoveryHelps(targetOf(context), directory.error()))
            return context.report(directory.error());
        const auto damage = directory::examine(targetOf(context));
        return damage ? sayDamage(context, *damage) : context.report(damage.error());
    }
    const auto findings = (*directory)->check();
    if (!findings)
        return context.report(findings.error());
    if (std::ranges::any_of(*findings, &store::Finding::damage))
        return sayDamage(context, *findings);
    for (const store::Finding &finding : *findings) {
        if (finding.id != 0)
            context.out << finding.id << "  ";
        context.out << shownLine(finding.message) << '\n';
    }
    context.out << FilesText::tr("The file is whole.") << ' '
                << FilesText::tr("%n remark(s) on the data.", nullptr, static_cast<int>(findings->size())) << '\n';
    return Done;
}

} // namespace

void addFiles(CLI::App &app, Action &chosen)
{
    const auto options = std::make_shared<Options>();
    CLI::App *newCommand = app.add_subcommand("new", FilesText::tr("Make an empty directory file").toStdString());
    newCommand->add_option("file", options->file, FilesText::tr("The file, which must not exist").toStdString())
        ->required();
    newCommand->add_flag("--starter", options->starter,
                         FilesText::tr("With the places of the starter directory").toStdString());
    newCommand->callback(
        [options, &chosen] { chosen = [options](Context &context) { return createNew(context, *options); }; });

    CLI::App *backupCommand =
        app.add_subcommand("backup", FilesText::tr("Write a whole copy of the directory").toStdString());
    backupCommand->add_option("file", options->file, FilesText::tr("The copy").toStdString())->required();
    backupCommand->callback(
        [options, &chosen] { chosen = [options](Context &context) { return backup(context, *options); }; });

    CLI::App *restoreCommand = app.add_subcommand(
        "restore", FilesText::tr("Put a copy in the place of the directory; the former is kept").toStdString());
    restoreCommand->add_option("file", options->file, FilesText::tr("The copy").toStdString());
    restoreCommand->add_flag("--list", options->list, FilesText::tr("Show the automatic copies").toStdString());
    restoreCommand->add_flag("--newest", options->newest,
                             FilesText::tr("Take the newest automatic copy").toStdString());
    restoreCommand->add_flag("--salvage", options->salvage,
                             FilesText::tr("Take what can be read of the damaged directory").toStdString());
    addFormat(*restoreCommand, options->format, {OutputFormat::Table, OutputFormat::Json});
    restoreCommand->callback(
        [options, &chosen] { chosen = [options](Context &context) { return restore(context, *options); }; });

    CLI::App *checkCommand =
        app.add_subcommand("check", FilesText::tr("Integrity of the file, quality of the data").toStdString());
    checkCommand->callback(
        [options, &chosen] { chosen = [options](Context &context) { return check(context, *options); }; });
}

} // namespace repere::cli
