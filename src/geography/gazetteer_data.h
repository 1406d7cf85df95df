#pragma once

#include "geography/gazetteer.h"

#include <QHash>

namespace repere::geography {

/// What a place name is compared by: folded, "st" → "saint", "s" → "sur", without CEDEX and its number.
QString nameKey(const QString &name);
/// The same without a leading article: "la rochelle" → "rochelle".
QString withoutArticle(const QString &key);
/// Digits with their lost zero given back: "1500" → "01500"; anything else than four or five digits → empty.
QString normalisedPostcode(const QString &text);
/// The départements that the first digits of a postcode may mean: "20167" → 2A, "97400" → 974.
QStringList departementsOfPostcode(const QString &postcode);

/// A code of up to eight letters and digits as a number that sorts as the text does; 0 for any other text.
quint64 packedCode(QStringView code);

struct Gazetteer::Private {
    struct NamedCommune {
        QString key;
        std::uint32_t commune = 0;
    };
    struct PostcodeOfCommune {
        int postcode = 0;
        std::uint32_t commune = 0;
    };

    QString dataFolder;
    std::vector<Region> regions;
    std::vector<Departement> departements;
    QHash<QString, std::size_t> departementByCode;
    std::vector<Commune> communes;        // by code
    std::vector<quint64> packedCodes;     // of them, for looking up: in the order of the codes, see packedCode()
    QHash<QString, QString> regionByName; // key without article → code
    QHash<QString, QString> departementByName;
    std::vector<NamedCommune> byName;          // sorted by key; both with and without article
    std::vector<PostcodeOfCommune> byPostcode; // sorted by postcode
    std::vector<NamedCommune> byFormerName;    // sorted by key; the commune is the one of today
    QHash<QString, QString> byFormerCode;      // old code → code of today

    Result<void> readRegions();
    Result<void> readDepartements();
    Result<void> readCommunes();
    Result<void> readFormerCommunes();
    void index();
    void addName(std::vector<NamedCommune> &names, QString key, std::uint32_t commune) const;
    /// The communes of exactly this name, most populous first.
    std::vector<const Commune *> named(const std::vector<NamedCommune> &names, const QString &key) const;
    std::ptrdiff_t position(const QString &code) const; ///< in `communes`, or -1
};

/// The whole city of an arrondissement, by its département: 75 → 75056, 69 → 69123, 13 → 13055; empty elsewhere.
QString cityWithArrondissements(const QString &departement);

} // namespace repere::geography
