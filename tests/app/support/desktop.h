#pragma once

#include <QByteArray>
#include <QList>
#include <QPoint>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>

namespace repere::testing {

/// Runs this test again on a desktop of its own when it has none: an X server, a session bus. Call it first in main();
/// it does not come back unless there is a desktop already.
void needDesktop(char **argv);

/// A person's desk: a home folder that no other test knows, a window manager, a hand on mouse and keyboard (XTest), and
/// the built `repere` as a process of its own, in French.
class Desk
{
public:
    Desk();
    ~Desk();

    QString path(const QString &name) const { return m_home.filePath(name); }

    /// Starts the window. `wrapper`: a command that starts it, as in `strace -o log`.
    bool open(const QStringList &arguments = {}, const QStringList &wrapper = {});
    bool isOpen() const { return m_repere.state() == QProcess::Running; }
    /// Another data folder than the one that ships, from the next start on.
    void useData(const QString &folder) { m_data = folder; }
    /// SIGKILL, as by a crash or a power cut.
    void kill();
    /// What the window has said on stderr.
    QString said() { return QString::fromUtf8(m_repere.readAllStandardError()); }

    /// The output of repere-cli in the same home. `directory`: its default one.
    QByteArray cli(const QStringList &arguments) const { return outputOf(QStringLiteral("repere-cli"), arguments); }
    /// The output of a program of ours that ends by itself.
    QByteArray outputOf(const QString &program, const QStringList &arguments) const;

    /// How many windows of the program show: its own, dialogs, open lists.
    int windows() const;

    static void click(QPoint at, int button = 1);
    static void doubleClick(QPoint at);
    static void drag(QPoint from, QPoint to) { drag(QList{from, to}); }
    static void drag(const QList<QPoint> &way); ///< presses at its first point, releases at its last
    static void wheel(QPoint at, int notches);  ///< positive: away from the person
    static void moveTo(QPoint at);
    static void type(const QString &text);
    static void key(const QString &keys); ///< as xdotool names them: "Escape", "ctrl+a"

private:
    QProcessEnvironment environment() const;

    QTemporaryDir m_home;
    QString m_data;
    QProcess m_manager;
    QProcess m_repere;
};

} // namespace repere::testing
