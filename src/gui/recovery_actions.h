#pragma once

#include "models/safe_keeper.h"
#include "models/words.h"
#include "models/workspace.h"

#include <QAction>
#include <QObject>

#include <functional>

namespace repere::gui {

class FileActions;

/// What happens when a file is damaged or gone, and at any time on demand: a dialog with its automatic copies. Messages go
/// out as news for the banner, with at most one thing to do.
class RecoveryActions final : public QObject
{
    Q_OBJECT
public:
    RecoveryActions(models::Workspace &workspace, const models::Words &words, FileActions &files, QWidget *window);

    QAction *restore; ///< the copies of the open file

    /// Whether this error of the workspace is said here, because there is something to do about it.
    bool takes(const Error &error);
    models::SafeKeeper &keeper() { return m_keeper; }

signals:
    void said(const QString &text, const QString &actionText, const std::function<void()> &action);

private:
    /// `problem`: why, empty when people asked for it themselves.
    void offer(const QString &path, const Error &problem);
    void putBack(const QString &path, const QString &copy, const QString &what);
    void salvage(const QString &path);
    void tell(const QString &path, const Result<QString> &outcome);

    models::Workspace &m_workspace;
    models::Words m_words;
    FileActions &m_files;
    QWidget *m_window;
    models::SafeKeeper m_keeper;
};

} // namespace repere::gui
