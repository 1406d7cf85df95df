// Pieces made in several threads: their order, the bound, errors in their place, and leaving early.
#include "core/ordered_pieces.h"

#include <QRandomGenerator>
#include <QTest>

#include <array>
#include <atomic>
#include <stdexcept>

using repere::ErrorCode;
using repere::OrderedPieces;
using repere::Result;

class TestOrderedPieces : public QObject
{
    Q_OBJECT

private slots:
    void everyPieceComesOnceInOrder_data()
    {
        QTest::addColumn<std::size_t>("count");
        QTest::addColumn<std::size_t>("workers");
        QTest::newRow("none") << std::size_t{0} << std::size_t{2};
        QTest::newRow("one, many workers") << std::size_t{1} << std::size_t{4};
        QTest::newRow("one worker") << std::size_t{300} << std::size_t{1};
        QTest::newRow("many") << std::size_t{2000} << std::size_t{5};
    }
    void everyPieceComesOnceInOrder()
    {
        QFETCH(const std::size_t, count);
        QFETCH(const std::size_t, workers);
        std::atomic<std::size_t> calls = 0;
        std::vector<std::atomic<int>> inCall(workers);
        std::atomic<bool> twiceAtOnce = false;
        OrderedPieces<std::size_t> pieces(count, workers,
                                          [&](std::size_t worker, std::size_t piece) -> Result<std::size_t> {
                                              if (++inCall[worker] != 1)
                                                  twiceAtOnce = true;
                                              ++calls;
                                              if (QRandomGenerator::global()->bounded(20) == 0)
                                                  std::this_thread::sleep_for(std::chrono::microseconds(300));
                                              --inCall[worker];
                                              return piece;
                                          });
        for (std::size_t i = 0; i < count; ++i) {
            const auto piece = pieces.next();
            QVERIFY(piece && *piece);
            QCOMPARE(**piece, i);
        }
        QVERIFY(!*pieces.next());
        QVERIFY(!*pieces.next()); // and stays so
        QCOMPARE(calls.load(), count);
        QVERIFY(!twiceAtOnce);
    }

    void neverFartherAheadThanTheBound()
    {
        constexpr std::size_t kWorkers = 3;
        std::atomic<std::size_t> made = 0;
        OrderedPieces<int> pieces(1000, kWorkers, [&](std::size_t, std::size_t) -> Result<int> { return int(++made); });
        for (std::size_t given = 0; given < 100; ++given) {
            QVERIFY(*pieces.next());
            QVERIFY2(made <= given + 1 + 3 * kWorkers, qPrintable(QString::number(made - given)));
        }
        // Left alone, the workers come to rest.
        QTRY_COMPARE(made.load(), 100 + 3 * kWorkers);
        QTest::qWait(50);
        QCOMPARE(made.load(), 100 + 3 * kWorkers);
    }

    void anErrorComesInItsPlace()
    {
        OrderedPieces<int> pieces(100, 4, [](std::size_t, std::size_t piece) -> Result<int> {
            if (piece == 7)
                return repere::failure(ErrorCode::Unreadable, QStringLiteral("seven"));
            return int(piece);
        });
        for (int i = 0; i < 7; ++i)
            QCOMPARE(**pieces.next(), i);
        const auto seventh = pieces.next();
        QVERIFY(!seventh);
        QCOMPARE(seventh.error().message, QStringLiteral("seven"));
    }

    void whatIsThrownComesInItsPlace()
    {
        OrderedPieces<int> pieces(100, 2, [](std::size_t, std::size_t piece) -> Result<int> {
            if (piece == 3)
                throw std::runtime_error("three");
            return int(piece);
        });
        for (int i = 0; i < 3; ++i)
            QCOMPARE(**pieces.next(), i);
        QVERIFY_THROWS_EXCEPTION(std::runtime_error, (void)pieces.next());
    }

    void leavingEarlyWaitsForThePiecesUnderWay()
    {
        std::atomic<int> inCall = 0;
        {
            OrderedPieces<int> pieces(1'000'000, 3, [&](std::size_t, std::size_t piece) -> Result<int> {
                ++inCall;
                std::this_thread::sleep_for(std::chrono::milliseconds(2));
                --inCall;
                return int(piece);
            });
            QVERIFY(*pieces.next());
        }
        QCOMPARE(inCall.load(), 0);
    }
};

QTEST_GUILESS_MAIN(TestOrderedPieces)
#include "test_ordered_pieces.moc"
