// What the tile service is made of: the order of work, the folder of tiles, the door.
#include "basemap/tile_door.h"
#include "basemap/tile_queue.h"
#include "basemap/tile_store.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <random>

using namespace repere;
using namespace repere::basemap;

namespace {

TileAddress tile(int z, int x, int y)
{
    return {.ground = 0, .theme = Theme::Light, .scale = 2, .z = z, .x = x, .y = y};
}

qint64 bytesIn(const QString &folder)
{
    qint64 bytes = 0;
    QDirIterator it(folder, QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext())
        bytes += it.nextFileInfo().size();
    return bytes;
}

} // namespace

class TestTileParts : public QObject
{
    Q_OBJECT

private slots:
    void nearestToTheMiddleFirstOthersLast()
    {
        const GeoBox box{-2, 45, 6, 49};
        const MercatorPoint topLeft = toMercator({box.north, box.west});
        const MercatorPoint bottomRight = toMercator({box.south, box.east});
        const QPointF middle((topLeft.x + bottomRight.x) / 2, (topLeft.y + bottomRight.y) / 2);
        const auto seen = [&](const TileAddress &t) { // a second reading of the rule
            const double n = 1 << t.z;
            return t.z >= 7 && t.z <= 9 && (t.x + 1) / n > topLeft.x && t.x / n < bottomRight.x
                   && (t.y + 1) / n > topLeft.y && t.y / n < bottomRight.y;
        };
        const auto distance = [&](const TileAddress &t) {
            const double n = 1 << t.z;
            return std::hypot(t.x + 0.5 - middle.x() * n, t.y + 0.5 - middle.y() * n);
        };
        std::vector<TileAddress> tiles;
        for (int x = 120; x < 136; ++x) {
            for (int y = 84; y < 96; ++y)
                tiles.push_back(tile(8, x, y));
        }
        tiles.push_back(tile(4, 8, 5));               // another zoom, in the middle
        std::ranges::shuffle(tiles, std::mt19937(3)); // NOLINT: the same order each time
        TileQueue queue;
        for (const TileAddress &t : tiles)
            queue.add(t);
        queue.setView(box, 8);
        std::vector<TileAddress> order;
        while (const auto next = queue.takeNext())
            order.push_back(*next);
        QCOMPARE(order.size(), tiles.size());
        QVERIFY(queue.isEmpty());
        QVERIFY(seen(order.front()) && !seen(order.back()));
        for (std::size_t i = 1; i < order.size(); ++i) {
            QVERIFY(!seen(order[i]) || seen(order[i - 1]));
            if (seen(order[i]) == seen(order[i - 1]))
                QVERIFY(distance(order[i - 1]) <= distance(order[i]) + 1e-9);
        }
    }

    void withoutAViewTheNewestFirst()
    {
        TileQueue queue;
        for (int i = 0; i < 4; ++i)
            queue.add(tile(8, i, 0));
        queue.remove(tile(8, 2, 0));
        QCOMPARE(queue.takeNext()->x, 3);
        QCOMPARE(queue.takeNext()->x, 1);
        QCOMPARE(queue.takeNext()->x, 0);
        QVERIFY(!queue.takeNext());
    }

    void whatIsKeptComesBack()
    {
        const QTemporaryDir folder;
        TileStore store(folder.path(), 1'000'000);
        const TilePicture picture{.bytes = QByteArray(5000, 'x'), .type = "image/jpeg", .freshUntil = 1'790'000'000};
        QVERIFY(!store.read(QStringLiteral("light-2/6/32-22")));
        store.write(QStringLiteral("light-2/6/32-22"), picture);
        QCOMPARE(store.read(QStringLiteral("light-2/6/32-22")), picture);
        QVERIFY(!store.read(QStringLiteral("light-2/6/32-23")));
        const TilePicture newer{.bytes = "y"};
        store.write(QStringLiteral("light-2/6/32-22"), newer);
        QCOMPARE(store.read(QStringLiteral("light-2/6/32-22")), newer);
        // Nothing half-written lies about.
        QCOMPARE(QDir(folder.filePath(QStringLiteral("light-2/6"))).entryList(QDir::Files).size(), 1);
    }

    void whatIsDamagedIsNotThere()
    {
        const QTemporaryDir folder;
        TileStore store(folder.path(), 1'000'000);
        const QString name = QStringLiteral("t");
        const QString path = folder.filePath(name);
        const TilePicture picture{.bytes = QByteArray(300, 'x')};
        store.write(name, picture);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray whole = file.readAll();
        file.close();
        const auto put = [&](const QByteArray &bytes) {
            QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
            file.write(bytes);
            file.close();
        };
        put(whole);
        QCOMPARE(store.read(name), picture);
        for (qsizetype i = 0; i < whole.size(); ++i) { // any byte
            QByteArray damaged = whole;
            damaged[i] = static_cast<char>(damaged[i] ^ 0x55);
            put(damaged);
            QVERIFY2(!store.read(name), qPrintable(QString::number(i)));
        }
        for (qsizetype size : {qsizetype(0), qsizetype(5), qsizetype(31), qsizetype(40), whole.size() - 1}) {
            put(whole.first(size));
            QVERIFY(!store.read(name));
        }
        store.write(name, picture); // and is made good
        QCOMPARE(store.read(name), picture);
    }

    void theFolderStaysWithinItsBound()
    {
        const QTemporaryDir folder;
        TileStore store(folder.path(), 50'000);
        for (int i = 0; i < 60; ++i) {
            const QString name = QStringLiteral("8/%1").arg(i);
            store.write(name, {.bytes = QByteArray(1000, static_cast<char>(i))});
            QVERIFY(bytesIn(folder.path()) <= 52'000);
            QVERIFY(store.read(name));         // the newest is never what goes
            QFile file(folder.filePath(name)); // the clock of the file system is coarse: one second each
            QVERIFY(file.open(QIODevice::ReadWrite));
            file.setFileTime(QDateTime::fromSecsSinceEpoch(1'700'000'000 + i), QFileDevice::FileModificationTime);
        }
        QVERIFY(!store.read(QStringLiteral("8/0")));
        QVERIFY(bytesIn(folder.path()) > 30'000);
        // Another start counts what the former one left.
        TileStore smaller(folder.path(), 20'000);
        smaller.write(QStringLiteral("8/new"), {.bytes = QByteArray(1000, 'n')});
        QVERIFY(bytesIn(folder.path()) <= 20'000);
        QVERIFY(smaller.read(QStringLiteral("8/new")));
    }

    void aFolderThatCannotBeMadeKeepsNothing()
    {
        TileStore store(QStringLiteral("/proc/nowhere"), 1000);
        store.write(QStringLiteral("a/b"), {.bytes = "x"});
        QVERIFY(!store.read(QStringLiteral("a/b")));
    }

    void whoIsSilentIsShownOut()
    {
        TileDoor door;
        QVERIFY(door.listen(QHostAddress::LocalHost));
        door.setPatience(std::chrono::milliseconds(100));
        QSignalSpy left(&door, &TileDoor::left);
        QTcpSocket silent;
        QTcpSocket waiting;
        for (QTcpSocket *socket : {&silent, &waiting}) {
            socket->connectToHost(QHostAddress::LocalHost, door.serverPort());
            QVERIFY(socket->waitForConnected(2000));
        }
        QTRY_COMPARE(door.guests(), 2);
        door.setOwed(waiting.localPort(), true);
        const quint16 port = silent.localPort();
        QTRY_COMPARE(silent.state(), QAbstractSocket::UnconnectedState);
        QTRY_COMPARE(left.count(), 1);
        QCOMPARE(left.first().first().value<quint16>(), port);
        QTest::qWait(300);
        QCOMPARE(waiting.state(), QAbstractSocket::ConnectedState);
        QVERIFY(door.isHere(waiting.localPort()));
    }

    void whoTalksTooMuchIsShownOut()
    {
        TileDoor door;
        QVERIFY(door.listen(QHostAddress::LocalHost));
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, door.serverPort());
        QVERIFY(socket.waitForConnected(2000));
        QTRY_COMPARE(door.guests(), 1);
        socket.write(QByteArray(300'000, 'a'));
        QTRY_COMPARE(door.guests(), 0);
        QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);
    }

    void theCrowdIsBounded()
    {
        TileDoor door;
        QVERIFY(door.listen(QHostAddress::LocalHost));
        std::vector<std::unique_ptr<QTcpSocket>> sockets;
        qsizetype most = 0;
        for (int i = 0; i < 700; ++i) { // 1400 ends in one process: those of the door are closed in time
            if (i >= 400)
                sockets[static_cast<std::size_t>(i - 400)].reset();
            auto &socket = sockets.emplace_back(std::make_unique<QTcpSocket>());
            socket->connectToHost(QHostAddress::LocalHost, door.serverPort());
            if (i % 20 == 0)
                QTest::qWait(1);
            most = std::max(most, door.guests());
        }
        QVERIFY(most <= 640);
        QTRY_VERIFY(door.guests() <= 400);
    }
};

QTEST_GUILESS_MAIN(TestTileParts)
#include "test_tile_parts.moc"
