#include "models/uncovered_model.h"

namespace repere::models {

UncoveredModel::UncoveredModel(const MapLayers &layers, Words words, QObject *parent)
    : QAbstractTableModel(parent), m_layers(layers), m_words(std::move(words)), m_coverage(layers.coverage())
{
    connect(&layers, &MapLayers::overlayChanged, this, [this] {
        if (m_coverage == m_layers.coverage())
            return;
        beginResetModel();
        m_coverage = m_layers.coverage();
        endResetModel();
    });
}

int UncoveredModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_coverage ? 0 : static_cast<int>(m_coverage->uncovered.size());
}

int UncoveredModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant UncoveredModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const directory::UncoveredCommune &commune = at(index.row());
    const bool known = commune.nearest != 0;
    if (role == Qt::TextAlignmentRole && (index.column() == Inhabitants || index.column() == Kilometres))
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::UserRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case Commune: return QStringLiteral("%1 (%2)").arg(commune.name, commune.departement);
    case Inhabitants:
        return role == Qt::UserRole ? QVariant(qint64(commune.population)) : m_words.number(commune.population);
    case Kilometres:
        if (role == Qt::UserRole)
            return known ? commune.distanceMetres : 1e9;
        return known ? m_words.decimal(commune.distanceMetres / 1000, 1) : QString();
    case Nearest: return commune.nearestName;
    default: return {};
    }
}

QVariant UncoveredModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant((section == Inhabitants || section == Kilometres ? Qt::AlignRight : Qt::AlignLeft)
                        | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Commune: return tr("Commune");
    case Inhabitants: return tr("Inhabitants");
    case Kilometres: return tr("km");
    case Nearest: return tr("Nearest");
    default: return {};
    }
}

} // namespace repere::models
