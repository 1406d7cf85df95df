#include "models/result_model.h"

#include "directory/text_search.h"

namespace repere::models {

ResultModel::ResultModel(Workspace &workspace, Words words, QObject *parent)
    : QAbstractTableModel(parent), m_workspace(workspace), m_words(std::move(words))
{
    connect(&workspace, &Workspace::resultChanged, this, &ResultModel::takeResult);
    takeResult();
}

void ResultModel::takeResult()
{
    beginResetModel();
    m_result = m_workspace.result();
    m_cachedRow = -1;
    m_wanted.clear();
    if (m_result) {
        const Filter &filter = m_result->filter();
        m_wanted = QSet<QString>(filter[Facet::Equipment].values.begin(), filter[Facet::Equipment].values.end());
        const directory::Knowledge &knowledge = m_workspace.knowledge();
        for (const directory::SearchTerm &term : directory::searchTerms(filter.text, knowledge)) {
            for (const QString &id : directory::valuesMeant(Facet::Equipment, term, knowledge))
                m_wanted.insert(id);
        }
    }
    endResetModel();
}

AtelierId ResultModel::idAt(int row) const
{
    return m_result && row >= 0 && row < m_result->count() ? m_result->idAt(row) : 0;
}

int ResultModel::rowOf(AtelierId id) const
{
    return m_result && id != 0 ? m_result->positionOf(id) : -1;
}

std::optional<SortKey> ResultModel::sortKeyOf(int column)
{
    switch (column) {
    case PlaceColumn: return SortKey::Name;
    case CityColumn: return SortKey::City;
    case DepartementColumn: return SortKey::Departement;
    case DistanceColumn: return SortKey::Distance;
    case SeenColumn: return SortKey::Updated;
    default: return std::nullopt;
    }
}

int ResultModel::columnOf(SortKey key)
{
    switch (key) {
    case SortKey::Name: return PlaceColumn;
    case SortKey::City: return CityColumn;
    case SortKey::Departement: return DepartementColumn;
    case SortKey::Distance: return DistanceColumn;
    case SortKey::Updated: return SeenColumn;
    }
    return PlaceColumn;
}

int ResultModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_result ? 0 : m_result->count();
}

int ResultModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

const AtelierSummary &ResultModel::summary(int row) const
{
    if (m_cachedRow != row) {
        m_cached = m_result->at(row);
        m_cachedRow = row;
    }
    return m_cached;
}

QStringList ResultModel::equipment(const AtelierSummary &summary, int *matched) const
{
    QStringList wanted;
    QStringList rest;
    for (const QString &id : summary.equipment)
        (m_wanted.contains(id) ? wanted : rest) << m_words.label(Facet::Equipment, id);
    if (matched)
        *matched = static_cast<int>(wanted.size());
    return wanted + rest;
}

QVariant ResultModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || !m_result)
        return {};
    const AtelierSummary &row = summary(index.row());
    const QString distance = row.distanceMetres ? m_words.distance(*row.distanceMetres) : QString();
    const auto labelOf = [&](Facet facet, const QString &id) {
        return m_words.label(facet, id.isEmpty() ? QString(kUnknown) : id);
    };
    switch (role) {
    case Qt::DisplayRole:
        switch (index.column()) {
        case PlaceColumn: return row.name;
        case CityColumn: return row.city;
        case DepartementColumn: return row.departement.isEmpty() ? QString() : m_words.departementName(row.departement);
        case DistanceColumn: return distance;
        case SeenColumn: return row.asOfYear > 0 ? QString::number(row.asOfYear) : QString();
        default: return {};
        }
    case Qt::TextAlignmentRole:
        if (index.column() == DistanceColumn || index.column() == SeenColumn)
            return QVariant(Qt::AlignRight | Qt::AlignVCenter);
        return {};
    case Qt::AccessibleTextRole:
        return index.column() == PlaceColumn
                   ? QVariant(QStringLiteral("%1, %2").arg(row.name, m_words.place(row.city, row.departement)))
                   : QVariant();
    case IdRole: return QVariant::fromValue<qint64>(row.id);
    case NameRole: return row.name;
    case WhereRole: return m_words.place(row.city, row.departement);
    case TypeRole: return row.types.isEmpty() ? QString() : row.types.first();
    case TypeLabelRole: return labelOf(Facet::Type, row.types.isEmpty() ? QString() : row.types.first());
    case EquipmentRole: return equipment(row, nullptr);
    case MatchedRole: {
        int matched = 0;
        equipment(row, &matched);
        return matched;
    }
    case DistanceRole: return distance;
    case StatusRole: return row.status;
    case StatusLabelRole: return labelOf(Facet::Status, row.status);
    case PrecisionRole: return precisionToString(row.precision);
    case SeenRole: return row.asOfYear;
    default: return {};
    }
}

QVariant ResultModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case PlaceColumn: return tr("Place");
    case CityColumn: return tr("Commune");
    case DepartementColumn: return tr("Département");
    case DistanceColumn: return tr("Distance");
    case SeenColumn: return tr("Seen in");
    default: return {};
    }
}

QHash<int, QByteArray> ResultModel::roleNames() const
{
    return {{IdRole, "atelierId"},        {NameRole, "name"},
            {WhereRole, "where"},         {TypeRole, "type"},
            {TypeLabelRole, "typeLabel"}, {EquipmentRole, "equipment"},
            {MatchedRole, "matched"},     {DistanceRole, "distance"},
            {StatusRole, "status"},       {StatusLabelRole, "statusLabel"},
            {PrecisionRole, "precision"}, {SeenRole, "seen"}};
}

void ResultModel::sort(int column, Qt::SortOrder order)
{
    if (const auto key = sortKeyOf(column))
        m_workspace.setSort(*key, order == Qt::AscendingOrder ? SortOrder::Ascending : SortOrder::Descending);
}

} // namespace repere::models
