#include "bench/generator.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace repere::bench {

using namespace Qt::StringLiterals;

Generator::Generator(std::shared_ptr<const geography::Gazetteer> gazetteer,
                     std::shared_ptr<const Vocabularies> vocabularies, std::uint64_t seed)
    : m_gazetteer(std::move(gazetteer)), m_vocabularies(std::move(vocabularies)), m_random(seed)
{
    double sum = 0;
    for (const Commune &commune : m_gazetteer->communes()) {
        const bool divided = m_gazetteer->codesWithin(commune.code).size() > 1; // its arrondissements stand for it
        if (!commune.centre.isValid() || commune.postcodes.isEmpty() || divided)
            continue;
        sum += std::pow(static_cast<double>(commune.population), 0.8); // villages have more of them per head
        m_communes.push_back(&commune);
        m_weights.push_back(sum);
    }
}

const Commune &Generator::pickCommune()
{
    const auto found = std::ranges::upper_bound(m_weights, unit() * m_weights.back());
    return *m_communes[std::min<std::size_t>(static_cast<std::size_t>(found - m_weights.begin()),
                                             m_communes.size() - 1)];
}

QStringList Generator::pickIds(const Vocabulary &vocabulary, int most)
{
    QStringList ids;
    const auto size = static_cast<double>(vocabulary.entries().size());
    for (auto i = 1 + below(static_cast<std::uint64_t>(most)); i > 0; --i) {
        const double skewed = unit() * unit();
        const QString &id = vocabulary.entries()[static_cast<std::size_t>(skewed * size)].id;
        if (!ids.contains(id))
            ids.append(id);
    }
    return ids;
}

void Generator::place(Atelier &atelier, const Commune &commune)
{
    atelier.city = commune.name;
    atelier.insee = commune.code;
    atelier.departement = commune.departement;
    atelier.region = commune.region;
    atelier.postcode =
        commune.postcodes[static_cast<qsizetype>(below(static_cast<std::uint64_t>(commune.postcodes.size())))];
    const auto kind = below(100);
    if (kind < 3)
        return;
    atelier.point = commune.centre;
    if (kind < 20) {
        atelier.precision = PositionPrecision::Commune;
        return;
    }
    atelier.precision = kind < 40 ? PositionPrecision::Approximate : PositionPrecision::Exact;
    // Within about two kilometres, thinning outwards.
    const double degrees = 0.02 * std::abs(std::log(1 - unit() * 0.9)) / 2.3;
    const double turn = unit() * 2 * std::numbers::pi;
    atelier.point->latitude += degrees * std::sin(turn);
    atelier.point->longitude += degrees * std::cos(turn) / std::cos(commune.centre.latitude * std::numbers::pi / 180);
    // Six decimals, as in published files.
    atelier.point->latitude = std::round(atelier.point->latitude * 1e6) / 1e6;
    atelier.point->longitude = std::round(atelier.point->longitude * 1e6) / 1e6;
}

Atelier Generator::next()
{
    static const std::array<QString, 14> kinds{u"Fablab"_s,     u"L’Atelier"_s,  u"La Fabrique"_s, u"Le Hub"_s,
                                               u"Coworking"_s,  u"Tiers-lieu"_s, u"Makerspace"_s,  u"La Ruche"_s,
                                               u"L’Établi"_s,   u"Le Labo"_s,    u"L’Usine"_s,     u"Hackerspace"_s,
                                               u"La Station"_s, u"Le Garage"_s};
    static const std::array<QString, 10> tails{u"numérique"_s, u"partagé"_s,   u"des possibles"_s, u"solidaire"_s,
                                               u"du bocage"_s, u"des quais"_s, u"créatif"_s,       u"du canal"_s,
                                               u"collectif"_s, u"de la gare"_s};
    static const std::array<QString, 6> streets{u"rue de la République"_s, u"place de l’Église"_s,
                                                u"avenue Jean-Jaurès"_s,   u"chemin des Écoles"_s,
                                                u"quai de la Gare"_s,      u"impasse des Forges"_s};
    Atelier atelier;
    atelier.id = ++m_last;
    atelier.uid = u"%1%2"_s.arg(static_cast<quint64>(m_random()), 16, 16, QLatin1Char('0'))
                      .arg(static_cast<quint64>(m_last), 16, 16, QLatin1Char('0'));
    place(atelier, pickCommune());
    atelier.name = u"%1 %2"_s.arg(kinds[below(kinds.size())], chance(50) ? tails[below(tails.size())] : atelier.city);
    if (chance(30))
        atelier.name += u" %1"_s.arg(1 + below(40));
    if (!chance(2))
        atelier.types = pickIds(m_vocabularies->types, 3);
    if (chance(90))
        atelier.status = pickIds(m_vocabularies->statuses, 1).front();
    if (chance(80))
        atelier.address = u"%1 %2"_s.arg(1 + below(120)).arg(streets[below(streets.size())]);
    if (chance(70))
        atelier.website = u"https://www.atelier-%1.example"_s.arg(m_last);
    if (chance(45)) {
        for (const QString &id : pickIds(m_vocabularies->equipment, 9)) {
            EquipmentItem item;
            item.id = id;
            item.raw = m_vocabularies->equipment.label(id, true);
            atelier.equipment.push_back(std::move(item));
        }
    }
    if (chance(40))
        atelier.services = pickIds(m_vocabularies->services, 4);
    if (chance(50))
        atelier.publics = pickIds(m_vocabularies->publics, 2);
    if (chance(30))
        atelier.founded = 2000 + static_cast<int>(below(26));
    if (chance(15))
        atelier.notes = u"Ouvert le samedi, sur inscription."_s;
    if (chance(95))
        atelier.asOf = QString::number(2016 + below(11));
    Provenance provenance;
    provenance.source = u"Jeu d’essai"_s;
    atelier.provenance.push_back(std::move(provenance));
    return atelier;
}

Atelier Generator::twinOf(const Atelier &atelier)
{
    Atelier twin = atelier;
    twin.id = ++m_last;
    twin.uid = u"%1%2"_s.arg(static_cast<quint64>(m_random()), 16, 16, QLatin1Char('0'))
                   .arg(static_cast<quint64>(m_last), 16, 16, QLatin1Char('0'));
    twin.provenance.front().source = u"Autre jeu d’essai"_s;
    switch (below(5)) {
    case 0: twin.name = twin.name.toUpper(); break;
    case 1: twin.name.remove(static_cast<qsizetype>(below(static_cast<std::uint64_t>(twin.name.size()))), 1); break;
    case 2: twin.name = u"%1 - %2"_s.arg(twin.name, twin.city); break;
    case 3: twin.name = u"Association "_s + twin.name; break;
    default: break;
    }
    if (twin.point && twin.precision == PositionPrecision::Exact) {
        twin.point->latitude += (unit() - 0.5) * 0.002; // 100 m
        twin.point->longitude += (unit() - 0.5) * 0.003;
    }
    if (chance(30))
        twin.address.clear();
    if (chance(40))
        twin.website.clear();
    else if (!twin.website.isEmpty())
        twin.website += u"/contact"_s;
    if (chance(10))
        twin.postcode.clear();
    return twin;
}

} // namespace repere::bench
