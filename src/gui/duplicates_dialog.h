#pragma once

#include "models/twin_comparison.h"
#include "models/twin_model.h"
#include "models/words.h"
#include "models/workspace.h"

#include <QDialog>

#include <memory>

class QAction;

namespace Ui {
class DuplicatesDialog;
}

namespace repere::gui {

/// The questions whether two places are one, likeliest first, with both sides and the reasons. Answers of many at once are
/// one change; `undo` takes the last one back.
class DuplicatesDialog final : public QDialog
{
    Q_OBJECT
public:
    DuplicatesDialog(models::Workspace &workspace, const models::Words &words, QAction *undo,
                     QWidget *parent = nullptr);
    ~DuplicatesDialog() override;

    const models::TwinModel &questions() const { return *m_questions; }

private:
    struct Found {
        std::vector<TwinPair> pairs;
        directory::SourcePriorities priorities;
    };
    void search();
    void take(Result<Found> found);
    void showCurrent();
    void showState();
    void select(int row);
    void selectFrom();
    void answer(bool same);
    void later();
    std::vector<int> selectedRows() const;
    void reload();

    models::Workspace &m_workspace;
    models::Words m_words;
    std::unique_ptr<Ui::DuplicatesDialog> m_ui;
    models::TwinModel *m_questions;
    models::TwinComparison *m_sides;
    directory::SourcePriorities m_priorities;
    QString m_problem; // why there is no list
    bool m_searching = false;
    bool m_again = false; // the directory changed during the search
    bool m_answering = false;
    bool m_writable = false;
};

} // namespace repere::gui
