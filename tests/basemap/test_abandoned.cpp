// Painting that nobody waits for any more: the ground changes, the view moves, the service goes, a poster is cancelled, each
// at a random moment while the workers paint.
#include "basemap/poster.h"
#include "basemap/support/ground_service.h"
#include "support/random_cancel.h"

#include <QDir>
#include <QRandomGenerator>

using namespace repere;
using namespace repere::basemap;

class TestAbandoned : public QObject
{
    Q_OBJECT

    std::shared_ptr<const MapPainter> m_painter;

private slots:
    void initTestCase()
    {
        const auto loaded = MapPainter::load(QStringLiteral(REPERE_SOURCE_DATA));
        QVERIFY(loaded);
        m_painter = *loaded;
    }

    void services()
    {
        QRandomGenerator random(2026);
        QNetworkAccessManager network;
        int answered = 0;
        for (int round = 0; round < testing::cancelRounds(15); ++round) {
            const QTemporaryDir folder;
            auto service = std::make_unique<TileService>(
                m_painter, TileService::Options{.cacheFolder = folder.path(),
                                                .now = {},
                                                .providerPatience = std::chrono::seconds(1),
                                                .providerSlow = std::chrono::seconds(1)});
            QVERIFY(service->start());
            std::vector<std::unique_ptr<QNetworkReply>> replies;
            for (int tile = 0; tile < 12; ++tile) {
                const int z = 5 + random.bounded(5);
                const QString name = QStringLiteral("%1/%2/%3.png")
                                         .arg(z)
                                         .arg((1 << z) / 2 + random.bounded(4))
                                         .arg((1 << z) * 11 / 32 + random.bounded(4));
                const Theme theme = random.bounded(2) == 0 ? Theme::Light : Theme::Dark;
                replies.emplace_back(
                    network.get(QNetworkRequest(QUrl(service->customHost(theme, 1).toString() + name))));
                if (random.bounded(3) == 0)
                    service->setView({-2, 45, 3, 48}, z);
                if (random.bounded(8) == 0)
                    replies.back()->abort();
                if (random.bounded(10) == 0)
                    service->showPainted(); // those asked for are gone
            }
            QTest::qWait(random.bounded(400));
            service.reset();
            QTest::qWait(5);
            answered += static_cast<int>(std::ranges::count_if(replies, [](const auto &reply) {
                return reply->isFinished() && reply->error() == QNetworkReply::NoError;
            }));
        }
        qInfo("%d tiles came", answered);
    }

    void posters()
    {
        PosterRequest poster;
        poster.sheet = {.paper = QPageSize::A4, .landscape = true};
        poster.picture.view = MapView::fitting(GeoBox{-5.2, 47.2, -1.0, 48.9}, poster.sheet.mapRect().size());
        poster.heading = QStringLiteral("Bretagne");
        poster.dpi = 75;
        testing::RandomCancel random(2026);
        for (const char *extension : {"png", "svg", "pdf"}) {
            for (int round = 0; round <= testing::cancelRounds(8) / 2; ++round) {
                const QTemporaryDir folder;
                const QString path = folder.filePath(QStringLiteral("poster.") + QString::fromLatin1(extension));
                const auto written =
                    random.run<void>([&](JobContext &job) { return writePoster(path, *m_painter, poster, job); });
                QVERIFY(written || written.error().code == ErrorCode::Cancelled);
                // Whole, or not there; nothing half beside it.
                QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), written ? 1 : 0);
            }
        }
        QVERIFY(random.cancelled() > 0);
    }
};

QTEST_MAIN(TestAbandoned)
#include "test_abandoned.moc"
