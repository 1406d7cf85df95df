#pragma once

#include "directory/directory.h"
#include "directory/filter_words.h"

#include <CLI/CLI.hpp>

#include <QTextStream>

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace repere::cli {

/// Exit statuses of the contract.
enum ExitStatus { Done = 0, NothingMatches = 1, WrongUsage = 2, Unreadable = 3, DoneWithRejections = 4 };
int exitStatusOf(ErrorCode code);

/// What every command gets: where the directory is, the words and places, where to write.
class Context
{
public:
    Context(QTextStream &out, QTextStream &err, bool french);

    QTextStream &out;
    QTextStream &err;
    const bool french;
    QString directoryFile; ///< of --directory; empty = the default file

    Result<directory::Knowledge> knowledge();
    /// Whether a missing file is an error, or is created empty (the default file is always seeded).
    enum class WhenMissing { Fail, CreateEmpty };
    Result<std::unique_ptr<directory::Directory>> open(WhenMissing whenMissing = WhenMissing::Fail);

    /// Prints the error once and gives its exit status.
    int report(const Error &error);
    void remark(const QString &sentence); ///< to stderr

private:
    std::optional<directory::Knowledge> m_knowledge;
};

/// Runs one command; its arguments are already parsed.
using Action = std::function<int(Context &)>;

/// Adds one command to the parser; the action runs when it was chosen.
using Setup = void (*)(CLI::App &app, Action &chosen);
void addSearch(CLI::App &app, Action &chosen);
void addExport(CLI::App &app, Action &chosen);
void addFacets(CLI::App &app, Action &chosen);
void addShow(CLI::App &app, Action &chosen);
void addImport(CLI::App &app, Action &chosen);
void addEditing(CLI::App &app, Action &chosen); ///< add, edit, remove
void addHistory(CLI::App &app, Action &chosen); ///< undo, redo, history
void addPlaces(CLI::App &app, Action &chosen);  ///< locate, geocode
void addSources(CLI::App &app, Action &chosen);
void addStats(CLI::App &app, Action &chosen);
void addCoverage(CLI::App &app, Action &chosen);
void addDuplicates(CLI::App &app, Action &chosen); ///< duplicates, merge
void addFiles(CLI::App &app, Action &chosen);      ///< new, backup, restore, check

QString text(const std::string &argument);
QStringList texts(const std::vector<std::string> &arguments);

} // namespace repere::cli
