#include "gui/map_quick_widget.h"

#include <QFocusEvent>
#include <QQuickItem>
#include <QQuickWindow>

namespace repere::gui {

bool MapQuickWidget::focusNextPrevChild(bool next)
{
    QQuickItem *now = quickWindow()->activeFocusItem();
    const bool atTheEnd = !now || (next ? now->nextItemInFocusChain(true) == m_entry : now == m_entry);
    return atTheEnd ? QWidget::focusNextPrevChild(next) : QQuickWidget::focusNextPrevChild(next);
}

void MapQuickWidget::focusInEvent(QFocusEvent *event)
{
    QQuickWidget::focusInEvent(event);
    if (!m_entry)
        return;
    if (event->reason() == Qt::TabFocusReason)
        m_entry->forceActiveFocus(Qt::TabFocusReason);
    else if (event->reason() == Qt::BacktabFocusReason)
        m_entry->nextItemInFocusChain(false)->forceActiveFocus(Qt::BacktabFocusReason);
}

void MapQuickWidget::mousePressEvent(QMouseEvent *event)
{
    if (QQuickItem *root = rootObject())
        root->setProperty("byKeyboard", false);
    QQuickWidget::mousePressEvent(event);
}

} // namespace repere::gui
