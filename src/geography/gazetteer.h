#pragma once

#include "core/places.h"
#include "core/result.h"

#include <memory>
#include <span>

namespace repere::geography {

/// Communes, postcodes, départements and régions of France with INSEE codes and population, from data/geography.
/// Immutable after loading; any thread. Loads in ≤ 150 ms.
class Gazetteer
{
public:
    static Result<std::shared_ptr<const Gazetteer>> load(const QString &dataFolder);
    ~Gazetteer();

    std::span<const Region> regions() const;           ///< by name, in French order; collectivités overseas last
    std::span<const Departement> departements() const; ///< ascending code; collectivités overseas last
    std::span<const Commune> communes() const;         ///< ascending code; arrondissements included
    const Region *region(const QString &code) const;
    const Departement *departement(const QString &code) const;
    const Commune *commune(const QString &code) const;

    /// INSEE code of a région or département given by name (any case, accents) or code; empty = unknown.
    QString regionNamed(const QString &nameOrCode) const;
    QString departementNamed(const QString &nameOrCode) const;
    /// The code of today: a current one as it is, that of a merged or delegated commune as the whole's; empty = unknown.
    QString currentCommune(const QString &code) const;
    /// The codes that mean a commune in data: its own, and those of the arrondissements of Paris, Lyon and Marseille.
    QStringList codesWithin(const QString &communeCode) const;
    /// The commune that an arrondissement is part of; any other code as it is.
    QString wholeCommune(const QString &code) const;
    /// Communes of that postcode, most populous first; of a whole city and its arrondissement only the latter.
    std::vector<const Commune *> communesOfPostcode(const QString &postcode) const;
    /// Communes with this name, most populous first; any case, accents, article or not, "st" = "saint", "s/" = "sur",
    /// CEDEX left aside. Arrondissements only by their own name ("Paris 11e"). Where no commune of today bears the name,
    /// those that took in one which did.
    std::vector<const Commune *> communesNamed(const QString &name) const;

    /// "Murat (15)", "Murat, Cantal", "15300 Murat", "Paris 11e", INSEE code, postcode, "Murat"; and every label that an
    /// answer may list. Where a number is both a postcode and another commune's INSEE code, the postcode is meant unless
    /// the commune is ten times more populous; the other one is among `others`. Places without a known position
    /// (some islands of the Pacific) are never answered.
    PlaceAnswer findPlace(const QString &words) const;
    /// Names beginning with these words, most populous first: completion as people type.
    std::vector<PlaceCandidate> complete(const QString &words, int limit) const;

    /// The commune of an address: by postcode and name together (CEDEX codes by name and département), then name and
    /// département, then postcode alone when it is one commune, then a name that only one commune bears; empty when it
    /// cannot be told. "75011 Paris" is the arrondissement 75111.
    QString resolveCommune(const QString &postcode, const QString &city) const;

private:
    Gazetteer();
    struct Private;
    std::unique_ptr<Private> d;
};

/// "Murat (15)", "Paris 11e (75)": how a commune is called where its name alone would not do.
QString placeLabel(const Commune &commune);

} // namespace repere::geography
