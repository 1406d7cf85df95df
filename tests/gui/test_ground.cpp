// Map › Ground in the real window: nobody is connected to before the user agrees, and each choice shows its own tiles.
#include "basemap/support/provider_server.h"
#include "gui/banner.h"
#include "gui/ground_actions.h"
#include "gui/main_window.h"
#include "gui/support/shown_map.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <QDialog>
#include <QDir>
#include <QFileDialog>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QMenuBar>
#include <QPushButton>
#include <QStandardPaths>

using namespace repere;
using testing::complaints;
using testing::ProviderServer;

namespace {

constexpr QRgb kRed = 0xffcc2222;
constexpr QRgb kBlue = 0xff2222cc;

/// The data that ships, with another list of online maps.
class OwnData
{
public:
    explicit OwnData(const basemap::TileProvider &provider)
    {
        const QDir shipped(QStringLiteral(REPERE_SOURCE_DATA));
        for (const QString &name : shipped.entryList(QDir::AllEntries | QDir::NoDotAndDotDot)) {
            if (name != u"map_sources.json" && !QFile::link(shipped.filePath(name), m_folder.filePath(name)))
                qFatal("no link to the data");
        }
        offer(provider);
    }

    void offer(const basemap::TileProvider &provider)
    {
        const QJsonObject name{{QStringLiteral("fr"), provider.name}, {QStringLiteral("en"), provider.name}};
        const QJsonObject entry{{QStringLiteral("id"), provider.id},
                                {QStringLiteral("name"), name},
                                {QStringLiteral("operator"), provider.operatorName},
                                {QStringLiteral("url"), provider.url},
                                {QStringLiteral("attribution"), provider.attribution},
                                {QStringLiteral("terms"), QStringLiteral("https://example.org/terms")},
                                {QStringLiteral("min_zoom"), 0},
                                {QStringLiteral("max_zoom"), 19}};
        QFile file(m_folder.filePath(QStringLiteral("map_sources.json")));
        if (!file.open(QIODevice::WriteOnly))
            qFatal("no list");
        file.write(
            QJsonDocument(QJsonObject{{QStringLiteral("version"), 1}, {QStringLiteral("sources"), QJsonArray{entry}}})
                .toJson());
    }
    QString path() const { return m_folder.path(); }

private:
    QTemporaryDir m_folder;
};

void waitUntilQuiet(const ProviderServer &server)
{
    for (qsizetype before = -1; before != server.requests().size();) {
        before = server.requests().size();
        QTest::qWait(700);
    }
}

struct Window {
    directory::Knowledge knowledge;
    testing::SampleWorkspace sample;
    gui::MainWindow window;

    Window(const OwnData &data, const gui::WindowState &state)
        : knowledge(*directory::Knowledge::load(data.path())), sample(knowledge),
          window(sample.workspace, sample.words, state, {QStringLiteral("Qt")})
    {
        gui::applyTheme(*qApp, gui::ThemeChoice::Light);
        window.resize(1200, 800);
        window.show();
        if (!QTest::qWaitForWindowExposed(&window))
            qFatal("the window does not show");
        window.setMap(testing::painter());
        window.map()->setView({46.8, 2.6}, 7); // land wherever one looks
        QTest::qWait(200);
    }

    QMenu *menu() const { return window.findChild<QMenu *>(QStringLiteral("ground")); }
    QAction *action(const QString &part) const
    {
        for (QAction *each : menu()->actions()) {
            if (each->text().contains(part))
                return each;
        }
        return nullptr;
    }
    /// Through the menu bar.
    void choose(const QString &part)
    {
        QMenu *map = nullptr;
        for (QAction *each : window.menuBar()->actions()) {
            if (each->menu() && each->menu()->actions().contains(menu()->menuAction()))
                map = each->menu();
        }
        QVERIFY(map);
        QTest::mouseClick(window.menuBar(), Qt::LeftButton, {},
                          window.menuBar()->actionGeometry(map->menuAction()).center());
        QTRY_VERIFY(map->isVisible());
        map->setActiveAction(menu()->menuAction());
        QTest::keyClick(map, Qt::Key_Right);
        QTRY_VERIFY(menu()->isVisible());
        QVERIFY(action(part));
        menu()->setActiveAction(action(part));
        QTest::keyClick(menu(), Qt::Key_Return);
        QTRY_VERIFY(!menu()->isVisible());
    }
    QDialog *consent() const { return window.findChild<QDialog *>(QStringLiteral("groundConsent")); }
    void answer(const QString &button)
    {
        QTRY_VERIFY(consent() && consent()->isVisible());
        QPushButton *pushed = nullptr;
        for (QPushButton *each : consent()->findChildren<QPushButton *>()) {
            if (each->text().remove(u'&') == button)
                pushed = each;
        }
        QVERIFY(pushed);
        QTest::mouseClick(pushed, Qt::LeftButton);
        QTRY_VERIFY(!consent());
    }
    void openFile(const QString &path)
    {
        choose(QStringLiteral("MBTiles"));
        QFileDialog *dialog = nullptr;
        QTRY_VERIFY((dialog = window.findChild<QFileDialog *>(QStringLiteral("groundFile"))));
        dialog->selectFile(path);
        QMetaObject::invokeMethod(dialog, "accept");
    }
    QString network() const { return window.findChild<QLabel *>(QStringLiteral("network"))->text(); }
    QString news() const
    {
        const auto *banner = window.findChild<gui::Banner *>();
        return banner->isVisible() ? banner->findChild<QLabel *>()->text() : QString();
    }
    /// Almost all of the middle of the map has this colour.
    bool shows(QRgb colour) const
    {
        const QImage image = window.map()->grab().toImage();
        const QRect middle(image.rect().center() - QPoint(60, 60), QSize(120, 120));
        int hits = 0;
        for (int y = middle.top(); y <= middle.bottom(); ++y) {
            for (int x = middle.left(); x <= middle.right(); ++x) {
                const QRgb at = image.pixel(x, y);
                hits += std::abs(qRed(at) - qRed(colour)) + std::abs(qGreen(at) - qGreen(colour))
                            + std::abs(qBlue(at) - qBlue(colour))
                        < 24;
            }
        }
        return hits > 120 * 120 / 2;
    }
    bool showsLand(basemap::Theme theme) const { return shows(basemap::palette(theme).landFrance.rgb()); }
};

} // namespace

class TestGround : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        complaints().clear();
        QDir(QStandardPaths::writableLocation(QStandardPaths::CacheLocation) + QStringLiteral("/tiles"))
            .removeRecursively();
    }
    void cleanup() { QCOMPARE(complaints(), QStringList()); }

    void onlyWithConsent()
    {
        ProviderServer server([](const QByteArray &) { return ProviderServer::ok(ProviderServer::picture(kRed)); });
        const OwnData data(server.provider());
        Window w(data, {});
        QTRY_VERIFY_WITH_TIMEOUT(w.showsLand(basemap::Theme::Light), 20000);
        QCOMPARE(w.network(), QStringLiteral("Offline: no connection open"));

        w.choose(QStringLiteral("Our map"));
        QTRY_VERIFY(w.consent());
        QString text;
        for (const QLabel *label : w.consent()->findChildren<QLabel *>())
            text += label->text();
        QVERIFY(text.contains(QStringLiteral("Us (127.0.0.1)"))); // who is contacted
        w.answer(QStringLiteral("Cancel"));
        QTest::qWait(300);
        QVERIFY(server.requests().isEmpty());
        QVERIFY(w.menu()->actions().first()->isChecked());
        QVERIFY(w.showsLand(basemap::Theme::Light));

        w.choose(QStringLiteral("Our map"));
        w.answer(QStringLiteral("Connect"));
        QTRY_VERIFY_WITH_TIMEOUT(w.shows(kRed), 20000);
        QCOMPARE(w.network(), QStringLiteral("Online: 127.0.0.1"));
        QVERIFY(w.action(QStringLiteral("Our map"))->isChecked());
        QVERIFY(!server.requests().isEmpty());

        waitUntilQuiet(server); // what is cut off would be asked for again
        w.choose(QStringLiteral("Drawn by"));
        QTRY_VERIFY_WITH_TIMEOUT(w.showsLand(basemap::Theme::Light), 20000);
        QCOMPARE(w.network(), QStringLiteral("Offline: no connection open"));
        w.choose(QStringLiteral("Our map")); // agreed once
        QTRY_VERIFY_WITH_TIMEOUT(w.shows(kRed), 20000);
        w.choose(QStringLiteral("Withdraw"));
        QTRY_VERIFY_WITH_TIMEOUT(w.showsLand(basemap::Theme::Light), 20000);
        QVERIFY(!w.news().isEmpty());
        const QByteArrayList paths = server.paths();
        QCOMPARE(QSet<QByteArray>(paths.begin(), paths.end()).size(), paths.size()); // none was asked for twice
        w.choose(QStringLiteral("Our map"));
        w.answer(QStringLiteral("Cancel")); // asked anew
    }

    void rememberedAndNoLongerGood()
    {
        ProviderServer server([](const QByteArray &) { return ProviderServer::ok(ProviderServer::picture(kRed)); });
        OwnData data(server.provider());
        gui::WindowState state;
        state.ground.online = QStringLiteral("ours");
        state.ground.agreed = {QStringLiteral("ours 127.0.0.1")};
        {
            Window w(data, state);
            QTRY_VERIFY_WITH_TIMEOUT(w.shows(kRed), 20000);
            QVERIFY(!w.consent());
        }
        const auto asked = server.requests().size();
        basemap::TileProvider moved = server.provider();
        moved.url.replace(QStringLiteral("127.0.0.1"), QStringLiteral("127.0.0.2"));
        data.offer(moved); // another host was never agreed to
        Window w(data, state);
        QTRY_VERIFY_WITH_TIMEOUT(w.showsLand(basemap::Theme::Light), 20000);
        QCOMPARE(w.network(), QStringLiteral("Offline: no connection open"));
        QCOMPARE(server.requests().size(), asked);
    }

    /// While it keeps people waiting the map says so, and one press brings the ground that needs nobody.
    void slownessIsSaidAndLeft()
    {
        ProviderServer server([](const QByteArray &) { return QByteArray(); });
        const OwnData data(server.provider());
        Window w(data, {});
        auto *quick = w.window.map()->findChild<QQuickWidget *>();
        const auto shown = [quick](const char *name) {
            return testing::shownItem(quick->rootObject(), QString::fromLatin1(name));
        };
        w.choose(QStringLiteral("Our map"));
        w.answer(QStringLiteral("Connect"));
        QTRY_VERIFY_WITH_TIMEOUT(shown("waitNote"), 20000);
        const QQuickItem *back = shown("ownGround");
        QVERIFY(back);
        QTest::mouseClick(quick, Qt::LeftButton, {},
                          back->mapToScene(QPointF(back->width() / 2, back->height() / 2)).toPoint());
        QTRY_VERIFY_WITH_TIMEOUT(w.showsLand(basemap::Theme::Light), 20000);
        QVERIFY(!shown("waitNote"));
        QCOMPARE(w.network(), QStringLiteral("Offline: no connection open"));
        QVERIFY(w.menu()->actions().first()->isChecked());
    }

    void troubleIsSaidAndPaintedOver()
    {
        ProviderServer server(
            [](const QByteArray &) { return QByteArray("HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n"); });
        const OwnData data(server.provider());
        Window w(data, {});
        w.choose(QStringLiteral("Our map"));
        w.answer(QStringLiteral("Connect"));
        QTRY_VERIFY_WITH_TIMEOUT(w.news().startsWith(QStringLiteral("Our map does not send its map")), 20000);
        QTRY_VERIFY_WITH_TIMEOUT(w.showsLand(basemap::Theme::Light), 20000);
    }

    void eachThemeAndGroundShowsItsOwnTiles()
    {
        ProviderServer server([](const QByteArray &) { return ProviderServer::ok(ProviderServer::picture(kRed)); });
        const OwnData data(server.provider());
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("bleu.mbtiles"));
        {
            SQLite::Database file(path.toStdString(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
            file.exec("CREATE TABLE metadata (name text, value text)");
            file.exec("CREATE TABLE tiles (zoom_level integer, tile_column integer, tile_row integer, tile_data blob)");
            file.exec("INSERT INTO metadata VALUES ('attribution', '© Bleu')");
            const QByteArray blue = ProviderServer::picture(kBlue);
            SQLite::Statement insert(file, "INSERT INTO tiles VALUES (5, ?, ?, ?)");
            for (int x = 14; x <= 18; ++x) {
                for (int y = 9; y <= 13; ++y) {
                    insert.bind(1, x);
                    insert.bind(2, 31 - y);
                    insert.bind(3, blue.constData(), static_cast<int>(blue.size()));
                    insert.exec();
                    insert.reset();
                }
            }
        }
        Window w(data, {});
        QTRY_VERIFY_WITH_TIMEOUT(w.showsLand(basemap::Theme::Light), 20000);
        w.window.map()->setTheme(basemap::Theme::Dark);
        QTRY_VERIFY_WITH_TIMEOUT(w.showsLand(basemap::Theme::Dark), 20000);
        w.openFile(path);
        QTRY_VERIFY_WITH_TIMEOUT(w.shows(kBlue), 20000);
        QVERIFY(w.action(QStringLiteral("bleu.mbtiles"))->isChecked());
        QCOMPARE(w.network(), QStringLiteral("Offline: no connection open"));
        w.window.map()->setTheme(basemap::Theme::Light);
        QTest::qWait(300);
        QTRY_VERIFY_WITH_TIMEOUT(w.shows(kBlue), 20000);

        const QString wrong = folder.filePath(QStringLiteral("faux.mbtiles"));
        QFile file(wrong);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("\x1f\x8b\x08 packed");
        file.close();
        w.openFile(wrong);
        QTRY_VERIFY(w.news().contains(QStringLiteral("faux.mbtiles")) && w.news().contains(QStringLiteral("packed")));
        QVERIFY(w.shows(kBlue)); // what was there stays
        QVERIFY(w.action(QStringLiteral("bleu.mbtiles"))->isChecked());

        w.choose(QStringLiteral("Our map"));
        w.answer(QStringLiteral("Connect"));
        QTRY_VERIFY_WITH_TIMEOUT(w.shows(kRed), 20000);
        w.choose(QStringLiteral("bleu.mbtiles"));
        QTRY_VERIFY_WITH_TIMEOUT(w.shows(kBlue), 20000);
        w.window.map()->setView({46.8, 2.6}, 13); // closer than the painted ground goes
        QTest::qWait(100);
        w.choose(QStringLiteral("Drawn by"));
        QTRY_VERIFY_WITH_TIMEOUT(w.showsLand(basemap::Theme::Light), 20000);
        QVERIFY(w.window.map()->zoom() <= 12);
    }
};

int main(int argc, char **argv)
{
    return testing::runOnTheMap<TestGround>(argc, argv);
}
#include "test_ground.moc"
