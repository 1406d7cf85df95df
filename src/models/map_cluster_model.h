#pragma once

#include "core/search_values.h"
#include "models/map_values.h"

#include <QAbstractListModel>
#include <QtQmlIntegration/qqmlintegration.h>

#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace repere::models {

/// One sign of the map: a cluster, and what a person reads about it.
struct MapSign {
    Cluster cluster;
    QString name = {};        ///< of a lone place
    QString description = {}; ///< one sentence, for the tip and for screen readers
    MapLabel::Side label = MapLabel::None;

    bool operator==(const MapSign &) const = default;
};

/// Whether two clusters are the same sign of the map, of one zoom.
bool sameSign(const Cluster &a, const Cluster &b);

/// The signs around the view. The same sign stays the same row: it is known by place, count and id. GUI thread.
class MapClusterModel final : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("the map state owns it")
public:
    enum Role {
        LatitudeRole = Qt::UserRole + 1,
        LongitudeRole,
        CountRole,
        AtelierIdRole,
        NameRole,
        DescriptionRole,
        SpokenRole,
        LeavingRole,
        FigureRole,
        LabelSideRole,
        SelectedRole,
        HoveredRole,
        ApproximateRole,
    };
    Q_ENUM(Role)

    explicit MapClusterModel(QObject *parent) : QAbstractListModel(parent) {}

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    const MapSign &at(int row) const { return m_rows[static_cast<std::size_t>(row)].sign; }

    /// What is to be seen now. A sign that stays keeps its row; a row whose sign goes is given to one that comes, for
    /// moving what draws a sign costs far less than making another; only the rest is removed or appended.
    void setSigns(std::vector<MapSign> signs);
    /// The same for another zoom, gliding: what comes starts where the sign is that held it, what goes ends where the
    /// sign is that takes it, and leaves at dropLeaving(). Whoever draws moves a sign when its place changes.
    /// Making and painting a sign takes a part of a millisecond: few change at once, the others by advance(), once a
    /// frame, which is false when all have.
    void glideTo(std::vector<MapSign> signs);
    bool advance();
    /// On its way into another sign: still drawn, but no sign of this view any more.
    bool isLeaving(int row) const { return m_rows[static_cast<std::size_t>(row)].leaving; }
    void dropLeaving();

    /// What a screen reader says of each row: see MapState. A row that is given to another sign says its name until then.
    void setSpoken(int row, const QString &spoken);
    QString spoken(int row) const;
    /// The row that shows this place, alone or among others; -1 when none does. `point`: where the place is.
    int rowHolding(AtelierId id, std::optional<GeoPoint> point) const;
    /// The row of this very sign; -1 when it is not drawn.
    int rowOf(const Cluster &cluster) const;

    /// Marks the sign that holds this place; 0 marks none.
    void setSelected(AtelierId id, std::optional<GeoPoint> point);
    void setHovered(AtelierId id, std::optional<GeoPoint> point);

private:
    struct Row {
        MapSign sign;
        QString spoken = {};
        bool selected = false;
        bool hovered = false;
        bool leaving = false;
    };
    struct Parting; ///< what stays, comes and goes
    Parting partWith(std::vector<MapSign> &signs);
    void append(std::vector<MapSign> signs);
    struct Mark {
        AtelierId id = 0;
        std::optional<GeoPoint> point;
    };
    void assign(int row, MapSign sign);
    void removeRows(std::span<const int> rows); ///< ascending
    void applyMarks();
    void apply(bool Row::*flag, Role role, const Mark &mark);

    void setLeaving(int row, bool leaving);
    void glideOne(const MapSign &start, MapSign end);

    std::vector<Row> m_rows;
    std::vector<std::function<void()>> m_steps; ///< of a glide, the last one first; rows are not removed meanwhile
    Mark m_selected;
    Mark m_hovered;
};

} // namespace repere::models
