#pragma once

#include <QString>
#include <QStringList>

class QWidget;

namespace repere::testing {

/// Looks at everything that shows a text of others: is the text itself what people see? A text of others is one with
/// `mark` in it.
class ToldTexts
{
public:
    explicit ToldTexts(QString mark) : m_mark(std::move(mark)) {}

    /// All shown windows: labels, buttons, items, actions, the tips of all of them.
    void look(const QString &state);
    /// What was read as HTML, as a shortcut or as an address, since the last call.
    QStringList takeFaults();
    /// How many texts of others were looked at; a walk that sees none proves nothing.
    int seen() const { return m_seen; }

private:
    void lookAt(QWidget *widget);
    void lookAtTips(QWidget *widget);
    void judge(const QString &text, const QString &shown, const QString &where);
    void judgeShortcut(const QString &text, const QString &where);
    bool isTheirs(const QString &text) const { return text.contains(m_mark); }

    QString m_mark;
    QString m_state;
    QStringList m_faults;
    int m_seen = 0;
};

} // namespace repere::testing
