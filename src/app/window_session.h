#pragma once

#include "app/command_line.h"
#include "basemap/map_painter.h"
#include "gui/main_window.h"

#include <QFuture>

#include <memory>

namespace repere::app {

/// One run of the window: words, places and the painter of the map are read in threads while the window appears; then
/// the directory is opened. Lives in the GUI thread.
class WindowSession : public QObject
{
    Q_OBJECT
public:
    WindowSession(CommandLine line, bool french, gui::WindowState state);
    ~WindowSession() override;

signals:
    void windowReady(repere::gui::MainWindow *window, repere::models::Workspace *workspace);
    void stepDone(const QString &step); ///< of the start, for those who look for its time

private:
    void takeKnowledge(const Result<directory::Knowledge> &knowledge);
    void open();

    CommandLine m_line;
    bool m_french;
    gui::WindowState m_state;
    std::unique_ptr<models::Workspace> m_workspace;
    std::unique_ptr<gui::MainWindow> m_window; // destroyed before the workspace
    bool m_fallenBack = false;
};

} // namespace repere::app
