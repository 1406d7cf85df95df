#include "core/text_repair.h"

#include <QTest>

using namespace repere;
using namespace Qt::StringLiterals;

class TestTextRepair : public QObject
{
    Q_OBJECT

private slots:
    void html_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::newRow("plain") << u"Bois & métal, 3 < 4"_s << u"Bois & métal, 3 < 4"_s;
        QTest::newRow("line break") << u"Espace d'Arvor<br />Place d'Armorique"_s
                                    << u"Espace d'Arvor\nPlace d'Armorique"_s;
        QTest::newRow("link") << u"<a href='coucou'>Tous produits</a>"_s << u"Tous produits"_s;
        QTest::newRow("entities") << u"L&rsquo;atelier &amp; l&#39;&eacute;t&#xE9;"_s << u"L’atelier & l'été"_s;
        QTest::newRow("list") << u"<ul><li>bois</li><li>laser</li></ul>"_s << u"• bois\n• laser"_s;
        QTest::newRow("script") << u"A<script>alert('x')</script>B"_s << u"AB"_s;
        QTest::newRow("never closed") << u"A<script>alert('x')"_s << u"A"_s;
        QTest::newRow("unknown entity") << u"R&D; &nothing;"_s << u"R&D; &nothing;"_s;
        QTest::newRow("once only") << u"&amp;lt;b&amp;gt;"_s << u"&lt;b&gt;"_s;
        QTest::newRow("no character") << u"a&#0;b&#xD800;c"_s << u"a&#0;b&#xD800;c"_s;
    }
    void html()
    {
        QFETCH(QString, from);
        QTEST(htmlToText(from), "to");
    }

    void mojibake_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::newRow("right") << u"Créa'Tech à Plœmeur"_s << u"Créa'Tech à Plœmeur"_s;
        QTest::newRow("once") << u"AtelierÂ partagÃ© â€“ lâ€™Å“uvre"_s.replace(u"Â "_s, u"Â\u00A0"_s)
                              << u"Atelier\u00A0partagé – l’œuvre"_s;
        QTest::newRow("only œ") << u"La Fabrique de l'Å“uvre"_s << u"La Fabrique de l'œuvre"_s;
        QTest::newRow("twice") << u"CrÃƒÂ©a"_s << u"Créa"_s;
        QTest::newRow("a true Ã") << u"SÃO PAULO"_s << u"SÃO PAULO"_s;
        QTest::newRow("half broken") << u"Ã© et 漢"_s << u"Ã© et 漢"_s;
    }
    void mojibake() { compare(withoutMojibake); }

    void addresses_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::newRow("whole") << u"http://makerspace56.org"_s << u"http://makerspace56.org"_s;
        QTest::newRow("without scheme") << u"www.co-work.fr"_s << u"https://www.co-work.fr"_s;
        QTest::newRow("with path") << u"fablab.fr/contact?a=1"_s << u"https://fablab.fr/contact?a=1"_s;
        QTest::newRow("broken scheme") << u"http//fablab.fr"_s << u"http://fablab.fr"_s;
        QTest::newRow("script") << u"javascript:alert(1)"_s << QString();
        QTest::newRow("file") << u"file:///etc/passwd"_s << QString();
        QTest::newRow("a word") << u"nomade"_s << QString();
        QTest::newRow("a person") << u"nomade.lyon@exemple.fr"_s << QString();
    }
    void addresses() { compare(webAddress); }

    void phones_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::newRow("international") << u"+33180059880"_s << u"01 80 05 98 80"_s;
        QTest::newRow("with a zero in brackets") << u"+33 (0)1 80 05 98 80"_s << u"01 80 05 98 80"_s;
        QTest::newRow("00") << u"0033 4 70 99 12 34"_s << u"04 70 99 12 34"_s;
        QTest::newRow("the zero lost") << u"967556221"_s << u"09 67 55 62 21"_s;
        QTest::newRow("dots") << u"05.45.25.05.30"_s << u"05 45 25 05 30"_s;
        QTest::newRow("overseas") << u"+262 262 12 34 56"_s << u"02 62 12 34 56"_s;
        QTest::newRow("two") << u"0545250530 / 0645250530"_s << u"05 45 25 05 30 / 06 45 25 05 30"_s;
        QTest::newRow("of another country") << u"+32 2 123 45 67"_s << u"+32 2 123 45 67"_s;
        QTest::newRow("no number") << u"sur rendez-vous"_s << u"sur rendez-vous"_s;
        QTest::newRow("short") << u"3615"_s << u"3615"_s;
    }
    void phones() { compare(frenchPhone); }

    void persons_data()
    {
        QTest::addColumn<QString>("email");
        QTest::addColumn<QString>("place");
        QTest::addColumn<bool>("person");
        QTest::newRow("a role") << u"contact@exemple.fr"_s << u"Le Lab"_s << false;
        QTest::newRow("first name and name") << u"camille.martin@exemple.fr"_s << u"Le Lab"_s << true;
        QTest::newRow("public provider") << u"camille35@gmail.com"_s << u"Le Lab"_s << true;
        QTest::newRow("the place at a public provider")
            << u"ruche.chenay@gmail.com"_s << u"La Ruche de Chenay"_s << false;
        QTest::newRow("fablab at a public provider") << u"fablab.moulins@gmail.com"_s << u"Zed"_s << false;
        QTest::newRow("no address") << u"hidden"_s << u"Zed"_s << false;
    }
    void persons()
    {
        QFETCH(QString, email);
        QFETCH(QString, place);
        QTEST(isPersonalEmail(email, place), "person");
    }

private:
    static void compare(QString (*function)(const QString &))
    {
        QFETCH(QString, from);
        QTEST(function(from), "to");
        QTEST(function(function(from)), "to"); // what is mended needs no mending
    }
};

QTEST_GUILESS_MAIN(TestTextRepair)
#include "test_text_repair.moc"
