#include "catalogue/support/ateliers.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace repere::test {

namespace {

const std::array<QStringList, kFacetCount> &valueLists()
{
    static const std::array<QStringList, kFacetCount> lists{
        QStringList{u"84"_s, u"53"_s, u"11"_s, u"04"_s},
        QStringList{u"15"_s, u"29"_s, u"35"_s, u"75"_s, u"974"_s, u"01"_s},
        QStringList{u"fablab"_s, u"makerspace"_s, u"coworking"_s, u"hackerspace"_s},
        QStringList{u"laser-cutter"_s, u"3d-printer"_s, u"cnc-router"_s, u"lathe"_s, u"kiln"_s},
        QStringList{u"open"_s, u"planned"_s, u"closed"_s},
        QStringList{u"everyone"_s, u"members"_s, u"students"_s},
        QStringList{u"training"_s, u"machine-access"_s, u"repair"_s}};
    return lists;
}

QString one(Random &random, Facet facet)
{
    const QStringList &list = valueLists()[static_cast<std::size_t>(facet)];
    const int index = pick(random, static_cast<int>(list.size()) + 1);
    return index == list.size() ? QString() : list[index];
}

QStringList some(Random &random, Facet facet)
{
    QStringList ids;
    for (const QString &id : valueLists()[static_cast<std::size_t>(facet)]) {
        if (pick(random, 3) == 0)
            ids.append(id);
    }
    std::shuffle(ids.begin(), ids.end(), random);
    return ids;
}

EquipmentItem machine(const QString &id)
{
    EquipmentItem item;
    item.id = id;
    item.raw = u"words of the source"_s;
    return item;
}

} // namespace

catalogue::Dictionaries dictionaries()
{
    // Départements are read in another order than that of their codes; 974 and 01 are not listed.
    catalogue::Dictionaries told{valueLists(), {u"35"_s, u"75"_s, u"15"_s, u"29"_s}};
    for (QStringList &list : told.values)
        list.removeLast(); // met in the data only
    told.values[static_cast<std::size_t>(Facet::Equipment)].append(u"never-seen"_s);
    return told;
}

std::vector<Atelier> makeAteliers(Random &random, int count)
{
    static const QStringList names{u"Atelier 2"_s, u"Atelier 10"_s, u"École"_s,         u"ecole"_s,      u"Zèbre"_s,
                                   u"l’Établi"_s,  u"L'Établi"_s,   u"Œuvre commune"_s, u"La Fabrique"_s};
    static const QStringList cities{u"Murat"_s, u"Évian"_s, u"Etaples"_s, u"Saint-Étienne"_s, QString()};
    static const QStringList dates{u"2019"_s, u"2024"_s, u"2024-05"_s, u"2024-05-31"_s, QString()};
    static const QStringList communes{u"15138"_s, u"74119"_s, u"2A004"_s, QString()};
    std::vector<Atelier> ateliers;
    AtelierId id = 0;
    for (int i = 0; i < count; ++i) {
        Atelier atelier;
        id += 1 + pick(random, 4);
        atelier.id = id;
        atelier.name = names[pick(random, static_cast<int>(names.size()))];
        if (pick(random, 2))
            atelier.name += u" %1"_s.arg(pick(random, 30));
        atelier.types = some(random, Facet::Type);
        atelier.status = one(random, Facet::Status);
        atelier.city = cities[pick(random, static_cast<int>(cities.size()))];
        atelier.insee = communes[pick(random, static_cast<int>(communes.size()))];
        atelier.departement = one(random, Facet::Departement);
        atelier.region = one(random, Facet::Region);
        atelier.precision = static_cast<PositionPrecision>(pick(random, 4));
        if (atelier.precision != PositionPrecision::None) {
            atelier.point = GeoPoint{.latitude = 42.5 + pick(random, 8500) / 1000.0,
                                     .longitude = -4.5 + pick(random, 12500) / 1000.0};
            if (i % 5 == 0 && !ateliers.empty() && ateliers.back().point)
                atelier.point = ateliers.back().point;
            if (i % 97 == 0)
                atelier.point = GeoPoint{.latitude = -20.88, .longitude = 55.45};
        }
        for (const QString &equipment : some(random, Facet::Equipment)) {
            atelier.equipment.push_back(machine(equipment));
            if (pick(random, 4) == 0)
                atelier.equipment.push_back(machine(equipment));
        }
        if (pick(random, 4) == 0)
            atelier.equipment.push_back(machine({}));
        atelier.services = some(random, Facet::Service);
        atelier.publics = some(random, Facet::Public);
        atelier.asOf = dates[pick(random, static_cast<int>(dates.size()))];
        ateliers.push_back(std::move(atelier));
    }
    return ateliers;
}

std::shared_ptr<const catalogue::Catalogue> build(const std::vector<Atelier> &ateliers)
{
    catalogue::Catalogue::Builder builder(dictionaries());
    for (const Atelier &atelier : ateliers)
        builder.add(atelier);
    return builder.build();
}

QStringList valuesOf(const Atelier &atelier, Facet facet)
{
    const auto single = [](const QString &id) { return id.isEmpty() ? QStringList() : QStringList{id}; };
    switch (facet) {
    case Facet::Region: return single(atelier.region);
    case Facet::Departement: return single(atelier.departement);
    case Facet::Type: return atelier.types;
    case Facet::Equipment: return atelier.equipmentIds();
    case Facet::Status: return single(atelier.status);
    case Facet::Public: return atelier.publics;
    case Facet::Service: return atelier.services;
    }
    return {};
}

} // namespace repere::test
