// The dialog of an import: a file with a format of its own and a table, up to the commit and its undo; failures are said.
#include "directory/import_plan.h"
#include "gui/import_columns_page.h"
#include "gui/import_dialog.h"
#include "gui/import_preview_page.h"
#include "gui/support/drop.h"
#include "models/support/sample_directory.h"
#include "support/http_server.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QTableWidget>
#include <QToolButton>
#include <QTreeWidget>

using namespace repere;
using models::ImportModel;
using testing::SampleWorkspace;

namespace {

constexpr int kPatience = 30'000;

QString fixture(const char *name)
{
    return QStringLiteral(REPERE_TEST_DATA "/formats/") + QString::fromLatin1(name);
}

struct Dialog {
    SampleWorkspace sample;
    gui::ImportDialog dialog{sample.workspace, sample.words, sample.folder.path()};
    std::optional<ImportReport> report;

    Dialog()
    {
        QObject::connect(&dialog, &gui::ImportDialog::imported, &dialog,
                         [this](const ImportReport &done) { report = done; });
        dialog.show();
    }
    template <typename T> T *part(const char *name) const { return dialog.findChild<T *>(QString::fromLatin1(name)); }
    QPushButton *go() const { return part<QPushButton>("go"); }
    int page() const { return part<QStackedWidget>("pages")->currentIndex(); }
    ImportModel *model() const { return dialog.findChild<gui::ImportPreviewPage *>()->model(); }
    /// From the first page to the preview; tables through their columns.
    bool planned(const QStringList &files)
    {
        dialog.addFiles(files);
        if (!QTest::qWaitFor([this] { return go()->isEnabled(); }, kPatience))
            return false;
        go()->click();
        if (page() == 1) {
            if (!QTest::qWaitFor([this] { return go()->isEnabled(); }, kPatience))
                return false;
            go()->click();
        }
        return QTest::qWaitFor([this] { return page() == 2 && model() && model()->counts().total() > 0; }, kPatience);
    }
    /// Lets go of dragged addresses over the dialog; false when it refuses them.
    bool drop(const QList<QUrl> &urls, QWidget *over = nullptr) { return testing::drop(over ? *over : dialog, urls); }
    bool commit()
    {
        go()->click();
        return QTest::qWaitFor([this] { return report.has_value(); }, kPatience);
    }
    template <typename T> T ask(std::function<T(directory::Directory &)> work)
    {
        std::optional<T> answer;
        sample.workspace.ask<T>(&dialog, std::move(work), [&answer](T value) { answer = std::move(value); });
        if (!QTest::qWaitFor([&answer] { return answer.has_value(); }, kPatience))
            qFatal("the directory does not answer");
        return std::move(*answer);
    }
    int places()
    {
        return ask<int>([](directory::Directory &directory) { return (*directory.search({}))->count(); });
    }
};

QString written(const QTemporaryDir &folder, const char *name, const QByteArray &text)
{
    QFile file(folder.filePath(QString::fromLatin1(name)));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("the file cannot be written");
    return file.fileName();
}

} // namespace

class TestImportDialog : public QObject
{
    Q_OBJECT

private slots:
    void whatIsTickedIsImportedAndTakenBack()
    {
        Dialog d;
        const int before = d.places();
        QVERIFY(d.planned({fixture("cget_2019_repaired.csv")}));
        const models::ImportCounts counts = d.model()->counts();
        QVERIFY(counts[ImportOutcome::New] > 2);
        QCOMPARE(counts.accepted, counts[ImportOutcome::New] + counts[ImportOutcome::Merged]);
        QVERIFY(d.go()->text().contains(QString::number(counts.accepted)));
        // One is left out, with the keyboard.
        auto *list = d.part<QTableView>("list");
        QTRY_VERIFY(list->currentIndex().isValid());
        int row = 0;
        while (d.model()->recordAt(row)->outcome != ImportOutcome::New)
            ++row;
        list->selectRow(row);
        QTest::keyClick(list, Qt::Key_Space);
        QTRY_COMPARE(d.model()->counts().accepted, counts.accepted - 1);
        QVERIFY(d.go()->text().contains(QString::number(counts.accepted - 1)));
        QCOMPARE(d.places(), before); // nothing is written yet

        QVERIFY(d.commit());
        QVERIFY(!d.dialog.isVisible());
        QCOMPARE(d.report->added, counts[ImportOutcome::New] - 1);
        QCOMPARE(d.report->read, counts.total());
        QCOMPARE(d.places(), before + d.report->added);
        QVERIFY(d.ask<Result<Change>>([](directory::Directory &directory) { return directory.undo(); }).has_value());
        QCOMPARE(d.places(), before);
    }

    void aQuestionIsAnswered()
    {
        Dialog d;
        const int before = d.places();
        // A list that names a place twice means two: the second is a question.
        const QString path = written(d.sample.folder, "lieux.csv",
                                     "nom,adresse,code postal,ville,site web\n"
                                     "Hall32,2 rue du Port,63000,Clermont-Ferrand,https://hall32.example\n"
                                     "Hall32,1 rue du Port,63000,Clermont-Ferrand,\n"
                                     "Tout neuf,,29200,Brest,https://neuf.example\n");
        QVERIFY(d.planned({path}));
        auto *chip = d.part<QToolButton>("doubtful");
        QVERIFY(chip->isEnabled());
        QCOMPARE(d.model()->counts()[ImportOutcome::Doubtful], 1);
        auto *list = d.part<QTableView>("list");
        QVERIFY(!list->isColumnHidden(ImportModel::Outcome));
        QVERIFY(d.part<QToolButton>("tickAll")->isEnabled());
        QTest::mouseClick(chip, Qt::LeftButton);
        QTRY_COMPARE(d.model()->rowCount(), 1);
        QVERIFY(list->isColumnHidden(ImportModel::Outcome)); // they are all the same
        QTRY_VERIFY(!d.part<QToolButton>("tickAll")->isEnabled());
        QVERIFY(d.part<QLabel>("remarks")->isVisible());
        QTRY_VERIFY(d.part<QPushButton>("same"));
        QVERIFY(list->hasFocus()); // the chip left it where the keys answer
        const auto sides = d.part<QWidget>("sides");
        QVERIFY(sides);
        QVERIFY(std::ranges::any_of(sides->findChildren<QLabel *>(),
                                    [](const QLabel *label) { return label->text() == u"Hall32"; }));
        QTest::mouseClick(d.part<QPushButton>("same"), Qt::LeftButton);
        QTRY_COMPARE(d.model()->counts()[ImportOutcome::Merged], 2);
        QTRY_COMPARE(d.model()->rowCount(), 0);
        // Asked again, then answered otherwise by the keyboard, then as before.
        d.part<QToolButton>("merged")->click();
        QTRY_COMPARE(d.model()->rowCount(), 2);
        QTRY_VERIFY(list->currentIndex().isValid());
        list->selectRow(1);
        QTest::keyClick(list, Qt::Key_0);
        QTRY_COMPARE(d.model()->counts()[ImportOutcome::Doubtful], 1);
        d.part<QToolButton>("all")->click();
        QTRY_COMPARE(d.model()->rowCount(), 3);
        list->selectRow(1);
        QTest::keyClick(list, Qt::Key_2);
        QTRY_COMPARE(d.model()->counts()[ImportOutcome::New], 2);
        // A digit in the name that is looked for answers nothing; elsewhere it does.
        auto *search = d.part<QLineEdit>("search");
        search->setFocus();
        QTest::keyClick(search, Qt::Key_1);
        QCOMPARE(search->text(), QStringLiteral("1"));
        QTest::keyClick(search, Qt::Key_Return); // in the hands of people who search, not import
        QVERIFY(d.dialog.isVisible() && !d.report);
        search->clear();
        QTRY_COMPARE(d.model()->rowCount(), 3);
        list->selectRow(1);
        d.part<QPushButton>("back")->setFocus();
        QCOMPARE(d.model()->counts()[ImportOutcome::New], 2);
        d.part<QToolButton>("new")->setFocus();
        QTest::keyClick(d.part<QToolButton>("new"), Qt::Key_1);
        QTRY_COMPARE(d.model()->counts()[ImportOutcome::Merged], 2);
        QVERIFY(!d.part<QLabel>("remarks")->isVisible());
        QVERIFY(d.commit());
        QCOMPARE(d.report->merged + d.report->unchanged, 2);
        QCOMPARE(d.report->added, 1);
        QCOMPARE(d.places(), before + 1);
        const auto hall = d.ask<Result<Atelier>>([id = d.sample.idOf(QStringLiteral("Hall32"))](
                                                     directory::Directory &directory) { return directory.read(id); });
        QCOMPARE(hall->website, QStringLiteral("https://hall32.example"));
    }

    void columnsAreChosenAndKept()
    {
        Dialog d;
        const QString path = written(d.sample.folder, "table.csv",
                                     "truc;machin;ville\nAtelier du pont;Atelier de bois;Brest\nLa forge;Forge;Lyon\n");
        d.dialog.addFiles({path});
        QTRY_VERIFY_WITH_TIMEOUT(d.go()->isEnabled(), kPatience);
        d.go()->click();
        QCOMPARE(d.page(), 1);
        auto *columns = d.part<QTableWidget>("columns");
        QCOMPARE(columns->rowCount(), 3);
        auto *first = d.part<QTableWidget>("first");
        // The names are somewhere else than in the first column.
        auto *truc = d.part<QComboBox>("field0");
        auto *machin = d.part<QComboBox>("field1");
        truc->setCurrentIndex(0);
        machin->setCurrentIndex(0);
        QTRY_VERIFY(!d.go()->isEnabled());
        QVERIFY(d.part<QLabel>("problem")->isVisible());
        machin->setCurrentIndex(machin->findData(QStringLiteral("name")));
        QTRY_VERIFY(d.go()->isEnabled());
        QTRY_VERIFY(first->item(0, 0) && first->item(0, 0)->text() == u"Atelier de bois");
        const auto *page = d.dialog.findChild<gui::ImportColumnsPage *>();
        // Kept as a profile, changed, and taken back from it.
        auto *pages = d.dialog.findChild<gui::ImportColumnsPage *>();
        const QString profile = d.sample.folder.filePath(QStringLiteral("profil.json"));
        pages->saveProfile(profile);
        QTRY_VERIFY(QFile::exists(profile));
        QTRY_VERIFY(d.part<QLabel>("about")->text().contains(profile));
        machin->setCurrentIndex(0);
        pages->loadProfile(profile);
        QTRY_VERIFY(page->mapping().columns[1].field == u"name");
        QTRY_VERIFY(d.go()->isEnabled());
        d.go()->click();
        QTRY_VERIFY(d.page() == 2 && d.model() && d.model()->counts().total() == 2);
        QTRY_VERIFY(d.model()->recordAt(1));
        QCOMPARE(d.model()->recordAt(1)->incoming.name, QStringLiteral("Forge"));
        // Back, and the choices still stand.
        d.part<QPushButton>("back")->click();
        QCOMPARE(d.page(), 1);
        QCOMPARE(page->mapping().columns[1].field, QStringLiteral("name"));
    }

    void filesAreDropped()
    {
        Dialog d;
        QVERIFY(!d.drop({QUrl(QStringLiteral("https://example.org/lieux.csv"))})); // people fetch, nothing else does
        const QString first = written(d.sample.folder, "un.csv", "name,city\nAtelier un,Brest\n");
        const QString second = written(d.sample.folder, "deux.csv", "name,city\nAtelier deux,Brest\n");
        QVERIFY(d.drop({QUrl::fromLocalFile(first), QUrl::fromLocalFile(second)}));
        QCOMPARE(d.part<QTreeWidget>("files")->topLevelItemCount(), 2);
        QTRY_VERIFY_WITH_TIMEOUT(d.go()->isEnabled(), kPatience);
        // Twice is once; and a field of text does not keep the file for itself.
        QVERIFY(d.drop({QUrl::fromLocalFile(second)}, d.part<QLineEdit>("address")));
        QCOMPARE(d.part<QTreeWidget>("files")->topLevelItemCount(), 2);
        QCOMPARE(d.part<QLineEdit>("address")->text(), QString());
        QVERIFY(d.planned({}));
        QVERIFY(!d.drop({QUrl::fromLocalFile(first)})); // the preview is of other files
        QCOMPARE(d.model()->counts().total(), 2);
        QVERIFY(d.commit());
        QCOMPARE(d.report->added, 2);
    }

    void whatIsProposedIsTaken()
    {
        Dialog d;
        const QString path = written(d.sample.folder, "lieux.csv",
                                     "nom;adresse;code postal;commune;latitude;longitude\n"
                                     "La Tournerie;1 rue du Pont;29200;Brest;-4,4861;48,3904\n"
                                     "Le Rabot;2 rue du Pont;29200;Brest;48,3904;-4,4861\n");
        QVERIFY(d.planned({path}));
        QTRY_VERIFY(d.part<QPushButton>("take"));
        QCOMPARE(d.model()->recordAt(0)->incoming.precision, PositionPrecision::Commune); // nothing is done silently
        d.part<QPushButton>("take")->click();
        QTRY_VERIFY(d.model()->recordAt(0) && d.model()->recordAt(0)->incoming.precision != PositionPrecision::Commune);
        QTRY_VERIFY(!d.part<QPushButton>("take") || !d.part<QPushButton>("take")->isVisible());
        QVERIFY(d.commit());
        QCOMPARE(d.report->added, 2);
        const auto placed = d.ask<Result<Atelier>>([](directory::Directory &directory) {
            Filter filter;
            filter.text = QStringLiteral("Tournerie");
            return directory.read((*directory.search(filter))->idAt(0));
        });
        QVERIFY(placed);
        QCOMPARE(placed->point, (GeoPoint{.latitude = 48.3904, .longitude = -4.4861}));
    }

    void personalDataAndPartialListsAreTicked()
    {
        Dialog d;
        const char headings[] = "nom;commune;code postal;contact;courriel\n";
        const QByteArray one = "La Tournerie;Brest;29200;Jeanne Dupont;jeanne.dupont@example.org\n";
        const QByteArray two = "Le Rabot;Lorient;56100;;\n";
        const QString whole = written(d.sample.folder, "lieux.csv", headings + one + two);
        QVERIFY(d.planned({whole}));
        QVERIFY(d.model()->plan()->report().personal > 0);
        QVERIFY(d.model()->recordAt(0)->incoming.personal.empty());
        d.part<QPushButton>("back")->click();
        d.part<QPushButton>("back")->click();
        QCOMPARE(d.page(), 0);
        d.part<QCheckBox>("personal")->setChecked(true);
        QVERIFY(d.planned({}));
        QTRY_VERIFY(d.model()->recordAt(0));
        QCOMPARE(d.model()->plan()->report().personal, 0);
        QVERIFY(!d.model()->recordAt(0)->incoming.personal.empty());
        QVERIFY(d.commit());
        // The same list with one place less: gone, unless it is said to be a part.
        written(d.sample.folder, "lieux.csv", headings + one);
        for (const bool partial : {false, true}) {
            gui::ImportDialog again(d.sample.workspace, d.sample.words, d.sample.folder.path());
            again.show();
            again.findChild<QCheckBox *>(QStringLiteral("partial"))->setChecked(partial);
            again.addFiles({whole});
            auto *go = again.findChild<QPushButton *>(QStringLiteral("go"));
            for (int page = 0; page < 2; ++page) {
                QTRY_VERIFY_WITH_TIMEOUT(go->isEnabled(), kPatience);
                go->click();
            }
            const auto *preview = again.findChild<gui::ImportPreviewPage *>();
            QTRY_VERIFY_WITH_TIMEOUT(preview->model(), kPatience);
            QCOMPARE(preview->model()->plan()->report().gone, partial ? 0 : 1);
        }
    }

    void whatIsGoneIsShownAndChosen_data()
    {
        QTest::addColumn<int>("left"); // of five
        QTest::addColumn<bool>("complete");
        QTest::addColumn<int>("ticked");
        QTest::newRow("most is still there") << 3 << false << 2;
        QTest::newRow("it may be an extract") << 2 << false << 0;
        QTest::newRow("people say that it is all") << 2 << true << 3;
    }
    void whatIsGoneIsShownAndChosen()
    {
        QFETCH(int, left);
        QFETCH(bool, complete);
        QFETCH(int, ticked);
        const auto list = [](int count) {
            QByteArray labs = "[";
            for (int i = 0; i < count; ++i) {
                labs +=
                    (i > 0 ? "," : "")
                    + QByteArray(
                          "{'id': %1, 'name': 'Labo %1', 'slug': 'labo-%1', 'kind_name': 'fab_lab', 'city': 'Brest', "
                          "'postal_code': '29200', 'country_code': 'FR', 'url': 'https://www.fablabs.io/labs/labo-%1'}")
                          .replace("%1", QByteArray::number(100 + i));
            }
            return (labs + ']').replace('\'', '"');
        };
        SampleWorkspace sample;
        for (const int count : {5, left}) {
            gui::ImportDialog dialog(sample.workspace, sample.words, sample.folder.path());
            std::optional<ImportReport> report;
            connect(&dialog, &gui::ImportDialog::imported, this, [&](const ImportReport &done) { report = done; });
            dialog.show();
            auto *whole = dialog.findChild<QCheckBox *>(QStringLiteral("complete"));
            auto *part = dialog.findChild<QCheckBox *>(QStringLiteral("partial"));
            QVERIFY(!whole->isChecked() && !part->isChecked());
            part->setChecked(true);
            whole->setChecked(true);
            QVERIFY(!part->isChecked()); // it cannot be both
            whole->setChecked(complete);
            dialog.addFiles({written(sample.folder, "labs.json", list(count))});
            auto *go = dialog.findChild<QPushButton *>(QStringLiteral("go"));
            QTRY_VERIFY_WITH_TIMEOUT(go->isEnabled(), kPatience);
            go->click();
            const auto *preview = dialog.findChild<gui::ImportPreviewPage *>();
            QTRY_VERIFY_WITH_TIMEOUT(preview->model() && preview->model()->counts().total() == count, kPatience);
            auto *chip = dialog.findChild<QToolButton *>(QStringLiteral("gone"));
            if (count == 5) {
                QVERIFY(!chip->isVisible());
                go->click();
                QTRY_VERIFY_WITH_TIMEOUT(report.has_value(), kPatience);
                QCOMPARE(report->added, 5);
                continue;
            }
            QVERIFY(chip->isVisible() && chip->text().contains(QString::number(5 - left)));
            QCOMPARE(preview->model()->counts().flagged, ticked);
            const QString remarks = dialog.findChild<QLabel *>(QStringLiteral("remarks"))->text();
            QVERIFY2(remarks.contains(QString::number(5 - left)), qPrintable(remarks));
            chip->click();
            QTRY_COMPARE_WITH_TIMEOUT(preview->model()->rowCount(), 5 - left, kPatience);
            QTRY_VERIFY_WITH_TIMEOUT(preview->model()->recordAt(0), kPatience);
            QCOMPARE(preview->model()->recordAt(0)->incoming.name, QStringLiteral("Labo %1").arg(100 + left));
            // The other way round, all but one.
            dialog.findChild<QToolButton *>(ticked > 0 ? QStringLiteral("tickNone") : QStringLiteral("tickAll"))
                ->click();
            QTRY_COMPARE_WITH_TIMEOUT(preview->model()->counts().flagged, ticked > 0 ? 0 : 5 - left, kPatience);
            auto *rows = dialog.findChild<QTableView *>(QStringLiteral("list"));
            QTRY_VERIFY_WITH_TIMEOUT(preview->model()->recordAt(0), kPatience);
            rows->selectRow(0);
            QTest::keyClick(rows, Qt::Key_Space);
            const int chosen = ticked > 0 ? 1 : 4 - left;
            QTRY_COMPARE_WITH_TIMEOUT(preview->model()->counts().flagged, chosen, kPatience);
            QVERIFY2(go->text().contains(QString::number(chosen)), qPrintable(go->text()));
            go->click();
            QTRY_VERIFY_WITH_TIMEOUT(report.has_value(), kPatience);
            QCOMPARE(report->gone, chosen);
            QCOMPARE(report->missing, 5 - left - chosen);
            QCOMPARE(report->read, left);
        }
    }

    void aListIsFetched()
    {
        const testing::HttpServerThread server([](const testing::HttpRequest &request) {
            if (request.path != "/lieux.csv")
                return testing::HttpAnswer::status(404);
            return request.header("If-None-Match") == "\"v1\""
                       ? testing::HttpAnswer::status(304)
                       : testing::HttpAnswer::ok("name,city\nAtelier lointain,Brest\n", "ETag: \"v1\"\r\n");
        });
        Dialog d;
        auto *address = d.part<QLineEdit>("address");
        auto *fetch = d.part<QPushButton>("fetch");
        QVERIFY(!fetch->isEnabled());
        address->setText(server.url("/nowhere.csv").toString());
        fetch->click();
        QTRY_VERIFY_WITH_TIMEOUT(d.part<QLabel>("problem")->isVisible(), kPatience);
        QVERIFY2(d.part<QLabel>("problem")->text().contains(u"404"), qPrintable(d.part<QLabel>("problem")->text()));
        address->setText(server.url("/lieux.csv").toString());
        QTest::keyClick(address, Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(d.go()->isEnabled(), kPatience);
        QVERIFY(!d.part<QLabel>("problem")->isVisible());
        QCOMPARE(d.page(), 0);
        address->setText(server.url("/nowhere.csv").toString());
        QTest::keyClick(address, Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(d.part<QLabel>("problem")->isVisible(), kPatience);
        QCOMPARE(d.page(), 0); // Return in the address fetches and does nothing else, though all is ready
        QVERIFY(d.go()->isEnabled());
        address->setText(QStringLiteral("n’importe quoi"));
        QTest::keyClick(address, Qt::Key_Return);
        QVERIFY(d.part<QLabel>("problem")->text().contains(address->text())); // what was typed, as it was
        const auto *file = d.part<QTreeWidget>("files")->topLevelItem(0);
        QVERIFY(!file->text(1).contains(u"unchanged"));
        address->setText(server.url("/lieux.csv").toString());
        QTest::keyClick(address, Qt::Key_Return);
        QTRY_VERIFY(d.part<QTreeWidget>("files")->topLevelItem(0)->text(1).contains(u"unchanged"));
        QVERIFY(d.planned({}));
        QVERIFY(d.commit());
        QCOMPARE(d.report->added, 1);
    }

    void failuresAreSaid()
    {
        Dialog d;
        const QString path = written(d.sample.folder, "broken.json", "{\"labs\": [");
        d.dialog.addFiles({path});
        QTRY_VERIFY(d.part<QLabel>("problem")->isVisible() || d.go()->isEnabled());
        if (d.go()->isEnabled())
            d.go()->click();
        QTRY_VERIFY(d.part<QLabel>("problem")->text().contains(QStringLiteral("broken.json")));
        QVERIFY(d.page() != 2);
    }

    void cancellingChangesNothing()
    {
        Dialog d;
        const int before = d.places();
        QVERIFY(d.planned({fixture("cget_2019_repaired.csv")}));
        d.part<QPushButton>("cancel")->click();
        QVERIFY(!d.dialog.isVisible());
        QVERIFY(!d.report);
        QCOMPARE(d.places(), before);
        const auto history =
            d.ask<Result<std::vector<Change>>>([](directory::Directory &directory) { return directory.history(100); });
        QVERIFY(std::ranges::none_of(*history, [](const Change &change) { return change.name.contains(u"cget"); }));
    }
};

QTEST_MAIN(TestImportDialog)
#include "test_import_dialog.moc"
