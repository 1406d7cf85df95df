// A directory of somebody who means harm: HTML, scripts, pictures, control and bidi characters, a megabyte of text, addresses
// that are none. All of it is text, in every place where the window shows it; nothing is opened, nothing is fetched.
#include "directory/provenance.h"
#include "gui/banner.h"
#include "gui/duplicates_dialog.h"
#include "gui/export_dialog.h"
#include "gui/fiche.h"
#include "gui/import_dialog.h"
#include "gui/main_window.h"
#include "gui/origins_dialog.h"
#include "gui/sources_dialog.h"
#include "gui/support/told_texts.h"
#include "gui/theme.h"
#include "models/support/sample_directory.h"
#include "support/http_server.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QDesktopServices>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QPushButton>
#include <QTreeWidget>

#include <fcntl.h>
#include <sys/inotify.h>
#include <unistd.h>

using namespace repere;
using namespace Qt::StringLiterals;
using testing::SampleWorkspace;

namespace {

constexpr int kPatience = 30'000;
const QString kMark = u"Piège"_s;

/// A picture on this disk that nobody must open.
class Bait
{
public:
    explicit Bait(const QString &path) : m_path(path), m_watch(inotify_init1(IN_NONBLOCK | IN_CLOEXEC))
    {
        QImage(4, 4, QImage::Format_RGB32).save(path);
        if (m_watch < 0 || inotify_add_watch(m_watch, path.toUtf8().constData(), IN_OPEN) < 0)
            qFatal("inotify does not work here");
    }
    ~Bait() { ::close(m_watch); }
    QString url() const { return u"file://"_s + m_path; }
    bool wasTaken() const
    {
        char event[sizeof(inotify_event) + NAME_MAX + 1];
        return ::read(m_watch, event, sizeof event) > 0;
    }

private:
    QString m_path;
    int m_watch;
};

/// What the desktop was asked to open.
class Desktop : public QObject
{
    Q_OBJECT
public:
    Desktop()
    {
        for (const char *scheme : {"http", "https", "file", "javascript", "geo", "mailto", "tel", "smb", "data"})
            QDesktopServices::setUrlHandler(QString::fromLatin1(scheme), this, "take");
    }
    QList<QUrl> opened;
public slots:
    void take(const QUrl &url) { opened << url; }
};

struct Window {
    testing::HttpServerThread server{[](const testing::HttpRequest &) { return testing::HttpAnswer::ok("x"); }};
    SampleWorkspace sample;
    Bait bait{sample.folder.filePath(u"appât.png"_s)};
    gui::MainWindow window{sample.workspace, sample.words, gui::WindowState{}, {u"Qt"_s}};
    testing::ToldTexts texts{kMark};

    Window()
    {
        gui::applyTheme(*qApp, gui::ThemeChoice::Light);
        window.resize(1300, 850);
        window.show();
        if (!QTest::qWaitForWindowExposed(&window))
            qFatal("the window does not show");
    }
    /// Short enough to be seen whole, begins like HTML as a detector would want it.
    QString text() const
    {
        return u"<b>%1</b> & <img src=\"%2\"><img src=\"%3\"><a href=\"file:///\">&x</a>\u202Egnp\u0007 end"_s.arg(
            kMark, bait.url(), server.url("/picture.png").toString());
    }
    Atelier place(const QString &suffix = {}) const
    {
        const QString hostile = text() + suffix;
        Atelier atelier = testing::place(hostile, hostile, hostile, {u"fablab"_s}, {u"laser-cutter"_s});
        atelier.address = atelier.openingHours = atelier.organisation = atelier.notes = atelier.phone = hostile;
        atelier.email = hostile;
        atelier.website = u"javascript:alert('%1')"_s.arg(kMark);
        atelier.point = GeoPoint{48.1, -1.68};
        atelier.precision = PositionPrecision::Exact;
        EquipmentItem &laser = atelier.equipment.front();
        laser.raw = laser.model = laser.conditions = hostile;
        atelier.equipment.push_back({{}, hostile, {}, {}, {}, false});
        for (const char *year : {"2019", "2021"}) {
            Atelier said;
            said.name = hostile + QString::fromLatin1(year);
            atelier.provenance.push_back({.source = hostile + QString::fromLatin1(year),
                                          .recordKey = u"1"_s,
                                          .url = u"file:///etc/passwd"_s,
                                          .licence = hostile,
                                          .asOf = QString::fromLatin1(year),
                                          .values = directory::valuesToJson(said),
                                          .goneSince = u"2022-01-01"_s});
        }
        return atelier;
    }
    AtelierId add(const Atelier &atelier)
    {
        const auto id = ask<Result<AtelierId>>([atelier](directory::Directory &d) { return d.add(atelier); });
        if (!id)
            qFatal("%s", qPrintable(id.error().message));
        sample.workspace.refresh();
        if (!QTest::qWaitFor([&] { return sample.workspace.result()->find(*id).has_value(); }, kPatience))
            qFatal("the place does not show");
        return *id;
    }
    template <typename T> T ask(std::function<T(directory::Directory &)> work)
    {
        std::optional<T> answer;
        sample.workspace.ask<T>(&window, std::move(work), [&answer](T value) { answer = std::move(value); });
        if (!QTest::qWaitFor([&answer] { return answer.has_value(); }, kPatience))
            qFatal("the directory does not answer");
        return std::move(*answer);
    }
    bool select(AtelierId id)
    {
        sample.workspace.select(id);
        return QTest::qWaitFor([&] { return window.fiche()->atelier().id == id; }, kPatience);
    }
    void trigger(const QString &part)
    {
        for (QAction *menu : window.menuBar()->actions())
            for (QAction *action : menu->menu()->actions())
                if (action->text().remove(u'&').contains(part))
                    return action->trigger();
        qFatal("no action %s", qPrintable(part));
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
        return QTest::qWaitFor(there, kPatience) ? dialog : nullptr;
    }
    static QString rowText(QAbstractItemView *view) { return view->model()->index(0, 0).data().toString(); }
    void look(const char *state)
    {
        QTest::qWait(60); // layouts and paintings
        texts.look(QString::fromLatin1(state));
    }
};

#define NOTHING_WRONG(w)                                                    \
    do {                                                                    \
        const QStringList faults = (w).texts.takeFaults();                  \
        QVERIFY2(faults.isEmpty(), qPrintable(u'\n' + faults.join(u'\n'))); \
    } while (false)

} // namespace

class TestHostile : public QObject
{
    Q_OBJECT

private slots:
    void listAndFiche()
    {
        Window w;
        QVERIFY(w.select(w.add(w.place())));
        w.look("fiche");
        QVERIFY(w.texts.seen() > 15);
        NOTHING_WRONG(w);
        // What Qt takes for a link must be ours.
        for (const QLabel *label : w.window.fiche()->findChildren<QLabel *>())
            QVERIFY2(label->textFormat() == Qt::PlainText || label->inherits("QTipLabel"), qPrintable(label->text()));
        QVERIFY(!w.bait.wasTaken());
        QVERIFY(w.server.requests().isEmpty());
    }

    void dialogs()
    {
        Window w;
        const AtelierId first = w.add(w.place());
        w.add(w.place(u" bis"_s));
        QVERIFY(w.select(first));

        w.window.fiche()->findChild<QPushButton *>(u"ficheOrigins"_s)->click();
        auto *origins = w.shown<gui::OriginsDialog>();
        QVERIFY(origins);
        w.look("origins");
        origins->reject();

        w.window.fiche()->findChild<QPushButton *>(u"ficheEdit"_s)->click();
        auto *edit = w.shown<QDialog>();
        QVERIFY(edit);
        w.look("edit");
        edit->reject();

        w.trigger(u"Duplicates"_s);
        auto *twins = w.shown<gui::DuplicatesDialog>();
        QVERIFY(twins);
        auto *questions = twins->findChild<QAbstractItemView *>(u"questions"_s);
        QTRY_VERIFY_WITH_TIMEOUT(questions->model()->rowCount() > 0, kPatience);
        w.look("twins");
        twins->reject();

        w.trigger(u"Order of the sources"_s);
        auto *sources = w.shown<gui::SourcesDialog>();
        QVERIFY(sources);
        w.look("sources");
        sources->reject();

        w.trigger(u"Export"_s);
        auto *exporting = w.shown<gui::ExportDialog>();
        QVERIFY(exporting);
        auto *licences = exporting->findChild<QLabel *>(u"licences"_s);
        QTRY_VERIFY_WITH_TIMEOUT(licences->text().contains(kMark), kPatience);
        w.look("export");
        exporting->reject();

        w.trigger(u"History"_s);
        auto *history = w.shown<QDialog>();
        QVERIFY(history);
        auto *changes = history->findChild<QTreeWidget *>(u"changes"_s);
        QTRY_VERIFY_WITH_TIMEOUT(changes->topLevelItemCount() > 0, kPatience);
        w.look("history");
        history->reject();
        NOTHING_WRONG(w);
        QVERIFY(!w.bait.wasTaken());
        QVERIFY(w.server.requests().isEmpty());
    }

    void emptyStateChipsAndBanner()
    {
        Window w;
        w.add(w.place());
        Filter filter;
        filter.text = kMark;
        filter[Facet::Region].values = {u"84"_s}; // it is in another one
        QVERIFY(w.sample.filter(filter));
        QTRY_VERIFY_WITH_TIMEOUT(w.window.findChild<QPushButton *>(u"showNearest"_s), kPatience);
        w.look("empty state");
        filter = {};
        filter.text = w.text();
        QVERIFY(w.sample.filter(filter));
        w.look("chips");
        w.window.say(w.text());
        w.look("banner");
        NOTHING_WRONG(w);
        QVERIFY(!w.bait.wasTaken());
        QVERIFY(w.server.requests().isEmpty());
    }

    void importDialog()
    {
        Window w;
        const QString path = w.sample.folder.filePath(u"<b>Piège<b> &x.csv"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QString cell = w.text();
        cell.replace(u'"', u"\"\""_s);
        file.write((u"name,city,<b>Piège</b>,equipment,website\n\"%1\",\"%1\",\"%1\",\"%1\",file:///etc/passwd\n"
                    "=cmd|'/c calc'!A1,Rennes,x,laser,javascript:alert(1)\n"_s.arg(cell))
                       .toUtf8());
        file.close();
        w.trigger(u"Import"_s);
        auto *dialog = w.shown<gui::ImportDialog>();
        QVERIFY(dialog);
        dialog->addFiles({path});
        auto *go = dialog->findChild<QPushButton *>(u"go"_s);
        QTRY_VERIFY_WITH_TIMEOUT(go->isEnabled(), kPatience);
        w.look("import, files");
        go->click();
        QTRY_VERIFY_WITH_TIMEOUT(go->isEnabled(), kPatience);
        w.look("import, columns");
        go->click();
        auto *list = dialog->findChild<QAbstractItemView *>(u"list"_s);
        QTRY_VERIFY_WITH_TIMEOUT(list->model() && list->model()->rowCount() > 0
                                     && !list->model()->index(0, 0).data().toString().isEmpty(),
                                 kPatience);
        w.look("import, preview");
        dialog->reject();
        NOTHING_WRONG(w);
        QVERIFY(!w.bait.wasTaken());
        QVERIFY(w.server.requests().isEmpty());
    }

    void aMegabyteInEveryField()
    {
        Window w;
        Atelier atelier = w.place();
        const QString much = w.text() + QString(1'000'000, u'A');
        atelier.name = atelier.city = atelier.notes = atelier.address = atelier.equipment.back().raw = much;
        atelier.equipment.front().conditions = much;
        QVERIFY(w.select(w.add(atelier)));
        w.look("a megabyte");
        NOTHING_WRONG(w);
        QCOMPARE(w.window.fiche()->atelier().notes, much); // only what is shown is cut
    }

    void onlyWebAndMapAddressesAreOpened()
    {
        Window w;
        Desktop desktop;
        for (const char *address : {"javascript:alert(1)", "file:///etc/passwd", "smb://host/share", "data:text/html,x",
                                    "https://user:pass@example.org/", "https://example.org\u0000/"})
            emit w.window.fiche()->linkRequested(QUrl(QString::fromUtf8(address)));
        for (const QUrl &url : desktop.opened)
            QVERIFY2(url.scheme() == u"https", qPrintable(url.toString()));
        desktop.opened.clear();
        emit w.window.fiche()->linkRequested(QUrl(u"https://example.org/lab"_s));
        emit w.window.fiche()->linkRequested(QUrl(u"geo:48.1,-1.68"_s));
        QCOMPARE(desktop.opened.size(), 2);
    }

    void linksOfAFicheLeadWhereTheySay_data()
    {
        QTest::addColumn<QString>("website");
        QTest::addColumn<QString>("opened"); // empty: it is no link
        QTest::newRow("javascript") << u"javascript:alert(1)"_s << QString();
        QTest::newRow("javascript in capitals") << u"JavaScript://example.org/%0aalert(1)"_s << QString();
        QTest::newRow("file") << u"file:///etc/passwd"_s << QString();
        QTest::newRow("share") << u"smb://example.org/x"_s << QString();
        QTest::newRow("data") << u"data://example.org/x"_s << QString();
        QTest::newRow("html") << u"https://example.org/\"><img src=x>"_s
                              << u"https://example.org/%22%3E%3Cimg%20src=x%3E"_s;
        QTest::newRow("web") << u"www.example.org"_s << u"https://www.example.org"_s;
    }
    void linksOfAFicheLeadWhereTheySay()
    {
        QFETCH(const QString, website);
        QFETCH(const QString, opened);
        Window w;
        Desktop desktop;
        Atelier atelier = testing::place(u"Lieu"_s, {}, {}, {}, {});
        atelier.website = website;
        QVERIFY(w.select(w.add(atelier)));
        for (const QLabel *label : w.window.fiche()->findChildren<QLabel *>()) {
            if (label->textFormat() == Qt::RichText)
                emit const_cast<QLabel *>(label)->linkActivated(u"javascript:alert(1)"_s);
        }
        if (opened.isEmpty())
            QVERIFY(desktop.opened.isEmpty());
        else
            QCOMPARE(desktop.opened, QList<QUrl>{QUrl(opened)});
    }
};

QTEST_MAIN(TestHostile)
#include "test_hostile.moc"
