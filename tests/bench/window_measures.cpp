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
constexpr int kPause = 400;       // ms between two changes: the tiles of the last view have come

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

void pause(int milliseconds)
{
    bool over = false;
    QTimer::singleShot(milliseconds, qApp, [&over] { over = true; });
    live([&over] { return over; });
}

/// Sees when a window has sent its picture to the screen.
class PaintWatch : public QObject
{
public:
    explicit PaintWatch(QWidget &window) { window.installEventFilter(this); }
    bool painted = false;

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::UpdateRequest) // the painting follows before the next event
            QMetaObject::invokeMethod(this, [this] { painted = true; }, Qt::QueuedConnection);
        return false;
    }
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
    pause(3000);
    PaintWatch paint(window);
    bool mapPainted = false;
    QQuickWindow *map = window.map()->findChild<QQuickWidget *>()->quickWindow();
    QObject::connect(map, &QQuickWindow::afterRendering, &context, [&] { mapPainted = answered; });
    const auto choices = usualFilters(knowledge.vocabularies());
    for (int i = 0; i < repetitions; ++i) {
        for (const Filter &filter : choices) {
            if (filter == workspace.filter())
                continue;
            answered = mapPainted = paint.painted = false;
            const Stopwatch watch;
            workspace.setFilter(filter);
            if (!live([&answered] { return answered; }))
                return failure(ErrorCode::Unreadable, u"the window did not answer"_s);
            answers.push_back(watch.read());
            // The map is composed into the picture of the window: its frame comes first.
            if (!live([&] { return mapPainted; }))
                return failure(ErrorCode::Unreadable, u"the map was not painted again"_s);
            paint.painted = false;
            if (!live([&] { return paint.painted; }))
                return failure(ErrorCode::Unreadable, u"the window was not painted again"_s);
            repaints.push_back(watch.read());
            pause(kPause);
        }
    }
    return std::vector{summarise(u"file opened, ready to filter"_s, size, openings, 500),
                       summarise(u"window: filter change answered"_s, size, answers, std::nullopt),
                       summarise(u"window: filter change painted"_s, size, repaints, 50)};
}

} // namespace repere::bench
