#include "basemap/tile_service.h"

#include <QDir>
#include <QImage>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace repere;
using namespace repere::basemap;

namespace {

struct Answer {
    int status = 0;
    QByteArray body;
    QByteArray type;
    QByteArray cacheControl;
};

Answer taken(QNetworkReply *reply)
{
    Answer answer{reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), reply->readAll(),
                  reply->rawHeader("Content-Type"), reply->rawHeader("Cache-Control")};
    reply->deleteLater();
    return answer;
}

} // namespace

class TestTileService : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        auto painter = MapPainter::load(QStringLiteral(REPERE_SOURCE_DATA));
        QVERIFY(painter);
        m_service = std::make_unique<TileService>(*painter);
        const auto started = m_service->start();
        QVERIFY2(started, started ? "" : qPrintable(started.error().message));
        m_host = m_service->customHost(Theme::Light, 1);
    }

    void addressIsUnguessable()
    {
        QCOMPARE(m_host.host(), QStringLiteral("127.0.0.1"));
        const QStringList parts = m_host.path().split(u'/');
        QCOMPARE(parts.size(), 6);
        QCOMPARE(parts[1].size(), 32); // 128 bits
        QCOMPARE(parts.sliced(2, 3), QStringList({QStringLiteral("0"), QStringLiteral("light"), QStringLiteral("1")}));
        QVERIFY(m_host.toString().endsWith(u'/'));
        QVERIFY(m_service->customHost(Theme::Dark, 2).toString().endsWith(QStringLiteral("/dark/2/")));

        auto painter = MapPainter::load(QStringLiteral(REPERE_SOURCE_DATA));
        QVERIFY(painter);
        TileService other(*painter);
        QVERIFY(other.start());
        QVERIFY(other.customHost(Theme::Light, 1).path() != m_host.path());
    }

    void servesTiles()
    {
        const Answer first = get(m_host.toString() + QStringLiteral("6/32/22.png"));
        QCOMPARE(first.status, 200);
        QCOMPARE(first.type, QByteArray("image/png"));
        QCOMPARE(first.cacheControl, QByteArray("no-store"));
        QCOMPARE(QImage::fromData(first.body, "PNG").size(), QSize(256, 256));
        QCOMPARE(get(m_host.toString() + QStringLiteral("6/32/22.png")).body, first.body); // from the cache

        const Answer dark = get(m_service->customHost(Theme::Dark, 2).toString() + QStringLiteral("6/32/22.png"));
        QCOMPARE(QImage::fromData(dark.body, "PNG").size(), QSize(512, 512));
    }

    void bareTilesAreTheirOwn()
    {
        const QUrl host = m_service->customHost(Theme::Light, 1, false);
        QVERIFY(host.toString().endsWith(QStringLiteral("/light-bare/1/")));
        const Answer bare = get(host.toString() + QStringLiteral("6/32/22.png"));
        QCOMPARE(bare.status, 200);
        QVERIFY(bare.body != get(m_host.toString() + QStringLiteral("6/32/22.png")).body); // names are missing
        QVERIFY(m_service->namesPainter());
    }

    void refusesWhatIsNotATile_data()
    {
        QTest::addColumn<QString>("path"); // after the secret
        QTest::addColumn<int>("status");
        QTest::newRow("z too large") << "0/light/1/20/0/0.png" << 404;
        QTest::newRow("x out of range") << "0/light/1/6/64/22.png" << 404;
        QTest::newRow("y out of range") << "0/light/1/6/32/64.png" << 404;
        QTest::newRow("scale 3") << "0/light/3/6/32/22.png" << 404;
        QTest::newRow("negative") << "0/light/1/6/-1/22.png" << 400;
        QTest::newRow("plus sign") << "0/light/1/6/+1/22.png" << 400;
        QTest::newRow("no number") << "0/light/1/6/a/22.png" << 400;
        QTest::newRow("fraction") << "0/light/1/6/32.5/22.png" << 400;
        QTest::newRow("larger than an int") << "0/light/1/6/99999999999999999999/22.png" << 400;
        QTest::newRow("empty part") << "0/light/1/6//22.png" << 400;
        QTest::newRow("no extension") << "0/light/1/6/32/22" << 400;
        QTest::newRow("other extension") << "0/light/1/6/32/22.svg" << 400;
        QTest::newRow("no theme") << "0/blue/1/6/32/22.png" << 400;
        QTest::newRow("bare of what") << "0/bare/1/6/32/22.png" << 400;
        QTest::newRow("short") << "0/light" << 400;
        QTest::newRow("long") << "0/light/1/6/32/22.png/more" << 400;
        QTest::newRow("upwards") << "0/light/1/6/32/../../../../etc/passwd" << 400;
        QTest::newRow("encoded") << "0/light/1/6/32%2F22.png" << 400;
        QTest::newRow("Arabic digits") << QStringLiteral("0/light/1/6/\u0663\u0662/22.png") << 400;
        QTest::newRow("no ground") << "light/1/6/32/22.png" << 400;
        QTest::newRow("another ground") << "1/light/1/6/32/22.png" << 410;
    }
    void refusesWhatIsNotATile()
    {
        QFETCH(QString, path);
        QFETCH(int, status);
        const QString secret = m_host.path().section(u'/', 1, 1);
        const QByteArray encoded = QUrl::toPercentEncoding(path, "/%+");
        const QByteArray answer = raw("GET /" + secret.toLatin1() + '/' + encoded + " HTTP/1.1\r\nHost: " + authority()
                                      + "\r\nConnection: close\r\n\r\n");
        QVERIFY2(answer.startsWith("HTTP/1.1 " + QByteArray::number(status)), answer.left(40).constData());
    }

    void refusesStrangers_data()
    {
        QTest::addColumn<QByteArray>("host");
        QTest::newRow("another name") << QByteArray("Host: repere.example\r\n");
        QTest::newRow("localhost") << QByteArray("Host: localhost:PORT\r\n");
        QTest::newRow("another port") << QByteArray("Host: 127.0.0.1:1\r\n");
        QTest::newRow("none") << QByteArray();
        QTest::newRow("two") << QByteArray("Host: 127.0.0.1:PORT\r\nHost: repere.example\r\n");
    }
    void refusesStrangers()
    {
        QFETCH(QByteArray, host);
        host.replace("PORT", QByteArray::number(m_host.port()));
        const QByteArray answer =
            raw("GET " + m_host.path().toLatin1() + "6/32/22.png HTTP/1.1\r\n" + host + "Connection: close\r\n\r\n");
        QVERIFY2(!answer.contains(" 200 "), answer.left(40).constData());
        if (host.count("Host") == 1)
            QVERIFY2(answer.startsWith("HTTP/1.1 403"), answer.left(40).constData());
    }

    void refusesOtherPathsAndMethods()
    {
        const QString root = QStringLiteral("http://127.0.0.1:%1/").arg(m_host.port());
        QCOMPARE(get(root).status, 404);
        QCOMPARE(get(root + QStringLiteral("light/1/6/32/22.png")).status, 404);
        QCOMPARE(get(root + QString(32, u'0') + QStringLiteral("/light/1/6/32/22.png")).status, 404);
        QCOMPARE(get(root + QString(5000, u'a')).status, 414);
        const QByteArray post = raw("POST " + m_host.path().toLatin1() + "6/32/22.png HTTP/1.1\r\nHost: " + authority()
                                    + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        QVERIFY2(post.startsWith("HTTP/1.1 405"), post.left(40).constData());
    }

    void whoLeavesIsNotWorkedFor()
    {
        auto painter = MapPainter::load(QStringLiteral(REPERE_SOURCE_DATA));
        QVERIFY(painter);
        TileService service(*painter);
        QVERIFY(service.start());
        const QUrl host = service.customHost(Theme::Light, 2);
        std::vector<std::unique_ptr<QTcpSocket>> sockets;
        for (int i = 0; i < 60; ++i) {
            auto &socket = sockets.emplace_back(std::make_unique<QTcpSocket>());
            socket->connectToHost(QHostAddress::LocalHost, quint16(host.port()));
            socket->write("GET " + host.path().toLatin1() + "9/" + QByteArray::number(230 + i)
                          + "/180.png HTTP/1.1\r\nHost: " + authority(host) + "\r\n\r\n");
        }
        QTRY_VERIFY(service.painted() > 0);
        sockets.clear(); // all leave
        QCOMPARE(get(host.toString() + QStringLiteral("6/32/22.png")).status, 200);
        QTest::qWait(200);
        QVERIFY2(service.painted() < 55, qPrintable(QString::number(service.painted())));
    }

    void keepsTilesBetweenTwoStarts()
    {
        const QTemporaryDir cache;
        QVERIFY(QDir(cache.path()).mkpath(QStringLiteral("painted-0123456789abcdef/light-1")));
        auto painter = MapPainter::load(QStringLiteral(REPERE_SOURCE_DATA));
        QVERIFY(painter);
        QByteArray first;
        {
            TileService service(*painter, TileService::Options{.cacheFolder = cache.path(), .now = {}});
            QVERIFY(service.start());
            first = get(service.customHost(Theme::Light, 1).toString() + QStringLiteral("6/32/22.png")).body;
            QCOMPARE(service.painted(), 1);
        }
        QCOMPARE(QDir(cache.path()).entryList(QDir::Dirs | QDir::NoDotAndDotDot),
                 QStringList(QStringLiteral("painted-") + QString::fromLatin1((*painter)->version())));
        {
            TileService service(*painter, TileService::Options{.cacheFolder = cache.path(), .now = {}});
            QVERIFY(service.start());
            const QString url = service.customHost(Theme::Light, 1).toString() + QStringLiteral("6/32/22.png");
            QCOMPARE(get(url).body, first);
            QCOMPARE(service.painted(), 0);
            QVERIFY(get(service.customHost(Theme::Dark, 1).toString() + QStringLiteral("6/32/22.png")).body != first);
            QCOMPARE(service.painted(), 1);
        }
    }

    void anotherDataFolderIsAnotherVersion()
    {
        const QTemporaryDir folder;
        for (const char *part : {"basemap", "geography"}) {
            const QString name = QString::fromLatin1(part);
            QVERIFY(QDir(folder.path()).mkdir(name));
            const QDir from(QStringLiteral(REPERE_SOURCE_DATA) + u'/' + name);
            for (const QString &file : from.entryList(QDir::Files))
                QVERIFY(QFile::copy(from.filePath(file), folder.filePath(name + u'/' + file)));
        }
        QVERIFY(QFile::copy(QStringLiteral(REPERE_SOURCE_DATA "/credits.json"),
                            folder.filePath(QStringLiteral("credits.json"))));
        const auto same = MapPainter::load(folder.path());
        const auto ours = MapPainter::load(QStringLiteral(REPERE_SOURCE_DATA));
        QVERIFY(same && ours);
        QCOMPARE((*same)->version(), (*ours)->version());
        QFile labels(folder.filePath(QStringLiteral("basemap/labels.csv")));
        QVERIFY(labels.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
        QVERIFY(labels.open(QIODevice::Append));
        labels.write("sea;Mer d’essai;Test sea;40;-10;5;9\n");
        labels.close();
        const auto other = MapPainter::load(folder.path());
        QVERIFY(other);
        QVERIFY((*other)->version() != (*ours)->version());
    }

    void answersFiveHundredAtOnce()
    {
        // Each on a connection of its own; some ask for the same tile.
        std::vector<std::unique_ptr<QTcpSocket>> sockets;
        for (int i = 0; i < 500; ++i) {
            auto &socket = sockets.emplace_back(std::make_unique<QTcpSocket>());
            socket->connectToHost(QHostAddress::LocalHost, quint16(m_host.port()));
            socket->write("GET " + m_host.path().toLatin1() + "8/" + QByteArray::number(124 + i % 9) + '/'
                          + QByteArray::number(86 + i / 9 % 9) + ".png HTTP/1.1\r\nHost: " + authority()
                          + "\r\nConnection: close\r\n\r\n");
        }
        for (const auto &socket : sockets) {
            QTRY_VERIFY_WITH_TIMEOUT(socket->state() == QAbstractSocket::UnconnectedState, 60000);
            const QByteArray answer = socket->readAll();
            QVERIFY2(answer.startsWith("HTTP/1.1 200"), answer.left(60).constData());
            const QByteArray body = answer.mid(answer.indexOf("\r\n\r\n") + 4);
            QCOMPARE(QImage::fromData(body, "PNG").width(), 256);
        }
    }

    void leavesWhilePainting()
    {
        auto painter = MapPainter::load(QStringLiteral(REPERE_SOURCE_DATA));
        QVERIFY(painter);
        auto service = std::make_unique<TileService>(*painter);
        QVERIFY(service->start());
        QList<QNetworkReply *> replies;
        for (int i = 0; i < 12; ++i) {
            const QString tile = QStringLiteral("9/%1/180.png").arg(250 + i);
            replies += m_network.get(QNetworkRequest(QUrl(service->customHost(Theme::Dark, 2).toString() + tile)));
        }
        QTest::qWait(60);
        service.reset();
        for (QNetworkReply *reply : replies) {
            QTRY_VERIFY_WITH_TIMEOUT(reply->isFinished(), 10000);
            reply->deleteLater();
        }
    }

private:
    QByteArray authority() const { return authority(m_host); }
    static QByteArray authority(const QUrl &host) { return "127.0.0.1:" + QByteArray::number(host.port()); }

    Answer get(const QString &url)
    {
        QNetworkReply *reply = m_network.get(QNetworkRequest(QUrl(url)));
        QSignalSpy finished(reply, &QNetworkReply::finished);
        if (!reply->isFinished())
            finished.wait(20000);
        return taken(reply);
    }

    /// Sends bytes as they are; returns what comes back, head and body.
    QByteArray raw(const QByteArray &request)
    {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, quint16(m_host.port()));
        socket.write(request);
        QByteArray answer;
        const auto whole = [&answer] {
            const qsizetype head = answer.indexOf("\r\n\r\n");
            const qsizetype length = answer.toLower().indexOf("content-length:");
            return head > 0
                   && (length < 0
                       || answer.size() >= head + 4 + answer.mid(length + 15, 12).trimmed().split('\r')[0].toInt());
        };
        for (int i = 0; i < 500 && !whole() && socket.state() != QAbstractSocket::UnconnectedState; ++i) {
            QTest::qWait(4);
            answer += socket.readAll();
        }
        return answer + socket.readAll();
    }

    std::unique_ptr<TileService> m_service;
    QNetworkAccessManager m_network;
    QUrl m_host;
};

QTEST_MAIN(TestTileService)
#include "test_tile_service.moc"
