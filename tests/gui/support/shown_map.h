#pragma once

#include "basemap/map_painter.h"
#include "gui/map_pane.h"
#include "gui/support/own_display.h"
#include "models/map_camera.h"
#include "models/support/sample_directory.h"

#include <QApplication>
#include <QQuickItem>
#include <QQuickWidget>

namespace repere::testing {

/// What Qt and QML complained of since it was last cleared.
inline QStringList &complaints()
{
    static QStringList list;
    return list;
}

inline void collect(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    if (type != QtDebugMsg && type != QtInfoMsg)
        complaints() << QString::fromUtf8(context.category) + QStringLiteral(": ") + message;
    fprintf(stderr, "%s\n", qPrintable(message));
}

inline std::shared_ptr<const basemap::MapPainter> painter()
{
    static const auto loaded = *basemap::MapPainter::load(QStringLiteral(REPERE_SOURCE_DATA));
    return loaded;
}

/// The first visible item of this name below `item`, in the scene; null: none.
inline QQuickItem *shownItem(QQuickItem *item, const QString &name)
{
    if (!item->isVisible())
        return nullptr;
    if (item->objectName() == name)
        return item;
    for (QQuickItem *child : item->childItems()) {
        if (QQuickItem *found = shownItem(child, name))
            return found;
    }
    return nullptr;
}

/// The pane on the screen, its first view settled.
struct Shown {
    SampleWorkspace sample;
    models::MapLayers layers{sample.workspace, models::Words(sample.workspace.knowledge(), true)};
    basemap::TileService tiles{painter()};
    std::unique_ptr<gui::MapPane> pane;

    Shown()
    {
        if (!tiles.start())
            qFatal("no tiles");
        pane = std::make_unique<gui::MapPane>(sample.workspace, layers, tiles, painter()->attribution());
        pane->resize(600, 700);
        pane->show();
        if (!QTest::qWaitForWindowExposed(pane.get()))
            qFatal("the map does not show");
        pane->activateWindow(); // no window manager does it here
        if (!QTest::qWaitForWindowActive(pane.get()))
            qFatal("the map does not get the keyboard");
        QTest::qWait(300);
    }
    QQuickWidget *quick() const { return pane->findChild<QQuickWidget *>(); }
    QPoint pixel(GeoPoint point) const
    {
        const models::MapCamera camera{.centre = pane->centre(), .zoom = pane->zoom(), .size = pane->size()};
        return camera.pixel(point).toPoint();
    }
    GeoPoint place(const QString &name) const { return *sample.workspace.result()->find(sample.idOf(name))->point; }
    QQuickItem *item(const QString &name) const { return shownItem(quick()->rootObject(), name); }
    void click(GeoPoint point)
    {
        QTest::mouseClick(quick(), Qt::LeftButton, {}, pixel(point));
        QTest::qWait(500); // the longest animation
    }
};

/// main() of a test that shows the map.
template <typename Test> int runOnTheMap(int argc, char **argv)
{
    takeOwnDisplay(argc, argv);
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("repere"));
    qInstallMessageHandler(collect);
    Test test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace repere::testing
