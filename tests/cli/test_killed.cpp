// Killed at any moment of an edit, an import, an undo, a migration, an export, a backup, a restore, a recovery: the
// directory is whole, and as before or as after; what was being written is not there, or is whole.
// REPERE_KILL_ROUNDS says how often each is killed (5; the last long run is in docs/reliability.md).
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <csignal>

using namespace Qt::StringLiterals;

namespace {

constexpr int kPlaces = 1500;

std::unique_ptr<QProcess> start(const QStringList &arguments)
{
    auto process = std::make_unique<QProcess>();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"LC_ALL"_s, u"en_GB.UTF-8"_s);
    process->setProcessEnvironment(environment);
    process->start(QStringLiteral(REPERE_BIN "/repere-cli"), arguments);
    return process;
}

QByteArray outputOf(const QStringList &arguments)
{
    const auto process = start(arguments);
    if (!process->waitForFinished(120'000))
        qFatal("%s does not end", qPrintable(arguments.join(u' ')));
    return process->readAllStandardOutput();
}

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

/// A list with ids of its own in the shape of fablabs.io: every place some kilometres from the next, with a name of its own.
QByteArray list(int count, const QString &area)
{
    QJsonArray labs;
    for (int i = 1; i <= count; ++i)
        labs.append(QJsonObject{{u"id"_s, i},
                                {u"name"_s, QString::number(i * 2'654'435'761LL % 1'679'616 + 1'679'616, 36)},
                                {u"kind_name"_s, u"fab_lab"_s},
                                {u"slug"_s, u"lab-%1"_s.arg(i)},
                                {u"country_code"_s, u"fr"_s},
                                {u"latitude"_s, 44.5 + i % 60 * 0.05},
                                {u"longitude"_s, 1.0 + i / 60 * 0.05},
                                {u"phone"_s, u"%1%2"_s.arg(area).arg(i, 4, 10, QChar(u'0'))},
                                {u"capabilities"_s, QJsonArray{u"laser"_s}},
                                {u"activity_status"_s, u"active"_s},
                                {u"links"_s, QJsonArray{}}});
    return QJsonDocument(labs).toJson();
}

/// All that people see of a directory, and which changes stand.
QByteArray contents(const QString &directory)
{
    const auto check = start({u"--directory"_s, directory, u"check"_s});
    if (!check->waitForFinished(60'000) || check->exitCode() != 0)
        return "damaged: " + check->readAllStandardOutput() + check->readAllStandardError();
    QByteArray all =
        outputOf({u"--directory"_s, directory, u"search"_s, u"--limit"_s, u"0"_s, u"--format"_s, u"json"_s});
    const QByteArray history =
        outputOf({u"--directory"_s, directory, u"history"_s, u"--limit"_s, u"0"_s, u"--format"_s, u"json"_s});
    for (const QJsonValue &change : QJsonDocument::fromJson(history).array())
        all += change[u"name"].toString().toUtf8() + (change[u"undone"].toBool() ? " undone\n" : "\n");
    return all;
}

} // namespace

class TestKilled : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QByteArray m_base;    ///< a directory with half of the list, imported and then once edited
    QByteArray m_old;     ///< of the first version
    QByteArray m_damaged; ///< the first, of which one page is lost

    QString inFolder(const QString &name) const { return m_folder.filePath(u"work/"_s + name); }

    /// The folder as it is when the work begins.
    void begin(const QByteArray &directory) const
    {
        QDir(m_folder.filePath(u"work"_s)).removeRecursively();
        QDir().mkpath(m_folder.filePath(u"work"_s));
        write(inFolder(u"annuaire.gpkg"_s), directory);
        write(inFolder(u"copie.gpkg"_s), m_base);
        write(inFolder(u"export.csv"_s), "an older export\n");
        write(inFolder(u"list.json"_s), list(2 * kPlaces, u"047199"_s));
    }

    QStringList names() const { return QDir(m_folder.filePath(u"work"_s)).entryList(QDir::Files | QDir::Hidden); }

    /// Starts the work and kills it: at any moment of it, or a little after it has begun to write. Whether it was in time.
    bool killed(const QStringList &arguments, qint64 duration, bool whileWriting, QRandomGenerator &random) const
    {
        const QStringList before = names();
        const auto process = start(arguments);
        if (!process->waitForStarted())
            qFatal("it does not start");
        const auto pid = static_cast<pid_t>(process->processId());
        if (whileWriting) {
            QElapsedTimer time;
            time.start();
            while (names() == before && time.elapsed() < 2 * duration && !process->waitForFinished(0))
                QThread::usleep(100);
            QThread::usleep(random.bounded(static_cast<quint32>(duration * 300))); // up to three tenths of it
        } else {
            QThread::msleep(random.bounded(static_cast<quint32>(duration)));
        }
        if (process->state() != QProcess::NotRunning)
            ::kill(pid, SIGKILL);
        process->waitForFinished(60'000);
        return process->exitStatus() == QProcess::CrashExit;
    }

private slots:
    void initTestCase()
    {
        begin({});
        const QString path = m_folder.filePath(u"base.gpkg"_s);
        write(inFolder(u"list.json"_s), list(kPlaces, u"047100"_s));
        outputOf({u"--directory"_s, path, u"import"_s, inFolder(u"list.json"_s)});
        outputOf({u"--directory"_s, path, u"edit"_s, u"7"_s, u"--set"_s, u"website=https://example.org/7"_s});
        m_base = bytesOf(path);
        QVERIFY(m_base.size() > 500'000);
        m_old = bytesOf(QStringLiteral(REPERE_TEST_DATA "/store/v1.gpkg"));
        QVERIFY(!m_old.isEmpty());
        m_damaged = m_base;
        m_damaged.replace(m_damaged.size() / 2 / 4096 * 4096, 4096, QByteArray(4096, '\xA5'));
    }

    void anyMoment_data()
    {
        QTest::addColumn<QByteArray>("directory");
        QTest::addColumn<QStringList>("command");
        QTest::addColumn<bool>("changes"); // what people see of the directory
        QTest::newRow("edit") << m_base
                              << QStringList{u"edit"_s,  u"12"_s,
                                             u"--set"_s, u"name=Changé"_s,
                                             u"--set"_s, u"website=https://example.org/"_s + QString(40'000, u'n')}
                              << true;
        QTest::newRow("import") << m_base << QStringList{u"import"_s, u"@/list.json"_s} << true;
        QTest::newRow("undo") << m_base << QStringList{u"undo"_s, u"2"_s} << true;
        QTest::newRow("migration") << m_old << QStringList{u"search"_s} << false;
        QTest::newRow("export") << m_base << QStringList{u"export"_s, u"--to"_s, u"@/export.csv"_s} << false;
        QTest::newRow("backup") << m_base << QStringList{u"backup"_s, u"@/copie.gpkg"_s} << false;
        QTest::newRow("restore") << m_old << QStringList{u"restore"_s, u"@/copie.gpkg"_s} << true;
        QTest::newRow("recovery") << m_damaged << QStringList{u"restore"_s, u"--salvage"_s} << true;
    }
    void anyMoment()
    {
        QFETCH(QByteArray, directory);
        QFETCH(QStringList, command);
        QFETCH(bool, changes);
        const QString path = inFolder(u"annuaire.gpkg"_s);
        QStringList arguments = {u"--directory"_s, path};
        for (const QString &argument : std::as_const(command))
            arguments << QString(argument).replace(u"@/"_s, inFolder({}));

        // Before, half-way (of two undos one may be done), and after.
        begin(directory);
        QList<QByteArray> states;
        states << (directory == m_damaged ? bytesOf(path) : contents(path));
        const QByteArray oldExport = bytesOf(inFolder(u"export.csv"_s));
        if (command.first() == "undo"_L1) {
            begin(directory);
            outputOf(arguments.first(arguments.size() - 1));
            states << contents(path);
        }
        begin(directory);
        QElapsedTimer time;
        time.start();
        outputOf(arguments);
        const qint64 duration = std::max<qint64>(time.elapsed(), 5);
        states << contents(path);
        const QByteArray newExport = bytesOf(inFolder(u"export.csv"_s));
        const QByteArray copy = contents(inFolder(u"copie.gpkg"_s));
        QVERIFY(!copy.startsWith("damaged"));
        QCOMPARE(states.first() != states.last(), changes);
        QCOMPARE(oldExport != newExport, command.first() == "export"_L1);
        QVERIFY(!states.last().startsWith("damaged"));

        const int rounds = qEnvironmentVariableIntValue("REPERE_KILL_ROUNDS");
        QRandomGenerator random(2026);
        int inTime = 0;
        int asBefore = 0;
        for (int round = 0; round < (rounds > 0 ? rounds : 5); ++round) {
            begin(directory);
            inTime += killed(arguments, duration, round % 2 == 0, random) ? 1 : 0;
            const QByteArray found = bytesOf(path) == m_damaged ? m_damaged : contents(path);
            QVERIFY2(states.contains(found), (QByteArray::number(round) + ": " + found.left(500)).constData());
            asBefore += found == states.first() ? 1 : 0;
            if (bytesOf(inFolder(u"copie.gpkg"_s)) != m_base)
                QVERIFY2(contents(inFolder(u"copie.gpkg"_s)) == copy, qPrintable(QString::number(round)));
            const QByteArray exported = bytesOf(inFolder(u"export.csv"_s));
            QVERIFY2(exported == oldExport || exported == newExport, qPrintable(QString::number(round)));
            // Whatever was left lying about does not hinder the next.
            if (round % 5 == 0) {
                outputOf(arguments);
                QVERIFY2(!contents(path).startsWith("damaged"), qPrintable(QString::number(round)));
            }
        }
        qInfo("%d killed in time, %d as before", inTime, asBefore);
        QVERIFY(inTime > 0);
    }
};

QTEST_GUILESS_MAIN(TestKilled)
#include "test_killed.moc"
