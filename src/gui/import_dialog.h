#pragma once

#include "core/column_mapping.h"
#include "models/words.h"
#include "models/workspace.h"

#include <QDialog>

#include <memory>
#include <optional>

namespace Ui {
class ImportDialog;
}

namespace repere::gui {

class ImportColumnsPage;
class ImportPreviewPage;
class ImportSourcePage;

/// An import from where it comes to its commit: source, columns (of tables without a format of their own), preview. All
/// work is done in the directory's thread; until the last button the file stays as it is.
class ImportDialog final : public QDialog
{
    Q_OBJECT
public:
    /// `folder`: where the dialog of files begins.
    ImportDialog(models::Workspace &workspace, const models::Words &words, const QString &folder,
                 QWidget *parent = nullptr);
    ~ImportDialog() override;

    void addFiles(const QStringList &paths);
    QString folder() const;

signals:
    void imported(const repere::ImportReport &report);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    enum Page { Source, Columns, Preview };
    Page page() const;
    void turnTo(Page page);
    void showState();
    void showProblem(const QString &text);
    void back();
    void goOn();
    void plan();
    void commit();

    models::Workspace &m_workspace;
    const models::Words m_words;
    std::unique_ptr<Ui::ImportDialog> m_ui;
    ImportSourcePage *m_source;
    ImportColumnsPage *m_columns;
    ImportPreviewPage *m_preview;
    std::optional<ColumnMapping> m_guess; // that the page of columns began with
};

} // namespace repere::gui
