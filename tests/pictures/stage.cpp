#include "pictures/stage.h"

#include "gui/result_pane.h"
#include "gui/theme.h"
#include "models/map_camera.h"

#include <QApplication>
#include <QDockWidget>
#include <QElapsedTimer>
#include <QQuickItem>
#include <QQuickWidget>
#include <QSplitter>
#include <QStatusBar>
#include <QTest>
#include <QToolBar>

namespace repere::pictures {

namespace {

constexpr int kPatience = 60'000; // ms
constexpr int kStill = 900;       // ms without a change: tiles and signs are there
constexpr QSize kWindow(1424, 836);

} // namespace

bool Stage::open(const directory::Knowledge &knowledge, gui::ThemeChoice theme)
{
    gui::applyTheme(*qApp, theme);
    const auto painter = basemap::MapPainter::load(knowledge.dataFolder());
    if (!painter)
        return false;
    gui::WindowState state;
    state.theme = theme;
    m_workspace = std::make_unique<models::Workspace>(knowledge, directory::Clock::system());
    m_window = std::make_unique<gui::MainWindow>(*m_workspace, models::Words(knowledge, true), state, QStringList());
    m_window->resize(kWindow);
    m_window->show();
    if (!QTest::qWaitForWindowExposed(m_window.get(), kPatience))
        return false;
    m_workspace->open({.path = m_folder.filePath(QStringLiteral("annuaire.gpkg")), .seed = true});
    if (!QTest::qWaitFor([this] { return m_workspace->result() != nullptr; }, kPatience))
        return false;
    m_window->setMap(*painter);
    m_window->activateWindow();
    still();
    m_docks = m_window->QMainWindow::saveState();
    return m_window->map() != nullptr;
}

QQuickWidget &Stage::quick()
{
    return *map().findChild<QQuickWidget *>();
}

void Stage::reset()
{
    m_window->layers().setSettings({});
    m_workspace->select(0);
    setFilter({});
    m_window->results()->show();
    m_window->statusBar()->show();
    m_window->setMinimumSize(0, 0);
    m_window->resize(kWindow);
    QTest::qWait(100);
    m_window->restoreState(m_docks); // in the room that they had: the docks keep their widths
    QTest::qWait(100);
    map().fitToResult();
}

void Stage::setFilter(const Filter &filter)
{
    m_workspace->setFilter(filter);
    (void)QTest::qWaitFor([&] { return m_workspace->result()->filter() == filter; }, kPatience);
}

void Stage::look(GeoPoint centre, double zoom)
{
    map().setView(centre, zoom);
}

void Stage::onlyMap(QSize size)
{
    for (QDockWidget *dock : m_window->findChildren<QDockWidget *>())
        dock->hide();
    for (QToolBar *bar : m_window->findChildren<QToolBar *>())
        bar->hide();
    m_window->statusBar()->hide();
    m_window->results()->hide();
    QTest::qWait(50);
    m_window->resize(m_window->size() + size - map().size());
    QTest::qWait(50);
}

QPoint Stage::pixel(GeoPoint point)
{
    const models::MapCamera camera{.centre = map().centre(), .zoom = map().zoom(), .size = map().size()};
    return camera.pixel(point).toPoint();
}

void Stage::drag(const QList<QPoint> &way)
{
    QTest::mousePress(&quick(), Qt::LeftButton, {}, way.first());
    for (qsizetype i = 1; i < way.size(); ++i) {
        for (int step = 1; step <= 4; ++step)
            QTest::mouseMove(&quick(), way[i - 1] + (way[i] - way[i - 1]) * step / 4, 5);
    }
    QTest::mouseRelease(&quick(), Qt::LeftButton, {}, way.last());
    QTest::qWait(100);
}

void Stage::click(QPoint at)
{
    QTest::mouseClick(&quick(), Qt::LeftButton, {}, at);
    QTest::qWait(600);
}

QQuickItem *Stage::item(const char *type, QQuickItem *from)
{
    if (!from)
        from = quick().rootObject();
    if (QByteArrayView(from->metaObject()->className()).startsWith(type))
        return from;
    for (QQuickItem *child : from->childItems()) {
        if (QQuickItem *found = item(type, child))
            return found;
    }
    return nullptr;
}

QPoint Stage::middleOf(QQuickItem *item)
{
    return item->mapToScene(QPointF(item->width() / 2, item->height() / 2)).toPoint();
}

QImage Stage::still(QWidget &widget)
{
    quick().clearFocus(); // the frame is for those who came by keyboard
    QElapsedTimer all;
    QElapsedTimer same;
    all.start();
    same.start();
    QImage last;
    while (all.elapsed() < kPatience && same.elapsed() < kStill) {
        QTest::qWait(100);
        QImage now = widget.grab().toImage();
        if (now != last) {
            last = std::move(now);
            same.restart();
        }
    }
    return last;
}

} // namespace repere::pictures
