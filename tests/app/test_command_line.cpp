// The built program as its own process, without a window: usage, exit statuses, pictures.
#include <QDir>
#include <QImage>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

namespace {

struct Outcome {
    int status = -1;
    QString out;
    QString err;
};

/// Runs `repere` with a home of its own; a test never meets the person's files.
Outcome run(const QStringList &arguments, const QString &home, const QString &language = QStringLiteral("en_GB.UTF-8"),
            const QString &program = QStringLiteral("repere"))
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    environment.insert(QStringLiteral("LC_ALL"), language);
    for (const char *name : {"XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"})
        environment.insert(QString::fromLatin1(name), home + u'/' + QString::fromLatin1(name).toLower());
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(REPERE_BIN "/") + program, arguments);
    if (!process.waitForFinished(120'000))
        return {};
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

} // namespace

class TestCommandLine : public QObject
{
    Q_OBJECT

private slots:
    void wrongUsage_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *name, const QString &words, const QString &says) {
            QTest::newRow(name) << words.split(u' ') << says;
        };
        row("unknown option", QStringLiteral("--frobnicate"), QStringLiteral("--frobnicate"));
        row("language", QStringLiteral("--language de"), QStringLiteral("“de”"));
        row("size of nothing", QStringLiteral("--size 100x100"), QStringLiteral("--snapshot"));
        row("size that is none", QStringLiteral("--snapshot x.png --size big"), QStringLiteral("“big”"));
        row("size too large", QStringLiteral("--snapshot x.png --size 90000x10"), QStringLiteral("“90000x10”"));
        row("poster of nothing", QStringLiteral("--poster A3"), QStringLiteral("--snapshot"));
        row("paper that is none", QStringLiteral("--snapshot x.pdf --poster A9"), QStringLiteral("“A9”"));
        row("poster with a size", QStringLiteral("--snapshot x.pdf --poster A4 --size 100x100"),
            QStringLiteral("--size"));
        row("landscape of nothing", QStringLiteral("--snapshot x.pdf --landscape"), QStringLiteral("--poster"));
        row("theme that is none", QStringLiteral("--snapshot x.pdf --theme blue"), QStringLiteral("“blue”"));
        row("resolution too high", QStringLiteral("--snapshot x.png --poster A4 --dpi 9000"), QStringLiteral("9000"));
        row("poster too large for memory", QStringLiteral("--snapshot x.png --poster A0 --dpi 300"),
            QStringLiteral("558"));
        row("layer of nothing", QStringLiteral("--layer uncovered"), QStringLiteral("--snapshot"));
        row("layer that is none", QStringLiteral("--snapshot x.png --layer roads"), QStringLiteral("“roads”"));
        row("level that is none", QStringLiteral("--snapshot x.png --layer territories --by commune"),
            QStringLiteral("“commune”"));
        row("measure that is none", QStringLiteral("--snapshot x.png --layer territories --measure joy"),
            QStringLiteral("“joy”"));
        row("machine of a number", QStringLiteral("--snapshot x.png --layer territories --measure count --machine cnc"),
            QStringLiteral("--machine"));
        row("unknown machine", QStringLiteral("--snapshot x.png --layer territories --machine perpetuum"),
            QStringLiteral("perpetuum"));
        row("radius of territories", QStringLiteral("--snapshot x.png --layer territories --radius 9"),
            QStringLiteral("--radius"));
        row("radius too large", QStringLiteral("--snapshot x.png --layer uncovered --radius 900"),
            QStringLiteral("900"));
        row("view", QStringLiteral("--view 45,2"), QStringLiteral("“45,2”"));
        row("unknown région", QStringLiteral("--snapshot x.png --region Atlantis"), QStringLiteral("Atlantis"));
        row("ambiguous place", QStringLiteral("--snapshot x.png --near Saint-Denis --within 5"),
            QStringLiteral("Saint-Denis"));
    }

    void wrongUsage()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, says);
        QTemporaryDir home;
        const Outcome outcome = run(arguments, home.path());
        QCOMPARE(outcome.status, 2);
        QVERIFY2(outcome.err.contains(says), qPrintable(outcome.err));
        QVERIFY(outcome.out.isEmpty());
    }

    void unreadableFiles()
    {
        QTemporaryDir home;
        const QString missing = home.filePath(QStringLiteral("missing.gpkg"));
        Outcome outcome =
            run({missing, QStringLiteral("--snapshot"), home.filePath(QStringLiteral("x.png"))}, home.path());
        QCOMPARE(outcome.status, 3);
        QVERIFY2(outcome.err.contains(QStringLiteral("missing.gpkg")), qPrintable(outcome.err));
        outcome = run({missing}, home.path()); // the window leaves too: the shell asked for this file
        QCOMPARE(outcome.status, 3);

        const QString text = home.filePath(QStringLiteral("text.gpkg"));
        QFile file(text);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("no database") > 0);
        file.close();
        outcome = run({text}, home.path());
        QCOMPARE(outcome.status, 3);
        QVERIFY2(outcome.err.contains(QStringLiteral("text.gpkg")), qPrintable(outcome.err));
    }

    void saysItsVersionAndHelp()
    {
        QTemporaryDir home;
        QCOMPARE(run({QStringLiteral("--version")}, home.path()).out.trimmed(),
                 QStringLiteral("repere " REPERE_VERSION));
        const Outcome help = run({QStringLiteral("--help")}, home.path());
        QCOMPARE(help.status, 0);
        QVERIFY(help.out.contains(QStringLiteral("--snapshot")));
        QVERIFY(!help.out.contains(QStringLiteral("--demo")));
    }

    void paintsPictures_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("begins");
        QTest::newRow("png") << QStringLiteral("map.png") << QByteArray("\x89PNG");
        QTest::newRow("svg") << QStringLiteral("map.svg") << QByteArray("<?xml");
        QTest::newRow("pdf") << QStringLiteral("map.pdf") << QByteArray("%PDF");
    }

    void paintsPictures()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, begins);
        QTemporaryDir home;
        const QString path = home.filePath(name);
        const Outcome outcome = run({QStringLiteral("--snapshot"), path, QStringLiteral("--size"),
                                     QStringLiteral("640x480"), QStringLiteral("--region"), QStringLiteral("bretagne")},
                                    home.path());
        QVERIFY2(outcome.status == 0, qPrintable(outcome.err));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.peek(8).startsWith(begins));
        if (name.endsWith(QLatin1String(".png"))) {
            const QImage picture(path);
            QCOMPARE(picture.size(), QSize(640, 480));
        }
        // Nothing half-made stays beside it.
        QCOMPARE(QDir(home.path()).entryList({QStringLiteral("map*")}, QDir::Files), QStringList{name});
    }

    void paintsPosters()
    {
        QTemporaryDir home;
        const auto paint = [&home](const char *name, const QStringList &more) {
            const QString path = home.filePath(QString::fromUtf8(name));
            const Outcome outcome =
                run(QStringList{QStringLiteral("--snapshot"), path, QStringLiteral("--poster"), QStringLiteral("A4")}
                        + more,
                    home.path());
            if (outcome.status != 0)
                qWarning("%s", qPrintable(outcome.err));
            QFile file(path);
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        const QStringList bretagne{QStringLiteral("--region"), QStringLiteral("bretagne")};
        QVERIFY(paint("a.pdf", bretagne).contains("/MediaBox [0 0 595")); // 210 mm in points
        QVERIFY(paint("a.pdf", bretagne + QStringList{QStringLiteral("--landscape")}).contains("/MediaBox [0 0 842"));
        const QString svg = QString::fromUtf8(paint("a.svg", bretagne));
        QVERIFY(svg.contains(QStringLiteral(">Bretagne<"))); // the heading, when none is given
        const QString titled = QString::fromUtf8(
            paint("b.svg", bretagne
                               + QStringList{QStringLiteral("--title"), QStringLiteral("Nos ateliers"),
                                             QStringLiteral("--theme"), QStringLiteral("dark")}));
        QVERIFY(titled.contains(QStringLiteral(">Nos ateliers<")));
        QVERIFY(titled.contains(QStringLiteral("#24262a")) && !svg.contains(QStringLiteral("#24262a"))); // dark paper
        QVERIFY(!paint("a.png", bretagne + QStringList{QStringLiteral("--dpi"), QStringLiteral("50")}).isEmpty());
        QCOMPARE(QImage(home.filePath(QStringLiteral("a.png"))).size(), QSize(413, 585)); // 210 × 297 mm at 50 dpi
    }

    /// The layer is on the picture, with what the command line for figures says of it in the legend.
    void paintsLayers()
    {
        QTemporaryDir home;
        const auto paint = [&home](const QString &words) {
            const QString path = home.filePath(QStringLiteral("layer.svg"));
            const Outcome outcome =
                run(QStringList{QStringLiteral("--language"), QStringLiteral("fr"), QStringLiteral("--snapshot"), path}
                        + words.split(u' '),
                    home.path());
            if (outcome.status != 0)
                qWarning("%s", qPrintable(outcome.err));
            QFile file(path);
            return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
        };
        const QString territories = paint(QStringLiteral("--layer territories --by region --measure count"));
        QVERIFY(territories.contains(QStringLiteral("Lieux par région")));
        QVERIFY(!territories.contains(QStringLiteral(">Fablab<"))); // no signs, no legend of them
        QVERIFY(paint(QStringLiteral("--layer territories --by region --with-places")).contains(u">Fablab<"));
        QVERIFY(paint(QStringLiteral("--layer territories --machine laser --poster A4 --region bretagne"))
                    .contains(QStringLiteral("Part des lieux avec")));
        const QString uncovered = paint(QStringLiteral("--layer uncovered --radius 30 --equipment laser-cutter"));
        QVERIFY(uncovered.contains(QStringLiteral("À plus de 30")));
        const QString words = QStringLiteral("coverage --radius 30 --equipment laser-cutter --format json");
        const Outcome coverage =
            run(words.split(u' '), home.path(), QStringLiteral("fr_FR.UTF-8"), QStringLiteral("repere-cli"));
        const int communes = QJsonDocument::fromJson(coverage.out.toUtf8()).object()[u"uncovered_communes"].toInt();
        QVERIFY(communes > 10'000);
        QVERIFY2(uncovered.contains(QLocale(QLocale::French, QLocale::France).toString(communes)), "legend");
    }

    /// What was asked around a place is drawn: the circle's accent is where its edge is, and nowhere without it.
    void paintsTheDistance()
    {
        QTemporaryDir home;
        const auto accents = [&home](const QStringList &more) {
            const QString path = home.filePath(QStringLiteral("around.png"));
            const Outcome outcome =
                run(QStringList{QStringLiteral("--snapshot"), path, QStringLiteral("--view"),
                                QStringLiteral("45.11,2.87,8"), QStringLiteral("--size"), QStringLiteral("600x600"),
                                QStringLiteral("--near"), QStringLiteral("45.11,2.87")}
                        + more,
                    home.path());
            const QImage picture(path);
            if (outcome.status != 0 || picture.isNull())
                return -1;
            // 40 km south, where nothing else is written.
            const double metresPerPixel = 156543.03392 * std::cos(45.11 * M_PI / 180) / 256;
            const int y = 300 + qRound(40'000 / metresPerPixel);
            int count = 0;
            for (int dy = -3; dy <= 3; ++dy) {
                const QColor colour = picture.pixelColor(300, y + dy);
                count += colour.green() - colour.red() > 40 && colour.lightness() < 120;
            }
            return count;
        };
        QVERIFY(accents({QStringLiteral("--within"), QStringLiteral("40")}) >= 1);
        QCOMPARE(accents({QStringLiteral("--within"), QStringLiteral("60")}), 0);
    }

    void aPictureIntoNowhereFails()
    {
        QTemporaryDir home;
        const Outcome outcome =
            run({QStringLiteral("--snapshot"), home.filePath(QStringLiteral("none/map.png"))}, home.path());
        QCOMPARE(outcome.status, 3);
        QVERIFY2(outcome.err.contains(QStringLiteral("map.png")), qPrintable(outcome.err));
    }
};

QTEST_GUILESS_MAIN(TestCommandLine)
#include "test_command_line.moc"
