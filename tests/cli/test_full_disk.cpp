// On a disk that is full, every command that writes says so in a sentence, and what was there before is there after.
#include "support/own_mounts.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using repere::testing::isInside;
using repere::testing::kInside;
using repere::testing::runAgain;

namespace {

struct Outcome {
    int code = -1;
    QString said;
};

Outcome runCli(const QStringList &arguments)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"LC_ALL"_s, u"en_GB.UTF-8"_s);
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(REPERE_BIN "/repere-cli"), arguments);
    if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit)
        return {.code = -1, .said = u"crashed or hangs"_s};
    return {.code = process.exitCode(), .said = QString::fromUtf8(process.readAllStandardError())};
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestFullDisk : public QObject
{
    Q_OBJECT

    QTemporaryDir m_own;
    QString m_folder;

    QString at(const QString &name) const { return m_folder + u'/' + name; }

private slots:
    void nothingIsLost_data()
    {
        QTest::addColumn<QStringList>("command"); ///< %1: the directory, %2: the file to write
        QTest::addColumn<QString>("target");      ///< empty: the directory itself
        const QStringList directory{u"--directory"_s, u"%1"_s};
        for (const char *format : {"csv", "geojson", "kml", "gpkg", "xlsx", "ods"})
            QTest::addRow("export as %s", format)
                << directory + QStringList{u"export"_s, u"--to"_s, u"%2"_s} << u"out."_s + QLatin1String(format);
        QTest::newRow("export of some") << directory + QStringList{u"export"_s, u"--to"_s, u"%2"_s, u"numéro"_s}
                                        << u"some.csv"_s;
        QTest::newRow("backup") << directory + QStringList{u"backup"_s, u"%2"_s} << u"copy.gpkg"_s;
        QTest::newRow("undo") << directory + QStringList{u"undo"_s} << QString();
        QTest::newRow("edit") << directory + QStringList{u"edit"_s, u"1"_s, u"--set"_s, u"name=Atelier plein"_s}
                              << QString();
    }
    void nothingIsLost()
    {
        QFETCH(const QStringList, command);
        QFETCH(const QString, target);
        if (!isInside()) {
            const QByteArray output = runAgain(u"-rm"_s, u"mount -t tmpfs -o size=12m none \"$1\""_s, m_own.path());
            if (output == "skip")
                QSKIP("this machine does not allow a small disk of its own");
            QVERIFY2(output.isEmpty(), output.constData());
            return;
        }
        m_folder = qEnvironmentVariable(kInside);
        // What is only read lies elsewhere: on a full disk SQLite finds no room to share it.
        const QTemporaryDir elsewhere;
        const QString directory = target.isEmpty() ? at(u"annuaire.gpkg"_s) : elsewhere.filePath(u"annuaire.gpkg"_s);
        const QString list = elsewhere.filePath(u"list.csv"_s);
        {
            QFile file(list);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write("nom,ville\n");
            for (int i = 1; i <= 500; ++i)
                file.write("Atelier numéro " + QByteArray::number(i) + ",Murat\n");
        }
        const Outcome imported = runCli({u"--directory"_s, directory, u"import"_s, list});
        QVERIFY2(imported.code == 0, qPrintable(imported.said));
        const QByteArray before = bytesOf(directory);

        const QString file = target.isEmpty() ? directory : at(target);
        const QByteArray former = target.isEmpty() ? before : QByteArray("what was there before");
        if (!target.isEmpty()) {
            QFile older(file);
            QVERIFY(older.open(QIODevice::WriteOnly));
            QCOMPARE(older.write(former), former.size());
        }
        QFile filler(at(u"filler"_s));
        QVERIFY(filler.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
        while (filler.write(QByteArray(4096, 'x')) > 0) {
        }
        const auto files = [this] {
            QStringList names = QDir(m_folder).entryList(QDir::Files | QDir::Hidden);
            names.removeIf([](const QString &name) { return name.endsWith(u"-wal"_s) || name.endsWith(u"-shm"_s); });
            return names;
        };
        const QStringList there = files();

        QStringList arguments = command;
        for (QString &argument : arguments)
            argument.replace(u"%1"_s, directory).replace(u"%2"_s, file);
        const Outcome refused = runCli(arguments);
        QVERIFY2(refused.code > 0, qPrintable(QString::number(refused.code) + u' ' + refused.said));
        QVERIFY2(refused.said.contains(target.isEmpty() ? u"annuaire.gpkg"_s : target), qPrintable(refused.said));
        QVERIFY2(!refused.said.contains(u"internal"_s, Qt::CaseInsensitive), qPrintable(refused.said));
        QCOMPARE(bytesOf(file), former);
        QCOMPARE(bytesOf(directory), before);
        QCOMPARE(files(), there); // nothing half done stays

        // With room again the same command works.
        QVERIFY(filler.remove());
        if (target.endsWith(u".gpkg"_s))
            QVERIFY(QFile::remove(file)); // what stood there was none
        const Outcome done = runCli(arguments);
        QVERIFY2(done.code == 0, qPrintable(done.said));
    }
};

QTEST_GUILESS_MAIN(TestFullDisk)
#include "test_full_disk.moc"
