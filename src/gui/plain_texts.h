#pragma once

#include <QObject>

namespace repere::gui {

/// Qt takes a text for HTML when it looks like it, and would open the pictures that it names. While this lives, labels that
/// were not told otherwise and tips of every kind show their text as it is. One for the window, in the GUI thread.
class PlainTexts : public QObject
{
    Q_OBJECT
public:
    explicit PlainTexts(QObject *parent);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

/// A text of others on a button or in a menu: an ampersand makes no shortcut.
QString onButton(QString text);

} // namespace repere::gui
