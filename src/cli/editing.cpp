#include "cli/filter_options.h"
#include "cli/output.h"

#include "directory/normalise.h"
#include "exchange/reader.h"

#include <QCoreApplication>

namespace repere::cli {

namespace {

struct EditingText {
    Q_DECLARE_TR_FUNCTIONS(Editing)
};

struct Options {
    std::vector<std::int64_t> ids;
    std::vector<std::string> assignments;
};

/// Applies `--set field=value …` to an atelier; words become ids as in an import, unknown ones are refused.
Result<Atelier> assigned(const Atelier &atelier, const QStringList &assignments, const directory::Knowledge &knowledge)
{
    Atelier result = atelier;
    for (const QString &assignment : assignments) {
        const qsizetype equals = assignment.indexOf(u'=');
        if (equals < 1)
            return failure(
                ErrorCode::Usage,
                EditingText::tr("--set \"%1\": field=value is needed; nothing was changed.").arg(assignment));
        const auto changed =
            directory::withField(result, assignment.left(equals).trimmed(), assignment.mid(equals + 1), knowledge);
        if (!changed)
            return std::unexpected(changed.error());
        result = *changed;
    }
    return result;
}

int add(Context &context, const Options &options)
{
    const auto knowledge = context.knowledge();
    if (!knowledge)
        return context.report(knowledge.error());
    const auto atelier = assigned({}, texts(options.assignments), *knowledge);
    if (!atelier)
        return context.report(atelier.error());
    if (atelier->name.trimmed().isEmpty())
        return context.report({ErrorCode::Usage, EditingText::tr("--set name=… is needed: a place needs a name; "
                                                                 "nothing was added.")});
    const auto directory = context.open(Context::WhenMissing::CreateEmpty);
    if (!directory)
        return context.report(directory.error());
    const auto id = (*directory)->add(*atelier);
    if (!id)
        return context.report(id.error());
    context.out << *id << '\n';
    return Done;
}

int edit(Context &context, const Options &options)
{
    const auto directory = context.open();
    if (!directory)
        return context.report(directory.error());
    const auto atelier = (*directory)->read(options.ids.front());
    if (!atelier)
        return context.report(atelier.error());
    const auto changed = assigned(*atelier, texts(options.assignments), (*directory)->knowledge());
    if (!changed)
        return context.report(changed.error());
    if (const auto done = (*directory)->update(*changed); !done)
        return context.report(done.error());
    return Done;
}

int remove(Context &context, const Options &options)
{
    const auto directory = context.open();
    if (!directory)
        return context.report(directory.error());
    if (const auto done = (*directory)->remove(options.ids); !done)
        return context.report(done.error());
    return Done;
}

} // namespace

void addEditing(CLI::App &app, Action &chosen)
{
    const auto options = std::make_shared<Options>();
    CLI::App *addCommand = app.add_subcommand("add", EditingText::tr("Add a place and print its number").toStdString());
    addRepeatable(*addCommand, "--set", options->assignments,
                  EditingText::tr("field=value; lists joined by |").toStdString())
        ->required();
    addCommand->callback(
        [options, &chosen] { chosen = [options](Context &context) { return add(context, *options); }; });

    CLI::App *editCommand = app.add_subcommand("edit", EditingText::tr("Change fields of a place").toStdString());
    editCommand->add_option("id", options->ids, EditingText::tr("Number of the place").toStdString())
        ->required()
        ->expected(1);
    addRepeatable(*editCommand, "--set", options->assignments,
                  EditingText::tr("field=value; an empty value means unknown").toStdString())
        ->required();
    editCommand->callback(
        [options, &chosen] { chosen = [options](Context &context) { return edit(context, *options); }; });

    CLI::App *removeCommand =
        app.add_subcommand("remove", EditingText::tr("Remove places; undo brings them back").toStdString());
    removeCommand->add_option("id", options->ids, EditingText::tr("Numbers of the places").toStdString())->required();
    removeCommand->callback(
        [options, &chosen] { chosen = [options](Context &context) { return remove(context, *options); }; });
}

} // namespace repere::cli
