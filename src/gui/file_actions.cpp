#include "gui/file_actions.h"

#include "directory/import_sources.h"
#include "gui/dialogs.h"
#include "gui/import_dialog.h"
#include "gui/jobs.h"
#include "gui/plain_texts.h"

#include <QFileDialog>
#include <QFileInfo>

namespace repere::gui {

namespace {

constexpr int kMostRecent = 8;

QString directoryFilter()
{
    return FileActions::tr("Repère directories (*.gpkg);;All files (*)");
}

} // namespace

FileActions::FileActions(models::Workspace &workspace, const models::Words &words, QWidget *window)
    : QObject(window), m_workspace(workspace), m_words(words), m_window(window)
{
    create = new QAction(tr("&New…"), this);
    create->setShortcut(QKeySequence::New);
    open = new QAction(tr("&Open…"), this);
    open->setShortcut(QKeySequence::Open);
    recent = new QMenu(tr("Open &recent"), window);
    saveCopy = new QAction(tr("&Save a copy…"), this);
    saveCopy->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S));
    import = new QAction(tr("&Import…"), this);
    import->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_I));

    connect(create, &QAction::triggered, this, [this] {
        chooseFile(tr("New directory"), true, directoryFilter(), QStringLiteral("annuaire.gpkg"),
                   [this](const QStringList &paths) {
                       m_workspace.open({.path = paths.first(), .mode = store::OpenMode::Create, .seed = false});
                   });
    });
    connect(open, &QAction::triggered, this, [this] {
        chooseFile(tr("Open a directory"), false, directoryFilter(), {},
                   [this](const QStringList &paths) { openFile(paths.first()); });
    });
    connect(saveCopy, &QAction::triggered, this, [this] {
        const QFileInfo file(m_workspace.path());
        chooseFile(tr("Save a copy"), true, directoryFilter(), tr("%1 - copy.gpkg").arg(file.completeBaseName()),
                   [this](const QStringList &paths) {
                       const QString target = paths.first();
                       runJob<int>(
                           m_workspace, m_window, tr("Saving a copy…"),
                           [target](directory::Directory &directory, JobContext &job) -> Result<int> {
                               if (auto done = directory.backup(target, job); !done)
                                   return std::unexpected(done.error());
                               return 0;
                           },
                           [this, target](const Result<int> &done) {
                               emit said(done ? tr("Copy saved: %1").arg(target) : done.error().message, {}, {});
                           });
                   });
    });
    connect(import, &QAction::triggered, this, [this] { importFiles({}); });
    connect(&workspace, &models::Workspace::opened, this, &FileActions::opened);
    connect(&workspace, &models::Workspace::readOnlyChanged, this,
            [this] { import->setEnabled(m_workspace.readOnlyReason().isEmpty()); });
    setRecentFiles({});
}

void FileActions::chooseFile(const QString &title, bool save, const QString &filter, const QString &suggestion,
                             std::function<void(QStringList)> chosen)
{
    auto *dialog = new QFileDialog(m_window, title, QFileInfo(m_workspace.path()).absolutePath(), filter);
    dialog->setAcceptMode(save ? QFileDialog::AcceptSave : QFileDialog::AcceptOpen);
    dialog->setFileMode(save ? QFileDialog::AnyFile : QFileDialog::ExistingFile);
    if (save) {
        dialog->setDefaultSuffix(QStringLiteral("gpkg"));
        dialog->selectFile(suggestion);
    }
    connect(dialog, &QFileDialog::filesSelected, this, [chosen = std::move(chosen)](const QStringList &paths) {
        if (!paths.isEmpty())
            chosen(paths);
    });
    openDialog(dialog);
}

void FileActions::openFile(const QString &path)
{
    m_workspace.open({.path = path, .mode = store::OpenMode::ReadWrite, .seed = false});
}

void FileActions::setRecentFiles(const QStringList &files)
{
    m_recentFiles = files.first(std::min<qsizetype>(files.size(), kMostRecent));
    recent->clear();
    for (const QString &path : m_recentFiles) {
        QAction *action = recent->addAction(onButton(QFileInfo(path).fileName()));
        action->setToolTip(path);
        connect(action, &QAction::triggered, this, [this, path] { openFile(path); });
    }
    recent->setToolTipsVisible(true);
    recent->setEnabled(!m_recentFiles.isEmpty());
}

void FileActions::opened()
{
    QStringList files = m_recentFiles;
    files.removeAll(m_workspace.path());
    files.prepend(m_workspace.path());
    setRecentFiles(files);
    const QString reason = m_workspace.readOnlyReason();
    import->setEnabled(reason.isEmpty());
    if (!reason.isEmpty())
        emit said(reason, {}, {});
    else
        offerStarter();
}

void FileActions::offerStarter()
{
    m_workspace.ask<bool>(
        this, [](directory::Directory &directory) { return directory.hasNewerStarter(); },
        [this](bool newer) {
            if (!newer)
                return;
            emit said(
                tr("A newer starter directory came with this version. Importing it keeps what you changed by hand."),
                tr("Import it"), [this] {
                    runJob<ImportReport>(
                        m_workspace, m_window, tr("Importing the starter directory…"),
                        [](directory::Directory &directory, JobContext &job) {
                            return directory.importStarter(false, job);
                        },
                        [this](const Result<ImportReport> &report) { sayImported(report); });
                });
        });
}

void FileActions::importFiles(const QStringList &files)
{
    if (!import->isEnabled())
        return;
    QString folder = m_importFolder;
    if (folder.isEmpty() || !QFileInfo(folder).isDir())
        folder = QFileInfo(m_workspace.path()).absolutePath();
    auto *dialog = new ImportDialog(m_workspace, m_words, folder, m_window);
    connect(dialog, &QDialog::finished, this, [this, dialog] { m_importFolder = dialog->folder(); });
    connect(dialog, &ImportDialog::imported, this, [this](const ImportReport &report) { sayImported(report); });
    openDialog(dialog);
    if (!files.isEmpty())
        dialog->addFiles(files);
}

void FileActions::sayImported(const Result<ImportReport> &report)
{
    if (!report) {
        if (report.error().code != ErrorCode::Cancelled)
            emit said(report.error().message, {}, {});
        return;
    }
    m_workspace.refresh();
    QString text =
        tr("Read: %1. New: %2, merged: %3, unchanged: %4, doubtful: %5, rejected: %6.")
            .arg(m_words.number(report->read), m_words.number(report->added), m_words.number(report->merged),
                 m_words.number(report->unchanged), m_words.number(report->doubtful), m_words.number(report->rejected));
    if (report->gone > 0)
        text += u' '
                + m_words.plural(report->gone, tr("%1 place flagged as gone from its source."),
                                 tr("%1 places flagged as gone from their source."));
    if (!report->rejections.empty()) {
        const auto &first = report->rejections.front();
        QStringList where{directory::fileLabel(first.file), tr("line %1").arg(m_words.number(first.line))};
        if (!first.column.isEmpty())
            where << first.column;
        text += u'\n'
                + tr("The first one rejected (%1): %2; %3.")
                      .arg(where.join(QStringLiteral(", ")),
                           first.value.isEmpty() ? first.cause
                                                 : m_words.quoted(first.value) + QStringLiteral(", ") + first.cause,
                           first.consequence);
    }
    const bool changed = report->added + report->merged + report->gone > 0;
    emit said(text, changed ? tr("Undo") : QString(), [this] {
        m_workspace.ask<Result<Change>>(
            this, [](directory::Directory &directory) { return directory.undo(); },
            [this](const Result<Change> &change) {
                if (change)
                    m_workspace.refresh();
                else
                    emit said(change.error().message, {}, {});
            });
    });
}

} // namespace repere::gui
