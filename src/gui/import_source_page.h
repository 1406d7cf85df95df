#pragma once

#include "directory/import_sources.h"
#include "models/words.h"
#include "models/workspace.h"

#include <QSet>
#include <QWidget>

#include <memory>

namespace Ui {
class ImportSourcePage;
}

namespace repere::gui {

/// Where an import comes from: files, an address, or one of the open data sets. Nothing is contacted before a click.
class ImportSourcePage final : public QWidget
{
    Q_OBJECT
public:
    /// `folder`: where the dialog of files begins.
    ImportSourcePage(models::Workspace &workspace, const models::Words &words, QString folder,
                     QWidget *parent = nullptr);
    ~ImportSourcePage() override;

    void addFiles(const QStringList &paths);
    void fetch(const QUrl &address);

    const QStringList &files() const { return m_files; }
    QString formatId() const; ///< empty = by content
    bool keepPersonal() const;
    bool partial() const;
    bool complete() const; ///< what is not in it is gone, whatever it looks like
    /// All files are known to be readable.
    bool isReady() const { return m_ready; }
    /// The first of the files whose columns people may choose, and how they would be taken.
    const QString &tableFile() const { return m_tableFile; }
    const std::optional<ColumnMapping> &tableMapping() const { return m_mapping; }
    const QString &folder() const { return m_folder; }

signals:
    void changed();
    void problem(const QString &text);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    using Look = Result<directory::FileLook>;
    void chooseFiles();
    void fetchAddress();
    void look();
    void takeLooks(const std::vector<Look> &looks);
    void fillSources();
    void showSource();

    models::Workspace &m_workspace;
    const models::Words m_words;
    std::unique_ptr<Ui::ImportSourcePage> m_ui;
    QStringList m_files;
    QSet<QString> m_sameAsBefore; ///< fetched, and the server said that they have not changed
    QString m_folder;
    QString m_tableFile;
    std::optional<ColumnMapping> m_mapping;
    std::vector<exchange::OpenSource> m_sources;
    bool m_ready = false;
    int m_turn = 0; // looks at older lists of files are let go
};

} // namespace repere::gui
