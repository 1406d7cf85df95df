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
    void importFiles(const QStringList &files);

signals:
    void said(const QString &text, const QString &actionText, const std::function<void()> &action);

private:
    void chooseFile(const QString &title, bool save, bool several, const QString &filter, const QString &suggestion,
                    std::function<void(QStringList)> chosen);
    void opened();
    void offerStarter();
    void sayImported(const Result<ImportReport> &report);

    models::Workspace &m_workspace;
    models::Words m_words;
    QWidget *m_window;
    QStringList m_recentFiles;
};

} // namespace repere::gui
