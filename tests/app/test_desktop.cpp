// The built program as its own process on a desktop, driven by mouse and keys through the X server and read through the
// accessibility bus, as a person would do it; its answers are compared with those of repere-cli.
#include "directory/support/newer_starter.h"
#include "support/session.h"

#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using repere::testing::Desk;
using repere::testing::french;
using repere::testing::kPatience;
using repere::testing::namesOf;
using repere::testing::Screen;
using repere::testing::Session;
using repere::testing::Thing;

class TestDesktop : public QObject
{
    Q_OBJECT

    std::unique_ptr<Session> m_session;

private slots:
    void init() { m_session = std::make_unique<Session>(); }
    void cleanup()
    {
        if (QTest::currentTestFailed())
            m_session->tell(QString::fromUtf8(QTest::currentTestFunction()));
        m_session.reset();
    }

    /// Qt's X11 platform has an option of that name, too.
    void theTitleOfAPosterIsOurs()
    {
        const QString path = m_session->desk.path(QStringLiteral("poster.svg"));
        m_session->desk.outputOf(QStringLiteral("repere"),
                                 {QStringLiteral("--snapshot"), path, QStringLiteral("--poster"), QStringLiteral("A4"),
                                  QStringLiteral("--region"), QStringLiteral("bretagne"), QStringLiteral("--title"),
                                  QStringLiteral("Nos ateliers")});
        QFile poster(path);
        QVERIFY(poster.open(QIODevice::ReadOnly));
        QVERIFY(poster.readAll().contains(">Nos ateliers<"));
    }

    void typingFindsWhatTheCommandLineFinds()
    {
        Session &s = *m_session;
        QVERIFY(s.openWindow());
        QVERIFY(s.shows(french("379 lieux sur 379")));
        const auto box = s.screen.find(french("Rechercher"), french("text"));
        QVERIFY(box);
        Desk::click(box->rect.center());
        Desk::type(french("trotec"));
        const QJsonObject expected = s.search({french("trotec")});
        const int count = expected[u"count"].toInt();
        QVERIFY(count > 1);
        QVERIFY(s.shows(QStringLiteral("%1 lieux sur 379").arg(count)));
        const QStringList names = namesOf(expected);
        const QStringList listed = s.listed();
        QVERIFY(listed.size() >= std::min<qsizetype>(3, names.size()));
        for (qsizetype row = 0; row < listed.size(); ++row)
            QVERIFY2(listed[row].startsWith(names[row] + french(", ")), qPrintable(listed[row] + u'/' + names[row]));
        Desk::key(french("ctrl+a"));
        Desk::key(french("BackSpace"));
        QVERIFY(s.shows(french("379 lieux sur 379")));
    }

    void aPlaceIsChosenFromTheListByOneKey()
    {
        Session &s = *m_session;
        QVERIFY(s.openWindow());
        const int before = s.desk.windows();
        Desk::key(french("ctrl+l"));
        Desk::type(french("Murat"));
        QTRY_VERIFY_WITH_TIMEOUT(s.desk.windows() > before, kPatience); // the list
        Desk::key(french("Return"));
        QVERIFY(s.showsBeginning(french("Retirer\u00a0: à moins de 30")));
        QTest::qWait(500); // it could open again
        QCOMPARE(s.desk.windows(), before);
    }

    void theMainJobByMouse()
    {
        Session &s = *m_session;
        QVERIFY(s.openWindow());
        for (const char *label : {"Bretagne", "Découpe laser"}) {
            QVERIFY2(s.clickFacet(french(label)), label);
            QVERIFY(s.shows(french("Retirer\u00a0: ") + french(label)));
        }
        const QStringList filter{french("--region"), french("Bretagne"), french("--equipment"), french("laser-cutter")};
        const QJsonObject expected = s.search(filter);
        const int count = expected[u"count"].toInt();
        QVERIFY(s.shows(QStringLiteral("%1 lieux sur 379").arg(count)));
        // Honest about the rest: "9 sur 60 en Bretagne en ont une ; 47 ne disent rien de leurs machines".
        const int all = s.search({french("--region"), french("Bretagne")})[u"count"].toInt();
        const int silent =
            s.search({french("--region"), french("Bretagne"), french("--equipment"), french("unknown")})[u"count"]
                .toInt();
        QVERIFY(s.showsBeginning(QStringLiteral("%1 sur %2 en Bretagne en ont une").arg(count).arg(all)));
        QVERIFY(s.showsBeginning(QStringLiteral("%1 ne disent rien de leurs machines").arg(silent)));

        // The list, its first place by mouse, its fiche.
        const QStringList names = namesOf(expected);
        const auto first = s.beginningWith(names.first() + french(", "));
        QVERIFY(first);
        Desk::click(first->rect.center());
        QVERIFY(QTest::qWaitFor(
            [&] {
                const auto fiche = s.screen.inside(french("Fiche"));
                return std::ranges::any_of(fiche, [&](const Thing &thing) { return thing.name == names.first(); });
            },
            kPatience));

        // Exported through the dialog, under a name typed by hand, and read back.
        const auto button = s.beginningWith(QStringLiteral("Exporter %1 lieux").arg(count));
        QVERIFY(button);
        Desk::click(button->rect.center());
        QVERIFY(s.shows(french("Fichier")));
        const auto file = s.screen.find(french("Fichier"), french("text"));
        QVERIFY(file);
        Desk::click(file->rect.center());
        Desk::key(french("ctrl+a"));
        const QString path = s.desk.path(french("bretagne laser.csv"));
        Desk::type(path);
        const auto go = s.screen.find(french("Exporter"), french("push button"));
        QVERIFY(go);
        Desk::click(go->rect.center());
        QVERIFY(s.shows(QStringLiteral("%1 lieux exportés vers %2").arg(count).arg(path)));
        QFile written(path);
        QVERIFY(written.open(QIODevice::ReadOnly));
        const QByteArray bytes = written.readAll();
        QVERIFY(bytes.startsWith("\xEF\xBB\xBF"));
        const QString other = s.desk.path(french("cli.csv"));
        s.desk.cli(QStringList{french("export")} + filter + QStringList{french("--to"), other});
        QFile compared(other);
        QVERIFY(compared.open(QIODevice::ReadOnly));
        QCOMPARE(bytes, compared.readAll());
        QCOMPARE(bytes.count("\r\n"), count + 1);
        for (const QString &name : names)
            QVERIFY2(bytes.contains(name.toUtf8()), qPrintable(name));
    }

    void aClusterAtItsPixels()
    {
        Session &s = *m_session;
        QVERIFY(s.openWindow());
        // The sign of many: "41 lieux, 3 sur 12, à 42 km au nord". It is where the picture has something to see, and a
        // click there zooms in.
        const QRegularExpression spoken(french("^(.*?)(, position approximative)?, \\d+ sur \\d+, "));
        const auto signOf = [&](bool lone) {
            const auto parts = s.screen.inside(french("Carte"));
            const auto found = std::ranges::find_if(parts, [&](const Thing &thing) {
                // What lies over the map, switch, legend and buttons, takes the clicks below it.
                return thing.rect.top() > 180 && thing.rect.bottom() < 640 && thing.rect.right() < 1070
                       && thing.rect.left() > 660 && thing.role == french("push button")
                       && spoken.match(thing.name).hasMatch()
                       && lone != spoken.match(thing.name).captured(1).endsWith(french(" lieux"));
            });
            return found == parts.end() ? std::nullopt : std::optional(*found);
        };
        QVERIFY(QTest::qWaitFor([&] { return signOf(false).has_value(); }, kPatience));
        QTest::qWait(1500); // the ground under the signs is painted
        const Thing many = *signOf(false);
        const QImage before = Screen::picture();
        QVERIFY(before.rect().contains(many.rect));
        QSet<QRgb> colours;
        for (int x = many.rect.left(); x <= many.rect.right(); ++x)
            colours << before.pixel(x, many.rect.center().y());
        QVERIFY(colours.size() > 3); // a disc with its ring, not plain ground
        Desk::click(many.rect.center());
        QVERIFY(QTest::qWaitFor([&] { return !s.screen.find(many.name).has_value(); }, kPatience));
        // On and on, until a lone place can be clicked: its fiche opens.
        for (int step = 0; step < 8 && !signOf(true); ++step) {
            const auto next = signOf(false);
            QVERIFY(next);
            Desk::click(next->rect.center());
            QTest::qWait(1200);
        }
        const auto lone = signOf(true);
        QVERIFY(lone);
        const QString name = spoken.match(lone->name).captured(1);
        Desk::click(lone->rect.center());
        QVERIFY(QTest::qWaitFor(
            [&] {
                const auto fiche = s.screen.inside(french("Fiche"));
                return std::ranges::any_of(fiche, [&](const Thing &thing) { return thing.name == name; });
            },
            kPatience));
        QVERIFY(s.beginningWith(name + french(", ")).has_value()); // and the list shows it, too
    }

    void importedByDialogAndTakenBack()
    {
        Session &s = *m_session;
        QVERIFY(s.openWindow());
        const QString path = s.desk.path(french("nouveaux.csv"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("name,types,postcode,city,equipment\nAtelier du Pont,fablab,15300,Murat,laser-cutter\n"
                   "Sans ville,fablab,,,\n");
        file.close();
        Desk::key(french("ctrl+i"));
        QVERIFY(s.shows(french("D’où viennent les lieux")));
        const int windows = s.desk.windows();
        QVERIFY(s.press(french("Choisir des fichiers…")));
        QVERIFY(QTest::qWaitFor([&] { return s.desk.windows() > windows; }, kPatience));
        Desk::type(path);
        Desk::key(french("Return"));
        QVERIFY(s.shows(french("nouveaux.csv")));
        QVERIFY(s.press(french("Suivant")));
        QVERIFY(s.shows(french("Colonnes du tableau"))); // a table of anybody's: its columns are guessed
        QVERIFY(s.press(french("Suivant")));
        QVERIFY(s.shows(french("Ce qui changerait")));
        QCOMPARE(s.search({})[u"count"].toInt(), 379); // a preview writes nothing
        QVERIFY(s.press(french("Importer 2 lieux")));
        QVERIFY(s.showsBeginning(french("Lus\u00a0: 2. Nouveaux\u00a0: 2")));
        QVERIFY(s.shows(french("381 lieux sur 381")));
        // Undone by the menu's key; the history says so.
        Desk::key(french("ctrl+z"));
        QVERIFY(s.shows(french("379 lieux sur 379")));
        const auto history =
            QJsonDocument::fromJson(s.desk.cli({french("history"), french("--format"), french("json")}));
        QVERIFY2(history.toJson().contains("nouveaux.csv"), history.toJson().constData());
        // The starter directory itself is the ground of the file: the key takes nothing more.
        Desk::key(french("ctrl+z"));
        QTest::qWait(500);
        QVERIFY(s.shows(french("379 lieux sur 379")));
    }

    void aCopyIsSavedByDialog()
    {
        Session &s = *m_session;
        QVERIFY(s.openWindow());
        const QString path = s.desk.path(french("copie de l'été.gpkg"));
        Desk::key(french("ctrl+shift+s"));
        QVERIFY(s.shows(french("Enregistrer une copie")));
        Desk::key(french("ctrl+a"));
        Desk::type(path);
        Desk::key(french("Return"));
        QVERIFY(s.shows(french("Copie enregistrée\u00a0: ") + path));
        const QByteArray found = s.desk.cli({french("--directory"), path, french("search"), french("--limit"),
                                             french("1"), french("--format"), french("json")});
        QCOMPARE(QJsonDocument::fromJson(found).object()[u"total"].toInt(), 379);
    }

    void aNewerStarterIsOffered()
    {
        Session &s = *m_session;
        QVERIFY(s.openWindow());
        QVERIFY(!s.screen.find(french("L’importer")));
        s.desk.kill();
        const QTemporaryDir data;
        QVERIFY(repere::test::writeNewerData(data.path()));
        s.desk.useData(data.path());
        QVERIFY(s.openWindow());
        QVERIFY(s.shows(french("L’importer"), kPatience));
        Desk::click(s.screen.find(french("L’importer"))->rect.center());
        QVERIFY(s.shows(french("380 lieux sur 380")));
        QVERIFY(s.showsBeginning(french("Lus\u00a0: 380. Nouveaux\u00a0: 1, fusionnés\u00a0: 2")));
    }

    void killedAndOpenedAgain()
    {
        Session &s = *m_session;
        QVERIFY(s.openWindow());
        QVERIFY(s.clickFacet(french("Bretagne")));
        const QJsonObject expected = s.search({french("--region"), french("Bretagne")});
        const QString count = QStringLiteral("%1 lieux sur 379").arg(expected[u"count"].toInt());
        QVERIFY(s.shows(count));
        const QString name = namesOf(expected).at(2);
        const auto third = s.beginningWith(name + french(", "));
        QVERIFY(third);
        Desk::click(third->rect.center());
        QTest::qWait(4000); // the state is written a moment after the last act
        s.desk.kill();
        QVERIFY(s.openWindow());
        QVERIFY(s.shows(count));
        QVERIFY(s.shows(french("Retirer\u00a0: Bretagne")));
        QVERIFY(QTest::qWaitFor(
            [&] {
                const auto fiche = s.screen.inside(french("Fiche"));
                return std::ranges::any_of(fiche, [&](const Thing &thing) { return thing.name == name; });
            },
            kPatience));
        const QByteArray report = s.desk.cli({french("check")});
        QVERIFY2(!report.isEmpty(), report.constData());
    }
};

int main(int argc, char **argv)
{
    repere::testing::needDesktop(argv);
    QCoreApplication application(argc, argv);
    TestDesktop test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_desktop.moc"
