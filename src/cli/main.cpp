#include "cli/command.h"
#include "cli/usage.h"
#include "directory/language.h"

#include <QCoreApplication>

#include <cstdio>

using namespace repere;

namespace {

struct MainText {
    Q_DECLARE_TR_FUNCTIONS(Main)
};

/// The words that the parser itself writes in its help.
void translateParser(CLI::App &app)
{
    const auto say = [&app](const char *key, const QString &words) {
        app.get_formatter()->label(key, words.toStdString());
    };
    say("Usage", MainText::tr("Usage"));
    say("OPTIONS", MainText::tr("OPTIONS"));
    say("SUBCOMMAND", MainText::tr("COMMAND"));
    say("Positionals", MainText::tr("Arguments"));
    say("TEXT", MainText::tr("TEXT"));
    say("FLOAT", MainText::tr("NUMBER"));
    say("INT", MainText::tr("NUMBER"));
    say("REQUIRED", MainText::tr("REQUIRED"));
    app.option_defaults()->group(MainText::tr("Options").toStdString());
    app.set_help_flag("-h,--help", MainText::tr("Print this help and leave").toStdString());
}

} // namespace

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

    CLI::App app(MainText::tr("Repère: the directory of French ateliers").toStdString(), "repere-cli");
    translateParser(app);
    app.set_version_flag("--version", "repere-cli " REPERE_VERSION,
                         MainText::tr("Print the version and leave").toStdString());
    app.require_subcommand(1);
    app.fallthrough();
    std::string directoryFile;
    app.add_option("--directory", directoryFile, MainText::tr("The directory file").toStdString());
    cli::Action chosen;
    for (const cli::Setup setup : {cli::addSearch, cli::addExport, cli::addFacets, cli::addShow, cli::addImport,
                                   cli::addEditing, cli::addHistory, cli::addPlaces, cli::addSources, cli::addStats,
                                   cli::addCoverage, cli::addDuplicates, cli::addFiles})
        setup(app, chosen);
    for (CLI::App *command : app.get_subcommands({}))
        command->group(MainText::tr("Commands").toStdString());

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
