#include "models/territory_model.h"

#include "core/collation.h"

#include <algorithm>

namespace repere::models {

TerritoryModel::TerritoryModel(const MapLayers &layers, Words words, QObject *parent)
    : QAbstractTableModel(parent), m_layers(layers), m_words(std::move(words))
{
    connect(&layers, &MapLayers::overlayChanged, this, &TerritoryModel::take);
    take();
}

void TerritoryModel::take()
{
    const bool share = m_layers.settings().measure == TerritoryMeasure::Share;
    const std::vector<TerritoryFigure> &now = m_layers.figures();
    const bool same =
        share == m_share && std::ranges::equal(now, m_figures, {}, &TerritoryFigure::code, &TerritoryFigure::code);
    if (!same)
        beginResetModel();
    m_share = share;
    m_figures = now;
    if (!same)
        endResetModel();
    else if (!m_figures.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

int TerritoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_figures.size());
}

int TerritoryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

int TerritoryModel::rowOf(const QString &code) const
{
    const auto found = std::ranges::find(m_figures, code, &TerritoryFigure::code);
    return found == m_figures.end() ? -1 : static_cast<int>(found - m_figures.begin());
}

QVariant TerritoryModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const TerritoryFigure &figure = m_figures[static_cast<std::size_t>(index.row())];
    // Counts have a column of their own: the value beside them is the density, unless a share is asked.
    const auto value = figure.value(m_share ? TerritoryMeasure::Share : TerritoryMeasure::Per100k);
    const auto number = [&](qint64 count) { return role == Qt::UserRole ? QVariant(count) : m_words.number(count); };
    if (role == Qt::TextAlignmentRole && index.column() != Name)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::AccessibleTextRole && index.column() == Name)
        return m_layers.describe(figure.code).replace(u'\n', QStringLiteral(", "));
    if (role != Qt::DisplayRole && role != Qt::UserRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case Name: return m_layers.nameOf(figure);
    case Places: return number(figure.ateliers);
    case Inhabitants:
        if (figure.population > 0)
            return number(figure.population);
        return role == Qt::UserRole ? QVariant(0) : QVariant(QString());
    case Value:
        if (role == Qt::UserRole)
            return value.value_or(-1);
        if (!value)
            return QString();
        return m_share ? m_words.percent(*value) : m_words.decimal(*value, 2);
    case Silent: return m_share ? number(figure.silent) : QVariant();
    default: return {};
    }
}

QVariant TerritoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant((section == Name ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && section == Value)
        return m_share ? tr("Places that have the machine, of all of the territory")
                       : tr("Places per 100,000 inhabitants");
    if (role == Qt::ToolTipRole && section == Silent)
        return tr("Places that say nothing of their machines");
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name: return m_layers.settings().level == TerritoryLevel::Region ? tr("Région") : tr("Département");
    case Places: return tr("Places");
    case Inhabitants: return tr("Inhabitants");
    case Value: return m_share ? tr("Share") : tr("Density");
    case Silent: return tr("Silent");
    default: return {};
    }
}

} // namespace repere::models
