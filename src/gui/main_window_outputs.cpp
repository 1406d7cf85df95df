// What leaves the window for a file of its own: exports, pictures, posters.
#include "gui/dialogs.h"
#include "gui/export_dialog.h"
#include "gui/layer_picture.h"
#include "gui/main_window.h"
#include "gui/map_pane.h"
#include "gui/map_picture.h"
#include "gui/poster_dialog.h"
#include "models/sentences.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QStandardPaths>

namespace repere::gui {

namespace {

/// The last one that people chose, else the usual one for such files.
QString folderToWriteIn(const QString &last, QStandardPaths::StandardLocation usual)
{
    for (const QString &folder : {last, QStandardPaths::writableLocation(usual)}) {
        if (!folder.isEmpty() && QFileInfo(folder).isDir())
            return folder;
    }
    return QDir::homePath();
}

} // namespace

void MainWindow::exportPlaces()
{
    if (!m_workspace.result())
        return;
    auto *dialog =
        new ExportDialog(m_workspace, m_words, folderToWriteIn(m_state.exportFolder, QStandardPaths::DocumentsLocation),
                         QDate::currentDate(), this);
    dialog->setObjectName(QStringLiteral("exportDialog"));
    connect(dialog, &ExportDialog::exported, this, [this](const QString &path, int count) {
        m_state.exportFolder = QFileInfo(path).absolutePath();
        saveSoon();
        say(m_words.plural(count, tr("%1 place exported to %2"), tr("%1 places exported to %2")).arg(path),
            tr("Open the folder"), [this] { openExportFolder(); });
    });
    openDialog(dialog);
}

void MainWindow::exportPicture()
{
    if (!m_map || !m_workspace.result())
        return;
    auto *dialog = new QFileDialog(this, tr("Save a picture of the map"), m_state.exportFolder,
                                   tr("Pictures (*.png *.svg *.pdf)"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("png"));
    dialog->selectFile(models::proposedFileName(m_workspace.filter(), QDate::currentDate(), m_words));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        const basemap::MapView view{m_map->centre(), m_map->zoom(), m_map->size()};
        basemap::SnapshotRequest picture = pictureOf(*m_workspace.result(), view, Theme::current().kind, m_words);
        LayerPicture(m_layers, m_workspace.knowledge().dataFolder()).addTo(picture);
        writePicture(path, m_painter, std::move(picture), this, [this, path](const Result<void> &written) {
            say(written ? tr("Picture saved: %1").arg(path) : written.error().message);
        });
    });
    openDialog(dialog);
}

void MainWindow::makePoster()
{
    if (!m_map || !m_workspace.result())
        return;
    auto *dialog = new PosterDialog(m_workspace, m_words, m_painter, m_map->visibleBox(),
                                    folderToWriteIn(m_state.exportFolder, QStandardPaths::PicturesLocation),
                                    QDate::currentDate(), this);
    dialog->setObjectName(QStringLiteral("posterDialog"));
    dialog->setLayer([layer = LayerPicture(m_layers, m_workspace.knowledge().dataFolder())](
                         basemap::SnapshotRequest &request) { layer.addTo(request); });
    connect(dialog, &PosterDialog::written, this, [this](const QString &path) {
        m_state.exportFolder = QFileInfo(path).absolutePath();
        saveSoon();
        say(tr("Poster written: %1").arg(path), tr("Open the folder"), [this] { openExportFolder(); });
    });
    openDialog(dialog);
}

} // namespace repere::gui
