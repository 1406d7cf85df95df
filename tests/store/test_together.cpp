// Several stores that see one moment of a file, and ranges of ids.
#include "support/sample.h"

#include <QTemporaryDir>

#include <atomic>
#include <thread>

using namespace repere;
using namespace repere::store;
using namespace Qt::StringLiterals;

class TestTogether : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder{sample::quickFolder()};

    static ChangeSet added(int count, quint32 seed)
    {
        QRandomGenerator random(seed);
        ChangeSet changes;
        for (int i = 0; i < count; ++i)
            changes.inserts.push_back(sample::randomAtelier(random));
        return changes;
    }
    QString newFile(const QString &name) const
    {
        const QString path = m_folder.filePath(name);
        auto store = sample::open(path, OpenMode::Create);
        if (!store || !store->apply(sample::label(u"Add"_s), added(50, 1)))
            qFatal("no file");
        return path;
    }

private slots:
    void aRangeHoldsWhatTheWholeHolds_data()
    {
        QTest::addColumn<qint64>("first");
        QTest::addColumn<qint64>("last");
        QTest::newRow("all") << qint64{1} << qint64{50};
        QTest::newRow("the middle") << qint64{13} << qint64{37};
        QTest::newRow("one") << qint64{20} << qint64{20};
        QTest::newRow("beyond both ends") << qint64{-5} << qint64{5000};
        QTest::newRow("nothing there") << qint64{51} << qint64{60};
        QTest::newRow("turned round") << qint64{20} << qint64{10};
    }
    void aRangeHoldsWhatTheWholeHolds()
    {
        QFETCH(const qint64, first);
        QFETCH(const qint64, last);
        const QString path = newFile(QString::fromLatin1(QTest::currentDataTag()) + u".gpkg"_s);
        auto store = sample::open(path);
        ChangeSet gaps;
        gaps.removals = {14, 15, 50};
        VERIFY_RESULT(store->apply(sample::label(u"Remove"_s), gaps));
        for (const bool details : {false, true}) {
            std::vector<Atelier> expected;
            VERIFY_RESULT(store->forEach(details, [&](const Atelier &atelier) {
                if (atelier.id >= first && atelier.id <= last)
                    expected.push_back(atelier);
                return true;
            }));
            std::vector<Atelier> found;
            VERIFY_RESULT(store->forEach(details, IdRange{.first = first, .last = last},
                                         [&](Atelier &&atelier) { found.push_back(std::move(atelier)); }));
            QCOMPARE(found.size(), expected.size());
            QVERIFY(found == expected); // provenance too
        }
        const auto range = store->idRange();
        VERIFY_RESULT(range);
        QCOMPARE(range->first, 1);
        QCOMPARE(range->last, 49);
    }

    void anEmptyFileHasNoRange()
    {
        const auto store = sample::open(m_folder.filePath(u"empty.gpkg"_s), OpenMode::Create);
        const auto range = store->idRange();
        VERIFY_RESULT(range);
        QVERIFY(range->isEmpty());
    }

    void allGoOnSeeingOneMoment()
    {
        const QString path = newFile(u"moment.gpkg"_s);
        auto writer = sample::open(path);
        const auto stores = Store::openTogether(path, 3, sample::compounds());
        VERIFY_RESULT(stores);
        QCOMPARE(stores->size(), 3U);
        VERIFY_RESULT(writer->apply(sample::label(u"More"_s), added(7, 2)));
        QCOMPARE(*writer->count(), 57);
        for (const auto &store : *stores)
            QCOMPARE(*store->count(), 50);
        const auto later = Store::openTogether(path, 2, sample::compounds());
        VERIFY_RESULT(later);
        QCOMPARE(*(*later)[1]->count(), 57);
    }

    void oneMomentAlsoWhileAnotherWrites()
    {
        const QString path = newFile(u"busy.gpkg"_s);
        std::atomic<bool> enough = false;
        std::atomic<int> written = 0;
        std::jthread others([&] {
            auto writer = sample::open(path);
            for (quint32 seed = 10; !enough; ++seed) {
                if (writer->apply(sample::label(u"More"_s), added(1, seed)))
                    ++written;
            }
        });
        int several = 0;
        for (int round = 0; round < 40; ++round) {
            const auto stores = Store::openTogether(path, 3, sample::compounds());
            VERIFY_RESULT(stores);
            several += stores->size() > 1 ? 1 : 0;
            const auto count = stores->front()->count();
            VERIFY_RESULT(count);
            for (const auto &store : *stores)
                QCOMPARE(*store->count(), *count);
        }
        enough = true;
        QVERIFY(written > 0);
        QVERIFY(several > 0);
    }

    void aMissingFileIsNamed()
    {
        const QString path = m_folder.filePath(u"nowhere.gpkg"_s);
        const auto stores = Store::openTogether(path, 2, sample::compounds());
        QVERIFY(!stores);
        QCOMPARE(stores.error().code, ErrorCode::Missing);
    }
};

QTEST_GUILESS_MAIN(TestTogether)
#include "test_together.moc"
