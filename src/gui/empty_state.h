#pragma once

#include "models/words.h"
#include "models/workspace.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace repere::gui {

/// What stands in the place of an empty list: why, the nearest place that matches otherwise, and which choice to drop.
class EmptyState final : public QWidget
{
    Q_OBJECT
public:
    EmptyState(models::Workspace &workspace, const models::Words &words, QWidget *parent = nullptr);

    /// Asks the directory what would help with the present filter.
    void ask();

signals:
    void importRequested();
    void addRequested();

private:
    void showSuggestion(const directory::Suggestion &suggestion, const Filter &filter);
    void showEmptyDirectory();
    void clear();
    void addLink(const QString &name, const QString &text, std::function<void()> action);

    models::Workspace &m_workspace;
    models::Words m_words;
    QLabel *m_title;
    QLabel *m_text;
    QVBoxLayout *m_links;
};

} // namespace repere::gui
