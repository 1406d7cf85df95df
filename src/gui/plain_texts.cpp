#include "gui/plain_texts.h"

#include "core/shown_text.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QHelpEvent>
#include <QLabel>
#include <QMenu>
#include <QTabBar>
#include <QToolTip>

#include <algorithm>

namespace repere::gui {

namespace {

constexpr qsizetype kMostOfTip = 1'000; // characters
constexpr qsizetype kLongLine = 80;     // Qt breaks the lines of HTML only

/// What Qt would show as the tip of this spot of a widget.
QString tipOf(QWidget &widget, const QPoint &spot)
{
    if (const auto *menu = qobject_cast<const QMenu *>(&widget)) {
        const QAction *action = menu->toolTipsVisible() ? menu->actionAt(spot) : nullptr;
        return action ? action->toolTip() : QString();
    }
    if (const auto *tabs = qobject_cast<const QTabBar *>(&widget); tabs && tabs->tabAt(spot) >= 0)
        return tabs->tabToolTip(tabs->tabAt(spot));
    const auto *view = qobject_cast<const QAbstractItemView *>(widget.parentWidget());
    if (view && view->viewport() == &widget) {
        const QString tip = view->indexAt(spot).data(Qt::ToolTipRole).toString();
        if (!tip.isEmpty())
            return tip;
    }
    return widget.toolTip();
}

} // namespace

PlainTexts::PlainTexts(QObject *parent) : QObject(parent)
{
    qApp->installEventFilter(this);
}

bool PlainTexts::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Polish) {
        // Before its size is asked for, and so before it is laid out.
        auto *label = qobject_cast<QLabel *>(watched);
        if (label && label->textFormat() == Qt::AutoText && !label->inherits("QTipLabel"))
            label->setTextFormat(Qt::PlainText);
    } else if (event->type() == QEvent::ToolTip && watched->isWidgetType()) {
        auto &widget = *static_cast<QWidget *>(watched);
        const auto &help = *static_cast<QHelpEvent *>(event);
        const QString tip = tipOf(widget, help.pos());
        const QString shown = shownText(tip, kMostOfTip);
        const auto isLong = [](const QString &line) { return line.size() > kLongLine; };
        if (shown != tip || Qt::mightBeRichText(shown) || std::ranges::any_of(shown.split(u'\n'), isLong)) {
            // A tip cannot be told that it is plain text.
            QToolTip::showText(help.globalPos(),
                               QStringLiteral("<p style=\"white-space:pre-wrap\">%1</p>").arg(shown.toHtmlEscaped()),
                               &widget);
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

QString onButton(QString text)
{
    return text.replace(u'&', QStringLiteral("&&"));
}

} // namespace repere::gui
