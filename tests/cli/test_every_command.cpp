// Every command of the contract once, on the starter directory: it ends as it should and says nothing it should not. Built
// with the sanitizers it also ends without a leak, which is what this test is for: LeakSanitizer looks at the exit of each.
// REPERE_VALGRIND=1 runs each under Valgrind instead (some minutes).
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

namespace {

struct Outcome {
    int status = -1;
    QByteArray output;
    QByteArray messages;
};

struct Step {
    const char *arguments; ///< separated by "|" where a word has a space; "@" is the folder of the test
    int status = 0;
    const char *says = ""; ///< a part of the output
};

/// In this order: later ones need what earlier ones did.
constexpr Step kSteps[] = {
    {"--version", 0, "repere-cli "},
    {"--help", 0, "search"},
    {"search", 0, "of 379"},
    {"search|laser|--region|bretagne|--sort|name|--limit|5|--columns|name,city", 0, "Lannion"},
    {"search|--near|Murat (15)|--within|100|--any-equipment|--equipment|laser-cutter|--equipment|3d-printer|--format|json",
     0, "\"total\""},
    {"search|--bbox|1,44,5,47|--as-of-after|2015|--without-equipment|sewing|--format|csv", 0, ","},
    {"search|qqqqzzzz", 1, ""},
    {"export|--to|@/out.csv", 0, ""},
    {"export|--region|84|--to|@/out.geojson", 0, ""},
    {"export|--to|@/out.gpkg", 0, ""},
    {"export|--to|@/out.kml", 0, ""},
    {"export|--to|@/out.xlsx", 0, ""},
    {"export|--to|@/out.ods", 0, ""},
    {"export|--to|@/open.csv|--profile|open-data", 0, ""},
    {"facets|--type|fablab", 0, "fablab"},
    {"facets|--format|json", 0, "\"facets\""},
    {"show|1", 0, ""},
    {"show|1|--format|json", 0, "\"name\""},
    {"import|@/out.csv|--dry-run", 0, ""},
    {"import|@/list.json|--report|@/report.csv|--format|json", 4, "\"rejected\": 1"},
    {"import|@/list.json", 4, ""},
    {"sources", 0, "fablabs"},
    {"add|--set|name=Nouveau|--set|city=Murat|--set|postcode=15300", 0, ""},
    {"add|--set|name=Jumeau|--set|city=Murat|--set|postcode=15300|--set|phone=04 71 00 00 00", 0, ""},
    {"edit|1|--set|phone=01 02 03 04 05", 0, ""},
    {"merge|2|3", 0, ""},
    {"remove|4|5", 0, ""},
    {"undo", 0, ""},
    {"undo|2", 0, ""},
    {"redo", 0, ""},
    {"history|--limit|3", 0, ""},
    {"duplicates|--min-score|0.6", 0, ""},
    {"duplicates|--format|json", 0, ""},
    {"locate|45.11,2.87", 0, "Murat"},
    {"locate|0,0|--format|json", 1, "null"},
    {"geocode|Murat (15)", 0, "Murat"},
    {"stats|--by|region|--per-100k", 0, ""},
    {"stats|--by|year|--format|json", 0, ""},
    {"coverage|--radius|30|--equipment|laser-cutter|--in-region|bretagne", 0, ""},
    // A name that a spreadsheet would compute stays a text.
    {"add|--set|name==1+1|--set|city=Murat|--set|postcode=15300|--set|lat=45.11|--set|lon=2.87", 0, ""},
    {"coverage|--radius|5|--in-departement|15|--format|csv", 0, ",'=1+1,"},
    {"check", 0, ""},
    {"new|@/empty.gpkg", 0, ""},
    {"new|@/starter.gpkg|--starter", 0, ""},
    {"backup|@/copy.gpkg", 0, ""},
    {"restore|@/copy.gpkg", 0, ""},
    {"search|--region|Atlantide", 2, ""},
    {"show|999999", 1, ""},
    {"import|@/nothing.csv", 3, ""},
};

} // namespace

class TestEveryCommand : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    Outcome run(QStringList words)
    {
        for (QString &word : words)
            word.replace(u'@', m_folder.path());
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("en_GB.UTF-8"));
        environment.insert(QStringLiteral("XDG_DATA_HOME"), m_folder.filePath(QStringLiteral("home")));
        environment.insert(QStringLiteral("REPERE_DATA"), QStringLiteral(REPERE_SOURCE_DATA));
        // What PCRE compiles while it runs reads past the end of a text in whole registers, which Valgrind cannot follow.
        environment.insert(QStringLiteral("QT_ENABLE_REGEXP_JIT"),
                           qEnvironmentVariableIsSet("REPERE_VALGRIND") ? QStringLiteral("0") : QStringLiteral("1"));
        QProcess process;
        process.setProcessEnvironment(environment);
        QStringList program{QStringLiteral(REPERE_BIN "/repere-cli")};
        if (qEnvironmentVariableIsSet("REPERE_VALGRIND"))
            program = QStringList{QStringLiteral("valgrind"),
                                  QStringLiteral("--quiet"),
                                  QStringLiteral("--leak-check=full"),
                                  QStringLiteral("--errors-for-leak-kinds=definite"),
                                  QStringLiteral("--show-leak-kinds=definite"),
                                  QStringLiteral("--error-exitcode=99")}
                      + program;
        const QString name = program.takeFirst();
        process.start(name, program + words);
        if (!process.waitForFinished(300'000) || process.exitStatus() != QProcess::NormalExit)
            return {-1, process.readAllStandardOutput(), process.readAllStandardError()};
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }
    static QStringList words(const Step &step)
    {
        return QString::fromUtf8(step.arguments).split(u'|', Qt::SkipEmptyParts);
    }

private slots:
    void initTestCase()
    {
        QFile list(m_folder.filePath(QStringLiteral("list.json")));
        QVERIFY(list.open(QIODevice::WriteOnly));
        list.write(R"([{"id":1,"name":"Labo <b>gras</b> \u202e=1+1","kind_name":"fab_lab","slug":"labo","city":"Murat",
            "postal_code":"15300","country_code":"fr","latitude":45.11,"longitude":2.87,"phone":"0471000000",
            "capabilities":["laser"],"activity_status":"active","links":[]},
            {"id":2,"name":"","kind_name":"fab_lab","slug":"rien","city":"","postal_code":"","country_code":"fr",
            "latitude":null,"longitude":null,"capabilities":[],"activity_status":"active","links":[]}])");
    }

    void endsClean_data()
    {
        QTest::addColumn<int>("step");
        int number = 0;
        for (const Step &step : kSteps)
            QTest::addRow("%02d %s", number, step.arguments) << number, ++number;
    }
    void endsClean()
    {
        QFETCH(const int, step);
        const Step &wanted = kSteps[step];
        const Outcome outcome = run(words(wanted));
        const QByteArray all = outcome.output + outcome.messages;
        QVERIFY2(!all.contains("Sanitizer") && !all.contains("runtime error:"), outcome.messages.constData());
        QVERIFY2(outcome.status == wanted.status, (QByteArray::number(outcome.status) + ' ' + all).constData());
        QVERIFY2(outcome.output.contains(wanted.says), outcome.output.left(2000).constData());
        QVERIFY2(outcome.status < 2 || !outcome.messages.isEmpty(), "it fails without a word");
    }

    void noCommandIsForgotten()
    {
        QSet<QString> tried;
        for (const Step &step : kSteps)
            tried.insert(words(step).first());
        const QString help = QString::fromUtf8(run({QStringLiteral("--help")}).output);
        const qsizetype list = help.indexOf(QStringLiteral("Commands:"));
        QVERIFY2(list > 0, qPrintable(help));
        static const QRegularExpression command(QStringLiteral("^  ([a-z]+) "), QRegularExpression::MultilineOption);
        int count = 0;
        for (auto it = command.globalMatch(help.mid(list)); it.hasNext(); ++count) {
            const QString name = it.next().captured(1);
            QVERIFY2(tried.contains(name), qPrintable(name));
        }
        QVERIFY(count >= 20);
    }
};

QTEST_GUILESS_MAIN(TestEveryCommand)
#include "test_every_command.moc"
