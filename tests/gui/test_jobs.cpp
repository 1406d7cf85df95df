// Long work and its progress dialog.
#include "gui/jobs.h"
#include "models/support/sample_directory.h"

#include <QEvent>
#include <QProgressBar>
#include <QTest>
#include <QThread>

using namespace repere;
using testing::SampleWorkspace;

/// Notes whether an event is worked off while the progress of a job is still being shown.
class Nesting : public QObject
{
    Q_OBJECT
public:
    bool nested = false;

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() != QEvent::MetaCall)
            return false;
        nested = nested || m_inside;
        if (watched != qApp)
            return false;
        m_inside = true;
        watched->event(event);
        m_inside = false;
        return true;
    }

private:
    bool m_inside = false;
};

class TestJobs : public QObject
{
    Q_OBJECT

private slots:
    /// The end of a job deletes the dialog: were it worked off within the dialog's own function, that would go on in freed memory.
    void theEndNeverComesWithinTheProgress()
    {
        SampleWorkspace sample;
        QWidget parent;
        parent.show();
        std::atomic<bool> end = false;
        bool done = false;
        gui::runJob<int>(
            sample.workspace, &parent, QStringLiteral("Long"),
            [&end](directory::Directory &, JobContext &job) -> Result<int> {
                job.report(0.25);
                while (!end)
                    QThread::msleep(5);
                job.report(0.5);
                return 7;
            },
            [&done](const Result<int> &result) { done = result && *result == 7; });
        const QPointer<QProgressDialog> dialog(parent.findChild<QProgressDialog *>());
        QVERIFY(dialog);
        QTRY_VERIFY(dialog->isVisible());
        QTRY_COMPARE(dialog->findChild<QProgressBar *>()->value(), 250);

        // Progress and end wait together, as they do when the window is busy.
        Nesting nesting;
        qApp->installEventFilter(&nesting);
        end = true;
        QThread::msleep(150);
        QTRY_VERIFY(done);
        QTRY_VERIFY(!dialog);
        qApp->removeEventFilter(&nesting);
        QVERIFY(!nesting.nested);
    }

    void cancelReachesTheWork()
    {
        SampleWorkspace sample;
        QWidget parent;
        parent.show();
        bool cancelled = false;
        gui::runJob<int>(
            sample.workspace, &parent, QStringLiteral("Long"),
            [](directory::Directory &, JobContext &job) -> Result<int> {
                while (!job.isCancelled())
                    QThread::msleep(5);
                return failure(ErrorCode::Cancelled, QStringLiteral("cancelled"));
            },
            [&](const Result<int> &result) { cancelled = !result; });
        auto *dialog = parent.findChild<QProgressDialog *>();
        QTRY_VERIFY(dialog->isVisible());
        dialog->cancel();
        emit dialog->canceled();
        QTRY_VERIFY(cancelled);
    }
};

int main(int argc, char **argv)
{
    qputenv("QT_NO_GLIB", "1"); // its loop works off only what comes meanwhile: that would be a matter of luck
    QApplication application(argc, argv);
    TestJobs test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_jobs.moc"
