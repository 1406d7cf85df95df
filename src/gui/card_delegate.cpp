#include "gui/card_delegate.h"

#include "basemap/snapshot.h"
#include "gui/theme.h"
#include "models/result_model.h"

#include <QCoreApplication>
#include <QPainter>

namespace repere::gui {

namespace {

using models::ResultModel;
constexpr int kSide = 12; // left and right margin
constexpr int kTop = 9;   // above the name and below the machines
constexpr int kGap = 10;  // between disc and text

struct Text {
    Q_DECLARE_TR_FUNCTIONS(CardDelegate)
};

void paintDisc(QPainter *painter, const QRectF &disc, const QModelIndex &index, bool faded)
{
    const Theme &theme = Theme::current();
    const QString type = index.data(ResultModel::TypeRole).toString();
    const QColor colour = basemap::typeColour(type, theme.kind);
    painter->setPen(faded ? QPen(colour, 1.6) : Qt::NoPen);
    painter->setBrush(faded ? QBrush(theme.sheet) : QBrush(colour));
    painter->drawEllipse(disc);
    basemap::paintTypeMark(*painter, disc.center(), disc.width() * 0.62, type, faded ? colour : basemap::inkOn(colour));
}

bool isClosed(const QModelIndex &index)
{
    return index.data(ResultModel::StatusRole).toString() == QLatin1String("closed");
}

/// Machines on one line: those that matched always, as many others as fit, "+4" for the rest.
void paintMachines(QPainter *painter, const QRect &rect, const QModelIndex &index, const QFont &font)
{
    const Theme &theme = Theme::current();
    const QStringList machines = index.data(ResultModel::EquipmentRole).toStringList();
    if (machines.isEmpty()) {
        painter->setFont(italic(font));
        painter->setPen(theme.muted);
        painter->drawText(rect, Qt::AlignLeft | Qt::AlignVCenter, Text::tr("machines not stated"));
        return;
    }
    const QFontMetrics metrics(font);
    const int matched = index.data(ResultModel::MatchedRole).toInt();
    const QString dot = QStringLiteral(" · ");
    painter->setFont(font);
    int x = rect.left();
    for (int i = 0; i < machines.size(); ++i) {
        const QString text = (i > 0 ? dot : QString()) + machines[i];
        const int rest = static_cast<int>(machines.size()) - i - 1;
        const QString more = rest > 0 ? dot + QStringLiteral("+%1").arg(rest) : QString();
        const int room = rect.right() - x - metrics.horizontalAdvance(more);
        painter->setPen(matched == 0 || i < matched ? theme.accent : theme.muted);
        if (metrics.horizontalAdvance(text) > room && i > 0) {
            painter->setPen(theme.muted);
            painter->drawText(QRect(x, rect.top(), rect.right() - x, rect.height()), Qt::AlignLeft | Qt::AlignVCenter,
                              dot + QStringLiteral("+%1").arg(rest + 1));
            return;
        }
        const QString shown = metrics.elidedText(text, Qt::ElideRight, std::max(room, 20));
        painter->drawText(QRect(x, rect.top(), rect.right() - x, rect.height()), Qt::AlignLeft | Qt::AlignVCenter,
                          shown);
        x += metrics.horizontalAdvance(shown);
    }
}

} // namespace

QSize CardDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const int line = option.fontMetrics.height();
    return m_compact ? QSize(120, line + 12) : QSize(220, 3 * line + 2 * kTop + 4);
}

void CardDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setClipRect(option.rect);
    const Theme &theme = Theme::current();
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, theme.tint);
    else if (option.state & QStyle::State_MouseOver)
        painter->fillRect(option.rect, theme.paper);
    if (m_compact)
        paintCell(painter, option, index);
    else if (index.column() == ResultModel::PlaceColumn)
        paintCard(painter, option, index);
    painter->setPen(theme.line);
    painter->drawLine(QPointF(option.rect.left(), option.rect.bottom() + 0.5),
                      QPointF(option.rect.right() + 1, option.rect.bottom() + 0.5));
    if ((option.state & QStyle::State_Selected) && index.column() == ResultModel::PlaceColumn)
        painter->fillRect(QRect(option.rect.left(), option.rect.top(), 3, option.rect.height()), theme.gold);
    painter->restore();
}

void CardDelegate::paintCard(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = Theme::current();
    const int line = option.fontMetrics.height();
    const QRect rect = option.rect.adjusted(kSide, kTop, -kSide, -kTop);
    const double disc = line * 1.5;
    const bool closed = isClosed(index);
    painter->setFont(option.font);
    paintDisc(painter, QRectF(rect.left(), rect.top() + 2, disc, disc), index, closed);

    const int left = rect.left() + static_cast<int>(disc) + kGap;
    const QFont small = scaled(option.font, 0.93);
    const QString distance = index.data(ResultModel::DistanceRole).toString();
    const int distanceWidth = distance.isEmpty() ? 0 : QFontMetrics(small).horizontalAdvance(distance) + 10;
    painter->setFont(small);
    painter->setPen(theme.muted);
    painter->drawText(QRect(rect.right() - distanceWidth, rect.top(), distanceWidth, line),
                      Qt::AlignRight | Qt::AlignVCenter, distance);

    const QFont strong = bold(option.font);
    const QRect nameRect(left, rect.top(), rect.right() - left - distanceWidth, line);
    painter->setFont(strong);
    painter->setPen(closed ? theme.muted : theme.ink);
    painter->drawText(nameRect, Qt::AlignLeft | Qt::AlignVCenter,
                      QFontMetrics(strong).elidedText(index.data(ResultModel::NameRole).toString(), Qt::ElideRight,
                                                      nameRect.width()));

    // Closed places and rough positions say so beside the town, never by colour alone.
    QString where = index.data(ResultModel::WhereRole).toString();
    const QString status = index.data(ResultModel::StatusRole).toString();
    QString mark;
    if (!status.isEmpty() && status != QLatin1String("open"))
        mark = index.data(ResultModel::StatusLabelRole).toString();
    else if (const QString precision = index.data(ResultModel::PrecisionRole).toString();
             precision == QLatin1String("commune"))
        mark = Text::tr("placed at its commune");
    else if (precision == QLatin1String("none"))
        mark = Text::tr("not on the map");
    const QFontMetrics smallMetrics(small);
    painter->setFont(small);
    const QRect whereRect(left, rect.top() + line + 2, rect.right() - left, line);
    const QString shown = smallMetrics.elidedText(where, Qt::ElideRight, whereRect.width());
    painter->setPen(theme.muted);
    painter->drawText(whereRect, Qt::AlignLeft | Qt::AlignVCenter, shown);
    if (!mark.isEmpty()) {
        const int used = smallMetrics.horizontalAdvance(shown + QStringLiteral("   "));
        painter->setFont(italic(small));
        painter->setPen(closed ? theme.warning : theme.muted);
        const QRect markRect = whereRect.adjusted(used, 0, 0, 0);
        painter->drawText(markRect, Qt::AlignLeft | Qt::AlignVCenter,
                          QFontMetrics(italic(small)).elidedText(mark, Qt::ElideRight, markRect.width()));
    }
    paintMachines(painter, QRect(left, rect.top() + 2 * line + 4, rect.right() - left, line), index, small);
}

void CardDelegate::paintCell(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = Theme::current();
    QRect rect = option.rect.adjusted(8, 0, -8, 0);
    QFont font = option.font;
    const bool closed = isClosed(index);
    if (index.column() == ResultModel::PlaceColumn) {
        const double disc = option.fontMetrics.height() * 1.25;
        painter->setFont(option.font);
        paintDisc(painter, QRectF(rect.left(), rect.center().y() - disc / 2 + 0.5, disc, disc), index, closed);
        rect.setLeft(rect.left() + static_cast<int>(disc) + 8);
        font = bold(font);
    }
    painter->setFont(font);
    painter->setPen(closed ? theme.muted : index.column() == ResultModel::PlaceColumn ? theme.ink : theme.muted);
    const QVariant alignment = index.data(Qt::TextAlignmentRole);
    painter->drawText(rect, alignment.isValid() ? alignment.toInt() : int(Qt::AlignLeft | Qt::AlignVCenter),
                      QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideRight, rect.width()));
}

} // namespace repere::gui
