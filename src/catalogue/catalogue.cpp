#include "catalogue/columns.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace repere::catalogue {

Catalogue::Catalogue() : d(std::make_unique<Private>()) {}
Catalogue::~Catalogue() = default;

std::size_t Catalogue::size() const
{
    return d->size();
}

AtelierId Catalogue::idOf(std::size_t row) const
{
    return d->ids[row];
}

std::ptrdiff_t Catalogue::rowOf(AtelierId id) const
{
    const auto found = std::ranges::lower_bound(d->ids, id);
    return found != d->ids.end() && *found == id ? found - d->ids.begin() : -1;
}

AtelierSummary Catalogue::summary(std::size_t row) const
{
    const auto named = [&](Facet f, std::uint16_t value) {
        return value == kNoValue ? QString() : d->facet(f).ids[value];
    };
    const auto list = [&](Facet f, const ListColumn &column) {
        QStringList ids;
        for (const std::uint16_t value : column.at(row))
            ids.append(d->facet(f).ids[value]);
        return ids;
    };
    return {.id = d->ids[row],
            .name = d->names.at(row),
            .city = d->cities.at(row),
            .departement = named(Facet::Departement, d->departements[row]),
            .region = named(Facet::Region, d->regions[row]),
            .status = named(Facet::Status, d->statuses[row]),
            .types = list(Facet::Type, d->types),
            .equipment = list(Facet::Equipment, d->equipment),
            .point = point(row),
            .precision = precision(row),
            .asOfYear = d->dates[row] / 10000,
            .distanceMetres = std::nullopt};
}

std::optional<GeoPoint> Catalogue::point(std::size_t row) const
{
    if (!d->positioned.test(row))
        return std::nullopt;
    return d->pointOf(row);
}

PositionPrecision Catalogue::precision(std::size_t row) const
{
    return static_cast<PositionPrecision>(d->precisions[row]);
}

std::optional<GeoBox> Catalogue::bounds(const BitSet &rows) const
{
    BitSet placed = rows;
    placed &= d->positioned;
    std::optional<GeoBox> box;
    placed.forEach([&](std::size_t row) {
        const GeoPoint point = d->pointOf(row);
        box = box ? box->united(point) : GeoBox::around(point);
    });
    return box;
}

std::ptrdiff_t Catalogue::nearest(const BitSet &rows, GeoPoint point) const
{
    BitSet placed = rows;
    placed &= d->positioned;
    std::ptrdiff_t best = -1;
    double bestMetres = std::numeric_limits<double>::infinity();
    double bestDegrees = bestMetres; // of latitude: what lies farther north or south cannot be nearer
    placed.forEach([&](std::size_t row) {
        const GeoPoint candidate = d->pointOf(row);
        if (std::abs(candidate.latitude - point.latitude) > bestDegrees)
            return;
        const double metres = distanceMetres(candidate, point);
        if (metres < bestMetres) {
            best = static_cast<std::ptrdiff_t>(row);
            bestMetres = metres;
            bestDegrees = metres / 111'000; // a degree of latitude is 111 195 m on the sphere of distanceMetres
        }
    });
    return best;
}

} // namespace repere::catalogue
