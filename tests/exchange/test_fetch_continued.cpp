// What a broken transfer, a changed file and a packed one come to, against a server of ours.
#include "exchange/support/fetching.h"

#include <QTest>

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

class TestFetchContinued : public testing::FetchTest
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void aTransferThatBreaksIsContinued()
    {
        QByteArray data;
        for (int i = 0; i < 20'000; ++i)
            data += QByteArray::number(i) + ";Fablab\n";
        const HttpServerThread server([&](const HttpRequest &asked) {
            const QByteArray range = asked.header("Range");
            if (range.isEmpty()) {
                HttpAnswer answer = HttpAnswer::ok(data, "ETag: \"v1\"\r\n");
                answer.bytes.chop(data.size() / 2);
                answer.hangUp = true;
                return answer;
            }
            const qsizetype from = range.sliced(6).chopped(1).toLongLong();
            return HttpAnswer::status(206,
                                      "ETag: \"v1\"\r\nContent-Range: bytes " + QByteArray::number(from) + '-'
                                          + QByteArray::number(data.size() - 1) + '/' + QByteArray::number(data.size())
                                          + "\r\n",
                                      data.sliced(from));
        });
        const auto fetched = get(server.url());
        QVERIFY2(fetched, fetched ? "" : qPrintable(fetched.error().message));
        const QByteArray came = bytesOf(fetched->path);
        QCOMPARE(came.size(), data.size());
        QVERIFY(came == data);
        const HttpRequest second = server.requests().back(); // Qt may have asked for the whole twice itself
        QCOMPARE(second.header("If-Range"), QByteArray("\"v1\""));
        QCOMPARE(second.header("Range"), "bytes=" + QByteArray::number(data.size() - data.size() / 2) + '-');
        QCOMPARE(second.header("Accept-Encoding"), QByteArray("identity")); // the first one was not packed
        // Its version is known, too.
        QVERIFY(get(server.url()));
        const auto askedForNews = [](const HttpRequest &asked) { return asked.header("If-None-Match") == "\"v1\""; };
        QVERIFY(std::ranges::any_of(server.requests(), askedForNews));
    }

    void aChangedFileBeginsAnew()
    {
        std::atomic<int> number = 0;
        const HttpServerThread server([&](const HttpRequest &) {
            if (number++ == 0) {
                HttpAnswer answer = HttpAnswer::ok(QByteArray(5000, 'x'), "ETag: \"v1\"\r\n");
                answer.bytes.chop(1000);
                answer.hangUp = true;
                return answer;
            }
            return HttpAnswer::ok(kData, "ETag: \"v2\"\r\n"); // the whole, for it is another one
        });
        QCOMPARE(bytesOf(get(server.url())->path), kData);
    }

    void aPartThatDoesNotFitIsDropped()
    {
        std::atomic<int> number = 0;
        const HttpServerThread server([&](const HttpRequest &asked) {
            if (number++ == 0) {
                HttpAnswer answer = HttpAnswer::ok(QByteArray(5000, 'x'), "ETag: \"v1\"\r\n");
                answer.bytes.chop(1000);
                answer.hangUp = true;
                return answer;
            }
            return asked.header("Range").isEmpty() ? HttpAnswer::ok(kData) : HttpAnswer::status(416);
        });
        QCOMPARE(bytesOf(get(server.url())->path), kData);
        QCOMPARE(server.requests().size(), 3);
    }

    void whatHasNoVersionIsNotContinued()
    {
        std::atomic<int> number = 0;
        const HttpServerThread server([&](const HttpRequest &) {
            HttpAnswer answer = HttpAnswer::ok(kData, "ETag: W/\"v1\"\r\n"); // a weak one tells no bytes apart
            if (number++ == 0) {
                answer.bytes.chop(10);
                answer.hangUp = true;
            }
            return answer;
        });
        QCOMPARE(bytesOf(get(server.url())->path), kData);
        QVERIFY(server.requests().back().header("Range").isEmpty());
    }

    void whatWasPackedIsUnpacked_data()
    {
        QTest::addColumn<QByteArray>("packed");
        QTest::newRow("in one") << gzipped(kData);
        QTest::newRow("in two that follow each other") << gzipped(kData.first(20)) + gzipped(kData.sliced(20));
    }
    void whatWasPackedIsUnpacked()
    {
        QFETCH(QByteArray, packed);
        const HttpServerThread server([&](const HttpRequest &asked) {
            return asked.header("Accept-Encoding").contains("gzip")
                       ? HttpAnswer::ok(packed, "Content-Encoding: gzip\r\n")
                       : HttpAnswer::ok("?");
        });
        const auto fetched = get(server.url());
        QVERIFY2(fetched, fetched ? "" : qPrintable(fetched.error().message));
        QCOMPARE(bytesOf(fetched->path), kData);
    }

    void whatWasPackedAndBreaksIsContinued()
    {
        QByteArray data;
        for (int i = 0; i < 20'000; ++i)
            data += QByteArray::number(i * 7919 % 100'003) + ";Fablab\n";
        const HttpServerThread server([&](const HttpRequest &asked) {
            HttpAnswer answer = HttpAnswer::ok(gzipped(data), "Content-Encoding: gzip\r\nETag: \"v1\"\r\n");
            answer.hangUp = true;
            if (asked.header("Range").isEmpty()) {
                answer.bytes.chop(5000);
            } else {
                const qsizetype from = asked.header("Range").sliced(6).chopped(1).toLongLong();
                const QByteArray packed = gzipped(data);
                answer = HttpAnswer::status(206,
                                            "Content-Encoding: gzip\r\nContent-Range: bytes " + QByteArray::number(from)
                                                + '-' + QByteArray::number(packed.size() - 1) + "/*\r\n",
                                            packed.sliced(from));
            }
            return answer;
        });
        const auto fetched = get(server.url());
        QVERIFY2(fetched, fetched ? "" : qPrintable(fetched.error().message));
        QVERIFY(bytesOf(fetched->path) == data);
        QCOMPARE(cached().size(), 1);
        for (const HttpRequest &asked : server.requests())
            QCOMPARE(asked.header("Accept-Encoding"), QByteArray("gzip")); // parts of one file
    }

    void whatWasPackedAndIsCutIsNoFile_data()
    {
        QTest::addColumn<QByteArray>("packed");
        const QByteArray whole = gzipped(kData);
        QTest::newRow("without its end") << whole.chopped(8);
        QTest::newRow("without a byte") << whole.chopped(1);
        QTest::newRow("a head") << whole.first(5);
        QTest::newRow("another sum") << QByteArray(whole).replace(whole.size() - 8, 1, "?");
        QTest::newRow("not packed at all") << kData;
        QTest::newRow("more behind it") << whole + "x";
    }
    void whatWasPackedAndIsCutIsNoFile()
    {
        QFETCH(QByteArray, packed);
        const HttpServerThread server(
            [&](const HttpRequest &) { return HttpAnswer::ok(packed, "Content-Encoding: gzip\r\n"); });
        const auto fetched = get(server.url());
        QVERIFY(!fetched);
        QCOMPARE(fetched.error().code, ErrorCode::Unreadable);
        QCOMPARE(cached(), QStringList());
    }
};

QTEST_GUILESS_MAIN(TestFetchContinued)
#include "test_fetch_continued.moc"
