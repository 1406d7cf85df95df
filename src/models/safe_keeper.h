#pragma once

#include "directory/recovery.h"
#include "models/workspace.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <memory>

namespace repere::models {

/// Looks after the file that a workspace has open: a while after it was opened, it is checked in a thread of its own, and
/// an automatic copy is kept when it has changed. A damaged one is only read from then on. Lives in the GUI thread; its end
/// cancels what it does.
class SafeKeeper final : public QObject
{
    Q_OBJECT
public:
    explicit SafeKeeper(Workspace &workspace, QObject *parent = nullptr);
    ~SafeKeeper() override;

    /// How long after opening: the first picture of the window comes first.
    void setDelay(int milliseconds) { m_timer.setInterval(milliseconds); }

signals:
    void kept();
    void damaged(const QString &reason);     ///< translated
    void failed(const repere::Error &error); ///< no copy could be made

private:
    void start();
    void take(const QString &path, const Result<directory::SafeCopyOutcome> &outcome);

    Workspace &m_workspace;
    QTimer m_timer;
    QThreadPool m_pool;
    std::shared_ptr<JobContext> m_job;
};

} // namespace repere::models
