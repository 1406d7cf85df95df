#include "gui/jobs.h"

#include <QCoreApplication>

namespace repere::gui {

QProgressDialog *progressDialog(const QString &title, QWidget *parent)
{
    auto *dialog = new QProgressDialog(title, QProgressDialog::tr("Cancel"), 0, 1000, parent);
    auto *bar = new QProgressBar(dialog);
    sayPercent(*bar);
    dialog->setBar(bar);
    dialog->setRange(0, 1000);
    dialog->setWindowTitle(QStringLiteral("Repère"));
    dialog->setWindowModality(Qt::WindowModal);
    dialog->setMinimumWidth(dialog->fontMetrics().averageCharWidth() * 56);
    dialog->setMinimumDuration(500);
    dialog->setAutoReset(false);
    dialog->setAutoClose(false);
    return dialog;
}

void showProgress(QProgressDialog &dialog, double fraction)
{
    dialog.setRange(0, fraction < 0 ? 0 : 1000);
    if (fraction >= 0)
        dialog.findChild<QProgressBar *>()->setValue(static_cast<int>(fraction * 1000));
}

void sayPercent(QProgressBar &bar)
{
    bar.setFormat(QCoreApplication::translate("repere::gui::Progress", "%p%"));
}

} // namespace repere::gui
