// The window without its map, offscreen: facets, chips, honest count, empty state, export, edit.
#include "gui/atelier_dialog.h"
#include "gui/chip_row.h"
#include "gui/export_dialog.h"
#include "gui/facet_panel.h"
#include "gui/facet_section.h"
#include "gui/fiche.h"
#include "gui/import_dialog.h"
#include "gui/layer_panel.h"
#include "gui/main_window.h"
#include "gui/place_field.h"
#include "gui/result_list.h"
#include "gui/result_pane.h"
#include "gui/support/drop.h"
#include "gui/theme.h"
#include "models/support/sample_directory.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMenuBar>
#include <QPointer>
#include <QPushButton>
#include <QScrollBar>
#include <QSplitter>
#include <QToolButton>
#include <QTreeWidget>

using namespace repere;
using testing::SampleWorkspace;

namespace {

const QString kLaser = QStringLiteral("laser-cutter");
const QString kBretagne = QStringLiteral("53");

/// A window over the sample, shown.
struct Window {
    SampleWorkspace sample;
    gui::MainWindow window{sample.workspace, sample.words, gui::WindowState{}, {QStringLiteral("Qt")}};

    Window()
    {
        gui::applyTheme(*qApp, gui::ThemeChoice::Light);
        window.show();
        if (!QTest::qWaitForWindowExposed(&window))
            qFatal("the window does not show");
    }

    void click(Facet facet, const QString &id, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        gui::FacetSection *section = window.facets()->section(facet);
        QModelIndex index = section->reveal(id);
        QVERIFY(index.isValid());
        QTest::qWait(20); // the panel lays itself out
        index = section->reveal(id);
        window.facets()->ensureWidgetVisible(section->list());
        QTest::mouseClick(section->list()->viewport(), Qt::LeftButton, modifiers,
                          section->list()->visualRect(index).center());
        QVERIFY(sample.answered());
        QTest::qWait(20);
    }
    int count() const { return sample.workspace.result()->count(); }
    QString text(const QString &name) const { return window.findChild<QLabel *>(name)->text(); }
};

} // namespace

class TestWindow : public QObject
{
    Q_OBJECT

private slots:
    void facetsFilterByMouse()
    {
        Window w;
        QCOMPARE(w.count(), 7);
        w.click(Facet::Region, kBretagne);
        QCOMPARE(w.count(), 4);
        w.click(Facet::Equipment, kLaser);
        QCOMPARE(w.count(), 2);
        QCOMPARE(w.window.results()->chips()->chips().size(), 2U);
        QVERIFY(w.window.exportButton()->text().contains(u'2'));
        w.click(Facet::Equipment, kLaser); // again: taken back
        QCOMPARE(w.count(), 4);
        w.click(Facet::Equipment, kLaser, Qt::AltModifier); // excluded
        QCOMPARE(w.count(), 2);
        QCOMPARE(w.sample.workspace.filter()[Facet::Equipment].excluded, QStringList{kLaser});
    }

    void escapeTakesTheLastChoice()
    {
        Window w;
        w.click(Facet::Equipment, kLaser);
        w.click(Facet::Region, kBretagne);
        QTest::keyClick(&w.window, Qt::Key_Escape);
        QVERIFY(w.sample.answered());
        QVERIFY(w.sample.workspace.filter()[Facet::Region].isEmpty());
        QVERIFY(!w.sample.workspace.filter()[Facet::Equipment].isEmpty());
        QTest::keyClick(&w.window, Qt::Key_Escape);
        QVERIFY(w.sample.workspace.filter().isEmpty());
        QVERIFY(w.sample.answered());
        QVERIFY(!w.window.results()->chips()->isVisible());
    }

    void exportIsReachedFromTheSearch()
    {
        Window w;
        w.window.activateWindow();
        w.window.search()->setFocus();
        QTest::keyClick(w.window.search(), Qt::Key_E, Qt::ControlModifier);
        auto *dialog = w.window.findChild<gui::ExportDialog *>();
        QVERIFY(dialog);
        QVERIFY(dialog->findChild<QListWidget *>(QStringLiteral("columns"))->height()
                > 8 * w.window.fontMetrics().height());
        QVERIFY(!dialog->options().personal); // never unasked
        dialog->reject();
    }

    void filesDroppedOnAFieldAreImported()
    {
        Window w;
        const QString file = w.sample.folder.filePath(QStringLiteral("lieux.csv"));
        QFile table(file);
        QVERIFY(table.open(QIODevice::WriteOnly) && table.write("nom;commune\nLa Tournerie;Brest\n") > 0);
        table.close();
        QVERIFY(testing::drop(*w.window.search(), {QUrl::fromLocalFile(file)}));
        QCOMPARE(w.window.search()->text(), QString());
        auto *dialog = w.window.findChild<gui::ImportDialog *>();
        QVERIFY(dialog);
        QCOMPARE(dialog->findChild<QTreeWidget *>(QStringLiteral("files"))->topLevelItem(0)->toolTip(0), file);
        dialog->reject();
    }

    void escapeTwiceAtOnceTakesBoth()
    {
        Window w;
        w.click(Facet::Equipment, kLaser);
        w.click(Facet::Region, kBretagne);
        QTest::keyClick(&w.window, Qt::Key_Escape);
        QTest::keyClick(&w.window, Qt::Key_Escape);
        QVERIFY(w.sample.workspace.filter().isEmpty());
    }

    void typingAsksAndTheCrossClears()
    {
        Window w;
        w.window.search()->setFocus();
        QTest::keyClicks(w.window.search(), QStringLiteral("ecole"));
        QTRY_COMPARE(w.sample.workspace.filter().text, QStringLiteral("ecole"));
        QVERIFY(w.sample.answered());
        QCOMPARE(w.count(), 1);
        w.window.search()->clear();
        QTRY_COMPARE(w.sample.workspace.filter().text, QString());
    }

    void theHonestPartIsALink()
    {
        Window w;
        w.click(Facet::Region, kBretagne);
        w.click(Facet::Equipment, kLaser);
        auto *link = w.window.findChild<QToolButton *>(QStringLiteral("honestUnknown"));
        QVERIFY(link->isVisible());
        QVERIFY(link->text().startsWith(u'1'));
        QTest::mouseClick(link, Qt::LeftButton);
        QVERIFY(w.sample.answered());
        QCOMPARE(w.count(), 1);
        QCOMPARE(w.sample.workspace.result()->at(0).name, QStringLiteral("Atelier 2"));
        QVERIFY(!link->isVisible());
    }

    void anEmptyListSaysWhatHelps()
    {
        Window w;
        Filter filter;
        filter.text = QStringLiteral("zeste");
        filter[Facet::Region].values = {QStringLiteral("84")};
        QVERIFY(w.sample.filter(filter));
        QCOMPARE(w.count(), 0);
        QPushButton *drop = nullptr;
        QTRY_VERIFY(drop = w.window.findChild<QPushButton *>(
                        QStringLiteral("drop%1").arg(static_cast<int>(directory::Suggestion::Drop::Region))));
        auto *nearest = w.window.findChild<QPushButton *>(QStringLiteral("showNearest"));
        QVERIFY(nearest);
        QTRY_VERIFY(nearest->isVisible());
        QVERIFY(!w.window.exportButton()->isEnabled());
        QTest::mouseClick(drop, Qt::LeftButton);
        QVERIFY(w.sample.answered());
        QCOMPARE(w.count(), 1);
        QVERIFY(w.window.results()->list()->isVisible());
    }

    void selectingInTheListShowsTheFiche()
    {
        Window w;
        auto *list = w.window.results()->list();
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(2, 0)).center());
        QTRY_COMPARE(w.window.fiche()->atelier().name, QStringLiteral("École du faire"));
        QCOMPARE(w.text(QStringLiteral("ficheName")), QStringLiteral("École du faire"));
        // Selecting elsewhere moves the list.
        w.sample.workspace.select(w.sample.idOf(QStringLiteral("Zeste")));
        QCOMPARE(list->currentIndex().row(), 6);
        QTest::keyClick(list, Qt::Key_Up);
        QTRY_COMPARE(w.window.fiche()->atelier().name, QStringLiteral("SIGMAke"));
    }

    void theTableSortsByItsHeader()
    {
        Window w;
        auto *list = w.window.results()->list();
        list->setTable(true);
        QVERIFY(list->header()->isVisible());
        const int x = list->header()->sectionViewportPosition(models::ResultModel::CityColumn) + 10;
        QTest::mouseClick(list->header()->viewport(), Qt::LeftButton, {}, QPoint(x, 8));
        QTRY_COMPARE(w.sample.workspace.result()->sortKey(), SortKey::City);
        QCOMPARE(list->model()->index(0, 0).data().toString(), QStringLiteral("SIGMAke"));
        QTest::mouseClick(list->header()->viewport(), Qt::LeftButton, {}, QPoint(x, 8));
        QTRY_COMPARE(w.sample.workspace.result()->sortOrder(), SortOrder::Descending);
    }

    void aPlaceBringsDistances()
    {
        Window w;
        w.window.place()->edit()->setFocus();
        QTest::keyClicks(w.window.place()->edit(), QStringLiteral("63113"));
        QTest::keyClick(w.window.place()->edit(), Qt::Key_Return);
        QTRY_VERIFY(w.sample.workspace.filter().near.has_value());
        QTRY_COMPARE(w.sample.workspace.result()->sortKey(), SortKey::Distance);
        QVERIFY(w.sample.answered());
        QCOMPARE(w.count(), 2); // 30 km unless said otherwise
        auto *radius = w.window.place()->radius();
        radius->setCurrentIndex(radius->count() - 1);
        emit radius->activated(radius->count() - 1); // "at any distance"
        QVERIFY(w.sample.answered());
        QCOMPARE(w.count(), 7);
        QVERIFY(!w.sample.workspace.result()->at(0).distanceMetres
                || *w.sample.workspace.result()->at(0).distanceMetres < 10'000);
    }

    /// A circle that is drawn by hand passes through many radii: one of them is left, among those that are offered.
    void aDrawnRadiusStandsAmongTheOthers()
    {
        Window w;
        const auto *radius = w.window.place()->radius();
        const int offered = radius->count();
        for (const int kilometres : {31, 37, 42}) {
            Filter filter;
            filter.near = Near{{45.1, 2.87}, kilometres * 1000.0, QStringLiteral("Murat (15)")};
            QVERIFY(w.sample.filter(filter));
        }
        QCOMPARE(radius->count(), offered + 1);
        QCOMPARE(radius->currentData().toInt(), 42);
        for (int i = 1; i < radius->count() - 1; ++i) // the last is "at any distance"
            QVERIFY(radius->itemData(i - 1).toInt() < radius->itemData(i).toInt());
        Filter filter = w.sample.workspace.filter();
        filter.near->radiusMetres = 50'000;
        QVERIFY(w.sample.filter(filter));
        QCOMPARE(radius->count(), offered);
    }

    /// However narrow the list is, all of a choice can be read.
    void aShortenedChoiceSaysAllOfItInItsTip()
    {
        Window w;
        const QString text = QStringLiteral("atelier de fabrication numérique partagé ").repeated(4).trimmed();
        Filter filter;
        filter.text = text;
        QVERIFY(w.sample.filter(filter));
        const auto *chip = w.window.findChild<QToolButton *>(QStringLiteral("chip-text"));
        QVERIFY(chip);
        QVERIFY(!chip->text().contains(text));
        QVERIFY(chip->toolTip().contains(text));
    }

    void anotherQuestionIsReadFromTheTop()
    {
        Window w;
        auto *list = w.window.findChild<QAbstractItemView *>(QStringLiteral("results"));
        w.window.resize(1200, 420); // room for a few rows
        QTest::qWait(50);
        list->verticalScrollBar()->setValue(list->verticalScrollBar()->maximum());
        QVERIFY(list->verticalScrollBar()->value() > 0);
        Filter filter;
        filter.near = Near{{48.1, -1.7}, 0, QStringLiteral("Rennes")};
        QVERIFY(w.sample.filter(filter));
        QTRY_COMPARE(list->verticalScrollBar()->value(), 0);
        // Also when the chosen place is far down.
        w.sample.workspace.select(w.sample.workspace.result()->at(w.count() - 1).id);
        filter.near->centre = {48.2, -1.7};
        QVERIFY(w.sample.filter(filter));
        QTRY_COMPARE(list->verticalScrollBar()->value(), 0);
    }

    void aPlaceTakenAwayLeavesItsField()
    {
        Window w;
        QLineEdit *field = w.window.place()->edit();
        field->setFocus();
        QTest::keyClicks(field, QStringLiteral("63113"));
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_VERIFY(w.sample.workspace.filter().near.has_value());
        QVERIFY(w.sample.answered());
        QVERIFY(!field->text().isEmpty());
        QVERIFY(w.window.results()->chips()->removeLast());
        QVERIFY(w.sample.answered());
        QTRY_COMPARE(field->text(), QString());
    }

    void exportWritesWhatIsSeen()
    {
        Window w;
        w.click(Facet::Region, kBretagne);
        w.click(Facet::Equipment, kLaser);
        QTest::mouseClick(w.window.exportButton(), Qt::LeftButton);
        gui::ExportDialog *dialog = nullptr;
        QTRY_VERIFY(dialog = w.window.findChild<gui::ExportDialog *>());
        QVERIFY(dialog->path().contains(QStringLiteral("ateliers_bretagne_decoupe-laser_")));
        QVERIFY(dialog->options().columns.isEmpty()); // all
        const QString path = w.sample.folder.filePath(QStringLiteral("out.csv"));
        dialog->findChild<QLineEdit *>(QStringLiteral("path"))->setText(path);
        auto *columns = dialog->findChild<QListWidget *>(QStringLiteral("columns"));
        for (int row = 0; row < columns->count(); ++row)
            columns->item(row)->setCheckState(
                columns->item(row)->data(Qt::UserRole) == QStringLiteral("name") ? Qt::Checked : Qt::Unchecked);
        QSignalSpy exported(dialog, &gui::ExportDialog::exported);
        QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("go")), Qt::LeftButton);
        QTRY_COMPARE(exported.count(), 1);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QStringList lines = QString::fromUtf8(file.readAll()).split(QStringLiteral("\r\n"), Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 3);
        QCOMPARE(lines[1], QStringLiteral("École du faire"));
        QCOMPARE(lines[2], QStringLiteral("Zeste"));
    }

    void exportIntoNowhereSaysWhy()
    {
        Window w;
        gui::ExportDialog dialog(w.sample.workspace, w.sample.words, w.sample.folder.path(), QDate(2026, 11, 22));
        dialog.findChild<QLineEdit *>(QStringLiteral("path"))
            ->setText(w.sample.folder.filePath(QStringLiteral("none/out.csv")));
        dialog.start();
        auto *hint = dialog.findChild<QLabel *>(QStringLiteral("hint"));
        QTRY_VERIFY(hint->text().contains(QStringLiteral("none")));
        QVERIFY(dialog.findChild<QPushButton *>(QStringLiteral("go"))->isEnabled()); // try again elsewhere
    }

    void anEditIsOneChangeThatUndoes()
    {
        Window w;
        const AtelierId id = w.sample.idOf(QStringLiteral("LOL"));
        w.sample.workspace.select(id);
        QTRY_COMPARE(w.window.fiche()->atelier().id, id);
        QTest::mouseClick(w.window.fiche()->findChild<QPushButton *>(QStringLiteral("ficheEdit")), Qt::LeftButton);
        gui::AtelierDialog *dialog = nullptr;
        QTRY_VERIFY(dialog = w.window.findChild<gui::AtelierDialog *>());
        dialog->findChild<QLineEdit *>(QStringLiteral("founded"))->setText(QStringLiteral("soon"));
        QVERIFY(!dialog->edited());
        dialog->findChild<QLineEdit *>(QStringLiteral("founded"))->setText(QStringLiteral("2011"));
        dialog->findChild<QLineEdit *>(QStringLiteral("name"))->setText(QStringLiteral("Laboratoire Ouvert Lyonnais"));
        QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("save")), Qt::LeftButton);
        QTRY_COMPARE(w.window.fiche()->atelier().name, QStringLiteral("Laboratoire Ouvert Lyonnais"));
        QCOMPARE(w.window.fiche()->atelier().founded, std::optional(2011));
        auto *undo = w.window.findChild<QPushButton *>(QStringLiteral("bannerAction"));
        QTRY_VERIFY(undo->isVisible());
        QTest::mouseClick(undo, Qt::LeftButton);
        QTRY_COMPARE(w.window.fiche()->atelier().name, QStringLiteral("LOL"));
    }

    void copyIsTabSeparated()
    {
        Window w;
        auto *list = w.window.results()->list();
        list->setFocus();
        list->setCurrentIndex(list->model()->index(0, 0));
        QTest::keyClick(list, Qt::Key_Down, Qt::ShiftModifier);
        QGuiApplication::clipboard()->clear();
        QTest::keyClick(&w.window, Qt::Key_C, Qt::ControlModifier);
        QTRY_VERIFY(!QGuiApplication::clipboard()->text().isEmpty());
        const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 3); // headings and two places
        QVERIFY(lines[1].startsWith(QStringLiteral("Atelier 2\t"))
                || lines[1].contains(QStringLiteral("\tAtelier 2\t")));
    }

    void theStateComesBack()
    {
        SampleWorkspace sample;
        {
            gui::MainWindow window(sample.workspace, sample.words, gui::WindowState{}, {});
            window.show();
            Filter filter;
            filter[Facet::Region].values = {kBretagne};
            QVERIFY(sample.filter(filter));
            sample.workspace.select(sample.idOf(QStringLiteral("Zeste")));
            window.results()->list()->setTable(true);
            window.close();
        }
        const gui::WindowState state = gui::WindowState::load();
        QCOMPARE(state.filter, sample.workspace.filter());
        QCOMPARE(state.selected, sample.workspace.selected());
        QVERIFY(!state.geometry.isEmpty() && !state.splitter.isEmpty());
    }

    void partsGoBeforeWhatTheyShow()
    {
        auto w = std::make_unique<Window>();
        const QPointer<gui::LayerPanel> panel(w->window.findChild<gui::LayerPanel *>());
        QVERIFY(panel);
        bool gone = false;
        connect(&w->window.layers(), &QObject::destroyed, this, [&] { gone = panel.isNull(); });
        w.reset();
        QVERIFY(gone); // its table asks the layers until its end
    }

    void everyControlHasANameForTheBlind()
    {
        Window w;
        for (const QWidget *widget : w.window.findChildren<QWidget *>()) {
            const bool control = qobject_cast<const QAbstractButton *>(widget)
                                 || qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QComboBox *>(widget)
                                 || qobject_cast<const QAbstractItemView *>(widget);
            if (!control || !widget->isVisible() || widget->inherits("QMenuBarExtension")
                || widget->parentWidget()->inherits("QLineEdit"))
                continue;
            const auto *button = qobject_cast<const QAbstractButton *>(widget);
            const bool named = !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty());
            QVERIFY2(named, qPrintable(QStringLiteral("%1 %2").arg(QLatin1String(widget->metaObject()->className()),
                                                                   widget->objectName())));
        }
    }
};

QTEST_MAIN(TestWindow)
#include "test_window.moc"
