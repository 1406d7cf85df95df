#pragma once

#include "core/atelier.h"
#include "core/text.h"


#include <cstdint>
#include <vector>

namespace repere {

/// One word of a name, as compared: folded, compounds joined, plural taken off.
struct MatchWord {
    QString text;
    double weight = 1;         ///< how much it tells: 0 for articles … 1 for a word that few places bear
    bool number = false;       ///< "2", "iii": La Cordée 2 is not La Cordée 3
    std::uint32_t letters = 0; ///< one bit per letter or digit met: most words need no full comparison

    bool operator==(const MatchWord &) const = default;
};

/// What is compared when one asks whether two records speak of the same place. Made once per record; a value.
struct MatchRecord {
    AtelierId id = 0;
    QStringList sharedIds;       ///< "uid:…" and "source/key" of each provenance that has a key
    std::vector<MatchWord> name; ///< without repetition, in the order of the name
    QString nameKey;             ///< its telling words without spaces: "cord e" and "cordée" look alike in it
    std::optional<GeoPoint> point;
    PositionPrecision precision = PositionPrecision::None;
    QString commune;     ///< INSEE code; arrondissements of Paris, Lyon, Marseille as their whole city; empty = unknown
    QString postcode;    ///< five digits that are no CEDEX of an unknown place, else empty
    QString departement; ///< INSEE code, or what the postcode says
    QString houseNumber; ///< "12", "12bis"; empty = none
    QStringList street;  ///< telling words of the street, sorted ("rue", "de", "la" left aside)
    QString phone;       ///< nine digits without the leading 0; empty = unknown
    QString domain;      ///< whose website it is: see websiteDomain
    QStringList types;

    bool operator==(const MatchRecord &) const = default;
};

/// Everything of `atelier` that matching looks at. `compounds`: those of the vocabularies, the same for all records that
/// are compared.
MatchRecord matchRecord(const Atelier &atelier, const Compounds &compounds);

/// The host of an address that belongs to one publisher, without "www.": "fablab-lannion.org". A page that a platform gives
/// its own host keeps it ("lelab.wordpress.com"). Empty for social networks, directories and shared hosts whose
/// sites differ in the path only (facebook.com, sites.google.com, fablabs.io …), and for what is no address.
QString websiteDomain(const QString &website);

/// The nine digits of a French number ("+33 (0)4 70 99 12 34", "0470991234", "470991234"); other digits as they are when there
/// are at least eight; else empty.
QString phoneDigits(const QString &phone);

} // namespace repere
