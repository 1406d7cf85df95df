#pragma once

#include "core/atelier.h"
#include "core/text.h"

#include <cstdint>
#include <vector>

namespace repere {

/// One word of a name, as compared: folded, compounds joined, plural taken off.
struct MatchWord {
    QString text;
    double weight = 1;      ///< how much it tells: 0 for articles … 1 for a word that few places bear
    bool ofCommune = false; ///< a word of the name of the commune, the département or the région
    QString before; ///< initials of the articles left out before it: "d" of "associations" in "Maison des associations"
    std::uint64_t letters = 0; ///< one bit per letter or digit met: most words need no full comparison

    bool operator==(const MatchWord &) const = default;
    bool isNumber() const { return !text.isEmpty() && text[0].isDigit(); }
};

/// What is compared when one asks whether two records speak of the same place. Made once per record; a value.
struct MatchRecord {
    AtelierId id = 0;
    QStringList sharedIds;       ///< "uid:…" and "source/key" of each provenance that has a key, sorted
    std::vector<MatchWord> name; ///< words of some weight, without repetition, in the order of the name
    QString nameKey;             ///< these without spaces and without those of the commune: "cap work" is "capwork"
    QString tellingKey;          ///< only the telling ones of them; empty when the name has none ("Espace coworking")
    QStringList partKeys;        ///< the telling words of each part of "CATCHU - FUVLAB"; empty when it has no parts
    std::optional<GeoPoint> point;
    PositionPrecision precision = PositionPrecision::None;
    QString commune;     ///< INSEE code as known; empty = unknown
    QString postcode;    ///< as known; empty = unknown
    QString departement; ///< INSEE code, else from the commune or the postcode; empty = unknown
    QString houseNumber; ///< "12"; empty = none
    QStringList street;  ///< telling words of the address ("rue", "de", "la" and the commune's name left aside), sorted
    QString phone;       ///< see phoneDigits
    QString domain;      ///< see websiteDomain
    QStringList types;

    bool operator==(const MatchRecord &) const = default;
};

/// Everything of `atelier` that matching looks at. `compounds`: those of the vocabularies, the same for all records that
/// are compared.
MatchRecord matchRecord(const Atelier &atelier, const Compounds &compounds);

/// The host of an address that belongs to one publisher, without "www.": "fablab-lannion.org". A site that a platform gives
/// a host of its own keeps it ("lelab.wordpress.com"). Empty for social networks, directories and shared hosts whose
/// sites differ in the path only (facebook.com, sites.google.com, fablabs.io …), and for what is no address.
QString websiteDomain(const QString &website);

/// The part of a domain under which one publisher's hosts lie: "fablab276.org" of "wiki.fablab276.org", but the whole of
/// "lelab.wordpress.com".
QString publisherOf(const QString &domain);

/// The nine digits of a French number ("+33 (0)4 70 99 12 34", "0470991234", "470991234"); of others all digits, when there
/// are at least eight; else empty.
QString phoneDigits(const QString &phone);

} // namespace repere
