#include "core/match_names.h"

#include <QVarLengthArray>

#include <algorithm>
#include <bit>
#include <cmath>
#include <iterator>
#include <optional>

namespace repere {

namespace {

constexpr double kBeginningLikeness = 0.4; // "UTC", "UTCompiègne"
constexpr double kAcronymLikeness = 0.9;   // "MDA", "Maison des associations"

/// 1 for the same word, less for a slip of the pen or a shortened word, 0 for another word.
double likeness(const MatchWord &a, const MatchWord &b)
{
    if (a.text == b.text)
        return 1;
    if (a.isNumber() || b.isNumber())
        return 0;
    const qsizetype shorter = std::min(a.text.size(), b.text.size());
    const int limit = shorter >= 9 ? 2 : shorter >= 5 ? 1 : 0;
    if (limit > 0 && std::abs(a.text.size() - b.text.size()) <= limit
        && std::popcount(a.letters ^ b.letters) <= 2 * limit) {
        const int distance = editDistance(a.text, b.text, limit);
        if (distance <= limit)
            return 1 - 0.15 * distance;
    }
    const bool begins = a.text.size() < b.text.size() ? b.text.startsWith(a.text) : a.text.startsWith(b.text);
    return begins && shorter >= 3 ? kBeginningLikeness : 0;
}

constexpr double kCommuneTells = 0.3;

/// What few words tell is not much: "Fablab" and "Fablab" are alike, but so are many.
double strengthOf(double telling)
{
    return 0.65 + 0.35 * std::min(1.0, telling);
}

QString digitsOf(const QString &text)
{
    QString digits;
    std::ranges::copy_if(text, std::back_inserter(digits), [](QChar c) { return c.isDigit(); });
    return digits;
}

/// How alike the two names are as one string of letters: "Gold Or Hack" and "Goldorhack".
double keyLikeness(const QString &a, const QString &b)
{
    if (a.isEmpty() || b.isEmpty())
        return 0;
    if (a == b)
        return 1;
    const qsizetype shorter = std::min(a.size(), b.size());
    if (shorter < 6 || digitsOf(a) != digitsOf(b))
        return 0;
    const int limit = shorter >= 12 ? 2 : 1;
    const int distance = editDistance(a, b, limit);
    return distance > limit ? 0 : 1 - 0.08 * distance;
}

using Words = std::vector<MatchWord>;
using Taken = QVarLengthArray<bool, 16>;

/// Some words of one name, side by side, that are one word of the other.
struct Run {
    std::size_t first = 0;
    std::size_t end = 0;
    double likeness = 0;
};

/// How many letters of `acronym` stand for `word`, articles before it included: 0 when it does not begin so.
qsizetype initials(QStringView acronym, const MatchWord &word, bool isFirst)
{
    if (!isFirst && !word.before.isEmpty() && acronym.startsWith(word.before)
        && acronym.sliced(word.before.size()).startsWith(word.text[0]))
        return word.before.size() + 1;
    return acronym.startsWith(word.text[0]) ? 1 : 0;
}

/// The free words of `words` that `single` joins ("Labtop", "Lab Top") or stands for ("MDA", "Maison des associations").
std::optional<Run> runFor(const MatchWord &single, const Words &words, const Taken &taken)
{
    constexpr double kTellingAcronym = 0.3; // "mjc" and more, not "lab"
    const bool mayJoin = single.text.size() >= 5;
    const bool mayBeAcronym =
        single.text.size() >= 3 && single.text.size() <= 6 && single.weight >= kTellingAcronym && !single.isNumber();
    if (!mayJoin && !mayBeAcronym)
        return std::nullopt;
    for (std::size_t first = 0; first + 1 < words.size(); ++first) {
        QStringView joined = single.text;
        QStringView acronym = single.text;
        bool joins = mayJoin;
        bool stands = mayBeAcronym;
        for (std::size_t i = first; i < words.size() && !taken[static_cast<qsizetype>(i)] && (joins || stands); ++i) {
            joins = joins && joined.startsWith(words[i].text);
            if (joins)
                joined = joined.sliced(words[i].text.size());
            const qsizetype letters = stands ? initials(acronym, words[i], i == first) : 0;
            stands = letters > 0;
            acronym = acronym.sliced(letters);
            if (joins && joined.isEmpty())
                return Run{.first = first, .end = i + 1, .likeness = 1};
            if (stands && acronym.isEmpty())
                return i > first ? std::optional(Run{.first = first, .end = i + 1, .likeness = kAcronymLikeness})
                                 : std::nullopt;
        }
    }
    return std::nullopt;
}

/// What is met in both names so far.
struct Met {
    double both = 0;    ///< weights of it
    double telling = 0; ///< the same as evidence: in its own town "Fablab Ajaccio" says more than "Fablab"

    void add(double weight)
    {
        both += weight;
        telling += weight;
    }
};

/// Finds for each free word of `singles` the free words of `words` that are the same taken together.
void meetRuns(const Words &singles, Taken &singleTaken, const Words &words, Taken &taken, Met &met)
{
    for (std::size_t i = 0; i < singles.size(); ++i) {
        if (singleTaken[static_cast<qsizetype>(i)])
            continue;
        const auto run = runFor(singles[i], words, taken);
        if (!run)
            continue;
        double weight = singles[i].weight;
        for (std::size_t j = run->first; j < run->end; ++j) {
            weight += words[j].weight;
            taken[static_cast<qsizetype>(j)] = true;
        }
        singleTaken[static_cast<qsizetype>(i)] = true;
        met.add(weight / 2 * run->likeness);
    }
}

/// Words are paired greedily, so the one that comes first matters: always the same one, that both ways give one number.
bool comesFirst(const MatchRecord &a, const MatchRecord &b)
{
    if (a.nameKey != b.nameKey)
        return a.nameKey < b.nameKey;
    return std::ranges::lexicographical_compare(a.name, b.name, {}, &MatchWord::text, &MatchWord::text);
}

NameLikeness compareInOrder(const MatchRecord &a, const MatchRecord &b)
{
    Met met;
    Taken takenA(static_cast<qsizetype>(a.name.size()), false);
    Taken takenB(static_cast<qsizetype>(b.name.size()), false);
    for (std::size_t i = 0; i < a.name.size(); ++i) {
        const MatchWord &word = a.name[i];
        double best = 0;
        std::size_t with = 0;
        for (std::size_t j = 0; j < b.name.size(); ++j) {
            const double like = takenB[static_cast<qsizetype>(j)] ? 0 : likeness(word, b.name[j]);
            if (like > best) {
                best = like;
                with = j;
            }
        }
        if (best <= 0)
            continue;
        takenA[static_cast<qsizetype>(i)] = true;
        takenB[static_cast<qsizetype>(with)] = true;
        met.add((word.weight + b.name[with].weight) / 2 * best);
        if (word.ofCommune && b.name[with].ofCommune)
            met.telling += kCommuneTells;
    }
    meetRuns(a.name, takenA, b.name, takenB, met);
    meetRuns(b.name, takenB, a.name, takenA, met);

    double sumA = 0;
    double sumB = 0;
    double lonelyA = 0; // the heaviest word that the other name lacks
    double lonelyB = 0;
    bool numberLacks = false; // "Oasis 2"; but not the 3 of "Université Toulouse 3": it belongs to what else is said
    const auto weigh = [&numberLacks](const Words &words, const Taken &taken, double &sum, double &lonely) {
        bool number = false;
        bool more = false;
        for (std::size_t i = 0; i < words.size(); ++i) {
            sum += words[i].weight;
            if (taken[static_cast<qsizetype>(i)])
                continue;
            lonely = std::max(lonely, words[i].weight);
            number |= words[i].isNumber();
            more |= !words[i].isNumber() && words[i].weight >= 0.5;
        }
        numberLacks |= number && !more;
    };
    weigh(a.name, takenA, sumA, lonelyA);
    weigh(b.name, takenB, sumB, lonelyB);

    NameLikeness names{.hasMore = std::max(lonelyA, lonelyB) >= 0.9};
    if (met.both > 0) {
        const double mean = std::min(1.0, 2 * met.both / (sumA + sumB));
        const double contained = std::min(1.0, met.both / std::min(sumA, sumB));
        const bool oneIsLonger = std::min(lonelyA, lonelyB) <= 0.5;
        const double strength = strengthOf(met.telling) * (numberLacks ? 0.75 : 1);
        names.likeness = (oneIsLonger ? (mean + contained) / 2 : mean) * strength;
        names.likenessOfSites = mean * strength;
    }
    const bool noneTells = a.tellingKey.isEmpty() && b.tellingKey.isEmpty();
    const double whole = std::max(keyLikeness(a.nameKey, b.nameKey) * (noneTells ? strengthOf(met.telling) : 1),
                                  keyLikeness(a.tellingKey, b.tellingKey) * 0.95);
    if (whole >= names.likeness)
        names = {.likeness = whole, .likenessOfSites = whole};
    names.hasAsPart = (!b.tellingKey.isEmpty() && a.partKeys.contains(b.tellingKey))
                      || (!a.tellingKey.isEmpty() && b.partKeys.contains(a.tellingKey));
    return names;
}

} // namespace

NameLikeness compareNames(const MatchRecord &a, const MatchRecord &b)
{
    return comesFirst(b, a) ? compareInOrder(b, a) : compareInOrder(a, b);
}

QString commonWords(const MatchRecord &a, const MatchRecord &b)
{
    const MatchRecord &first = comesFirst(b, a) ? b : a;
    const MatchRecord &second = comesFirst(b, a) ? a : b;
    QStringList words;
    for (const MatchWord &word : first.name) {
        if (std::ranges::any_of(second.name, [&](const MatchWord &other) { return likeness(word, other) > 0; }))
            words.append(word.text);
    }
    return words.join(u' ');
}

} // namespace repere
