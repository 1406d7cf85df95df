// The dialog that asks the national geocoder: nothing is sent before the click, ticks decide, undo takes back, trouble is said.
#include "gui/geocode_dialog.h"
#include "models/support/sample_directory.h"
#include "support/geocoder_answers.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QProgressDialog>
#include <QPushButton>
#include <QStackedWidget>
#include <QTreeView>

using namespace repere;
using models::AddressModel;
using testing::HttpAnswer;
using testing::HttpRequest;
using testing::HttpServerThread;
using testing::SampleWorkspace;

namespace {

constexpr int kPatience = 30'000;

/// "Rue Sûre" is found, "Rue Douteuse" fits badly, all else is not found.
QByteArray known(const QByteArray &line)
{
    if (line.contains("Sûre"))
        return "45.78,3.09,1 Rue Sûre 63000 Clermont-Ferrand,0.95,housenumber,63000,Clermont-Ferrand,63113";
    if (line.contains("Douteuse"))
        return "45.79,3.08,Rue Doute 63000 Clermont-Ferrand,0.45,street,63000,Clermont-Ferrand,63113";
    return {};
}

struct Dialog {
    HttpServerThread server;
    SampleWorkspace sample;
    std::vector<AtelierId> added;
    std::unique_ptr<gui::GeocodeDialog> dialog;
    int written = -1;

    explicit Dialog(const QByteArrayList &streets, testing::HttpServer::Answer answer = {})
        : server(answer ? std::move(answer) : [](const HttpRequest &request) { return geocoderAnswer(request, known); })
    {
        qputenv("REPERE_GEOCODER", server.url("/geocodage").toEncoded());
        for (const QByteArray &street : streets) {
            Atelier place = testing::place(QString::fromUtf8("Lieu " + street), QStringLiteral("63000"),
                                           QStringLiteral("Clermont-Ferrand"), {}, {});
            place.address = QString::fromUtf8(street);
            added.push_back(
                *ask<Result<AtelierId>>([place](directory::Directory &directory) { return directory.add(place); }));
        }
        sample.workspace.refresh();
        if (!QTest::qWaitFor([&] { return sample.workspace.result()->count() == 7 + streets.size(); }, kPatience))
            qFatal("the sample is not there");
    }
    ~Dialog() { qunsetenv("REPERE_GEOCODER"); }

    void open(std::vector<AtelierId> selected = {}, gui::GeocodeDialog::Scope scope = gui::GeocodeDialog::List)
    {
        dialog = std::make_unique<gui::GeocodeDialog>(sample.workspace, sample.words, sample.workspace.result()->ids(),
                                                      std::move(selected), scope);
        QObject::connect(dialog.get(), &gui::GeocodeDialog::written, dialog.get(),
                         [this](int count) { written = count; });
        dialog->show();
        // The places have been looked through when one or the other is said.
        QVERIFY(QTest::qWaitFor(
            [this] { return dialog->model()->rowCount() > 0 || !part<QLabel>("noneText")->text().isEmpty(); },
            kPatience));
    }
    template <typename T> T *part(const char *name) const { return dialog->findChild<T *>(QString::fromLatin1(name)); }
    QPushButton *go() const { return part<QPushButton>("go"); }
    bool answered()
    {
        go()->click();
        return QTest::qWaitFor([this] { return dialog->model()->counts().unasked < dialog->model()->rowCount(); },
                               kPatience);
    }
    template <typename T> T ask(std::function<T(directory::Directory &)> work)
    {
        std::optional<T> answer;
        sample.workspace.ask<T>(&sample.workspace, std::move(work), [&answer](T value) { answer = std::move(value); });
        if (!QTest::qWaitFor([&answer] { return answer.has_value(); }, kPatience))
            qFatal("the directory does not answer");
        return std::move(*answer);
    }
    Atelier read(AtelierId id)
    {
        return *ask<Result<Atelier>>([id](directory::Directory &directory) { return directory.read(id); });
    }
};

} // namespace

class TestGeocode : public QObject
{
    Q_OBJECT

private slots:
    void whatIsTickedIsWrittenAndTakenBack()
    {
        Dialog d({"1 rue Sûre", "rue Douteuse", "rue Perdue"});
        d.open();
        const QAbstractItemModelTester tester(d.dialog->model(),
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(d.dialog->model()->rowCount(), 3);
        QVERIFY(d.part<QLabel>("what")->text().contains(QStringLiteral("127.0.0.1")));
        QTest::qWait(50);
        QVERIFY(d.server.requests().isEmpty()); // nothing before the click
        QVERIFY(d.answered());
        QCOMPARE(d.server.requests().size(), 1);
        QCOMPARE(d.dialog->model()->counts(), (models::AddressCounts{1, 1, 1, 0, 1}));
        // The doubtful one comes first and is not ticked; Space ticks it, and the one that was not found has no tick.
        auto *list = d.part<QTreeView>("places");
        const auto tickAt = [&](int row) {
            return list->model()->index(row, AddressModel::Place).data(Qt::CheckStateRole);
        };
        QCOMPARE(tickAt(0).toInt(), static_cast<int>(Qt::Unchecked));
        QCOMPARE(tickAt(1).toInt(), static_cast<int>(Qt::Checked));
        QVERIFY(!tickAt(2).isValid());
        QVERIFY(d.go()->text().contains(u'1'));
        list->selectAll();
        QTest::keyClick(list, Qt::Key_Space);
        QCOMPARE(d.dialog->model()->counts().ticked, 2);
        QVERIFY(d.go()->text().contains(u'2'));
        list->setCurrentIndex(list->model()->index(0, 0));
        QTest::keyClick(list, Qt::Key_Space);
        QCOMPARE(d.dialog->model()->counts().ticked, 1);

        const Atelier doubtful = d.read(d.added[1]);
        const Atelier sure = d.read(d.added[0]);
        d.go()->click();
        QTRY_COMPARE_WITH_TIMEOUT(d.written, 1, kPatience);
        QVERIFY(!d.dialog->isVisible());
        QCOMPARE(d.read(d.added[0]).precision, PositionPrecision::Exact);
        QCOMPARE(d.read(d.added[1]), doubtful);
        QVERIFY(d.ask<Result<Change>>([](directory::Directory &directory) { return directory.undo(); }).has_value());
        QCOMPARE(d.read(d.added[0]), sure);
    }

    void troubleIsSaidAndNothingIsLost_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("no table") << HttpAnswer::ok("<html>sorry</html>", {}, "text/html").bytes;
        QTest::newRow("not there") << HttpAnswer::status(404).bytes;
        QTest::newRow("refused") << HttpAnswer::status(403).bytes;
        QTest::newRow("numbers of nobody") << HttpAnswer::ok("n,latitude,longitude,result_score\n77,45,3,0.9\n").bytes;
    }
    void troubleIsSaidAndNothingIsLost()
    {
        QFETCH(QByteArray, answer);
        Dialog d({"1 rue Sûre"}, [answer](const HttpRequest &) { return HttpAnswer{.bytes = answer, .hangUp = true}; });
        d.open();
        d.go()->click();
        auto *problem = d.part<QLabel>("problem");
        QTRY_VERIFY_WITH_TIMEOUT(problem->isVisible() && !problem->text().isEmpty(), kPatience);
        QVERIFY2(problem->text().contains(QStringLiteral("127.0.0.1")), qPrintable(problem->text()));
        QCOMPARE(d.dialog->model()->rowCount(), 1); // still on the first step, to ask again
        QTRY_VERIFY(d.go()->isEnabled());
        QCOMPARE(d.read(d.added[0]).precision, PositionPrecision::Commune);
    }

    void aSilentServerIsLeft()
    {
        Dialog d({"1 rue Sûre"}, [](const HttpRequest &) { return HttpAnswer{}; });
        d.open();
        d.go()->click();
        QTRY_COMPARE_WITH_TIMEOUT(d.server.requests().size(), 1, kPatience);
        auto *progress = d.dialog->findChild<QProgressDialog *>();
        QVERIFY(progress);
        QTRY_VERIFY(progress->isVisible());
        progress->findChild<QPushButton *>()->click();
        QTRY_VERIFY_WITH_TIMEOUT(d.go()->isEnabled(), kPatience);
        QVERIFY(!d.part<QLabel>("problem")->isVisible()); // a person knows that he cancelled
    }

    void nothingToAskSaysSo()
    {
        Dialog d({});
        d.open(); // all seven stand at the centre of their commune and say no street
        QCOMPARE(d.part<QStackedWidget>("pages")->currentWidget()->objectName(), QStringLiteral("none"));
        QVERIFY(!d.go()->isEnabled());
        QVERIFY(d.server.requests().isEmpty());
    }

    void aSelectedPlaceIsAskedThoughItHasAPosition()
    {
        Dialog d({"1 rue Sûre", "2 rue Sûre"});
        Atelier placed = d.read(d.added[0]);
        placed.point = GeoPoint{45.70, 3.05};
        placed.precision = PositionPrecision::Exact;
        QVERIFY(d.ask<Result<void>>([placed](directory::Directory &directory) { return directory.update(placed); }));
        d.open({d.added[0]}, gui::GeocodeDialog::Selected);
        QCOMPARE(d.dialog->model()->rowCount(), 1);
        QVERIFY(d.answered());
        QCOMPARE(d.dialog->model()->counts(),
                 (models::AddressCounts{1, 0, 0, 0, 0})); // what is there is not overwritten unasked
        QVERIFY(!d.go()->isEnabled());
        d.part<QPushButton>("back")->click();
        QTRY_VERIFY_WITH_TIMEOUT(d.go()->isEnabled(), kPatience);
        d.part<QComboBox>("scope")->setCurrentIndex(gui::GeocodeDialog::List);
        QTRY_COMPARE_WITH_TIMEOUT(d.dialog->model()->rowCount(), 1, kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(d.dialog->model()->questions().front().id, d.added[1], kPatience);
    }

    void aDirectoryThatIsOnlyReadSaysWhy()
    {
        Dialog d({"1 rue Sûre"});
        d.open();
        d.sample.workspace.forbidChanges(QStringLiteral("because of a test"));
        QTRY_VERIFY(!d.go()->isEnabled());
        QCOMPARE(d.part<QLabel>("problem")->text(), QStringLiteral("because of a test"));
    }
};

QTEST_MAIN(TestGeocode)
#include "test_geocode.moc"
