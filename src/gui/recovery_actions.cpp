#include "gui/recovery_actions.h"

#include "gui/dialogs.h"
#include "gui/file_actions.h"
#include "gui/recovery_dialog.h"

#include <QDesktopServices>
#include <QFileInfo>
#include <QUrl>

namespace repere::gui {

RecoveryActions::RecoveryActions(models::Workspace &workspace, const models::Words &words, FileActions &files,
                                 QWidget *window)
    : QObject(window), restore(new QAction(tr("Put a &copy back…"), this)), m_workspace(workspace), m_words(words),
      m_files(files), m_window(window), m_keeper(workspace)
{
    restore->setEnabled(false);
    connect(restore, &QAction::triggered, this, [this] { offer(m_workspace.path(), {}); });
    using models::Workspace;
    connect(&workspace, &Workspace::opened, this, [this] { restore->setEnabled(true); });
    connect(&workspace, &Workspace::openFailed, this, [this](const QString &path, const Error &error) {
        if (directory::recoveryHelps(path, error))
            offer(path, error);
    });
    connect(&workspace, &Workspace::fileLost, this, [this](const Error &error) {
        if (error.code == ErrorCode::Conflict)
            emit said(error.message, tr("Open it again"), [this] { m_files.openFile(m_workspace.path()); });
        else
            emit said(error.message, tr("Save a copy…"), [this] { m_files.saveCopy->trigger(); });
    });
    connect(&m_keeper, &models::SafeKeeper::damaged, this, [this](const QString &reason) {
        emit said(reason, tr("Recover…"),
                  [this, reason] { offer(m_workspace.path(), {ErrorCode::Unreadable, reason}); });
    });
    connect(&m_keeper, &models::SafeKeeper::failed, this,
            [this](const Error &error) { emit said(error.message, {}, {}); });
}

bool RecoveryActions::takes(const Error &error)
{
    const QString path = m_workspace.path();
    if (path.isEmpty() || path != m_workspace.requestedPath() || error.code != ErrorCode::Unreadable)
        return directory::recoveryHelps(m_workspace.requestedPath(), error);
    // Met while working.
    emit said(error.message, tr("Recover…"), [this, path, error] { offer(path, error); });
    return true;
}

void RecoveryActions::offer(const QString &path, const Error &problem)
{
    if (m_window->findChild<RecoveryDialog *>())
        return; // it is being asked already
    auto *dialog = new RecoveryDialog(path, problem, m_workspace.knowledge(), m_words, m_window);
    connect(dialog, &RecoveryDialog::copyChosen, this,
            [this, path](const QString &copy, const QString &what) { putBack(path, copy, what); });
    connect(dialog, &RecoveryDialog::salvageChosen, this, [this, path] { salvage(path); });
    connect(dialog, &QDialog::rejected, this, [this, path, problem] {
        if (problem.message.isEmpty() || !m_workspace.readOnlyReason().isEmpty())
            return;
        if (m_workspace.path().isEmpty() && problem.code == ErrorCode::Missing)
            m_workspace.open({.path = directory::defaultDirectoryPath(), .seed = true});
        else
            emit said(problem.message, tr("Recover…"), [this, path, problem] { offer(path, problem); });
    });
    openDialog(dialog);
}

void RecoveryActions::putBack(const QString &path, const QString &copy, const QString &what)
{
    m_workspace.reopen(
        {.path = path},
        [path, copy, what, knowledge = m_workspace.knowledge(), clock = m_workspace.clock()]() -> Result<QString> {
            const auto kept = directory::restoreFrom(copy, path, knowledge, clock);
            if (!kept)
                return std::unexpected(kept.error());
            QString sentence = tr("The copy of %1 is in its place.").arg(what);
            if (!kept->isEmpty())
                sentence += u' ' + tr("The former file is kept as %1.").arg(QFileInfo(*kept).fileName());
            return sentence;
        },
        this, [this, path](const Result<QString> &outcome) { tell(path, outcome); });
}

void RecoveryActions::salvage(const QString &path)
{
    emit said(tr("What can be read is being saved…"), {}, {});
    m_workspace.reopen(
        {.path = path},
        [path, clock = m_workspace.clock(), words = m_words]() -> Result<QString> {
            JobContext job;
            const auto saved = directory::salvageInPlace(path, clock, job);
            if (!saved)
                return std::unexpected(saved.error());
            QString sentence =
                words.plural(saved->places, tr("%1 place could be read."), tr("%1 places could be read."));
            if (saved->lostPlaces > 0)
                sentence += u' ' + words.plural(saved->lostPlaces, tr("%1 place is lost."), tr("%1 places are lost."));
            else if (saved->somethingLost)
                sentence += u' ' + tr("Parts of the file could not be read.");
            return sentence + u' ' + tr("The former file is kept as %1.").arg(QFileInfo(saved->kept).fileName());
        },
        this, [this, path](const Result<QString> &outcome) { tell(path, outcome); });
}

void RecoveryActions::tell(const QString &path, const Result<QString> &outcome)
{
    if (outcome)
        emit said(*outcome, tr("Open the folder"),
                  [path] { QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(path).absolutePath())); });
    else
        emit said(outcome.error().message, tr("Recover…"),
                  [this, path, error = outcome.error()] { offer(path, error); });
}

} // namespace repere::gui
