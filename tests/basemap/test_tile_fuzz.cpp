// Thousands of requests that no map would send, on the loopback socket; afterwards a good tile is served as before. Meant
// for the sanitizers.
#include "basemap/tile_service.h"

#include <QImage>
#include <QTcpSocket>
#include <QTest>

#include <random>

using namespace repere;
using namespace repere::basemap;

namespace {

constexpr int kRounds = 120;
constexpr int kAtOnce = 25;
constexpr unsigned kSeed = 2026;

class Fuzzer
{
public:
    explicit Fuzzer(const QUrl &host) : m_host(host) {}

    QByteArray request()
    {
        switch (number(9)) {
        case 0: return bytes(number(4000));
        case 1: return mutated(good());
        case 2: return good().first(number(static_cast<int>(good().size())));
        case 3: return "GET " + path() + " HTTP/1.1\r\nHost: " + authority() + "\r\n\r\n";
        case 4:
            return pick(kMethods) + ' ' + tilePath() + ' ' + pick(kVersions) + "\r\nHost: " + authority() + "\r\n\r\n";
        case 5: return withHeaders();
        case 6: return good() + good() + mutated(good()) + good(); // one behind the other
        case 7: return "GET /" + QByteArray(number(120'000), 'a') + " HTTP/1.1\r\nHost: " + authority() + "\r\n\r\n";
        case 8:
            return "POST " + tilePath() + " HTTP/1.1\r\nHost: " + authority() + "\r\n" + pick(kBodies) + "\r\n\r\n"
                   + bytes(number(300));
        default: return good();
        }
    }

    int number(int most) { return std::uniform_int_distribution<int>(0, most)(m_random); }

private:
    QByteArray bytes(int count)
    {
        QByteArray result(count, '\0');
        for (char &c : result)
            c = static_cast<char>(number(255));
        return result;
    }
    QByteArray authority() { return "127.0.0.1:" + QByteArray::number(m_host.port()); }
    QByteArray tilePath() { return m_host.path().toLatin1() + "6/32/22.png"; }
    QByteArray good() { return "GET " + tilePath() + " HTTP/1.1\r\nHost: " + authority() + "\r\n\r\n"; }

    QByteArray mutated(QByteArray request)
    {
        for (int i = number(8); i >= 0 && !request.isEmpty(); --i) {
            const qsizetype at = number(static_cast<int>(request.size()) - 1);
            switch (number(3)) {
            case 0: request[at] = static_cast<char>(number(255)); break;
            case 1: request.remove(at, number(6)); break;
            case 2: request.insert(at, bytes(number(12))); break;
            default: request.insert(at, request.mid(at, number(40))); break;
            }
        }
        return request;
    }

    /// The secret is known; what follows is not what a map asks for.
    QByteArray path()
    {
        static const QByteArrayList parts{"0",      "1",  "light",   "dark", "2",      "6",
                                          "32",     "-1", "22.png",  "19",   "999999", "9999999999",
                                          "%2e%2e", "..", "",        "%00",  "%ff%fe", "\xc3\xa9",
                                          "?q=1",   "#f", "6.5.png", "+3",   "1e3",    "0x10.png"};
        QByteArray result = number(9) == 0 ? QByteArray() : '/' + m_host.path().section(u'/', 1, 1).toLatin1();
        for (int i = number(9); i >= 0; --i)
            result += '/' + pick(parts);
        return result;
    }

    QByteArray withHeaders()
    {
        static const QByteArrayList names{"Host",       "Content-Length", "Transfer-Encoding",
                                          "Connection", "Upgrade",        "Expect",
                                          "Range",      "Cookie",         "X-\x01",
                                          "",           "HTTP2-Settings", "Sec-WebSocket-Key"};
        static const QByteArrayList values{"127.0.0.1", "-1",   "99999999999999999999", "chunked",  "upgrade",
                                           "websocket", "h2c",  "100-continue",         "bytes=0-", "",
                                           "a, b",      "\xff", "keep-alive",           "0"};
        QByteArray result = "GET " + tilePath() + " HTTP/1.1\r\n";
        if (number(2) > 0)
            result += "Host: " + authority() + "\r\n";
        for (int i = number(12); i >= 0; --i)
            result += pick(names) + ": " + (number(20) == 0 ? QByteArray(number(90'000), 'v') : pick(values)) + "\r\n";
        return result + (number(4) == 0 ? "" : "\r\n") + (number(3) == 0 ? "5\r\nabcde\r\n0\r\n\r\n" : "");
    }

    const QByteArray &pick(const QByteArrayList &list) { return list[number(static_cast<int>(list.size()) - 1)]; }

    static inline const QByteArrayList kMethods{"GET",   "HEAD", "PUT", "DELETE", "OPTIONS",         "CONNECT",
                                                "TRACE", "get",  "",    "PRI",    "\xf0\x9f\x92\xa9"};
    static inline const QByteArrayList kVersions{"HTTP/1.1", "HTTP/1.0", "HTTP/2.0",         "HTTP/9.9",
                                                 "",         "FTP/1.1",  "HTTP/1.1 HTTP/1.1"};
    static inline const QByteArrayList kBodies{"Content-Length: 10",
                                               "Content-Length: 4000000000",
                                               "Content-Length: -5",
                                               "Transfer-Encoding: chunked",
                                               "Content-Length: 1\r\nContent-Length: 2",
                                               "Expect: 100-continue"};
    const QUrl m_host;
    std::mt19937 m_random{kSeed}; // NOLINT: the same requests each time
};

} // namespace

class TestTileFuzz : public QObject
{
    Q_OBJECT

private slots:
    void aGoodTileIsServedAfterThousandsOfBadRequests()
    {
        const auto painter = MapPainter::load(QStringLiteral(REPERE_SOURCE_DATA));
        QVERIFY(painter);
        TileService service(*painter);
        QVERIFY(service.start());
        const QUrl host = service.customHost(Theme::Light, 1);
        const QByteArray before = goodTile(host);
        QVERIFY(!before.isEmpty());

        Fuzzer fuzzer(host);
        int answers = 0;
        for (int round = 0; round < kRounds; ++round) {
            std::vector<std::unique_ptr<QTcpSocket>> sockets;
            for (int i = 0; i < kAtOnce; ++i) {
                auto &socket = sockets.emplace_back(std::make_unique<QTcpSocket>());
                socket->connectToHost(QHostAddress::LocalHost, quint16(host.port()));
                socket->write(fuzzer.request());
            }
            QTest::qWait(12);
            for (const auto &socket : sockets) {
                const QByteArray answer = socket->readAll();
                if (!answer.isEmpty()) {
                    QVERIFY2(answer.startsWith("HTTP/1.1 "), answer.left(60).constData());
                    ++answers;
                }
                if (fuzzer.number(2) == 0) // some say good-bye, some do not, some stay half open until the round ends
                    socket->disconnectFromHost();
                else if (fuzzer.number(2) == 0)
                    socket->abort();
            }
        }
        QVERIFY(answers > kRounds); // it does answer what can be answered
        QCOMPARE(goodTile(host), before);
    }

private:
    static QByteArray goodTile(const QUrl &host)
    {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, quint16(host.port()));
        socket.write("GET " + host.path().toLatin1() + "6/32/22.png HTTP/1.1\r\nHost: 127.0.0.1:"
                     + QByteArray::number(host.port()) + "\r\nConnection: close\r\n\r\n");
        const auto done = [&socket] { return socket.state() == QAbstractSocket::UnconnectedState; };
        if (!QTest::qWaitFor(done, 20000))
            return {};
        const QByteArray answer = socket.readAll();
        const QByteArray body = answer.mid(answer.indexOf("\r\n\r\n") + 4);
        return answer.startsWith("HTTP/1.1 200") && QImage::fromData(body, "PNG").width() == 256 ? body : QByteArray();
    }
};

QTEST_MAIN(TestTileFuzz)
#include "test_tile_fuzz.moc"
