#pragma once

#include "models/words.h"

#include <QUrl>
#include <QWidget>

#include <functional>

class QLabel;
class QVBoxLayout;

namespace repere::gui {

/// The blocks of a fiche: a small heading and what stands under it. Owns nothing; widgets belong to the body.
class FicheParts
{
public:
    FicheParts(QWidget *body, QVBoxLayout *column) : m_body(body), m_column(column) {}

    void heading(const QString &text);
    QLabel *line(const QString &text);
    void unknown(const QString &text); ///< in italics
    void link(const QString &text, const QUrl &url, std::function<void(QUrl)> open);
    /// A line that does something in this window.
    void action(const QString &text, const QString &name, std::function<void()> act);
    /// One tag per text; those that matched in gold.
    struct Tag {
        QString text;
        QString tip;
        bool matched = false;
        bool doubtful = false;
    };
    void tags(const std::vector<Tag> &tags);
    void space(int pixels);

private:
    QWidget *m_body;
    QVBoxLayout *m_column;
};

/// http and https addresses only, a scheme added where the source left it out; invalid for anything else.
QUrl webAddress(const QString &text);
/// The host and path as people read them.
QString shownAddress(const QUrl &url);

} // namespace repere::gui
