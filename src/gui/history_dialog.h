#pragma once

#include "models/words.h"
#include "models/workspace.h"

#include <QDialog>

#include <memory>

namespace Ui {
class HistoryDialog;
}

namespace repere::gui {

/// The changes of the file, newest first; the newest can be undone, the last undone made again.
class HistoryDialog final : public QDialog
{
    Q_OBJECT
public:
    HistoryDialog(models::Workspace &workspace, const models::Words &words, QAction *undo, QAction *redo,
                  QWidget *parent = nullptr);
    ~HistoryDialog() override;

private:
    void load();

    models::Workspace &m_workspace;
    models::Words m_words;
    std::unique_ptr<Ui::HistoryDialog> m_ui;
};

} // namespace repere::gui
