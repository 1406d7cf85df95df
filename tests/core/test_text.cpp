#include "core/collation.h"
#include "core/text.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace repere;

class TestText : public QObject
{
    Q_OBJECT

private slots:
    void folds_data();
    void folds();
    void foldingTwiceChangesNothing();
    void theTableFoldsLikeUnicode();
    void cutsTokens_data();
    void cutsTokens();
    void measuresEdits_data();
    void measuresEdits();
    void editDistanceEqualsTheFullTable();
    void sortsAsTheFrenchDo_data();
    void sortsAsTheFrenchDo();
    void keysSortLikeComparisons();
};

void TestText::folds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("folded");
    const auto row = [](const char *name, const QString &text, const QString &folded) {
        QTest::newRow(name) << text << folded;
    };
    row("header's example", QStringLiteral("L'Œuvre – Ébéniste"), QStringLiteral("l oeuvre ebeniste"));
    row("empty", QString(), QString());
    row("only punctuation", QStringLiteral(" — ’ !"), QString());
    row("capitals with accents", QStringLiteral("ÉCOLE ÀÂÇÈÊËÎÏÔÖÙÛÜŸ"), QStringLiteral("ecole aaceeeiioouuuy"));
    row("ligatures", QStringLiteral("cœur Cæsar Straße STRAẞE"), QStringLiteral("coeur caesar strasse strasse"));
    row("typographic apostrophe", QStringLiteral("l’atelier"), QStringLiteral("l atelier"));
    row("hyphens", QStringLiteral("Saint-Étienne‑du‐Bois"), QStringLiteral("saint etienne du bois"));
    row("slash and plus", QStringLiteral("découpe/gravure+3D"), QStringLiteral("decoupe gravure 3d"));
    row("narrow and no-break spaces", QStringLiteral("a\u00A0b\u202Fc\td\ne"), QStringLiteral("a b c d e"));
    row("subscript", QStringLiteral("laser CO₂, 30 m²"), QStringLiteral("laser co2 30 m2"));
    row("decomposed accents", QStringLiteral("e\u0301cole"), QStringLiteral("ecole"));
    row("soft hyphen", QStringLiteral("ate\u00ADlier"), QStringLiteral("atelier"));
    row("fraction", QStringLiteral("½ tour"), QStringLiteral("1 2 tour"));
    row("letters that do not decompose", QStringLiteral("Øystein Łódź"), QStringLiteral("oystein lodz"));
    row("Cyrillic and Greek stay", QStringLiteral("Ж Ω"), QStringLiteral("ж ω"));
    row("emoji separates", QStringLiteral("fab🛠lab"), QStringLiteral("fab lab"));
    row("lone surrogate", QStringLiteral("a") + QChar(0xD800) + QStringLiteral("b"), QStringLiteral("a b"));
    row("full width", QStringLiteral("ＦＡＢ"), QStringLiteral("fab"));
}

void TestText::folds()
{
    QFETCH(QString, text);
    QFETCH(QString, folded);
    QCOMPARE(fold(text), folded);
}

QString randomText(QRandomGenerator &random, bool everyPlane)
{
    QString text;
    for (int i = random.bounded(12); i >= 0; --i) {
        char32_t c = random.bounded(everyPlane ? 0x11000u : 0x180u);
        if (!everyPlane && random.bounded(3) == 0)
            c = U' ' + random.bounded(0x60u);
        text += QString::fromUcs4(&c, 1);
    }
    return text;
}

void TestText::foldingTwiceChangesNothing()
{
    QRandomGenerator random(1);
    for (int i = 0; i < 20000; ++i) {
        const QString folded = fold(randomText(random, i % 2 == 0));
        QCOMPARE(fold(folded), folded);
        QVERIFY(!folded.startsWith(u' ') && !folded.endsWith(u' ') && !folded.contains(QStringLiteral("  ")));
    }
}

void TestText::theTableFoldsLikeUnicode()
{
    // A character of the highest plane sends the whole text down the slow path; it folds to nothing but a separator.
    const char32_t other = 0x1F600;
    const QString slow = u' ' + QString::fromUcs4(&other, 1);
    QRandomGenerator random(2);
    for (int i = 0; i < 20000; ++i) {
        const QString text = randomText(random, false);
        QCOMPARE(fold(text), fold(text + slow));
    }
}

void TestText::cutsTokens_data()
{
    QTest::addColumn<QString>("folded");
    QTest::addColumn<QString>("tokens");
    QTest::newRow("plurals") << "imprimantes numeriques" << "imprimante|numerique";
    QTest::newRow("plural in x") << "lieux nouveaux" << "lieu|nouveau";
    QTest::newRow("short words keep their s") << "bus des cas" << "bus|des|cas";
    QTest::newRow("digits keep their x") << "mk3s 2x4x 3ds" << "mk3s|2x4x|3ds";
    QTest::newRow("compound in two words") << "un fab lab" << "un|fablab";
    QTest::newRow("compound in one word") << "fablabs" << "fablab";
    QTest::newRow("compound in the plural") << "tiers lieux et fab labs" << "tierslieu|et|fablab";
    QTest::newRow("3 d") << "imprimantes 3 d" << "imprimante|3d";
    QTest::newRow("longest compound wins") << "do it yourself do it" << "doityourself|doit";
    QTest::newRow("half a compound at the end") << "le fab" << "le|fab";
    QTest::newRow("nothing") << "" << "";
}

void TestText::cutsTokens()
{
    const Compounds compounds({{QStringLiteral("fab"), QStringLiteral("lab")},
                               {QStringLiteral("tiers"), QStringLiteral("lieu")},
                               {QStringLiteral("3"), QStringLiteral("d")},
                               {QStringLiteral("do"), QStringLiteral("it")},
                               {QStringLiteral("do"), QStringLiteral("it"), QStringLiteral("yourself")}});
    QFETCH(QString, folded);
    QFETCH(QString, tokens);
    QCOMPARE(compounds.tokens(folded).join(u'|'), tokens);
}

void TestText::measuresEdits_data()
{
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    QTest::addColumn<int>("distance");
    QTest::newRow("same") << "laser" << "laser" << 0;
    QTest::newRow("one letter changed") << "lazer" << "laser" << 1;
    QTest::newRow("neighbours swapped") << "decuope" << "decoupe" << 1;
    QTest::newRow("one letter missing") << "impimante" << "imprimante" << 1;
    QTest::newRow("two slips") << "thermofrmeuze" << "thermoformeuse" << 2;
    QTest::newRow("empty") << "" << "ab" << 2;
    QTest::newRow("beyond the limit") << "laser" << "fraiseuse" << 4;
}

void TestText::measuresEdits()
{
    QFETCH(QString, a);
    QFETCH(QString, b);
    QFETCH(int, distance);
    QCOMPARE(editDistance(a, b, 3), distance);
    QCOMPARE(editDistance(b, a, 3), distance);
}

/// The textbook recurrence over the whole table, as an oracle.
int slowDistance(const QString &a, const QString &b)
{
    std::vector<std::vector<int>> d(a.size() + 1, std::vector<int>(b.size() + 1));
    for (int i = 0; i <= a.size(); ++i) {
        for (int j = 0; j <= b.size(); ++j) {
            if (i == 0 || j == 0) {
                d[i][j] = i + j;
                continue;
            }
            d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] != b[j - 1])});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
        }
    }
    return d[a.size()][b.size()];
}

void TestText::editDistanceEqualsTheFullTable()
{
    QRandomGenerator random(3);
    const auto word = [&] {
        QString text;
        for (int i = random.bounded(9); i > 0; --i)
            text += QChar(u'a' + random.bounded(3));
        return text;
    };
    for (int i = 0; i < 20000; ++i) {
        const QString a = word();
        const QString b = word();
        const int limit = random.bounded(4);
        QCOMPARE(editDistance(a, b, limit), std::min(slowDistance(a, b), limit + 1));
    }
}

void TestText::sortsAsTheFrenchDo_data()
{
    QTest::addColumn<QStringList>("order");
    const auto row = [](const char *name, const QString &order) { QTest::newRow(name) << order.split(u'|'); };
    row("accents", QStringLiteral("abeille|École|Ecully|Étoile|Zèbre"));
    row("numbers", QStringLiteral("Atelier 2|Atelier 10|Atelier 100"));
    row("accents decide last", QStringLiteral("cote|coté|côte|côté"));
    row("word by word", QStringLiteral("La Ruche|Labo"));
    row("punctuation like a space", QStringLiteral("Tiers-lieu A|Tiers lieu B|Tiers-lieu C"));
    row("quotes and apostrophes", QStringLiteral("Abeille|« L’Atelier »|L'Atelier bis|Zinc"));
    row("ligature", QStringLiteral("odeur|œuvre|ouvroir"));
}

void TestText::sortsAsTheFrenchDo()
{
    QFETCH(QStringList, order);
    const FrenchCollation collation;
    QStringList reversed(order.rbegin(), order.rend());
    std::sort(reversed.begin(), reversed.end(),
              [&](const QString &a, const QString &b) { return collation.less(a, b); });
    QCOMPARE(reversed, order);
}

void TestText::keysSortLikeComparisons()
{
    const FrenchCollation collation;
    QRandomGenerator random(4);
    for (int i = 0; i < 2000; ++i) {
        const QString a = randomText(random, false);
        const QString b = randomText(random, false);
        QCOMPARE(collation.key(a) < collation.key(b), collation.less(a, b));
    }
}

QTEST_GUILESS_MAIN(TestText)
#include "test_text.moc"
