// Bad input to every command: status, exact message in French and in English, and no byte of any file changed.
// The table is tests/data/cli/bad_input.tsv: name, arguments, status, French, English; "@" is the folder of the test.
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <map>

namespace {

struct Outcome {
    int status = -1;
    QString messages;
};

Outcome run(const QStringList &arguments, const QString &folder, const QString &locale)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LC_ALL"), locale);
    environment.insert(QStringLiteral("XDG_DATA_HOME"), folder + QStringLiteral("/home"));
    environment.insert(QStringLiteral("REPERE_DATA"), QStringLiteral(REPERE_SOURCE_DATA));
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(REPERE_BIN "/repere-cli"), arguments);
    if (!process.waitForFinished(60000) || process.exitStatus() != QProcess::NormalExit)
        return {-1, QStringLiteral("did not finish")};
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardError()).trimmed()};
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("%s", qPrintable(file.errorString()));
}

std::map<QString, QByteArray> filesOf(const QString &folder)
{
    std::map<QString, QByteArray> files;
    for (const QFileInfo &info : QDir(folder).entryInfoList(QDir::Files)) {
        QFile file(info.filePath());
        if (file.open(QIODevice::ReadOnly))
            files.emplace(info.fileName(), file.readAll());
    }
    return files;
}

} // namespace

class TestBadInput : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void isRefusedAndChangesNothing_data();
    void isRefusedAndChangesNothing();

private:
    QTemporaryDir m_folder;
};

void TestBadInput::initTestCase()
{
    const QString folder = m_folder.path();
    const Outcome made =
        run({QStringLiteral("new"), folder + QStringLiteral("/annuaire.gpkg"), QStringLiteral("--starter")}, folder,
            QStringLiteral("C.UTF-8"));
    QVERIFY2(made.status == 0, qPrintable(made.messages));
    write(folder + QStringLiteral("/texte.gpkg"), "Ceci n'est pas un annuaire.\n");
    write(folder + QStringLiteral("/vide.gpkg"), {});
    write(folder + QStringLiteral("/sans_titre.csv"), "1;2;3\n4;5;6\n");
    write(folder + QStringLiteral("/casse.csv"), "uid;name;lat;lon;founded\n;A;95;3;jadis\n");
    write(folder + QStringLiteral("/casse.geojson"),
          "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\n\"Feature\",,");
}

void TestBadInput::isRefusedAndChangesNothing_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("french");
    QTest::addColumn<QString>("english");
    QFile table(QStringLiteral(REPERE_TEST_DATA "/cli/bad_input.tsv"));
    QVERIFY(table.open(QIODevice::ReadOnly));
    const QStringList lines = QString::fromUtf8(table.readAll()).split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        const QStringList cells = line.split(u'\t');
        QCOMPARE(cells.size(), 5);
        QTest::newRow(qPrintable(cells[0])) << cells[1] << cells[2].toInt() << cells[3] << cells[4];
    }
    QVERIFY(lines.size() >= 30);
}

void TestBadInput::isRefusedAndChangesNothing()
{
    QFETCH(QString, arguments);
    QFETCH(int, status);
    QFETCH(QString, french);
    QFETCH(QString, english);
    QStringList words = arguments.split(arguments.contains(u'|') ? u'|' : u' ', Qt::SkipEmptyParts);
    if (arguments.contains(u'|'))
        words = words.front().split(u' ') + words.mid(1);
    const QString folder = m_folder.path();
    for (QString &word : words)
        word.replace(u'@', folder);
    if (!words.contains(QStringLiteral("--directory")))
        words = QStringList{QStringLiteral("--directory"), folder + QStringLiteral("/annuaire.gpkg")} + words;

    const auto before = filesOf(folder);
    for (const auto &[locale, expected] :
         {std::pair{QStringLiteral("fr_FR.UTF-8"), french}, std::pair{QStringLiteral("en_GB.UTF-8"), english}}) {
        Outcome outcome = run(words, folder, locale);
        outcome.messages.replace(folder, QStringLiteral("@")).replace(u'\n', QStringLiteral(" / "));
        QCOMPARE(outcome.messages, expected);
        QCOMPARE(outcome.status, status);
    }
    QVERIFY(filesOf(folder) == before);
}

QTEST_GUILESS_MAIN(TestBadInput)
#include "test_bad_input.moc"
