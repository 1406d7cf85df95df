#include "models/map_cluster_model.h"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

namespace repere::models {

namespace {

using Model = MapClusterModel;

constexpr std::array<std::pair<Model::Role, const char *>, 12> kRoles = {{
    {Model::LatitudeRole, "latitude"},
    {Model::LongitudeRole, "longitude"},
    {Model::CountRole, "count"},
    {Model::AtelierIdRole, "atelierId"},
    {Model::NameRole, "name"},
    {Model::DescriptionRole, "description"},
    {Model::SpokenRole, "spoken"},
    {Model::FigureRole, "figure"},
    {Model::LabelSideRole, "labelSide"},
    {Model::SelectedRole, "selected"},
    {Model::HoveredRole, "hovered"},
    {Model::ApproximateRole, "approximate"},
}};

/// What makes two signs the same one.
auto keyOf(const Cluster &cluster)
{
    return std::tuple(cluster.id, cluster.count, cluster.centre.latitude, cluster.centre.longitude);
}

auto keyOfSign(const MapSign &sign)
{
    return keyOf(sign.cluster);
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
    if (before.cluster.centre != after.cluster.centre)
        roles << Model::LatitudeRole << Model::LongitudeRole;
    if (before.cluster.count != after.cluster.count)
        roles << Model::CountRole;
    if (before.cluster.id != after.cluster.id)
        roles << Model::AtelierIdRole;
    if (before.cluster.approximate != after.cluster.approximate)
        roles << Model::ApproximateRole;
    return roles;
}

} // namespace

bool sameSign(const Cluster &a, const Cluster &b)
{
    return keyOf(a) == keyOf(b);
}

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
    case SpokenRole: return spoken(index.row());
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

void MapClusterModel::setSigns(std::vector<MapSign> signs)
{
    std::ranges::sort(signs, {}, keyOfSign);
    std::vector<bool> stands(signs.size(), false);
    std::vector<int> free; // rows whose sign has gone
    for (int row = 0; row < rowCount(); ++row) {
        const MapSign &before = at(row);
        const auto found = std::ranges::lower_bound(signs, keyOfSign(before), {}, keyOfSign);
        if (found == signs.end() || !sameSign(found->cluster, before.cluster)) {
            free.push_back(row);
            continue;
        }
        stands[static_cast<std::size_t>(found - signs.begin())] = true;
        assign(row, *found);
    }
    std::vector<MapSign> coming;
    for (std::size_t i = 0; i < signs.size(); ++i) {
        if (!stands[i])
            coming.push_back(std::move(signs[i]));
    }

    const std::size_t taken = std::min(free.size(), coming.size());
    for (std::size_t i = 0; i < taken; ++i)
        assign(free[i], std::move(coming[i]));
    removeRows(std::span(free).subspan(taken));
    if (taken < coming.size()) {
        const int first = rowCount();
        beginInsertRows({}, first, first + static_cast<int>(coming.size() - taken) - 1);
        for (std::size_t i = taken; i < coming.size(); ++i)
            m_rows.push_back({std::move(coming[i])});
        endInsertRows();
    }
    applyMarks();
}

void MapClusterModel::assign(int row, MapSign sign)
{
    Row &there = m_rows[static_cast<std::size_t>(row)];
    QList<int> roles = changedRoles(there.sign, sign);
    if (!sameSign(there.sign.cluster, sign.cluster)) {
        there.spoken.clear();
        roles << SpokenRole;
    }
    there.sign = std::move(sign);
    if (!roles.isEmpty())
        emit dataChanged(index(row), index(row), roles);
}

void MapClusterModel::removeRows(std::span<const int> rows)
{
    for (std::size_t end = rows.size(); end > 0;) {
        std::size_t begin = end - 1;
        while (begin > 0 && rows[begin - 1] == rows[begin] - 1)
            --begin;
        beginRemoveRows({}, rows[begin], rows[end - 1]);
        m_rows.erase(m_rows.begin() + rows[begin], m_rows.begin() + rows[end - 1] + 1);
        endRemoveRows();
        end = begin;
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
    const int holder = rowHolding(mark.id, mark.point);
    for (int row = 0; row < rowCount(); ++row) {
        bool &value = m_rows[static_cast<std::size_t>(row)].*flag;
        if (value == (row == holder))
            continue;
        value = row == holder;
        emit dataChanged(index(row), index(row), {role});
    }
}

void MapClusterModel::setSpoken(int row, const QString &spoken)
{
    QString &now = m_rows[static_cast<std::size_t>(row)].spoken;
    if (now == spoken)
        return;
    now = spoken;
    emit dataChanged(index(row), index(row), {SpokenRole});
}

QString MapClusterModel::spoken(int row) const
{
    const Row &there = m_rows[static_cast<std::size_t>(row)];
    return there.spoken.isEmpty() ? there.sign.description.section(u'\n', 0, 0) : there.spoken;
}

int MapClusterModel::rowOf(const Cluster &cluster) const
{
    const auto found =
        std::ranges::find_if(m_rows, [&](const Row &row) { return sameSign(row.sign.cluster, cluster); });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int MapClusterModel::rowHolding(AtelierId id, std::optional<GeoPoint> point) const
{
    if (id == 0)
        return -1;
    // A cluster tells its extent, not its members: where extents overlap the nearest centre is the one.
    int best = -1;
    double bestDistance = 0;
    for (int row = 0; row < rowCount(); ++row) {
        const Cluster &cluster = at(row).cluster;
        if (cluster.id == id)
            return row;
        if (cluster.count == 1 || !point || !cluster.bounds.contains(*point))
            continue;
        const double distance = distanceMetres(cluster.centre, *point);
        if (best < 0 || distance < bestDistance) {
            best = row;
            bestDistance = distance;
        }
    }
    return best;
}

} // namespace repere::models
