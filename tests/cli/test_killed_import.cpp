// An import that is killed leaves the directory as it was before, or as it is after: never between.
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

class TestKilledImport : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_base; ///< a directory that has half of the list, each place with an older telephone number
    QString m_list;

    static std::unique_ptr<QProcess> start(const QStringList &arguments)
    {
        auto process = std::make_unique<QProcess>();
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("en_GB.UTF-8"));
        process->setProcessEnvironment(environment);
        process->start(QStringLiteral(REPERE_BIN "/repere-cli"), arguments);
        return process;
    }
    static QByteArray outputOf(const QStringList &arguments)
    {
        const auto process = start(arguments);
        if (!process->waitForFinished(120'000))
            qFatal("%s does not end", qPrintable(arguments.join(u' ')));
        return process->readAllStandardOutput();
    }
    /// A list with ids of its own in the shape of fablabs.io.
    static void writeList(const QString &path, int count, const QString &phone)
    {
        QJsonArray labs;
        for (int i = 1; i <= count; ++i) {
            labs.append(QJsonObject{{QStringLiteral("id"), i},
                                    {QStringLiteral("name"), QStringLiteral("Laboratoire numéro %1").arg(i)},
                                    {QStringLiteral("kind_name"), QStringLiteral("fab_lab")},
                                    {QStringLiteral("slug"), QStringLiteral("lab-%1").arg(i)},
                                    {QStringLiteral("city"), QStringLiteral("Murat")},
                                    {QStringLiteral("postal_code"), QStringLiteral("15300")},
                                    {QStringLiteral("country_code"), QStringLiteral("fr")},
                                    {QStringLiteral("latitude"), 45.0 + i * 0.001},
                                    {QStringLiteral("longitude"), 2.8},
                                    {QStringLiteral("phone"), phone},
                                    {QStringLiteral("capabilities"), QJsonArray{QStringLiteral("laser")}},
                                    {QStringLiteral("activity_status"), QStringLiteral("active")},
                                    {QStringLiteral("links"), QJsonArray{}}});
        }
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(labs).toJson()) < 0)
            qFatal("%s", qPrintable(file.errorString()));
    }
    /// Everything that people see of a directory.
    static QByteArray contents(const QString &directory)
    {
        const QByteArray found =
            outputOf({QStringLiteral("--directory"), directory, QStringLiteral("search"), QStringLiteral("--limit"),
                      QStringLiteral("0"), QStringLiteral("--format"), QStringLiteral("json")});
        const auto check = start({QStringLiteral("--directory"), directory, QStringLiteral("check")});
        if (!check->waitForFinished(60'000) || check->exitCode() > 1)
            return "damaged: " + check->readAllStandardOutput() + check->readAllStandardError();
        return found;
    }

private slots:
    void initTestCase()
    {
        m_base = m_folder.filePath(QStringLiteral("base.gpkg"));
        m_list = m_folder.filePath(QStringLiteral("list.json"));
        writeList(m_list, 150, QStringLiteral("0471000000"));
        outputOf({QStringLiteral("--directory"), m_base, QStringLiteral("import"), m_list});
        writeList(m_list, 300, QStringLiteral("0471999999"));
    }

    void fiftyTimes()
    {
        const auto copied = [this](const QString &name) {
            const QString path = m_folder.filePath(name);
            QFile::remove(path + QStringLiteral("-wal"));
            QFile::remove(path + QStringLiteral("-shm"));
            QFile::remove(path);
            if (!QFile::copy(m_base, path))
                qFatal("%s cannot be written", qPrintable(path));
            return path;
        };
        const QByteArray before = contents(m_base);
        const QString whole = copied(QStringLiteral("whole.gpkg"));
        QElapsedTimer time;
        time.start();
        outputOf({QStringLiteral("--directory"), whole, QStringLiteral("import"), m_list});
        const qint64 duration = time.elapsed();
        const QByteArray after = contents(whole);
        QVERIFY(before != after);
        QVERIFY(after.contains("04 71 99 99 99"));

        QRandomGenerator random(2026);
        int asBefore = 0;
        for (int round = 0; round < 50; ++round) {
            const QString path = copied(QStringLiteral("killed.gpkg"));
            const auto process = start({QStringLiteral("--directory"), path, QStringLiteral("import"), m_list});
            QVERIFY(process->waitForStarted());
            QTest::qWait(static_cast<int>(random.bounded(duration + duration / 10)));
            if (const qint64 pid = process->processId(); pid > 0) // else it has ended already
                ::kill(static_cast<pid_t>(pid), SIGKILL);
            QVERIFY(process->state() == QProcess::NotRunning || process->waitForFinished());
            const QByteArray found = contents(path);
            QVERIFY2(found == before || found == after,
                     (QByteArray::number(round) + ": " + found.left(500)).constData());
            asBefore += found == before ? 1 : 0;
        }
        QVERIFY(asBefore > 0); // some were killed in time
    }
};

QTEST_GUILESS_MAIN(TestKilledImport)
#include "test_killed_import.moc"
