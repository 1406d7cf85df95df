#include "app/command_line.h"
#include "app/demo.h"
#include "app/snapshot_command.h"
#include "app/start_trace.h"
#include "app/window_session.h"
#include "directory/language.h"

#include <QApplication>
#include <QTextStream>

using namespace repere;

int main(int argc, char *argv[])
{
    // A picture needs no display.
    for (int i = 1; i < argc; ++i) {
        if (QByteArrayView(argv[i]).startsWith("--snapshot") && qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
            qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    // Qt is not given them: its X11 platform takes --title, which is ours.
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    int onlyTheName = 1;
    QApplication application(onlyTheName, argv);
    application.setApplicationName(QStringLiteral("repere"));
    application.setApplicationVersion(QStringLiteral(REPERE_VERSION));
    application.setDesktopFileName(QStringLiteral("repere"));

    // What the parser says needs the language, which the arguments may name.
    const qsizetype option = arguments.indexOf(QStringLiteral("--language"));
    const QString language = directory::chooseLanguage(option > 0 ? arguments.value(option + 1) : QString());
    directory::installLanguage(application, language);

    const app::ParsedCommandLine parsed = app::parseCommandLine(arguments);
    if (!parsed.text.isEmpty()) {
        if (parsed.status == 0)
            QTextStream(stdout) << parsed.text << Qt::endl;
        else
            QTextStream(stderr) << "repere: " << parsed.text << Qt::endl;
        return parsed.status;
    }
    const bool french = language == u"fr";
    if (!parsed.line.snapshot.isEmpty())
        return app::runSnapshot(parsed.line, french);

    const auto trace = app::StartTrace::fromEnvironment();
    if (trace)
        trace->note(QStringLiteral("main"));
    gui::WindowState state = gui::WindowState::load();
    gui::applyTheme(application, state.theme);
    app::WindowSession session(parsed.line, french, state);
    if (trace) {
        QObject::connect(&session, &app::WindowSession::stepDone, trace.get(), &app::StartTrace::note);
        QObject::connect(&session, &app::WindowSession::windowReady, trace.get(), [&](gui::MainWindow *window) {
            if (window->map())
                trace->watch(*window);
        });
    }
    if (!parsed.line.demo.isEmpty()) {
        QObject::connect(&session, &app::WindowSession::windowReady, &application,
                         [&](gui::MainWindow *window, models::Workspace *workspace) {
                             new app::Demo(*window, *workspace, parsed.line.demo); // owned by the window
                         });
    }
    return application.exec();
}
