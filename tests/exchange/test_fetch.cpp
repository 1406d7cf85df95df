// Fetching from a server of ours: what goes wrong on the line, and what is asked again.
#include "exchange/support/fetching.h"

#include <QElapsedTimer>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QTcpSocket>
#include <QTest>
#include <QTimeZone>

#include <algorithm>
#include <atomic>

using namespace repere;
using namespace repere::exchange;
using testing::bytesOf;
using testing::gzipped;
using testing::HttpAnswer;
using testing::HttpRequest;
using testing::HttpServerThread;
using testing::kData;

class TestFetch : public testing::FetchTest
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void aFileComes()
    {
        const HttpServerThread server([](const HttpRequest &) { return HttpAnswer::ok(kData, "Set-Cookie: a=b\r\n"); });
        std::vector<double> told;
        JobContext job([&told](double fraction) { told.push_back(fraction); });
        const auto fetched = fetch(request(server.url("/data/labs%20de%20France.csv?key=1")), job);
        QVERIFY2(fetched, fetched ? "" : qPrintable(fetched.error().message));
        QCOMPARE(bytesOf(fetched->path), kData);
        QVERIFY(!fetched->unchanged);
        QVERIFY2(fetched->path.endsWith(QStringLiteral("-labs-de-France.csv")), qPrintable(fetched->path));
        QCOMPARE(told.back(), 1.0);
        QCOMPARE(cached().size(), 1);
        const HttpRequest asked = server.requests().first();
        QCOMPARE(asked.method, QByteArray("GET"));
        QVERIFY(asked.header("User-Agent").startsWith("Repere/"));
        QVERIFY(get(server.url("/other")));
        for (const HttpRequest &each : server.requests())
            QVERIFY(each.header("Cookie").isEmpty() && each.header("Referer").isEmpty());
    }

    void whatDidNotChangeIsNotSentAgain_data()
    {
        QTest::addColumn<QByteArray>("version");
        QTest::addColumn<QByteArray>("question");
        QTest::newRow("a tag") << QByteArray("ETag: \"v1\"\r\n") << QByteArray("If-None-Match");
        QTest::newRow("a weak tag") << QByteArray("ETag: W/\"v1\"\r\n") << QByteArray("If-None-Match");
        QTest::newRow("a date") << QByteArray("Last-Modified: Tue, 03 Nov 2026 10:00:00 GMT\r\n")
                                << QByteArray("If-Modified-Since");
    }
    void whatDidNotChangeIsNotSentAgain()
    {
        QFETCH(QByteArray, version);
        QFETCH(QByteArray, question);
        std::atomic<bool> newer = false;
        const HttpServerThread server([&](const HttpRequest &asked) {
            return newer                              ? HttpAnswer::ok("id;nom\n", version.replace("v1", "v2"))
                   : asked.header(question).isEmpty() ? HttpAnswer::ok(kData, version)
                                                      : HttpAnswer::status(304);
        });
        QVERIFY(!get(server.url())->unchanged);
        const auto again = get(server.url());
        QVERIFY(again && again->unchanged);
        QCOMPARE(bytesOf(again->path), kData);
        newer = true;
        const auto changed = get(server.url());
        QVERIFY(changed && !changed->unchanged);
        QCOMPARE(changed->path, again->path);
        QCOMPARE(bytesOf(changed->path), QByteArray("id;nom\n"));
        // Without the file its version is worth nothing.
        QVERIFY(QFile::remove(changed->path));
        newer = false;
        QCOMPARE(bytesOf(get(server.url())->path), kData);
    }

    void redirectionsAreFollowed()
    {
        const HttpServerThread server([](const HttpRequest &asked) {
            const int number = asked.path.sliced(1).toInt();
            return number < 5 ? HttpAnswer::redirect('/' + QByteArray::number(number + 1), number % 2 ? 301 : 307)
                              : HttpAnswer::ok(kData);
        });
        const auto fetched = get(server.url("/0"));
        QVERIFY2(fetched, fetched ? "" : qPrintable(fetched.error().message));
        QCOMPARE(fetched->url, server.url("/5"));
        QCOMPARE(bytesOf(fetched->path), kData);
        QCOMPARE(addressOfFetched(fetched->path), server.url("/0")); // what people asked for
    }

    void troubleIsAnError_data()
    {
        QTest::addColumn<HttpAnswer>("answer");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("reason");
        QTest::addColumn<int>("asked");
        const auto row = [](const char *name, const HttpAnswer &answer, ErrorCode code, const char *reason, int asked) {
            QTest::newRow(name) << answer << static_cast<int>(code) << QString::fromUtf8(reason) << asked;
        };
        row("not found", HttpAnswer::status(404), ErrorCode::Missing, "404", 1);
        row("gone", HttpAnswer::status(410), ErrorCode::Missing, "410", 1);
        row("forbidden", HttpAnswer::status(403, {}, "<html>"), ErrorCode::Unreadable, "403", 1);
        row("a password is asked", HttpAnswer::status(401, "WWW-Authenticate: Basic realm=\"x\"\r\n"),
            ErrorCode::Unreadable, "401", 1);
        row("broken for good", HttpAnswer::status(500), ErrorCode::Unreadable, "500", 4);
        row("not made for it", HttpAnswer::status(501), ErrorCode::Unreadable, "501", 1);
        row("asked too often", HttpAnswer::status(429), ErrorCode::Unreadable, "429", 4);
        row("come back tomorrow", HttpAnswer::status(503, "Retry-After: 86400\r\n"), ErrorCode::Unreadable,
            "1440 minute", 1);
        row("a long page about an error", HttpAnswer::status(404, {}, QByteArray(3'000'000, 'x')), ErrorCode::Missing,
            "404", 1);
        row("round and round", HttpAnswer::redirect("/"), ErrorCode::Unreadable, "without end", 6);
        row("to a file", HttpAnswer::redirect("file:///etc/passwd"), ErrorCode::Unreadable, "does not go", 1);
        row("to a server that is not encrypted", HttpAnswer::redirect("http://example.org/"), ErrorCode::Unreadable,
            "does not go", 1);
        row("with a password", HttpAnswer::redirect("https://a:b@example.org/"), ErrorCode::Unreadable, "does not go",
            1);
        row("nowhere", HttpAnswer::status(302), ErrorCode::Unreadable, "302", 1);
        row("silence", {}, ErrorCode::Unreadable, "says nothing", 4);
        row("no HTTP", {.bytes = "hello\r\n\r\n", .hangUp = true}, ErrorCode::Unreadable, "127.0.0.1", 0);
        row("nothing in it", HttpAnswer::ok({}), ErrorCode::Unreadable, "nothing", 1);
        row("a page", HttpAnswer::ok("<!DOCTYPE html><title>Log in</title>", {}, "text/html"), ErrorCode::Unreadable,
            "page for people", 1);
        row("a page that says it is JSON",
            HttpAnswer::ok("\xEF\xBB\xBF\n <?xml version=\"1.0\"?><!-- x --><HTML lang=\"fr\">", {},
                           "application/json"),
            ErrorCode::Unreadable, "page for people", 1);
        row("a part that nobody asked for", HttpAnswer::status(206, "Content-Range: bytes 5-9/10\r\n", "12345"),
            ErrorCode::Unreadable, "contradicts", 4);
    }
    void troubleIsAnError()
    {
        QFETCH(HttpAnswer, answer);
        QFETCH(int, code);
        QFETCH(QString, reason);
        QFETCH(int, asked);
        const HttpServerThread server([&](const HttpRequest &) { return answer; });
        const auto fetched = get(server.url());
        QVERIFY(!fetched);
        QVERIFY2(fetched.error().message.contains(reason), qPrintable(fetched.error().message));
        QVERIFY(fetched.error().message.contains(QStringLiteral("127.0.0.1")));
        QCOMPARE(static_cast<int>(fetched.error().code), code);
        if (asked > 0)
            QCOMPARE(server.requests().size(), asked);
        QCOMPARE(cached(), QStringList());
    }

    void whatWasThereStaysWhenTheNewOneIsBad()
    {
        std::atomic<bool> bad = false;
        const HttpServerThread server(
            [&](const HttpRequest &) { return HttpAnswer::ok(bad ? QByteArray("<html>busy</html>") : kData); });
        const auto good = get(server.url());
        QVERIFY(good);
        bad = true;
        QVERIFY(!get(server.url()));
        QCOMPARE(bytesOf(good->path), kData);
        QCOMPARE(cached().size(), 1);
    }

    void addressesThatAreNotAsked_data()
    {
        QTest::addColumn<QString>("address");
        for (const char *address :
             {"http://example.org/labs.json", "ftp://example.org/labs.json", "file:///etc/passwd",
              "https://user:word@example.org/", "https:///labs.json", "labs.json", "", "http://127.0.0.1.example.org/"})
            QTest::newRow(address) << QString::fromLatin1(address);
    }
    void addressesThatAreNotAsked()
    {
        QFETCH(QString, address);
        const auto fetched = get(QUrl(address));
        QVERIFY(!fetched);
        QCOMPARE(fetched.error().code, ErrorCode::Usage);
        QVERIFY(!QDir(m_folder->filePath(QStringLiteral("cache"))).exists());
    }

    void anEncryptedAddressDoesNotLeadToAPlainOne()
    {
        // Our server speaks no TLS: the rule is asked for itself.
        QVERIFY(checkAddress(QUrl(QStringLiteral("https://example.org/labs.json"))));
        QVERIFY(checkAddress(QUrl(QStringLiteral("http://[::1]:80/labs.json"))));
        QVERIFY(leadsOn(QUrl(QStringLiteral("https://a.org/x")), QUrl(QStringLiteral("https://b.org/x"))));
        QVERIFY(leadsOn(QUrl(QStringLiteral("http://127.0.0.1/x")), QUrl(QStringLiteral("https://b.org/x"))));
        QVERIFY(!leadsOn(QUrl(QStringLiteral("https://a.org/x")), QUrl(QStringLiteral("http://127.0.0.1/x"))));
        QVERIFY(!leadsOn(QUrl(QStringLiteral("https://a.org/x")), QUrl(QStringLiteral("http://a.org/x"))));
        QVERIFY(!leadsOn(QUrl(QStringLiteral("https://a.org/x")), QUrl(QStringLiteral("file:///x"))));
    }

    /// Over HTTPS, with keys made for this test: refused while nobody vouches for them, read once somebody does.
    void onlyACertificateThatIsTrustedWillDo()
    {
        const QByteArray folder = QByteArrayLiteral(REPERE_TEST_DATA "/tls/");
        QSslConfiguration own = QSslConfiguration::defaultConfiguration();
        own.setLocalCertificateChain(QSslCertificate::fromPath(QString::fromLatin1(folder + "localhost.crt")));
        own.setPrivateKey(QSslKey(bytesOf(QString::fromLatin1(folder + "localhost.key")), QSsl::Ec));
        QCOMPARE(own.localCertificateChain().size(), 1);
        QVERIFY(!own.privateKey().isNull());
        QSslServer server; // fetch() runs the events of this thread meanwhile
        server.setSslConfiguration(own);
        QVERIFY(server.listen(QHostAddress::LocalHost));
        connect(&server, &QSslServer::pendingConnectionAvailable, this, [&server] {
            QTcpSocket *socket = server.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [socket] {
                if (!socket->readAll().contains("\r\n\r\n"))
                    return;
                socket->write(HttpAnswer::ok(kData).bytes);
                socket->disconnectFromHost();
            });
        });
        const QUrl address(QStringLiteral("https://127.0.0.1:%1/lieux.csv").arg(server.serverPort()));
        JobContext job;
        const auto refused = fetch(request(address), job);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Unreadable);
        QVERIFY2(refused.error().message.contains(QStringLiteral("the certificate of this server is not trusted")),
                 qPrintable(refused.error().message));
        QVERIFY(QDir(m_folder->path()).isEmpty(QDir::Files)); // nothing was kept

        const QSslConfiguration before = QSslConfiguration::defaultConfiguration();
        QSslConfiguration trusting = before;
        trusting.addCaCertificate(own.localCertificate());
        QSslConfiguration::setDefaultConfiguration(trusting);
        const auto fetched = fetch(request(address), job);
        QSslConfiguration::setDefaultConfiguration(before);
        QVERIFY2(fetched, fetched ? "" : qPrintable(fetched.error().message));
        QCOMPARE(bytesOf(fetched->path), kData);
    }

    void aTroubleThatPassesIsWaitedFor()
    {
        std::atomic<int> number = 0;
        const HttpServerThread server([&](const HttpRequest &) {
            switch (number++) {
            case 0: return HttpAnswer::status(500);
            case 1: return HttpAnswer::status(503, "Retry-After: 0\r\n");
            default: return HttpAnswer::ok(kData);
            }
        });
        const auto fetched = get(server.url());
        QVERIFY2(fetched, fetched ? "" : qPrintable(fetched.error().message));
        QCOMPARE(bytesOf(fetched->path), kData);
        QCOMPARE(server.requests().size(), 3);
    }

    void aServerSaysWhenToComeBack()
    {
        std::atomic<int> number = 0;
        const HttpServerThread server([&](const HttpRequest &) {
            return number++ == 0 ? HttpAnswer::status(429, "Retry-After: 1\r\n") : HttpAnswer::ok(kData);
        });
        QElapsedTimer timer;
        timer.start();
        QVERIFY(get(server.url()));
        QVERIFY2(timer.elapsed() >= 900, qPrintable(QString::number(timer.elapsed())));
    }

    void retryAfterIsRead_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<int>("seconds");
        QTest::newRow("seconds") << QByteArray(" 120 ") << 120;
        QTest::newRow("now") << QByteArray("0") << 0;
        QTest::newRow("a date") << QByteArray("Tue, 03 Nov 2026 10:01:00 GMT") << 60;
        QTest::newRow("a date that is over") << QByteArray("Tue, 03 Nov 2026 09:00:00 GMT") << 0;
        QTest::newRow("nothing") << QByteArray() << -1;
        QTest::newRow("less than nothing") << QByteArray("-5") << -1;
        QTest::newRow("words") << QByteArray("soon") << -1;
    }
    void retryAfterIsRead()
    {
        QFETCH(QByteArray, header);
        QFETCH(int, seconds);
        const qint64 now = QDateTime(QDate(2026, 11, 3), QTime(10, 0), QTimeZone::UTC).toSecsSinceEpoch();
        const auto pause = retryAfter(header, now);
        QCOMPARE(pause.has_value(), seconds >= 0);
        if (pause)
            QCOMPARE(*pause, std::chrono::milliseconds(std::chrono::seconds(seconds)));
    }

    void whatComesInChunksIsRead_data()
    {
        QTest::addColumn<QByteArray>("headers");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("endIsSure");
        QTest::newRow("plain") << QByteArray() << kData << false;
        QTest::newRow("packed") << QByteArray("Content-Encoding: gzip\r\n") << gzipped(kData) << true;
    }
    void whatComesInChunksIsRead()
    {
        QFETCH(QByteArray, headers);
        QFETCH(QByteArray, body);
        QFETCH(bool, endIsSure);
        // Without a length: RFC 9112, section 7.1.
        QByteArray chunks;
        for (qsizetype i = 0; i < body.size(); i += 10) {
            const QByteArray part = body.sliced(i, std::min<qsizetype>(10, body.size() - i));
            chunks += QByteArray::number(part.size(), 16) + "\r\n" + part + "\r\n";
        }
        std::atomic<bool> cut = false;
        const HttpServerThread server([&](const HttpRequest &) {
            return HttpAnswer{.bytes = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nETag: \"v1\"\r\n" + headers
                                       + "\r\n" + (cut ? chunks.chopped(9) : chunks + "0\r\n\r\n"),
                              .hangUp = true};
        });
        QCOMPARE(bytesOf(get(server.url())->path), kData);
        cut = true;
        QVERIFY(!get(server.url()) || !endIsSure); // Qt tells the break of a plain one now and then
        QVERIFY(!get(server.url()) || !endIsSure);
        // What may be cut is never called unchanged.
        const QByteArray asked = server.requests().back().header("If-None-Match");
        QVERIFY(endIsSure || asked.isEmpty());
    }

    void tooLargeIsRefused_data()
    {
        QTest::addColumn<QByteArray>("headers");
        QTest::addColumn<QByteArray>("body");
        const QByteArray large(200'000, '\n');
        QTest::newRow("and says so") << QByteArray("Content-Length: 200000\r\n") << large;
        QTest::newRow("without saying how large") << QByteArray() << large;
        QTest::newRow("packed small") << QByteArray("Content-Encoding: gzip\r\n") << gzipped(large);
    }
    void tooLargeIsRefused()
    {
        QFETCH(QByteArray, headers);
        QFETCH(QByteArray, body);
        const HttpServerThread server([&](const HttpRequest &) {
            return HttpAnswer{.bytes = "HTTP/1.1 200 OK\r\nConnection: close\r\n" + headers + "\r\n" + body,
                              .hangUp = true};
        });
        FetchRequest wanted = request(server.url());
        wanted.mostBytes = 100'000;
        JobContext job;
        const auto fetched = fetch(wanted, job);
        QVERIFY(!fetched);
        QVERIFY2(fetched.error().message.contains(QStringLiteral("larger")), qPrintable(fetched.error().message));
        QCOMPARE(cached(), QStringList());
    }

    void aSlowServerIsWaitedForAndCanBeLeft()
    {
        const HttpServerThread server([&](const HttpRequest &asked) {
            HttpAnswer answer = HttpAnswer::ok(kData, "ETag: \"v1\"\r\n");
            if (asked.header("Range").isEmpty()) {
                answer.dripMilliseconds = 60;
                answer.dripFrom = answer.bytes.size() - 30; // two seconds more
            } else {
                const qsizetype from = asked.header("Range").sliced(6).chopped(1).toLongLong();
                answer = HttpAnswer::status(206, "Content-Range: bytes " + QByteArray::number(from) + "-44/45\r\n",
                                            kData.sliced(from));
            }
            return answer;
        });
        JobContext *running = nullptr;
        JobContext job([&running](double fraction) {
            if (fraction > 0.4)
                running->cancel();
        });
        running = &job;
        QElapsedTimer timer;
        timer.start();
        const auto left = fetch(request(server.url()), job);
        QVERIFY(!left);
        QCOMPARE(left.error().code, ErrorCode::Cancelled);
        QVERIFY2(timer.elapsed() < 1500, qPrintable(QString::number(timer.elapsed())));
        // What came is not asked for again.
        const auto fetched = get(server.url());
        QVERIFY2(fetched, fetched ? "" : qPrintable(fetched.error().message));
        QCOMPARE(bytesOf(fetched->path), kData);
        QVERIFY(!server.requests().back().header("Range").isEmpty());
    }

    void aPauseCanBeLeft()
    {
        const HttpServerThread server(
            [](const HttpRequest &) { return HttpAnswer::status(503, "Retry-After: 1\r\n"); });
        JobContext job;
        job.cancel();
        QElapsedTimer timer;
        timer.start();
        const auto fetched = fetch(request(server.url()), job);
        QVERIFY(!fetched);
        QCOMPARE(fetched.error().code, ErrorCode::Cancelled);
        QVERIFY(timer.elapsed() < 900);
    }

    void aFolderThatCannotBeMadeIsSaid()
    {
        const HttpServerThread server([](const HttpRequest &) { return HttpAnswer::ok(kData); });
        QFile inTheWay(m_folder->filePath(QStringLiteral("cache")));
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        const auto fetched = get(server.url());
        QVERIFY(!fetched);
        QCOMPARE(fetched.error().code, ErrorCode::Unwritable);
        QVERIFY(server.requests().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestFetch)
#include "test_fetch.moc"
