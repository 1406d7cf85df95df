#include "gui/support/told_texts.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QHeaderView>
#include <QHelpEvent>
#include <QLabel>
#include <QMenu>
#include <QTextDocument>
#include <QToolTip>

namespace repere::testing {

namespace {

constexpr int kMostIndexes = 60; // of each view

/// What is on the screen when a label shows this text in this format.
QString rendered(const QString &text, Qt::TextFormat format)
{
    const bool rich = format == Qt::RichText || (format == Qt::AutoText && Qt::mightBeRichText(text));
    if (!rich && format != Qt::MarkdownText)
        return text;
    QTextDocument document;
    if (format == Qt::MarkdownText)
        document.setMarkdown(text);
    else
        document.setHtml(text);
    return document.toPlainText();
}

QLabel *shownTip()
{
    for (QWidget *window : QApplication::topLevelWidgets())
        if (window->inherits("QTipLabel") && window->isVisible())
            return qobject_cast<QLabel *>(window);
    return nullptr;
}

/// Overrides and isolates of direction, and what is no character at all.
bool actsOnItsNeighbours(QChar c)
{
    return (c.category() == QChar::Other_Control && c != u'\n' && c != u'\t')
           || (c >= QChar(0x202A) && c <= QChar(0x202E)) || (c >= QChar(0x2066) && c <= QChar(0x2069));
}

} // namespace

void ToldTexts::judge(const QString &text, const QString &shown, const QString &where)
{
    ++m_seen;
    QString fault;
    if (text.contains(u'<') && (!shown.contains(u'<') || shown.contains(QChar::ObjectReplacementCharacter)))
        fault = QStringLiteral("its HTML has become something else");
    else if (std::ranges::any_of(shown, actsOnItsNeighbours))
        fault = QStringLiteral("characters that act on what stands beside it");
    else if (shown.size() > 100'000)
        fault = QStringLiteral("all of its %1 characters").arg(shown.size());
    if (!fault.isEmpty())
        m_faults << QStringLiteral("%1: %2: %3: %4").arg(m_state, where, fault, shown.left(120));
}

void ToldTexts::judgeShortcut(const QString &text, const QString &where)
{
    // Before their text stands ours, which may have one.
    if (text.sliced(text.indexOf(m_mark)).remove(QStringLiteral("&&")).contains(u'&'))
        m_faults << QStringLiteral("%1: %2: a shortcut out of a text of others: %3").arg(m_state, where, text);
}

void ToldTexts::look(const QString &state)
{
    m_state = state;
    for (QWidget *window : QApplication::topLevelWidgets())
        if (window->isVisible() && !window->inherits("QTipLabel"))
            lookAt(window);
}

void ToldTexts::lookAt(QWidget *widget)
{
    const QString where = QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName();
    if (const auto *label = qobject_cast<QLabel *>(widget); label && isTheirs(label->text()))
        judge(label->text(), rendered(label->text(), label->textFormat()), where);
    if (const auto *button = qobject_cast<QAbstractButton *>(widget); button && isTheirs(button->text())) {
        judgeShortcut(button->text(), where);
        judge(button->text(), button->text(), where);
    }
    for (const QAction *action : widget->actions())
        if (isTheirs(action->text()))
            judgeShortcut(action->text(), where);
    if (const auto *view = qobject_cast<QAbstractItemView *>(widget); view && view->model()) {
        const QAbstractItemModel &model = *view->model();
        for (int row = 0; row < std::min(model.rowCount(), kMostIndexes); ++row)
            for (int column = 0; column < model.columnCount(); ++column) {
                const QString text = model.index(row, column).data().toString();
                if (isTheirs(text))
                    judge(text, text, where); // painted as plain text by all delegates
            }
    }
    lookAtTips(widget);
    for (QObject *child : widget->children())
        if (auto *part = qobject_cast<QWidget *>(child); part && part->isVisible() && !part->isWindow())
            lookAt(part);
}

void ToldTexts::lookAtTips(QWidget *widget)
{
    QList<QPoint> points;
    if (isTheirs(widget->toolTip()))
        points << widget->rect().center();
    const auto *view = qobject_cast<QAbstractItemView *>(widget->parentWidget());
    if (view && view->viewport() == widget && view->model() && !qobject_cast<const QHeaderView *>(view)) {
        const QAbstractItemModel &model = *view->model();
        const std::function<void(const QModelIndex &)> visit = [&](const QModelIndex &parent) {
            for (int row = 0; row < std::min(model.rowCount(parent), kMostIndexes); ++row) {
                for (int column = 0; column < model.columnCount(parent); ++column) {
                    const QModelIndex index = model.index(row, column, parent);
                    const QRect rect = view->visualRect(index).intersected(widget->rect());
                    if (isTheirs(index.data(Qt::ToolTipRole).toString()) && rect.isValid())
                        points << rect.center();
                }
                visit(model.index(row, 0, parent));
            }
        };
        visit({});
    }
    for (const QPoint &point : points) {
        QToolTip::hideText();
        QHelpEvent event(QEvent::ToolTip, point, widget->mapToGlobal(point));
        QApplication::sendEvent(widget, &event);
        if (const QLabel *tip = shownTip())
            judge(tip->text(), rendered(tip->text(), tip->textFormat()),
                  QStringLiteral("tip of ") + QString::fromLatin1(widget->metaObject()->className()));
        else
            m_faults << QStringLiteral("%1: a tip does not show: %2").arg(m_state, widget->objectName());
    }
    QToolTip::hideText();
}

QStringList ToldTexts::takeFaults()
{
    return std::exchange(m_faults, {});
}

} // namespace repere::testing
