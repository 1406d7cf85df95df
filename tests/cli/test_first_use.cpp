// The first use of all: the default file is made with its places, or it is not there; killed or met by another.
#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

class TestFirstUse : public QObject
{
    Q_OBJECT

    static std::unique_ptr<QProcess> start(const QTemporaryDir &home)
    {
        auto process = std::make_unique<QProcess>();
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("XDG_DATA_HOME"), home.path());
        environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("en_GB.UTF-8"));
        process->setProcessEnvironment(environment);
        process->start(QStringLiteral(REPERE_BIN "/repere-cli"),
                       {QStringLiteral("search"), QStringLiteral("--limit"), QStringLiteral("1"),
                        QStringLiteral("--format"), QStringLiteral("json")});
        return process;
    }
    static int total(QProcess &process)
    {
        if (!process.waitForFinished(60'000) || process.exitCode() != 0) {
            qWarning("%s", process.readAllStandardError().constData());
            return -1;
        }
        return QJsonDocument::fromJson(process.readAllStandardOutput()).object()[QLatin1StringView("total")].toInt();
    }

private slots:
    void severalAtOnce()
    {
        const QTemporaryDir home;
        std::vector<std::unique_ptr<QProcess>> processes;
        for (int i = 0; i < 5; ++i)
            processes.push_back(start(home));
        for (const auto &process : processes)
            QCOMPARE(total(*process), 379);
        QCOMPARE(QDir(home.filePath(QStringLiteral("repere")))
                     .entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
                 QStringList{QStringLiteral("annuaire.gpkg")});
    }

    void killedAtAnyMoment()
    {
        QElapsedTimer time;
        time.start();
        {
            const QTemporaryDir home;
            QCOMPARE(total(*start(home)), 379);
        }
        const qint64 whole = time.elapsed();
        int before = 0;
        for (int round = 0; round < 20; ++round) {
            const QTemporaryDir home;
            const auto process = start(home);
            QTest::qWait(static_cast<int>(whole * round / 20));
            process->kill();
            process->waitForFinished();
            before += !QFileInfo::exists(home.filePath(QStringLiteral("repere/annuaire.gpkg")));
            QCOMPARE(total(*start(home)), 379);
        }
        QVERIFY(before > 0); // some were killed before the file was there
    }
};

QTEST_GUILESS_MAIN(TestFirstUse)
#include "test_first_use.moc"
