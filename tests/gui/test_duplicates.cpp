// Duplicates, origins of values, order of the sources and the export's licences, in the window without its map.
#include "directory/provenance.h"
#include "gui/duplicates_dialog.h"
#include "gui/export_dialog.h"
#include "gui/fiche.h"
#include "gui/main_window.h"
#include "gui/origins_dialog.h"
#include "gui/sources_dialog.h"
#include "gui/theme.h"
#include "models/support/sample_directory.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QListWidget>
#include <QMenuBar>
#include <QPointer>
#include <QPushButton>
#include <QSpinBox>
#include <QToolButton>
#include <QTreeView>
#include <QTreeWidget>

#include <algorithm>

using namespace repere;
using testing::SampleWorkspace;
using namespace Qt::StringLiterals;

namespace {

/// A list with a place and its likely twin.
const QByteArray kCensus =
    "ID,NOM_TL,ADRESSE,CP,COMINIT,INSEECOM,NOMCOM,WEB,TWITTER,FACEBOOK,TYPO,LAT,LONG,GEOCOD,PRECISION,CONTACT,MAIL,"
    "METRO,NOMMETRO,INSEEREG,NOMREG,INSEEMETRO,INSEEDEP,NOMCOMMETRO,POPCOM,COMCLASS,INSEE_ZE,NOM_ZE,CLASS_ZE,POP_ZE\n"
    "1,L'Établi du Bourbonnais,1 place de Lattre de Tassigny,0,MOULINS,0,Moulins,www.etabli-bourbonnais.example.org,,,"
    "Tiers lieux à dominante fablab,46.562286,3.331255,,0.99,,,0,,84,,,03,,,,,,,\n"
    "2,Etabli bourbonnais,1 pl. de Lattre-de-Tassigny,03000,Moulins,03190,Moulins,,,,Tiers lieux à dominante fablab,"
    "46.562290,3.331260,,0.9,,,0,,84,,,03,,,,,,,\n";

Provenance says(const QString &source, const QString &asOf, const QString &licence, const QString &name)
{
    Atelier said;
    said.name = name;
    return {.source = source,
            .recordKey = u"1"_s,
            .url = {},
            .licence = licence,
            .asOf = asOf,
            .values = directory::valuesToJson(said)};
}

/// A window over the sample with two pairs of twins and a place of two sources.
struct Window {
    SampleWorkspace sample;
    gui::MainWindow window{sample.workspace, sample.words, gui::WindowState{}, {u"Qt"_s}};

    Window()
    {
        gui::applyTheme(*qApp, gui::ThemeChoice::Light);
        window.show();
        if (!QTest::qWaitForWindowExposed(&window))
            qFatal("the window does not show");
    }

    template <typename T> T ask(std::function<T(directory::Directory &)> work)
    {
        std::optional<T> answer;
        sample.workspace.ask<T>(&window, std::move(work), [&answer](T value) { answer = std::move(value); });
        if (!QTest::qWaitFor([&answer] { return answer.has_value(); }, 30'000))
            qFatal("the directory does not answer");
        return std::move(*answer);
    }
    AtelierId add(Atelier atelier)
    {
        const auto id = ask<Result<AtelierId>>([atelier](directory::Directory &d) { return d.add(atelier); });
        if (!id)
            qFatal("%s", qPrintable(id.error().message));
        return *id;
    }
    void addTwins()
    {
        const std::pair<QString, QString> places[] = {{u"Labo du Canal"_s, u"02 99 00 00 01"_s},
                                                      {u"Le Labo du Canal"_s, u"02 99 00 00 01"_s},
                                                      {u"Fabrique des Halles"_s, u"02 99 00 00 02"_s},
                                                      {u"Fabrique les Halles"_s, u"02 99 00 00 02"_s}};
        for (const auto &[name, phone] : places) {
            Atelier atelier = testing::place(name, u"35000"_s, u"Rennes"_s, {u"fablab"_s}, {});
            atelier.phone = phone;
            add(atelier);
        }
        sample.workspace.refresh();
    }
    AtelierId addSourced()
    {
        Atelier atelier = testing::place({}, u"29200"_s, u"Brest"_s, {}, {});
        atelier =
            directory::withRecord(atelier, says(u"Ancienne liste"_s, u"2017"_s, u"ODbL 1.0"_s, u"Ancien nom"_s), {});
        Provenance listed = says(u"Liste récente"_s, u"2019"_s, {}, u"Nom récent"_s);
        atelier = directory::withRecord(atelier, listed, {});
        listed.source = u"Liste perdue"_s;
        listed.asOf = u"2015"_s;
        listed.goneSince = u"2020-03-01"_s;
        return add(directory::withRecord(atelier, listed, {}));
    }
    int places()
    {
        return ask<int>([](directory::Directory &d) { return (*d.search({}))->count(); });
    }
    QAction *action(const QString &text) const
    {
        for (QAction *menu : window.menuBar()->actions())
            for (QAction *action : menu->menu()->actions())
                if (action->text().remove(u'&').startsWith(text))
                    return action;
        qFatal("no action %s", qPrintable(text));
    }
    template <typename T> T *shown()
    {
        T *dialog = nullptr;
        const auto there = [&] {
            for (T *candidate : window.findChildren<T *>())
                if (candidate->isVisible())
                    dialog = candidate;
            return dialog != nullptr;
        };
        return QTest::qWaitFor(there, 30'000) ? dialog : nullptr;
    }
    gui::DuplicatesDialog *duplicates(int questions)
    {
        action(u"Duplicates"_s)->trigger();
        auto *dialog = shown<gui::DuplicatesDialog>();
        if (!dialog || !isReady(*dialog, questions))
            qFatal("%d questions did not come", questions);
        return dialog;
    }
    static bool isReady(const gui::DuplicatesDialog &dialog, int questions)
    {
        const auto *again = dialog.findChild<QPushButton *>(u"again"_s);
        return QTest::qWaitFor([&] { return again->isEnabled() && dialog.questions().rowCount() == questions; },
                               30'000);
    }
};

} // namespace

class TestDuplicates : public QObject
{
    Q_OBJECT

private slots:
    void nothingToDecide()
    {
        Window w;
        auto *dialog = w.duplicates(0);
        QVERIFY(dialog->findChild<QLabel *>(u"noneText"_s)->isVisible());
        QVERIFY(!dialog->findChild<QLabel *>(u"noneText"_s)->text().isEmpty());
        QVERIFY(!dialog->findChild<QPushButton *>(u"same"_s)->isEnabled());
    }

    void oneKeyMergesAndUndoSeparates()
    {
        Window w;
        w.addTwins();
        const int before = w.places();
        auto *dialog = w.duplicates(2);
        QTest::keyClick(dialog->findChild<QTreeView *>(u"questions"_s), Qt::Key_1);
        QVERIFY(Window::isReady(*dialog, 1));
        QCOMPARE(w.places(), before - 1);
        auto *undo = dialog->findChild<QPushButton *>(u"undo"_s);
        QTRY_VERIFY(undo->isEnabled() && undo->toolTip().contains(u"Merge"_s));
        QTest::mouseClick(undo, Qt::LeftButton);
        QVERIFY(Window::isReady(*dialog, 2));
        QCOMPARE(w.places(), before);
    }

    void twoPlacesAreNeverAskedAgain()
    {
        Window w;
        w.addTwins();
        const int before = w.places();
        auto *dialog = w.duplicates(2);
        QTest::mouseClick(dialog->findChild<QPushButton *>(u"two"_s), Qt::LeftButton);
        QVERIFY(Window::isReady(*dialog, 1));
        QVERIFY(dialog->findChild<QTreeView *>(u"questions"_s)->hasFocus());
        QTest::mouseClick(dialog->findChild<QPushButton *>(u"again"_s), Qt::LeftButton);
        QVERIFY(Window::isReady(*dialog, 1));
        QCOMPARE(w.places(), before);
    }

    void laterGoesOn()
    {
        Window w;
        w.addTwins();
        auto *dialog = w.duplicates(2);
        auto *questions = dialog->findChild<QTreeView *>(u"questions"_s);
        QCOMPARE(questions->currentIndex().row(), 0);
        QTest::keyClick(questions, Qt::Key_0);
        QCOMPARE(questions->currentIndex().row(), 1);
        QCOMPARE(dialog->questions().rowCount(), 2);
    }

    void theTickedValueStays()
    {
        Window w;
        w.addTwins();
        auto *dialog = w.duplicates(2);
        const TwinPair pair = dialog->questions().at(0);
        auto *sides = dialog->findChild<QTreeView *>(u"comparison"_s);
        const QModelIndex name = sides->model()->index(0, models::TwinComparison::Second); // the name comes first
        QCOMPARE(name.data().toString(), pair.second.name);
        QVERIFY(sides->model()->setData(name, Qt::Checked, Qt::CheckStateRole));
        QTest::mouseClick(dialog->findChild<QPushButton *>(u"same"_s), Qt::LeftButton);
        QVERIFY(Window::isReady(*dialog, 1));
        const auto merged =
            w.ask<Result<Atelier>>([id = pair.first.id](directory::Directory &d) { return d.read(id); });
        QCOMPARE(merged->name, pair.second.name);
        QCOMPARE(directory::valuesOf(*merged, u"name"_s).back().byHand, true);
        const auto changes = w.ask<Result<std::vector<Change>>>([](directory::Directory &d) { return d.history(1); });
        QVERIFY(changes->front().name.contains(pair.first.name + u" and "_s + pair.second.name)); // not one name twice
    }

    void manyAreAnsweredAtOnce()
    {
        Window w;
        w.addTwins();
        const int before = w.places();
        auto *dialog = w.duplicates(2);
        dialog->findChild<QSpinBox *>(u"from"_s)->setValue(60);
        QTest::mouseClick(dialog->findChild<QPushButton *>(u"selectFrom"_s), Qt::LeftButton);
        QTest::mouseClick(dialog->findChild<QPushButton *>(u"same"_s), Qt::LeftButton);
        QVERIFY(Window::isReady(*dialog, 0));
        QCOMPARE(w.places(), before - 2);
        auto *undo = dialog->findChild<QPushButton *>(u"undo"_s);
        QTRY_VERIFY(undo->isEnabled() && undo->toolTip().contains(u'2'));
        QTest::mouseClick(undo, Qt::LeftButton); // one change
        QVERIFY(Window::isReady(*dialog, 2));
        QCOMPARE(w.places(), before);
    }

    void recordsThatWaitShowInTheStatusBar()
    {
        Window w;
        auto *waiting = w.window.findChild<QToolButton *>(u"statusWaiting"_s);
        QVERIFY(!waiting->isVisible());
        QFile file(w.sample.folder.filePath(u"cget.csv"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(kCensus) == kCensus.size());
        file.close();
        const auto report = w.ask<Result<ImportReport>>([path = file.fileName()](directory::Directory &d) {
            JobContext job;
            return d.import({.files = {path}}, job);
        });
        QVERIFY(report && report->doubtful == 1);
        w.sample.workspace.refresh();
        QTRY_VERIFY(waiting->isVisible() && waiting->text().startsWith(u'1'));
        QTest::mouseClick(waiting, Qt::LeftButton);
        auto *dialog = w.shown<gui::DuplicatesDialog>();
        QVERIFY(dialog && Window::isReady(*dialog, 1));
        const int before = w.places();
        QTest::keyClick(dialog->findChild<QTreeView *>(u"questions"_s), Qt::Key_2);
        QVERIFY(Window::isReady(*dialog, 0));
        QCOMPARE(w.places(), before + 1); // another place: it becomes one
        QTRY_VERIFY(!waiting->isVisible());
    }

    void anotherValueCanBeChosen()
    {
        Window w;
        const AtelierId id = w.addSourced();
        w.sample.workspace.refresh();
        w.sample.workspace.select(id);
        QTRY_COMPARE(w.window.fiche()->atelier().name, u"Nom récent"_s);
        QVERIFY(w.window.findChild<QLabel *>(u"ficheGone"_s)->text().contains(u"Liste perdue"_s));
        auto *disagree = w.window.findChild<QToolButton *>(u"origin_name"_s);
        QVERIFY(disagree);
        QTest::mouseClick(disagree, Qt::LeftButton);
        auto *dialog = w.shown<gui::OriginsDialog>();
        QVERIFY(dialog);
        auto *values = dialog->findChild<QTreeWidget *>(u"values"_s);
        auto *take = dialog->findChild<QPushButton *>(u"take"_s);
        const auto old = values->findItems(u"Ancien nom"_s, Qt::MatchExactly | Qt::MatchRecursive);
        QCOMPARE(old.size(), 1);
        QCOMPARE(old[0]->text(1), u"Ancienne liste"_s);
        QCOMPARE(old[0]->text(3), u"ODbL 1.0"_s);
        QVERIFY(!take->isEnabled());
        values->setCurrentItem(old[0]);
        QVERIFY(take->isEnabled());
        QTest::mouseClick(take, Qt::LeftButton);
        QTRY_COMPARE(w.window.fiche()->atelier().name, u"Ancien nom"_s);
        const auto hand = directory::valuesOf(w.window.fiche()->atelier(), u"name"_s);
        QVERIFY(std::ranges::any_of(hand, [](const FieldValue &value) { return value.byHand && value.present; }));
        for (const QLabel *label : w.window.fiche()->findChildren<QLabel *>())
            QVERIFY(!label->text().contains(u"repere:"_s));
    }

    void anotherOrderOfTheSources()
    {
        Window w;
        const AtelierId id = w.addSourced();
        w.action(u"Order of the sources"_s)->trigger();
        const QPointer<gui::SourcesDialog> dialog = w.shown<gui::SourcesDialog>();
        QVERIFY(dialog);
        auto *sources = dialog->findChild<QListWidget *>(u"sources"_s);
        QTRY_COMPARE(sources->count(), 3);
        QVERIFY(!sources->isEnabled());
        QTest::mouseClick(dialog->findChild<QCheckBox *>(u"ordered"_s), Qt::LeftButton, {}, QPoint(8, 8));
        QVERIFY(sources->isEnabled());
        for (int row = 0; row < 3; ++row)
            if (sources->item(row)->text().startsWith(u"Ancienne"_s))
                sources->setCurrentRow(row);
        auto *up = dialog->findChild<QPushButton *>(u"up"_s);
        while (up->isEnabled())
            QTest::mouseClick(up, Qt::LeftButton);
        QTest::mouseClick(dialog->findChild<QPushButton *>(u"apply"_s), Qt::LeftButton);
        QTRY_VERIFY(!dialog || !dialog->isVisible());
        const auto place = w.ask<Result<Atelier>>([id](directory::Directory &d) { return d.read(id); });
        QCOMPARE(place->name, u"Ancien nom"_s);
        const auto order =
            w.ask<Result<directory::SourceOrder>>([](directory::Directory &d) { return d.sourceOrder(); });
        QCOMPARE(order->priorities.sources({}).size(), 3);
        QCOMPARE(order->priorities.sources({}).first(), u"Ancienne liste"_s);
    }

    void theExportSaysLicencesAndAsksForPersonalData()
    {
        Window w;
        w.addSourced();
        w.sample.workspace.refresh();
        QTRY_COMPARE(w.sample.workspace.result()->count(), 8);
        w.action(u"Export"_s)->trigger();
        auto *dialog = w.shown<gui::ExportDialog>();
        QVERIFY(dialog);
        auto *licences = dialog->findChild<QLabel *>(u"licences"_s);
        QTRY_VERIFY(licences->text().contains(u"ODbL 1.0"_s));
        QVERIFY(licences->text().contains(u"⚠"_s) && licences->text().contains(u"Liste récente"_s));
        QVERIFY(!dialog->options().personal);
        dialog->findChild<QCheckBox *>(u"personal"_s)->click();
        QVERIFY(dialog->options().personal);
    }
};

QTEST_MAIN(TestDuplicates)
#include "test_duplicates.moc"
