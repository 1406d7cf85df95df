#pragma once

#include "models/words.h"
#include "models/workspace.h"

#include <QDialog>

#include <memory>

class QPushButton;

namespace Ui {
class SourcesDialog;
}

namespace repere::gui {

/// Which source is believed first, for all fields or for one. Applying settles all places anew as one change.
class SourcesDialog final : public QDialog
{
    Q_OBJECT
public:
    SourcesDialog(models::Workspace &workspace, const models::Words &words, QWidget *parent = nullptr);
    ~SourcesDialog() override;

signals:
    void applied(int changed); ///< places

private:
    void load();
    void showField();
    void showState();
    void takeOrder(); ///< the list as it stands into the priorities
    void move(int step);
    void apply();
    QString field() const;

    models::Workspace &m_workspace;
    models::Words m_words;
    std::unique_ptr<Ui::SourcesDialog> m_ui;
    QPushButton *m_apply;
    directory::SourceOrder m_order;
    bool m_loaded = false;
};

} // namespace repere::gui
