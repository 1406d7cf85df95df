#include "models/twin_comparison.h"

#include "directory/atelier_fields.h"
#include "models/field_words.h"

#include <algorithm>

namespace repere::models {

TwinComparison::TwinComparison(Words words, QObject *parent) : QAbstractTableModel(parent), m_words(std::move(words)) {}

void TwinComparison::clear()
{
    beginResetModel();
    m_rows.clear();
    m_pair = {};
    endResetModel();
}

void TwinComparison::show(const TwinPair &pair, const directory::SourcePriorities &priorities)
{
    beginResetModel();
    m_pair = pair;
    m_settled = pair.first.id == 0 ? pair.second : directory::united(pair.first, pair.second, priorities);
    m_rows.clear();
    for (const QString &field : directory::mergedFields()) {
        Row row{.field = field,
                .texts = {directory::fieldText(pair.first, field), directory::fieldText(pair.second, field)},
                .differs = false,
                .chosen = {}};
        row.differs = pair.first.id != 0 && row.texts[0] != row.texts[1];
        if (!row.texts[0].isEmpty() || !row.texts[1].isEmpty())
            m_rows.push_back(std::move(row));
    }
    endResetModel();
}

void TwinComparison::choose(int row, Column side)
{
    Row &chosen = m_rows[static_cast<std::size_t>(row)];
    if (!chosen.differs || side == Field)
        return;
    chosen.chosen = chosen.chosen == side ? std::nullopt : std::optional(side);
    emit dataChanged(index(row, First), index(row, Second));
}

std::optional<Atelier> TwinComparison::result() const
{
    if (std::ranges::none_of(m_rows, [](const Row &row) { return row.chosen.has_value(); }))
        return std::nullopt;
    Atelier result = m_settled;
    for (const Row &row : m_rows) {
        if (row.chosen)
            directory::copyField(result, *row.chosen == First ? m_pair.first : m_pair.second, row.field);
    }
    return result;
}

bool TwinComparison::isTicked(const Row &row, Column side) const
{
    if (row.chosen)
        return *row.chosen == side;
    const QString settled = directory::fieldText(m_settled, row.field);
    if (settled == row.texts[0] || settled == row.texts[1])
        return settled == row.texts[side - First];
    return !row.texts[side - First].isEmpty(); // a list of both
}

int TwinComparison::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int TwinComparison::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant TwinComparison::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Row &row = at(index);
    if (role == DiffersRole)
        return row.differs;
    if (index.column() == Field)
        return role == Qt::DisplayRole ? QVariant(fieldName(row.field, m_words)) : QVariant();
    if (role == Qt::CheckStateRole && row.differs)
        return isTicked(row, static_cast<Column>(index.column())) ? Qt::Checked : Qt::Unchecked;
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole) {
        const QString &text = row.texts[index.column() - First];
        return text.isEmpty() ? tr("not stated") : fieldValueText(row.field, text, m_words);
    }
    return {};
}

bool TwinComparison::setData(const QModelIndex &index, const QVariant &, int role)
{
    if (role != Qt::CheckStateRole || !index.isValid() || !at(index).differs || index.column() == Field)
        return false;
    choose(index.row(), static_cast<Column>(index.column()));
    return true;
}

Qt::ItemFlags TwinComparison::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.isValid() && index.column() != Field && at(index).differs)
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

QVariant TwinComparison::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Field: return tr("Field");
    case First: return tr("In the directory");
    case Second: return m_pair.waiting != 0 ? tr("Waiting record") : tr("Perhaps the same");
    default: return {};
    }
}

} // namespace repere::models
