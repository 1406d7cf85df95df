#pragma once

#include "models/words.h"
#include "models/workspace.h"

#include <QAction>
#include <QMenu>

namespace repere::gui {

/// The File menu: new, open, recent, save a copy, import; and the newer starter directory. Messages go out as news for
/// the banner, with at most one thing to do.
class FileActions final : public QObject
{
    Q_OBJECT
public:
    FileActions(models::Workspace &workspace, const models::Words &words, QWidget *window);

    QAction *create;
    QAction *open;
    QMenu *recent;
    QAction *saveCopy;
    QAction *import;

    void setRecentFiles(const QStringList &files); ///< newest first
    const QStringList &recentFiles() const { return m_recentFiles; }
    void openFile(const QString &path);
    /// Opens the dialog of an import; these files, if any, are looked at first.
    void importFiles(const QStringList &files);
    void setImportFolder(const QString &folder) { m_importFolder = folder; }
    const QString &importFolder() const { return m_importFolder; } ///< where files were last taken from

signals:
    void said(const QString &text, const QString &actionText, const std::function<void()> &action);

private:
    void chooseFile(const QString &title, bool save, const QString &filter, const QString &suggestion,
                    std::function<void(QStringList)> chosen);
    void opened();
    void offerStarter();
    void sayImported(const Result<ImportReport> &report);

    models::Workspace &m_workspace;
    models::Words m_words;
    QWidget *m_window;
    QStringList m_recentFiles;
    QString m_importFolder;
};

} // namespace repere::gui
