#include "core/match_name_words.h"

#include "core/territory_words.h"

#include <algorithm>
#include <array>
#include <utility>

namespace repere {

namespace {

/// Words that tell nothing: French and English articles and their like.
constexpr auto kArticles = std::to_array<QStringView>(
    {u"a",    u"an",  u"and", u"at", u"au",  u"aux",  u"by",  u"chez", u"d",  u"dan",   u"de",  u"des", u"du", u"en",
     u"et",   u"for", u"in",  u"l",  u"la",  u"le",   u"les", u"mon",  u"my", u"notre", u"of",  u"on",  u"ou", u"par",
     u"pour", u"qu",  u"s",   u"se", u"son", u"sous", u"sur", u"the",  u"to", u"un",    u"une", u"ver", u"y"});

/// Words that many places bear and how much each still tells: what the 1 512 names of the census of 2019 and the 379 of the
/// starter directory repeat without being a chain, and kin of it. A fixed list, so that a score never depends on what else
/// is in the directory.
struct CommonWord {
    QStringView text;
    double weight;
};
constexpr auto kCommonWords = std::to_array<CommonWord>({
    {u"association", 0.2}, {u"atelier", 0.4},   {u"bureau", 0.35},     {u"cafe", 0.4},        {u"centre", 0.25},
    {u"co", 0.2},          {u"collectif", 0.4}, {u"cooperative", 0.3}, {u"commune", 0.3},     {u"coworking", 0.2},
    {u"cyberbase", 0.3},   {u"digital", 0.5},   {u"entreprise", 0.35}, {u"epn", 0.3},         {u"espace", 0.2},
    {u"fab", 0.25},        {u"fablab", 0.2},    {u"fabrique", 0.5},    {u"factory", 0.5},     {u"france", 0.3},
    {u"hackerspace", 0.3}, {u"hacklab", 0.3},   {u"hotel", 0.4},       {u"hub", 0.5},         {u"incubateur", 0.4},
    {u"innovation", 0.4},  {u"lab", 0.25},      {u"labfab", 0.3},      {u"labo", 0.35},       {u"lieu", 0.3},
    {u"lycee", 0.4},       {u"maison", 0.4},    {u"makerspace", 0.3},  {u"mediatheque", 0.4}, {u"mini", 0.4},
    {u"mjc", 0.4},         {u"mobile", 0.4},    {u"msap", 0.3},        {u"numerique", 0.35},  {u"office", 0.4},
    {u"open", 0.5},        {u"ouvert", 0.5},    {u"partage", 0.4},     {u"pepiniere", 0.4},   {u"place", 0.4},
    {u"pole", 0.4},        {u"projet", 0.4},    {u"relais", 0.4},      {u"saint", 0.4},       {u"sainte", 0.4},
    {u"space", 0.25},      {u"studio", 0.5},    {u"telecentre", 0.3},  {u"teletravail", 0.3}, {u"tierslieu", 0.2},
    {u"travail", 0.3},     {u"village", 0.5},   {u"work", 0.3},        {u"working", 0.3},
});

/// Words and shortenings that mean one of the common words.
struct OtherWord {
    QStringView text;
    QStringView meaning;
};
constexpr auto kOtherWords = std::to_array<OtherWord>({{u"asso", u"association"},
                                                       {u"cowork", u"coworking"},
                                                       {u"coworker", u"coworking"},
                                                       {u"fabrik", u"fabrique"},
                                                       {u"laboratoire", u"labo"},
                                                       {u"st", u"saint"},
                                                       {u"ste", u"sainte"},
                                                       {u"univ", u"universite"}});

constexpr double kArticleWeight = 0;
constexpr double kCommuneWeight = 0.3; // "Fablab Lannion" in Lannion: half of them are called so
constexpr double kNumberWeight = 0.6;
constexpr double kTellingWeight = 0.55; // and more

double weightOf(const QString &word)
{
    if (std::ranges::contains(kArticles, QStringView(word)))
        return kArticleWeight;
    for (const CommonWord &common : kCommonWords) {
        if (common.text == QStringView(word))
            return common.weight;
    }
    return word[0].isDigit() ? kNumberWeight : 1;
}

std::uint64_t lettersOf(const QString &word)
{
    std::uint64_t letters = 0;
    for (const QChar c : word)
        letters |= std::uint64_t(1) << (c.unicode() % 64);
    return letters;
}

/// "TechF@ctory", "Coh@bit": an at sign within a word is read as an a.
QString withoutAtSigns(QString text)
{
    for (qsizetype i = 1; i + 1 < text.size(); ++i) {
        if (text[i] == u'@' && text[i - 1].isLetter() && text[i + 1].isLetter())
            text[i] = u'a';
    }
    return text;
}

/// "makerspace56" → "makerspace 56", "8fablab" → "8 fablab": others write a space there. Not "h3d", not "20eme".
QString withNumbersApart(const QString &folded)
{
    QString text;
    for (const QStringView word : QStringView(folded).tokenize(u' ')) {
        const auto isDigit = [](QChar c) { return c.isDigit(); };
        const auto first = std::ranges::find_if(word, isDigit) - word.begin();
        const QStringView rest = word.sliced(first);
        const auto digits = std::ranges::find_if_not(rest, isDigit) - rest.begin();
        if (!text.isEmpty())
            text += u' ';
        text += word;
        const qsizetype letters = word.size() - digits;
        if (digits == 0 || letters < 3 || word.endsWith(u"eme"))
            continue;
        if (first + digits == word.size()) // at the end
            text.insert(text.size() - digits, u' ');
        else if (first == 0)
            text.insert(text.size() - letters, u' ');
    }
    return text;
}

QString meaningOf(const QString &word)
{
    const auto *const other = std::ranges::find(kOtherWords, QStringView(word), &OtherWord::text);
    return other == kOtherWords.end() ? word : other->meaning.toString();
}

/// "LimouziLab" is "Limouzi Lab": what labs are called is often written onto the word that tells which.
QStringList withLabsApart(const QStringList &words)
{
    constexpr qsizetype kLeastStem = 4;
    QStringList apart;
    for (const QString &word : words) {
        const qsizetype stem = word.size() - 3;
        const bool glued =
            stem >= kLeastStem && (word.endsWith(u"lab") || word.endsWith(u"fab")) && weightOf(word) >= 1;
        if (glued)
            apart << word.first(stem) << word.sliced(stem);
        else
            apart << word;
    }
    return apart;
}

QStringList wordsOf(const QString &name, const Compounds &compounds)
{
    QStringList words = withLabsApart(compounds.tokens(withNumbersApart(fold(name))));
    std::ranges::transform(words, words.begin(), meaningOf);
    return words;
}

/// What stands beside each other in "CATCHU - FUVLAB", "Le Zinzolin (Fablab Lannion)"; empty when it is one name.
QStringList partsOf(const QString &name)
{
    QStringList parts;
    qsizetype begin = 0;
    for (qsizetype i = 0; i <= name.size(); ++i) {
        const QChar c = i < name.size() ? name[i] : u',';
        const bool isDash = (c == u'-' || c == u'–' || c == u'—') && i > 0 && name[i - 1].isSpace();
        if (!isDash && !QStringView(u",;:/|()[]").contains(c))
            continue;
        if (const QString part = name.sliced(begin, i - begin).trimmed(); !part.isEmpty())
            parts.append(part);
        begin = i + 1;
    }
    return parts.size() > 1 ? parts : QStringList();
}

} // namespace

void setNameWords(MatchRecord &record, const Atelier &atelier, const Compounds &compounds)
{
    const QStringList commune = compounds.tokens(fold(atelier.city))
                                + compounds.tokens(territoryWords(record.departement))
                                + QStringList{record.departement}; // "BerryLab36"
    const QString name = withoutAtSigns(atelier.name);
    const QStringList words = wordsOf(name, compounds);
    QString before;
    const auto add = [&](const QString &word, double weight, bool ofCommune) {
        if (std::ranges::none_of(record.name, [&](const MatchWord &known) { return known.text == word; }))
            record.name.push_back({.text = word,
                                   .weight = weight,
                                   .ofCommune = ofCommune,
                                   .before = std::exchange(before, QString()),
                                   .letters = lettersOf(word)});
    };
    const auto tells = [&](const QString &word) { return !commune.contains(word) && weightOf(word) >= kTellingWeight; };
    for (const QString &word : words) {
        const double weight = weightOf(word);
        if (weight <= 0) {
            before += word[0];
            continue;
        }
        const bool ofCommune = commune.contains(word);
        add(word, ofCommune ? std::min(weight, kCommuneWeight) : weight, ofCommune);
        if (!ofCommune)
            record.nameKey += word;
        if (tells(word))
            record.tellingKey += word;
    }
    const QString everything = words.join(QString());
    if (record.name.empty()) { // "Le Un": nothing but articles, so they are the name
        for (const QString &word : words)
            add(word, 1, false);
        record.tellingKey = everything;
    }
    if (record.nameKey.isEmpty())
        record.nameKey = everything;

    constexpr qsizetype kLeastPart = 4;
    for (const QString &part : partsOf(name)) {
        QString key;
        for (const QString &word : wordsOf(part, compounds))
            key += tells(word) ? word : QString();
        if (key.size() >= kLeastPart && key != record.tellingKey && !record.partKeys.contains(key))
            record.partKeys.append(key);
    }
}

} // namespace repere
