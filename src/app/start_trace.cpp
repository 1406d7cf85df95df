#include "app/start_trace.h"

#include "gui/map_pane.h"

#include <QCoreApplication>
#include <QEvent>
#include <QFile>

#include <cstdio>
#include <ctime>
#include <utility>

#include <unistd.h>

namespace repere::app {

namespace {

constexpr int kStill = 500; // ms without a picture: the tiles are there

double milliseconds(clockid_t clock)
{
    timespec time{};
    clock_gettime(clock, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

/// When this process began, on the clock of the boot: field 22 of /proc/self/stat (proc(5)); its second may hold spaces.
double beginning()
{
    QFile file(QStringLiteral("/proc/self/stat"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray line = file.readAll();
    const auto fields = line.sliced(line.lastIndexOf(')') + 2).split(' ');
    constexpr qsizetype kStartTime = 22 - 3; // the first of `fields` is the third of the line
    return fields.value(kStartTime).toDouble() * 1e3 / static_cast<double>(sysconf(_SC_CLK_TCK));
}

QString timeNow()
{
    return QStringLiteral("start: %1 ms, processor %2 ms: ")
        .arg(milliseconds(CLOCK_BOOTTIME) - beginning(), 0, 'f', 0)
        .arg(milliseconds(CLOCK_PROCESS_CPUTIME_ID), 0, 'f', 0);
}

} // namespace

std::unique_ptr<StartTrace> StartTrace::fromEnvironment()
{
    const QString wish = qEnvironmentVariable("REPERE_TRACE_START");
    return wish.isEmpty() ? nullptr : std::unique_ptr<StartTrace>(new StartTrace(wish == u"quit"));
}

StartTrace::StartTrace(bool quits) : m_quits(quits)
{
    m_still.setSingleShot(true);
    m_still.setInterval(kStill);
    connect(&m_still, &QTimer::timeout, this, [this] {
        std::fputs(qPrintable(m_last + QStringLiteral("still\n")), stderr);
        m_watching = m_answerShown = false; // the start is over
        if (m_quits)
            QCoreApplication::quit();
    });
}

void StartTrace::note(const QString &step) const
{
    std::fputs(qPrintable(timeNow() + step + u'\n'), stderr);
}

void StartTrace::watch(gui::MainWindow &window)
{
    m_watching = true;
    connect(window.map(), &gui::MapPane::resultPainted, this, [this] {
        if (m_watching && !std::exchange(m_settling, true))
            QTimer::singleShot(0, this, [this] { m_answerShown = true; }); // when nothing that was asked for waits
    });
    window.installEventFilter(this);
}

bool StartTrace::eventFilter(QObject *watched, QEvent *event)
{
    // The painting is done before the next event.
    if (event->type() == QEvent::UpdateRequest && m_watching)
        QMetaObject::invokeMethod(this, &StartTrace::takePicture, Qt::QueuedConnection);
    return QObject::eventFilter(watched, event);
}

void StartTrace::takePicture()
{
    if (!m_answerShown)
        return;
    m_last = timeNow();
    if (!std::exchange(m_usable, true))
        std::fputs(qPrintable(m_last + QStringLiteral("usable\n")), stderr);
    m_still.start();
}

} // namespace repere::app
