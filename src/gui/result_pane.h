#pragma once

#include "models/words.h"
#include "models/workspace.h"

#include <QWidget>

class QLabel;
class QStackedWidget;
class QToolButton;

namespace repere::gui {

class ChipRow;
class EmptyState;
class ResultList;

/// Chips, the honest count, the order, and the list or its empty state.
class ResultPane final : public QWidget
{
    Q_OBJECT
public:
    ResultPane(models::Workspace &workspace, const models::Words &words, QWidget *parent = nullptr);

    ResultList *list() const { return m_list; }
    ChipRow *chips() const { return m_chips; }
    EmptyState *emptyState() const { return m_empty; }
    QSize sizeHint() const override;

private:
    void refresh();
    void fillSortMenu();

    models::Workspace &m_workspace;
    models::Words m_words;
    ChipRow *m_chips;
    QLabel *m_count;
    QToolButton *m_sort;
    QWidget *m_honest = nullptr;
    QLabel *m_have;
    QToolButton *m_unknown;
    QStackedWidget *m_stack;
    ResultList *m_list;
    EmptyState *m_empty;
};

} // namespace repere::gui
