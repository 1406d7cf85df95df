#include "core/vocabulary.h"

#include <QTest>

using namespace repere;

/// A small vocabulary of our own: the shipped one is tested with the tables of phrases.
class TestVocabulary : public QObject
{
    Q_OBJECT

private:
    static QStringList words(const char *text) { return QString::fromUtf8(text).split(u'|', Qt::SkipEmptyParts); }
    static VocabularyEntry entry(const char *id, const char *french, const char *english, const char *synonyms = "",
                                 const char *brands = "")
    {
        return {QString::fromUtf8(id),
                {QString::fromUtf8(french), QString::fromUtf8(english)},
                {},
                words(synonyms),
                words(brands),
                {}};
    }
    static Vocabulary machines()
    {
        return Vocabulary(
            QStringLiteral("equipment"),
            {entry("3d-printer", "Imprimante 3D", "3D printer", "three_d_printing|frittage laser", "Prusa"),
             entry("laser-cutter", "Découpe laser", "Laser cutter", "laser|découpe/gravure laser", "Trotec"),
             entry("cnc-mill", "Fraiseuse numérique", "CNC mill", "CNC", "ShopBot"),
             entry("photo-video", "Photo, vidéo", "Photo, video", "studio photo"),
             entry("wood-shop", "Atelier bois", "Wood shop", "bois")},
            {{QStringLiteral("making"),
              {QStringLiteral("Fabrication"), QStringLiteral("Making")},
              {},
              words("faire ensemble"),
              words("3d-printer|laser-cutter")}},
            {{words("fraiseuse"), words("cnc-mill|metal-shop"), {}},
             {words("imprimante"), words("3d-printer|plotter"), {}}},
            Compounds({{QStringLiteral("3"), QStringLiteral("d")}, {QStringLiteral("shop"), QStringLiteral("bot")}}));
    }

private slots:
    void namesValues_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("ids");
        QTest::newRow("id") << "laser-cutter" << "laser-cutter";
        QTest::newRow("label") << "Découpe laser" << "laser-cutter";
        QTest::newRow("no accents, plural") << "decoupes lasers" << "laser-cutter";
        QTest::newRow("English") << "LASER CUTTER" << "laser-cutter";
        QTest::newRow("brand") << "trotec" << "laser-cutter";
        QTest::newRow("publisher's key") << "three_d_printing" << "3d-printer";
        QTest::newRow("compound") << "imprimante 3 D" << "3d-printer";
        QTest::newRow("group") << "making" << "3d-printer|laser-cutter";
        QTest::newRow("group's synonym") << "Faire ensemble" << "3d-printer|laser-cutter";
        QTest::newRow("ambiguous words name nothing") << "fraiseuse" << "";
        QTest::newRow("unknown") << "trampoline" << "";
        QTest::newRow("empty") << "" << "";
    }
    void namesValues()
    {
        QFETCH(QString, words);
        QTEST(machines().idsNamed(words).join(u'|'), "ids");
    }

    void ownNamesWinOverSynonyms()
    {
        const Vocabulary vocabulary(QStringLiteral("types"),
                                    {entry("a", "Alpha", "Alpha", "beta"), entry("b", "Beta", "Beta"),
                                     entry("c", "Gamma", "Gamma", "delta"), entry("d", "Epsilon", "Epsilon", "delta")},
                                    {}, {}, {});
        QCOMPARE(vocabulary.idsNamed(QStringLiteral("beta")), QStringList(QStringLiteral("b")));
        QCOMPARE(vocabulary.idsNamed(QStringLiteral("delta")), QStringList({QStringLiteral("c"), QStringLiteral("d")}));
    }

    void labels()
    {
        const Vocabulary vocabulary = machines();
        QCOMPARE(vocabulary.label(QStringLiteral("3d-printer"), true), QStringLiteral("Imprimante 3D"));
        QCOMPARE(vocabulary.label(QStringLiteral("3d-printer"), false), QStringLiteral("3D printer"));
        QCOMPARE(vocabulary.label(QStringLiteral("of-tomorrow"), true), QStringLiteral("of-tomorrow"));
        QVERIFY(!vocabulary.find(QStringLiteral("of-tomorrow")));
    }

    void findsWhilePeopleType_data()
    {
        QTest::addColumn<QString>("token");
        QTest::addColumn<bool>("prefix");
        QTest::addColumn<QString>("ids");
        QTest::newRow("prefix of a brand") << "trot" << true << "laser-cutter";
        QTest::newRow("not the whole word") << "trot" << false << "";
        QTest::newRow("whole word") << "trotec" << false << "laser-cutter";
        QTest::newRow("word of a label") << "imprimante" << false << "3d-printer";
        QTest::newRow("word of a group") << "ensemble" << true << "3d-printer|laser-cutter";
        QTest::newRow("nothing typed") << "" << true << "";
        QTest::newRow("unknown") << "zzz" << true << "";
    }
    void findsWhilePeopleType()
    {
        QFETCH(QString, token);
        QFETCH(bool, prefix);
        QTEST(machines().idsWithWord(token, prefix).join(u'|'), "ids");
    }

    void meansWhatItNames_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("prefix");
        QTest::addColumn<QString>("ids");
        QTest::newRow("a name, not another's word") << "laser" << false << "laser-cutter";
        QTest::newRow("likewise while typing") << "laser" << true << "laser-cutter";
        QTest::newRow("not yet the word: both") << "las" << true << "3d-printer|laser-cutter";
        QTest::newRow("too short") << "la" << true << "";
        QTest::newRow("a name of two words") << "decoupe laser" << false << "laser-cutter";
        QTest::newRow("its second word not yet") << "decoupe las" << true << "laser-cutter";
        QTest::newRow("nor ever") << "decoupe las" << false << "";
        QTest::newRow("another's two words") << "frittage laser" << false << "3d-printer";
        QTest::newRow("words of two values") << "decoupe bois" << false << "";
        QTest::newRow("of and the like left out") << "decoupe de laser" << false << "laser-cutter";
        QTest::newRow("a group") << "faire ensemble" << false << "3d-printer|laser-cutter";
        QTest::newRow("a word of a name") << "atelier" << false << "wood-shop";
        QTest::newRow("nothing") << "" << true << "";
    }
    void meansWhatItNames()
    {
        QFETCH(QString, typed);
        QFETCH(bool, prefix);
        QTEST(machines().idsMeant(typed.split(u' ', Qt::SkipEmptyParts), prefix).join(u'|'), "ids");
    }

    void understandsCells_data()
    {
        QTest::addColumn<QString>("cell");
        QTest::addColumn<QString>("expected"); // words=ids, ~ guessed, ? review
        QTest::newRow("empty") << "" << "";
        QTest::newRow("only punctuation") << " , ;" << "";
        QTest::newRow("whole name with a separator in it")
            << "découpe/gravure laser" << "découpe/gravure laser=laser-cutter";
        QTest::newRow("label with a comma") << "Photo, vidéo" << "Photo, vidéo=photo-video";
        QTest::newRow("label with a comma in a list")
            << "laser | Photo, vidéo" << "laser=laser-cutter&Photo, vidéo=photo-video";
        QTest::newRow("two machines") << "imprimantes 3D et découpe laser"
                                      << "imprimantes 3D=3d-printer&découpe laser=laser-cutter";
        QTest::newRow("no split inside words") << "Etablet" << "Etablet=?";
        QTest::newRow("contained") << "une grande imprimante 3D à deux têtes"
                                   << "une grande imprimante 3D à deux têtes=3d-printer~";
        QTest::newRow("two contained") << "Prusa dans le coin laser"
                                       << "Prusa dans le coin laser=3d-printer,laser-cutter~";
        QTest::newRow("never silent") << "fraiseuse" << "fraiseuse=?";
        QTest::newRow("never silent, plural") << "Fraiseuses" << "Fraiseuses=?";
        QTest::newRow("ambiguous word decided by another")
            << "fraiseuse 3 axes CNC" << "fraiseuse 3 axes CNC=cnc-mill~";
        QTest::newRow("ambiguous word contradicted") << "fraiseuse à bois" << "fraiseuse à bois=?";
        QTest::newRow("typo") << "lazer" << "lazer=laser-cutter~";
        QTest::newRow("typo in an ambiguous word") << "fraiseusse" << "fraiseusse=?";
        QTest::newRow("short words are no typos") << "cmc" << "cmc=?";
        QTest::newRow("group") << "faire ensemble" << "faire ensemble=?";
        QTest::newRow("decimal comma") << "laser de 1,5 m" << "laser de 1,5 m=laser-cutter~";
        QTest::newRow("lines") << "laser\r\nPrusa" << "laser=laser-cutter&Prusa=3d-printer";
        QTest::newRow("unknown") << "trampoline" << "trampoline=?";
    }
    void understandsCells()
    {
        QFETCH(QString, cell);
        QStringList parts;
        for (const auto &[words, match] : matchPhrase(machines(), cell)) {
            QCOMPARE(match.review, match.ids.isEmpty());
            parts.append(words + u'=' + match.ids.join(u',')
                         + (match.guessed  ? QStringLiteral("~")
                            : match.review ? QStringLiteral("?")
                                           : QString()));
        }
        QTEST(parts.join(u'&'), "expected");
    }

    void everyFacetHasItsVocabulary()
    {
        const Vocabularies all;
        QCOMPARE(all.of(Facet::Equipment), &all.equipment);
        QCOMPARE(all.of(Facet::Public), &all.publics);
        QVERIFY(!all.of(Facet::Region));
    }

    void confidenceFallsWithWhatIsNotExplained_data()
    {
        QTest::addColumn<QString>("cell");
        QTest::addColumn<double>("least");
        QTest::addColumn<double>("most");
        QTest::newRow("a name") << "Découpe laser" << 1.0 << 1.0;
        QTest::newRow("a name and neutral words") << "une petite découpe laser" << 0.94 << 0.96;
        QTest::newRow("a name of two words among others") << "découpe laser Zinzolin chinois" << 0.80 << 0.90;
        QTest::newRow("one word of two") << "Zinzolin laser" << kSureOfWords << 0.70;
        QTest::newRow("one word of three") << "Zinzolin laser chinois" << 0.50 << kSureOfWords - 0.01;
        QTest::newRow("a slip") << "Trotek" << kSureOfWords << 0.85;
        QTest::newRow("nothing") << "trampoline" << 0.0 << 0.0;
        QTest::newRow("never alone") << "fraiseuse" << 0.0 << 0.0;
    }
    void confidenceFallsWithWhatIsNotExplained()
    {
        QFETCH(QString, cell);
        QFETCH(double, least);
        QFETCH(double, most);
        const auto phrases = matchPhrase(machines(), cell);
        QCOMPARE(phrases.size(), std::size_t(1));
        const PhraseMatch &match = phrases.front().second;
        QVERIFY2(match.confidence >= least && match.confidence <= most, qPrintable(QString::number(match.confidence)));
        QCOMPARE(match.review, match.confidence < kSureOfWords);
        QCOMPARE(match.ids.isEmpty(), match.review);
    }

    void smallWordsMayStandBetween()
    {
        const auto ids = [](const char *cell) {
            return matchPhrase(machines(), QString::fromUtf8(cell)).front().second.ids;
        };
        QCOMPARE(ids("une découpe au laser"), QStringList(QStringLiteral("laser-cutter")));
        QCOMPARE(ids("atelier de bois"), QStringList(QStringLiteral("wood-shop")));
        QCOMPARE(ids("fraiseuse à bois"), QStringList()); // still two meanings
    }
};

QTEST_GUILESS_MAIN(TestVocabulary)
#include "test_vocabulary.moc"
