#pragma once

#include "models/facet_model.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QListView;
class QTimer;
class QToolButton;

namespace repere::gui {

class ShortListModel;

/// One facet: heading, values with counts, search inside a long one, "13 more…", the definition of what is chosen, and
/// for equipment the switch between all and any. Alt-click, or the menu of a value, excludes it.
class FacetSection final : public QWidget
{
    Q_OBJECT
public:
    FacetSection(models::Workspace &workspace, const models::Words &words, Facet facet, QWidget *parent = nullptr);

    Facet facet() const { return m_model->facet(); }
    QListView *list() const { return m_list; }
    models::FacetModel *model() const { return m_model; }
    /// Shows every value, so that this one can be clicked; -1 row when the value does not exist.
    QModelIndex reveal(const QString &id);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void activate(const QModelIndex &index, bool exclude);
    void showMenu(const QPoint &position);
    void refresh();

    models::Workspace &m_workspace;
    models::Words m_words;
    models::FacetModel *m_model;
    ShortListModel *m_short;
    QListView *m_list;
    QWidget *m_searchRow;
    QLineEdit *m_search;
    QToolButton *m_find;
    QToolButton *m_more;
    QToolButton *m_any = nullptr; // equipment only
    QLabel *m_definition;
    QTimer *m_later;
};

} // namespace repere::gui
