#include "desktop.h"

#include <QRegularExpression>
#include <QStandardPaths>
#include <QTest>

#include <unistd.h>
#include <vector>

namespace repere::testing {

namespace {

constexpr int kPause = 30; // ms between two acts of a hand

void xdotool(const QStringList &arguments)
{
    QProcess::execute(QStringLiteral("xdotool"), arguments);
    QTest::qWait(kPause);
}

QStringList at(QPoint point)
{
    return {QStringLiteral("mousemove"), QString::number(point.x()), QString::number(point.y())};
}

} // namespace

void needDesktop(char **argv)
{
    if (qEnvironmentVariableIsSet("REPERE_TEST_DESKTOP"))
        return;
    qputenv("REPERE_TEST_DESKTOP", "1");
    const char *script = REPERE_SOURCE "/scripts/lib/with-display";
    std::vector<char *> arguments{const_cast<char *>(script), const_cast<char *>("dbus-run-session"),
                                  const_cast<char *>("--")};
    for (char **argument = argv; *argument; ++argument)
        arguments.push_back(*argument);
    arguments.push_back(nullptr);
    execv(script, arguments.data());
    perror(script);
    _exit(1);
}

Desk::Desk()
{
    m_manager.start(QStringLiteral("openbox"), {QStringLiteral("--sm-disable")});
    m_manager.waitForStarted();
}

Desk::~Desk()
{
    kill();
    m_manager.kill();
    m_manager.waitForFinished();
}

QProcessEnvironment Desk::environment() const
{
    QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
    const auto set = [&](const char *name, const QString &value) {
        variables.insert(QString::fromLatin1(name), value);
    };
    set("HOME", m_home.path());
    for (const char *name : {"XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"})
        set(name, m_home.filePath(QString::fromLatin1(name).toLower()));
    set("LC_ALL", QStringLiteral("fr_FR.UTF-8"));
    set("QT_QPA_PLATFORM", QStringLiteral("xcb"));
    set("QT_LINUX_ACCESSIBILITY_ALWAYS_ON", QStringLiteral("1"));
    set("LIBGL_ALWAYS_SOFTWARE", QStringLiteral("1"));
    if (!m_data.isEmpty())
        set("REPERE_DATA", m_data);
    return variables;
}

bool Desk::open(const QStringList &arguments, const QStringList &wrapper)
{
    QStringList command = wrapper + QStringList{QStringLiteral(REPERE_BIN "/repere")} + arguments;
    const QString program = command.takeFirst();
    m_repere.setProcessEnvironment(environment());
    m_repere.start(program, command);
    return m_repere.waitForStarted();
}

void Desk::kill()
{
    m_repere.kill();
    m_repere.waitForFinished();
}

QByteArray Desk::outputOf(const QString &program, const QStringList &arguments) const
{
    QProcess process;
    process.setProcessEnvironment(environment());
    process.start(QStringLiteral(REPERE_BIN "/") + program, arguments);
    if (!process.waitForFinished(60'000))
        return {};
    return process.readAllStandardOutput();
}

int Desk::windows() const
{
    QProcess search;
    search.start(QStringLiteral("xdotool"), {QStringLiteral("search"), QStringLiteral("--onlyvisible"),
                                             QStringLiteral("--pid"), QString::number(m_repere.processId())});
    search.waitForFinished();
    return static_cast<int>(search.readAllStandardOutput().count('\n'));
}

void Desk::click(QPoint point, int button)
{
    xdotool(at(point));
    xdotool({QStringLiteral("click"), QString::number(button)});
}

void Desk::doubleClick(QPoint point)
{
    xdotool(at(point));
    xdotool({QStringLiteral("click"), QStringLiteral("--repeat"), QStringLiteral("2"), QStringLiteral("--delay"),
             QStringLiteral("80"), QStringLiteral("1")});
}

void Desk::drag(const QList<QPoint> &way)
{
    xdotool(at(way.first()));
    xdotool({QStringLiteral("mousedown"), QStringLiteral("1")});
    for (qsizetype i = 1; i < way.size(); ++i) {
        for (int step = 1; step <= 8; ++step)
            xdotool(at(way[i - 1] + (way[i] - way[i - 1]) * step / 8));
    }
    xdotool({QStringLiteral("mouseup"), QStringLiteral("1")});
}

void Desk::wheel(QPoint point, int notches)
{
    xdotool(at(point));
    xdotool({QStringLiteral("click"), QStringLiteral("--repeat"), QString::number(std::abs(notches)),
             QStringLiteral("--delay"), QStringLiteral("60"), QString::number(notches > 0 ? 4 : 5)});
}

void Desk::moveTo(QPoint point)
{
    xdotool(at(point));
}

void Desk::type(const QString &text)
{
    // A letter that the keyboard lacks is laid on a spare key for as long as it is typed: a busy program, which asks for
    // the keyboard's layout only when it reads the key, needs that to be long.
    static const QRegularExpression runs(QStringLiteral("[\\x20-\\x7e]+|[^\\x20-\\x7e]"));
    for (const QRegularExpressionMatch &run : runs.globalMatch(text)) {
        const bool onKeyboard = run.captured().front().unicode() < 0x7f;
        const QString delay = QString::number(onKeyboard ? 25 : 500); // milliseconds
        xdotool({QStringLiteral("type"), QStringLiteral("--delay"), delay, run.captured()});
    }
}

void Desk::key(const QString &keys)
{
    xdotool({QStringLiteral("key"), keys});
}

} // namespace repere::testing
