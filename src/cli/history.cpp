#include "cli/output.h"
#include "core/shown_text.h"

#include <QCoreApplication>
#include <QLocale>

namespace repere::cli {

namespace {

struct HistoryText {
    Q_DECLARE_TR_FUNCTIONS(History)
};

struct Options {
    int steps = 1;
    int limit = 20;
    OutputFormat format = OutputFormat::Table;
};

int step(Context &context, int steps, Result<Change> (directory::Directory::*move)(), const QString &sentence)
{
    const auto directory = context.open();
    if (!directory)
        return context.report(directory.error());
    for (int i = 0; i < steps; ++i) {
        const auto change = ((**directory).*move)();
        if (!change)
            return context.report(change.error());
        context.out << sentence.arg(shownLine(change->name)) << '\n';
    }
    return Done;
}

int list(Context &context, const Options &options)
{
    const auto directory = context.open();
    if (!directory)
        return context.report(directory.error());
    const auto changes = (*directory)->history(options.limit);
    if (!changes)
        return context.report(changes.error());
    if (options.format == OutputFormat::Json) {
        nlohmann::ordered_json document = nlohmann::ordered_json::array();
        for (const Change &change : *changes) {
            document.push_back({{"number", change.number},
                                {"name", change.name.toStdString()},
                                {"author", jsonText(change.author)},
                                {"time", change.time.toUTC().toString(Qt::ISODate).toStdString()},
                                {"inserted", change.inserted},
                                {"updated", change.updated},
                                {"removed", change.removed},
                                {"undone", change.undone},
                                {"undoable", change.undoable}});
        }
        printJson(context.out, document);
        return changes->empty() ? NothingMatches : Done;
    }
    std::vector<QStringList> rows;
    for (const Change &change : *changes) {
        rows.push_back({QString::number(change.number),
                        QLocale().toString(change.time.toLocalTime(), QStringLiteral("dd/MM/yyyy hh:mm")),
                        change.author,
                        QStringLiteral("+%1 ~%2 −%3").arg(change.inserted).arg(change.updated).arg(change.removed),
                        change.undone ? HistoryText::tr("%1 (undone)").arg(change.name) : change.name});
    }
    printTable(context.out,
               {HistoryText::tr("No."), HistoryText::tr("When"), HistoryText::tr("Who"), HistoryText::tr("Places"),
                HistoryText::tr("Change")},
               rows, {true});
    return changes->empty() ? NothingMatches : Done;
}

} // namespace

void addHistory(CLI::App &app, Action &chosen)
{
    const auto options = std::make_shared<Options>();
    CLI::App *undo = app.add_subcommand("undo", HistoryText::tr("Take back the last changes").toStdString());
    undo->add_option("steps", options->steps, HistoryText::tr("How many").toStdString())
        ->check(CLI::PositiveNumber)
        ->option_text("N");
    undo->callback([options, &chosen] {
        chosen = [options](Context &context) {
            return step(context, options->steps, &directory::Directory::undo, HistoryText::tr("Undone: %1"));
        };
    });
    CLI::App *redo = app.add_subcommand("redo", HistoryText::tr("Do again what was undone").toStdString());
    redo->add_option("steps", options->steps, HistoryText::tr("How many").toStdString())
        ->check(CLI::PositiveNumber)
        ->option_text("N");
    redo->callback([options, &chosen] {
        chosen = [options](Context &context) {
            return step(context, options->steps, &directory::Directory::redo, HistoryText::tr("Done again: %1"));
        };
    });
    CLI::App *history =
        app.add_subcommand("history", HistoryText::tr("The changes of the directory, newest first").toStdString());
    history->add_option("--limit", options->limit, HistoryText::tr("How many at most; 0 = all").toStdString())
        ->check(CLI::NonNegativeNumber)
        ->option_text("N");
    addFormat(*history, options->format, {OutputFormat::Table, OutputFormat::Json});
    history->callback([options, &chosen] { chosen = [options](Context &context) { return list(context, *options); }; });
}

} // namespace repere::cli
