#pragma once

#include "models/map_layers.h"

#include <QAbstractTableModel>

namespace repere::models {

/// The territories of the layer as a table: name, places, value, of a share those that say nothing, inhabitants.
/// Qt::UserRole sorts. GUI thread.
class TerritoryModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Name, Places, Value, Silent, Inhabitants, ColumnCount };

    TerritoryModel(const MapLayers &layers, Words words, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    QString codeAt(int row) const { return m_figures[static_cast<std::size_t>(row)].code; }
    int rowOf(const QString &code) const; ///< -1: none

private:
    void take();

    const MapLayers &m_layers;
    const Words m_words;
    std::vector<TerritoryFigure> m_figures;
    bool m_share = false;
};

} // namespace repere::models
