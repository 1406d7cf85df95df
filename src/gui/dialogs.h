#pragma once

#include <QDialog>

namespace repere::gui {

/// Shows a dialog over its window without a nested event loop; it deletes itself, and the keyboard goes back to the
/// window, also where no window manager sees to that.
inline void openDialog(QDialog *dialog)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (QWidget *window = dialog->parentWidget() ? dialog->parentWidget()->window() : nullptr)
        QObject::connect(dialog, &QDialog::finished, window, [window] { window->activateWindow(); });
    dialog->open();
}

} // namespace repere::gui
