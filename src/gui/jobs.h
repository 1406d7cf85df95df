#pragma once

#include "models/workspace.h"

#include <QApplication>
#include <QPointer>
#include <QProgressBar>
#include <QProgressDialog>

namespace repere::gui {

/// With a bar from 0 to 1000; it shows itself after half a second, and stays until it is hidden.
QProgressDialog *progressDialog(const QString &title, QWidget *parent);
/// 0 … 1, or negative when the whole is not known. Works off no events: QProgressDialog::setValue does when the dialog is modal, and
/// the end of the job, which deletes the dialog, may be among them.
void showProgress(QProgressDialog &dialog, double fraction);
/// The share is said as people of this language write it.
void sayPercent(QProgressBar &bar);

/// Long work in the directory's thread with progress and cancel; the dialog shows itself after half a second. `done` is
/// called in the GUI thread while `parent` lives. Closing the parent cancels.
template <typename T>
void runJob(models::Workspace &workspace, QWidget *parent, const QString &title,
            std::function<Result<T>(directory::Directory &, JobContext &)> work, std::function<void(Result<T>)> done)
{
    QPointer<QProgressDialog> dialog(progressDialog(title, parent));
    auto job = std::make_shared<JobContext>([dialog](double fraction) {
        // Called in the thread of the work: the dialog is only touched in its own.
        QMetaObject::invokeMethod(
            qApp,
            [dialog, fraction] {
                if (dialog && !dialog->wasCanceled())
                    showProgress(*dialog, fraction);
            },
            Qt::QueuedConnection);
    });
    QObject::connect(dialog, &QProgressDialog::canceled, dialog, [job] { job->cancel(); });
    QObject::connect(dialog, &QObject::destroyed, qApp, [job] { job->cancel(); });
    dialog->setValue(0);
    workspace.ask<Result<T>>(
        parent, [work = std::move(work), job](directory::Directory &directory) { return work(directory, *job); },
        [dialog, done = std::move(done)](Result<T> result) {
            if (dialog) {
                dialog->hide();
                dialog->deleteLater();
            }
            done(std::move(result));
        });
}

} // namespace repere::gui
