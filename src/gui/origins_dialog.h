#pragma once

#include "models/words.h"
#include "models/workspace.h"

#include <QDialog>

#include <memory>

class QPushButton;
class QTreeWidgetItem;

namespace Ui {
class OriginsDialog;
}

namespace repere::gui {

/// All values known of a place, field by field: who says them, when, under which licence, and which one the place shows.
/// Another one can be chosen: it counts as typed by hand from then on.
class OriginsDialog final : public QDialog
{
    Q_OBJECT
public:
    /// `field`: the one to begin with; may be empty.
    OriginsDialog(models::Workspace &workspace, const models::Words &words, const Atelier &atelier,
                  const QString &field, QWidget *parent = nullptr);
    ~OriginsDialog() override;

signals:
    void chosen(const QString &fieldName);

private:
    void load();
    void show(const QString &field);
    void showState();
    void choose();

    models::Workspace &m_workspace;
    models::Words m_words;
    Atelier m_atelier;
    std::unique_ptr<Ui::OriginsDialog> m_ui;
    QPushButton *m_take;
};

} // namespace repere::gui
