#pragma once

#include "directory/import_sources.h"
#include "models/words.h"
#include "models/workspace.h"

#include <QWidget>

#include <memory>

class QTimer;

namespace Ui {
class ImportColumnsPage;
}

namespace repere::gui {

/// How the columns of a table without a format of its own are taken: each with its guess, the reason, its first values; and
/// the first places as they would be read.
class ImportColumnsPage final : public QWidget
{
    Q_OBJECT
public:
    ImportColumnsPage(models::Workspace &workspace, const models::Words &words, QWidget *parent = nullptr);
    ~ImportColumnsPage() override;

    void show(const QString &path, const QString &formatId, const ColumnMapping &mapping);
    const QString &path() const { return m_path; }
    const ColumnMapping &mapping() const { return m_mapping; }
    bool isReady() const { return m_ready; } ///< a column holds the names
    void loadProfile(const QString &profile);
    void saveProfile(const QString &profile);

signals:
    void changed();
    void problem(const QString &text);

private:
    void fill();
    void readAgain();
    void preview();
    void showPlaces(const std::vector<exchange::Draft> &places);
    void chooseProfile(bool save);

    models::Workspace &m_workspace;
    const models::Words m_words;
    std::unique_ptr<Ui::ImportColumnsPage> m_ui;
    QString m_path;
    QString m_formatId;
    ColumnMapping m_mapping;
    QTimer *m_previewTimer;
    bool m_ready = false;
    int m_turn = 0; // answers about older mappings are let go
};

} // namespace repere::gui
