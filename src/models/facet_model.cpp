#include "models/facet_model.h"

#include "core/collation.h"

#include <algorithm>
#include <numeric>

namespace repere::models {

FacetModel::FacetModel(Workspace &workspace, Words words, Facet facet, QObject *parent)
    : QAbstractListModel(parent), m_workspace(workspace), m_words(std::move(words)), m_facet(facet)
{
    connect(&workspace, &Workspace::resultChanged, this, &FacetModel::takeResult);
    connect(&workspace, &Workspace::filterChanged, this, &FacetModel::takeFilter);
    takeResult();
}

int FacetModel::rowOf(const QString &id) const
{
    const auto it = std::ranges::find(m_rows, id, &Row::id);
    return it == m_rows.end() ? -1 : static_cast<int>(it - m_rows.begin());
}

void FacetModel::toggle(int row)
{
    const QString id = m_rows.at(static_cast<std::size_t>(row)).id;
    Filter filter = m_workspace.filter();
    FacetChoice &choice = filter[m_facet];
    if (choice.excluded.removeAll(id) == 0 && choice.values.removeAll(id) == 0)
        choice.values << id;
    m_clicked = choice;
    m_workspace.setFilter(filter);
}

void FacetModel::toggleExcluded(int row)
{
    const QString id = m_rows.at(static_cast<std::size_t>(row)).id;
    Filter filter = m_workspace.filter();
    FacetChoice &choice = filter[m_facet];
    choice.values.removeAll(id);
    if (choice.excluded.removeAll(id) == 0)
        choice.excluded << id;
    m_clicked = choice;
    m_workspace.setFilter(filter);
}

int FacetModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant FacetModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case LabelRole: return row.label;
    case Qt::CheckStateRole: return row.excluded ? Qt::PartiallyChecked : row.checked ? Qt::Checked : Qt::Unchecked;
    case Qt::ToolTipRole:
    case DefinitionRole: return m_words.definition(m_facet, row.id);
    case Qt::AccessibleTextRole: return QStringLiteral("%1, %2").arg(row.label, m_words.number(row.count));
    case IdRole: return row.id;
    case CountRole: return row.count;
    case CheckedRole: return row.checked;
    case ExcludedRole: return row.excluded;
    case UnknownRole: return row.id == kUnknown;
    default: return {};
    }
}

bool FacetModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    if ((value.toInt() == Qt::Checked) != row.checked || row.excluded)
        toggle(index.row());
    return true;
}

Qt::ItemFlags FacetModel::flags(const QModelIndex &index) const
{
    return index.isValid()
               ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable | Qt::ItemNeverHasChildren
               : Qt::NoItemFlags;
}

QHash<int, QByteArray> FacetModel::roleNames() const
{
    return {{IdRole, "valueId"},      {LabelRole, "label"},       {DefinitionRole, "definition"}, {CountRole, "count"},
            {CheckedRole, "checked"}, {ExcludedRole, "excluded"}, {UnknownRole, "unknown"}};
}

void FacetModel::takeFilter()
{
    const FacetChoice &choice = m_workspace.filter()[m_facet];
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        Row &row = m_rows[i];
        const bool checked = choice.values.contains(row.id);
        const bool excluded = choice.excluded.contains(row.id);
        if (row.checked == checked && row.excluded == excluded)
            continue;
        row.checked = checked;
        row.excluded = excluded;
        const QModelIndex at = index(static_cast<int>(i));
        emit dataChanged(at, at, {Qt::CheckStateRole, CheckedRole, ExcludedRole});
    }
}

void FacetModel::takeResult()
{
    const auto result = m_workspace.result();
    if (!result)
        return;
    const std::vector<FacetCount> &counts = result->counts()[m_facet];
    QHash<QString, int> newCounts;
    for (const FacetCount &count : counts)
        newCounts.insert(count.id, count.count);

    // Values that are gone (another directory), then changed counts, then new values at the end.
    for (int i = rowCount() - 1; i >= 0; --i) {
        if (newCounts.contains(m_rows[static_cast<std::size_t>(i)].id))
            continue;
        beginRemoveRows({}, i, i);
        m_rows.erase(m_rows.begin() + i);
        endRemoveRows();
    }
    for (int i = 0; i < rowCount(); ++i) {
        Row &row = m_rows[static_cast<std::size_t>(i)];
        const int count = newCounts.take(row.id);
        if (count == row.count)
            continue;
        row.count = count;
        emit dataChanged(index(i), index(i), {CountRole, Qt::AccessibleTextRole});
    }
    if (!newCounts.isEmpty()) {
        const int first = rowCount();
        beginInsertRows({}, first, first + static_cast<int>(newCounts.size()) - 1);
        const FacetChoice &choice = m_workspace.filter()[m_facet];
        for (const FacetCount &count : counts)
            if (newCounts.contains(count.id))
                m_rows.push_back({count.id, m_words.label(m_facet, count.id), count.count,
                                  choice.values.contains(count.id), choice.excluded.contains(count.id)});
        endInsertRows();
        sortRows();
    } else if (const FacetChoice &now = m_workspace.filter()[m_facet]; now == m_choiceOfOrder || now != m_clicked) {
        sortRows(); // after a click here nothing moves under the pointer
    }
    m_choiceOfOrder = m_workspace.filter()[m_facet];
}

void FacetModel::sortRows()
{
    const FrenchCollation collation;
    const bool byName = m_facet == Facet::Region || m_facet == Facet::Departement;
    std::vector<std::size_t> order(m_rows.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::stable_sort(order, [&](std::size_t left, std::size_t right) {
        const Row &a = m_rows[left];
        const Row &b = m_rows[right];
        if ((a.id == kUnknown) != (b.id == kUnknown))
            return b.id == kUnknown;
        if ((a.count == 0) != (b.count == 0))
            return b.count == 0;
        if (!byName && a.count != b.count)
            return a.count > b.count;
        return collation.less(a.label, b.label);
    });
    if (std::ranges::is_sorted(order))
        return;
    emit layoutAboutToBeChanged({}, VerticalSortHint);
    std::vector<Row> rows;
    rows.reserve(m_rows.size());
    std::vector<int> newRowOf(m_rows.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        rows.push_back(std::move(m_rows[order[i]]));
        newRowOf[order[i]] = static_cast<int>(i);
    }
    m_rows = std::move(rows);
    const QModelIndexList before = persistentIndexList();
    QModelIndexList after;
    for (const QModelIndex &old : before)
        after << index(newRowOf[static_cast<std::size_t>(old.row())]);
    changePersistentIndexList(before, after);
    emit layoutChanged({}, VerticalSortHint);
}

} // namespace repere::models
