#include "catalogue/columns.h"

#include <QVarLengthArray>
#include <QtAssert>

#include <algorithm>
#include <cmath>

namespace repere::catalogue {

namespace {

/// "2024-05" → 20240500; 0 when it does not begin with a year.
std::int32_t dateNumber(const Atelier &atelier)
{
    const auto year = atelier.asOfYear();
    if (!year)
        return 0;
    const QStringView text(atelier.asOf);
    const auto part = [&](qsizetype at) {
        return text.size() >= at + 2 && text[at - 1] == u'-' ? text.sliced(at, 2).toInt() : 0;
    };
    const int month = part(5);
    return *year * 10000 + month * 100 + (month ? part(8) : 0);
}

std::uint32_t scaled(double unit)
{
    return static_cast<std::uint32_t>(std::clamp(std::round(unit * 0x1p32), 0.0, 0x1p32 - 1));
}

std::uint16_t single(FacetColumn &facet, const QString &id)
{
    return id.isEmpty() ? kNoValue : static_cast<std::uint16_t>(facet.intern(id));
}

using Values = QVarLengthArray<std::uint16_t, 64>;

void addList(ListColumn &column, FacetColumn &facet, const QStringList &ids)
{
    Values values;
    for (const QString &id : ids) {
        if (!id.isEmpty())
            values.append(static_cast<std::uint16_t>(facet.intern(id)));
    }
    column.add(values);
}

/// As Atelier::equipmentIds: without repetition, in order.
void addEquipment(ListColumn &column, FacetColumn &facet, const std::vector<EquipmentItem> &items)
{
    Values values;
    for (const EquipmentItem &item : items) {
        if (item.id.isEmpty())
            continue;
        if (const auto value = static_cast<std::uint16_t>(facet.intern(item.id)); !values.contains(value))
            values.append(value);
    }
    column.add(values);
}

void makeSets(FacetColumn &facet, std::size_t rows)
{
    facet.rows.assign(static_cast<std::size_t>(facet.ids.size()) + 1, BitSet(rows));
}

void fillSingle(FacetColumn &facet, const std::vector<std::uint16_t> &column)
{
    makeSets(facet, column.size());
    facet.singles = &column;
    for (std::size_t row = 0; row < column.size(); ++row)
        (column[row] == kNoValue ? facet.rows.back() : facet.rows[column[row]]).set(row);
}

void fillList(FacetColumn &facet, const ListColumn &column)
{
    makeSets(facet, column.ends.size());
    for (std::size_t row = 0; row < column.ends.size(); ++row) {
        const auto list = column.at(row);
        if (list.empty())
            facet.rows.back().set(row);
        for (const std::uint16_t value : list)
            facet.rows[value].set(row);
    }
}

} // namespace

Catalogue::Builder::Builder(Dictionaries dictionaries) : m_catalogue(new Catalogue)
{
    m_catalogue->d->departementsByName = dictionaries.departementsByName;
    for (const Facet f : kFacets) {
        for (const QString &id : std::as_const(dictionaries.values[static_cast<std::size_t>(f)])) {
            if (id != QStringView(kUnknown))
                m_catalogue->d->facet(f).intern(id);
        }
    }
}

Catalogue::Builder::~Builder() = default;

void Catalogue::Builder::reserve(std::size_t rows)
{
    auto &d = *m_catalogue->d;
    const auto reserveAll = [rows](auto &...columns) { (columns.reserve(rows), ...); };
    reserveAll(d.ids, d.latitudes, d.longitudes, d.mercatorX, d.mercatorY, d.precisions, d.dates, d.regions,
               d.departements, d.statuses, d.types.ends, d.equipment.ends, d.publics.ends, d.services.ends,
               d.names.ends, d.cities.rows, d.communes.rows);
    d.positioned.resize(rows);
}

void Catalogue::Builder::add(const Atelier &atelier)
{
    auto &d = *m_catalogue->d;
    Q_ASSERT(d.ids.empty() || d.ids.back() < atelier.id);
    const std::size_t row = d.ids.size();
    d.ids.push_back(atelier.id);

    const bool placed = atelier.point && atelier.point->isValid();
    const GeoPoint point = placed ? *atelier.point : GeoPoint{};
    if (row >= d.positioned.size())
        d.positioned.resize(std::max<std::size_t>(1024, row * 2));
    if (placed)
        d.positioned.set(row);
    const MercatorPoint onMap = toMercator(point);
    d.latitudes.push_back(point.latitude);
    d.longitudes.push_back(point.longitude);
    d.mercatorX.push_back(scaled(onMap.x));
    d.mercatorY.push_back(scaled(onMap.y));
    d.precisions.push_back(static_cast<std::uint8_t>(atelier.precision));
    d.dates.push_back(dateNumber(atelier));

    d.regions.push_back(single(d.facet(Facet::Region), atelier.region));
    d.departements.push_back(single(d.facet(Facet::Departement), atelier.departement));
    d.statuses.push_back(single(d.facet(Facet::Status), atelier.status));
    addList(d.types, d.facet(Facet::Type), atelier.types);
    addEquipment(d.equipment, d.facet(Facet::Equipment), atelier.equipment);
    addList(d.publics, d.facet(Facet::Public), atelier.publics);
    addList(d.services, d.facet(Facet::Service), atelier.services);
    d.names.add(atelier.name);
    d.cities.add(atelier.city);
    d.communes.add(atelier.insee);
}

std::shared_ptr<const Catalogue> Catalogue::Builder::build()
{
    auto &d = *m_catalogue->d;
    d.positioned.resize(d.ids.size());
    fillSingle(d.facet(Facet::Region), d.regions);
    fillSingle(d.facet(Facet::Departement), d.departements);
    fillSingle(d.facet(Facet::Status), d.statuses);
    fillList(d.facet(Facet::Type), d.types);
    fillList(d.facet(Facet::Equipment), d.equipment);
    fillList(d.facet(Facet::Public), d.publics);
    fillList(d.facet(Facet::Service), d.services);
    for (FacetColumn &facet : d.facets) {
        facet.recent = {};
        for (const BitSet &rows : facet.rows)
            facet.totals.push_back(static_cast<int>(rows.count()));
    }
    d.firstTypes.reserve(d.ids.size());
    for (std::size_t row = 0; row < d.ids.size(); ++row) {
        const auto types = d.types.at(row);
        d.firstTypes.push_back(types.empty() ? kNoValue : types.front());
    }
    for (const QString &code : std::as_const(d.facet(Facet::Departement).ids)) {
        const qsizetype place = d.departementsByName.indexOf(code);
        d.departementRanks.push_back(static_cast<std::uint32_t>(
            place >= 0 ? place : d.departementsByName.size() + static_cast<qsizetype>(d.departementRanks.size())));
    }
    d.positioned.forEach([&d](std::size_t row) {
        d.west = std::min(d.west, d.mercatorX[row]);
        d.north = std::min(d.north, d.mercatorY[row]);
        d.east = std::max(d.east, d.mercatorX[row]);
        d.south = std::max(d.south, d.mercatorY[row]);
    });
    d.publics = {};
    d.services = {};
    d.types.values.shrink_to_fit();
    d.equipment.values.shrink_to_fit();
    d.names.bytes.shrink_to_fit();
    return std::move(m_catalogue);
}

} // namespace repere::catalogue
