#pragma once

#include "models/import_model.h"

#include <QWidget>

#include <memory>

class QButtonGroup;
class QTimer;

namespace Ui {
class ImportPreviewPage;
}

namespace repere::gui {

class ImportDetails;

/// What an import would do: the counts, which choose what is listed; the records with ticks; the chosen one beside what the
/// directory says, with its question.
class ImportPreviewPage final : public QWidget
{
    Q_OBJECT
public:
    ImportPreviewPage(models::Workspace &workspace, const models::Words &words, QWidget *parent = nullptr);
    ~ImportPreviewPage() override;

    void show(std::shared_ptr<directory::ImportPlan> plan);
    /// Null before show().
    models::ImportModel *model() const { return m_model.get(); }
    /// Lets the plan go.
    void clear();
    void answer(std::optional<bool> same);

signals:
    void changed();
    void problem(const QString &text);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeChips();
    void choose(); ///< the records of the chip and the words
    void showCounts();
    void showRecord();
    void selectFirst();

    models::Workspace &m_workspace;
    const models::Words m_words;
    std::unique_ptr<Ui::ImportPreviewPage> m_ui;
    QButtonGroup *m_chips; ///< id = outcome, 6 = all
    ImportDetails *m_details;
    QTimer *m_searchTimer;
    std::unique_ptr<models::ImportModel> m_model;
    QStringList m_remarks; ///< of the whole import
    int m_turn = 0;        // other sides of records that are no longer looked at are let go
};

} // namespace repere::gui
