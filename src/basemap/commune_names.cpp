#include "basemap/commune_names.h"

#include "core/geo.h"
#include "geography/table_reader.h"

#include <QSet>

namespace repere::basemap {

namespace {

using geography::TableReader;

constexpr double kRegionSeat = 4; // a seat counts as so many times its inhabitants
constexpr double kDepartementSeat = 2.5;

Result<QSet<QString>> readSeats(const QString &path)
{
    auto reader = TableReader::open(path, {"seat"});
    if (!reader)
        return std::unexpected(reader.error());
    QSet<QString> seats;
    while (reader->next())
        seats += reader->text(0);
    if (reader->failed())
        return std::unexpected(reader->error());
    return seats;
}

/// Of the collectivités (975, 977 …) there is no land to write on.
bool isDrawn(std::string_view departement)
{
    return departement.size() == 2 || (departement.starts_with("97") && departement <= "976" && departement != "975");
}

/// "Marseille 1er Arrondissement" → "1er arr."
QString shortQuarter(const QString &name)
{
    return name.section(u' ', -2, -2) + QStringLiteral(" arr.");
}

} // namespace

Result<std::vector<Town>> readCommunes(const QString &dataFolder)
{
    const QString folder = dataFolder + QStringLiteral("/geography/");
    const auto regionSeats = readSeats(folder + QStringLiteral("regions.csv"));
    if (!regionSeats)
        return std::unexpected(regionSeats.error());
    const auto departementSeats = readSeats(folder + QStringLiteral("departements.csv"));
    if (!departementSeats)
        return std::unexpected(departementSeats.error());
    enum { Code, Name, Departement, Population, Latitude, Longitude, Type };
    auto reader = TableReader::open(folder + QStringLiteral("communes.csv"),
                                    {"code", "nom", "dep", "population", "lat", "lon", "type"});
    if (!reader)
        return std::unexpected(reader.error());
    std::vector<Town> towns;
    towns.reserve(36'000);
    while (reader->next()) {
        if (reader->cell(Latitude).empty() || !isDrawn(reader->cell(Departement)))
            continue;
        Town town;
        town.name = reader->text(Name);
        town.french = true;
        town.overseas = reader->cell(Departement).size() > 2;
        const MercatorPoint at = toMercator({reader->number(Latitude), reader->number(Longitude)});
        town.at = {at.x, at.y};
        town.population = static_cast<int>(reader->integer(Population));
        const QString code = reader->text(Code);
        const double boost = regionSeats->contains(code)        ? kRegionSeat
                             : departementSeats->contains(code) ? kDepartementSeat
                                                                : 1;
        town.rank = static_cast<int>(town.population * boost);
        if (reader->cell(Type) == "arrondissement-municipal") {
            town.name = shortQuarter(town.name);
            town.quarter = true;
        }
        towns.push_back(std::move(town));
    }
    if (reader->failed())
        return std::unexpected(reader->error());
    return towns;
}

} // namespace repere::basemap
