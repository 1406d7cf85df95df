#include "core/match_score.h"

#include <QVarLengthArray>

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <iterator>

namespace repere {

namespace {

using Kind = MatchScore::Kind;
constexpr std::size_t kKinds = 8;

/// The parts as numbers, without the words.
struct Evidence {
    struct Part {
        bool known = false;
        double value = 0;
        double weight = 0;
        double amount = 0;
    };
    std::array<Part, kKinds> parts;

    Part &operator[](Kind kind) { return parts[static_cast<std::size_t>(kind)]; }
    void set(Kind kind, double value, double weight, double amount = 0)
    {
        (*this)[kind] = {.known = true, .value = value, .weight = weight, .amount = amount};
    }
    double weight(Kind kind) const { return parts[static_cast<std::size_t>(kind)].weight; }
};

// What each part adds at most. A name alone is not enough, and no place is a twin without a like name: two workshops may share
// a house, a telephone and a website.
constexpr double kNameWeight = 0.60;
constexpr double kPlaceMost = 0.40;
constexpr double kPlaceLeast = -0.70;
constexpr double kDomainWeight = 0.25;
constexpr double kPhoneWeight = 0.20;
constexpr double kOtherNameLikeness = 0.5;

constexpr double kBeginningLikeness = 0.4; // "UTC", "UTCompiègne"

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

struct Names {
    double likeness = 0;
    double likenessOfSites = 0; ///< the same, should one have a word more because it is another site
    bool hasMore = false;       ///< one has a telling word that the other lacks
};

/// Likeness of the names. Words weigh what they tell; where both have telling words that the other lacks, they are two places
/// of one chain ("Morning Caire", "Morning Trudaine"); where only one has, it may just be the longer form of the name.
Names compareNames(const MatchRecord &a, const MatchRecord &b)
{
    double sumA = 0;
    double sumB = 0;
    double both = 0;    // weights of what is met in both
    double telling = 0; // the same as evidence: in its own town "Fablab Ajaccio" says more than "Fablab"
    QVarLengthArray<bool, 16> taken(static_cast<qsizetype>(b.name.size()), false);
    for (const MatchWord &word : b.name)
        sumB += word.weight;
    double lonelyA = 0; // the heaviest word that the other name lacks
    bool numberLacks = false;
    for (const MatchWord &word : a.name) {
        sumA += word.weight;
        double best = 0;
        qsizetype with = -1;
        for (std::size_t i = 0; i < b.name.size(); ++i) {
            if (taken[static_cast<qsizetype>(i)])
                continue;
            const double like = likeness(word, b.name[i]);
            if (like > best) {
                best = like;
                with = static_cast<qsizetype>(i);
            }
        }
        if (with < 0) {
            lonelyA = std::max(lonelyA, word.weight);
            numberLacks |= word.isNumber();
            continue;
        }
        taken[with] = true;
        const double weight = (word.weight + b.name[static_cast<std::size_t>(with)].weight) / 2 * best;
        both += weight;
        telling += weight;
        if (word.ofCommune && b.name[static_cast<std::size_t>(with)].ofCommune)
            telling += kCommuneTells;
    }
    double lonelyB = 0;
    for (std::size_t i = 0; i < b.name.size(); ++i) {
        if (!taken[static_cast<qsizetype>(i)]) {
            lonelyB = std::max(lonelyB, b.name[i].weight);
            numberLacks |= b.name[i].isNumber();
        }
    }
    Names names{.hasMore = std::max(lonelyA, lonelyB) >= 0.9};
    if (both > 0) {
        const double mean = std::min(1.0, 2 * both / (sumA + sumB));
        const double contained = std::min(1.0, both / std::min(sumA, sumB));
        const bool oneIsLonger = std::min(lonelyA, lonelyB) <= 0.5;
        const double strength = strengthOf(telling) * (numberLacks ? 0.75 : 1);
        names.likeness = (oneIsLonger ? (mean + contained) / 2 : mean) * strength;
        names.likenessOfSites = mean * strength;
    }
    const bool noneTells = a.tellingKey.isEmpty() && b.tellingKey.isEmpty();
    const double whole = std::max(keyLikeness(a.nameKey, b.nameKey) * (noneTells ? strengthOf(telling) : 1),
                                  keyLikeness(a.tellingKey, b.tellingKey) * 0.95);
    if (whole >= names.likeness)
        names = {.likeness = whole, .likenessOfSites = whole, .hasMore = false};
    return names;
}

constexpr double kVagueAsCommune = 6000;

/// How far the position may be from the place itself, metres. Without a street even an exact one may be the town's.
double tolerance(const MatchRecord &record)
{
    switch (record.precision) {
    case PositionPrecision::Exact: return record.street.isEmpty() ? 3000 : 0;
    case PositionPrecision::Approximate: return record.street.isEmpty() ? 3000 : 500;
    case PositionPrecision::Commune:
    case PositionPrecision::None: break;
    }
    return kVagueAsCommune;
}

bool sameStreetWord(const QString &a, const QString &b)
{
    if (a == b)
        return true;
    const qsizetype shorter = std::min(a.size(), b.size());
    return shorter >= 5 && editDistance(a, b, 1) <= 1;
}

/// 1 the same street and number, 0.7 the same street where one has no number, 0.4 another number, 0 another street.
double addressLikeness(const MatchRecord &a, const MatchRecord &b)
{
    const auto &few = a.street.size() <= b.street.size() ? a.street : b.street;
    const auto &many = a.street.size() <= b.street.size() ? b.street : a.street;
    qsizetype met = 0;
    for (const QString &word : few)
        met += std::ranges::any_of(many, [&](const QString &other) { return sameStreetWord(word, other); });
    const bool haveNumbers = !a.houseNumber.isEmpty() && !b.houseNumber.isEmpty();
    const bool sameNumber = haveNumbers && a.houseNumber == b.houseNumber;
    // Buildings, floors and hosts stand beside the street in one list and not in the other: with the number one word will do.
    if (met == 0 || (!sameNumber && 2 * met <= few.size()))
        return 0;
    return sameNumber ? 1 : haveNumbers ? 0.4 : 0.7;
}

/// Whether the commune is the same one: by code, by postcode where one code is missing. A city's own code is no other commune
/// than its arrondissements.
std::optional<double> communeLikeness(const MatchRecord &a, const MatchRecord &b)
{
    const auto wholeOf = [](const QString &code) {
        if (code.startsWith(u"751"))
            return QStringLiteral("75056");
        if (code.startsWith(u"6938"))
            return QStringLiteral("69123");
        if (code.startsWith(u"132") && code <= QStringLiteral("13216"))
            return QStringLiteral("13055");
        return code;
    };
    const bool samePostcode = !a.postcode.isEmpty() && a.postcode == b.postcode;
    if (!a.commune.isEmpty() && !b.commune.isEmpty()) {
        if (a.commune == b.commune || a.commune == wholeOf(b.commune) || b.commune == wholeOf(a.commune))
            return 1;
        if (samePostcode)
            return 0.7;
    } else if (samePostcode) {
        return 1;
    } else if (a.postcode.isEmpty() || b.postcode.isEmpty()) {
        if (a.departement.isEmpty() || b.departement.isEmpty() || a.departement == b.departement)
            return std::nullopt;
        return 0;
    }
    if (a.departement.isEmpty() || b.departement.isEmpty())
        return 0.5;
    return a.departement == b.departement ? 0.5 : 0;
}

double distanceWeight(double metres, double vague)
{
    const double sure = std::max(0.0, metres - vague);
    if (vague >= kVagueAsCommune) // at the commune: near says nothing that the commune does not say
        return sure < 3000 ? 0 : sure < 20'000 ? -0.1 : -0.4;
    if (metres <= 150)
        return 0.3;
    if (metres <= 400)
        return 0.2;
    if (sure <= 1000)
        return 0.1;
    if (sure <= 1500)
        return 0;
    return sure <= 3000 ? -0.1 : sure <= 10'000 ? -0.3 : -0.5;
}

/// What is said of where they are; gives what it adds in all.
double placeEvidence(const MatchRecord &a, const MatchRecord &b, Evidence &evidence)
{
    double sum = 0;
    const bool haveStreets = !a.street.isEmpty() && !b.street.isEmpty();
    const double address = haveStreets ? addressLikeness(a, b) : -1;
    if (haveStreets) {
        const double weight = address >= 1 ? 0.3 : address >= 0.7 ? 0.15 : address >= 0.4 ? -0.05 : -0.2;
        evidence.set(Kind::Address, address, weight);
        sum += weight;
    }
    double metres = -1;
    if (a.point && b.point) {
        metres = distanceMetres(*a.point, *b.point);
        double weight = distanceWeight(metres, std::max(tolerance(a), tolerance(b)));
        if (address == 0) // near, but not in the same street
            weight = std::min(weight, metres <= 400 ? 0.1 : 0.0);
        evidence.set(Kind::Distance, std::clamp(1 - metres / 1500, 0.0, 1.0), weight, metres);
        sum += weight;
    }
    if (const auto commune = communeLikeness(a, b)) {
        double weight = *commune >= 1 ? 0.25 : *commune > 0.5 ? 0.05 : *commune == 0.5 ? -0.2 : -0.35;
        // A border crosses the street, or a postcode is wrong.
        const bool near = metres >= 0 && metres <= 400;
        if (weight < 0 && (address >= 1 || (near && address != 0)))
            weight = 0;
        evidence.set(Kind::Commune, *commune, weight);
        sum += weight;
    }
    return std::clamp(sum, kPlaceLeast, kPlaceMost);
}

bool isCoworking(const MatchRecord &record)
{
    return record.types.size() == 1 && record.types.front() == QLatin1StringView("coworking");
}

bool haveCommonType(const MatchRecord &a, const MatchRecord &b)
{
    return std::ranges::any_of(a.types, [&](const QString &type) { return b.types.contains(type); });
}

/// What else speaks for and against; gives what it adds in all.
double otherEvidence(const MatchRecord &a, const MatchRecord &b, Evidence &evidence)
{
    double sum = 0;
    if (!a.domain.isEmpty() && !b.domain.isEmpty()) {
        const double value = a.domain == b.domain ? 1 : publisherOf(a.domain) == publisherOf(b.domain) ? 0.7 : 0;
        const double weight = value > 0 ? kDomainWeight * value : -0.05;
        evidence.set(Kind::Domain, value, weight);
        sum += weight;
    }
    if (!a.phone.isEmpty() && !b.phone.isEmpty()) {
        const bool same = a.phone == b.phone;
        const double weight = same ? kPhoneWeight : -0.02;
        evidence.set(Kind::Phone, same ? 1 : 0, weight);
        sum += weight;
    }
    if (!a.types.isEmpty() && !b.types.isEmpty()) {
        const bool common = haveCommonType(a, b);
        const double weight = common ? 0 : -0.04;
        evidence.set(Kind::Types, common ? 1 : 0, weight);
        sum += weight;
    }
    return sum;
}

/// Words are paired greedily, so the one that comes first matters: always the same one, that both ways give one number.
bool comesFirst(const MatchRecord &a, const MatchRecord &b)
{
    if (a.nameKey != b.nameKey)
        return a.nameKey < b.nameKey;
    return std::ranges::lexicographical_compare(a.name, b.name, {}, &MatchWord::text, &MatchWord::text);
}

bool shareId(const MatchRecord &a, const MatchRecord &b)
{
    return std::ranges::any_of(a.sharedIds, [&](const QString &id) { return b.sharedIds.contains(id); });
}

/// Whether the website is called as the record: "cobaltpoitiers.fr" of "Cobalt" in Poitiers.
bool bearsName(const QString &domain, const MatchRecord &record)
{
    if (record.nameKey.size() < 5)
        return false;
    const QString publisher = publisherOf(domain);
    QString site = publisher.first(publisher.indexOf(u'.'));
    site.remove(u'-');
    return site.startsWith(record.nameKey) || (site.size() >= 6 && record.nameKey.startsWith(site));
}

/// The total; names are compared last, and only where they can still lift it to `atLeast`.
double compare(const MatchRecord &a, const MatchRecord &b, double atLeast, Evidence &evidence)
{
    const bool sameRecord = shareId(a, b);
    if (sameRecord)
        evidence.set(Kind::SharedId, 1, 1);
    const double place = placeEvidence(a, b, evidence);
    double other = otherEvidence(a, b, evidence);
    if (!sameRecord && place + other + kNameWeight + 0.001 < atLeast)
        return std::clamp(place + other, 0.0, 1.0);
    const Names names = comesFirst(b, a) ? compareNames(b, a) : compareNames(a, b);
    double name = names.likeness;
    const auto known = [&](Kind kind) { return evidence[kind].known; };
    const bool inOneStreet = evidence[Kind::Address].value > 0;
    const bool near = known(Kind::Distance) && evidence[Kind::Distance].amount <= 400;
    const bool otherStreet = known(Kind::Address) && !inOneStreet;
    if (names.hasMore && !inOneStreet && (!near || otherStreet))
        name = names.likenessOfSites; // not known to be at one spot: the word more may tell two sites apart
    if (otherStreet && (names.hasMore || (isCoworking(a) && isCoworking(b)))) {
        // Coworking spaces come in chains, and a chain has one website.
        if (evidence[Kind::Domain].weight > 0) {
            other -= evidence[Kind::Domain].weight;
            evidence[Kind::Domain].weight = 0;
        }
    } else if (known(Kind::Domain) && a.domain == b.domain && evidence[Kind::Address].value >= 1
               && (a.types.isEmpty() || b.types.isEmpty() || haveCommonType(a, b))
               && (bearsName(a.domain, a) || bearsName(b.domain, b))) {
        // One house, one website, and that is called as one of them: the other is the same place by another name.
        name = std::max(name, kOtherNameLikeness);
    }
    evidence.set(Kind::Name, name, kNameWeight * name);
    // Three decimals are enough, and sums of tenths meet the thresholds.
    return sameRecord ? 1 : std::round(std::clamp(place + other + kNameWeight * name, 0.0, 1.0) * 1000) / 1000;
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

QString wordsOf(Kind kind, double value, const MatchRecord &a, const MatchRecord &b)
{
    switch (kind) {
    case Kind::Name: return commonWords(a, b);
    case Kind::Address: return value > 0 ? std::min(a.street, b.street).join(u' ') : QString();
    case Kind::Phone: return value > 0 ? a.phone : QString();
    case Kind::Domain: return value > 0 ? publisherOf(a.domain) : QString();
    case Kind::SharedId:
    case Kind::Distance:
    case Kind::Commune:
    case Kind::Types: break;
    }
    return {};
}

} // namespace

const MatchScore::Part *MatchScore::part(Kind kind) const
{
    const auto found = std::ranges::find(parts, kind, &Part::kind);
    return found == parts.end() ? nullptr : &*found;
}

MatchScore matchScore(const MatchRecord &a, const MatchRecord &b)
{
    Evidence evidence;
    MatchScore score;
    score.total = compare(a, b, 0, evidence);
    for (std::size_t i = 0; i < kKinds; ++i) {
        const Evidence::Part &part = evidence.parts[i];
        const auto kind = static_cast<Kind>(i);
        if (part.known) {
            score.parts.push_back({.kind = kind,
                                   .value = part.value,
                                   .weight = part.weight,
                                   .amount = part.amount,
                                   .words = wordsOf(kind, part.value, a, b)});
        }
    }
    return score;
}

double matchTotal(const MatchRecord &a, const MatchRecord &b, double atLeast)
{
    Evidence evidence;
    return compare(a, b, atLeast, evidence);
}

} // namespace repere
