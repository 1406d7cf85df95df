#include "cli/command.h"

#include "core/shown_text.h"
#include "directory/recovery.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace repere::cli {

int exitStatusOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Usage:
    case ErrorCode::Ambiguous: return WrongUsage;
    case ErrorCode::NotFound: return NothingMatches;
    default: return Unreadable;
    }
}

Context::Context(QTextStream &output, QTextStream &errors, bool wantFrench)
    : out(output), err(errors), french(wantFrench)
{
}

Result<directory::Knowledge> Context::knowledge()
{
    if (!m_knowledge) {
        auto loaded = directory::Knowledge::load(directory::findDataFolder());
        if (!loaded)
            return loaded;
        m_knowledge = std::move(*loaded);
    }
    return *m_knowledge;
}

Result<std::unique_ptr<directory::Directory>> Context::open(WhenMissing whenMissing)
{
    auto loaded = knowledge();
    if (!loaded)
        return std::unexpected(loaded.error());
    directory::OpenRequest request;
    request.path = directoryFile.isEmpty() ? directory::defaultDirectoryPath() : directoryFile;
    request.seed = directoryFile.isEmpty();
    if (!request.seed && whenMissing == WhenMissing::CreateEmpty && !QFileInfo::exists(request.path))
        request.mode = store::OpenMode::Create;
    const bool begins = request.seed && !QFileInfo::exists(request.path);
    auto opened = directory::Directory::open(request, *loaded, directory::Clock::system());
    if (opened && !(*opened)->readOnlyReason().isEmpty())
        remark((*opened)->readOnlyReason());
    if (opened && begins && !directory::safeCopies(request.path).empty())
        remark(QCoreApplication::translate("Files",
                                           "%1 was not there, a new one was begun. There are copies of the former "
                                           "one: repere-cli restore --list")
                   .arg(request.path));
    return opened;
}

int Context::report(const Error &error)
{
    err << "repere-cli: " << shownText(error.message) << Qt::endl;
    return exitStatusOf(error.code);
}

void Context::remark(const QString &sentence)
{
    err << "repere-cli: " << shownText(sentence) << Qt::endl;
}

QString text(const std::string &argument)
{
    return QString::fromStdString(argument);
}

QStringList texts(const std::vector<std::string> &arguments)
{
    QStringList list;
    for (const std::string &argument : arguments)
        list.append(text(argument));
    return list;
}

} // namespace repere::cli
