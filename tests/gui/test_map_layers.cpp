// The layers in the window's map: chosen from the menu, seen on the ground, answered by clicks.
#include "gui/support/shown_map.h"

#include "basemap/overlay_painter.h"
#include "gui/layer_panel.h"
#include "gui/layer_picture.h"
#include "gui/map_overlay_item.h"
#include "models/territory_model.h"

#include <QAccessible>
#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QPushButton>
#include <QQuickItem>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTreeView>

using namespace repere;
using namespace repere::testing;
using Kind = models::LayerSettings::Kind;

/// Hears a property of QML change; one that changes for ever would never come back to the test.
class FlipCounter : public QObject
{
    Q_OBJECT
public:
    int flips = 0;
public slots:
    void count()
    {
        if (++flips > 100)
            qFatal("it flips for ever");
    }
};

class TestMapLayersOnScreen : public QObject
{
    Q_OBJECT

    static gui::MapOverlayItem *overlayOf(const Shown &map)
    {
        std::function<gui::MapOverlayItem *(QQuickItem *)> find = [&](QQuickItem *item) -> gui::MapOverlayItem * {
            if (auto *found = qobject_cast<gui::MapOverlayItem *>(item))
                return found;
            for (QQuickItem *child : item->childItems())
                if (auto *found = find(child))
                    return found;
            return nullptr;
        };
        return find(map.quick()->rootObject());
    }

    static void show(const Shown &map, models::MapLayers &layers, const models::LayerSettings &settings)
    {
        QSignalSpy painted(overlayOf(map), &gui::MapOverlayItem::painted);
        layers.setSettings(settings);
        QVERIFY(!painted.isEmpty() || painted.wait(10'000));
        QTest::qWait(150);
    }

    /// The ground there, between the letters of names.
    static QColor screenAt(const Shown &map, GeoPoint point)
    {
        constexpr int kReach = 12;
        const QImage screen = map.quick()->grabFramebuffer();
        const QPoint middle = map.pixel(point);
        std::vector<QColor> colours;
        for (int x = -kReach; x <= kReach; ++x)
            for (int y = -kReach; y <= kReach; ++y)
                colours.push_back(screen.pixelColor(middle + QPoint(x, y)));
        const auto half = colours.begin() + std::ssize(colours) / 2;
        std::ranges::nth_element(colours, half, {}, &QColor::lightness);
        return *half;
    }

    static models::LayerSettings regions()
    {
        models::LayerSettings settings;
        settings.kind = Kind::Territories;
        settings.level = TerritoryLevel::Region;
        settings.measure = TerritoryMeasure::Count;
        return settings;
    }

private slots:
    void init() { complaints().clear(); }
    void cleanup() { QCOMPARE(complaints(), QStringList()); }

    void theMenuOfTheMapChoosesALayer()
    {
        Shown map;
        map.quick()->setFocus();
        QQuickItem *keyboard = map.quick()->quickWindow()->activeFocusItem();
        QVERIFY(keyboard);
        // By keyboard: Tab to the menu, open it, take the second line.
        QAccessibleInterface *there = nullptr;
        for (int i = 0; i < 12; ++i) {
            QTest::keyClick(map.quick(), Qt::Key_Tab);
            there = QAccessible::queryAccessibleInterface(map.quick()->quickWindow()->activeFocusItem());
            if (there && there->text(QAccessible::Name).startsWith(QStringLiteral("Layer of the map")))
                break;
        }
        QVERIFY(there);
        QTest::keyClick(map.quick(), Qt::Key_Space);
        QTest::keyClick(map.quick(), Qt::Key_Tab);
        QTest::keyClick(map.quick(), Qt::Key_Tab);
        QTest::keyClick(map.quick(), Qt::Key_Return);
        QCOMPARE(map.layers.settings().kind, Kind::Territories);
        QVERIFY(!map.layers.showsPlaces());
    }

    void territoriesAreSeenAndChosenByAClick()
    {
        Shown map;
        map.pane->setView({47.2, 0.5}, 6);
        QTest::qWait(300);
        const GeoPoint bretagne{48.05, -2.75};
        const GeoPoint centre{47.2, 1.6};
        const QColor bare = screenAt(map, bretagne);
        show(map, map.layers, regions());
        QTRY_VERIFY(bare.lightness() - screenAt(map, bretagne).lightness() > 40); // four of seven: the darkest class
        QVERIFY(screenAt(map, centre).lightness() > 200);                         // none

        QTest::mouseClick(map.quick(), Qt::LeftButton, {}, map.pixel(bretagne));
        QTRY_COMPARE(map.sample.workspace.result()->count(), 4);
        QCOMPARE(map.sample.workspace.filter()[Facet::Region].values, QStringList{QStringLiteral("53")});
        QVERIFY(std::abs(map.pane->zoom() - 6) < 1e-6); // the view stays for the next click
        QTest::qWait(600);                              // not a double click
        QTest::mouseClick(map.quick(), Qt::LeftButton, {}, map.pixel(bretagne));
        QTRY_COMPARE(map.sample.workspace.result()->count(), 7);
    }

    /// On a small map the legend is a row of colours, which are pressed as its lines are; its words are one press away.
    void theLegendOfASmallMapIsARowOfColours()
    {
        Shown map;
        map.pane->resize(1200, 900);
        map.pane->setView({47.2, 0.5}, 6);
        show(map, map.layers, regions());
        QVERIFY(map.item(QStringLiteral("layerWords")) && !map.item(QStringLiteral("layerOpener")));
        map.pane->resize(360, 420);
        QTRY_VERIFY(!map.item(QStringLiteral("layerWords")));
        const QQuickItem *colours = map.item(QStringLiteral("layerColours"));
        QVERIFY(colours);
        QVERIFY(colours->width() * colours->height() < 0.1 * 360 * 420);
        const auto press = [&map](const QQuickItem *item, QPointF at) {
            QTest::mouseClick(map.quick(), Qt::LeftButton, {}, item->mapToScene(at).toPoint());
        };
        const auto classes = map.layers.classes();
        QCOMPARE(classes.size(), 3); // none, 3 and 4 places
        const QQuickItem *row = colours->childItems().at(1);
        QVERIFY(row->width() > row->height() * static_cast<double>(classes.size()));
        QSignalSpy wanted(&map.layers, &models::MapLayers::filterWanted);
        press(row, QPointF(row->width() * 2.5 / 3, row->height() / 2));
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(wanted[0][0].value<Filter>()[Facet::Region].values, QStringList{QStringLiteral("53")});
        const QQuickItem *opener = map.item(QStringLiteral("layerOpener"));
        press(opener, QPointF(opener->width() / 2, opener->height() / 2));
        QTRY_VERIFY(map.item(QStringLiteral("layerWords")));
        QVERIFY(!map.item(QStringLiteral("layerColours")));
        const QQuickItem *words = map.item(QStringLiteral("layerWords"));
        QVERIFY(words->mapToScene(QPointF(words->width(), 0)).x() <= 360);
    }

    /// What the legend shows must not decide how much room it has, or it folds and unfolds for ever at some size.
    void theLegendSettlesAtEverySize()
    {
        Shown map;
        map.pane->setView({47.2, 0.5}, 6);
        models::LayerSettings share = regions();
        share.measure = TerritoryMeasure::Share;
        show(map, map.layers, share);
        const auto *legend =
            map.quick()->rootObject()->findChild<QQuickItem *>(QStringLiteral("layerOpener"))->parentItem();
        const auto *words = map.quick()->rootObject()->findChild<QQuickItem *>(QStringLiteral("layerWords"));
        QVERIFY(words && legend->property("large").isValid());
        FlipCounter counter;
        QVERIFY(connect(legend, SIGNAL(largeChanged()), &counter, SLOT(count())));
        for (int width = 200; width < 420; width += 4) {
            map.pane->resize(width, 2000);
            QTest::qWait(20);
            // About as high as makes the words just small enough.
            const int height = qRound(words->implicitWidth() * words->implicitHeight() / (0.1 * width));
            for (const int more : {-12, -4, 0, 4, 12}) {
                counter.flips = 0;
                map.pane->resize(width, height + more);
                QTest::qWait(20);
                QVERIFY2(counter.flips <= 1, qPrintable(QStringLiteral("%1 × %2").arg(width).arg(height + more)));
            }
        }
    }

    void theLayerFollowsTheMap()
    {
        Shown map;
        map.pane->setView({47.2, 0.5}, 6);
        show(map, map.layers, regions());
        const GeoPoint bretagne{48.05, -2.75};
        const QColor before = screenAt(map, bretagne);
        map.pane->setView({46.5, -1.5}, 7);
        QTest::qWait(800); // painted anew
        const QColor after = screenAt(map, bretagne);
        QVERIFY2(std::abs(before.lightness() - after.lightness()) < 25,
                 qPrintable(before.name() + u' ' + after.name()));
        QVERIFY(screenAt(map, {47.0, -4.0}).blue() > screenAt(map, {47.0, -4.0}).red()); // the sea stays bare
    }

    void uncoveredLandIsSeen()
    {
        Shown map;
        map.pane->setView({47.2, 0.5}, 6);
        QTest::qWait(300);
        const GeoPoint limoges{45.9, 1.4};
        const QColor bare = screenAt(map, limoges);
        models::LayerSettings settings;
        settings.kind = Kind::Uncovered;
        settings.radiusKilometres = 60;
        show(map, map.layers, settings);
        QTRY_VERIFY(map.layers.coverage());
        QTRY_VERIFY(screenAt(map, limoges).red() - screenAt(map, limoges).blue() > bare.red() - bare.blue() + 25);
        QVERIFY(screenAt(map, {48.0, -1.4}).red() - screenAt(map, {48.0, -1.4}).blue() < 30); // near Rennes
    }

    void picturesShowTheLayer()
    {
        SampleWorkspace sample;
        QTRY_VERIFY(sample.workspace.result());
        models::MapLayers layers(sample.workspace, models::Words(sample.workspace.knowledge(), true));
        const basemap::MapView view{{47.2, 0.5}, 6, {800, 700}};
        const auto pictureAt = [&](GeoPoint point, bool places) {
            basemap::SnapshotRequest request;
            request.view = view;
            request.clusters = sample.workspace.result()->clusters(view.bounds(), view.zoom);
            models::LayerSettings settings = layers.settings();
            settings.places = places;
            layers.setSettings(settings);
            gui::LayerPicture(layers, QStringLiteral(REPERE_SOURCE_DATA)).addTo(request);
            QTemporaryDir folder;
            const QString path = folder.filePath(QStringLiteral("picture.png"));
            if (!basemap::writeSnapshot(path, *painter(), request))
                qFatal("no picture");
            return std::pair(request, QImage(path).pixelColor(view.pixel(point).toPoint()));
        };
        const GeoPoint bretagne{48.05, -2.75};
        const auto [bareRequest, bare] = pictureAt(bretagne, true);
        QVERIFY(!bareRequest.overlay && bareRequest.shades.empty() && !bareRequest.clusters.empty());
        layers.setSettings(regions());
        const auto [request, shaded] = pictureAt(bretagne, false);
        QCOMPARE(request.shades.size(), static_cast<std::size_t>(layers.classes().size()) + 1); // and their heading
        QVERIFY(request.clusters.empty());
        QVERIFY(bare.lightness() - shaded.lightness() > 40);
        QVERIFY(!pictureAt(bretagne, true).first.clusters.empty());
    }

    void thePanelSetsAndShowsTheLayer()
    {
        SampleWorkspace sample;
        const models::Words words(sample.workspace.knowledge(), true);
        models::MapLayers layers(sample.workspace, words);
        gui::LayerPanel panel(layers, sample.workspace, words);
        panel.resize(420, 600);
        panel.show();
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
        auto *table = panel.findChild<QTreeView *>(QStringLiteral("table"));
        QVERIFY(!table->isVisible());

        auto *kind = panel.findChild<QComboBox *>(QStringLiteral("kind"));
        kind->setFocus();
        QTest::keyClick(kind, Qt::Key_Down);
        QCOMPARE(layers.settings().kind, Kind::Territories);
        QVERIFY(table->isVisible());
        QCOMPARE(table->model()->rowCount(), static_cast<int>(layers.figures().size()));
        QVERIFY(!panel.findChild<QSpinBox *>(QStringLiteral("radius"))->isVisible());

        // Own bounds begin as those that were seen.
        auto *method = panel.findChild<QComboBox *>(QStringLiteral("method"));
        const std::vector<double> seen = layers.breaks();
        QTest::keyClick(method, Qt::Key_End);
        QCOMPARE(layers.settings().method, ClassMethod::Custom);
        QCOMPARE(layers.breaks(), seen);

        QTest::keyClick(kind, Qt::Key_Down);
        QCOMPARE(layers.settings().kind, Kind::Uncovered);
        QTRY_VERIFY(table->model()->rowCount() > 20'000);
        panel.resize(panel.sizeHint());
        QTRY_VERIFY(!table->horizontalScrollBar()->isVisible());
        QSignalSpy wanted(&panel, &gui::LayerPanel::placeWanted);
        const QRect line = table->visualRect(table->model()->index(0, 0));
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, line.center());
        QCOMPARE(wanted.size(), 1);
    }

    void theLineOfTheKeyboardIsOnTheMap()
    {
        SampleWorkspace sample;
        const models::Words words(sample.workspace.knowledge(), true);
        models::MapLayers layers(sample.workspace, words);
        gui::LayerPanel panel(layers, sample.workspace, words);
        layers.setSettings(regions());
        panel.show();
        panel.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&panel));
        auto *table = panel.findChild<QTreeView *>(QStringLiteral("table"));
        auto *note = panel.findChild<QLabel *>(QStringLiteral("note"));
        // Every column is seen at the width that the panel has by itself.
        panel.resize(panel.sizeHint());
        QTRY_VERIFY(!table->horizontalScrollBar()->isVisible());
        QVERIFY(!table->isColumnHidden(models::TerritoryModel::Inhabitants));
        QVERIFY(table->columnWidth(models::TerritoryModel::Name) > table->fontMetrics().averageCharWidth() * 14);

        table->setFocus();
        QTRY_VERIFY(table->hasFocus());
        QTest::keyClick(table, Qt::Key_Home);
        QTest::keyClick(table, Qt::Key_Down);
        const QString name = table->currentIndex().siblingAtColumn(0).data().toString();
        QVERIFY(!layers.overlay().territories->outlined.isEmpty());
        QVERIFY2(note->text().startsWith(name + QStringLiteral(" · ")), qPrintable(note->text()));
        panel.findChild<QComboBox *>(QStringLiteral("kind"))->setFocus();
        QVERIFY(layers.overlay().territories->outlined.isEmpty());
        QVERIFY(!note->text().startsWith(name));
    }

    void theTableGoesToASpreadsheet()
    {
        SampleWorkspace sample;
        const models::Words words(sample.workspace.knowledge(), true);
        models::MapLayers layers(sample.workspace, words);
        gui::LayerPanel panel(layers, sample.workspace, words);
        QTemporaryDir folder;
        panel.setFolder(folder.path());
        panel.show();
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
        models::LayerSettings settings = regions();
        settings.measure = TerritoryMeasure::Share;
        settings.equipment = QStringLiteral("3d-printer");
        layers.setSettings(settings);
        QSignalSpy said(&panel, &gui::LayerPanel::said);
        QTest::mouseClick(panel.findChild<QPushButton *>(QStringLiteral("exportTable")), Qt::LeftButton);
        auto *dialog = panel.findChild<QFileDialog *>();
        QVERIFY(dialog);
        const QString path = folder.filePath(QStringLiteral("table.csv"));
        emit dialog->fileSelected(path);
        dialog->close();
        QCOMPARE(said.size(), 1);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(bytes.startsWith("\xEF\xBB\xBF"
                                 "Code;"));
        const QStringList lines = QString::fromUtf8(bytes).split(QStringLiteral("\r\n"), Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), static_cast<qsizetype>(layers.figures().size()) + 1);
        for (const char *line : {"53;Bretagne;4;0,75;1;", "84;Auvergne-Rhône-Alpes;3;0,333;1;"}) // 1/3: enough of it
            QVERIFY2(!lines.filter(QString::fromUtf8(line)).isEmpty(), qPrintable(lines.join(u'\n')));
    }
};

int main(int argc, char **argv)
{
    return runOnTheMap<TestMapLayersOnScreen>(argc, argv);
}
#include "test_map_layers.moc"
