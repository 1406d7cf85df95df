#include "gui/result_list.h"

#include "gui/card_delegate.h"

#include <QHeaderView>
#include <QScrollBar>

#include <algorithm>

namespace repere::gui {

using models::ResultModel;

ResultList::ResultList(models::Workspace &workspace, const models::Words &words, QWidget *parent)
    : QTreeView(parent), m_workspace(workspace), m_model(new ResultModel(workspace, words, this)),
      m_delegate(new CardDelegate(this))
{
    setObjectName(QStringLiteral("results"));
    setAccessibleName(tr("Places"));
    setModel(m_model);
    setItemDelegate(m_delegate);
    setRootIsDecorated(false);
    setItemsExpandable(false);
    setUniformRowHeights(true); // a hundred thousand rows cost no more than ten
    setIndentation(0);
    setMouseTracking(true);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    verticalScrollBar()->setSingleStep(24);
    header()->setStretchLastSection(false);
    header()->setSectionsMovable(false);
    header()->setSectionsClickable(true);
    header()->setSortIndicatorShown(true);
    header()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    connect(header(), &QHeaderView::sectionClicked, this, [this](int column) {
        const auto key = ResultModel::sortKeyOf(column);
        if (!key)
            return;
        const bool again = m_workspace.sortKey() == *key && m_workspace.sortOrder() == SortOrder::Ascending;
        m_workspace.setSort(*key, again ? SortOrder::Descending : SortOrder::Ascending);
        showSort();
    });
    connect(this, &QTreeView::entered, this,
            [this](const QModelIndex &index) { m_workspace.hover(m_model->idAt(index.row())); });
    connect(m_model, &ResultModel::modelReset, this, [this] {
        showDistances();
        showAnswer();
        showSort();
    });
    connect(&workspace, &models::Workspace::selectedChanged, this, &ResultList::showSelected);
    setTable(false);
    showSort();
    m_shown = questionOf(workspace.result().get());
}

void ResultList::setTable(bool table)
{
    m_table = table;
    m_delegate->setCompact(table);
    setHeaderHidden(!table);
    for (int column = 1; column < ResultModel::ColumnCount; ++column)
        setColumnHidden(column, !table);
    showDistances();
    if (table) {
        const int character = fontMetrics().averageCharWidth();
        header()->resizeSection(ResultModel::CityColumn, 18 * character);
        header()->resizeSection(ResultModel::DepartementColumn, 18 * character);
        header()->resizeSection(ResultModel::DistanceColumn, 11 * character);
        header()->resizeSection(ResultModel::SeenColumn, 10 * character);
    }
    widenNames();
    setHorizontalScrollBarPolicy(table ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    // The height of all rows is asked again only when the model or the font changes.
    m_following = true;
    doItemsLayout();
    reset();
    m_following = false;
    showSelected();
}

std::vector<AtelierId> ResultList::selectedIds() const
{
    QModelIndexList rows = selectionModel()->selectedRows();
    std::ranges::sort(rows, {}, &QModelIndex::row);
    std::vector<AtelierId> ids;
    for (const QModelIndex &row : rows)
        ids.push_back(m_model->idAt(row.row()));
    return ids;
}

void ResultList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTreeView::currentChanged(current, previous);
    if (!m_following && current.isValid())
        m_workspace.select(m_model->idAt(current.row()));
}

void ResultList::showSelected()
{
    const int row = m_model->rowOf(m_workspace.selected());
    m_following = true;
    if (row < 0) {
        clearSelection();
        setCurrentIndex({});
    } else if (currentIndex().row() != row) {
        const QModelIndex index = m_model->index(row, ResultModel::PlaceColumn);
        setCurrentIndex(index);
        scrollTo(index, QAbstractItemView::EnsureVisible);
    }
    m_following = false;
}

std::optional<ResultList::Question> ResultList::questionOf(const directory::SearchResult *result)
{
    if (!result)
        return std::nullopt;
    Question question{result->filter(), result->sortKey(), result->sortOrder()};
    question.filter.box.reset(); // the map moves on while one looks at the list
    return question;
}

void ResultList::showAnswer()
{
    const std::optional<Question> asked = questionOf(m_workspace.result().get());
    const bool another = m_shown && asked != m_shown;
    m_shown = asked;
    showSelected();
    if (another) // another question: its answer is read from the top
        scrollToTop();
}

void ResultList::showSort()
{
    const QSignalBlocker quiet(header());
    header()->setSortIndicator(ResultModel::columnOf(m_workspace.sortKey()),
                               m_workspace.sortOrder() == SortOrder::Ascending ? Qt::AscendingOrder
                                                                               : Qt::DescendingOrder);
    header()->viewport()->update();
}

void ResultList::showDistances()
{
    const auto result = m_workspace.result();
    const bool hidden = !m_table || !result || !result->filter().near; // nothing to measure from
    if (hidden == isColumnHidden(ResultModel::DistanceColumn))
        return;
    setColumnHidden(ResultModel::DistanceColumn, hidden);
    widenNames();
}

int ResultList::tableWidth() const
{
    return fontMetrics().averageCharWidth() * (28 + 18 + 18 + 11 + 10) + verticalScrollBar()->sizeHint().width();
}

void ResultList::widenNames()
{
    // Names take what is left, and never less than they need to be told apart.
    int others = 0;
    for (int column = 1; column < ResultModel::ColumnCount; ++column)
        others += isColumnHidden(column) ? 0 : columnWidth(column);
    const int least = m_table ? fontMetrics().averageCharWidth() * 28 : 0;
    header()->resizeSection(ResultModel::PlaceColumn, std::max(least, viewport()->width() - others));
}

void ResultList::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    widenNames();
}

void ResultList::leaveEvent(QEvent *event)
{
    m_workspace.hover(0);
    QTreeView::leaveEvent(event);
}

} // namespace repere::gui
