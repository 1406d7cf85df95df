// Likewise (test_french.cpp) what dialogs say, an import from its first page to the last, and an empty directory.
#include "directory/import_sources.h"
#include "gui/atelier_dialog.h"
#include "gui/duplicates_dialog.h"
#include "gui/export_dialog.h"
#include "gui/fiche.h"
#include "gui/geocode_dialog.h"
#include "gui/history_dialog.h"
#include "gui/import_dialog.h"
#include "gui/poster_dialog.h"
#include "gui/support/french_test.h"
#include "support/geocoder_answers.h"

#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QPushButton>
#include <QTabWidget>
#include <QToolButton>

using namespace repere;
using namespace repere::testing;

namespace {

const QString kFiche = QStringLiteral("repere::gui::Fiche");
const QString kBanner = QStringLiteral("repere::gui::Banner");

} // namespace

class TestFrenchDialogs : public FrenchTest
{
    Q_OBJECT

private slots:
    void posters()
    {
        action(QKeySequence(Qt::CTRL | Qt::Key_P))->trigger();
        auto *dialog = m_french.shown<gui::PosterDialog>();
        QVERIFY(dialog);
        look("a poster");
        auto *path = dialog->findChild<QLineEdit *>(QStringLiteral("path"));
        path->setText(m_french.folder().filePath(QStringLiteral("none/carte.pdf")));
        look("a poster to nowhere");
        QVERIFY(saw("Ce dossier n’existe pas."));
        path->setText(QString());
        look("a poster without a file");
        dialog->reject();
    }

    void exporting()
    {
        action(QKeySequence(Qt::CTRL | Qt::Key_E))->trigger();
        auto *dialog = m_french.shown<gui::ExportDialog>();
        QVERIFY(dialog);
        auto *format = dialog->findChild<QComboBox *>(QStringLiteral("format"));
        for (int i = format->count() - 1; i >= 0; --i) {
            format->setCurrentIndex(i);
            look("exporting");
        }
        dialog->findChild<QComboBox *>(QStringLiteral("profile"))->setCurrentIndex(1);
        dialog->findChild<QToolButton *>(QStringLiteral("essential"))->click();
        look("exporting open data");
        auto *path = dialog->findChild<QLineEdit *>(QStringLiteral("path"));
        path->setText(m_french.folder().filePath(QStringLiteral("none/lieux.csv")));
        dialog->start();
        auto *hint = dialog->findChild<QLabel *>(QStringLiteral("hint"));
        QTRY_VERIFY_WITH_TIMEOUT(hint->text().contains(QStringLiteral("none")), kPatience);
        m_french.walk().setData(QStringLiteral("repere::gui::ExportDialog"), {path->text()});
        look("exporting to nowhere");
        path->setText(m_french.folder().filePath(QStringLiteral("lieux.csv")));
        m_french.walk().setData(kBanner, {path->text()});
        dialog->start();
        QVERIFY(m_french.bannerSays(path->text()));
        look("exported");
    }

    void editing()
    {
        action(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N))->trigger();
        auto *adding = m_french.shown<gui::AtelierDialog>();
        QVERIFY(adding);
        look("adding a place");
        adding->findChild<QPushButton *>(QStringLiteral("save"))->click(); // without a name
        look("adding a place without a name");
        QVERIFY(FrenchWindow::close(adding));

        m_french.workspace().select(m_french.idOf(FrenchWindow::kFull));
        QTRY_COMPARE_WITH_TIMEOUT(m_french.window().fiche()->atelier().name, FrenchWindow::kFull, kPatience);
        m_french.walk().setData(kFiche, dataOf(m_french.window().fiche()->atelier()));
        action(QKeySequence(Qt::Key_F2))->trigger();
        auto *dialog = m_french.shown<gui::AtelierDialog>();
        QVERIFY(dialog);
        auto *tabs = dialog->findChild<QTabWidget *>();
        for (int i = 0; i < tabs->count(); ++i) {
            tabs->setCurrentIndex(i);
            look("editing a place");
        }
        const auto field = [&](const char *name) { return dialog->findChild<QLineEdit *>(QString::fromLatin1(name)); };
        QCOMPARE(field("asOf")->text(), QStringLiteral("31/05/2024"));
        QCOMPARE(field("position")->text(), QStringLiteral("48,38000 -4,48000"));
        auto *save = dialog->findChild<QPushButton *>(QStringLiteral("save"));
        field("asOf")->setText(QStringLiteral("31/06/2024")); // no such day
        save->click();
        m_french.walk().setData(QStringLiteral("repere::gui::AtelierDialog"), {field("asOf")->text()});
        look("editing with a wrong value");
        QVERIFY(saw("n’est pas compris"));
        field("asOf")->setText(QStringLiteral("01/06/2024"));
        field("surface")->setText(QStringLiteral("1300,5"));
        save->click();
        QTRY_COMPARE_WITH_TIMEOUT(m_french.window().fiche()->atelier().asOf, QStringLiteral("2024-06-01"), kPatience);
        QCOMPARE(m_french.window().fiche()->atelier().surface, std::optional(1300.5));
        QVERIFY(m_french.bannerSays(QStringLiteral("enregistré")));
        QAction *undo = action(QKeySequence::Undo);
        QTRY_VERIFY_WITH_TIMEOUT(undo->text().contains(FrenchWindow::kFull), kPatience);
        look("after an edit");
        undo->trigger();
        QVERIFY(m_french.bannerSays(QStringLiteral("Annulé")));
        QTRY_VERIFY_WITH_TIMEOUT(action(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z))->isEnabled(), kPatience);
        look("after an undo");
    }

    void history()
    {
        action(QKeySequence(Qt::CTRL | Qt::Key_H))->trigger();
        auto *history = m_french.shown<gui::HistoryDialog>();
        QVERIFY(history);
        m_french.walk().setData(QStringLiteral("repere::gui::HistoryDialog"), {testing::stillClock().author});
        const auto *changes = history->findChild<QAbstractItemView *>(QStringLiteral("changes"));
        QTRY_VERIFY_WITH_TIMEOUT(changes->model()->rowCount() >= 3, kPatience);
        look("the history");
        QVERIFY(saw("(annulé)"));
        QVERIFY(saw("22/11/2026 "));
        QVERIFY(FrenchWindow::close(history));
    }

    void duplicates()
    {
        action(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D))->trigger();
        auto *dialog = m_french.shown<gui::DuplicatesDialog>();
        QVERIFY(dialog);
        QTRY_VERIFY_WITH_TIMEOUT(dialog->findChild<QPushButton *>(QStringLiteral("again"))->isEnabled(), kPatience);
        QStringList data; // what the places say, in the list and in the columns of the two sides
        for (int row = 0; row < dialog->questions().rowCount(); ++row)
            data << dialog->questions().at(row).first.name << dialog->questions().at(row).second.name;
        const auto *sides = dialog->findChild<QAbstractItemView *>(QStringLiteral("comparison"))->model();
        for (int row = 0; row < sides->rowCount(); ++row)
            data << sides->index(row, 1).data().toString() << sides->index(row, 2).data().toString();
        data.removeAll(QStringLiteral("non indiqué")); // our own word
        m_french.walk().setData(QStringLiteral("repere::gui::DuplicatesDialog"), data);
        look("the questions about duplicates");
        QVERIFY(FrenchWindow::close(dialog));
    }

    void addresses()
    {
        const testing::HttpServerThread server([](const testing::HttpRequest &request) {
            return testing::geocoderAnswer(request, [](const QByteArray &line) -> QByteArray {
                static constexpr const char *const kinds[] = {"housenumber", "street", "locality", "municipality"};
                const int number = line.first(line.indexOf(',')).toInt();
                const QByteArray kind(kinds[number % 4]);
                return number % 5 == 0 ? QByteArray()
                                       : "45.5,3.5,1 Rue Haute 15300 Murat,0." + QByteArray::number(45 + number % 50)
                                             + ',' + kind + ",15300,Murat,15138";
            });
        });
        qputenv("REPERE_GEOCODER", server.url("/geocodage").toEncoded());
        action(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_G))->trigger();
        auto *dialog = m_french.shown<gui::GeocodeDialog>();
        QVERIFY(dialog);
        const models::AddressModel *model = dialog->model();
        QTRY_VERIFY_WITH_TIMEOUT(model->rowCount() > 10, kPatience);
        QStringList data{QStringLiteral("1 Rue Haute 15300 Murat")};
        for (const directory::AddressQuestion &question : model->questions())
            data << question.name << question.asked.words;
        m_french.walk().setData(QStringLiteral("repere::gui::GeocodeDialog"), data);
        look("the addresses to be asked");
        dialog->findChild<QPushButton *>(QStringLiteral("go"))->click();
        QTRY_COMPARE_WITH_TIMEOUT(model->counts().unasked, 0, kPatience);
        look("the answers about addresses");
        QVERIFY(saw("du centre de la commune"));
        QVERIFY(FrenchWindow::close(dialog));
        qunsetenv("REPERE_GEOCODER");
    }

    void helpDialogs()
    {
        action(QKeySequence(Qt::Key_F1))->trigger();
        auto *shortcuts = m_french.shown<QDialog>();
        QVERIFY(shortcuts);
        look("keyboard shortcuts");
        QVERIFY(saw("Maj"));
        QVERIFY(FrenchWindow::close(shortcuts));
        m_french.window().menuBar()->actions().last()->menu()->actions().last()->trigger();
        auto *about = m_french.shown<QDialog>();
        QVERIFY(about);
        look("about");
        QVERIFY(saw("contributeurs d’OpenStreetMap"));
        QVERIFY(FrenchWindow::close(about));
    }

    void fileDialogs()
    {
        // What Qt writes in them is Qt's; title and kinds of files are ours.
        for (const QKeySequence &keys :
             {QKeySequence(QKeySequence::New), QKeySequence(QKeySequence::Open),
              QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P)}) {
            action(keys)->trigger();
            auto *dialog = m_french.shown<QFileDialog>();
            QVERIFY(dialog);
            m_french.walk().add(dialog->windowTitle(), QStringLiteral("title of a file dialog"));
            for (const QString &kind : dialog->nameFilters())
                m_french.walk().add(kind, QStringLiteral("kind of file"));
            QVERIFY(FrenchWindow::close(dialog));
        }
        look("after the file dialogs");
    }

    void anImport()
    {
        const QString path = m_french.folder().filePath(QStringLiteral("liste.csv"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("nom;ville;code postal;mel\nChantier commun;Brest;29200;a@chantier.example\n;Lyon;69001;\n");
        file.close();
        QStringList data{QStringLiteral("liste.csv"),
                         QStringLiteral("liste"),
                         path,
                         QStringLiteral("Chantier commun"),
                         QStringLiteral("Brest"),
                         QStringLiteral("Brest · Lyon"),
                         QStringLiteral("29200"),
                         QStringLiteral("Lyon"),
                         QStringLiteral("29200 · 69001"),
                         QStringLiteral("nom"),
                         QStringLiteral("ville"),
                         QStringLiteral("code postal"),
                         QStringLiteral("mel"),
                         QStringLiteral("a@chantier.example"),
                         QStringLiteral("29019"),
                         QStringLiteral("Open Know-Where")};
        const auto sources = directory::openSources(QStringLiteral(REPERE_SOURCE_DATA));
        QVERIFY(sources.has_value());
        for (const exchange::OpenSource &source : *sources)
            data << source.name.french << source.licence << source.address.host() << source.address.toString();
        m_french.walk().setData(QStringLiteral("repere::gui::ImportDialog"), data);
        action(QKeySequence(Qt::CTRL | Qt::Key_I))->trigger();
        auto *dialog = m_french.shown<gui::ImportDialog>();
        QVERIFY(dialog);
        look("where an import comes from");
        QVERIFY(saw("D’où viennent les lieux"));
        QCOMPARE(clashingMnemonics(*dialog).join(u'\n'), QString());
        dialog->addFiles({path});
        auto *go = dialog->findChild<QPushButton *>(QStringLiteral("go"));
        QTRY_VERIFY_WITH_TIMEOUT(go->isEnabled(), kPatience);
        look("a table to import");
        go->click();
        QTRY_VERIFY_WITH_TIMEOUT(go->isEnabled(), kPatience);
        look("the columns of a table");
        QVERIFY(saw("Ce que contiennent les colonnes"));
        QCOMPARE(clashingMnemonics(*dialog).join(u'\n'), QString());
        go->click();
        QTRY_VERIFY_WITH_TIMEOUT(go->text().contains(QStringLiteral("1 lieu")), kPatience);
        look("what an import would do");
        QVERIFY(saw("1 rejeté"));
        QCOMPARE(clashingMnemonics(*dialog).join(u'\n'), QString());
        dialog->findChild<QToolButton *>(QStringLiteral("rejected"))->click();
        QTest::qWait(300);
        look("what an import rejects");
        QVERIFY(FrenchWindow::close(dialog));
    }

    void anEmptyDirectory()
    {
        QVERIFY(QDir(m_french.folder().path()).mkdir(QStringLiteral("vide")));
        m_french.workspace().open({.path = m_french.folder().filePath(QStringLiteral("vide/annuaire.gpkg")),
                                   .mode = store::OpenMode::Create,
                                   .seed = false});
        QTRY_VERIFY_WITH_TIMEOUT(m_french.window().findChild<QPushButton *>(QStringLiteral("emptyAdd")), kPatience);
        look("an empty directory");
        QVERIFY(saw("Cet annuaire est vide"));
        const QString none = m_french.folder().filePath(QStringLiteral("lieux.csv"));
        m_french.walk().setData(kBanner, {none});
        m_french.workspace().open({.path = none, .mode = store::OpenMode::ReadWrite, .seed = false});
        QVERIFY(m_french.bannerSays(none));
        look("no directory");
    }
};

int main(int argc, char **argv)
{
    return runFrenchTest<TestFrenchDialogs>(argc, argv);
}
#include "test_french_dialogs.moc"
