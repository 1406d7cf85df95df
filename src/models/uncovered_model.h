#pragma once

#include "models/map_layers.h"

#include <QAbstractTableModel>

namespace repere::models {

/// The communes that no place covers: name (département), inhabitants, nearest place and how far. Qt::UserRole sorts. GUI
/// thread.
class UncoveredModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Commune, Inhabitants, Kilometres, Nearest, ColumnCount };

    UncoveredModel(const MapLayers &layers, Words words, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    const directory::UncoveredCommune &at(int row) const
    {
        return m_coverage->uncovered[static_cast<std::size_t>(row)];
    }

private:
    const MapLayers &m_layers;
    const Words m_words;
    std::shared_ptr<const directory::Coverage> m_coverage;
};

} // namespace repere::models
