#include "bench/window_measures.h"

#include "basemap/map_painter.h"
#include "bench/usual.h"
#include "gui/main_window.h"
#include "gui/map_pane.h"

#include <QApplication>
#include <QQuickItem>
#include <QQuickWidget>
#include <QQuickWindow>
#include <QTimer>

namespace repere::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPatience = 60'000;    // ms
constexpr int kStill = 400;          // ms without a picture
constexpr int kMovingSize = 100'000; // ateliers over which the map is moved, too

/// Lets the window live until `done`, or the patience ends.
bool live(const std::function<bool()> &done)
{
    const Stopwatch watch;
    while (!done()) {
        if (watch.read().value > kPatience)
            return false;
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents);
    }
    return true;
}

/// One change of the filter, from the question to the picture on the screen. Each time is the first one that counts: of
/// the answer, of the map's picture with it, and of the window's picture, into which the map's is composed.
class ChangeWatch : public QObject
{
public:
    ChangeWatch(models::Workspace &workspace, gui::MainWindow &window)
    {
        connect(&workspace, &models::Workspace::resultChanged, this, [this] { note(answered); });
        QQuickWindow *map = window.map()->findChild<QQuickWidget *>()->quickWindow();
        connect(map, &QQuickWindow::afterRendering, this, [this] {
            m_moving = true;
            if (answered)
                note(m_mapPainted);
        });
        window.installEventFilter(this);
    }

    void start()
    {
        m_watch = {};
        answered = m_mapPainted = painted = own = std::nullopt;
    }
    /// Until the map has not been painted for a while: the tiles of the last view have come.
    void settle()
    {
        do {
            m_moving = false;
            bool over = false;
            QTimer::singleShot(kStill, this, [&over] { over = true; });
            live([&over] { return over; });
        } while (m_moving);
    }

    std::optional<Sample> answered;
    std::optional<Sample> painted;
    std::optional<Sample> own; ///< as painted, the thread of the window alone

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::UpdateRequest) {
            // The painting, the map's too, is done before the next event.
            QMetaObject::invokeMethod(
                this,
                [this] {
                    if (!m_mapPainted || painted)
                        return;
                    note(painted);
                    own = Sample{m_watch.threadMilliseconds(), m_watch.threadMilliseconds()};
                },
                Qt::QueuedConnection);
        }
        return false;
    }

private:
    void note(std::optional<Sample> &time)
    {
        if (!time)
            time = m_watch.read();
    }

    Stopwatch m_watch;
    std::optional<Sample> m_mapPainted;
    bool m_moving = false;
};

/// The frames of the map while it moves: what the thread of the window works from one picture to the next. Its processor
/// time: on a machine without a graphics card the picture itself is made by other threads.
class FrameWatch : public QObject
{
public:
    explicit FrameWatch(gui::MainWindow &window) { window.installEventFilter(this); }

    std::vector<Sample> frames;
    void start()
    {
        m_watch = {};
        m_running = true;
    }
    void stop() { m_running = false; }

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::UpdateRequest && m_running) {
            QMetaObject::invokeMethod(
                this,
                [this] {
                    const double own = m_watch.threadMilliseconds();
                    frames.push_back({own, own});
                    m_watch = {};
                },
                Qt::QueuedConnection);
        }
        return false;
    }

private:
    Stopwatch m_watch;
    bool m_running = false;
};

/// Moves the map as a hand does, a few pixels a frame, and zooms it by its own animation.
std::pair<std::vector<Sample>, std::vector<Sample>> measureFrames(gui::MainWindow &window, ChangeWatch &watch,
                                                                  int repetitions)
{
    auto *ground = window.map()->findChild<QQuickWidget *>()->rootObject()->property("map").value<QObject *>();
    FrameWatch pans(window);
    FrameWatch zooms(window);
    const auto wait = [&pans](int milliseconds) {
        bool over = false;
        QTimer::singleShot(milliseconds, Qt::PreciseTimer, &pans, [&over] { over = true; });
        live([&over] { return over; });
    };
    for (int i = 0; i < repetitions; ++i) {
        for (const double zoom : {6.0, 8.0, 10.0}) {
            window.map()->setView({46.2 + 0.2 * i, 2.2 + 0.3 * i}, zoom);
            watch.settle();
            pans.start();
            for (int step = 0; step < 30; ++step) {
                QMetaObject::invokeMethod(ground, "pan", Q_ARG(int, step < 15 ? 11 : -9), Q_ARG(int, 5));
                wait(16);
            }
            pans.stop();
            watch.settle();
            for (const int levels : {1, -1}) {
                zooms.start();
                QMetaObject::invokeMethod(ground, "zoomAround", Q_ARG(int, levels), Q_ARG(QPointF, QPointF(300, 300)));
                wait(450); // the animation, and the glide of the signs
                zooms.stop();
                watch.settle();
            }
        }
    }
    return {pans.frames, zooms.frames};
}

} // namespace

Result<std::vector<Measure>> measureWindow(const directory::Knowledge &knowledge, const QString &path, int repetitions)
{
    auto painter = basemap::MapPainter::load(knowledge.dataFolder());
    if (!painter)
        return std::unexpected(painter.error());

    std::vector<Sample> openings;
    std::vector<Sample> answers;
    std::vector<Sample> repaints;
    std::vector<Sample> own; // of the thread that people wait for
    models::Workspace workspace(knowledge, directory::Clock::system());
    bool answered = false;
    QObject context;
    QObject::connect(&workspace, &models::Workspace::resultChanged, &context, [&answered] { answered = true; });
    const Effort effort(repetitions, 8'000);
    for (const Stopwatch all; effort.wantsMore(static_cast<int>(openings.size()), all);) {
        answered = false;
        const Stopwatch watch;
        workspace.open({.path = path, .mode = store::OpenMode::ReadWrite, .seed = false});
        if (!live([&answered] { return answered; }))
            return failure(ErrorCode::Unreadable, u"the window did not open %1"_s.arg(path));
        openings.push_back(watch.read());
    }
    const int size = workspace.result()->counts().total;

    gui::MainWindow window(workspace, models::Words(knowledge, true), gui::WindowState{}, {});
    window.show();
    window.setMap(std::move(*painter));
    ChangeWatch watch(workspace, window);
    watch.settle();
    const auto choices = usualFilters(knowledge.vocabularies());
    while (static_cast<int>(repaints.size()) < repetitions) {
        for (const Filter &filter : choices) {
            if (filter == workspace.filter())
                continue;
            watch.start();
            workspace.setFilter(filter);
            if (!live([&watch] { return watch.painted.has_value(); }))
                return failure(ErrorCode::Unreadable, u"the window was not painted again"_s);
            answers.push_back(*watch.answered);
            repaints.push_back(*watch.painted);
            own.push_back(*watch.own);
            watch.settle();
        }
    }
    const Limit opened{.value = std::max(500.0, size * 0.005), .isOwnMark = size > 100'000};
    const Limit frame{.value = 16, .isOwnMark = true};
    const Limit painted{.value = 50, .isOwnMark = true};
    std::vector<Measure> measures{summarise(u"file opened by the window, ready to filter"_s, size, openings, opened),
                                  summarise(u"window: filter change answered"_s, size, answers, frame),
                                  summarise(u"window: filter change painted"_s, size, repaints, painted),
                                  summarise(u"  of which in the window's thread"_s, size, own, painted)};
    if (size == kMovingSize) {
        workspace.setFilter({});
        watch.settle();
        const auto [pans, zooms] = measureFrames(window, watch, std::clamp(repetitions / 10, 1, 4));
        measures.push_back(summarise(u"map panned: a frame of the window's thread"_s, size, pans, frame));
        measures.push_back(summarise(u"map zoomed: a frame of the window's thread"_s, size, zooms, frame));
    }
    return measures;
}

} // namespace repere::bench
