#pragma once

#include <QStyledItemDelegate>

namespace repere::gui {

/// Draws one place of the list: a card of three lines (disc with the letter of its type, name, distance, where, machines
/// with those that matched in the accent colour), or one line of a table.
class CardDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setCompact(bool compact) { m_compact = compact; }
    bool isCompact() const { return m_compact; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintCard(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintCell(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;

    bool m_compact = false;
};

} // namespace repere::gui
