#pragma once

#include <QFrame>

#include <functional>

class QLabel;
class QPushButton;
class QToolButton;

namespace repere::gui {

/// One line of news above the work, with at most one thing to do: "This file can only be read", "A newer starter
/// directory…", "12 places exported". A newer message replaces the older one, an empty one
/// takes it away. Never steals the focus.
class Banner final : public QFrame
{
    Q_OBJECT
public:
    explicit Banner(QWidget *parent = nullptr);

    void say(const QString &text, const QString &actionText = {}, std::function<void()> action = {});

private:
    QLabel *m_text;
    QPushButton *m_action;
    QToolButton *m_close;
    std::function<void()> m_do;
};

} // namespace repere::gui
