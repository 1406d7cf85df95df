#include "cli/command.h"
#include "cli/usage.h"
#include "directory/language.h"

#include <QCoreApplication>

#include <cstdio>

using namespace repere;

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    application.setApplicationName(QStringLiteral("repere"));
    application.setApplicationVersion(QStringLiteral(REPERE_VERSION));
    const QString language = directory::chooseLanguage({});
    directory::installLanguage(application, language);

    QTextStream out(stdout);
    QTextStream err(stderr);
    cli::Context context(out, err, language == u"fr");

    CLI::App app("Repère: the directory of French ateliers", "repere-cli");
    app.set_version_flag("--version", "repere-cli " REPERE_VERSION);
    app.require_subcommand(1);
    app.fallthrough();
    std::string directoryFile;
    app.add_option("--directory", directoryFile, "The directory file");
    cli::Action chosen;
    for (const cli::Setup setup : {cli::addSearch, cli::addExport, cli::addFacets, cli::addShow, cli::addImport,
                                   cli::addEditing, cli::addHistory, cli::addPlaces, cli::addStats, cli::addFiles})
        setup(app, chosen);

    try {
        app.parse(argc, argv);
    } catch (const CLI::Success &success) { // --help, --version
        return app.exit(success);
    } catch (const CLI::ParseError &error) {
        return context.report({ErrorCode::Usage, cli::usageSentence(error)});
    }
    context.directoryFile = cli::text(directoryFile);
    return chosen(context);
}
