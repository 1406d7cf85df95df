// A damaged, deleted or replaced file in the window, in French: what is said, what is offered, what is there afterwards.
// REPERE_PICTURES=FOLDER keeps pictures of it.
#include "directory/language.h"
#include "gui/main_window.h"
#include "gui/recovery_actions.h"
#include "gui/recovery_dialog.h"
#include "gui/theme.h"
#include "models/support/sample_directory.h"

#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTreeWidget>

using namespace repere;
using testing::SampleWorkspace;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPatience = 30'000;

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("%s cannot be written", qPrintable(path));
}

/// Overwrites the first pages that hold these bytes.
QByteArray without(QByteArray bytes, const QByteArray &content)
{
    for (qsizetype page = 1; page < bytes.size() / 4096; ++page)
        if (bytes.mid(page * 4096, 4096).contains(content))
            bytes.replace(page * 4096, 4096, QByteArray(4096, '\xA5'));
    return bytes;
}

void keepPicture(const QString &name)
{
    const QString folder = qEnvironmentVariable("REPERE_PICTURES");
    if (folder.isEmpty())
        return;
    for (const auto &[choice, suffix] :
         {std::pair{gui::ThemeChoice::Dark, u"dark"_s}, std::pair{gui::ThemeChoice::Light, u"light"_s}}) {
        gui::applyTheme(*qApp, choice);
        QTest::qWait(300);
        for (QWidget *window : QApplication::topLevelWidgets())
            if (window->isVisible() && (window->isModal() || !QApplication::activeModalWidget()))
                window->grab().save(u"%1/%2-%3.png"_s.arg(folder, name, suffix));
    }
}

/// The sample with copies of three ages, in a window without its map.
struct Window {
    SampleWorkspace sample;
    QString path = sample.workspace.path();
    models::Words words{testing::shippedKnowledge(), true};
    gui::MainWindow window{sample.workspace, words, gui::WindowState{}, {u"Qt"_s}};

    Window()
    {
        gui::applyTheme(*qApp, gui::ThemeChoice::Light);
        window.resize(1280, 800);
        window.show();
        if (!QTest::qWaitForWindowExposed(&window))
            qFatal("the window does not show");
    }
    void makeCopies()
    {
        const QDateTime now = testing::stillClock().now();
        for (const int days : {31, 9, 0}) {
            auto opened =
                directory::Directory::open({.path = path}, testing::shippedKnowledge(), testing::stillClock());
            if (!opened
                || !(*opened)->add(testing::place(u"D’il y a %1 jours"_s.arg(days), u"35000"_s, u"Rennes"_s, {}, {})))
                qFatal("the sample cannot be written");
            opened->reset();
            JobContext job;
            if (directory::keepSafeCopy(path, now.addDays(-days), job) != directory::SafeCopyOutcome::Made)
                qFatal("no copy");
        }
        if (!QTest::qWaitFor([this] { return sample.workspace.result()->count() == 10; }, kPatience))
            qFatal("the changes are not seen");
    }
    gui::RecoveryDialog *dialog()
    {
        gui::RecoveryDialog *found = nullptr;
        const auto there = [&] {
            found = window.findChild<gui::RecoveryDialog *>();
            return found && found->isVisible();
        };
        return QTest::qWaitFor(there, kPatience) ? found : nullptr;
    }
    QString banner() { return window.findChild<QLabel *>(u"bannerText"_s)->text(); }
    QPushButton *bannerAction() { return window.findChild<QPushButton *>(u"bannerAction"_s); }
    bool says(const QString &part)
    {
        const bool said = QTest::qWaitFor([&] { return banner().contains(part); }, kPatience);
        if (!said)
            qWarning("the banner says: %s", qPrintable(banner()));
        return said;
    }
    void openAgain() { sample.workspace.open({.path = path}); }
};

} // namespace

class TestRecovery : public QObject
{
    Q_OBJECT

    QTemporaryDir m_state;

private slots:
    void initTestCase()
    {
        qputenv("XDG_STATE_HOME", m_state.path().toUtf8());
        directory::installLanguage(*qApp, u"fr"_s);
    }

    void aDamagedFileIsNotOpened()
    {
        Window w;
        w.makeCopies();
        // Another file is open while the damaged one is asked for.
        const QString other = w.sample.folder.filePath(u"abîmé.gpkg"_s);
        write(other, bytesOf(w.path).first(30'000));
        w.sample.workspace.open({.path = other});
        auto *dialog = w.dialog();
        QVERIFY(dialog);
        QVERIFY(dialog->findChild<QLabel *>(u"title"_s)->text().contains(u"abîmé.gpkg"));
        auto *damage = dialog->findChild<QPlainTextEdit *>(u"damage"_s);
        QTRY_VERIFY2_WITH_TIMEOUT(damage->toPlainText().contains(u"30"), qPrintable(damage->toPlainText()), kPatience);
        QVERIFY(!dialog->findChild<QTreeWidget *>()->isVisible());
        auto *salvage = dialog->findChild<QPushButton *>(u"salvage"_s);
        QVERIFY(salvage->isVisible());
        // Cut so early, nothing of it is left: what cannot be done is not offered, and why is said.
        QTRY_VERIFY_WITH_TIMEOUT(!salvage->isEnabled(), kPatience);
        auto *readable = dialog->findChild<QLabel *>(u"readable"_s);
        QVERIFY(readable->isVisible());
        QVERIFY2(readable->text().contains(u"abîmé.gpkg"), qPrintable(readable->text()));
        QCOMPARE(salvage->toolTip(), readable->text());
        keepPicture(u"recovery-no-copies"_s);
        dialog->reject();
        QTRY_VERIFY(!w.window.findChild<gui::RecoveryDialog *>());
        QCOMPARE(w.sample.workspace.path(), w.path); // the other goes on
        QCOMPARE(w.sample.workspace.result()->count(), 10);
        QVERIFY(w.bannerAction()->isVisible());
        QCOMPARE(bytesOf(other).size(), 30'000);
    }

    void aCopyIsPutBack()
    {
        Window w;
        w.makeCopies();
        const QByteArray damaged = without(bytesOf(w.path), "Clermont-Ferrand");
        write(w.path, damaged.first(damaged.size() - 20'000));
        w.openAgain();
        auto *dialog = w.dialog();
        QVERIFY(dialog);
        auto *copies = dialog->findChild<QTreeWidget *>();
        QCOMPARE(copies->topLevelItemCount(), 3);
        QTRY_COMPARE_WITH_TIMEOUT(copies->topLevelItem(0)->text(1), u"10"_s, kPatience);
        QCOMPARE(copies->topLevelItem(2)->text(1), u"8"_s);
        QVERIFY(copies->topLevelItem(1)->text(0).contains(u"13/11/2026"));
        auto *damage = dialog->findChild<QPlainTextEdit *>(u"damage"_s);
        QTRY_VERIFY_WITH_TIMEOUT(damage->toPlainText().contains(u"tronqué"), kPatience);
        // The copies help where nothing of the file itself can be read.
        auto *readable = dialog->findChild<QLabel *>(u"readable"_s);
        QTRY_VERIFY2_WITH_TIMEOUT(readable->text().contains(u"Rien ne peut être lu"), qPrintable(readable->text()),
                                  kPatience);
        QVERIFY(!dialog->findChild<QPushButton *>(u"salvage"_s)->isEnabled());
        QVERIFY(dialog->findChild<QPushButton *>(u"putBack"_s)->isEnabled());
        keepPicture(u"recovery"_s);
        copies->setCurrentItem(copies->topLevelItem(1));
        QTest::mouseClick(dialog->findChild<QPushButton *>(u"putBack"_s), Qt::LeftButton);
        QVERIFY(w.says(u"annuaire.before-restore-1.gpkg"_s));
        QTRY_COMPARE_WITH_TIMEOUT(w.sample.workspace.result() ? w.sample.workspace.result()->count() : -1, 9,
                                  kPatience);
        QVERIFY(w.banner().contains(u"13/11/2026"));
        keepPicture(u"recovery-after"_s);
        QCOMPARE(bytesOf(w.sample.folder.filePath(u"annuaire.before-restore-1.gpkg"_s)).size(),
                 damaged.size() - 20'000);
    }

    void foundAfterOpening_data()
    {
        QTest::addColumn<bool>("counted");
        QTest::newRow("saved when it is counted") << true;
        QTest::newRow("saved at once") << false; // while what can be read is still being counted
    }
    void foundAfterOpening()
    {
        QFETCH(bool, counted);
        Window w;
        w.makeCopies();
        // A page that opening does not read: the names of the changes.
        QSignalSpy opened(&w.sample.workspace, &models::Workspace::opened);
        w.sample.workspace.open({.path = w.path}); // the connection that made them is closed
        QTRY_COMPARE_WITH_TIMEOUT(opened.count(), 1, kPatience);
        QByteArray broken = bytesOf(w.path);
        const qsizetype page = broken.lastIndexOf("2026-11-22T12:00:00") / 4096;
        QVERIFY(page > 0);
        broken.replace(page * 4096, 64, QByteArray(64, '\xA5'));
        write(w.path, broken);
        auto *recovery = w.window.findChild<gui::RecoveryActions *>();
        recovery->keeper().setDelay(0);
        w.openAgain();
        QVERIFY(w.says(u"endommagé"_s));
        QVERIFY(!w.sample.workspace.readOnlyReason().isEmpty());
        QVERIFY(w.window.windowTitle().contains(u"lecture seule"));
        keepPicture(u"recovery-banner"_s);
        QCOMPARE(bytesOf(w.path), broken); // not touched
        QTest::mouseClick(w.bannerAction(), Qt::LeftButton);
        auto *dialog = w.dialog();
        QVERIFY(dialog);
        const auto *readable = dialog->findChild<QLabel *>(u"readable"_s);
        if (counted)
            QTRY_VERIFY2_WITH_TIMEOUT(readable->text().contains(u"10 lieux peuvent"), qPrintable(readable->text()),
                                      kPatience);
        QTest::mouseClick(dialog->findChild<QPushButton *>(u"salvage"_s), Qt::LeftButton);
        QVERIFY(w.says(u"annuaire.before-restore-1.gpkg"_s));
        QTRY_VERIFY_WITH_TIMEOUT(w.sample.workspace.readOnlyReason().isEmpty(), kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(w.sample.workspace.result() ? w.sample.workspace.result()->count() : -1, 10,
                                  kPatience);
        QVERIFY(!w.window.windowTitle().contains(u"lecture seule"));
    }

    void deletedWhileOpen()
    {
        Window w;
        QVERIFY(QFile::remove(w.path));
        QVERIFY(w.says(QDir::toNativeSeparators(w.path)));
        QVERIFY(w.bannerAction()->isVisible());
        keepPicture(u"recovery-deleted"_s);
        std::optional<Result<void>> saved;
        const QString copy = w.sample.folder.filePath(u"copie.gpkg"_s);
        w.sample.workspace.ask<Result<void>>(
            &w.window,
            [copy](directory::Directory &directory) {
                JobContext job;
                return directory.backup(copy, job);
            },
            [&saved](const Result<void> &done) { saved = done; });
        QTRY_VERIFY_WITH_TIMEOUT(saved.has_value(), kPatience);
        QVERIFY(saved->has_value());
        w.sample.workspace.open({.path = copy});
        QTRY_COMPARE_WITH_TIMEOUT(w.sample.workspace.path(), copy, kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(w.sample.workspace.result() ? w.sample.workspace.result()->count() : -1, 7,
                                  kPatience);
    }

    void copiesComeByThemselves()
    {
        Window w;
        w.window.findChild<gui::RecoveryActions *>()->keeper().setDelay(0);
        w.openAgain();
        QTRY_COMPARE_WITH_TIMEOUT(directory::safeCopies(w.path).size(), std::size_t{1}, kPatience);
        QTest::qWait(200);
        const auto first = directory::safeCopies(w.path);
        w.openAgain();
        QTest::qWait(1000);
        QCOMPARE(directory::safeCopies(w.path), first); // it has not changed
        w.window.findChild<gui::RecoveryActions *>()->restore->trigger();
        auto *dialog = w.dialog();
        QVERIFY(dialog);
        QVERIFY(!dialog->findChild<QPushButton *>(u"salvage"_s)->isVisible());
        QTRY_COMPARE_WITH_TIMEOUT(dialog->findChild<QTreeWidget *>()->topLevelItem(0)->text(1), u"7"_s, kPatience);
        keepPicture(u"recovery-asked"_s);
        dialog->reject();
    }
};

QTEST_MAIN(TestRecovery)
#include "test_recovery.moc"
