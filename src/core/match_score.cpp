#include "core/match_score.h"

#include "core/match_names.h"

#include <algorithm>
#include <array>
#include <cmath>

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
constexpr double kSameName = 0.9;
constexpr double kOneSpot = 150;     // metres
constexpr double kNear = 400;        // metres
constexpr double kNextTown = 15'000; // metres

constexpr double kVagueAsCommune = 6000;
constexpr double kStreetAsFarAsKnown = 0.8;

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

/// 1 the same street and number, 0.8 the same street where neither has a number, 0.7 where one has none, 0.4 another number,
/// 0 another street.
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
    if (haveNumbers)
        return sameNumber ? 1 : 0.4;
    return met == few.size() && a.houseNumber.isEmpty() && b.houseNumber.isEmpty() ? kStreetAsFarAsKnown : 0.7;
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
    const auto commune = communeLikeness(a, b);
    const bool inOneCommune = commune && *commune >= 1;
    double metres = -1;
    if (a.point && b.point) {
        metres = distanceMetres(*a.point, *b.point);
        double weight = distanceWeight(metres, std::max(tolerance(a), tolerance(b)));
        if (address == 0) // near, but not in the same street
            weight = std::min(weight, metres <= 400 ? 0.1 : 0.0);
        if (address >= 1 && inOneCommune) // both write the same house: a geocoder went wrong
            weight = std::max(weight, 0.0);
        evidence.set(Kind::Distance, std::clamp(1 - metres / 1500, 0.0, 1.0), weight, metres);
        sum += weight;
    }
    if (commune) {
        double weight = inOneCommune ? 0.25 : *commune > 0.5 ? 0.05 : *commune == 0.5 ? -0.2 : -0.35;
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

bool isWorkshop(const MatchRecord &record)
{
    constexpr auto kWorkshops = std::to_array<QStringView>(
        {u"fablab", u"makerspace", u"hackerspace", u"techshop", u"shared-workshop", u"comaking"});
    return std::ranges::any_of(
        record.types, [&](const QString &type) { return std::ranges::contains(kWorkshops, QStringView(type)); });
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

/// What of the place would not speak against two records of one and the same name.
struct SameName {
    bool otherStreet = false;   ///< another street does not
    bool distance = false;      ///< nor how far they lie apart
    double least = kPlaceLeast; ///< the least that the place adds

    bool any() const { return otherStreet || distance || least > kPlaceLeast; }
};

SameName ifSameName(const MatchRecord &a, const MatchRecord &b, Evidence &evidence)
{
    const auto &distance = evidence[Kind::Distance];
    const bool inOneCommune = evidence[Kind::Commune].value >= 1;
    const bool oneSite = evidence[Kind::Domain].value >= 1;
    const bool workshopA = isWorkshop(a);
    const bool workshopB = isWorkshop(b);
    const bool typesKnown = !a.types.isEmpty() && !b.types.isEmpty();
    SameName allows;
    // Unlike coworking spaces and public services, workshops have no second site of one name in a town: it moved, or one list
    // has the address of the association.
    allows.distance =
        inOneCommune && typesKnown && (workshopA || workshopB || (oneSite && !(isCoworking(a) && isCoworking(b))));
    // A house at a corner, an entrance behind.
    const bool atOneSpot = distance.known && distance.amount <= kOneSpot && a.precision == PositionPrecision::Exact
                           && b.precision == PositionPrecision::Exact;
    allows.otherStreet = allows.distance || (inOneCommune && atOneSpot);
    if (workshopA && workshopB && !inOneCommune) {
        // It moved to the next town, or a geocoder took the other Mazères: enough to ask.
        const bool near = distance.known && distance.amount <= kNextTown;
        const bool onePublisher = evidence[Kind::Domain].value > 0;
        if (near || (oneSite && evidence[Kind::Address].value >= 0.7))
            allows.least = onePublisher ? -0.15 : 0.05;
    }
    return allows;
}

/// The place anew, when the name is the same.
double placeOfSameName(SameName allows, double place, Evidence &evidence)
{
    if (allows.otherStreet || allows.distance) {
        if (allows.otherStreet)
            evidence[Kind::Address].weight = std::max(evidence[Kind::Address].weight, 0.0);
        if (allows.distance)
            evidence[Kind::Distance].weight = std::max(evidence[Kind::Distance].weight, 0.0);
        place = evidence.weight(Kind::Address) + evidence.weight(Kind::Distance) + evidence.weight(Kind::Commune);
    }
    return std::clamp(place, allows.least, kPlaceMost);
}

/// The total; names are compared last, and only where they can still lift it to `atLeast`.
double compare(const MatchRecord &a, const MatchRecord &b, double atLeast, Evidence &evidence)
{
    const bool sameRecord = shareId(a, b);
    if (sameRecord)
        evidence.set(Kind::SharedId, 1, 1);
    double place = placeEvidence(a, b, evidence);
    double other = otherEvidence(a, b, evidence);
    const SameName allows = place < kPlaceMost ? ifSameName(a, b, evidence) : SameName();
    const double bestPlace = allows.any() ? std::max(place, kPlaceMost) : place;
    if (!sameRecord && bestPlace + other + kNameWeight + 0.001 < atLeast)
        return std::clamp(place + other, 0.0, 1.0);
    NameLikeness names = compareNames(a, b);
    if (names.hasAsPart && isWorkshop(a) && isWorkshop(b)) // chains of coworking spaces call their sites so
        names = {.likeness = std::max(names.likeness, kSameName),
                 .likenessOfSites = std::max(names.likenessOfSites, kSameName)};
    double name = names.likeness;
    if (allows.any() && !names.hasMore && names.likenessOfSites >= kSameName)
        place = placeOfSameName(allows, place, evidence);
    const auto known = [&](Kind kind) { return evidence[kind].known; };
    const bool inOneStreet = evidence[Kind::Address].value > 0;
    const bool near = known(Kind::Distance) && evidence[Kind::Distance].amount <= kNear;
    const bool otherStreet = known(Kind::Address) && !inOneStreet;
    if (names.hasMore && !inOneStreet && (!near || otherStreet))
        name = names.likenessOfSites; // not known to be at one spot: the word more may tell two sites apart
    if (evidence[Kind::Domain].weight > 0) {
        // A website tells who runs a place. That says little where it may have several, as the chains of coworking spaces.
        const bool coworking = isCoworking(a) && isCoworking(b);
        const double counts = otherStreet                             ? (names.hasMore || coworking ? 0 : 1)
                              : inOneStreet || near || !names.hasMore ? 1
                              : coworking                             ? 0
                                                                      : 0.5;
        other -= evidence[Kind::Domain].weight * (1 - counts);
        evidence[Kind::Domain].weight *= counts;
        if (evidence[Kind::Address].value >= kStreetAsFarAsKnown
            && (a.types.isEmpty() || b.types.isEmpty() || haveCommonType(a, b))
            && (bearsName(a.domain, a) || bearsName(b.domain, b))) {
            // One house, one publisher, and his site is called as one of them: the other is that place by another name.
            name = std::max(name, kOtherNameLikeness);
        }
    }
    evidence.set(Kind::Name, name, kNameWeight * name);
    // Three decimals are enough, and sums of tenths meet the thresholds.
    return sameRecord ? 1 : std::round(std::clamp(place + other + kNameWeight * name, 0.0, 1.0) * 1000) / 1000;
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
