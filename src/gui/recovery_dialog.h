#pragma once

#include "directory/recovery.h"
#include "models/words.h"

#include <QDialog>

#include <memory>
#include <vector>

class QPushButton;

namespace Ui {
class RecoveryDialog;
}

namespace repere::gui {

/// The ways back for a file that is damaged, gone, or not as people want it: its automatic copies and, for a damaged one,
/// what can still be read of it. What is damaged and what the copies hold is found out in a thread while it is shown.
class RecoveryDialog final : public QDialog
{
    Q_OBJECT
public:
    /// `problem`: why it opens; without a message people asked for it themselves.
    RecoveryDialog(const QString &path, const Error &problem, const directory::Knowledge &knowledge,
                   const models::Words &words, QWidget *parent = nullptr);
    ~RecoveryDialog() override;

signals:
    /// `what`: when it was made, in words.
    void copyChosen(const QString &copyPath, const QString &what);
    void salvageChosen();

private:
    void say(const QString &path, const Error &problem);
    void showCopies();
    void load(const QString &path, bool damaged, const directory::Knowledge &knowledge);
    void takeTried(const Result<directory::Salvaged> &tried);
    QString when(const directory::SafeCopy &copy) const;

    models::Words m_words;
    std::unique_ptr<Ui::RecoveryDialog> m_ui;
    std::vector<directory::SafeCopy> m_copies;
    QPushButton *m_putBack;
    QPushButton *m_salvage;
    std::shared_ptr<JobContext> m_trial = std::make_shared<JobContext>(); ///< of what can be read
};

} // namespace repere::gui
