#pragma once

#include "models/words.h"
#include "models/workspace.h"

#include <QDialog>

#include <memory>

class QListWidget;

namespace Ui {
class AtelierDialog;
}

namespace repere::gui {

/// Adds or edits one place; an empty field means unknown. Saving is one change, undone from the Edit menu.
class AtelierDialog final : public QDialog
{
    Q_OBJECT
public:
    /// An atelier with id 0 is a new one.
    AtelierDialog(models::Workspace &workspace, const models::Words &words, Atelier atelier, QWidget *parent = nullptr);
    ~AtelierDialog() override;

    /// The atelier as the fields say it, or the sentence that names the field at fault.
    Result<Atelier> edited() const;
    void save();

signals:
    void saved(qint64 id);

private:
    void fillList(QListWidget *list, const Vocabulary &vocabulary, const QStringList &chosen);
    void addMachine(const EquipmentItem &item);
    std::vector<EquipmentItem> machines() const;

    models::Workspace &m_workspace;
    models::Words m_words;
    Atelier m_atelier;
    std::unique_ptr<Ui::AtelierDialog> m_ui;
    QPushButton *m_save;
};

} // namespace repere::gui
