#include "gui/facet_delegate.h"

#include "gui/theme.h"
#include "models/facet_model.h"

#include <QLocale>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace repere::gui {

namespace {
using models::FacetModel;
constexpr int kMargin = 12; // the same as the headings
} // namespace

int FacetDelegate::rowHeight(const QFontMetrics &metrics)
{
    // Fonts with tall accents (Noto) leave room of their own above and below.
    return std::max(metrics.height() + 2, metrics.ascent() + metrics.descent() / 2 + 8);
}

QSize FacetDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {0, rowHeight(option.fontMetrics)};
}

void FacetDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = Theme::current();
    const bool checked = index.data(FacetModel::CheckedRole).toBool();
    const bool excluded = index.data(FacetModel::ExcludedRole).toBool();
    const bool unknown = index.data(FacetModel::UnknownRole).toBool();
    const int count = index.data(FacetModel::CountRole).toInt();
    const QRect rect = option.rect;

    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (checked)
        painter->fillRect(rect, theme.tint);
    else if (option.state & QStyle::State_MouseOver)
        painter->fillRect(rect, theme.shadowTint);

    const int side = option.fontMetrics.xHeight() + option.fontMetrics.ascent() / 3;
    const QRectF box(rect.x() + kMargin + 0.5, rect.center().y() - side / 2.0 + 0.5, side, side);
    painter->setPen(QPen(excluded ? theme.warning : checked ? theme.accent : theme.muted, 1));
    painter->setBrush(checked ? theme.accent : excluded ? theme.warning : theme.sheet);
    painter->drawRoundedRect(box, 3, 3);
    if (checked || excluded) {
        painter->setPen(QPen(checked ? theme.onAccent : theme.sheet, 1.7, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        QPainterPath sign;
        if (checked) {
            sign.moveTo(box.left() + side * 0.24, box.top() + side * 0.53);
            sign.lineTo(box.left() + side * 0.44, box.top() + side * 0.72);
            sign.lineTo(box.left() + side * 0.78, box.top() + side * 0.3);
        } else {
            sign.moveTo(box.left() + side * 0.25, box.center().y());
            sign.lineTo(box.right() - side * 0.25, box.center().y());
        }
        painter->setBrush(Qt::NoBrush);
        painter->drawPath(sign);
    }

    QFont font = option.font;
    font.setItalic(unknown);
    font.setStrikeOut(excluded);
    painter->setFont(font);
    const QString number = QLocale().toString(count);
    const int numberWidth = QFontMetrics(font).horizontalAdvance(number) + 2;
    const QRect numberRect(rect.right() - kMargin - numberWidth, rect.y(), numberWidth, rect.height());
    const QRect labelRect(static_cast<int>(box.right()) + 9, rect.y(),
                          numberRect.left() - 8 - static_cast<int>(box.right()) - 9, rect.height());
    painter->setPen(unknown || (count == 0 && !checked && !excluded) ? theme.muted : theme.ink);
    painter->drawText(
        labelRect, Qt::AlignVCenter | Qt::AlignLeft,
        QFontMetrics(font).elidedText(index.data(FacetModel::LabelRole).toString(), Qt::ElideRight, labelRect.width()));
    font.setStrikeOut(false);
    painter->setFont(font);
    painter->setPen(theme.muted);
    painter->drawText(numberRect, Qt::AlignVCenter | Qt::AlignRight, number);

    if ((option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_KeyboardFocusChange)) {
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(theme.accent, 1.5));
        painter->drawRoundedRect(QRectF(rect).adjusted(2, 1, -2, -1), 4, 4);
    }
    painter->restore();
}

} // namespace repere::gui
