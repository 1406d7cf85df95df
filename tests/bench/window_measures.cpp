#include "bench/window_measures.h"

#include "basemap/map_painter.h"
#include "bench/measures.h"
#include "gui/main_window.h"
#include "gui/map_pane.h"
#include "store/store.h"

#include <QApplication>
#include <QQuickWidget>
#include <QQuickWindow>
#include <QTemporaryDir>
#include <QTimer>

namespace repere::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPatience = 60'000; // ms
constexpr int kStill = 400;       // ms without a picture

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

Result<void> writeFile(const QString &path, Generator generator, const Compounds &compounds, int size)
{
    auto store = store::Store::open(path, store::OpenMode::Create, compounds);
    if (!store)
        return std::unexpected(store.error());
    int made = 0;
    JobContext job;
    const auto imported = (*store)->import(
        {u"generated"_s, {}, QDateTime::fromSecsSinceEpoch(0)},
        [&](Atelier &atelier) -> Result<bool> {
            atelier = generator.next();
            return made++ < size;
        },
        {}, job);
    if (!imported)
        return std::unexpected(imported.error());
    return {};
}

} // namespace

Result<std::vector<Measure>> measureWindow(const directory::Knowledge &knowledge, const Generator &generator, int size,
                                           int repetitions)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"annuaire.gpkg"_s);
    if (const auto written = writeFile(path, generator, knowledge.vocabularies().types.compounds(), size); !written)
        return std::unexpected(written.error());
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
    for (int i = 0; i < std::min(repetitions, 5); ++i) {
        answered = false;
        const Stopwatch watch;
        workspace.open({.path = path, .mode = store::OpenMode::ReadWrite, .seed = false});
        if (!live([&answered] { return answered; }))
            return failure(ErrorCode::Unreadable, u"the window did not open %1"_s.arg(path));
        openings.push_back(watch.read());
    }

    gui::MainWindow window(workspace, models::Words(knowledge, true), gui::WindowState{}, {});
    window.show();
    window.setMap(std::move(*painter));
    ChangeWatch watch(workspace, window);
    watch.settle();
    const auto choices = usualFilters(knowledge.vocabularies());
    for (int i = 0; i < repetitions; ++i) {
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
    return std::vector{summarise(u"file opened, ready to filter"_s, size, openings, 500),
                       summarise(u"window: filter change answered"_s, size, answers, std::nullopt),
                       summarise(u"window: filter change painted"_s, size, repaints, 50),
                       summarise(u"  of which in the window's thread"_s, size, own, std::nullopt)};
}

} // namespace repere::bench
