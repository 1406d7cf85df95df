// The dialog of a poster: what is chosen is what is painted, with the signs of the map; failures are said.
#include "basemap/map_painter.h"
#include "gui/poster_dialog.h"
#include "models/sentences.h"
#include "models/support/sample_directory.h"

#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>

using namespace repere;
using testing::SampleWorkspace;

namespace {

constexpr GeoBox kView{-3, 47, -1, 49};

struct Dialog {
    SampleWorkspace sample;
    std::shared_ptr<const basemap::MapPainter> painter = *basemap::MapPainter::load(QStringLiteral(REPERE_SOURCE_DATA));
    gui::PosterDialog dialog{sample.workspace, sample.words, painter, kView, sample.folder.path(), QDate(2026, 11, 24)};

    template <typename T> T *part(const char *name) const { return dialog.findChild<T *>(QString::fromLatin1(name)); }
    void choose(const char *box, const QString &text) const
    {
        auto *combo = part<QComboBox>(box);
        const int at = combo->findText(text);
        QVERIFY2(at >= 0, qPrintable(text));
        combo->setCurrentIndex(at);
    }
};

} // namespace

class TestPosterDialog : public QObject
{
    Q_OBJECT

private slots:
    void whatIsChosenIsPainted()
    {
        Dialog d;
        d.dialog.show();
        d.choose("paper", QStringLiteral("A3"));
        d.choose("orientation", QStringLiteral("Landscape"));
        d.choose("area", QStringLiteral("Bretagne"));
        d.choose("theme", QStringLiteral("Dark"));
        QTest::keyClicks(d.part<QLineEdit>("heading"), QStringLiteral("Nos ateliers"));
        bool overlaid = false;
        d.dialog.setLayer([&overlaid](basemap::SnapshotRequest &request) {
            request.overlay = [&overlaid](QPainter &, const basemap::MapView &) { overlaid = true; };
        });
        const basemap::PosterRequest poster = d.dialog.request();
        QCOMPARE(poster.sheet.paper, QPageSize::A3);
        QVERIFY(poster.sheet.landscape);
        QCOMPARE(poster.heading, QStringLiteral("Nos ateliers"));
        QCOMPARE(poster.date, QStringLiteral("24/11/2026"));
        QCOMPARE(poster.picture.theme, basemap::Theme::Dark);
        // The whole région, and the signs that the map of the window has for this view.
        const basemap::MapView &view = poster.picture.view;
        QCOMPARE(view.size, poster.sheet.mapRect().size());
        const GeoBox bretagne = testing::shippedKnowledge().gazetteer().region(QStringLiteral("53"))->bounds;
        QVERIFY(view.bounds().contains({bretagne.south, bretagne.west}));
        QVERIFY(view.bounds().contains({bretagne.north, bretagne.east}));
        QVERIFY(poster.picture.clusters == d.sample.workspace.result()->clusters(view.bounds(), view.zoom));
        QVERIFY(poster.picture.clusters.size() >= 4);
        // Names cover neither signs nor each other.
        QVERIFY(!poster.picture.names.empty());
        for (std::size_t i = 0; i < poster.picture.names.size(); ++i) {
            for (std::size_t j = 0; j < i; ++j)
                QVERIFY(!poster.picture.names[i].strip.intersects(poster.picture.names[j].strip));
        }

        QSignalSpy written(&d.dialog, &gui::PosterDialog::written);
        d.part<QPushButton>("go")->click();
        QVERIFY(written.wait(30'000));
        QVERIFY(overlaid);
        QFile file(written[0][0].toString());
        QVERIFY(file.fileName().endsWith(QStringLiteral(".pdf")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains("/MediaBox [0 0 119")); // 420 mm are 1190.6 points
        QVERIFY(!d.dialog.isVisible());
    }

    void theFormatIsThatOfTheName()
    {
        Dialog d;
        for (const auto &[line, suffix, dpi] :
             {std::tuple{1, ".svg", 150}, std::tuple{3, ".png", 300}, std::tuple{0, ".pdf", 150}}) {
            d.part<QComboBox>("format")->setCurrentIndex(line);
            QVERIFY(d.dialog.path().endsWith(QString::fromLatin1(suffix)));
            QCOMPARE(d.dialog.request().dpi, dpi);
        }
        // A name that is typed says it, too.
        for (const auto &[name, line] : {std::pair{"b.SVG", 1}, std::pair{"b.png", 2}, std::pair{"b", 2}}) {
            d.part<QLineEdit>("path")->setText(d.sample.folder.filePath(QString::fromLatin1(name)));
            QCOMPARE(d.part<QComboBox>("format")->currentIndex(), line);
            QVERIFY(d.dialog.path().endsWith(QString::fromLatin1(name)));
        }
        d.choose("area", QStringLiteral("What the map shows"));
        QVERIFY(d.dialog.request().picture.view.bounds().contains(kView.centre()));
    }

    /// Of a list of everywhere, the poster of a territory says which, and how many of the list are there.
    void aTerritoryHasItsNameAndCount()
    {
        for (const auto &[machine, count] : {std::pair{"", 4}, std::pair{"laser-cutter", 2}}) {
            SampleWorkspace sample;
            Filter filter;
            if (*machine)
                filter[Facet::Equipment].values = {QString::fromLatin1(machine)};
            QVERIFY(sample.filter(filter));
            gui::PosterDialog dialog(sample.workspace, sample.words,
                                     *basemap::MapPainter::load(QStringLiteral(REPERE_SOURCE_DATA)), kView,
                                     sample.folder.path(), QDate(2026, 11, 24));
            auto *area = dialog.findChild<QComboBox *>(QStringLiteral("area"));
            area->setCurrentText(QStringLiteral("Bretagne"));
            QCOMPARE(dialog.request().heading, QStringLiteral("Bretagne"));
            FilterCounts there;
            there.total = 7;
            there.count = count;
            QVERIFY2(dialog.request().picture.title.startsWith(models::countSentence(there, sample.words)),
                     qPrintable(dialog.request().picture.title));
            dialog.findChild<QLineEdit *>(QStringLiteral("heading"))->setText(QStringLiteral("Chez nous"));
            QCOMPARE(dialog.request().heading, QStringLiteral("Chez nous"));
        }
    }

    void anExistingFileIsNotReplacedUnsaid()
    {
        Dialog d;
        QVERIFY(d.part<QLabel>("hint")->text().isEmpty());
        QFile file(d.dialog.path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        d.part<QLineEdit>("path")->setText(d.dialog.path() + u' ');
        QCOMPARE(d.part<QLabel>("hint")->text(), QStringLiteral("This file exists and will be replaced."));
        QVERIFY(d.part<QPushButton>("go")->isEnabled());
    }

    void failuresAreSaid()
    {
        Dialog d;
        auto *path = d.part<QLineEdit>("path");
        path->setText(d.sample.folder.filePath(QStringLiteral("nowhere/a.pdf")));
        QVERIFY(!d.part<QPushButton>("go")->isEnabled());
        QVERIFY(!d.part<QLabel>("hint")->text().isEmpty());
        path->setText(d.sample.folder.filePath(QStringLiteral("a.png")));
        d.part<QComboBox>("format")->setCurrentIndex(3); // 300 dpi
        d.choose("paper", QStringLiteral("A0"));
        d.dialog.start();
        QTRY_VERIFY(d.part<QLabel>("hint")->text().contains(QStringLiteral("558")));
        QVERIFY(d.part<QPushButton>("go")->isEnabled()); // another choice may do
        QVERIFY(!QFile::exists(path->text()));
    }

    void cancellingLeavesNothing()
    {
        Dialog d;
        d.dialog.show();
        QSignalSpy written(&d.dialog, &gui::PosterDialog::written);
        d.dialog.start();
        d.dialog.reject();
        QTRY_VERIFY(d.part<QPushButton>("go")->isEnabled());
        QCOMPARE(written.count(), 0);
        QVERIFY(d.dialog.isVisible());
        QVERIFY(!QFile::exists(d.dialog.path()));
        d.dialog.reject();
        QVERIFY(!d.dialog.isVisible());
    }
};

QTEST_MAIN(TestPosterDialog)
#include "test_poster_dialog.moc"
