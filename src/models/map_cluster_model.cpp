#include "models/map_cluster_model.h"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

namespace repere::models {

namespace {

using Model = MapClusterModel;

constexpr std::array<std::pair<Model::Role, const char *>, 11> kRoles = {{
    {Model::LatitudeRole, "latitude"},
    {Model::LongitudeRole, "longitude"},
    {Model::CountRole, "count"},
    {Model::AtelierIdRole, "atelierId"},
    {Model::NameRole, "name"},
    {Model::DescriptionRole, "description"},
    {Model::FigureRole, "figure"},
    {Model::LabelSideRole, "labelSide"},
    {Model::SelectedRole, "selected"},
    {Model::HoveredRole, "hovered"},
    {Model::ApproximateRole, "approximate"},
}};

/// What makes two signs the same one.
auto keyOf(const MapSign &sign)
{
    const Cluster &cluster = sign.cluster;
    return std::tuple(cluster.id, cluster.count, cluster.centre.latitude, cluster.centre.longitude);
}

QList<int> changedRoles(const MapSign &before, const MapSign &after)
{
    QList<int> roles;
    if (before.name != after.name)
        roles << Model::NameRole;
    if (before.description != after.description)
        roles << Model::DescriptionRole;
    if (before.label != after.label)
        roles << Model::LabelSideRole;
    if (before.cluster != after.cluster)
        roles << Model::FigureRole;
    if (before.cluster.approximate != after.cluster.approximate)
        roles << Model::ApproximateRole;
    return roles;
}

} // namespace

int MapClusterModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant MapClusterModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    const Cluster &cluster = row.sign.cluster;
    switch (role) {
    case LatitudeRole: return cluster.centre.latitude;
    case LongitudeRole: return cluster.centre.longitude;
    case CountRole: return cluster.count;
    case AtelierIdRole: return QVariant::fromValue<qint64>(cluster.id);
    case NameRole: return row.sign.name;
    case Qt::DisplayRole:
    case DescriptionRole: return row.sign.description;
    case FigureRole: return QVariant::fromValue(MapFigure{cluster});
    case LabelSideRole: return static_cast<int>(row.sign.label);
    case SelectedRole: return row.selected;
    case HoveredRole: return row.hovered;
    case ApproximateRole: return cluster.approximate;
    default: return {};
    }
}

QHash<int, QByteArray> MapClusterModel::roleNames() const
{
    QHash<int, QByteArray> names;
    for (const auto &[role, name] : kRoles)
        names.insert(role, name);
    return names;
}

void MapClusterModel::replace(std::vector<MapSign> signs)
{
    beginResetModel();
    m_rows.clear();
    m_rows.reserve(signs.size());
    for (MapSign &sign : signs)
        m_rows.push_back({std::move(sign)});
    if (const int row = rowHolding(m_selected); row >= 0)
        m_rows[static_cast<std::size_t>(row)].selected = true;
    if (const int row = rowHolding(m_hovered); row >= 0)
        m_rows[static_cast<std::size_t>(row)].hovered = true;
    endResetModel();
}

void MapClusterModel::update(std::vector<MapSign> signs)
{
    std::ranges::sort(signs, {}, keyOf);
    removeMissing(signs);

    // Whatever is left is among the new ones, found by its key.
    std::vector<bool> known(signs.size(), false);
    for (std::size_t row = 0; row < m_rows.size(); ++row) {
        const auto found = std::ranges::lower_bound(signs, keyOf(m_rows[row].sign), {}, keyOf);
        known[static_cast<std::size_t>(found - signs.begin())] = true;
        const QList<int> roles = changedRoles(m_rows[row].sign, *found);
        m_rows[row].sign = *found;
        if (!roles.isEmpty()) {
            const QModelIndex changed = index(static_cast<int>(row));
            emit dataChanged(changed, changed, roles);
        }
    }

    const auto added = static_cast<int>(std::ranges::count(known, false));
    if (added > 0) {
        const int first = rowCount();
        beginInsertRows({}, first, first + added - 1);
        for (std::size_t i = 0; i < signs.size(); ++i) {
            if (!known[i])
                m_rows.push_back({std::move(signs[i])});
        }
        endInsertRows();
    }
    applyMarks();
}

void MapClusterModel::removeMissing(const std::vector<MapSign> &signs)
{
    const auto missing = [&](int row) {
        return !std::ranges::binary_search(signs, keyOf(m_rows[static_cast<std::size_t>(row)].sign), {}, keyOf);
    };
    for (int last = rowCount() - 1; last >= 0; --last) {
        if (!missing(last))
            continue;
        int first = last;
        while (first > 0 && missing(first - 1))
            --first;
        beginRemoveRows({}, first, last);
        m_rows.erase(m_rows.begin() + first, m_rows.begin() + last + 1);
        endRemoveRows();
        last = first;
    }
}

void MapClusterModel::setSelected(AtelierId id, std::optional<GeoPoint> point)
{
    m_selected = {id, point};
    apply(&Row::selected, SelectedRole, m_selected);
}

void MapClusterModel::setHovered(AtelierId id, std::optional<GeoPoint> point)
{
    m_hovered = {id, point};
    apply(&Row::hovered, HoveredRole, m_hovered);
}

void MapClusterModel::applyMarks()
{
    apply(&Row::selected, SelectedRole, m_selected);
    apply(&Row::hovered, HoveredRole, m_hovered);
}

void MapClusterModel::apply(bool Row::*flag, Role role, const Mark &mark)
{
    const int holder = rowHolding(mark);
    for (int row = 0; row < rowCount(); ++row) {
        bool &value = m_rows[static_cast<std::size_t>(row)].*flag;
        if (value == (row == holder))
            continue;
        value = row == holder;
        emit dataChanged(index(row), index(row), {role});
    }
}

int MapClusterModel::rowHolding(const Mark &mark) const
{
    if (mark.id == 0)
        return -1;
    // A cluster tells its extent, not its members: where extents overlap the nearest centre is the one.
    int best = -1;
    double bestDistance = 0;
    for (int row = 0; row < rowCount(); ++row) {
        const Cluster &cluster = at(row).cluster;
        if (cluster.id == mark.id)
            return row;
        if (cluster.count == 1 || !mark.point || !cluster.bounds.contains(*mark.point))
            continue;
        const double distance = distanceMetres(cluster.centre, *mark.point);
        if (best < 0 || distance < bestDistance) {
            best = row;
            bestDistance = distance;
        }
    }
    return best;
}

} // namespace repere::models
