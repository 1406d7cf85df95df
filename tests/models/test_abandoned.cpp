// The window shut in the middle of its work: opening, searching, importing, computing layers. Nothing of it hangs, nothing
// touches what is gone, and the file is as it was or as the work would have left it.
#include "models/map_layers.h"
#include "models/support/sample_directory.h"
#include "support/random_cancel.h"

#include <QFile>
#include <QThreadPool>

#include <atomic>

using namespace repere;
using namespace Qt::StringLiterals;
using testing::shippedKnowledge;
using testing::stillClock;

class TestAbandoned : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_base;
    QString m_list;

    static int placesIn(const QString &path)
    {
        const auto opened =
            directory::Directory::open({path, store::OpenMode::ReadOnly, false}, shippedKnowledge(), stillClock());
        if (!opened)
            qFatal("%s", qPrintable(opened.error().message));
        return (*(*opened)->search({}))->count();
    }

private slots:
    void initTestCase()
    {
        m_base = m_folder.filePath(u"base.gpkg"_s);
        QVERIFY(directory::Directory::open({m_base, store::OpenMode::Create, true}, shippedKnowledge(), stillClock()));
        m_list = m_folder.filePath(u"list.csv"_s);
        QFile list(m_list);
        QVERIFY(list.open(QIODevice::WriteOnly));
        list.write("name,city,postcode,equipment\n");
        for (int i = 0; i < 300; ++i)
            list.write("Lieu " + QByteArray::number(i * 7919) + ",Murat,15300,laser\n");
    }

    void atAnyMoment()
    {
        QRandomGenerator random(2026);
        const int before = placesIn(m_base);
        int left = 0;
        int whole = 0;
        int descriptors = 0;
        for (int round = 0; round < testing::cancelRounds(15); ++round) {
            const QString file = m_folder.filePath(u"file%1.gpkg"_s.arg(round));
            QVERIFY(QFile::copy(m_base, file));
            auto job = std::make_shared<JobContext>();
            std::atomic<bool> imported = false;
            {
                models::Workspace workspace(shippedKnowledge(), stillClock());
                models::MapLayers layers(workspace, models::Words(shippedKnowledge(), true));
                QObject receiver;
                workspace.open({.path = file, .mode = store::OpenMode::ReadWrite, .seed = false});
                if (random.bounded(4) > 0)
                    QVERIFY(QTest::qWaitFor([&] { return workspace.result() != nullptr; }, 30'000));
                models::LayerSettings settings;
                settings.kind = random.bounded(2) == 0 ? models::LayerSettings::Kind::Uncovered
                                                       : models::LayerSettings::Kind::Territories;
                layers.setSettings(settings);
                workspace.ask<bool>(
                    &receiver,
                    [job, list = m_list, &imported](directory::Directory &directory) {
                        imported = directory.import({.files = {list}, .sourceName = u"Liste"_s}, *job).has_value();
                        return imported.load();
                    },
                    [](bool) {});
                for (const char16_t *text : {u"l", u"la", u"las"}) {
                    Filter filter;
                    filter.text = QString::fromUtf16(text);
                    workspace.setFilter(filter);
                }
                // Shut now, or while the import runs.
                if (random.bounded(5) > 0)
                    QTest::qWait(random.bounded(120));
                if (random.bounded(3) > 0)
                    job->cancel();
            }
            QThreadPool::globalInstance()->waitForDone();
            const int after = placesIn(file);
            QCOMPARE(after > before, imported.load());
            ++(imported ? whole : left);
            QVERIFY(QFile::remove(file));
            if (round == 2)
                descriptors = testing::openFiles();
            else if (round > 2)
                QCOMPARE(testing::openFiles(), descriptors);
        }
        qInfo("%d left as they were, %d imported", left, whole);
        QVERIFY(left > 0);
    }
};

QTEST_GUILESS_MAIN(TestAbandoned)
#include "test_abandoned.moc"
