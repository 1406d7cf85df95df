#include "models/safe_keeper.h"

#include <QDir>
#include <QPointer>

namespace repere::models {

namespace {
constexpr int kDelay = 2000;
}

SafeKeeper::SafeKeeper(Workspace &workspace, QObject *parent) : QObject(parent), m_workspace(workspace)
{
    m_pool.setMaxThreadCount(1);
    m_timer.setSingleShot(true);
    m_timer.setInterval(kDelay);
    connect(&m_timer, &QTimer::timeout, this, &SafeKeeper::start);
    connect(&workspace, &Workspace::opened, this, [this] {
        if (m_job)
            m_job->cancel(); // of the file before
        m_timer.start();
    });
}

SafeKeeper::~SafeKeeper()
{
    if (m_job)
        m_job->cancel();
    m_pool.waitForDone();
}

void SafeKeeper::start()
{
    if (!m_workspace.readOnlyReason().isEmpty())
        return; // nothing changes it here
    m_job = std::make_shared<JobContext>();
    m_pool.start([guard = QPointer(this), job = m_job, path = m_workspace.path(), now = m_workspace.clock().now()] {
        auto outcome = directory::keepSafeCopy(path, now, *job);
        if (job->isCancelled()) // then this object may be gone
            return;
        QMetaObject::invokeMethod(
            guard.data(), [guard, path, outcome = std::move(outcome)] { guard->take(path, outcome); },
            Qt::QueuedConnection);
    });
}

void SafeKeeper::take(const QString &path, const Result<directory::SafeCopyOutcome> &outcome)
{
    if (path != m_workspace.path())
        return; // another file is open now
    if (!outcome) {
        if (outcome.error().code == ErrorCode::Unwritable)
            emit failed(outcome.error());
        return; // in use, gone: next time
    }
    switch (*outcome) {
    case directory::SafeCopyOutcome::Made: emit kept(); break;
    case directory::SafeCopyOutcome::Unchanged: break;
    case directory::SafeCopyOutcome::Damaged: {
        const QString reason = tr("%1 is damaged: it can be read, not changed, until it has been recovered.")
                                   .arg(QDir::toNativeSeparators(path));
        m_workspace.forbidChanges(reason);
        emit damaged(reason);
    }
    }
}

} // namespace repere::models
