#pragma once

#include "models/words.h"
#include "models/workspace.h"

#include <QAbstractTableModel>
#include <QSet>

namespace repere::models {

/// The answer of the workspace as a table of any length: rows are read from the result when they are shown. The first
/// column carries what a card needs.
class ResultModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { PlaceColumn, CityColumn, DepartementColumn, DistanceColumn, SeenColumn, ColumnCount };
    enum Role {
        IdRole = Qt::UserRole + 1,
        NameRole,
        WhereRole, ///< "Aubière · Puy-de-Dôme"
        TypeRole,  ///< id of the first type, empty when unknown
        TypeLabelRole,
        EquipmentRole, ///< labels, those that matched first
        MatchedRole,   ///< how many of them matched
        DistanceRole,  ///< "63 km", empty without a place to measure from
        StatusRole,    ///< id, empty when unknown
        StatusLabelRole,
        PrecisionRole, ///< precisionToString
        SeenRole,      ///< year, 0 when unknown
    };

    ResultModel(Workspace &workspace, Words words, QObject *parent = nullptr);

    AtelierId idAt(int row) const;
    int rowOf(AtelierId id) const; ///< -1 when not among the results
    static std::optional<SortKey> sortKeyOf(int column);
    static int columnOf(SortKey key);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
    void sort(int column, Qt::SortOrder order) override;

private:
    void takeResult();
    const AtelierSummary &summary(int row) const;
    QStringList equipment(const AtelierSummary &summary, int *matched) const;

    Workspace &m_workspace;
    Words m_words;
    std::shared_ptr<const directory::SearchResult> m_result;
    QSet<QString> m_wanted;       // machines asked for by choice or by words
    mutable int m_cachedRow = -1; // a view asks many roles of one row
    mutable AtelierSummary m_cached;
};

} // namespace repere::models
