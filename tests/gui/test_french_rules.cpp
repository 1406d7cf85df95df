// The rules by which French texts are judged, what they make of the translation file, and the help of the command line.
#include "gui/support/french_rules.h"

#include <QFile>
#include <QProcess>
#include <QTest>

using namespace repere::testing;

namespace {

FrenchRules taught(const std::vector<Message> &messages)
{
    FrenchRules rules;
    rules.add(messages);
    rules.add(QStringLiteral("Laser cutter"), QStringLiteral("Découpe laser"));
    return rules;
}

} // namespace

class TestFrenchRules : public QObject
{
    Q_OBJECT

    const std::vector<Message> m_messages =
        readMessages(QStringLiteral(REPERE_SOURCE "/resources/translations/repere_fr.ts"));
    const FrenchRules m_rules = taught(m_messages);

private slots:
    void wrongTextsAreFound_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("why");
        const auto row = [](const char *name, const QString &text, const char *why) {
            QTest::newRow(name) << text << QString::fromUtf8(why);
        };
        row("a source text", QStringLiteral("The place was saved."), "not translated");
        row("with its mnemonic", QStringLiteral("&Keyboard shortcuts"), "not translated");
        row("with its gaps filled", QStringLiteral("9 of 60 in Bretagne have one"), "not translated");
        row("one line of two", QStringLiteral("Lieu\nposition approximate"), "not translated");
        row("one part of a line", QStringLiteral("Fablab · status not stated"), "not translated");
        row("inside a French frame", QStringLiteral("Trier\u00a0: name ▾"), "not translated");
        row("a word of the vocabulary", QStringLiteral("Laser cutter"), "not translated");
        row("a plural", QStringLiteral("Remove 2 place(s)"), "not translated");
        row("never in the file", QStringLiteral("Carte of the ateliers"), "English words");
        row("plain space before ;", QStringLiteral("Rien ; rien"), "U+202F");
        row("nothing before !", QStringLiteral("Bonjour!"), "U+202F");
        row("U+00A0 before ?", QStringLiteral("Qui\u00a0?"), "U+202F");
        row("plain space before :", QStringLiteral("Lieu : Brest"), "U+00A0 before a colon");
        row("narrow space before :", QStringLiteral("Lieu\u202f: Brest"), "U+00A0 before a colon");
        row("plain space in quotes", QStringLiteral("« laser »"), "inside « »");
        row("straight quotes", QStringLiteral("le mot \"laser\""), "quote");
        row("English quotes", QStringLiteral("le mot “laser”"), "quote");
        row("straight apostrophe", QStringLiteral("l'atelier"), "apostrophe");
        row("two spaces", QStringLiteral("un  lieu"), "two spaces");
        row("three dots", QStringLiteral("Ouvrir..."), "three dots");
        row("space before a comma", QStringLiteral("un lieu , deux"), "before a comma");
        row("ISO date", QStringLiteral("vu le 2024-05-31"), "ISO date");
        row("ISO month", QStringLiteral("vu en 2024-05"), "ISO date");
        row("thousands with a space", QStringLiteral("1 250 habitants"), "thousands");
        row("thousands with a comma", QStringLiteral("12,345 habitants"), "thousands");
        row("thousands without", QStringLiteral("12345 habitants"), "thousands");
        row("a count like a year", QStringLiteral("1900 lieux"), "thousands");
        row("0 is singular", QStringLiteral("0 lieux"), "plural of 0");
        row("1 is singular", QStringLiteral("1 lieux sur 379"), "plural of 0");
        row("2 is not", QStringLiteral("2 lieu sur 379"), "singular of many");
        row("nor are 12", QStringLiteral("12 lieu"), "singular of many");
        row("unit", QStringLiteral("à 12 km"), "unit");
        row("in a rich text", QStringLiteral("<p>Lieu<br>l'atelier</p>"), "apostrophe");
    }
    void wrongTextsAreFound()
    {
        QFETCH(QString, text);
        QFETCH(QString, why);
        const QString found = m_rules.complaints(text).join(u'\n');
        QVERIFY2(found.contains(why), qPrintable(text + QStringLiteral(" → ") + found));
    }

    void rightTextsPass_data()
    {
        QTest::addColumn<QString>("text");
        for (const QString &text :
             {QStringLiteral("9 sur 60 en Bretagne en ont une\u202f;"), QStringLiteral("0 lieu sur 1\u202f204"),
              QStringLiteral("Ouvert à 10:30, https://www.example.org/?a=1"), QStringLiteral("Type"),
              QStringLiteral("«\u00a0laser\u00a0»\u00a0: dans le nom"), QStringLiteral("vu le 31/05/2024"),
              QStringLiteral("45,1107° N · 2,8686° E"), QStringLiteral("«\u00a0Qui\u202f?\u00a0»"),
              QStringLiteral("l’&atelier, fondé en 1900"), QStringLiteral("01500, Brest")})
            QTest::newRow(qPrintable(text)) << text;
    }
    void rightTextsPass()
    {
        QFETCH(QString, text);
        QCOMPARE(m_rules.complaints(text), QStringList());
    }

    void everyTranslationIsWellWritten()
    {
        QVERIFY(m_messages.size() > 500);
        QStringList found;
        for (const Message &message : m_messages)
            for (QString translation : message.translations) {
                if (translation == message.source)
                    continue; // see below
                // Kinds of files are parted by ;; and a gap is no number yet.
                static const QRegularExpression gap(QStringLiteral("%L?(\\d+|n)"));
                translation.replace(QStringLiteral(";;"), QStringLiteral("\n")).replace(gap, QStringLiteral("X"));
                if (const QStringList why = typographyComplaints(translation); !why.isEmpty())
                    found << QStringLiteral("%1: %2: %3").arg(message.context, translation, why.join(u';'));
            }
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    }

    /// What is the same in both languages stands in a list with its reason, and nothing else does.
    void sameInFrenchOnlyWhereWritten()
    {
        QFile file(QStringLiteral(REPERE_TEST_DATA "/same_in_french.txt"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QStringList written;
        for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts)) {
            QVERIFY2(!line.section(u'\t', 1).trimmed().isEmpty(), qPrintable(line + QStringLiteral(": no reason")));
            written << line.section(u'\t', 0, 0);
        }
        QStringList same;
        for (const Message &message : m_messages)
            if (message.translations.contains(message.source))
                same << message.source;
        same.removeDuplicates();
        same.sort();
        written.sort();
        QCOMPARE(written, same);
    }

    void helpOfTheCommandLine_data()
    {
        QTest::addColumn<QString>("command");
        QTest::newRow("all") << QString();
        for (const char *command :
             {"search", "export", "facets", "show", "import", "add", "edit", "remove", "undo", "redo", "history",
              "locate", "geocode", "stats", "check", "new", "backup", "restore"})
            QTest::newRow(command) << QString::fromLatin1(command);
    }
    void helpOfTheCommandLine()
    {
        QFETCH(QString, command);
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("fr_FR.UTF-8"));
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(REPERE_BIN "/repere-cli"),
                      (command.isEmpty() ? QStringList() : QStringList{command})
                          + QStringList{QStringLiteral("--help")});
        QVERIFY(process.waitForFinished(30'000));
        QCOMPARE(process.exitCode(), 0);
        const QStringList lines = QString::fromUtf8(process.readAllStandardOutput()).split(u'\n');
        QVERIFY(lines.size() > 3);
        // What an option does stands in the second column; names, forms of values and headings are the parser's.
        constexpr qsizetype kSecondColumn = 30;
        // Identifiers stay what they are in every language.
        static const QRegularExpression identifiers(QStringLiteral("--[a-z-]+|\\bundo\\b|\\b\\d{5}\\b|embryo, .*$"));
        QStringList found;
        for (const QString &line : lines) {
            QString text = line.startsWith(u' ') ? line.sliced(std::min(kSecondColumn, line.size())) : QString();
            if (line == lines.first())
                text = line;
            text.replace(identifiers, QStringLiteral("X"));
            if (const QStringList why = m_rules.complaints(text); !why.isEmpty())
                found << text + QStringLiteral(": ") + why.join(u';');
        }
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    }
};

QTEST_GUILESS_MAIN(TestFrenchRules)
#include "test_french_rules.moc"
