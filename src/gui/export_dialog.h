#pragma once

#include "models/words.h"
#include "models/workspace.h"

#include <QDate>
#include <QDialog>

#include <memory>

namespace Ui {
class ExportDialog;
}

namespace repere::gui {

/// Format, profile, columns and name of an export, then the export itself with progress and cancel. Writes the result
/// that the window shows, in its order.
class ExportDialog final : public QDialog
{
    Q_OBJECT
public:
    /// `folder`: where the proposed name stands.
    ExportDialog(models::Workspace &workspace, const models::Words &words, const QString &folder, const QDate &today,
                 QWidget *parent = nullptr);
    ~ExportDialog() override;

    QString path() const;
    exchange::ExportOptions options() const;
    void start();
    void reject() override; ///< while exporting: cancels

signals:
    void exported(const QString &path, int count);

private:
    void showFormat();
    void showColumns(bool all);
    void showState();
    void showProblem(const QString &text);
    void browse();
    void readLicences();

    models::Workspace &m_workspace;
    models::Words m_words;
    std::shared_ptr<const directory::SearchResult> m_result;
    std::unique_ptr<Ui::ExportDialog> m_ui;
    QPushButton *m_go;
    std::shared_ptr<JobContext> m_job;         // set while exporting
    std::shared_ptr<JobContext> m_licencesJob; // reads under which licences the places stand
};

} // namespace repere::gui
