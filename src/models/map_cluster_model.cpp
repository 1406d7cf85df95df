#include "models/map_cluster_model.h"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

namespace repere::models {

namespace {

using Model = MapClusterModel;

constexpr int kStepsAtOnce = 10; // of a glide, a frame

constexpr std::array<std::pair<Model::Role, const char *>, 13> kRoles = {{
    {Model::LatitudeRole, "latitude"},
    {Model::LongitudeRole, "longitude"},
    {Model::CountRole, "count"},
    {Model::AtelierIdRole, "atelierId"},
    {Model::NameRole, "name"},
    {Model::DescriptionRole, "description"},
    {Model::SpokenRole, "spoken"},
    {Model::LeavingRole, "leaving"},
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
    case LeavingRole: return row.leaving;
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

struct MapClusterModel::Parting {
    std::vector<int> free;       ///< rows whose sign has gone, ascending
    std::vector<MapSign> coming; ///< signs without a row
};

MapClusterModel::Parting MapClusterModel::partWith(std::vector<MapSign> &signs)
{
    std::ranges::sort(signs, {}, keyOfSign);
    std::vector<bool> stands(signs.size(), false);
    Parting parting;
    for (int row = 0; row < rowCount(); ++row) {
        const MapSign &before = at(row);
        const auto found = std::ranges::lower_bound(signs, keyOfSign(before), {}, keyOfSign);
        if (isLeaving(row) || found == signs.end() || !sameSign(found->cluster, before.cluster)) {
            parting.free.push_back(row);
            continue;
        }
        stands[static_cast<std::size_t>(found - signs.begin())] = true;
        assign(row, *found);
    }
    for (std::size_t i = 0; i < signs.size(); ++i) {
        if (!stands[i])
            parting.coming.push_back(std::move(signs[i]));
    }
    return parting;
}

void MapClusterModel::append(std::vector<MapSign> signs)
{
    if (signs.empty())
        return;
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(signs.size()) - 1);
    for (MapSign &sign : signs)
        m_rows.push_back({std::move(sign)});
    endInsertRows();
}

void MapClusterModel::setSigns(std::vector<MapSign> signs)
{
    m_steps.clear();
    auto [free, coming] = partWith(signs);
    const std::size_t taken = std::min(free.size(), coming.size());
    for (std::size_t i = 0; i < taken; ++i)
        assign(free[i], std::move(coming[i]));
    removeRows(std::span(free).subspan(taken));
    append({std::move_iterator(coming.begin() + static_cast<std::ptrdiff_t>(taken)), std::move_iterator(coming.end())});
    applyMarks();
}

void MapClusterModel::glideTo(std::vector<MapSign> signs)
{
    m_steps.clear();
    dropLeaving();
    auto [free, coming] = partWith(signs);
    // Closer: the sign that held a coming one; farther: one of those that a coming one takes. Of several the nearest.
    const auto related = [](const Cluster &a, const Cluster &b) {
        return a.bounds.contains(b.centre) || b.bounds.contains(a.centre);
    };
    std::vector<Cluster> gone;
    for (const int row : free)
        gone.push_back(at(row).cluster);
    std::vector<bool> taken(free.size(), false);
    for (const MapSign &sign : coming) {
        std::ptrdiff_t origin = -1;
        double nearest = 0;
        for (std::size_t i = 0; i < gone.size(); ++i) {
            const double distance =
                related(gone[i], sign.cluster) ? distanceMetres(gone[i].centre, sign.cluster.centre) : -1;
            if (distance >= 0 && (origin < 0 || distance < nearest)) {
                origin = static_cast<std::ptrdiff_t>(i);
                nearest = distance;
            }
        }
        const auto at = static_cast<std::size_t>(origin);
        if (origin >= 0 && !taken[at]) {
            taken[at] = true;
            m_steps.emplace_back([this, row = free[at], sign] { assign(row, sign); });
            continue;
        }
        MapSign start = sign;
        if (origin >= 0)
            start.cluster.centre = gone[at].centre;
        m_steps.emplace_back([this, start, sign] { glideOne(start, sign); });
    }

    std::vector<int> nowhere;
    for (std::size_t i = 0; i < free.size(); ++i) {
        if (taken[i])
            continue;
        const auto target = std::ranges::find_if(
            coming, [&](const MapSign &sign) { return sign.cluster.bounds.contains(gone[i].centre); });
        if (target == coming.end()) {
            nowhere.push_back(free[i]);
            continue;
        }
        MapSign leaving = at(free[i]);
        leaving.cluster.centre = target->cluster.centre;
        leaving.label = MapLabel::None;
        m_steps.emplace_back([this, row = free[i], leaving] {
            assign(row, leaving);
            setLeaving(row, true);
        });
    }
    m_steps.emplace_back([this, nowhere] {
        removeRows(nowhere);
        applyMarks();
    });
    std::ranges::reverse(m_steps);
    advance();
}

bool MapClusterModel::advance()
{
    for (int i = 0; i < kStepsAtOnce && !m_steps.empty(); ++i) {
        const std::function<void()> step = std::move(m_steps.back());
        m_steps.pop_back();
        step();
    }
    return !m_steps.empty();
}

void MapClusterModel::glideOne(const MapSign &start, MapSign end)
{
    const int row = rowCount();
    append({start});
    assign(row, std::move(end));
}

void MapClusterModel::dropLeaving()
{
    while (advance()) { // its rows are counted on until the last step
    }
    std::vector<int> rows;
    for (int row = 0; row < rowCount(); ++row) {
        if (isLeaving(row))
            rows.push_back(row);
    }
    removeRows(rows);
}

void MapClusterModel::setLeaving(int row, bool leaving)
{
    bool &now = m_rows[static_cast<std::size_t>(row)].leaving;
    if (now == leaving)
        return;
    now = leaving;
    emit dataChanged(index(row), index(row), {LeavingRole});
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
    setLeaving(row, false);
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
    const auto found = std::ranges::find_if(
        m_rows, [&](const Row &row) { return !row.leaving && sameSign(row.sign.cluster, cluster); });
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
        if (isLeaving(row))
            continue;
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
