#pragma once

#include "models/result_model.h"

#include <QTreeView>

namespace repere::gui {

class CardDelegate;

/// The places that remain, as cards or as a table with sortable columns. Its current row is the workspace's selection;
/// several rows may be selected to be copied.
class ResultList final : public QTreeView
{
    Q_OBJECT
public:
    ResultList(models::Workspace &workspace, const models::Words &words, QWidget *parent = nullptr);

    models::ResultModel *results() const { return m_model; }
    void setTable(bool table);
    bool isTable() const { return m_table; }
    int tableWidth() const;                     ///< at which every column of the table is seen
    std::vector<AtelierId> selectedIds() const; ///< in the order of the list

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void resizeEvent(QResizeEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void showSelected();
    void showAnswer();
    /// What the rows answer, wherever the map looks.
    struct Question {
        Filter filter;
        SortKey key;
        SortOrder order;
        bool operator==(const Question &) const = default;
    };
    static std::optional<Question> questionOf(const directory::SearchResult *result);
    void showSort();
    void showDistances();
    void widenNames();

    models::Workspace &m_workspace;
    models::ResultModel *m_model;
    CardDelegate *m_delegate;
    bool m_table = false;
    std::optional<Question> m_shown;
    bool m_following = false; // the workspace moves us, not the person
};

} // namespace repere::gui
