// Reading ahead in a thread: order, bound, errors after what came before them, and leaving early.
#include "core/read_ahead.h"

#include <QTest>

#include <atomic>
#include <stdexcept>

using repere::Error;
using repere::ErrorCode;
using repere::ReadAhead;
using repere::Result;
using Given = Result<std::optional<int>>;

class TestReadAhead : public QObject
{
    Q_OBJECT

private slots:
    void everyItemComesInOrder_data()
    {
        QTest::addColumn<int>("count");
        QTest::newRow("none") << 0;
        QTest::newRow("less than a batch") << 5;
        QTest::newRow("a batch") << 8;
        QTest::newRow("many") << 10'001;
    }
    void everyItemComesInOrder()
    {
        QFETCH(const int, count);
        int made = 0;
        ReadAhead<int> ahead([&]() -> Given { return made < count ? Given(++made) : Given(std::nullopt); },
                             {.batch = 8, .ready = 2});
        for (int i = 1; i <= count; ++i) {
            const Given item = ahead.next();
            QVERIFY(item && *item);
            QCOMPARE(**item, i);
        }
        QVERIFY(!*ahead.next());
        QVERIFY(!*ahead.next()); // and stays so
    }

    void neverFartherAheadThanTheBound()
    {
        std::atomic<int> made = 0;
        ReadAhead<int> ahead([&]() -> Given { return ++made; }, {.batch = 4, .ready = 3});
        for (int given = 1; given < 200; ++given) {
            QVERIFY(*ahead.next());
            QVERIFY2(made <= given + (3 + 2) * 4, qPrintable(QString::number(made - given)));
        }
        // Left alone, the source comes to rest.
        QTest::qWait(50);
        const int rest = made;
        QTest::qWait(50);
        QCOMPARE(made.load(), rest);
    }

    void anErrorComesAfterWhatCameBeforeIt()
    {
        int made = 0;
        ReadAhead<int> ahead(
            [&]() -> Given {
                if (++made > 10)
                    return std::unexpected(Error{ErrorCode::Unreadable, QStringLiteral("broken")});
                return made;
            },
            {.batch = 4, .ready = 2});
        for (int i = 1; i <= 10; ++i)
            QCOMPARE(**ahead.next(), i);
        const Given failed = ahead.next();
        QVERIFY(!failed);
        QCOMPARE(failed.error().message, QStringLiteral("broken"));
        QCOMPARE(made, 11); // nobody asked it again
    }

    void whatIsThrownIsThrownInTheThreadThatAsks()
    {
        int made = 0;
        ReadAhead<int> ahead([&]() -> Given {
            if (++made > 3)
                throw std::runtime_error("thrown");
            return made;
        });
        for (int i = 1; i <= 3; ++i)
            QCOMPARE(**ahead.next(), i);
        QVERIFY_THROWS_EXCEPTION(std::runtime_error, (void)ahead.next());
    }

    void leavingEarlyLetsTheRestGo()
    {
        std::atomic<int> made = 0;
        {
            ReadAhead<int> ahead([&]() -> Given { return ++made; });
            QVERIFY(*ahead.next());
        }
        const int rest = made;
        QTest::qWait(20);
        QCOMPARE(made.load(), rest); // its thread is gone
        {
            const ReadAhead<int> neverAsked([&]() -> Given { return ++made; });
        }
        QCOMPARE(made.load(), rest);
    }
};

QTEST_GUILESS_MAIN(TestReadAhead)
#include "test_read_ahead.moc"
