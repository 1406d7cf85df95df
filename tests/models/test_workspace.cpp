#include "models/support/sample_directory.h"

#include <QFile>

using namespace repere;
using testing::SampleWorkspace;

class TestWorkspace : public QObject
{
    Q_OBJECT

private slots:
    void theNewestQuestionWins()
    {
        SampleWorkspace sample;
        QSignalSpy answers(&sample.workspace, &models::Workspace::resultChanged);
        for (const char16_t *text : {u"a", u"at", u"ate", u"atelier 1", u"zeste"}) {
            Filter filter;
            filter.text = QString(text);
            sample.workspace.setFilter(filter);
        }
        QVERIFY(sample.answered());
        QCOMPARE(sample.workspace.result()->count(), 1);
        QCOMPARE(sample.workspace.result()->at(0).name, QStringLiteral("Zeste"));
        // Older questions bring no answer once a newer one was asked.
        QCOMPARE(answers.count(), 1);
    }

    void sortsWithoutAskingTwice()
    {
        SampleWorkspace sample;
        QCOMPARE(sample.workspace.result()->at(0).name, QStringLiteral("Atelier 2")); // before Atelier 10
        QSignalSpy answers(&sample.workspace, &models::Workspace::resultChanged);
        sample.workspace.setSort(SortKey::Name, SortOrder::Descending);
        QVERIFY(answers.wait());
        QCOMPARE(sample.workspace.result()->at(0).name, QStringLiteral("Zeste"));
    }

    void aPlaceToMeasureFromOrdersByDistance()
    {
        SampleWorkspace sample;
        QSignalSpy answers(&sample.workspace, &models::Workspace::resultChanged);
        Filter filter;
        filter.near = Near{{48.1, -1.68}, 0, QStringLiteral("Rennes")};
        QVERIFY(sample.filter(filter));
        QCOMPARE(sample.workspace.sortKey(), SortKey::Distance);
        QCOMPARE(sample.workspace.result()->at(0).name, QStringLiteral("Zeste"));
        sample.workspace.setSort(SortKey::Name, SortOrder::Descending);
        filter.near->radiusMetres = 500'000; // a person's own order stays
        QVERIFY(sample.filter(filter));
        QCOMPARE(sample.workspace.sortKey(), SortKey::Name);
        sample.workspace.setSort(SortKey::Distance, SortOrder::Ascending);
        QVERIFY(sample.filter({}));
        QCOMPARE(sample.workspace.sortKey(), SortKey::Name);
        QCOMPARE(answers.count(), 3);
    }

    void anAnswerNeedsALivingReceiver()
    {
        SampleWorkspace sample;
        bool called = false;
        auto receiver = std::make_unique<QObject>();
        sample.workspace.ask<int>(
            receiver.get(), [](directory::Directory &) { return 1; }, [&](int) { called = true; });
        receiver.reset();
        int later = 0;
        sample.workspace.ask<int>(this, [](directory::Directory &) { return 2; }, [&](int value) { later = value; });
        QTRY_COMPARE(later, 2);
        QVERIFY(!called);
    }

    void anEditComesBackAsAChange()
    {
        SampleWorkspace sample;
        QSignalSpy changed(&sample.workspace, &models::Workspace::directoryChanged);
        const AtelierId id = sample.idOf(QStringLiteral("LOL"));
        sample.workspace.ask<bool>(
            this, [id](directory::Directory &directory) { return directory.remove({id}).has_value(); },
            [&](bool removed) {
                QVERIFY(removed);
                sample.workspace.refresh();
            });
        QTRY_COMPARE(sample.workspace.result()->count(), 6);
        QCOMPARE(changed.count(), 1);
    }

    void aChangeIsSeenAlsoWhenWhoeverMadeItIsGone()
    {
        SampleWorkspace sample;
        const AtelierId id = sample.idOf(QStringLiteral("LOL"));
        auto dialog = std::make_unique<QObject>();
        sample.workspace.ask<bool>(
            dialog.get(), [id](directory::Directory &directory) { return directory.remove({id}).has_value(); },
            [](bool) {});
        dialog.reset();
        QTRY_COMPARE(sample.workspace.result()->count(), 6);
    }

    void aFileThatIsNoneLeavesTheFormerOne()
    {
        SampleWorkspace sample;
        const QString path = sample.workspace.path();
        QSignalSpy failed(&sample.workspace, &models::Workspace::failed);
        sample.workspace.open(
            {.path = sample.folder.filePath(QStringLiteral("none.gpkg")), .mode = store::OpenMode::ReadWrite});
        QVERIFY(failed.wait());
        QCOMPARE(sample.workspace.path(), path);
        QCOMPARE(sample.workspace.result()->count(), 7);
    }

    void changesOfAnotherProgramAreSeen()
    {
        SampleWorkspace sample;
        QSignalSpy others(&sample.workspace, &models::Workspace::changedByOthers);
        auto other = directory::Directory::open({.path = sample.workspace.path()}, testing::shippedKnowledge(),
                                                testing::stillClock());
        QVERIFY(other);
        QVERIFY((*other)->remove({sample.idOf(QStringLiteral("LOL"))}));
        QVERIFY(others.wait(10'000));
        QTRY_COMPARE(sample.workspace.result()->count(), 6);
    }

    void endsCleanlyWithWorkInTheQueue()
    {
        SampleWorkspace sample;
        for (int i = 0; i < 50; ++i) {
            Filter filter;
            filter.text = QString::number(i);
            sample.workspace.setFilter(filter);
        }
        // The destructor waits for the question in hand and drops the others.
    }
};

QTEST_GUILESS_MAIN(TestWorkspace)
#include "test_workspace.moc"
