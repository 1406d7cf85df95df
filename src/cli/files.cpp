#include "cli/output.h"
#include "core/shown_text.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace repere::cli {

namespace {

struct FilesText {
    Q_DECLARE_TR_FUNCTIONS(Files)
};

struct Options {
    std::string file;
    bool starter = false;
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

int restore(Context &context, const Options &options)
{
    const auto knowledge = context.knowledge();
    if (!knowledge)
        return context.report(knowledge.error());
    const QString target = context.directoryFile.isEmpty() ? directory::defaultDirectoryPath() : context.directoryFile;
    const auto kept = directory::restoreFrom(text(options.file), target, *knowledge, directory::Clock::system());
    if (!kept)
        return context.report(kept.error());
    if (!kept->isEmpty())
        context.err << FilesText::tr("The former directory is kept as %1").arg(*kept) << Qt::endl;
    return Done;
}

int check(Context &context, const Options &)
{
    const auto directory = context.open();
    if (!directory)
        return context.report(directory.error());
    const auto findings = (*directory)->check();
    if (!findings)
        return context.report(findings.error());
    bool damaged = false;
    for (const store::Finding &finding : *findings) {
        damaged = damaged || finding.damage;
        if (finding.id != 0)
            context.out << finding.id << "  ";
        context.out << shownLine(finding.message) << '\n';
    }
    const auto quality = std::count_if(findings->begin(), findings->end(), [](const auto &f) { return !f.damage; });
    context.out << (damaged ? FilesText::tr("The file is damaged: restore a backup.")
                            : FilesText::tr("The file is whole."))
                << ' ' << FilesText::tr("%n remark(s) on the data.", nullptr, static_cast<int>(quality)) << '\n';
    return damaged ? Unreadable : Done;
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
    restoreCommand->add_option("file", options->file, FilesText::tr("The copy").toStdString())->required();
    restoreCommand->callback(
        [options, &chosen] { chosen = [options](Context &context) { return restore(context, *options); }; });

    CLI::App *checkCommand =
        app.add_subcommand("check", FilesText::tr("Integrity of the file, quality of the data").toStdString());
    checkCommand->callback(
        [options, &chosen] { chosen = [options](Context &context) { return check(context, *options); }; });
}

} // namespace repere::cli
