#pragma once

#include "gui/main_window.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace repere::app {

/// Says on stderr when each step of the start was done, one line each:
///   start: 412 ms, processor 388 ms: usable
/// first the time since the process began (as Linux keeps it, to 10 ms), then the processor time of all its threads. The
/// steps: main, knowledge, window, file (opened and searched), map, "usable" (the first picture of the window that shows
/// the list and the map's signs), and "still" (the last picture, with its tiles, before the map rested for half a second).
/// GUI thread.
class StartTrace : public QObject
{
    Q_OBJECT
public:
    /// Nothing unless REPERE_TRACE_START is set; with "quit" the program leaves when the window stands still.
    static std::unique_ptr<StartTrace> fromEnvironment();

    void note(const QString &step) const;
    /// Begins to look for the last two steps; the window has its map.
    void watch(gui::MainWindow &window);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    explicit StartTrace(bool quits);
    void takePicture();

    bool m_quits;
    bool m_watching = false;
    bool m_settling = false;    ///< the map has painted the answer
    bool m_answerShown = false; ///< and the window has laid out what follows from it
    bool m_usable = false;
    QString m_last; ///< of the newest picture
    QTimer m_still;
};

} // namespace repere::app
