#include "geography/gazetteer.h"

#include "core/collation.h"
#include "geography/gazetteer_data.h"
#include "geography/table_reader.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

namespace repere::geography {

namespace {

/// "west south east north"; an empty box when it is not known.
GeoBox toBox(std::string_view text)
{
    std::array<double, 4> sides{};
    const char *at = text.data();
    const char *const end = at + text.size();
    for (double &side : sides) {
        while (at != end && *at == ' ')
            ++at;
        at = std::from_chars(at, end, side).ptr;
    }
    return {.west = sides[0], .south = sides[1], .east = sides[2], .north = sides[3]};
}

bool morePopulous(const Commune *a, const Commune *b)
{
    return a->population != b->population ? a->population > b->population : a->code < b->code;
}

/// In `communes` of one name or postcode, a whole city stands back where one of its arrondissements is there.
void preferArrondissements(std::vector<const Commune *> &communes)
{
    for (const Commune *arrondissement : std::vector(communes)) {
        if (!arrondissement->isArrondissement)
            continue;
        std::erase_if(communes, [city = cityWithArrondissements(arrondissement->departement)](const Commune *commune) {
            return commune->code == city;
        });
    }
}

} // namespace

Gazetteer::Gazetteer() : d(std::make_unique<Private>()) {}
Gazetteer::~Gazetteer() = default;

Result<std::shared_ptr<const Gazetteer>> Gazetteer::load(const QString &dataFolder)
{
    std::shared_ptr<Gazetteer> gazetteer(new Gazetteer);
    gazetteer->d->dataFolder = dataFolder + QStringLiteral("/geography/");
    for (const auto read : {&Private::readRegions, &Private::readDepartements, &Private::readCommunes}) {
        if (const auto done = (gazetteer->d.get()->*read)(); !done)
            return std::unexpected(done.error());
    }
    gazetteer->d->index();
    if (const auto done = gazetteer->d->readFormerCommunes(); !done)
        return std::unexpected(done.error());
    return gazetteer;
}

Result<void> Gazetteer::Private::readRegions()
{
    auto reader =
        TableReader::open(dataFolder + QStringLiteral("regions.csv"), {"code", "name", "population", "bbox", "kind"});
    if (!reader)
        return std::unexpected(reader.error());
    std::vector<Region> overseas;
    while (reader->next()) {
        Region region{.code = reader->text(0),
                      .name = reader->text(1),
                      .population = reader->integer(2),
                      .bounds = toBox(reader->cell(3))};
        (reader->cell(4) == "region" ? regions : overseas).push_back(std::move(region));
    }
    if (reader->failed())
        return std::unexpected(reader->error());
    const FrenchCollation collation;
    std::ranges::sort(regions, [&](const Region &a, const Region &b) { return collation.less(a.name, b.name); });
    regions.insert(regions.end(), overseas.begin(), overseas.end());
    return {};
}

Result<void> Gazetteer::Private::readDepartements()
{
    auto reader = TableReader::open(dataFolder + QStringLiteral("departements.csv"),
                                    {"code", "name", "region", "population", "bbox"});
    if (!reader)
        return std::unexpected(reader.error());
    while (reader->next()) {
        departementByCode.insert(reader->text(0), departements.size());
        departements.push_back({.code = reader->text(0),
                                .name = reader->text(1),
                                .region = reader->text(2),
                                .population = reader->integer(3),
                                .bounds = toBox(reader->cell(4))});
    }
    if (reader->failed())
        return std::unexpected(reader->error());
    return {};
}

Result<void> Gazetteer::Private::readCommunes()
{
    enum { Code, Name, Dep, Reg, Postcodes, Population, Lat, Lon, Type };
    auto reader = TableReader::open(dataFolder + QStringLiteral("communes.csv"),
                                    {"code", "nom", "dep", "reg", "postcodes", "population", "lat", "lon", "type"});
    if (!reader)
        return std::unexpected(reader.error());
    communes.reserve(36'000);
    QString departement; // neighbouring lines share them
    QString region;
    constexpr double nowhere = std::numeric_limits<double>::quiet_NaN();
    while (reader->next()) {
        if (reader->text(Dep) != departement)
            departement = reader->text(Dep);
        if (reader->text(Reg) != region)
            region = reader->text(Reg);
        Commune &commune = communes.emplace_back();
        commune.code = reader->text(Code);
        commune.name = reader->text(Name);
        commune.departement = departement;
        commune.region = region;
        commune.population = reader->integer(Population);
        commune.isArrondissement = reader->cell(Type) == "arrondissement-municipal";
        commune.centre = reader->cell(Lat).empty()
                             ? GeoPoint{.latitude = nowhere, .longitude = nowhere}
                             : GeoPoint{.latitude = reader->number(Lat), .longitude = reader->number(Lon)};
        std::string_view postcodes = reader->cell(Postcodes);
        while (!postcodes.empty()) {
            const std::string_view postcode = postcodes.substr(0, postcodes.find(' '));
            postcodes.remove_prefix(std::min(postcode.size() + 1, postcodes.size()));
            commune.postcodes.append(QString::fromLatin1(postcode.data(), static_cast<qsizetype>(postcode.size())));
        }
    }
    if (reader->failed())
        return std::unexpected(reader->error());
    return {};
}

Result<void> Gazetteer::Private::readFormerCommunes()
{
    auto reader = TableReader::open(dataFolder + QStringLiteral("former_communes.csv"), {"code", "nom", "commune"});
    if (!reader)
        return std::unexpected(reader.error());
    while (reader->next()) {
        const QString today = reader->text(2);
        const std::ptrdiff_t commune = position(today);
        if (commune < 0)
            continue; // a table of another year: the rest of it is still right
        byFormerCode.insert(reader->text(0), today);
        if (!reader->cell(1).empty())
            addName(byFormerName, nameKey(reader->text(1)), static_cast<std::uint32_t>(commune));
    }
    if (reader->failed())
        return std::unexpected(reader->error());
    std::ranges::sort(byFormerName, {}, [](const NamedCommune &entry) { return std::tie(entry.key, entry.commune); });
    return {};
}

void Gazetteer::Private::addName(std::vector<NamedCommune> &names, QString key, std::uint32_t commune) const
{
    QString bare = withoutArticle(key);
    if (bare != key)
        names.push_back({.key = std::move(bare), .commune = commune});
    names.push_back({.key = std::move(key), .commune = commune});
}

std::vector<const Commune *> Gazetteer::Private::named(const std::vector<NamedCommune> &names, const QString &key) const
{
    std::vector<const Commune *> found;
    for (const auto &entry : std::ranges::equal_range(names, key, {}, &NamedCommune::key))
        found.push_back(&communes[entry.commune]);
    std::ranges::sort(found, morePopulous);
    found.erase(std::ranges::unique(found).begin(), found.end());
    return found;
}

std::ptrdiff_t Gazetteer::Private::position(const QString &code) const
{
    const quint64 packed = packedCode(code);
    const auto found = std::ranges::lower_bound(packedCodes, packed);
    return packed == 0 || found == packedCodes.end() || *found != packed ? -1 : found - packedCodes.begin();
}

quint64 packedCode(QStringView code)
{
    if (code.isEmpty() || code.size() > 8)
        return 0;
    quint64 packed = 0;
    for (qsizetype i = 0; i < 8; ++i) {
        const char16_t unit = i < code.size() ? code[i].unicode() : u'\0';
        if (unit > 0x7F || (unit == 0 && i < code.size()))
            return 0;
        packed = packed << 8 | unit;
    }
    return packed;
}

void Gazetteer::Private::index()
{
    if (!std::ranges::is_sorted(communes, {}, &Commune::code))
        std::ranges::sort(communes, {}, &Commune::code);
    packedCodes.reserve(communes.size());
    for (const Commune &commune : communes)
        packedCodes.push_back(packedCode(commune.code));
    byPostcode.reserve(communes.size() * 5 / 4);
    byName.reserve(communes.size() * 5 / 4);
    for (std::uint32_t i = 0; i < communes.size(); ++i) {
        QString key = nameKey(communes[i].name);
        if (communes[i].isArrondissement)
            key.chop(static_cast<int>(std::char_traits<char>::length(" arrondissement")));
        addName(byName, std::move(key), i);
        for (const QString &postcode : std::as_const(communes[i].postcodes))
            byPostcode.push_back({.postcode = postcode.toInt(), .commune = i});
    }
    std::ranges::sort(byPostcode, {}, [](const auto &entry) { return std::pair(entry.postcode, entry.commune); });
    std::ranges::sort(byName, {}, [](const NamedCommune &entry) { return std::tie(entry.key, entry.commune); });
    for (const Region &region : regions)
        regionByName.insert(withoutArticle(nameKey(region.name)), region.code);
    for (const Departement &departement : departements)
        departementByName.insert(withoutArticle(nameKey(departement.name)), departement.code);
}

std::span<const Region> Gazetteer::regions() const
{
    return d->regions;
}

std::span<const Departement> Gazetteer::departements() const
{
    return d->departements;
}

std::span<const Commune> Gazetteer::communes() const
{
    return d->communes;
}

const Region *Gazetteer::region(const QString &code) const
{
    const auto found = std::ranges::find(d->regions, code, &Region::code);
    return found == d->regions.end() ? nullptr : &*found;
}

const Departement *Gazetteer::departement(const QString &code) const
{
    const auto found = d->departementByCode.constFind(code);
    return found == d->departementByCode.constEnd() ? nullptr : &d->departements[*found];
}

const Commune *Gazetteer::commune(const QString &code) const
{
    const std::ptrdiff_t position = d->position(code);
    return position < 0 ? nullptr : &d->communes[static_cast<std::size_t>(position)];
}

QString Gazetteer::regionNamed(const QString &nameOrCode) const
{
    const QString code = nameOrCode.trimmed();
    if (region(code))
        return code;
    if (code.size() == 1 && region(u'0' + code))
        return u'0' + code;
    return d->regionByName.value(withoutArticle(nameKey(nameOrCode)));
}

QString Gazetteer::departementNamed(const QString &nameOrCode) const
{
    const QString code = nameOrCode.trimmed().toUpper();
    if (departement(code))
        return code;
    if (code.size() == 1 && departement(u'0' + code))
        return u'0' + code;
    return d->departementByName.value(withoutArticle(nameKey(nameOrCode)));
}

QString Gazetteer::currentCommune(const QString &code) const
{
    return commune(code) ? code : d->byFormerCode.value(code);
}

QStringList Gazetteer::codesWithin(const QString &communeCode) const
{
    QStringList codes{communeCode};
    const Commune *whole = commune(communeCode);
    if (whole && !whole->isArrondissement && cityWithArrondissements(whole->departement) == communeCode) {
        for (const Commune &part : d->communes) {
            if (part.isArrondissement && part.departement == whole->departement)
                codes.append(part.code);
        }
    }
    return codes;
}

QString Gazetteer::wholeCommune(const QString &code) const
{
    const Commune *part = commune(code);
    return part && part->isArrondissement ? cityWithArrondissements(part->departement) : code;
}

std::vector<const Commune *> Gazetteer::communesOfPostcode(const QString &postcode) const
{
    const QString normalised = normalisedPostcode(postcode);
    std::vector<const Commune *> found;
    if (normalised.isEmpty())
        return found;
    for (const auto &entry :
         std::ranges::equal_range(d->byPostcode, normalised.toInt(), {}, &Private::PostcodeOfCommune::postcode))
        found.push_back(&d->communes[entry.commune]);
    preferArrondissements(found);
    std::ranges::sort(found, morePopulous);
    return found;
}

std::vector<const Commune *> Gazetteer::communesNamed(const QString &name) const
{
    const QString key = nameKey(name);
    const auto found = d->named(d->byName, key);
    return found.empty() ? d->named(d->byFormerName, key) : found;
}

QString placeLabel(const Commune &commune)
{
    QString name = commune.name;
    if (commune.isArrondissement)
        name.chop(static_cast<int>(std::char_traits<char>::length(" Arrondissement")));
    return QStringLiteral("%1 (%2)").arg(name, commune.departement);
}

} // namespace repere::geography
