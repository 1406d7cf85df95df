#pragma once

#include <QApplication>
#include <QDropEvent>
#include <QMimeData>
#include <QUrl>
#include <QWidget>

namespace repere::testing {

/// Lets go of dragged addresses over the widget, as the desktop does; false when neither it nor what is around it takes them.
inline bool drop(QWidget &over, const QList<QUrl> &urls)
{
    QMimeData data;
    data.setUrls(urls);
    QDragEnterEvent enter({2, 2}, Qt::CopyAction, &data, Qt::LeftButton, {});
    enter.ignore();
    QApplication::sendEvent(&over, &enter);
    if (!enter.isAccepted())
        return false;
    QDropEvent drop({2, 2}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(&over, &drop);
    return true;
}

} // namespace repere::testing
