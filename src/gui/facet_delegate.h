#pragma once

#include <QStyledItemDelegate>

namespace repere::gui {

/// Draws one value of a facet: box, label, count at the right. The whole row is the target of the click.
class FacetDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    static int rowHeight(const QFontMetrics &metrics);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// Clicks and keys are handled by the section, which knows exclusion.
    bool editorEvent(QEvent *, QAbstractItemModel *, const QStyleOptionViewItem &, const QModelIndex &) override
    {
        return false;
    }
};

} // namespace repere::gui
