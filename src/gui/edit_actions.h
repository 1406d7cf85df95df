#pragma once

#include "models/words.h"
#include "models/workspace.h"

#include <QAction>

#include <functional>

namespace repere::gui {

class ResultList;

/// The Edit menu: undo, redo, copy, add, edit, remove, history, duplicates, sources, addresses. Nothing asks "are you sure?": everything can be undone.
class EditActions final : public QObject
{
    Q_OBJECT
public:
    EditActions(models::Workspace &workspace, const models::Words &words, ResultList &list, QWidget *window);

    QAction *undo;
    QAction *redo;
    QAction *copy;
    QAction *add;
    QAction *edit;
    QAction *remove;
    QAction *history;
    QAction *duplicates;
    QAction *sources;
    QAction *addresses;

    void editAtelier(const Atelier &atelier);
    void showOrigins(const Atelier &atelier, const QString &field);
    /// Where one place is, as the national geocoder says; with 0, those of the list that have no position. Asks first.
    void findAddresses(AtelierId one);

signals:
    void waitingChanged(int count); ///< records of imports that wait for a decision
    void said(const QString &text, const QString &actionText, const std::function<void()> &action);

private:
    void readHistory();
    void countWaiting();
    void enable();
    void step(bool back);
    void copySelected();
    void editSelected();
    void removeSelected();

    models::Workspace &m_workspace;
    models::Words m_words;
    ResultList &m_list;
    QWidget *m_window;
    QString m_undoName; // empty = nothing to undo
    QString m_redoName;
};

} // namespace repere::gui
