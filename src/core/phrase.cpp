#include "core/vocabulary.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>

namespace repere {

namespace {

using Phrase = std::pair<QString, PhraseMatch>;

void appendOnce(QStringList &list, const QStringList &values)
{
    for (const QString &value : values) {
        if (!list.contains(value))
            list.append(value);
    }
}

/// What separates the machines of one cell, strongest first.
enum class SplitLevel { Lists, Commas, Words };

/// Length of the separator of this level that begins at `at`; 0 = none.
qsizetype separatorAt(const QString &text, qsizetype at, SplitLevel level)
{
    const QChar c = text[at];
    switch (level) {
    case SplitLevel::Lists:
        return c == u'|' || c == u';' || c == u'\n' || c == u'\r' || c == u'•' || c == QChar(0x2028) ? 1 : 0;
    case SplitLevel::Commas: {
        // "3,5 m" is one number.
        const bool decimal = at > 0 && at + 1 < text.size() && text[at - 1].isDigit() && text[at + 1].isDigit();
        return c == u',' && !decimal ? 1 : 0;
    }
    case SplitLevel::Words: break;
    }
    if (c == u'/' || c == u'+' || c == u'&')
        return 1;
    if (!c.isSpace())
        return 0;
    static const std::array<QString, 3> words = {QStringLiteral("et"), QStringLiteral("and"),
                                                 QStringLiteral("ainsi que")};
    for (const QString &word : words) {
        const qsizetype end = at + 1 + word.size();
        if (end < text.size() && text[end].isSpace()
            && QStringView(text).sliced(at + 1, word.size()).compare(word, Qt::CaseInsensitive) == 0) {
            return word.size() + 1;
        }
    }
    return 0;
}

QStringList split(const QString &text, SplitLevel level)
{
    QStringList parts;
    qsizetype begin = 0;
    const auto take = [&](qsizetype end) {
        const QString part = text.sliced(begin, end - begin).trimmed();
        if (!part.isEmpty())
            parts.append(part);
    };
    for (qsizetype i = 0; i < text.size();) {
        const qsizetype length = separatorAt(text, i, level);
        if (length == 0) {
            ++i;
            continue;
        }
        take(i);
        i += length;
        begin = i;
    }
    take(text.size());
    return parts;
}

/// Words that leave open what is meant without making it doubtful: places, furniture of sentences, sizes.
bool isNeutral(const QString &token)
{
    static const auto words = std::to_array<QStringView>(
        {u"acce",      u"access",    u"associatif", u"atelier",       u"avec",        u"bench",
         u"centre",    u"coin",      u"deux",       u"dispo",         u"equipe",      u"equipement",
         u"equipment", u"espace",    u"format",     u"grand",         u"grande",      u"gros",
         u"is",        u"kit",       u"lab",        u"labo",          u"laboratoire", u"libre",
         u"machine",   u"materiel",  u"mini",       u"new",           u"nouveau",     u"nouvelle",
         u"nos",       u"numerique", u"ouvert",     u"parc",          u"petit",       u"petite",
         u"plusieur",  u"poste",     u"pro",        u"professionnel", u"rural",       u"salle",
         u"service",   u"small",     u"space",      u"station",       u"table",       u"three",
         u"trois",     u"two",       u"type",       u"with",          u"workshop"});
    return token.size() < 3 || token[0].isDigit() || std::ranges::contains(words, QStringView(token));
}

/// The longest names and undecided words contained in a row of tokens, from left to right, none overlapping.
PhraseMatch contained(const Vocabulary &vocabulary, const QStringList &tokens)
{
    constexpr qsizetype kStopWordsBetween = 2;
    PhraseMatch match;
    std::vector<QStringList> undecided;
    int explained = 0; // words of names
    int unexplained = 0;
    bool several = false; // a name of several words was met: that is no accident
    for (qsizetype i = 0; i < tokens.size();) {
        qsizetype taken = 0;
        const qsizetype longest = std::min<qsizetype>(vocabulary.longestName() + kStopWordsBetween, tokens.size() - i);
        for (qsizetype length = longest; length > 0; --length) {
            const QStringList words = tokens.sliced(i, length);
            const QString key = words.join(u' ');
            QStringList ids = vocabulary.idsOfKey(key);
            if (ids.isEmpty() && length > 1 && Vocabulary::bareKey(words.first(1)) == words.first()
                && Vocabulary::bareKey(words.last(1)) == words.last()) {
                const QString bare = Vocabulary::bareKey(words);
                ids = vocabulary.idsOfKey(bare);
                if (ids.isEmpty())
                    ids = vocabulary.idsOfBareKey(bare);
            }
            if (!ids.isEmpty()) {
                appendOnce(match.ids, ids);
                taken = length;
                several |= length > 1;
                break;
            }
            if (const QStringList candidates = vocabulary.candidatesOfKey(key); !candidates.isEmpty()) {
                undecided.push_back(candidates);
                taken = length;
                break;
            }
        }
        if (taken > 0)
            explained += static_cast<int>(taken);
        else if (!isNeutral(tokens[i]) && !Vocabulary::bareKey(tokens.sliced(i, 1)).isEmpty())
            ++unexplained;
        i += std::max<qsizetype>(taken, 1);
    }
    // "fraiseuse 3 axes CNC" is decided by CNC; "fraiseuse à bois" is not: the wood shop is none of its candidates.
    const auto contradicts = [&](const QStringList &candidates) {
        return !std::ranges::all_of(match.ids, [&](const QString &id) { return candidates.contains(id); });
    };
    if (std::ranges::any_of(undecided, contradicts))
        match.ids.clear();
    match.guessed = !match.ids.isEmpty();
    match.review = match.ids.isEmpty() && !undecided.empty();
    if (match.guessed) {
        const double share = static_cast<double>(explained) / (explained + unexplained);
        match.confidence = several ? 0.75 + 0.2 * share : 0.35 + 0.6 * share;
    }
    return match;
}

/// One bit per letter or digit met. One edit changes two bits at most, so that most words need no full comparison.
std::uint64_t lettersOf(const QString &word)
{
    std::uint64_t letters = 0;
    for (const QChar c : word)
        letters |= std::uint64_t(1) << (c.unicode() % 64);
    return letters;
}

/// The known word that `token` is a slip of, or `token` itself when none or several are as near.
QString corrected(const Vocabulary &vocabulary, const QString &token)
{
    const QStringList &known = vocabulary.knownTokens();
    if (token.size() < 5 || std::binary_search(known.begin(), known.end(), token))
        return token;
    int nearest = token.size() >= 9 ? 2 : 1;
    const std::uint64_t letters = lettersOf(token);
    QString found;
    bool unique = false;
    for (const QString &word : known) {
        // A short word is too easily another one.
        if (word.size() < 4 || std::abs(word.size() - token.size()) > nearest
            || std::popcount(letters ^ lettersOf(word)) > 2 * nearest)
            continue;
        const int distance = editDistance(token, word, nearest);
        if (distance > nearest)
            continue;
        unique = found.isEmpty() || distance < nearest;
        found = word;
        nearest = distance;
    }
    return unique ? found : token;
}

PhraseMatch matchPart(const Vocabulary &vocabulary, const QStringList &tokens)
{
    constexpr double kSlip = 0.85; // what a correction leaves of the confidence
    PhraseMatch match = contained(vocabulary, tokens);
    if (!match.ids.isEmpty() || match.review)
        return match;
    QStringList repaired;
    for (const QString &token : tokens)
        repaired.append(corrected(vocabulary, token));
    if (repaired != tokens) {
        // A slip may also hide one half of a compound: join once more.
        match = contained(vocabulary, vocabulary.compounds().tokens(repaired.join(u' ')));
        match.confidence *= kSlip;
    }
    match.review = match.ids.isEmpty();
    return match;
}

void matchLevel(const Vocabulary &vocabulary, const QString &text, int level, std::vector<Phrase> &phrases)
{
    const QStringList tokens = vocabulary.compounds().tokens(fold(text));
    if (tokens.isEmpty())
        return;
    const QString key = tokens.join(u' ');
    const QStringList ids = vocabulary.idsOfKey(key);
    if (!ids.isEmpty()) {
        phrases.emplace_back(text, PhraseMatch{.ids = ids, .confidence = 1});
        return;
    }
    if (!vocabulary.candidatesOfKey(key).isEmpty()) {
        phrases.emplace_back(text, PhraseMatch{.ids = {}, .review = true});
        return;
    }
    for (; level <= static_cast<int>(SplitLevel::Words); ++level) {
        const QStringList parts = split(text, static_cast<SplitLevel>(level));
        if (parts.size() < 2 && (parts.isEmpty() || parts.first() == text))
            continue;
        for (const QString &part : parts)
            matchLevel(vocabulary, part, level + 1, phrases);
        return;
    }
    PhraseMatch match = matchPart(vocabulary, tokens);
    if (match.confidence < kSureOfWords) {
        match.ids.clear();
        match.guessed = false;
        match.review = true;
    }
    phrases.emplace_back(text, std::move(match));
}

} // namespace

std::vector<std::pair<QString, PhraseMatch>> matchPhrase(const Vocabulary &vocabulary, const QString &cell)
{
    std::vector<Phrase> phrases;
    matchLevel(vocabulary, cell.trimmed(), 0, phrases);
    return phrases;
}

} // namespace repere
